"""Where the frozen program starts: PyInstaller wants a script, not a module of a package."""

import multiprocessing
import sys

from translator_gui.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())

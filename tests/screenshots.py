"""Pictures of the whole interface: python -m tests.screenshots OUT [--size 1440x900] [--only NAME …]

Offscreen, with the sample article, real engines and the real scorer as far as they are installed. The user's own
settings and projects are left alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from .pictures import window
from .pictures.alignment import alignment
from .pictures.batch import batch
from .pictures.formats import format_scenes
from .pictures.manual import take_all
from .pictures.outcome import outcome
from .pictures.reasons import reasons
from .pictures.review import review_errors
from .pictures.studio import Studio

SCENES: dict[str, Callable[[Studio], None]] = {
    "start": window.start_page,
    "views": window.views,
    "window": window.readme,
    "dark": window.dark,
    "french": window.french,
    "docks": window.docks,
    "dialogs": window.dialogs,
    "batch": batch,
    "alignment": alignment,
    "reasons": reasons,
    "review": review_errors,
    "formats": format_scenes,
    "manual": take_all,
    "outcome": outcome,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1440x900")
    usual = [name for name in SCENES if name != "manual"]
    parser.add_argument("--only", nargs="*", choices=list(SCENES), default=usual)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    arguments.out.mkdir(parents=True, exist_ok=True)
    width, _, height = arguments.size.partition("x")
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRANSLATOR_GUI_HOME"] = home
        for name in arguments.only:
            SCENES[name](Studio(arguments.out, (int(width), int(height))))
    return 0


if __name__ == "__main__":
    sys.exit(main())

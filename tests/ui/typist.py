"""Somebody who types in the real window until killed: python -m tests.ui.typist

Reads lines "project<TAB>segment" and for each starts a process of its own (forked, so that the libraries are read once)
that opens the project in the window and types at the end of that segment. It prints its process id, then a line
"count time" after every key (seconds of the system-wide monotonic clock); "0 time" says that it has ended.
"""

from __future__ import annotations

import itertools
import os
import string
import sys
import time
from typing import Any

_KEY_SECONDS = 0.012


def letters() -> Any:
    """What is typed: letters and, for the ends of stretches, spaces and stops."""
    return itertools.cycle(string.ascii_lowercase[:9] + " " + string.ascii_lowercase[9:15] + ". ")


def _say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def _type(path: str, segment: str) -> None:
    from PySide6.QtTest import QTest

    from translator_gui.kit.settings import ScoringSettings, Settings
    from translator_gui.ui.app import application, build
    from translator_gui.ui.desk import Desk

    app = application()
    desk = Desk(Settings(user_name="Ana", scoring=ScoringSettings(profile="rules")), keep_settings=False)
    window = build(app, desk)
    window.show()
    desk.open_path(path)
    while desk.session is None or not window.page.editor().isVisible():
        app.processEvents()
        time.sleep(0.001)
    desk.go_to(segment)
    editor = window.page.editor()
    for count, letter in enumerate(letters(), start=1):
        QTest.keyClick(editor, letter)
        _say(f"{count} {time.monotonic()}")
        due = time.monotonic() + _KEY_SECONDS
        while time.monotonic() < due:
            app.processEvents()
            time.sleep(0.002)


def main() -> None:
    import translator_gui.review.commands
    import translator_gui.review.session
    import translator_gui.ui.main_window  # noqa: F401 - what every child needs

    for line in sys.stdin:
        path, _, segment = line.rstrip("\n").partition("\t")
        child = os.fork()
        if not child:
            _say(str(os.getpid()))
            _type(path, segment)
        os.waitpid(child, 0)
        _say(f"0 {time.monotonic()}")


if __name__ == "__main__":
    main()

"""A picture of the window with an article in it, without a screen: for the demo command and the screenshots."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ..kit.errors import InputError

_PATIENCE_SECONDS = 60.0


def grab(
    project: Path | str | None,
    out_png: Path | str,
    *,
    view: str = "grid",
    theme: str = "light",
    language: str = "en",
    size: tuple[int, int] = (1440, 900),
    prepare: Callable[[object], None] | None = None,
) -> Path:
    """Open ``project`` (a project or an article; None: the start page; "sample": the sample) and save a picture.

    prepare(window): called when everything has arrived, before the picture is taken. The user's settings are left
    alone. Raises InputError when the picture cannot be written, and whatever opening raises.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler

    from ..kit.settings import Settings, WindowSettings
    from .app import application, build
    from .desk import Desk

    before = qInstallMessageHandler(_without_size_hints)
    app = application()
    desk = Desk(Settings(window=WindowSettings(theme=theme, language=language, view=view)), keep_settings=False)
    window = build(app, desk)
    failures: list[BaseException] = []
    desk.failed.connect(failures.append)
    try:
        window.resize(*size)
        window.show()
        window.resize(*size)
        if project is not None:
            desk.open_sample() if project == "sample" else desk.open_path(Path(project))
            _wait(app, lambda: bool(failures) or (desk.session is not None and not desk.runner.jobs()))
        if failures:
            raise failures[0]
        _settle(app)
        if prepare is not None:
            prepare(window)
            _settle(app)
        if not window.grab().save(str(out_png)):
            raise InputError(f"The picture {out_png} could not be written.", "Choose another folder.")
    finally:
        window.close()
        window.deleteLater()
        qInstallMessageHandler(before)
    return Path(out_png)


def _without_size_hints(kind: object, context: object, message: str) -> None:
    """Qt's warnings, but for the one that a platform without windows gives for every window."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def _wait(app: object, done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not done() and time.monotonic() < deadline:
        app.processEvents()
        time.sleep(0.005)


def _settle(app: object) -> None:
    """Panels draw themselves a moment after the last event."""
    deadline = time.monotonic() + 0.8
    _wait(app, lambda: time.monotonic() > deadline)

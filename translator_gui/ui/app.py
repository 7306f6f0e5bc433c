"""The one composition root: settings, application, theme, language, desk, window; and what happens to a bug."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ..kit.log import start_logging
from ..kit.paths import APP
from .desk import Desk
from .garbage import Garbage
from .i18n import install_language
from .icons import app_icon
from .kept_settings import load_settings_or_default
from .one_window import Door, receive
from .polite_end import PoliteEnd
from .theme import apply_theme

if TYPE_CHECKING:
    from .main_window import MainWindow

# The threads that score hand the interpreter over this often (the default is ten times as long): a key press must not
# wait for them.
_SWITCH_SECONDS = 0.0005
_TOUR_AFTER = 600  # ms: the window first
# Name of the desktop entry (packaging/product.toml): how a desktop finds the icon and the name of the window.
DESKTOP_ID = "org.translator_gui.TranslatorGui"


def application() -> QApplication:
    """The one QApplication."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("Translator GUI")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, sys.platform == "darwin")
    # Under X11 the first word becomes the name of the window's class, whatever the program was started as.
    app = QApplication([APP])
    app.setApplicationDisplayName("Translator GUI")
    app.setDesktopFileName(DESKTOP_ID)
    app.setWindowIcon(app_icon())
    return app


def build(app: QApplication, desk: Desk | None = None) -> MainWindow:
    """A window on a desk of its own (or the given one), themed and in the user's language."""
    settings, error = load_settings_or_default() if desk is None else (desk.settings, None)
    apply_theme(app, settings.window.theme, settings.window.font_points)
    install_language(app, settings.window.language)
    desk = desk or Desk(settings)
    from .main_window import MainWindow

    window = MainWindow(desk)
    desk.settingsChanged.connect(lambda: _appearance(app, window))
    if error is not None:
        QTimer.singleShot(0, window, lambda: desk.report(error))
    return window


def _appearance(app: QApplication, window: MainWindow) -> None:
    wanted = window.desk.settings.window
    apply_theme(app, wanted.theme, wanted.font_points)
    window.set_text_font(app.font())


def run(path: Path | str | None = None, sample: bool = False, new_window: bool = False) -> int:
    """Open the window, with ``path`` or the sample in it; returns the exit code when it is closed.

    When a window of this user is open, ``path`` goes there and this process ends at once, unless new_window or sample
    is asked for.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    start_logging()
    app = application()
    door = Door(app)
    if not door.own() and not (new_window or sample) and door.hand_over([Path(path)] if path is not None else []):
        return 0
    window = build(app)
    Garbage(window.desk)
    install_crash_handler(window)
    PoliteEnd(app)
    door.filesArrived.connect(lambda files, token: receive(window, files, token))
    window.show()
    offer_tour(window)
    if sample:
        show_sample(window)
    elif path is not None:
        QTimer.singleShot(0, window, lambda: window.desk.open_path(Path(path)))
    code = app.exec()
    door.close()
    # A native library that is busy in a thread must not keep the process, or crash it on the way out.
    if not window.desk.shut_down(0.5):
        sys.stdout.flush()
        os._exit(code)
    return code


def show_sample(window: MainWindow) -> None:
    """The sample, and proposals for it as soon as it is open."""
    desk = window.desk

    def opened() -> None:
        if desk.session is not None:
            desk.sessionChanged.disconnect(opened)
            QTimer.singleShot(0, window, lambda: desk.propose())

    desk.sessionChanged.connect(opened)
    QTimer.singleShot(0, window, desk.open_sample)


def offer_tour(window: MainWindow) -> None:
    """At the very first start, once the window is painted; never again, whatever became of it."""
    if window.desk.settings.window.toured:
        return
    window.desk.change_settings(window={"toured": True})

    def begin() -> None:
        from .tour import Tour

        Tour(window).start()

    QTimer.singleShot(_TOUR_AFTER, window, begin)


def install_crash_handler(window: MainWindow) -> None:
    """A bug is reported in a dialog; the project is safe, since every change is on disk already."""

    def handle(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        sys.__excepthook__(kind, error, trace)
        from .dialogs.catalogue import open_dialog
        from .dialogs.crash import crash_report

        report = crash_report(error)
        QTimer.singleShot(0, window, lambda: open_dialog("crash", window.desk, window, report=report))

    sys.excepthook = handle

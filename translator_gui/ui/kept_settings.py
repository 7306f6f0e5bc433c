"""What the desk keeps for the user between two sessions, and how failures are told."""

from __future__ import annotations

import dataclasses
import getpass
import logging
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ..kit.errors import AppError
from ..kit.settings import Settings, load_settings, save_settings
from .jobs import JobRunner
from .told import told_error

if TYPE_CHECKING:
    from ..pipeline.workshop import Workshop
    from ..review.session import ReviewSession

_log = logging.getLogger("translator_gui.ui.desk")
_SAVE_SETTINGS_MS = 600


class KeptSettings(QObject):
    """settingsChanged: some setting is another one now; it is written a moment later. message(text, hint, kind): kind
    is "info", "warning" or "error". failed(exception): what report() told."""

    message = Signal(str, str, str)
    settingsChanged = Signal()
    failed = Signal(object)

    def __init__(self, settings: Settings | None, runner: JobRunner | None, parent: QObject | None, keep: bool) -> None:
        """keep False: changes of settings are not written (pictures, tests)."""
        super().__init__(parent)
        self.settings = settings or Settings()
        self.runner = runner or JobRunner(self)
        self.session: ReviewSession | None = None
        self._workshop: Workshop | None = None
        self._keep_settings = keep
        self._save_settings = QTimer(self, singleShot=True, interval=_SAVE_SETTINGS_MS)
        self._save_settings.timeout.connect(self._write_settings)

    @property
    def user(self) -> str:
        return self.settings.user_name or _login_name()

    def change_settings(self, **changes: Any) -> None:
        """user_name=…, or engines/scoring/window = a settings object or a dict of the fields to change."""
        values = {}
        for name, value in changes.items():
            present = getattr(self.settings, name)
            values[name] = dataclasses.replace(present, **value) if isinstance(value, dict) else value
        changed = dataclasses.replace(self.settings, **values)
        if changed == self.settings:
            return
        before, self.settings = self.settings, changed
        if self._workshop is not None and _of_workshop(before) != _of_workshop(changed):
            workshop = self._workshop
            self.runner.submit("settings", lambda ctx: workshop.change_settings(changed), "interactive", quiet=True)
        if self.session is not None:
            self.session.set_muted(changed.scoring.muted_checks)
        if self._keep_settings:
            self._save_settings.start()
        self.settingsChanged.emit()

    def mute(self, code: str, muted: bool) -> None:
        """A reason was dismissed for always (or that was undone): it is a setting, for every project."""
        others = [each for each in self.settings.scoring.muted_checks if each != code]
        self.change_settings(scoring={"muted_checks": (*others, code) if muted else tuple(others)})

    def _write_settings(self) -> None:
        try:
            save_settings(self.settings)
        except AppError as error:
            self.report(error)

    def write_pending_settings(self) -> None:
        """At the end: what was changed in the last moment, too."""
        if self._save_settings.isActive():
            self._save_settings.stop()
            self._write_settings()

    def report(self, error: BaseException) -> None:
        """Tell the user about a failure; one that is not an AppError is a bug and goes to the crash handler."""
        self.failed.emit(error)
        if isinstance(error, AppError):
            self.message.emit(*told_error(error), "error")
        else:
            _log.error("unexpected: %s", type(error).__name__, exc_info=error)
            sys.excepthook(type(error), error, error.__traceback__)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no password entry, no variables: a container
        return ""


def load_settings_or_default() -> tuple[Settings, AppError | None]:
    """A broken settings file is told, never fatal."""
    try:
        return load_settings(), None
    except AppError as error:
        return Settings(), error


def _of_workshop(settings: Settings) -> tuple[object, ...]:
    """What the workshop's parts are built from."""
    return settings.engines, settings.scoring, settings.memory, settings.user_name

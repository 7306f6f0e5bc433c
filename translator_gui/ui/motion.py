"""What may move. Two things do: panels that slide when they open, and bars that run to and fro while nobody can say how
long something takes. Neither moves for somebody who asked the desktop, or the program, for calm.
"""

from __future__ import annotations

import configparser
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QProgressBar

MODES = ("system", "full", "reduced")
_PATIENCE = 0.5  # seconds for a desktop to answer
_SPI_GETCLIENTAREAANIMATION = 0x1042


class _Wish:
    mode = "system"
    desktop: bool | None = None  # whether the desktop wants calm; asked once


def follow(mode: str) -> None:
    """mode: one of MODES, from the settings."""
    _Wish.mode = mode if mode in MODES else "system"


def moves() -> bool:
    if _Wish.mode != "system":
        return _Wish.mode == "full"
    if _Wish.desktop is None:
        _Wish.desktop = desktop_wants_calm()
    return not _Wish.desktop


def desktop_wants_calm() -> bool:
    """What the desktop's own settings say; False where they say nothing."""
    return next((wish for ask in _ways() if (wish := ask()) is not None), False)


def _ways() -> Iterator[Callable[[], bool | None]]:
    if sys.platform == "win32":
        yield _windows
    elif sys.platform == "darwin":
        yield lambda: _asked(["defaults", "read", "com.apple.universalaccess", "reduceMotion"], calm="1")
    else:
        yield _kde
        desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").casefold()
        if any(name in desktop for name in ("gnome", "unity", "budgie", "cinnamon")):
            yield lambda: _asked(["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"], calm="false")
        yield _gtk


def _asked(command: list[str], calm: str) -> bool | None:
    import subprocess

    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.SubprocessError):  # not installed, or no answer
        return None
    return answer.stdout.strip() == calm if answer.returncode == 0 else None


def _windows() -> bool | None:
    import ctypes

    shown = ctypes.c_int(1)
    told = ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0)
    return not shown.value if told else None


def _kde() -> bool | None:
    factor = _entry("kdeglobals", "KDE", "AnimationDurationFactor")
    return None if factor is None else factor in ("0", "0.0")


def _gtk() -> bool | None:
    for folder in ("gtk-4.0", "gtk-3.0"):
        shown = _entry(f"{folder}/settings.ini", "Settings", "gtk-enable-animations")
        if shown is not None:
            return shown.casefold() in ("0", "false")
    return None


def _entry(name: str, section: str, key: str) -> str | None:
    """Of a settings file of the desktop's; None when there is none, or nothing there."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    reader = configparser.RawConfigParser(strict=False)
    try:
        reader.read(home / name, encoding="utf-8")
    except (OSError, configparser.Error, UnicodeDecodeError):
        return None
    found = reader.get(section, key, fallback=None)
    return found.strip() if found is not None else None


class BusyBar(QProgressBar):
    """A bar for work whose length nobody may know: it runs to and fro while its range is empty, or stays empty for
    whoever wants calm – words beside it say what is done."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.wait()

    def wait(self) -> None:
        """Nobody knows how long."""
        self.setRange(0, 0)
        self.setValue(0)

    def setRange(self, low: int, high: int) -> None:
        super().setRange(low, high if high > low or moves() else low + 1)

"""Where the app keeps its own things. TRANSLATOR_GUI_HOME moves all of them (tests, portable installs)."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

import platformdirs

APP = "translator-gui"


def _folder(kind: str) -> Path:
    home = os.environ.get("TRANSLATOR_GUI_HOME")
    path = Path(home) / kind if home else Path(getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False))
    path.mkdir(parents=True, exist_ok=True)
    return path


def config_dir() -> Path:
    return _folder("config")


def data_dir() -> Path:
    return _folder("data")


def cache_dir() -> Path:
    return _folder("cache")


def log_dir() -> Path:
    return _folder("log")


def runtime_dir() -> Path:
    """For sockets and locks; gone with the login. TRANSLATOR_GUI_HOME does not move it: socket paths must be short."""
    with warnings.catch_warnings():
        # Without a login session (ssh, su) there is no such folder: the one for temporary files does, and is no news.
        warnings.simplefilter("ignore")
        path = Path(platformdirs.user_runtime_dir(APP, appauthor=False))
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def models_dir() -> Path:
    """Downloaded or assembled model files; safe to delete, they come back."""
    path = cache_dir() / "models"
    path.mkdir(parents=True, exist_ok=True)
    return path


def settings_file() -> Path:
    return config_dir() / "settings.toml"


def resource(*parts: str) -> Path:
    """A file of resources/: inside the package when installed or frozen, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    roots = [package / "resources", package.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        roots.insert(0, Path(frozen) / "translator_gui" / "resources")
    for root in roots:
        if root.is_dir():
            return root.joinpath(*parts)
    raise FileNotFoundError(f"resources/ was not found beside {package}")

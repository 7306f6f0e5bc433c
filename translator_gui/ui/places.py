"""Where new project files go. Nothing is ever overwritten."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from ..kit.paths import data_dir

SUFFIX = ".tgproj"
ALIGNMENT = ".tgalign"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def projects_dir() -> Path:
    """For the sample, for pasted text and for sources whose own folder is not writable."""
    path = data_dir() / "projects"
    path.mkdir(parents=True, exist_ok=True)
    return path


def beside(source: Path) -> Path:
    """The project of ``source``: beside it when that folder is writable, else in projects_dir()."""
    folder = source.resolve().parent
    return (folder if os.access(folder, os.W_OK) else projects_dir()) / f"{source.stem}{SUFFIX}"


def for_title(title: str) -> Path:
    """A file for an article that has no file of its own."""
    name = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(" .")[:60].strip() or "article"
    return projects_dir() / f"{name}{SUFFIX}"


def free(wanted: Path, is_same: Callable[[Path], bool]) -> tuple[Path, bool]:
    """``wanted``, or the first of "wanted 2", "wanted 3" … that does not exist or ``is_same`` project already.

    Returns the path and whether the project is there.
    """
    path, number = wanted, 2
    while path.exists():
        if is_same(path):
            return path, True
        path, number = wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}"), number + 1
    return path, False

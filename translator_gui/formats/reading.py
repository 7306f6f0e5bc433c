"""Bytes from a path, with an error a person understands."""

from __future__ import annotations

from pathlib import Path

from ..kit.errors import InputError

LARGEST = 200_000_000


def read_bytes(path: Path) -> bytes:
    """Raises InputError when the file is missing, a folder, not readable, or larger than LARGEST bytes."""
    try:
        if path.is_dir():
            raise InputError(f"“{path.name}” is a folder.", "Choose a file in it.")
        if path.exists() and not path.is_file():
            raise InputError(f"“{path.name}” is not a regular file.", "Choose a text, HTML or Markdown file.")
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(
                f"“{path.name}” is too large ({size / 1e6:,.0f} MB).", "Cut it into parts of 200 MB at most."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"“{path}” does not exist.", "Check the name.") from error
    except PermissionError as error:
        raise InputError(f"“{path.name}” may not be read.", "Check its permissions.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"“{path.name}” cannot be read.", "Check the disk and the name.", str(error)) from error

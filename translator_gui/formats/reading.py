"""Bytes from a path, and what libraries say of spoilt ones, as errors a person understands."""

from __future__ import annotations

import contextlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from ..kit.errors import FormatError, InputError

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


# What the libraries for office files raise on packages that are not whole, as fuzzing showed.
_SPOILT = (
    *(TypeError, ValueError, AttributeError, LookupError, ArithmeticError, AssertionError, RecursionError, EOFError),
    *(OSError, NotImplementedError, zipfile.BadZipFile, zlib.error, etree.LxmlError),
)


@contextlib.contextmanager
def not_whole(name: str, kind: str) -> Iterator[None]:
    """Inside: a library reads an archive from a stranger. kind: "Word document". Raises FormatError."""
    try:
        yield
    except _SPOILT as error:
        hint = "Open it in the program it comes from and save it again."
        raise FormatError(f"“{name}” is not a whole {kind}.", hint, type(error).__name__) from error

"""TOML, read by the standard library or, on Python 3.10, by its twin."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from .errors import FormatError
from .paths import resource

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TomlError = tomllib.TOMLDecodeError  # a ValueError; UnicodeDecodeError is another


def parse(text: str) -> dict[str, Any]:
    """Raises TomlError with line and column."""
    table: dict[str, Any] = tomllib.loads(text)
    return table


def read(path: Path) -> dict[str, Any]:
    """Raises OSError, or ValueError when it is no TOML in UTF-8."""
    return parse(path.read_text(encoding="utf-8"))


def shipped(*parts: str) -> dict[str, Any]:
    """A file of resources/: shipped("words", "units.toml"). Raises FormatError when it is damaged or absent."""
    try:
        return read(resource(*parts))
    except (OSError, ValueError) as error:
        raise FormatError(
            f"The file “{parts[-1]}” of the program cannot be read.", "Reinstall it.", str(error)
        ) from error

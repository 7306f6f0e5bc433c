"""An engine's options as they come from settings or a command line: any type, any spelling, checked once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..kit.errors import InputError


def reject_unknown(engine: str, options: Mapping[str, Any], known: tuple[str, ...]) -> None:
    """Raises InputError for an option the engine does not have."""
    for name in options:
        if name not in known:
            raise InputError(f"The engine “{engine}” has no option “{name}”.", f"It has: {', '.join(known)}.")


def number(options: Mapping[str, Any], name: str, default: float, low: float, high: float) -> float:
    """A number between low and high. Raises InputError for anything else."""
    value = options.get(name, default)
    try:
        found = float(value)
    except (TypeError, ValueError):
        found = low - 1
    if not low <= found <= high:
        raise InputError(f"The option “{name}” must be a number from {low:g} to {high:g}.", f"It is {value!r}.")
    return found


def whole(options: Mapping[str, Any], name: str, default: int, low: int, high: int) -> int:
    """A whole number between low and high. Raises InputError for anything else."""
    return int(number(options, name, default, low, high))


def path(options: Mapping[str, Any], name: str) -> Path | None:
    """A path with ~ expanded, or None when the option is empty."""
    value = str(options.get(name) or "").strip()
    return Path(value).expanduser() if value else None


def flag(options: Mapping[str, Any], name: str, default: bool) -> bool:
    """True, False, or the words a command line has for them. Raises InputError for anything else."""
    value = options.get(name, default)
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in ("yes", "true", "on", "1"):
        return True
    if word in ("no", "false", "off", "0"):
        return False
    raise InputError(f"The option “{name}” must be yes or no.", f"It is {value!r}.")

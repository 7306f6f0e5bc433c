"""How much one article may hold: what is larger is refused at once, before memory and time go into it."""

from __future__ import annotations

from ..kit.errors import InputError

MOST_SEGMENTS = 250_000  # a novel has 10,000; the window is measured at 50,000
MOST_LINES = 600_000


def refuse_too_many(count: int, name: str) -> None:
    """Raises InputError when an article would have so many segments."""
    if count > MOST_SEGMENTS:
        raise InputError(
            f"“{name}” holds more than {MOST_SEGMENTS:,} segments: too many for one article.",
            "Cut it into parts. A translation memory of any size goes in with “memory import”.",
        )


def refuse_endless(data: bytes, name: str) -> None:
    """Raises InputError for a text of more lines than an article can have."""
    if len(data) > MOST_LINES and data.count(b"\n") + data.count(b"\r") > 2 * MOST_LINES:
        raise InputError(
            f"“{name}” has more than {MOST_LINES:,} lines: too many for one article.", "Cut it into parts."
        )

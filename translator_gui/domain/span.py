"""A stretch of characters, and which text it is of."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Side(str, Enum):
    SOURCE = "source"
    TARGET = "target"

    @property
    def other(self) -> Side:
        return Side.TARGET if self is Side.SOURCE else Side.SOURCE


class Span(NamedTuple):
    """Character offsets (Python str indexes, i.e. code points), end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

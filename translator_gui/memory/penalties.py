"""What speaks against a match that looks as good as another: it was a machine's, another article's, another
person's, or it is old. Each takes off some percent points; the reasons are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from ..domain.unit import TranslationUnit

MACHINE, ORIGIN, AUTHOR, OLD = "machine", "origin", "author", "old"


@dataclass(frozen=True, slots=True)
class Penalties:
    """Points by reason; 0 switches one off. origin, author: whose matches are at home, "" when nobody's are."""

    machine: int = 0
    other_origin: int = 0
    other_author: int = 0
    old: int = 0
    old_years: int = 5
    origin: str = ""
    author: str = ""

    def of(self, unit: TranslationUnit, now: datetime | None = None) -> tuple[tuple[str, int], ...]:
        """(reason, points) for each that applies. A unit without a date, origin or author is not blamed for it."""
        reasons = (
            (MACHINE, self.machine, bool(unit.engine)),
            (ORIGIN, self.other_origin, bool(self.origin and unit.origin and unit.origin != self.origin)),
            (AUTHOR, self.other_author, bool(self.author and unit.by and unit.by != self.author)),
            (OLD, self.old, self._old(unit.changed or unit.created, now or datetime.now(timezone.utc))),
        )
        return tuple((reason, points) for reason, points, applies in reasons if applies and points > 0)

    def _old(self, stamp: str, now: datetime) -> bool:
        try:
            when = datetime.fromisoformat(stamp.replace("Z", "+00:00"))
        except ValueError:  # a date of another program
            return False
        when = when if when.tzinfo else when.replace(tzinfo=timezone.utc)
        return now - when > timedelta(days=365.25 * self.old_years)

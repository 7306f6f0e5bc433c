"""What a review session is to cover, how, and in which order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ..kit.errors import InputError
from ..store import codec
from ..store.codec import IN
from ..text.tokens import word_count

if TYPE_CHECKING:
    from .session import ReviewSession


class Method(str, Enum):
    """How errors are recorded: with MQM category and severity, or as ESA spans and a rating."""

    MQM = "mqm"
    ESA = "esa"


class Order(str, Enum):
    """DOCUMENT: as the article runs. DIVERGENCE: worst first. FLAG: flagged ones first, both parts as the article
    runs."""

    DOCUMENT = "document"
    DIVERGENCE = "divergence"
    FLAG = "flag"


@dataclass(frozen=True)
class Plan:
    """percent: of the segments, drawn at random (100: the whole article). words: instead, as many segments drawn at
    random as hold at least so many source words (0: go by percent). seed: the same seed draws the same segments of
    the same article. idle_seconds: a longer pause between two signs of life counts as no work at all.
    pass_threshold: overall quality score from which the text passes (None: the typology's)."""

    method: Method = Method.MQM
    order: Order = Order.DIVERGENCE
    percent: float = 100.0
    words: int = 0
    seed: int = 1
    idle_seconds: float = 120.0
    pass_threshold: float | None = None

    def __post_init__(self) -> None:
        if not 0 < self.percent <= 100:
            raise InputError("The sample must be more than 0 and at most 100 percent.", "100 is the whole article.")
        if self.words < 0 or self.idle_seconds <= 0:
            raise InputError("Words and idle time cannot be negative.", "Give a number above 0.")

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(value, "value", value) for name, value in dataclasses.asdict(self).items()}

    @classmethod
    def from_json(cls, table: Mapping[str, Any]) -> Plan:
        """Unknown fields are passed over."""
        known = {spec.name for spec in dataclasses.fields(cls)}
        values = {name: value for name, value in table.items() if name in known}
        values["method"] = Method(values.get("method", Method.MQM))
        values["order"] = Order(values.get("order", Order.DIVERGENCE))
        return cls(**values)


def sample(session: ReviewSession, plan: Plan) -> list[str]:
    """Ids in article order; excluded lines are never in it. At least one segment, if there is any."""
    inside = [record for record in session.table.records if record[codec.EXCLUSION] in IN]
    if plan.percent >= 100 and not plan.words:
        return [record[codec.ID] for record in inside]
    # By a hash of seed and id, not by a generator: the same in every version of Python, whatever stands around it.
    drawn = sorted(inside, key=lambda record: _lot(plan.seed, record[codec.ID]))
    if plan.words:
        chosen = set(_until(drawn, plan.words))
    else:
        count = max(1, round(len(inside) * plan.percent / 100))
        chosen = {record[codec.ID] for record in drawn[:count]}
    return [record[codec.ID] for record in inside if record[codec.ID] in chosen]


def _lot(seed: int, segment: str) -> bytes:
    return blake2b(f"{seed}\x1f{segment}".encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _until(records: Iterable[codec.Record], words: int) -> Iterable[str]:
    total = 0
    for record in records:
        if total >= words:
            return
        total += word_count(record[codec.SOURCE])
        yield record[codec.ID]


def ordered(session: ReviewSession, segments: Iterable[str], order: Order) -> list[str]:
    """Those that are still in the article, in the order they are to be reviewed. 10,000 segments in some 10 ms."""
    return in_order(session, session.table.in_order(segments), order)


def in_order(session: ReviewSession, segments: Iterable[str], order: Order) -> list[str]:
    """The same of segments that are in the article, in its order. Unscored ones come last."""
    marks, flagged, found = session.scores.marks, session.scores.flagged, list(segments)
    if order is Order.DIVERGENCE:
        scored = sorted(filter(None, map(marks.get, found)), key=attrgetter("order", "divergence"), reverse=True)
        found = [*(mark.segment for mark in scored), *(each for each in found if each not in marks)]
    elif order is Order.FLAG:
        found.sort(key=lambda segment: segment not in flagged)
    return found

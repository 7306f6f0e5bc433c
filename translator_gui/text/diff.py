"""What differs between two texts, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ..domain.span import Span

# A word with inner apostrophes and hyphens, a number with its separators, white space, or any other single character.
_TOKEN = re.compile(r"\w+(?:[’'‑-]\w+|[.,]\d+)*|\s+|[^\w\s]")


# Above so many pairs of tokens difflib, whose stretches read better, takes longer than a person waits (0.3 s for a
# thousand words a side); the plain longest common subsequence of rapidfuzz does not.
_MOST_PAIRS = 400_000


class DiffKind(str, Enum):
    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class DiffOp:
    """Spans (characters) of the two texts; in order they cover both completely. before is empty for an insertion,
    after for a deletion."""

    kind: DiffKind
    before_span: Span
    after_span: Span


def word_diff(before: str, after: str) -> list[DiffOp]:
    """Turns ``before`` into ``after``. White space between two changed words belongs to the change, so that a
    rewritten phrase is one stretch and not confetti."""
    one, two = _TOKEN.findall(before), _TOKEN.findall(after)
    starts_one, starts_two = _starts(one), _starts(two)
    ops: list[DiffOp] = []
    for tag, i1, i2, j1, j2 in _opcodes(one, two):
        left, right = Span(starts_one[i1], starts_one[i2]), Span(starts_two[j1], starts_two[j2])
        ops.append(DiffOp(DiffKind(tag), left, right))
    return _calm(ops, before)


def _opcodes(one: list[str], two: list[str]) -> Iterable[tuple[str, int, int, int, int]]:
    if len(one) * len(two) > _MOST_PAIRS:
        from rapidfuzz.distance import Indel  # 40 modules, which the window does not wait for

        return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Indel.opcodes(one, two)]
    return difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes()


def _starts(tokens: list[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _calm(ops: list[DiffOp], before: str) -> list[DiffOp]:
    """Merge changes that only white space stands between."""
    result: list[DiffOp] = []
    for number, op in enumerate(ops):
        between = 0 < number < len(ops) - 1 and op.kind is DiffKind.EQUAL and op.before_span.of(before).isspace()
        if result and result[-1].kind is not DiffKind.EQUAL and (op.kind is not DiffKind.EQUAL or between):
            result[-1] = _merged(result[-1], op)
        else:
            result.append(op)
    return result


def _merged(one: DiffOp, two: DiffOp) -> DiffOp:
    before = Span(one.before_span.start, two.before_span.end)
    after = Span(one.after_span.start, two.after_span.end)
    if before.start == before.end:
        kind = DiffKind.INSERT
    elif after.start == after.end:
        kind = DiffKind.DELETE
    else:
        kind = DiffKind.REPLACE
    return DiffOp(kind, before, after)

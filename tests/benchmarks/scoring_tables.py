"""Rows turned into numbers: columns of words with their labels, figures of segments, findings of rules."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from translator_gui.checks.runner import run_checks
from translator_gui.domain.finding import Finding
from translator_gui.domain.span import Span
from translator_gui.scoring.probe import Probes
from translator_gui.scoring.rules import features_of
from translator_gui.scoring.word_features import Columns, match
from translator_gui.scoring.word_model import Evidence, evidence
from translator_gui.scoring.wording import readable, words

from .scoring_data import Row
from .scoring_measure import Measured, measured, pair_of

Labels = NDArray[np.int8]


@dataclass
class Example:
    row: Row
    seen: Evidence
    target: Labels
    source: Labels
    rules: dict[str, float]
    findings: list[Finding] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)


def _chunks(text: str) -> list[tuple[str, int, int]]:
    return [(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+", text)]


def changed(base: str, draft: str) -> tuple[list[Span], list[Span]]:
    """Stretches of the draft that were changed (for a dropped word: the word after the gap), and stretches of the
    base that are gone."""
    a, b = _chunks(base), _chunks(draft)
    matcher = difflib.SequenceMatcher(None, [c[0] for c in a], [c[0] for c in b], autojunk=False)
    new: list[Span] = []
    gone: list[Span] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone += [Span(start, end) for _, start, end in a[i1:i2]]
        if kind == "delete" and b:
            j1, j2 = min(j1, len(b) - 1), min(j1 + 1, len(b))
        new += [Span(start, end) for _, start, end in b[j1:j2]]
    return new, gone


def touched(spans: Sequence[Span], stretches: Sequence[Span]) -> Labels:
    hits = [any(s.start < c.end and s.end > c.start for c in stretches) for s in spans]
    return np.array(hits, np.int8)


def _source_labels(measured_base: Measured | None, spans: Sequence[Span], gone: Sequence[Span]) -> Labels:
    """Source words whose counterpart in the good draft was dropped or replaced."""
    labels = np.zeros(len(spans), np.int8)
    if measured_base is None or not gone:
        return labels
    row = measured_base.row
    seen = evidence(pair_of(row), measured_base.source, measured_base.draft, None, None)
    partner = match(measured_base.source, measured_base.draft, seen.both)
    lost = touched(words(row.draft, "en"), gone)
    for word, here in enumerate(partner.partner.tolist()):
        if lost[word] and partner.mutual[word] and here >= 0:
            labels[here] = 1
    return labels


def source_labels(rows: Iterable[Measured]) -> Iterator[tuple[Measured, Labels]]:
    """Every row with the labels of its source words; a mistake's good base must come before it."""
    bases: dict[tuple[str, str], Measured] = {}
    for one in rows:
        row = one.row
        if row.good:
            bases[row.source, row.draft] = one
        spans = words(readable(row.source), row.language)
        gone = changed(row.base, row.draft)[1] if row.base else []
        yield one, _source_labels(bases.get((row.source, row.base)), spans, gone)
        if len(bases) > 8:
            bases.pop(next(iter(bases)))


def examples(rows: Sequence[Row], probes: Callable[[str], Probes], quiet: bool = False) -> list[Example]:
    """All rows as numbers. A mistake's good base must be among the rows for its source labels.

    probes: group -> probes that have not learned from it.
    """
    found: list[Example] = []
    for one, on_source in source_labels(measured(rows, quiet)):
        row = one.row
        seen = evidence(pair_of(row), one.source, one.draft, one.likelihood, probes(row.group))
        new = changed(row.base, row.draft)[0] if row.base else []
        found.append(Example(row, seen, touched(seen.both.target, new), on_source, {}))
    for example, findings in zip(found, run_checks([pair_of(e.row) for e in found]), strict=True):
        example.findings = findings
        example.rules = {f"rules.{name}": value for name, value in features_of(findings).items()}
    return found


def matrix(tables: Iterable[Columns], names: Sequence[str], counts: Sequence[int]) -> NDArray[np.float32]:
    """Stacked columns of many segments, (words, names)."""
    parts = [
        np.stack([table.get(name, np.zeros(count, np.float32)) for name in names], axis=1)
        for table, count in zip(tables, counts, strict=True)
        if count
    ]
    return np.concatenate(parts).astype(np.float32)

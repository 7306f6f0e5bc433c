"""Why a segment is flagged: words with reasons, and a finding for what no rule named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..domain.finding import Finding, Severity, fingerprint
from ..domain.score import Pair, SignalValue, WordScore
from ..domain.span import Side, Span
from .neighbours import PREVIOUS
from .reasons import CATEGORIES, SHIFTED, TITLES, UNRELATED

_SHOWN = 0.15  # a word below is not worth a reader's eye …
_ALWAYS = 3  # … but so many of the target are told, however faint, for programs that rank them
_NAMED = 0.45  # a word above is named in a finding of its own
_MOST = 3
_UNRELATED_COSINE = 0.80
_SHIFTED = 0.99


def merge_words(values: Sequence[SignalValue]) -> tuple[WordScore, ...]:
    """One score per word: the highest, except that a rule's reason wins over a signal's. In text order."""
    if not any(value.words for value in values):
        return ()
    best: dict[tuple[str, Span], WordScore] = {}
    ruled: set[tuple[str, Span]] = set()
    for value in values:
        for word in value.words:
            key = (word.side.value, word.span)
            known = best.get(key)
            if known is None:
                best[key] = word
            elif key in ruled:
                best[key] = WordScore(word.side, word.span, max(word.score, known.score), known.reason)
            elif word.score > known.score:
                best[key] = word
            if value.signal == "rules":
                ruled.add(key)
    ranked = sorted((w for w in best.values() if w.side is Side.TARGET), key=lambda w: -w.score)[:_ALWAYS]
    shown = {w for w in best.values() if w.score >= _SHOWN} | set(ranked)
    return tuple(sorted(shown, key=lambda w: (w.side.value != "target", w.span)))


def _finding(pair: Pair, code: str, side: Side, span: Span | None, severity: Severity) -> Finding:
    text = pair.source if side is Side.SOURCE else pair.target
    quoted = f"“{span.of(text)}”: " if span else ""
    title = TITLES[code]
    message = quoted + (title if quoted else title[:1].upper() + title[1:]) + ("" if title.endswith("?") else ".")
    mark = fingerprint("scorer", pair.source, pair.target, f"{code}:{side.value}:{span}")
    params = (("words", span.of(text)),) if span else ()
    return Finding(
        "scorer", f"scorer.{code}", pair.id, side, span, message, severity, mark, params, category=CATEGORIES[code]
    )


def _slipped(pair: Pair, before: bool) -> Finding:
    """before: this row's translation stands in the previous row, so that its own target is the next one's."""
    own, other = ("next", "previous") if before else ("previous", "next")
    message = f"Looks like the translation of the {own} sentence: the {other} row fits this source better."
    plain = _finding(pair, SHIFTED, Side.TARGET, None, Severity.CRITICAL)
    return replace(plain, message=message, params=(("where", own),))


def _joined(words: Sequence[WordScore], text: str) -> list[WordScore]:
    """Neighbouring suspicious words of one reason become one stretch."""
    joined: list[WordScore] = []
    for word in words:
        last = joined[-1] if joined else None
        if last and last.reason == word.reason and not text[last.span.end : word.span.start].strip(" '’-"):
            joined[-1] = WordScore(
                word.side, Span(last.span.start, word.span.end), max(last.score, word.score), word.reason
            )
        else:
            joined.append(word)
    return joined


def explain(
    pair: Pair, findings: Sequence[Finding], words: Sequence[WordScore], values: Sequence[SignalValue]
) -> list[Finding]:
    """Findings of a flagged pair beyond the rules': a slipped row, unrelated text, or its most suspicious words."""
    features = {f"{v.signal}.{name}": number for v in values for name, number in v.features}
    if features.get("neighbours.shifted", 0.0) >= _SHIFTED:
        return [_slipped(pair, bool(features.get(f"neighbours.{PREVIOUS}")))]
    if features.get("meaning.cosine", 1.0) < _UNRELATED_COSINE and not any(f.hard for f in findings):
        return [_finding(pair, UNRELATED, Side.TARGET, None, Severity.CRITICAL)]
    found: list[WordScore] = []
    for side, text in ((Side.TARGET, pair.target), (Side.SOURCE, pair.source)):
        own = [w for w in words if w.side is side and w.score >= _NAMED and w.reason in TITLES]
        found += _joined(own, text)
    found.sort(key=lambda word: -word.score)
    return [_finding(pair, w.reason, w.side, w.span, Severity.MINOR) for w in found[:_MOST]]

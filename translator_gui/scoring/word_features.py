"""What is known of each target word: the input of the word model. Only arrays; no model is run here.

Surprisal is -log P in nats. "Suspicious" points up in every feature where that has a meaning.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from ..domain.span import Span
from .e5 import Embedded
from .gguf import Floats
from .likelihood import Conditional, Likelihood
from .wording import words

MINE = 0  # a word's own tokens
AFTER = 1  # signs between a word and the next one
_FUNCTION = re.compile(
    r"^(?:the|an?|and|or|but|of|in|on|at|to|for|with|by|from|as|is|are|was|were|be|been|has|have|had|it|its|this|that|"
    r"which|who|he|she|they|his|her|their|not|will|would|than|then|so|if)$",
    re.IGNORECASE,
)
_PER_TOKEN = ("sum", "top", "gap", "entropy")
_MODELS = ("a", "b")
Columns = dict[str, Floats]
"""Named columns, one value for each word."""


@dataclass(frozen=True)
class Sides:
    """Word spans of both texts."""

    source: list[Span]
    target: list[Span]


def sides(source: str, target: str, language: str) -> Sides:
    return Sides(words(source, language), words(target, "en"))


def assign(pieces: Sequence[tuple[int, int, int]], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """For each token (word, kind): the word it overlaps (MINE), or the last one before it (AFTER, word -1 at the
    very start)."""
    places: list[tuple[int, int]] = []
    at = 0
    for _, start, end in pieces:
        while at < len(spans) and spans[at].end <= start:
            at += 1
        inside = at < len(spans) and spans[at].start < end and spans[at].end > start
        places.append((at, MINE) if inside else (at - 1, AFTER))
    return places


def _pooled(one: Conditional, spans: Sequence[Span]) -> tuple[dict[str, Floats], Floats]:
    """Per word sum, top, gap and entropy of surprisal; and the top gap of the signs after it (the end included)."""
    count = len(spans)
    surprisal, gap = -one.stats.logp, one.stats.best - one.stats.logp
    table = {name: np.zeros(count, np.float32) for name in _PER_TOKEN}
    after = np.zeros(count + 1, np.float32)  # [-1]: before the first word
    seen = np.zeros(count, bool)
    for token, (word, kind) in enumerate(assign(one.pieces, spans)):
        if kind == AFTER:
            after[word] = max(after[word], gap[token])
            continue
        table["sum"][word] += surprisal[token]
        table["top"][word] = max(table["top"][word], surprisal[token])
        table["gap"][word] = max(table["gap"][word], gap[token])
        if not seen[word]:
            table["entropy"][word], seen[word] = one.stats.entropy[token], True
    if count:
        after[count - 1] = max(after[count - 1], gap[-1])
    return table, after


def _rank(values: Floats) -> Floats:
    """0 for the highest of the sentence, 1 for the lowest."""
    order = np.argsort(np.argsort(-values, kind="stable"), kind="stable")
    result: Floats = (order / max(1, len(values) - 1)).astype(np.float32)
    return result


def _standing(values: Floats) -> Floats:
    """How many deviations above the sentence's median."""
    middle = np.median(values)
    spread = np.median(np.abs(values - middle)) * 1.4826 + 0.3
    result: Floats = ((values - middle) / spread).astype(np.float32)
    return result


def _shift(values: Floats, step: int) -> Floats:
    """Values of the neighbour ``step`` words on; 0 beyond the ends."""
    result = np.zeros_like(values)
    if abs(step) >= len(values):
        return result
    if step > 0:
        result[:-step] = values[step:]
    else:
        result[-step:] = values[:step]
    return result


@dataclass(frozen=True)
class Matching:
    """Token similarities pooled to words. target, source: best similarity of each word (middle layer); deep_*: last
    layer; partner: source word a target word is closest to (-1 none)."""

    target: Floats
    source: Floats
    deep_target: Floats
    deep_source: Floats
    partner: NDArray[np.int64]
    mutual: NDArray[np.bool_]


def _pool(values: Floats, pieces: Sequence[tuple[int, int, int]], spans: Sequence[Span], empty: float) -> Floats:
    total, number = np.zeros(len(spans), np.float32), np.zeros(len(spans), np.float32)
    for token, (word, kind) in enumerate(assign(pieces, spans)):
        if kind == MINE:
            total[word] += values[token]
            number[word] += 1
    result: Floats = np.where(number > 0, total / np.maximum(number, 1), np.float32(empty)).astype(np.float32)
    return result


def match(source: Embedded, target: Embedded, both: Sides) -> Matching:
    """Word matching of two embedded texts; all similarities 1 when a side has no tokens."""
    n, m = len(both.target), len(both.source)
    if not source.tokens or not target.tokens:
        ones, more = np.ones(n, np.float32), np.ones(m, np.float32)
        return Matching(ones, more, ones, more, np.full(n, -1), np.zeros(n, bool))
    middle, last = target.middle @ source.middle.T, target.last @ source.last.T
    of_source = assign(source.pieces, both.source)
    first: dict[int, int] = {}
    for token, (word, kind) in enumerate(assign(target.pieces, both.target)):
        if kind == MINE and (word not in first or middle[token].max() > middle[first[word]].max()):
            first[word] = token
    back = middle.argmax(axis=0)
    partner, mutual = np.full(n, -1), np.zeros(n, bool)
    for word, token in first.items():
        best = int(middle[token].argmax())
        partner[word] = of_source[best][0]
        mutual[word] = int(back[best]) == token
    return Matching(
        _pool(middle.max(axis=1), target.pieces, both.target, 1.0),
        _pool(middle.max(axis=0), source.pieces, both.source, 1.0),
        _pool(last.max(axis=1), target.pieces, both.target, 1.0),
        _pool(last.max(axis=0), source.pieces, both.source, 1.0),
        partner,
        mutual,
    )


def _between(partner: NDArray[np.int64], worry: Floats) -> Floats:
    """The highest worry among source words that fall between the partners of a word and of the one before it."""
    result = np.zeros(len(partner), np.float32)
    before = -1
    for index, here in enumerate(partner.tolist()):
        low, high = min(before, here), max(before, here)
        if 0 < high - low <= 8:
            inside = worry[low + 1 : high]
            result[index] = inside.max() if len(inside) else 0.0
        before = here
    return result


def _lexical(text: str, other: str, own: Sequence[Span], others: Sequence[Span]) -> Columns:
    """What the letters tell of each word of ``text``; ``cognate``: likeness to the likest word of the other side."""
    mine = [span.of(text) for span in own]
    low, far = [word.lower() for word in mine], [span.of(other).lower() for span in others]
    likeness = process.cdist(low, far, scorer=fuzz.ratio, dtype=np.float32) if low and far else np.zeros((len(low), 1))
    best = likeness.max(axis=1) / 100
    count = max(1, len(mine) - 1)
    columns: dict[str, Sequence[float]] = {
        "length": [len(word) for word in mine],
        "capital": [float(word[:1].isupper()) for word in mine],
        "digit": [float(any(c.isdigit() for c in word)) for word in mine],
        "function": [float(bool(_FUNCTION.match(word))) for word in mine],
        "first": [float(index == 0) for index in range(len(mine))],
        "place": [index / count for index in range(len(mine))],
        "repeats": [float(i > 0 and low[i] == low[i - 1]) for i in range(len(low))],
        "cognate": best.tolist(),
        "same": (best >= 0.999).astype(float).tolist(),
    }
    return {name: np.asarray(values, np.float32) for name, values in columns.items()}


def _commonness(one: Conditional, spans: Sequence[Span]) -> Floats:
    """Log of the highest piece number of a word: pieces are numbered by how late, so how rare, they were merged."""
    result = np.zeros(len(spans), np.float32)
    for (piece, _, _), (word, kind) in zip(one.pieces, assign(one.pieces, spans), strict=True):
        if kind == MINE:
            result[word] = max(result[word], math.log1p(piece))
    return result


def _embedding_columns(matching: Matching) -> Columns:
    n = len(matching.target)
    columns = {"similar": 1 - matching.target, "deep": 1 - matching.deep_target}
    columns["mutual"] = matching.mutual.astype(np.float32)
    columns["jump"] = np.clip(np.diff(matching.partner, prepend=-1).astype(np.float32), -12, 12)
    columns["between.similar"] = _between(matching.partner, 1 - matching.source)
    columns["between.deep"] = _between(matching.partner, 1 - matching.deep_source)
    for name in ("similar", "deep"):
        columns |= _neighbours(columns, name, (-1, 1))
        columns[f"{name}.standing"] = _standing(columns[name])
        columns[f"{name}.rank"] = _rank(columns[name])
    columns["s.source_low"] = np.full(n, float(np.max(1 - matching.deep_source, initial=0.0)), np.float32)
    columns["s.similar"] = np.full(n, float((1 - matching.target).mean()), np.float32)
    return columns


def _neighbours(columns: Columns, name: str, steps: Sequence[int]) -> Columns:
    return {f"{name}@{step}": _shift(columns[name], step) for step in steps}


def _likelihood_columns(likelihood: Likelihood, both: Sides, matching: Matching) -> Columns:
    n = len(both.target)
    pooled, after = {}, {}
    for name, one in zip(_MODELS, (likelihood.draft, likelihood.alone), strict=True):
        pooled[name], after[name] = _pooled(one, both.target)
    columns: Columns = {f"{name}.{key}": pooled[name][key] for name in _MODELS for key in _PER_TOKEN}
    columns["pmi"] = columns["a.sum"] - columns["b.sum"]
    columns["pmi.top"] = columns["a.top"] - columns["b.top"]
    for name in ("a.top", "a.gap", "b.top", "pmi"):
        columns |= _neighbours(columns, name, (-2, -1, 1, 2))
    for name in ("a.top", "a.gap", "pmi", "b.gap"):
        columns[f"{name}.rank"] = _rank(columns[name])
        columns[f"{name}.standing"] = _standing(columns[name])
    columns["a.after"], columns["b.after"] = after["a"][:n], after["b"][:n]
    columns["a.before"] = np.concatenate([after["a"][-1:], after["a"][: n - 1]])
    columns["between.gap"] = _between(matching.partner, _pooled(likelihood.source, both.source)[0]["gap"])
    columns["frequency"] = _commonness(likelihood.draft, both.target)
    for name, value in sentence_figures(likelihood).items():
        columns[f"s.{name}"] = np.full(n, value, np.float32)
    return columns


Probed = Mapping[str, tuple[Floats, Floats]]
"""What probes say of target and source words, by name."""


def _probe_columns(answers: Mapping[str, Floats]) -> Columns:
    columns: Columns = {}
    for name, values in answers.items():
        own = f"probe.{name}"
        columns[own] = values
        columns |= _neighbours(columns, own, (-1, 1))
        columns[f"{own}.standing"], columns[f"{own}.rank"] = _standing(values), _rank(values)
    return columns


def word_table(
    source: str, target: str, both: Sides, likelihood: Likelihood | None, matching: Matching, probed: Probed
) -> Columns:
    """Columns of the target's words. Without a likelihood those of the language model are left out."""
    if not both.target:
        return {}
    columns = _embedding_columns(matching) | _lexical(target, source, both.target, both.source)
    columns |= _probe_columns({name: own for name, (own, _) in probed.items()})
    for name, (_, other) in probed.items():
        columns[f"probe.{name}.between"] = _between(matching.partner, other + 6)
    if likelihood is not None:
        columns |= _likelihood_columns(likelihood, both, matching)
    return columns


def source_table(
    source: str, target: str, both: Sides, likelihood: Likelihood | None, matching: Matching, probed: Probed
) -> Columns:
    """Columns of the source's words: is each one told in the target?"""
    n = len(both.source)
    if not n:
        return {}
    columns = _lexical(source, target, both.source, both.target)
    columns |= _probe_columns({name: own for name, (_, own) in probed.items()})
    columns |= {"similar": 1 - matching.source, "deep": 1 - matching.deep_source}
    taken = np.bincount(matching.partner[matching.partner >= 0], minlength=n)[:n]
    columns["taken"] = np.minimum(taken, 3).astype(np.float32)
    if likelihood is not None:
        pooled, _ = _pooled(likelihood.source, both.source)
        columns |= {f"c.{key}": pooled[key] for key in _PER_TOKEN}
        columns["frequency"] = _commonness(likelihood.source, both.source)
        for figure, value in sentence_figures(likelihood).items():
            columns[f"s.{figure}"] = np.full(n, value, np.float32)
    for name in ("similar", "deep", "c.gap", "c.top"):
        if name in columns:
            columns |= _neighbours(columns, name, (-1, 1))
            columns[f"{name}.standing"] = _standing(columns[name])
            columns[f"{name}.rank"] = _rank(columns[name])
    columns["s.similar"] = np.full(n, float((1 - matching.source).mean()), np.float32)
    columns["s.words"] = np.full(n, math.log((len(both.target) + 1) / (n + 1)), np.float32)
    return columns


def sentence_figures(likelihood: Likelihood) -> dict[str, float]:
    """Means per token, in nats: a, b, c; pmi = a − b; and the number of tokens (log)."""
    a, b = float(likelihood.draft.logp.mean()), float(likelihood.alone.logp.mean())
    c = float(likelihood.source.logp.mean())
    return {
        "a": a,
        "b": b,
        "c": c,
        "pmi": a - b,
        "tokens": math.log(len(likelihood.draft.logp)),
        "ratio": math.log(len(likelihood.draft.logp) / len(likelihood.source.logp)),
    }

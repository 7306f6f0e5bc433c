"""Measures rows with the models once and keeps the figures, so that fitting and printing tables take seconds.

The cache is a folder of .npz files, two for every group of rows (same source), named by the hash of its texts: what
the models measured, and the language model's inner states.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from translator_gui.domain.language import LanguagePair
from translator_gui.domain.score import Pair
from translator_gui.kit.jobs import JobContext
from translator_gui.scoring.e5 import Embedded
from translator_gui.scoring.embedding import Embeddings
from translator_gui.scoring.gemma import TokenStats
from translator_gui.scoring.likelihood import Conditional, Likelihood, load_prober
from translator_gui.scoring.probe import meaning_layers
from translator_gui.scoring.word_features import sides
from translator_gui.scoring.wording import readable

from .scoring_data import Row, by_group

VERSION = "1"
CACHE = Path(os.environ.get("TRANSLATOR_GUI_SCORER_CACHE", "~/.cache/translator-gui-scorer")).expanduser()


def pair_of(row: Row) -> Pair:
    return Pair("", row.source, row.draft, LanguagePair(row.language, "en"))


def _file(group: Sequence[Row]) -> Path:
    text = "\x1f".join([VERSION, group[0].language, group[0].source, *sorted({row.draft for row in group})])
    return CACHE / f"{hashlib.blake2b(text.encode(), digest_size=12).hexdigest()}.npz"


def _pack_conditional(table: dict[str, np.ndarray], name: str, one: Conditional) -> None:
    table[name + ".p"] = np.array(one.pieces, np.int32).reshape(-1, 3)
    table[name + ".s"] = np.array([one.stats.logp, one.stats.best, one.stats.entropy], np.float32)


def _pack_embedded(table: dict[str, np.ndarray], name: str, one: Embedded) -> None:
    table[name + ".p"] = np.array(one.pieces, np.int32).reshape(-1, 3)
    table[name + ".v"] = one.vector
    table[name + ".m"] = one.middle.astype(np.float16)
    table[name + ".l"] = one.last.astype(np.float16)


def _conditional(table: dict[str, np.ndarray], name: str) -> Conditional:
    pieces = tuple(tuple(row) for row in table[name + ".p"].tolist())
    return Conditional(pieces, TokenStats(*table[name + ".s"]), table.get(name))


def _embedded(table: dict[str, np.ndarray], name: str) -> Embedded:
    pieces = tuple(tuple(row) for row in table[name + ".p"].tolist())
    middle, last = (table[name + end].astype(np.float32) for end in (".m", ".l"))
    return Embedded(table[name + ".v"], pieces, middle, last)


def _measure(group: Sequence[Row], embeddings: Embeddings) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """What the models measured, and the language model's states."""
    ctx, prober = JobContext(), load_prober()
    source, language = readable(group[0].source), group[0].language
    drafts = list(dict.fromkeys(readable(row.draft) for row in group))
    found = prober.all_three([source] * len(drafts), drafts, language, ctx)
    columns = [one.draft for one in found], [one.alone for one in found], [one.source for one in found]
    table: dict[str, np.ndarray] = {"drafts": np.array(drafts)}
    states: dict[str, np.ndarray] = {}
    for name, column in zip("abc", columns, strict=True):
        for number, one in enumerate(column):
            _pack_conditional(table, f"{name}{number}", one)
            if one.states is not None:
                states[f"{name}{number}"] = one.states
    for number, one in enumerate(embeddings([source, *drafts], ctx)):
        _pack_embedded(table, f"e{number}", one)
    return table, states


def _keep(path: Path, table: dict[str, np.ndarray]) -> None:
    partial = path.with_suffix(f".{os.getpid()}.tmp.npz")
    np.savez(partial, **table)
    partial.rename(path)


def _load(path: Path) -> dict[str, np.ndarray]:
    with np.load(path, allow_pickle=False) as table:
        return {key: table[key] for key in table.files}


@dataclass(frozen=True)
class Measured:
    row: Row
    likelihood: Likelihood
    source: Embedded
    draft: Embedded


def measured(rows: Sequence[Row], quiet: bool = False) -> Iterator[Measured]:
    """Every row with its measurements, group by group. Measures what is not in the cache yet."""
    CACHE.mkdir(parents=True, exist_ok=True)
    embeddings, start = Embeddings(64), time.time()
    groups = by_group(rows)
    for number, group in enumerate(groups):
        path = _file(group)
        inner = path.with_suffix(".states.npz")
        if not inner.exists():
            for where, table in zip((path, inner), _measure(group, embeddings), strict=True):
                _keep(where, table)
        loaded = _load(path) | _load(inner)
        source = _embedded(loaded, "e0")
        places = {draft: index for index, draft in enumerate(loaded["drafts"].tolist())}
        for row in group:
            index = places[readable(row.draft)]
            parts = [_conditional(loaded, f"{name}{index}") for name in "abc"]
            yield Measured(row, Likelihood(*parts), source, _embedded(loaded, f"e{index + 1}"))
        if not quiet and number % 20 == 19:
            print(f"  measured {number + 1}/{len(groups)} sources, {time.time() - start:.0f} s", file=sys.stderr)


@dataclass(frozen=True)
class Vectors:
    """A row as the encoder alone sees it: word states of (target, source) by layer, and of the row's base."""

    row: Row
    layers: dict[str, tuple[np.ndarray, np.ndarray]]
    base: dict[str, tuple[np.ndarray, np.ndarray]] | None


_LAYERS = ("middle", "last")


def _word_vectors(group: Sequence[Row], drafts: Sequence[str], embeddings: Embeddings) -> dict[str, np.ndarray]:
    source, *targets = embeddings([readable(group[0].source), *drafts], JobContext())
    table: dict[str, np.ndarray] = {"drafts": np.array(drafts)}
    for number, (draft, target) in enumerate(zip(drafts, targets, strict=True), start=1):
        both = sides(readable(group[0].source), draft, group[0].language)
        for name, (own, other) in meaning_layers(source, target, both).items():
            table[f"{name}{number}"] = own.astype(np.float16)
            table[f"{name}0"] = other.astype(np.float16)
    return table


def vectors(rows: Sequence[Row]) -> Iterator[Vectors]:
    """Word states of every row, group by group; rows with a side without words are left out."""
    CACHE.mkdir(parents=True, exist_ok=True)
    embeddings, start = Embeddings(64), time.time()
    groups = by_group(rows)
    for count, group in enumerate(groups):
        path = _file(group).with_suffix(".words.npz")
        if not path.exists():
            drafts = list(dict.fromkeys(readable(row.draft) for row in group))
            _keep(path, _word_vectors(group, drafts, embeddings))
        table = _load(path)
        places = {draft: number for number, draft in enumerate(table["drafts"].tolist(), start=1)}

        def layers(draft: str, table=table, places=places) -> dict[str, tuple[np.ndarray, np.ndarray]] | None:  # type: ignore[no-untyped-def]
            number = places.get(readable(draft))
            if number is None:
                return None
            found = {name: (table[f"{name}{number}"], table[f"{name}0"]) for name in _LAYERS}
            return {name: (t.astype(np.float32), s.astype(np.float32)) for name, (t, s) in found.items()}

        for row in group:
            own = layers(row.draft)
            if own is not None and len(own["last"][0]) and len(own["last"][1]):
                yield Vectors(row, own, layers(row.base) if row.base else None)
        if count % 100 == 99:
            print(f"  embedded {count + 1}/{len(groups)} sources, {time.time() - start:.0f} s", file=sys.stderr)


def embedded_only(rows: Sequence[Row]) -> list[Row]:
    """The rows whose word states were kept before."""
    return [row for group in by_group(rows) if _file(group).with_suffix(".words.npz").exists() for row in group]


def cached(rows: Sequence[Row]) -> list[Row]:
    """The rows whose group was measured before."""
    return [row for group in by_group(rows) if _file(group).with_suffix(".states.npz").exists() for row in group]

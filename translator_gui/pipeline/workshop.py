"""The composition root below the window: where the rooms that do not know each other are put together.

Used by cli and ui alike. Nothing is built, and no model read, before it is asked for.
"""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from ..domain.protocols import Aligner, Scorer, Segmenter, Termbase, TranslationEngine, TranslationMemory
from ..domain.score import Pair, Scorecard
from ..kit.jobs import JobContext
from ..kit.paths import data_dir
from ..kit.settings import Settings
from .lazy import Lazy
from .placeables import TaggedScorer, checked

if TYPE_CHECKING:
    from ..domain.finding import Finding
    from ..engines.catalogue import EngineInfo

Checks = Callable[[Sequence[Pair]], "list[list[Finding]]"]
MEMORY_FILE = "memory.tgm"
TERMS_FILE = "terms.tgt"


class Workshop:
    """Everything a batch or a window works with, built lazily, once, from ``settings``. Thread-safe.

    ``secrets`` are options that are never in settings (service keys): engine name -> option -> value.
    """

    def __init__(
        self, settings: Settings | None = None, secrets: Mapping[str, Mapping[str, Any]] | None = None
    ) -> None:
        self.settings = settings or Settings()
        self._secrets = secrets or {}
        self._lock = threading.Lock()
        self._engines: dict[str, Lazy[TranslationEngine]] = {}
        self._scorers: dict[str, Lazy[Scorer]] = {}
        self._origin = ""
        self._aligners: dict[str, Lazy[Aligner]] = {}
        self._memory: Lazy[TranslationMemory] = Lazy(_open_memory)
        self._terms: Lazy[Termbase] = Lazy(_open_terms)

    # -- parts ---------------------------------------------------------------------------------------------------

    def segmenter(self) -> Segmenter:
        from ..segmentation.default import segmenter

        return segmenter()

    def engine(self, name: str | None = None) -> TranslationEngine:
        """The engine of that name (None: the one of the settings). Raises InputError for an unknown name."""
        wanted = name or self.settings.engines.default
        with self._lock:
            slot = self._engines.setdefault(wanted, Lazy(lambda: self._build_engine(wanted)))
        return slot.get()

    def engines(self, names: Collection[str] | None = None) -> list[EngineInfo]:
        """The known engines (names: of these alone), able or not, in the order of the catalogue.

        Who needs not know of the online ones says so: for theirs, libraries are loaded and the keyring is asked.
        """
        from ..engines.catalogue import ENGINES, engine_info

        asked = [name for name in ENGINES.names() if names is None or name in names]
        return [engine_info(name, self.engine_options(name)) for name in asked]

    def engines_here(self) -> list[EngineInfo]:
        """Those that the offline engine puts together."""
        from ..engines.offline import MEMBERS

        return self.engines(MEMBERS)

    def scorer(self, profile: str | None = None) -> Scorer:
        """The scorer of that profile (None: the one of the settings)."""
        wanted = profile or self.settings.scoring.profile
        with self._lock:
            slot = self._scorers.setdefault(wanted, Lazy(lambda: self._build_scorer(wanted)))
        return slot.get()

    def aligner(self, profile: str = "full") -> Aligner:
        """The aligner of that profile, signs (at once), fast (by words) or full (by meaning, remembers texts seen)."""
        with self._lock:
            slot = self._aligners.setdefault(profile, Lazy(lambda: _build_aligner(profile)))
        return slot.get()

    @property
    def checks(self) -> Checks:
        """Pairs -> findings per pair, in order, without the checks the user muted."""
        return self.run_checks

    def run_checks(self, pairs: Sequence[Pair]) -> list[list[Finding]]:
        from ..checks.house_style import house_styles
        from ..checks.runner import run_checks

        scoring = self.settings.scoring
        style = scoring.house_style if scoring.house_style in house_styles() else ""  # a settings file edited by hand
        return checked(
            pairs,
            lambda bare: run_checks(bare, muted=scoring.muted_checks, terms=self.terms(), style=style),
            self._run_tag_checks,
        )

    def _run_tag_checks(self, pairs: Sequence[Pair]) -> list[list[Finding]]:
        from ..checks.runner import run_checks

        return run_checks(pairs, "placeables", self.settings.scoring.muted_checks)

    def run_article_checks(
        self, pairs: Sequence[Pair], check: Callable[[], object] | None = None
    ) -> list[list[Finding]]:
        """What only the whole article shows (a name rendered two ways, a row shifted), per pair, in order. check: as
        in checks.runner.run_article_checks."""
        from ..checks.runner import run_article_checks

        muted = self.settings.scoring.muted_checks
        return checked(pairs, lambda bare: run_article_checks(bare, muted, check), lambda tagged: [[] for _ in tagged])

    def memory(self, origin: str = "") -> TranslationMemory:
        """The user's own translation memory, in the data folder. Raises StoreError.

        origin: title of the article that asks from now on, for the penalties of the settings ("": as before).
        """
        from ..memory.penalties import Penalties

        if origin:
            self._origin = origin
        memory: Any = self._memory.get()
        given = dataclasses.asdict(self.settings.memory)
        memory.set_penalties(Penalties(**given, origin=self._origin, author=self.settings.user_name))
        return cast("TranslationMemory", memory)

    def terms(self) -> Termbase:
        """The user's own terms, in the data folder. Raises StoreError."""
        return self._terms.get()

    # -- life ----------------------------------------------------------------------------------------------------

    def change_settings(self, settings: Settings) -> None:
        """Parts that the change touches are closed and built anew when next asked for; the rest stays loaded."""
        with self._lock:
            before, self.settings = self.settings, settings
            stale: list[Lazy[Any]] = []
            if before.scoring != settings.scoring:
                stale += self._scorers.values()
                self._scorers = {}
            if before.engines != settings.engines:
                stale += self._engines.values()
                self._engines = {}
        _close_all(stale)

    def forget(self) -> None:
        """Drop what scorers and aligners remember of texts; models stay loaded. A batch does so after each article:
        its memory does not grow, and no figure depends on which articles went before."""
        with self._lock:
            stale: list[Lazy[Any]] = [*self._scorers.values(), *self._aligners.values()]
            self._scorers, self._aligners = {}, {}
        _close_all(stale)

    def close(self) -> None:
        """Ends child processes and closes files. The workshop can be used again: parts come back."""
        with self._lock:
            stale: list[Lazy[Any]] = [*self._engines.values(), *self._scorers.values()]
            self._engines, self._scorers = {}, {}
        _close_all([*stale, self._memory, self._terms])

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- building ------------------------------------------------------------------------------------------------

    def engine_options(self, name: str) -> dict[str, Any]:
        """What the factory of engine ``name`` is given."""
        engines = self.settings.engines
        shared: dict[str, Any] = {"candidates": engines.candidates, "timeout_seconds": engines.timeout_seconds}
        if name == "offline":
            from ..engines.offline import MEMBERS

            # It asks the others: each keeps the options it has when it is asked alone.
            shared.update({member: engines.options[member] for member in MEMBERS if member in engines.options})
        return {**shared, **engines.options.get(name, {}), **self._secrets.get(name, {})}

    def _build_engine(self, name: str) -> TranslationEngine:
        from ..engines.catalogue import build_engine
        from ..engines.tagged import TaggedEngine

        return TaggedEngine(build_engine(name, self.engine_options(name), ranker=self._rank, cache=True))

    def _build_scorer(self, profile: str) -> Scorer:
        from ..scoring.scorer import build_scorer

        scoring = self.settings.scoring
        scorer = build_scorer(
            profile=profile, false_flags=scoring.false_flags, checks=self.run_checks, threshold=scoring.threshold
        )
        return TaggedScorer(scorer, self._run_tag_checks)

    def _rank(self, pairs: Sequence[Pair], ctx: JobContext) -> list[Scorecard]:
        # Asked late, so that building an engine does not read the scorer's models. Never with the language model:
        # it takes half a second a candidate, and favours drafts in its own manner.
        profile = "rules" if self.settings.scoring.profile == "rules" else "fast"
        return self.scorer(profile).score(pairs, ctx)


def _open_memory() -> TranslationMemory:
    from ..memory.store import MemoryStore

    return MemoryStore(data_dir() / MEMORY_FILE)


def _open_terms() -> Termbase:
    from ..checks.dictionary import lemmas
    from ..termbase.store import TermStore

    return TermStore(data_dir() / TERMS_FILE, lemmas)


def _build_aligner(profile: str) -> Aligner:
    from .align import build_aligner

    return build_aligner(profile)[0]


def _close_all(slots: Sequence[Lazy[Any]]) -> None:
    for slot in slots:
        close = getattr(slot.taken(), "close", None)
        if close is not None:
            close()

"""The engines there are, by name; building one; what a person is told about each.

Plug-ins join through the entry-point group "translator_gui.engines": name = "module:factory".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..domain.candidate import Availability
from ..domain.protocols import TranslationEngine
from ..domain.score import Pair, Scorecard
from ..kit.errors import AppError, EngineError
from ..kit.jobs import JobContext
from ..kit.registry import Registry

EngineFactory = Callable[[Mapping[str, Any]], TranslationEngine]
Ranker = Callable[[Sequence[Pair], JobContext], list[Scorecard]]

ENGINES: Registry[EngineFactory] = Registry(
    "engine",
    {
        "offline": "translator_gui.engines.offline:build",
        "firefox": "translator_gui.engines.firefox:build",
        "pivot": "translator_gui.engines.pivot:build",
        "local": "translator_gui.engines.local:build",
        "google": "translator_gui.engines.online.deep:google",
        "mymemory": "translator_gui.engines.online.deep:mymemory",
        "microsoft": "translator_gui.engines.online.deep:microsoft",
        "libre": "translator_gui.engines.online.deep:libre",
        "deepl": "translator_gui.engines.online.deepl_api:deepl_engine",
        "openai": "translator_gui.engines.online.chat:chat",
    },
    group="translator_gui.engines",
)

# Of those above, the ones that may send text away. What a plug-in does, only it can say.
ONLINE = frozenset({"google", "mymemory", "microsoft", "libre", "deepl", "openai"})
HERE = frozenset({"offline", "firefox", "pivot", "local"})

DESCRIPTIONS: Mapping[str, str] = {
    "offline": "Asks every engine on this machine and puts the best answer first.",
    "firefox": "Firefox's translation model for the language pair, on this machine.",
    "pivot": "Apertium to Portuguese, then a Firefox model to English, on this machine.",
    "local": "A small language model on this machine, shown examples and the article's last sentences.",
    "google": "Google Translate's public page.",
    "mymemory": "MyMemory, a public translation memory with machine translation.",
    "microsoft": "Microsoft Translator, with your key.",
    "libre": "A LibreTranslate server: a public one, or your own.",
    "deepl": "DeepL, with your key.",
    "openai": "Any server that speaks the OpenAI protocol: Ollama, LM Studio, llama-server, OpenAI.",
}


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """One row of the list of engines. online: text leaves this machine."""

    name: str
    title: str
    online: bool
    availability: Availability
    description: str


def build_engine(
    name: str, options: Mapping[str, Any] | None = None, *, ranker: Ranker | None = None, cache: bool = True
) -> TranslationEngine:
    """A ready engine; nothing is loaded, downloaded or asked yet.

    options: the engine's own (for ``offline``: engine name -> that engine's options). ranker: Scorer.score, used by
    ``offline`` to order candidates. cache: answers are kept on disk by text, engine and settings.
    Raises InputError for an unknown name or option, EngineError for a plug-in whose modules are not there.
    """
    given = dict(options or {})
    if name == "offline":
        from .offline import build_offline  # imported here: the file also builds engines through this function

        return build_offline(given, ranker=ranker, cache=cache)
    engine = _made(name, given)
    if not cache:
        return engine
    from .cached import CachedEngine

    return CachedEngine(engine)


def _made(name: str, options: dict[str, Any]) -> TranslationEngine:
    try:
        return ENGINES.get(name)(options)
    except ImportError as error:
        if name in HERE or name in ONLINE:
            raise
        hint = "What it needs is not installed; install its package anew, or choose another engine."
        raise EngineError(f"The engine “{name}” cannot be loaded.", hint, detail=str(error)) from error


def engine_info(name: str, options: Mapping[str, Any] | None = None) -> EngineInfo:
    """What the list of engines says of one. A plug-in that cannot be built is a row that says why."""
    try:
        engine = build_engine(name, options, cache=False)
    except (AppError, ImportError) as error:
        # One engine whose library is broken must not hide the others.
        hint = error.hint if isinstance(error, AppError) else ""
        return EngineInfo(name, name, False, Availability(False, str(error), hint), DESCRIPTIONS.get(name, ""))
    try:
        availability = engine.availability()
        description = DESCRIPTIONS.get(name, "")
        return EngineInfo(name, engine.title, engine.online, availability, description)
    finally:
        engine.close()

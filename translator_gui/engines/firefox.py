"""Firefox's translation models: a folder the user has, or the model the app was told to fetch; in a child process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..domain.candidate import Availability, Proposal, TranslationRequest
from ..domain.language import FR_EN, LanguagePair
from ..kit.errors import AppError, EngineError, MissingExtraError
from ..kit.jobs import JobContext
from . import firefox_model, model_store, options
from .answering import copied, finish, one_by_one, prepare_all, wordless
from .firefox_model import FirefoxModel, ModelFiles
from .model_store import INSTALL, ModelManifest
from .protection import Prepared

_OPTIONS = ("folder", "url", "timeout_seconds", "candidates")


def direction_of(pair: LanguagePair) -> str:
    """The name Firefox's files have for a pair: "fren"."""
    return f"{pair.source.split('-')[0]}{pair.target.split('-')[0]}".lower()


class FirefoxEngine:
    """See the module. Options: folder (the model's files), url (a mirror to fetch from), timeout_seconds (a text).
    It has one answer to a text, however many candidates are asked for."""

    name = "firefox"
    title = "Firefox translation model"
    online = False

    def __init__(self, given: Mapping[str, Any]) -> None:
        options.reject_unknown(self.name, given, _OPTIONS)
        self._folder = options.path(given, "folder")
        self._url = str(given.get("url") or "")
        self._timeout = options.number(given, "timeout_seconds", 20.0, 0.1, 3600.0)
        self._models: dict[str, FirefoxModel] = {}

    def availability(self) -> Availability:
        return self.availability_for(FR_EN)

    def availability_for(self, pair: LanguagePair) -> Availability:
        """What is missing for this pair, with size and licence of what can be fetched."""
        if not firefox_model.installed():
            return Availability(False, "fxtranslate is not installed.", INSTALL)
        try:
            self._files(pair)
        except AppError as error:
            return Availability(False, error.message, error.hint)
        return Availability(True)

    def manifest(self, pair: LanguagePair = FR_EN) -> ModelManifest | None:
        """What ``download`` would fetch; None when the user has a folder of their own or none is known."""
        return None if self._folder else model_store.manifest_for(str(pair))

    def download(self, ctx: JobContext, pair: LanguagePair = FR_EN) -> Path:
        """Fetch the model. Call it only after a person saw size and licence and agreed. Raises as download_model."""
        manifest = self.manifest(pair)
        if manifest is None:
            raise EngineError(f"There is no Firefox model to fetch for {pair}.", "Choose another engine.")
        return model_store.download_model(manifest, ctx, base_url=self._url)

    def _files(self, pair: LanguagePair) -> ModelFiles:
        """Raises EngineError or InputError saying what is missing and what to do."""
        direction = direction_of(pair)
        if self._folder:
            return firefox_model.find_files(self._folder, direction)
        manifest = model_store.manifest_for(str(pair))
        if manifest is None:
            hint = "Point the option “folder” to a model for it, or choose another engine."
            raise EngineError(f"No Firefox model is known for {pair}.", hint)
        if not manifest.present():
            size = f"{manifest.size / 1_000_000:.0f} MB, licence {manifest.licence}"
            raise EngineError(
                f"The model “{manifest.title}” is not on this machine ({size}).",
                "Run: translator-gui engines --download firefox, or point the option “folder” to one you have.",
            )
        return firefox_model.find_files(manifest.folder(), direction)

    def signature(self) -> str:
        try:
            files = self._files(FR_EN).signature()
        except AppError:
            files = "absent"
        return f"firefox|{self._folder or ''}|{files}|v:1"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        """One candidate for each request."""
        if not firefox_model.installed():
            raise MissingExtraError("fxtranslate is not installed.", INSTALL)
        prepared = dict(zip((id(r) for r in requests), prepare_all(requests), strict=True))
        return one_by_one(requests, ctx, lambda request: self._answer(request, prepared[id(request)], ctx))

    def _answer(self, request: TranslationRequest, prepared: Prepared, ctx: JobContext) -> Proposal:
        if wordless(request):
            return copied(request, self.name)
        text = self._model(request.pair).translate(prepared.text, ctx)
        model = direction_of(request.pair)
        return Proposal(request.id, (finish(prepared, text, self.name, model),))

    def _model(self, pair: LanguagePair) -> FirefoxModel:
        direction = direction_of(pair)
        if direction not in self._models:
            self._models[direction] = FirefoxModel(self._files(pair), self._timeout)
        return self._models[direction]

    def close(self) -> None:
        for model in self._models.values():
            model.close()
        self._models.clear()


def build(given: Mapping[str, Any]) -> FirefoxEngine:
    return FirefoxEngine(given)

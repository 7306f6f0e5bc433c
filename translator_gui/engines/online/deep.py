"""Google, MyMemory, Microsoft and LibreTranslate, through deep-translator.

One translator object per call: they keep the text inside (47 of 400 answers were somebody else's on 8 threads).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deep_translator import GoogleTranslator, LibreTranslator, MicrosoftTranslator, MyMemoryTranslator
from deep_translator import google as _google
from deep_translator import libre as _libre
from deep_translator import microsoft as _microsoft
from deep_translator import mymemory as _mymemory

from ...domain.candidate import TranslationRequest
from .keys import get_key
from .service import OnlineEngine, Service
from .wire import REQUESTS, WireSession

for _module in (_google, _libre, _microsoft, _mymemory):
    _module.requests = REQUESTS  # the library has no timeout and no place to give one

GOOGLE = "https://translate.google.com/m"
MYMEMORY = "https://api.mymemory.translated.net/get"  # the library's own address is plain HTTP
MICROSOFT = "https://api.cognitive.microsofttranslator.com/translate?api-version=3.0"
# MyMemory wants a region with the language.
_REGIONS = {"fr": "fr-FR", "en": "en-GB"}


def _engine(service: Service, options: Mapping[str, Any]) -> OnlineEngine:
    return OnlineEngine(service, float(options.get("timeout_seconds", 20.0)), str(options.get("proxy", "")))


def google(options: Mapping[str, Any]) -> OnlineEngine:
    """Google's page for small screens; no key. Refuses (429) readily."""
    url = str(options.get("url") or GOOGLE)

    def ask(session: WireSession, text: str, request: TranslationRequest) -> object:
        translator = GoogleTranslator(source=request.pair.source, target=request.pair.target)
        translator._base_url = url
        return translator.translate(text)

    return _engine(Service("google", "Google Translate", url, ask, limit=4500, per_second=2), options)


def mymemory(options: Mapping[str, Any]) -> OnlineEngine:
    """MyMemory; no key, an e-mail address raises the quota."""
    url = str(options.get("url") or MYMEMORY)

    def ask(session: WireSession, text: str, request: TranslationRequest) -> object:
        source, target = (_REGIONS.get(code, code) for code in (request.pair.source, request.pair.target))
        translator = MyMemoryTranslator(source=source, target=target, email=options.get("email") or None)
        translator._base_url = url
        return translator.translate(text)

    return _engine(Service("mymemory", "MyMemory", url, ask, limit=450, per_second=2), options)


class _Microsoft(MicrosoftTranslator):  # type: ignore[misc]  # the library has no types
    """The original asks the network for its languages before it is asked anything."""

    def _get_supported_languages(self) -> dict[str, str]:
        from deep_translator.constants import GOOGLE_LANGUAGES_TO_CODES

        return {name: code.lower() for name, code in GOOGLE_LANGUAGES_TO_CODES.items()}


def microsoft(options: Mapping[str, Any]) -> OnlineEngine:
    """Microsoft Translator; needs a key, and a region for some accounts."""
    url, key = str(options.get("url") or MICROSOFT), str(options.get("key") or get_key("microsoft"))

    def ask(session: WireSession, text: str, request: TranslationRequest) -> object:
        translator = _Microsoft(
            source=request.pair.source,
            target=request.pair.target,
            api_key=key,
            region=str(options.get("region", "")) or None,
        )
        translator._base_url = url
        return translator.translate(text)

    service = Service("microsoft", "Microsoft Translator", url, ask, per_second=10, needs_key=True, key=key)
    return _engine(service, options)


def libre(options: Mapping[str, Any]) -> OnlineEngine:
    """LibreTranslate at any address, so also one's own server. The key may be empty there."""
    url = str(options.get("url") or "https://libretranslate.com/").rstrip("/") + "/"
    key = str(options.get("key") or get_key("libre"))
    hosted = url.startswith("https://libretranslate.com/")

    def ask(session: WireSession, text: str, request: TranslationRequest) -> object:
        # The library refuses an empty key; a server without keys ignores this one.
        translator = LibreTranslator(
            source=request.pair.source, target=request.pair.target, api_key=key or "none", custom_url=url
        )
        return translator.translate(text)

    service = Service("libre", "LibreTranslate", url, ask, limit=1900, per_second=10, needs_key=hosted, key=key)
    return _engine(service, options)

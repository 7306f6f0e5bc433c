"""DeepL, through its official client. Retries are ours (service.py), so that Cancel works between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import deepl
from deepl import http_client

from ...domain.candidate import TranslationRequest
from .keys import get_key
from .service import OnlineEngine, Service
from .wire import WireSession

http_client.max_network_retries = 0

_TARGETS = {"en": "EN-US", "pt": "PT-PT"}  # DeepL wants a region for these targets
PRO, FREE = "https://api.deepl.com", "https://api-free.deepl.com"


def deepl_engine(options: Mapping[str, Any]) -> OnlineEngine:
    """DeepL; the key decides between the free and the paid address. The sentences before go along as context."""
    key = str(options.get("key") or get_key("deepl"))
    url = str(options.get("url") or (FREE if key.endswith(":fx") else PRO))
    formality = str(options.get("formality", "default"))

    def ask(session: WireSession, text: str, request: TranslationRequest) -> object:
        client = deepl.Translator(key, server_url=url, send_platform_info=False)
        client._client._session = session
        result = client.translate_text(
            text,
            source_lang=request.pair.source.upper(),
            target_lang=_TARGETS.get(request.pair.target, request.pair.target.upper()),
            context=" ".join(source for source, _ in request.previous[-3:]) or None,
            formality=formality,
        )
        return result.text if isinstance(result, deepl.TextResult) else None

    service = Service("deepl", "DeepL", url, ask, limit=30_000, per_second=10, needs_key=True, key=key)
    return OnlineEngine(service, float(options.get("timeout_seconds", 20.0)), str(options.get("proxy", "")))

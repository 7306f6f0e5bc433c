"""A machine on which llama.cpp's wheel cannot be loaded: said, with the way out; the other engines go on."""

from __future__ import annotations

import importlib

import pytest

from translator_gui.engines import llama
from translator_gui.kit.errors import EngineError


def test_a_missing_system_library_is_an_engine_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise ImportError("libgomp.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(EngineError, match="cannot be loaded") as caught:
        llama._library()
    assert "libgomp1" in caught.value.hint
    assert "libgomp.so.1" in caught.value.detail

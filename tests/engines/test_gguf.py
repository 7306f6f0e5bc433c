"""The packaged model put together: once, checked, whole or not at all; and a model of the user's own."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from translator_gui.engines import gguf
from translator_gui.engines.catalogue import build_engine
from translator_gui.kit.errors import Cancelled, EngineError, InputError
from translator_gui.kit.jobs import JobContext
from translator_gui.kit.paths import models_dir

PARTS = [b"GGUF" + b"a" * 3_000_000, b"b" * 2_000_000]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A small package of the same make as the real one."""
    paths = []
    for number, body in enumerate(PARTS):
        path = tmp_path / f"part{number}"
        path.write_bytes(body)
        paths.append(path)
    module = ModuleType(gguf.PACKAGE)
    module.MODEL_NAME = "small.gguf"  # type: ignore[attr-defined]
    module.EXPECTED_SHA256 = hashlib.sha256(b"".join(PARTS)).hexdigest()  # type: ignore[attr-defined]
    module.chunk_paths = lambda: paths  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, gguf.PACKAGE, module)
    monkeypatch.setattr(gguf, "packaged", lambda: True)
    return module


def left_over() -> list[str]:
    return sorted(path.name for path in models_dir().iterdir())


def test_the_parts_are_joined_once(package: ModuleType, ctx: JobContext) -> None:
    path = gguf.assembled(ctx)
    assert path.read_bytes() == b"".join(PARTS)
    made = path.stat().st_mtime_ns
    assert gguf.assembled(ctx).stat().st_mtime_ns == made
    path.write_bytes(b"GGUF cut short")
    assert gguf.assembled(ctx).read_bytes() == b"".join(PARTS)


def test_a_damaged_part_leaves_nothing(package: ModuleType, ctx: JobContext) -> None:
    package.EXPECTED_SHA256 = "0" * 64  # type: ignore[attr-defined]
    with pytest.raises(EngineError, match="damaged"):
        gguf.assembled(ctx)
    assert left_over() == []


def test_a_missing_part_and_a_full_disk_say_what_to_do(
    package: ModuleType, ctx: JobContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gguf.shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 10})())
    with pytest.raises(EngineError, match="no room") as full:
        gguf.assembled(ctx)
    assert "5 MB" in full.value.hint
    package.chunk_paths()[1].unlink()
    with pytest.raises(EngineError, match="incomplete"):
        gguf.assembled(ctx)


def test_cancelling_leaves_nothing(package: ModuleType, ctx: JobContext) -> None:
    stopping = JobContext(ctx.token, lambda done, total, text: ctx.token.cancel())
    with pytest.raises(Cancelled):
        gguf.assembled(stopping)
    assert left_over() == []


def test_a_model_of_the_user_is_checked(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not there"):
        gguf.user_model(tmp_path / "no.gguf")
    (tmp_path / "not.gguf").write_bytes(b"hello")
    with pytest.raises(InputError, match="not a GGUF"):
        gguf.user_model(tmp_path / "not.gguf")


def test_a_broken_model_is_an_error_with_a_way_out(tmp_path: Path, ctx: JobContext) -> None:
    pytest.importorskip("xllamacpp")
    from tests.engines.conftest import requests

    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF" + b"\0" * 200)
    engine = build_engine("local", {"model": str(broken)}, cache=False)
    (answer,) = engine.translate(requests("Bonjour le monde."), ctx)
    assert "broken.gguf could not be loaded" in answer.error
    assert "model" in answer.hint

"""A planted key is in no file, a planted sentence in none but the project, the memory and the cache of answers."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.online import server
from tests.engines.online.server import serving, status
from tests.ui.real_window import Reader
from translator_gui.kit import log
from translator_gui.kit.paths import cache_dir, config_dir, data_dir, log_dir
from translator_gui.kit.settings import EngineSettings, ScoringSettings, Settings
from translator_gui.ui.dialogs.crash import crash_report

KEY = "sk-planted-4711-key"
SENTENCE = "Le renard planté mange onze fromages verts."


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def holding(words: str, folder: Path) -> list[str]:
    forms = words.encode(), words.encode("utf-16-le")
    found = [path for path in files(folder) if any(form in path.read_bytes() for form in forms)]
    return [str(path.relative_to(folder)) for path in found]


@pytest.fixture
def _logging() -> Iterator[None]:
    root = logging.getLogger("translator_gui")
    before = list(root.handlers)
    root.handlers.clear()
    log.start_logging(logging.DEBUG)
    yield
    for handler in list(root.handlers):
        handler.close()
    root.handlers[:] = before


@pytest.mark.usefixtures("_logging")
@pytest.mark.parametrize("fails", [False, True])
def test_nothing_leaks(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool) -> None:
    monkeypatch.setenv("TRANSLATOR_GUI_KEY_LIBRE", KEY)
    article = tmp_path / "article.txt"
    article.write_text(f"{SENTENCE}\n\nUne autre phrase suit.\n", encoding="utf-8")
    with serving(server.libre) as service:
        if fails:
            service.always = status(401, {"error": f"bad key {KEY} for {SENTENCE}"})
        options = {"libre": {"url": f"{service.url}/", "timeout_seconds": 5}}
        engines = EngineSettings(default="libre", consented=("libre",), options=options)
        reader = Reader(qtbot, Settings(user_name="Anna", engines=engines, scoring=ScoringSettings(profile="rules")))
        reader.desk.open_path(article)
        reader.opened()
        job = reader.desk.propose()
        with qtbot.waitSignal(job.finished, timeout=30_000):
            pass
        reader.quiet()
        assert any(KEY in exchange.query.get("api_key", "") for exchange in service.seen)
        reader.desk.change_settings(window={"font_points": 13.0})
        reader.desk.write_pending_settings()
        try:
            raise ValueError(f"{SENTENCE} {KEY}")
        except ValueError as error:
            report = crash_report(error)
            logging.getLogger("translator_gui.test").exception("boom %s", KEY)
        reader.close()
    assert KEY not in report
    assert SENTENCE not in report
    for folder in (data_dir().parent, tmp_path):
        assert holding(KEY, folder) == []
    for folder in (config_dir(), log_dir()):
        assert holding(SENTENCE, folder) == []
    assert files(log_dir())
    assert data_dir().is_dir()
    assert cache_dir().is_dir()

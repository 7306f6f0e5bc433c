"""The window stands still for no garbage while somebody works; what an article held goes when it is closed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from translator_gui.ui import garbage

from .real_window import Reader


class Loop:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(still_reader: Reader, monkeypatch) -> Iterator[garbage.Garbage]:
    before = gc.get_threshold()
    made = garbage.Garbage(still_reader.desk)
    made._timer.stop()
    monkeypatch.setattr(garbage, "_ENOUGH", 0)
    yield made
    gc.set_threshold(*before)
    gc.unfreeze()


def test_all_is_looked_through_only_when_nobody_works(still_reader: Reader, collector, monkeypatch) -> None:
    lost = weakref.ref(Loop())
    still_reader.desk.rescoring.courtesy.touch()
    collector._look()
    assert lost() is not None
    monkeypatch.setattr(garbage, "_IDLE_SECONDS", -1.0)
    still_reader.until(lambda: not still_reader.desk.runner.jobs())
    collector._look()
    assert lost() is None


def test_what_an_open_article_holds_is_left_out_until_it_closes(still_reader: Reader, collector, monkeypatch) -> None:
    collector._keep()
    assert gc.get_freeze_count() > 0
    lost = weakref.ref(Loop())
    collector._keep()
    gc.collect()
    assert lost() is not None
    still_reader.desk.close_session()
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert lost() is None

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator_gui.domain.language import FR_EN, LanguagePair
from translator_gui.domain.unit import TranslationUnit
from translator_gui.kit.errors import StoreError
from translator_gui.memory.store import MemoryStore


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[MemoryStore]:
    store = MemoryStore(tmp_path / "memory.sqlite")
    yield store
    store.close()


def unit(source: str, target: str, **more: str) -> TranslationUnit:
    return TranslationUnit(source, target, **more)  # type: ignore[arg-type]


GREETING = unit("Le maire a salué la foule.", "The mayor greeted the crowd.", by="Ana", before="Il pleut.")


def test_exact_context_and_fuzzy(memory: MemoryStore) -> None:
    memory.add([GREETING, unit("Le maire a salué les élus.", "The mayor greeted the councillors.")])
    assert [m.percent for m in memory.lookup(GREETING.source, FR_EN)] == [100, 76]
    assert memory.lookup(GREETING.source, FR_EN, before="Il pleut.")[0].percent == 101
    fuzzy = memory.lookup("Le maire a salué la foule", FR_EN)[0]
    assert (fuzzy.percent, fuzzy.unit.target, fuzzy.unit.by) == (96, GREETING.target, "Ana")


@pytest.mark.parametrize(
    ("query", "percent"),
    [
        ("LE MAIRE A SALUÉ LA FOULE.", 99),  # the same but for case: never called exact
        ("Le maire a salué  la foule.", 99),
        ("Le préfet n’a rien dit du tout hier soir.", None),
        ("   ", None),
    ],
)
def test_nearly_the_same_is_never_called_exact(memory: MemoryStore, query: str, percent: int | None) -> None:
    memory.add([GREETING])
    found = memory.lookup(query, FR_EN)
    assert [m.percent for m in found] == ([] if percent is None else [percent])


def test_adding_again_renews_and_does_not_double(memory: MemoryStore) -> None:
    memory.add([unit("a b", "x", changed="2020-01-01")])
    memory.add([unit("a b", "x", changed="2021-01-01"), unit("a b", "y", changed="2022-01-01"), unit("", "z")])
    assert len(memory) == 2
    assert [m.unit.target for m in memory.lookup("a b", FR_EN)] == ["y", "x"]


def test_languages_are_kept_apart(memory: MemoryStore) -> None:
    memory.add([GREETING])
    assert memory.lookup(GREETING.source, LanguagePair("fr", "de")) == []
    assert memory.concordance("maire", LanguagePair("fr", "de")) == []


@pytest.mark.parametrize("words", ["maire", "MAIRE foule", "crowd", "salue", "may", 'maire" OR "x', "greeted crowd"])
def test_concordance_reads_both_languages(memory: MemoryStore, words: str) -> None:
    memory.add([GREETING, unit("Il pleut.", "It rains.")])
    found = memory.concordance(words, FR_EN)
    assert [u.source for u in found] == ([] if "OR" in words else [GREETING.source])


@pytest.mark.parametrize("words", ["", "  ", "«»", "***"])
def test_concordance_of_nothing(memory: MemoryStore, words: str) -> None:
    memory.add([GREETING])
    assert memory.concordance(words, FR_EN) == []


def test_edit_and_remove(memory: MemoryStore) -> None:
    memory.add([GREETING])
    number = memory.lookup(GREETING.source, FR_EN)[0].unit.id
    memory.edit(number, GREETING.source, "The mayor waved.", by="Bo")
    match = memory.lookup(GREETING.source, FR_EN)[0]
    assert (match.unit.target, match.unit.by) == ("The mayor waved.", "Bo")
    assert memory.concordance("waved", FR_EN)
    assert not memory.concordance("greeted", FR_EN)
    memory.remove([number])
    assert memory.lookup(GREETING.source, FR_EN) == []
    assert len(memory) == 0


def test_two_windows_see_each_other(memory: MemoryStore, tmp_path: Path) -> None:
    other = MemoryStore(tmp_path / "memory.sqlite")
    assert memory.lookup(GREETING.source, FR_EN) == []
    other.add([GREETING])
    assert memory.lookup(GREETING.source, FR_EN)[0].percent == 100
    other.close()


def test_not_a_memory(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError):
        MemoryStore(path)


TEXT = st.text(st.characters(codec="utf-8"), min_size=1)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    source=st.text(st.characters(codec="utf-8"), min_size=1), target=st.text(st.characters(codec="utf-8"), min_size=1)
)
def test_whatever_was_confirmed_is_found_exactly(memory: MemoryStore, source: str, target: str) -> None:
    added = memory.add([unit(source, target)])
    found = memory.lookup(source, FR_EN, limit=50)
    assert (target in [m.unit.target for m in found if m.percent == 100]) == bool(added)

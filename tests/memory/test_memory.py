from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from translator_gui.domain.language import FR_EN, LanguagePair
from translator_gui.domain.unit import TranslationUnit
from translator_gui.kit.errors import InputError, StoreError
from translator_gui.kit.jobs import JobContext
from translator_gui.kit.sqlite import connect, migrate
from translator_gui.memory.histograms import at_least, counts
from translator_gui.memory.penalties import Penalties
from translator_gui.memory.schema import MIGRATIONS
from translator_gui.memory.store import MemoryStore
from translator_gui.pipeline.memory_files import export_memory, import_memory


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


def test_penalties_say_why_and_move_a_match_down(memory: MemoryStore) -> None:
    memory.add(
        [
            unit("Il pleut à Brest.", "By Ana", by="Ana", origin="Weather", changed="2026-01-01T00:00:00+00:00"),
            unit("Il pleut à Brest.", "By machine", by="Ana", origin="Weather", engine="pivot", changed="2026-02-02"),
            unit("Il pleut à Brest.", "Long ago", by="Bob", origin="Else", changed="2001-01-01T00:00:00Z"),
        ]
    )
    memory.set_penalties(Penalties(5, 3, 2, 10, 5, origin="Weather", author="Ana"))
    found = memory.lookup("Il pleut à Brest.", FR_EN)
    assert [(m.unit.target, m.percent, dict(m.penalties)) for m in found] == [
        ("By Ana", 100, {}),
        ("By machine", 95, {"machine": 5}),
        ("Long ago", 85, {"origin": 3, "author": 2, "old": 10}),
    ]
    assert [m.unit.target for m in memory.lookup("Il pleut à Brest.", FR_EN, minimum=90)] == ["By Ana", "By machine"]


@pytest.mark.parametrize("stamp", ["", "yesterday", "2020-13-45"])
def test_a_date_nobody_understands_is_not_held_against_a_unit(stamp: str) -> None:
    assert Penalties(old=10).of(unit("a", "b", changed=stamp)) == ()


def test_an_edited_unit_is_found_by_its_new_words(memory: MemoryStore) -> None:
    memory.add([GREETING, unit("Il pleut.", "It rains.", engine="pivot")])
    memory.lookup("Il pleut.", FR_EN)
    (rain,) = memory.concordance("rains", FR_EN)
    memory.edit(rain.id, GREETING.source, GREETING.target, "Bob")  # becomes the other one's twin
    assert len(memory) == 1
    assert [(m.unit.by, m.unit.engine, m.percent) for m in memory.lookup(GREETING.source, FR_EN)] == [("Bob", "", 100)]
    assert memory.lookup("Il pleut.", FR_EN) == []
    assert memory.concordance("rains", FR_EN) == []
    assert [u.id for u in memory.concordance("mayor", FR_EN)] == [rain.id]


def test_what_was_removed_is_never_found_again(memory: MemoryStore) -> None:
    memory.add(unit(f"Le train numéro {n} arrive.", f"Train {n}") for n in range(40))
    first = memory.lookup("Le train numéro 7 arrive.", FR_EN)[0].unit
    memory.remove([first.id])
    memory.add([unit("Le train numéro 77 arrive.", "Train 77")])
    found = memory.lookup("Le train numéro 7 arrive.", FR_EN, limit=50)
    assert first.id not in [m.unit.id for m in found]
    assert found[0].unit.target in ("Train 77", "Train 17", "Train 27", "Train 37")


WORDS = st.text("abcéè ’1", min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=30), WORDS)
def test_the_bound_from_letters_never_exceeds_the_distance(texts: list[str], query: str) -> None:
    bound = at_least(counts([query])[:, 0], counts(texts))
    for text, least in zip(texts, bound, strict=True):
        assert least <= Levenshtein.distance(query, text)


def test_tmx_out_and_in_again(memory: MemoryStore, tmp_path: Path) -> None:
    odd = unit(
        "A < B & « C »",
        "A \u0007< B",
        by="Éva",
        origin="T",
        before="x",
        engine="pivot",
        created="2020-01-02T03:04:05+00:00",
    )
    memory.add([GREETING, odd])
    assert export_memory(tmp_path / "m.tmx", memory, JobContext()) == 2
    again = MemoryStore(tmp_path / "again.sqlite")
    assert import_memory(tmp_path / "m.tmx", again, JobContext()) == 2
    first, second = again.units(FR_EN)
    assert (first.source, first.target, first.by, first.before) == (
        GREETING.source,
        GREETING.target,
        "Ana",
        "Il pleut.",
    )
    assert (second.source, second.target, second.engine, second.origin) == (odd.source, "A < B", "pivot", "T")
    assert second.created == "2020-01-02T03:04:05+00:00"
    again.close()


FOREIGN = """<?xml version="1.0"?><tmx version="1.4"><header srclang="fr-FR"/><body>
<tu creationid="MT!" creationdate="20190102T030405Z"><tuv xml:lang="FR-fr"><seg>Le <bpt i="1">{b}</bpt>chat</seg></tuv>
<tuv xml:lang="en-GB" changeid="Zoé"><seg>The cat</seg></tuv><tuv xml:lang="de"><seg>Katze</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>seul</seg></tuv></tu><tu><tuv lang="fr"><seg>Oui</seg></tuv><tuv lang="en"><seg/></tuv></tu>
</body></tmx>"""


def test_another_program_s_tmx(memory: MemoryStore, tmp_path: Path) -> None:
    (tmp_path / "old.tmx").write_text(FOREIGN, "utf-8")
    assert import_memory(tmp_path / "old.tmx", memory, JobContext()) == 1
    (found,) = memory.units()
    assert (found.source, found.target, found.by, found.origin) == ("Le chat", "The cat", "Zoé", "old")
    assert found.created.startswith("2019-01-02T03:04:05")


@pytest.mark.parametrize("data", [b"", b"<tbx/>", b"<tmx><body><tu>", b'<!DOCTYPE t [<!ENTITY a "b">]><tmx/>'])
def test_a_bad_tmx_says_so(memory: MemoryStore, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.tmx").write_bytes(data)
    with pytest.raises(InputError) as caught:
        import_memory(tmp_path / "bad.tmx", memory, JobContext())
    assert caught.value.hint
    assert len(memory) == 0


def test_a_memory_of_the_first_version_opens(tmp_path: Path) -> None:
    connection = connect(tmp_path / "old.sqlite")
    migrate(connection, MIGRATIONS[:1], "translation memory")
    connection.execute("INSERT INTO unit VALUES (1, 'Oui', 'Yes', 'fr', 'en', 'Ana', '', '', '', '')")
    connection.close()
    store = MemoryStore(tmp_path / "old.sqlite")
    assert [(u.target, u.engine) for u in store.units()] == [("Yes", "")]
    store.close()

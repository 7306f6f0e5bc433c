from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator_gui.checks.dictionary import lemmas
from translator_gui.checks.runner import run_checks
from translator_gui.domain.language import FR_EN, LanguagePair
from translator_gui.domain.score import Pair
from translator_gui.domain.span import Side
from translator_gui.domain.term import Term
from translator_gui.kit.errors import InputError
from translator_gui.pipeline.memory_files import export_terms, import_terms
from translator_gui.termbase.store import TermStore
from translator_gui.text.inflected import PhraseIndex


@pytest.fixture
def terms(tmp_path: Path) -> Iterator[TermStore]:
    store = TermStore(tmp_path / "terms.sqlite", lemmas)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("grève", "Les grèves durent.", ["grèves"]),
        ("cheval", "Des chevaux", ["chevaux"]),
        ("négocier", "Ils négociaient, elle négocia", ["négociaient", "négocia"]),
        ("premier ministre", "L’ex-première ministre", ["première ministre"]),
        ("accord de paix", "les accords de paix", ["accords de paix"]),
        ("vice-président", "la vice présidente du vice-président", ["vice présidente", "vice-président"]),
        ("œuvre", "Les oeuvres", ["oeuvres"]),
        ("OTAN", "L’OTAN et l’otan", ["OTAN"]),
        ("accord de paix", "un accord, de paix", []),
        ("grève", "le gréviste", []),
        ("", "rien", []),
    ],
)
def test_recognised_in_any_form(term: str, text: str, found: list[str]) -> None:
    assert [hit.span.of(text) for hit in PhraseIndex([(term, term)], "fr", lemmas).find(text)] == found


def test_the_longest_term_wins() -> None:
    index = PhraseIndex([(t, t) for t in ("ministre", "premier ministre", "Premier ministre")], "fr")
    hits = index.find("Le premier ministre et une ministre")
    assert [hit.what for hit in hits] == ["premier ministre", "Premier ministre", "ministre"]


@settings(max_examples=60)
@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=60))
def test_any_text_is_searched_and_spans_lie_in_it(phrases: list[str], text: str) -> None:
    for hit in PhraseIndex([(p, p) for p in phrases], "fr").find(text):
        assert 0 <= hit.span.start < hit.span.end <= len(text)


def test_kept_edited_removed(terms: TermStore, tmp_path: Path) -> None:
    given_terms = [Term("syndicat", "trade union", by="Ana"), Term("Grève", "strike"), Term(" ", "x"), Term("x", "")]
    assert terms.add(given_terms) == 2
    terms.add([Term("syndicat", "trade union", note="not: syndicate")])
    assert [(t.source, t.note) for t in terms.terms()] == [("Grève", ""), ("syndicat", "not: syndicate")]
    (term,) = terms.terms(FR_EN, "SYNDIC")
    terms.edit(Term("syndicat", "union", id=term.id))
    assert [use.term.target for use in terms.uses("Les syndicats", "The unions", FR_EN)] == ["union"]
    other = TermStore(tmp_path / "terms.sqlite")
    other.remove([term.id])
    other.close()
    assert terms.uses("Les syndicats", "", FR_EN) == []
    assert len(terms) == 1
    assert terms.terms(LanguagePair("de", "en")) == []


def findings(terms: TermStore, source: str, target: str) -> list[tuple[str, str, str]]:
    pair = Pair("1", source, target)
    found = run_checks([pair], terms=terms)[0]
    sides = {Side.SOURCE: source, Side.TARGET: target}
    return [(f.code, f.span.of(sides[f.side]), f.suggestion) for f in found if f.check == "terms" and f.span]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Les syndicats négocient.", "The trade unions are negotiating.", []),
        ("Les syndicats négocient.", "The workers are negotiating.", [("terms.missing", "syndicats", "")]),
        ("Le syndicat, un syndicat !", "A trade union!", []),  # the second may be a pronoun
        ("Il va à Kiev.", "He goes to Kiev.", [("terms.forbidden", "Kiev", "Kyiv")]),
        ("Il va à Kiev.", "He goes to Kyiv.", []),
        ("Il va à Kiev.", "He goes there.", [("terms.missing", "Kiev", "")]),
        ("Le poulet à la Kiev.", "Chicken Kiev.", []),
        ("Un malfaiteur.", "A bandit.", [("terms.forbidden", "bandit", "")]),
        ("Un malfaiteur.", "A criminal.", []),
        ("", "Kiev", []),
    ],
)
def test_missing_and_forbidden(
    terms: TermStore, source: str, target: str, expected: list[tuple[str, str, str]]
) -> None:
    terms.add(
        [
            Term("syndicat", "trade union"), Term("Kiev", "Kyiv"), Term("Kiev", "Kiev", forbidden=True),
            Term("poulet à la Kiev", "chicken Kiev"), Term("malfaiteur", "bandit", forbidden=True),
        ]
    )  # fmt: skip
    assert findings(terms, source, target) == expected


MATERIAL = [
    Term("Kiev", "Kiev", note="since 2018: Kyiv", forbidden=True),
    Term("Kiev", "Kyiv", note="since 2018: Kyiv"),
    Term("syndicat", "trade union", note='a "quoted" <note>; & more'),
    Term("grève", "strike"),
]


def plain(found: list[Term]) -> set[tuple[str, str, str, bool]]:
    return {(t.source, t.target, t.note, t.forbidden) for t in found}


@pytest.mark.parametrize(("name", "version"), [("t.csv", 3), ("t.tbx", 3), ("t.tbx", 2)])
def test_out_and_in_again(terms: TermStore, tmp_path: Path, name: str, version: int) -> None:
    terms.add(MATERIAL)
    assert export_terms(tmp_path / name, terms, FR_EN, version) == 4
    again = TermStore(tmp_path / "again.sqlite")
    assert import_terms(tmp_path / name, again) == 4
    assert plain(again.terms()) == plain(MATERIAL)
    again.close()


def test_the_peer_reads_our_tbx_2(terms: TermStore, tmp_path: Path) -> None:
    tbx = pytest.importorskip("translate.storage.tbx")
    terms.add(MATERIAL)
    export_terms(tmp_path / "t.tbx", terms, FR_EN, 2)
    units = tbx.tbxfile.parsefile(str(tmp_path / "t.tbx")).units
    assert {unit.source for unit in units} == {"Kiev", "syndicat", "grève"}


FOREIGN = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="1"><descripGrp><descrip type="definition">people in   strike</descrip></descripGrp>
<langSet xml:lang="fr-CA"><ntig><termGrp><term>piquet de <hi>grève</hi></term></termGrp></ntig></langSet>
<langSet xml:lang="EN-gb"><tig><term>picket line</term></tig>
<tig><term>picket</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="de"><tig><term>Streikposten</term></tig></langSet></termEntry></body></text></martif>"""


def test_another_program_s_tbx(terms: TermStore, tmp_path: Path) -> None:
    (tmp_path / "f.tbx").write_text(FOREIGN, "utf-8")
    assert import_terms(tmp_path / "f.tbx", terms) == 2
    assert plain(terms.terms()) == {
        ("piquet de grève", "picket line", "people in strike", False),
        ("piquet de grève", "picket", "people in strike", True),
    }


@pytest.mark.parametrize(
    "text",
    [
        "source,target,note,forbidden\ngrève,strike,,\n",
        "\ufeffTerme cible;Terme source\nstrike;grève\n",
        "English\tFrench\nstrike\tgrève\n\n",
        "grève,strike",
    ],
)
def test_tables_of_others(terms: TermStore, tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(text, "utf-8")
    assert import_terms(tmp_path / "t.csv", terms) == 1
    assert [(t.source, t.target) for t in terms.terms()] == [("grève", "strike")]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"only one column\nand no other", b"<tmx><body/></tmx>", b"<martif><text>", b"\xff\xfe\x00<",
        b'<!DOCTYPE x [<!ENTITY a "b">]><martif>&a;</martif>',
    ],
)  # fmt: skip
def test_bad_files_add_nothing(terms: TermStore, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.tbx").write_bytes(data)
    with pytest.raises(InputError) as caught:
        import_terms(tmp_path / "bad.tbx", terms)
    assert caught.value.hint
    assert len(terms) == 0


def test_files_that_cannot_be(terms: TermStore, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        import_terms(tmp_path / "none.tbx", terms)
    with pytest.raises(InputError, match="cannot be written"):
        export_terms(tmp_path / "t.docx", terms)


def test_a_cell_is_never_a_formula(terms: TermStore, tmp_path: Path) -> None:
    terms.add([Term("=1+1", "@x")])
    export_terms(tmp_path / "t.csv", terms)
    assert " =1+1, @x" in (tmp_path / "t.csv").read_text("utf-8")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80))
def test_no_bytes_are_a_bug(tmp_path: Path, data: bytes) -> None:
    store = TermStore(":memory:")
    (tmp_path / "any").write_bytes(data)
    try:
        count = import_terms(tmp_path / "any", store)
    except InputError:
        count = 0
    assert 0 <= len(store) <= count
    store.close()

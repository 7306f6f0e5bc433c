"""TMX and XLIFF: valid by their DTD and schemas, read by translate-toolkit with every pair intact."""

from __future__ import annotations

import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from translator_gui.domain.article import Article
from translator_gui.domain.segment import Origin, Row, Segment, State, Target
from translator_gui.formats.catalogue import exporter_for
from translator_gui.formats.export_view import ExportView
from translator_gui.text.xml_characters import count_forbidden, strip_forbidden

from .export_material import view

NASTY = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("<>&\"'\u00a0\u202f\u2028\u200b\ufeff\x00\x0b\x85\ufffe\r\n\t ]é😀"),
        st.just("\ud800"),
    ),
    max_size=40,
)
SPECIMENS = ("tmx", "xliff12", "xliff20")


def nasty_view(pairs: list[tuple[str, str]]) -> ExportView:
    states, origins = list(State), list(Origin)
    rows = [
        Row(Segment(source[:5] or "x", source), Target(target, states[n % 4], origins[n % 5], "e\x01", source, target))
        for n, (source, target) in enumerate(pairs)
    ]
    notes = {row.id: (row.target.text,) for row in rows}
    return ExportView(Article(tuple(row.segment for row in rows), title=pairs[0][1]), rows, {}, notes)


def written(format_id: str, document: ExportView) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        [path] = exporter_for(format_id).write(document, Path(folder) / "a", {})
        return path.read_bytes()


@cache
def schema(folder: Path, format_id: str) -> Any:
    if format_id == "tmx":
        return etree.DTD(str(folder / "tmx14.dtd"))
    name = {"xliff12": "xliff-core-1.2-transitional.xsd", "xliff20": "xliff-core-2.0.xsd"}[format_id]
    return etree.XMLSchema(etree.parse(str(folder / name)))


def assert_valid(folder: Path, format_id: str, data: bytes) -> None:
    judge = schema(folder, format_id)
    assert judge.validate(etree.fromstring(data)), judge.error_log


@pytest.mark.parametrize("format_id", SPECIMENS)
@pytest.mark.parametrize("excluded", [False, True])
def test_valid(shared_data: Path, format_id: str, excluded: bool) -> None:
    assert_valid(shared_data / "schemas", format_id, written(format_id, view(excluded)))


@pytest.mark.parametrize("format_id", SPECIMENS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(NASTY, NASTY), min_size=1, max_size=4))
def test_valid_whatever_the_text(shared_data: Path, format_id: str, pairs: list[tuple[str, str]]) -> None:
    assert_valid(shared_data / "schemas", format_id, written(format_id, nasty_view(pairs)))


def toolkit_pairs(format_id: str, data: bytes) -> list[tuple[str, str]]:
    from translate.storage import tmx, xliff, xliff2

    if format_id == "tmx":
        units = tmx.tmxfile.parsestring(data).units
    elif format_id == "xliff12":
        units = xliff.xlifffile.parsestring(data).units
    else:
        units = xliff2.Xliff2File.parsestring(data).units
    return [(unit.source or "", unit.target or "") for unit in units if not unit.isheader()]


@pytest.mark.parametrize("format_id", SPECIMENS)
@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NASTY, NASTY), min_size=1, max_size=4))
def test_translate_toolkit_reads_every_pair(format_id: str, pairs: list[tuple[str, str]]) -> None:
    # A blank target is no translation to TMX: such rows are left out by default.
    given_pairs = [(s, t) for s, t in ((strip_forbidden(s), strip_forbidden(t)) for s, t in pairs)]
    expected = [pair for pair in given_pairs if pair[1].strip()] if format_id == "tmx" else given_pairs
    assert toolkit_pairs(format_id, written(format_id, nasty_view(pairs))) == expected


@pytest.mark.parametrize("format_id", SPECIMENS)
def test_no_break_spaces_stay(format_id: str) -> None:
    pair = ("« Vrai\u00a0»\u202f!  Deux  espaces ", " “True”!\u00a0 Two  spaces")
    assert toolkit_pairs(format_id, written(format_id, nasty_view([pair]))) == [pair]


@pytest.mark.parametrize("format_id", SPECIMENS)
def test_same_bytes_twice(format_id: str) -> None:
    assert written(format_id, view()) == written(format_id, view())


def test_folders_of_the_machine_stay_private() -> None:
    for format_id in SPECIMENS:
        assert b"/home/ana" not in written(format_id, view())


@given(NASTY)
def test_stripped_text_is_xml(text: str) -> None:
    stripped = strip_forbidden(text)
    assert len(text) - len(stripped) == count_forbidden(text)
    element = etree.Element("a")
    element.text = stripped
    assert (etree.fromstring(etree.tostring(element, encoding="utf-8")).text or "") == stripped


@pytest.mark.parametrize("format_id", [*SPECIMENS, "docx", "bilingual-docx", "bilingual-html", "csv", "jsonl"])
def test_ten_thousand_units(format_id: str) -> None:
    document = nasty_view([(f"Phrase n° {n} de l’article.", f"Sentence {n} of the article.") for n in range(10_000)])
    start = time.process_time()
    assert len(written(format_id, document)) > 50_000
    assert time.process_time() - start < 3  # half a second on a quiet machine

"""Quality reports in every form: the figures in them, nothing that runs, readable by the programs they are for."""

from __future__ import annotations

import csv
import dataclasses
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from translator_gui.domain.report import QualityReport
from translator_gui.formats.export_report_docx import _pieces_of
from translator_gui.formats.report_catalogue import REPORTS, report_writer
from translator_gui.formats.report_plots import plots
from translator_gui.formats.report_words import duration, number, words
from translator_gui.kit.errors import InputError

from .report_material import esa, report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(tmp_path: Path, format_id: str, made: QualityReport | None = None, language: str = "en") -> Path:
    [path] = report_writer(format_id).write(made or report(), tmp_path / f"a.{format_id}", language)
    return path


def test_writers_by_id_and_by_extension() -> None:
    for format_id in REPORTS:
        assert report_writer(format_id).format == format_id
        assert report_writer(Path(f"out/Report.{format_id.upper()}")).format == format_id
    with pytest.raises(InputError, match="html"):
        report_writer(Path("a.ps"))


@pytest.mark.parametrize("format_id", list(REPORTS))
@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_an_empty_report(tmp_path: Path, format_id: str, language: str) -> None:
    empty = QualityReport("", "", "", "", "", "mqm", "", "running", "", "")
    assert written(tmp_path, format_id, empty, language).stat().st_size > 0


@pytest.mark.parametrize("format_id", list(REPORTS))
def test_a_place_that_cannot_be_written(tmp_path: Path, format_id: str) -> None:
    with pytest.raises(InputError):
        report_writer(format_id).write(report(), tmp_path / "no" / "a", "en")


def test_json(tmp_path: Path) -> None:
    told = json.loads(written(tmp_path, "json").read_text(encoding="ascii"))
    assert told["schema"] == 1
    assert told["mqm"] == {
        "penalty": 6.0,
        "words": 8,
        "per_thousand": 750.0,
        "quality": 25.0,
        "threshold": 95.0,
        "passed": False,
    }
    assert told["errors"][0]["span"] == [4, 7]
    assert told["errors"][0]["severity"] == "major"
    assert told["categories"][0]["counts"] == {"neutral": 0, "minor": 0, "major": 1, "critical": 0}
    assert told["segments"][1]["rejected"] == "Wrong\tsum"
    assert told["verdict"]["reason"] == "=urgent"


def test_html_needs_nothing_else_and_runs_nothing(tmp_path: Path) -> None:
    text = written(tmp_path, "html").read_text(encoding="utf-8")
    page = html.fromstring(text)
    assert not page.xpath("//script | //link | //iframe | //*[@onload] | //*[@onclick] | //b[.='asleep']")
    addresses = re.findall(r"https?://[^\"'<> ]+", text)
    assert all(address.startswith("http://www.w3.org/") for address in addresses)
    assert "url(http" not in text
    figures = [" ".join(box.itertext()) for box in page.xpath("//*[contains(@class, 'figure ') or @class='figure']")]
    assert any("25.00" in figure and "Overall quality score" in figure for figure in figures)
    assert any("750.00" in figure for figure in figures)
    assert "Passed" in figures[0]
    rows = {row[0].text: row[1].text for row in page.xpath("//tr[count(*)=2]")}
    assert rows["Cohen’s kappa, flagged segments"] == "0.50"
    assert rows["F1 of spans, same ends"] == "0.67"
    assert rows["Segments flagged by both, Ana & co only, Ben only, neither"] == "1, 1, 0, 2"
    assert "=urgent" in figures[0]
    assert [mark.text for mark in page.xpath("//mark")] == ["cat", "=1+1"]
    assert "Grève <au port>" in page.xpath("//h1")[0].text
    assert len(page.xpath("//svg | //*[local-name()='svg']")) == 4
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert "currentColor" in text


def test_html_in_french_and_by_esa(tmp_path: Path) -> None:
    made = dataclasses.replace(report(), mqm=None, verdict=None, esa=esa(), method="esa")
    text = written(tmp_path, "html", made, "fr").read_text(encoding="utf-8")
    assert "Note moyenne (ESA)" in text
    assert "70,0" in text
    assert "62,5 – 77,5" in text
    assert "Erreurs par catégorie et gravité" in text


def test_plots_are_plain_and_the_same_every_time() -> None:
    made = plots(report(), ink="#123456")
    assert [plot.name for plot in made] == ["categories", "divergence", "times", "before_after"]
    assert made == plots(report(), ink="#123456")
    for plot in made:
        root = etree.fromstring(plot.svg)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        tags = {etree.QName(element).localname for element in root.iter() if isinstance(element.tag, str)}
        assert not tags & {"style", "script"}
        assert "2026" not in plot.svg
        assert "#123456" in plot.svg
        assert root.get("aria-label", "").startswith(plot.title)
    categories = made[0].svg
    assert categories.count('class="hatch"') == 2  # a bar and its key in the legend: a pattern, not colour alone
    assert "<pattern" not in categories
    assert "Mistranslation" in categories


def test_plots_leave_the_import_system_alone() -> None:
    import sys

    plots(report())
    assert not any(type(finder).__module__.startswith("pygal") for finder in sys.meta_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_language_has_every_word(language: str) -> None:
    assert words(language).keys() == words("en").keys()
    assert all(words(language).values())


@pytest.mark.parametrize(
    ("value", "digits", "language", "text"),
    [(1234.56, 1, "en", "1,234.6"), (1234.56, 1, "fr", "1\u202f234,6"), (None, 1, "en", "–"), (12, 0, "fr", "12")],
)
def test_numbers(value: float | None, digits: int, language: str, text: str) -> None:
    assert number(value, digits, language) == text


@pytest.mark.parametrize(("seconds", "text"), [(9.4, "9 s"), (69, "1 min 09 s"), (3909, "1 h 05 min 09 s")])
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_xlsx(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(written(tmp_path, "xlsx"))
    summary, categories, errors, segments, comments = (book[name] for name in book.sheetnames)
    figures = {row[0]: row[1] for row in summary.values if row[0]}
    assert (figures["Overall quality score"], figures["Penalty"], figures["Pass threshold"]) == (25, 6, 95)
    assert list(categories.values)[-1] == ("Total", 0, 1, 1, 0, 2, 6)
    assert errors["H2"].value.startswith("=cmd()")
    assert errors["H2"].data_type == "s"  # text, not a formula
    assert segments["B3"].value == "=1+1 & 2"
    assert segments["B3"].data_type == "s"
    assert segments["G2"].value == 80
    assert [row[4] for row in comments.values][1:] == ["Which cat?", "Ours."]
    assert errors.freeze_panes == "A2"


def test_marot(tmp_path: Path) -> None:
    with written(tmp_path, "tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert list(rows[0]) == [
        *("system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category", "severity", "metadata")
    ]
    one, two, three = rows
    assert (one["target"], one["category"], one["severity"]) == (
        "The <v>cat</v> sleeps.",
        "Accuracy/Mistranslation",
        "Major",
    )
    assert (one["doc"], one["docSegId"], one["rater"]) == ("greve.txt", "1", "Ana & co")
    assert json.loads(one["metadata"])["suggestion"] == "dog"
    assert (two["source"], two["category"]) == ("<v>=1+1</v> & 2", "Accuracy/Omission")
    assert (three["category"], three["severity"]) == ("No-error", "No-error")


def test_the_return_package(tmp_path: Path) -> None:
    from docx import Document

    word = Document(str(written(tmp_path, "docx")))
    said = [comment.text for comment in word.comments]
    assert said[0].startswith("Mistranslation (major): =cmd()")
    assert "Correction: dog" in said[0]
    assert any("Which cat?" in each for each in said)
    assert any("Wrong" in each for each in said)
    assert {comment.author for comment in word.comments} == {"Ana", "Ben", "Ana & co"}
    target = word.tables[1].rows[1].cells[2]._tc
    inserted = ["".join(t.text for t in e.iter(f"{W}t")) for e in target.iter(f"{W}ins")]
    deleted = ["".join(t.text for t in e.iter(f"{W}delText")) for e in target.iter(f"{W}del")]
    assert "".join(inserted) == "cat sleeps"
    assert "".join(deleted) == "dog is <b>asleep</b>"
    assert next(target.iter(f"{W}ins")).get(f"{W}author") == "Ana & co"
    # Accepting all gives the translation as it is, rejecting all what the session began with.
    kept = "".join(t.text for t in target.iter(f"{W}t"))
    assert kept == "The cat sleeps."
    starts = [e.get(f"{W}id") for e in word.element.body.iter(f"{W}commentRangeStart")]
    ends = [e.get(f"{W}id") for e in word.element.body.iter(f"{W}commentRangeEnd")]
    references = [e.get(f"{W}id") for e in word.element.body.iter(f"{W}commentReference")]
    ids = sorted(str(comment.comment_id) for comment in word.comments)
    assert sorted(starts) == sorted(ends) == sorted(references) == ids


def test_a_comment_in_word_spans_its_words(tmp_path: Path) -> None:
    from docx import Document

    word = Document(str(written(tmp_path, "docx")))
    inside, text = False, ""
    for element in word.tables[1].rows[1].cells[2]._tc.iter():
        if element.tag == f"{W}commentRangeStart" and element.get(f"{W}id") == "0":
            inside = True
        elif element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == "0":
            break
        elif inside and element.tag == f"{W}t":
            text += element.text
    assert text == "cat"


@given(st.text("ab .,", max_size=30), st.text("ab .,", max_size=30))
def test_tracked_changes_hold_both_texts(before: str, after: str) -> None:
    pieces = _pieces_of(before, after)
    assert "".join(text for kind, text in pieces if kind != "del") == after
    if before:
        assert "".join(text for kind, text in pieces if kind != "ins") == before


NASTY = st.text(
    st.one_of(st.characters(), st.sampled_from("<>&\"'=+\u2028\x00\x0b\r\n\t😀\ud800")), min_size=0, max_size=20
)


@settings(max_examples=25, deadline=None)
@given(NASTY, NASTY, NASTY)
def test_whatever_the_text(tmp_path_factory: pytest.TempPathFactory, one: str, two: str, three: str) -> None:
    folder, base = tmp_path_factory.mktemp("r"), report()
    segment = dataclasses.replace(base.segments[0], source=one, before=two, target=three, rejected=two)
    span = base.errors[0].span if len(three) > 7 else None
    error = dataclasses.replace(base.errors[0], source=one, target=three, comment=two, name=one, span=span)
    category = dataclasses.replace(base.categories[0], name=two)
    comment = dataclasses.replace(base.comments[0], body=three, by=one)
    made = dataclasses.replace(
        base,
        segments=(segment,),
        errors=(error,),
        comments=(comment,),
        categories=(category,),
        title=one,
        reviewer=two,
        origin=three,
    )
    for format_id in REPORTS:
        assert written(folder, format_id, made).stat().st_size > 0
    assert len((folder / "a.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")) == 2


@pytest.mark.parametrize("format_id", list(REPORTS))
def test_ten_thousand_segments(tmp_path: Path, format_id: str) -> None:
    base = report()
    segments = tuple(dataclasses.replace(base.segments[0], id=f"s{n}", place=n + 1) for n in range(10_000))
    made = dataclasses.replace(base, segments=segments)
    start = time.process_time()
    written(tmp_path, format_id, made)
    assert time.process_time() - start < 12  # a quarter of that on a quiet machine

"""Errors and comments through XLIFF: valid files, ITS issues for other programs, everything back for ours."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from translator_gui.domain.finding import Dismissal, Scope, Severity
from translator_gui.domain.mqm import MISSING, Annotation
from translator_gui.domain.remark import Accepted, Comment, Rating, Remark
from translator_gui.domain.span import Side, Span
from translator_gui.formats.catalogue import exporter_for, importer
from translator_gui.formats.export_view import ExportView
from translator_gui.store.project_file import ProjectFile
from translator_gui.text.xml_characters import strip_forbidden

from .export_material import AT, view
from .test_export_standards import NASTY, assert_valid

ITS = "{http://www.w3.org/2005/11/its}"
FORMATS = ("xliff12", "xliff20")
REMARKS: tuple[Remark, ...] = (
    Annotation(
        "a1",
        "p2-1",
        Side.TARGET,
        Span(4, 8),
        "accuracy/mistranslation",
        Severity.CRITICAL,
        "No & <no>",
        "Vote",
        "Ana",
        AT,
        "f00d",
        "The vote took place",
    ),
    Annotation("a2", "p2-1", Side.TARGET, None, MISSING, Severity.MINOR, by="Ana", at=AT, text="The vote"),
    Annotation("a3", "p2-1", Side.SOURCE, Span(0, 2), "", Severity.MAJOR, text="Le vote\na eu\tlieu"),
    Comment("c1", "p2-1", "Who?", Side.SOURCE, Span(3, 7), "Le vote a eu lieu", "Ben", AT, "", "Ana"),
    Comment("c2", "p2-1", "They.", by="Ana", at=AT, parent="c1"),
    Rating("rating Ana p2-1", "p2-1", 66.5, "The vote", "Ana", AT),
    Accepted("accepted received p2-1", "p2-1", "received", "Old\ntext", "New text", "Ana", AT),
)


def with_remarks(remarks: tuple[Remark, ...] = REMARKS) -> ExportView:
    return dataclasses.replace(view(), remarks_by_id={"p2-1": remarks})


def written(format_id: str, document: ExportView, **options: object) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        [path] = exporter_for(format_id).write(document, Path(folder) / "a", options)
        return path.read_bytes()


@pytest.mark.parametrize("format_id", FORMATS)
def test_valid_and_all_of_it_back(shared_data: Path, format_id: str) -> None:
    data = written(format_id, with_remarks())
    assert_valid(shared_data / "schemas", format_id, data)
    document = importer("xliff").read(data, "a.xlf", {})
    assert document.remarks == {"p2-1": REMARKS}
    assert document.notes == {"p2-1": ("Ask Ana & <Bob>", "Deuxième")}  # what is shown to others is not read twice


@pytest.mark.parametrize("format_id", FORMATS)
def test_its_issues_for_other_programs(format_id: str) -> None:
    root = etree.fromstring(written(format_id, with_remarks(), findings=False))
    issues = list(root.iter(f"{ITS}locQualityIssue"))
    told = [(i.get("locQualityIssueType"), i.get("locQualityIssueSeverity")) for i in issues]
    assert told == [("mistranslation", "100"), ("omission", "10"), ("other", "50")]
    assert issues[0].get("locQualityIssueComment") == "No & <no>"
    holder = issues[0].getparent()
    references = [e for e in root.iter() if e.get(f"{ITS}locQualityIssuesRef")]
    assert [e.get(f"{ITS}locQualityIssuesRef") for e in references] == [
        "#" + holder.get("{http://www.w3.org/XML/1998/namespace}id")
    ]
    notes = [note.text for note in root.iter() if etree.QName(note).localname == "note"]
    assert "[critical] “vote” accuracy/mistranslation: No & <no> → Vote" in notes
    assert "Ben: “vote” Who?" in notes


@pytest.mark.parametrize("format_id", FORMATS)
def test_left_out_when_not_wanted(format_id: str) -> None:
    assert written(format_id, with_remarks(), remarks=False) == written(format_id, view())


@pytest.mark.parametrize("format_id", FORMATS)
def test_a_project_made_of_it_has_them(tmp_path: Path, format_id: str) -> None:
    document = importer("xliff").read(written(format_id, with_remarks()), "a.xlf", {})
    with ProjectFile.create(tmp_path / "a.tgproj", document) as store:
        assert sorted(store.remarks(), key=lambda each: each.id) == sorted(REMARKS, key=lambda each: each.id)


DISMISSED = (
    Dismissal("f00dfeedf00dfeed", Scope.HERE, "Ana", AT, "p2-1"),
    Dismissal("number.missing", Scope.ARTICLE, "Ana", AT, "p2-1"),
)


@pytest.mark.parametrize("format_id", FORMATS)
def test_what_was_dismissed_stays_so(shared_data: Path, tmp_path: Path, format_id: str) -> None:
    data = written(format_id, dataclasses.replace(view(), dismissed=DISMISSED))
    assert_valid(shared_data / "schemas", format_id, data)
    document = importer("xliff").read(data, "a.xlf", {})
    assert document.dismissals == DISMISSED
    with ProjectFile.create(tmp_path / "a.tgproj", document) as store:
        assert sorted(store.dismissals(), key=lambda each: each.key) == sorted(DISMISSED, key=lambda each: each.key)
    assert written(format_id, dataclasses.replace(view(), dismissed=DISMISSED), remarks=False) == written(
        format_id, view()
    )


@pytest.mark.parametrize("format_id", FORMATS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NASTY, NASTY, st.sampled_from(Side), st.sampled_from(Severity))
def test_whatever_is_said(
    shared_data: Path, format_id: str, one: str, two: str, side: Side, severity: Severity
) -> None:
    remarks = (
        Annotation("a", "p2-1", side, Span(0, 1), one, severity, two, one, two, AT, "", two),
        Comment("c", "p2-1", one, side, None, "", two, AT),
    )
    data = written(format_id, with_remarks(remarks))
    assert_valid(shared_data / "schemas", format_id, data)
    [error, comment] = importer("xliff").read(data, "a.xlf", {}).remarks["p2-1"]
    assert isinstance(error, Annotation)
    assert (error.category, error.comment, error.side) == (strip_forbidden(one), strip_forbidden(two), side)
    assert isinstance(comment, Comment)
    assert comment.body == strip_forbidden(one)


def test_what_another_program_has_spoilt_is_passed_over() -> None:
    data = written("xliff20", with_remarks()).replace(b'severity="critical"', b'severity="awful"')
    data = data.replace(b'kind="rating"', b'kind="novelty"').replace(b'start="3"', b'start="x"')
    [kept] = [importer("xliff").read(data, "a.xlf", {}).remarks["p2-1"]]
    assert [each.id for each in kept] == ["a2", "a3", "c2", "accepted received p2-1"]

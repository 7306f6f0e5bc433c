"""A review that goes to a colleague as a Word table and comes back: changes are candidates, comments comments."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from translator_gui.domain.article import Article, Document
from translator_gui.domain.remark import Comment
from translator_gui.domain.segment import Segment, State, Target
from translator_gui.formats.catalogue import exporter_for
from translator_gui.formats.export_view import ExportView
from translator_gui.formats.review_docx import read_review
from translator_gui.kit.errors import FormatError
from translator_gui.review import comments
from translator_gui.review.returned import COLLEAGUE, compare
from translator_gui.review.session import ReviewSession

from .layout_material import word

PAIRS = [
    ("Le port est fermé.", "The port is shut."),
    ("Le ⟨1⟩maire⟨/1⟩ ne sait rien.", "The ⟨1⟩mayor⟨/1⟩ knows all."),
    ("C’est tout.", "That is all."),
]


@pytest.fixture
def session(tmp_path: Path) -> Any:
    segments = tuple(Segment(f"s{n}", source, "\n", n) for n, (source, _) in enumerate(PAIRS))
    targets = {f"s{n}": Target(target, State.REVIEWED) for n, (_, target) in enumerate(PAIRS)}
    document = Document(Article(segments, title="Le port"), targets, {"s2": ("Ask Bob",)})
    with ReviewSession.create(tmp_path / "a.tgproj", document, "Anna") as made:
        made.do(comments.add(made, "s0", "Closed?"))
        yield made


def sent(session: ReviewSession, folder: Path) -> Any:
    """The file that went out, open in Word."""
    from docx import Document as open_word

    view = ExportView(session.article, session.rows, {}, session.notes, session.remarks.by_segment())
    [path] = exporter_for("review-docx").write(view, folder / "review.docx", {})
    return open_word(str(path))


def back(word: Any) -> bytes:
    word.core_properties.last_modified_by = "Bob"
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_nothing_changed_is_nothing_new(session: ReviewSession, tmp_path: Path) -> None:
    returned = compare(session, read_review(back(sent(session, tmp_path)), "a"))
    assert (returned.candidates, returned.change, returned.unknown) == ({}, None, 0)


def test_changes_and_comments(session: ReviewSession, tmp_path: Path) -> None:
    word = sent(session, tmp_path)
    cells = [row.cells[2] for row in word.tables[0].rows]
    cells[1].paragraphs[0].runs[0].text = "The port is closed."
    word.add_comment(cells[3].paragraphs[0].runs, "Too short", "Bob", "B")
    returned = compare(session, read_review(back(word), "a"))
    [candidate] = returned.candidates.pop("s0")
    assert (candidate.text, candidate.engine, candidate.by) == ("The port is closed.", COLLEAGUE, "Bob")
    assert returned.candidates == {}
    assert returned.change is not None
    inverse = session.do(returned.change)
    assert [(c.body, c.by) for c in session.remarks.of("s2", Comment)] == [("Too short", "Bob")]
    assert session.row("s0").target.text == PAIRS[0][1]
    del inverse
    session.do(returned.change.inverse())
    assert session.remarks.of("s2", Comment) == []


def test_tracked_changes_are_read_as_accepted(session: ReviewSession, tmp_path: Path) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    word = sent(session, tmp_path)
    paragraph = word.tables[0].rows[2].cells[2].paragraphs[0]._p
    for run in list(paragraph.r_lst):
        paragraph.remove(run)
    for xml in (
        '<w:r {ns}><w:t xml:space="preserve">The ⟨1⟩mayor⟨/1⟩ knows </w:t></w:r>',
        '<w:del {ns} w:id="1" w:author="Bob"><w:r><w:delText>all</w:delText></w:r></w:del>',
        '<w:ins {ns} w:id="2" w:author="Bob"><w:r><w:t>nothing</w:t></w:r></w:ins>',
        "<w:r {ns}><w:t>.</w:t></w:r>",
    ):
        paragraph.append(parse_xml(xml.format(ns=nsdecls("w"))))
    returned = compare(session, read_review(back(word), "a"))
    assert [c.text for c in returned.candidates["s1"]] == ["The ⟨1⟩mayor⟨/1⟩ knows nothing."]


def test_rows_of_another_article(session: ReviewSession, tmp_path: Path) -> None:
    word = sent(session, tmp_path)
    word.tables[0].rows[1].cells[0].paragraphs[0].runs[0].text = "x9"
    assert compare(session, read_review(back(word), "a")).unknown == 1


def test_another_word_file_is_refused() -> None:
    with pytest.raises(FormatError, match="not a review file"):
        read_review(word(), "a.docx")

"""A colleague's review read back in the window: candidates to take, comments that one undo takes away."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator_gui.domain.remark import Comment
from translator_gui.formats.catalogue import exporter_for
from translator_gui.formats.export_view import ExportView
from translator_gui.ui.returning import read_back

from .made_project import TEXTS, made_session
from .real_window import Reader


@pytest.fixture
def reader(qtbot, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(qtbot)
    made.desk.adopt(made_session(tmp_path / "made.tgproj"))
    made.opened()
    yield made
    made.close()


def test_read_back(reader: Reader, tmp_path: Path) -> None:
    from docx import Document

    session = reader.session
    [path] = exporter_for("review-docx").write(ExportView(session.article, session.rows), tmp_path / "a", {})
    word = Document(str(path))
    rows = {row.cells[0].text: row.cells[2] for row in word.tables[0].rows}
    rows["s5"].paragraphs[0].runs[0].text = "It promises 60 jobs."
    word.add_comment(rows["s1"].paragraphs[0].runs, "Which month?", "Bob", "B")
    out = io.BytesIO()
    word.save(out)
    path.write_bytes(out.getvalue())
    said: list[str] = []
    reader.desk.message.connect(lambda text, hint, kind: said.append(hint))
    read_back(reader.desk, path)
    reader.until(lambda: bool(said))
    assert said == ["1 changed segment as a candidate, 1 new comment."]
    assert [c.text for c in session.candidates("s5")] == ["It promises 60 jobs."]
    assert reader.desk.current_id() == "s5"
    assert session.row("s5").target.text == TEXTS[5][1]
    assert [c.body for c in session.remarks.of("s1", Comment)] == ["Which month?"]
    reader.desk.undo()
    assert session.remarks.of("s1", Comment) == []

"""The story a reader lives through, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit

from translator_gui.domain.candidate import Candidate
from translator_gui.domain.finding import Scope
from translator_gui.domain.segment import State
from translator_gui.kit.paths import resource
from translator_gui.kit.settings import load_settings
from translator_gui.review import commands
from translator_gui.ui.dialogs.find_replace import FindReplaceDialog
from translator_gui.ui.places import projects_dir

from .real_window import Reader

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def article(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The sample, or the user's own article where it is."""
    if request.param == "sample":
        source = resource("samples", "kermoran-port-strike.fr.txt")
    else:
        source = request.getfixturevalue("shared_data") / "articles" / "putin-wang-moscow.fr.txt"
    copy = tmp_path / "article.fr.txt"
    copy.write_bytes(source.read_bytes())
    return copy


@pytest.mark.parametrize("article", ["sample", "user"], indirect=True)
def test_story(qtbot, article: Path, tmp_path: Path) -> None:
    reader = Reader(qtbot)
    reader.desk.open_path(article)
    reader.opened()
    first = reader.desk.current_id()
    assert not reader.session.row(first).segment.excluded

    # Type a bad translation: it is scored, flagged and explained.
    reader.type("The agreement of 1999 was signed by 777 people (")
    reader.desk.flush()
    reader.until(lambda: reader.session.findings(first))
    found = reader.session.findings(first)[0]

    # Dismiss one finding, undo that, and confirm.
    reader.desk.perform("Dismiss", commands.dismiss, found, Scope.HERE)
    assert found not in reader.session.findings(first)
    reader.trigger("undo")
    assert found in reader.session.findings(first)
    reader.press(Qt.Key.Key_Return)
    assert reader.session.row(first).target.state is State.REVIEWED
    second = reader.desk.current_id()
    assert second != first
    reader.type("Second.")

    # A candidate by key; find and replace with preview; filter; the next worst.
    reader.session.add_candidates({second: [Candidate("A second sentence.", "pivot")]})
    reader.press(Qt.Key.Key_1)
    assert reader.text(second) == "A second sentence."
    reader.press(Qt.Key.Key_H)
    dialog = next(each for each in reader.window.findChildren(FindReplaceDialog) if each.isVisible())
    dialog.text.setText("A second")
    dialog.replacement.setText("The second")
    dialog.search()
    reader.until(lambda: [hit.segment for hit in dialog.hits] == [second])
    dialog.replace_all.click()
    dialog.reject()
    assert reader.text(second) == "The second sentence."
    reader.window.page.bar.text.setText("777")
    reader.until(lambda: reader.window.page.model.rowCount() == 1)
    reader.window.page.bar.clear()

    # A line of debris comes back, a line of the article goes (test_keys presses the key).
    debris = next(row.id for row in reader.session.rows if row.segment.excluded)
    last = reader.session.rows[-1].id
    for segment in (debris, last):
        was = reader.session.row(segment).segment.excluded
        reader.desk.go_to(segment)
        reader.trigger("exclude")
        assert reader.session.row(segment).segment.excluded is not was
    reader.desk.go_to(second)

    # Export what is confirmed.
    out = tmp_path / "out.tsv"
    job = reader.desk.export("tsv", out, {"only_confirmed": True})
    reader.until(lambda: job.is_over)
    assert job.state == "succeeded", reader.messages
    assert "777 people" in out.read_text(encoding="utf-8-sig")
    assert "second" not in out.read_text(encoding="utf-8-sig")
    reader.close()

    # Everything is back.
    assert load_settings().window.recent_files == (str(tmp_path / "article.fr.tgproj"),)
    again = Reader(qtbot)
    again.desk.open_path(article)
    again.opened()
    assert again.desk.current_id() == second
    assert again.text(first).startswith("The agreement of 1999")
    assert again.text(second) == "The second sentence."
    assert not again.session.row(debris).segment.excluded
    assert again.session.row(last).segment.excluded is not was
    assert [path.name for path in tmp_path.glob("*.tgproj")] == ["article.fr.tgproj"]
    again.close()


@pytest.fixture
def sample(qtbot):
    reader = Reader(qtbot)
    reader.desk.open_sample()
    reader.opened()
    yield reader
    reader.close()


def test_the_sample_opens_with_its_draft_and_flags(sample: Reader) -> None:
    sample.quiet()
    assert sample.session.path.parent == projects_dir()
    assert sample.session.scores.flagged
    start = sample.desk.current_id()
    sample.trigger("next-worst")
    assert sample.desk.current_id() != start
    assert sample.session.is_flagged(sample.desk.current_id())
    sample.trigger("next-flagged")
    assert sample.session.is_flagged(sample.desk.current_id())


def test_three_views_share_the_current_segment(sample: Reader) -> None:
    segment = sample.session.rows[7].id
    for view in ("stacked", "reading", "grid"):
        sample.trigger(f"view-{view}")
        sample.desk.go_to(segment)
        assert sample.window.page.view == view
        assert sample.editor.isVisible()
        assert sample.editor.segment == segment
        assert sample.editor.toPlainText() == sample.text(segment)
        sample.type(view[0])
        assert sample.editor.toPlainText().endswith(view[0])
    assert sample.desk.settings.window.view == "grid"
    sample.desk.flush()
    assert sample.text(segment).endswith("srg")


def test_walking_the_findings_selects_their_words(sample: Reader) -> None:
    sample.quiet()
    seen = []
    sample.desk.spanRequested.connect(lambda *args: seen.append(args))
    for _ in range(4):
        sample.trigger("next-finding")
    assert len({item[:1] + item[2:] for item in seen}) == 4
    segment, side, start, end = seen[-1]
    if side == "target":
        assert sample.editor.textCursor().selectedText() == sample.text(segment)[start:end]
    sample.trigger("previous-finding")
    assert seen[-1] == seen[-3]


def test_filter_and_back(sample: Reader) -> None:
    bar, model = sample.window.page.bar, sample.window.page.model
    bar.text.setText("Kermoran")
    sample.until(lambda: sample.desk.filter is not None)
    assert 0 < model.rowCount() < len(sample.session.rows)
    bar.text.setText("no such words")
    sample.until(lambda: model.rowCount() == 0)
    assert sample.window.page.nothing.isVisible()
    bar.clear()
    assert model.rowCount() == len(sample.session.rows)
    assert bar.text.text() == ""


def test_bring_back_with_the_mouse_and_exclude_with_a_key(sample: Reader) -> None:
    rows, model = sample.window.page.rows, sample.window.page.model
    place = next(n for n in range(model.rowCount()) if model.row_at(n).segment.excluded)
    segment = model.row_at(place).id
    sample.desk.go_to(segment)
    box = rows.delegate.bring_back_rect(rows.visualRect(model.index(place, 5)))
    sample.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert not sample.session.row(segment).segment.excluded
    sample.trigger("exclude")
    assert sample.session.row(segment).segment.excluded


def test_text_size_is_kept(sample: Reader) -> None:
    before = sample.window.page.rows.font().pointSizeF()
    sample.trigger("zoom-in")
    sample.trigger("zoom-in")
    assert sample.window.page.rows.font().pointSizeF() == pytest.approx(before + 2)
    assert sample.editor.font().pointSizeF() == pytest.approx(before + 2)
    sample.trigger("zoom-reset")
    assert sample.window.page.rows.font().pointSizeF() == pytest.approx(before)


def test_a_file_dropped_on_the_window_is_opened(qtbot, tmp_path: Path) -> None:
    reader = Reader(qtbot)
    file = tmp_path / "texte.txt"
    file.write_text("Le port est fermé. La grève continue.\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    reader.window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, NONE))
    reader.opened()
    assert [row.segment.source for row in reader.session.rows] == ["Le port est fermé.", "La grève continue."]
    reader.close()


def test_pasted_text_becomes_a_project(qtbot) -> None:
    reader = Reader(qtbot)
    reader.desk.paste_text("Le port est fermé.", "Port")
    reader.opened()
    assert reader.session.path == projects_dir() / "Port.tgproj"
    reader.close()


def test_what_cannot_be_opened_is_said(qtbot, tmp_path: Path) -> None:
    reader = Reader(qtbot)
    reader.desk.open_path(tmp_path / "missing.txt")
    assert reader.messages[-1][2] == "error"
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    reader.desk.open_path(empty)
    reader.until(lambda: len(reader.messages) == 2)
    assert reader.messages[-1][2] == "error"
    assert reader.window.toast.isVisible()
    assert reader.desk.session is None
    assert reader.window.start.isVisible()
    reader.close()


def test_a_project_that_is_open_elsewhere_can_be_read(qtbot, tmp_path: Path) -> None:
    file = tmp_path / "texte.txt"
    file.write_text("Le port est fermé.\n", encoding="utf-8")
    one, two = Reader(qtbot), Reader(qtbot)
    one.desk.open_path(file)
    one.opened()
    asked: list[object] = []
    two.desk.opening.alreadyOpen.disconnect()
    two.desk.opening.alreadyOpen.connect(lambda path, error: asked.append((path, error)))
    project = one.session.path
    two.desk.open_path(project)
    two.until(lambda: asked)
    two.desk.opening.open_project(project, read_only=True)
    two.opened()
    assert two.desk.read_only
    assert two.editor.isReadOnly()
    assert not two.window.actions_["confirm-next"].isEnabled()
    two.close()
    one.close()


def test_everything_that_takes_the_keyboard_has_a_name(sample: Reader) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for kind in kinds
        for widget in sample.window.centralWidget().findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")() or widget.toolTip())
    ]
    assert nameless == []


def test_the_keyboard_begins_in_the_text_and_tab_leaves_it(sample: Reader) -> None:
    sample.window.activateWindow()
    sample.until(lambda: sample.editor.hasFocus())
    sample.press(Qt.Key.Key_Tab, NONE)
    assert not sample.editor.hasFocus()

"""A whole review in the real window by keys alone: worst first, errors accepted, marked, dismissed and back, a segment
rejected, the rest confirmed, finished, reported; the report's figures are worked out here by hand.

The article and its draft are made up (made_review.py) and scored by the real checks. With the data folder, the same
is done with the user's own article, drafted by the pivot of Apertium and a Firefox model and, when one has the patience
(TRANSLATOR_GUI_SLOW=1), by the local model ("slow").
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from translator_gui.domain.mqm import Annotation
from translator_gui.domain.segment import State
from translator_gui.review import annotations
from translator_gui.review.quality_session import Status, records
from translator_gui.review.session import ReviewSession

from .made_review import WORDS, made_project, words_of
from .real_window import Reader

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
MULTIPLIERS = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}  # as published: https://themqm.org


@pytest.fixture
def reader(qtbot) -> Iterator[Reader]:
    made = Reader(qtbot)
    yield made
    made.close()


class Reviewer:
    """Somebody with a keyboard and nothing else: presses keys where the keyboard is, reads what is shown."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.desk = reader, reader.desk
        self.counted: list[str] = []  # severities of what was recorded, for the sum by hand

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    @property
    def here(self) -> str:
        return self.desk.current_id()

    @property
    def session(self) -> ReviewSession:
        return self.reader.session

    def suggestions(self) -> list:
        return annotations.suggestions(self.session, self.here)

    def walk(self) -> None:
        """To the first suggestion; after one was accepted the next is chosen already."""
        if self.desk.marking.chosen not in {each.fingerprint for each in self.suggestions()}:
            here = self.here
            self.press(Key.Key_Down, ALT)
            assert self.here == here

    def accept(self) -> None:
        """A suggestion of the segment."""
        self.walk()
        chosen = self.desk.marking.suggestion()
        self.press(Key.Key_A, CONTROL | SHIFT)
        made = annotations.of(self.session, self.here)[-1].annotation
        assert made.finding == chosen.fingerprint
        assert chosen not in self.suggestions()
        self.counted.append(made.severity.value)

    def mark_two_words(self) -> None:
        self.press(Key.Key_F2)
        self.press(Key.Key_Home)
        for _ in range(2):
            self.press(Key.Key_Right, CONTROL | SHIFT)
        words = self.reader.editor.selected_words()
        self.press(Key.Key_M, CONTROL)
        self.type("1su")  # minor; Style, Unidiomatic
        self.press(Key.Key_Tab)
        self.press(Key.Key_Tab)
        self.type("nobody says so")
        self.press(Key.Key_Return)
        placed = annotations.of(self.session, self.here)[-1]
        assert (placed.quote, placed.annotation.category) == (words, "style/unidiomatic")
        self.counted.append("minor")

    def dismiss_and_see_it_come_back(self) -> None:
        self.walk()
        code = self.desk.marking.suggestion().code
        before = self.reader.text()
        self.press(Key.Key_D, CONTROL | ALT)
        assert code not in {each.code for each in self.suggestions()}
        self.press(Key.Key_F2)
        self.press(Key.Key_End)
        self.press(Key.Key_Left)
        self.type(" indeed")
        assert self.reader.text() == before or "indeed" in self.reader.editor.toPlainText()
        self.reader.until(lambda: code in {each.code for each in self.suggestions()})
        assert self.reader.text().replace(" indeed", "", 1) == before

    def reject(self, reason: str) -> None:
        self.press(Key.Key_R, CONTROL)
        self.reader.until(lambda: QApplication.activeModalWidget() is not None)
        self.reader.until(lambda: QApplication.activeModalWidget().isAncestorOf(self.focus))
        self.type(reason)
        self.press(Key.Key_Return)
        self.reader.until(lambda: QApplication.activeModalWidget() is None)
        self.reader.window.activateWindow()  # as a window manager does when a dialog closes
        self.reader.until(lambda: QApplication.focusWidget() is not None)
        assert self.session.row(self.here).target.rejected == reason

    def review(self) -> dict[str, list[str]]:
        """All of it, in the order of the session. Returns what was done to which segment."""
        tasks: list[tuple[str, Callable[[], object], bool]] = [
            ("accepted", self.accept, True),
            ("accepted again", self.accept, True),
            ("dismissed", self.dismiss_and_see_it_come_back, True),
            ("marked", self.mark_two_words, False),
            ("rejected", lambda: self.reject("not what the source says"), False),
        ]
        did: dict[str, list[str]] = {}
        quality = self.desk.reviewing.quality
        while quality.left():
            here = self.here
            for task in list(tasks):
                what, act, needs_suggestion = task
                if (needs_suggestion and not self.suggestions()) or (not needs_suggestion and here in did):
                    continue
                tasks.remove(task)
                act()
                did.setdefault(here, []).append(what)
            if self.session.row(here).target.rejected:
                self.press(Key.Key_N, CONTROL | ALT)
            else:
                self.press(Key.Key_Return, CONTROL)
                assert self.session.row(here).target.state is State.REVIEWED
        assert tasks == []
        return did


def _all_scored(session: ReviewSession) -> bool:
    rows = [row for row in session.rows if not row.segment.excluded]
    return all(session.divergence(row.id) is not None and not session.is_stale(row.id) for row in rows)


def story(reader: Reader, words: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    who, desk, session = Reviewer(reader), reader.desk, reader.session
    reader.qtbot.waitUntil(lambda: _all_scored(session), timeout=120_000)
    reader.until(lambda: who.focus is reader.editor)
    who.press(Key.Key_R, CONTROL | ALT)
    quality = desk.reviewing.quality
    order = quality.ordered()
    marks = session.scores.marks
    assert who.here == order[0] == max(marks, key=lambda each: (marks[each].order, marks[each].divergence))
    assert [marks[each].order for each in order] == sorted((marks[each].order for each in order), reverse=True)

    did = who.review()
    everything = [what for done in did.values() for what in done]
    assert sorted(everything) == ["accepted", "accepted again", "dismissed", "marked", "rejected"]
    assert next(iter(did)) == order[0], "the worst was seen first"
    who.press(Key.Key_F, CONTROL | ALT)
    assert quality.status is Status.FINISHED

    report = folder / "report.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(report), "JSON (*.json)"))
    who.press(Key.Key_E, CONTROL | ALT)
    reader.until(report.exists)
    told = json.loads(report.read_text(encoding="utf-8"))
    assert len(who.counted) == 3
    penalty = sum(MULTIPLIERS[severity] for severity in who.counted)
    quality_score = (1 - penalty / words) * 100
    assert told["mqm"]["words"] == told["source_words"] == words
    assert told["mqm"]["penalty"] == penalty
    assert told["mqm"]["per_thousand"] == pytest.approx(penalty * 1000 / words)
    assert told["mqm"]["quality"] == pytest.approx(quality_score)
    assert told["mqm"]["passed"] is (quality_score >= 95)
    assert told["verdict"]["passed"] is (quality_score >= 95)
    assert (told["reviewer"], told["rejected"], told["done"]) == ("Anna", 1, len(order))
    assert sorted(each["severity"] for each in told["errors"]) == sorted(who.counted)
    marked = {name for name, done in did.items() if {"accepted", "accepted again", "marked"} & set(done)}
    assert {each["segment"] for each in told["errors"]} == marked
    edited = [name for name, done in did.items() if "dismissed" in done]
    confirmed = len(order) - 1  # one was rejected
    assert told["machine_share"] == pytest.approx((confirmed - len(edited)) / confirmed)
    assert told["seconds"] == pytest.approx(sum(quality.record.seconds.values()), abs=0.1)

    path = session.path
    kept = sorted(session.remarks.all(Annotation), key=lambda each: each.id)
    desk.close_session()
    with ReviewSession.open(path, "Anna") as again:
        (record,) = records(again)
        assert (record.status, record.done) == (Status.FINISHED, set(order))
        assert sorted(again.remarks.all(Annotation), key=lambda each: each.id) == kept
        assert len(again.dismissals()) == 1


def test_by_keys_from_start_to_report(reader: Reader, tmp_path: Path, monkeypatch) -> None:
    reader.desk.open_path(made_project(tmp_path / "made.tgproj"))
    reader.opened()
    story(reader, WORDS, tmp_path, monkeypatch)


@pytest.mark.slow
@pytest.mark.timeout(2400)
@pytest.mark.parametrize("engine", ["pivot", "local"])
def test_the_users_article(reader: Reader, shared_data, tmp_path: Path, monkeypatch, engine: str) -> None:
    """Without the pivot's programs it is skipped; a fresh machine has them after packaging/setup.sh."""
    from translator_gui.engines.catalogue import engine_info

    if not engine_info(engine).availability.ok:
        pytest.skip(f"the engine {engine} is not installed")
    if engine == "local" and not os.environ.get("TRANSLATOR_GUI_SLOW"):
        pytest.skip("takes five minutes: set TRANSLATOR_GUI_SLOW=1")
    article = tmp_path / "article.txt"
    article.write_bytes((shared_data / "articles" / "putin-wang-moscow.fr.txt").read_bytes())
    reader.desk.open_path(article)
    reader.opened()
    reader.desk.propose(engine=engine)
    reader.qtbot.waitUntil(lambda: not reader.desk.runner.jobs(), timeout=2_000_000)
    reader.press(Key.Key_P, CONTROL | ALT)
    rows = [row for row in reader.session.rows if not row.segment.excluded]
    assert all(row.target.text for row in rows)
    reader.window.page.focus_text()
    story(reader, sum(words_of(row.segment.source) for row in rows), tmp_path, monkeypatch)


def test_closing_pauses_and_opening_resumes(reader: Reader, tmp_path: Path) -> None:
    path, desk = made_project(tmp_path / "made.tgproj"), reader.desk
    reader.desk.open_path(path)
    reader.opened()
    reader.quiet()
    reader.press(Key.Key_R, CONTROL | ALT)
    started = desk.reviewing.quality.record.id
    reader.press(Key.Key_Return, CONTROL)
    done = desk.reviewing.quality.done
    desk.close_session()
    assert desk.reviewing.quality is None
    desk.open_path(path)
    reader.opened()
    reader.press(Key.Key_R, CONTROL | ALT)
    assert desk.reviewing.quality.record.id == started
    assert desk.reviewing.quality.done == done
    assert len(done) == 1
    reader.press(Key.Key_U, CONTROL | ALT)
    assert desk.reviewing.quality.status is Status.PAUSED


def test_panel_tells_what_is_left(reader: Reader, tmp_path: Path) -> None:
    reader.desk.open_path(made_project(tmp_path / "made.tgproj"))
    reader.opened()
    panel = reader.window.docks["review"].widget()
    panel.order.setCurrentIndex(panel.order.findData("document"))
    reader.press(Key.Key_R, CONTROL | ALT)
    assert reader.desk.current_id() == "d0"
    reader.press(Key.Key_Return, CONTROL)
    panel.refresh_now()
    assert panel._bar.accessibleName() == "1 of 12 segments done"
    assert panel._title.text() == "Anna · Running"
    assert f"{WORDS - 7} words left" in panel._figures.text()

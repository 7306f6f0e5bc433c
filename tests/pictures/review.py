"""Pictures of a quality review: marking an error, the Errors and Comments panels, what was dismissed, ESA, parameters.

The article and its draft are made up (tests/ui/made_review.py), scored by the real checks.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from .studio import PATIENCE, idle, settle, spin

_SCENES = (("", "light", "en"), ("-dark", "dark", "en"), ("-french", "light", "fr"))


def review_errors(studio: Any) -> None:
    for suffix, theme, language in _SCENES:
        window = studio.open(theme=theme, language=language, sample=False)
        window.desk.change_settings(scoring={"profile": "rules"})
        _open(studio, window, suffix)
        _mark(studio, window, suffix)
        _comments(studio, window, suffix)
        _dismissed(studio, window, suffix)
        _dialogs(studio, window, suffix)
        studio.close(window)
    window = studio.open(sample=False)
    window.desk.change_settings(scoring={"profile": "rules"})
    _open(studio, window, "-esa")
    _esa(studio, window)
    studio.close(window)


def _open(studio: Any, window: Any, suffix: str) -> None:
    from tests.ui.made_review import made_project

    folder = Path(os.environ["TRANSLATOR_GUI_HOME"]) / f"review{suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    window.desk.open_path(made_project(folder / "le-havre.tgproj", "Anna Keller"))

    spin(lambda: window.desk.session is not None, PATIENCE)
    idle(window.desk)
    for name in ("candidates", "findings"):
        window.docks[name].hide()


def _show(window: Any, *names: str) -> None:

    for name in names:
        window.docks[name].show()
        window.docks[name].raise_()
    window.page.focus_text()
    settle(0.4)


def _select(window: Any, segment: str, words: str) -> None:
    from translator_gui.domain.span import Span

    window.desk.go_to(segment)
    window.page.focus_text()
    editor = window.page.editor()
    start = editor.toPlainText().index(words)
    editor.select(Span(start, start + len(words)))


def _mark(studio: Any, window: Any, suffix: str) -> None:
    from PySide6.QtTest import QTest

    from translator_gui.domain.finding import Severity
    from translator_gui.domain.span import Side, Span
    from translator_gui.review import annotations

    desk, session = window.desk, window.desk.session
    desk.reviewing.start()
    desk.go_to("d1")
    desk.marking.accept()
    for segment, words, category, severity, comment in (
        ("d11", "movement", "style/unidiomatic", Severity.MINOR, "“strike”, surely"),
        ("d6", "14%", "accuracy/mistranslation", Severity.CRITICAL, "4 %"),
    ):
        text = session.row(segment).target.text
        span = Span(text.index(words), text.index(words) + len(words))
        desk.perform("Mark", annotations.mark, segment, Side.TARGET, span, category, severity, comment)
    source = session.row("d7").segment.source
    span = Span(source.index("d’euros"), source.index("d’euros") + len("d’euros"))
    desk.perform("Mark", annotations.mark, "d7", Side.SOURCE, span, "accuracy/omission", Severity.MINOR, "")
    _show(window, "errors")
    _select(window, "d2", "has accepted")
    settle(0.5)
    studio.take(f"review-errors{suffix}", window)
    window.docks["errors"].widget().modes.button(1).click()
    settle(0.3)
    studio.take(f"review-errors-article{suffix}", window)
    window.docks["errors"].widget().modes.button(0).click()
    _select(window, "d6", "14%")
    window.commands.mark_error()
    settle(0.2)
    from PySide6.QtWidgets import QApplication

    QTest.keyClicks(QApplication.focusWidget() or window, "3a")
    settle(0.3)
    studio.take(f"review-marking{suffix}", window)
    from translator_gui.ui.quality.chooser import ErrorChooser

    window.findChild(ErrorChooser).leave()


def _comments(studio: Any, window: Any, suffix: str) -> None:
    from translator_gui.domain.span import Side, Span
    from translator_gui.review import comments

    desk, session = window.desk, window.desk.session
    desk.go_to("d9")
    text = session.row("d9").target.text
    span = Span(text.index("ruled out"), text.index("ruled out") + 9)
    desk.perform("Comment", comments.add, "d9", "Did he not say “for now” on the radio?", Side.TARGET, span)
    first = comments.threads(session, "d9")[0].first
    session.user = "Ben Okafor"
    desk.perform("Answer", comments.reply, first, "Not in this text. Leave it.")
    session.user = "Anna Keller"
    desk.perform("Comment", comments.add, "d9", "Is this the title we use for him?")
    desk.perform("Close", comments.resolve, comments.threads(session, "d9")[1].first)
    _show(window, "comments")
    window.page.rows.source_in_row.show()
    studio.take(f"review-comments{suffix}", window)


def _dismissed(studio: Any, window: Any, suffix: str) -> None:
    from translator_gui.domain.finding import Scope

    desk = window.desk
    for segment, scope in (("d2", Scope.HERE), ("d6", Scope.ARTICLE), ("d4", Scope.HERE)):
        desk.go_to(segment)
        if desk.marking.suggestion() is not None:
            desk.marking.dismiss(scope)
    window.commands.show_dismissed()
    settle(0.4)
    studio.take(f"review-dismissed{suffix}", window)
    desk.confirm()
    _show(window, "review")
    settle(0.5)
    studio.take(f"review-session{suffix}", window)


def _dialogs(studio: Any, window: Any, suffix: str) -> None:
    from translator_gui.ui.dialogs.catalogue import open_dialog

    for name in ("parameters", "verdict"):
        dialog = open_dialog(name, window.desk, window)
        settle(0.3)
        studio.take(f"review-{name}{suffix}", dialog)
        dialog.reject()


def _esa(studio: Any, window: Any) -> None:
    from translator_gui.review import annotations
    from translator_gui.review.quality_plan import Method, Plan

    desk = window.desk
    desk.reviewing.plan = Plan(method=Method.ESA)
    desk.reviewing.start()
    for segment, value in (("d1", 40.0), ("d2", 10.0), ("d3", 95.0)):
        desk.perform("Rate", annotations.rate, segment, value)
    _show(window, "errors")
    _select(window, "d1", "21 days")
    desk.marking.mark(*window.page.selected())
    settle(0.3)
    studio.take("review-esa", window)

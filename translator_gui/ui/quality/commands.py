"""What the actions of the Review menu do; a part of the window's Commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from ...domain.finding import Scope
from ...domain.segment import State
from ..docks.catalogue import show_dock

if TYPE_CHECKING:
    from ...review.session import ReviewSession
    from .marking import Request


class ReviewCommands:
    def review_start(self) -> None:
        self._desk.reviewing.start()

    def review_pause(self) -> None:
        self._desk.reviewing.pause_or_carry_on()

    def review_finish(self) -> None:
        self._desk.reviewing.finish()

    def review_next(self) -> None:
        self._desk.flush()
        if not self._desk.reviewing.go_next():
            self.next_worst()

    def reject(self) -> None:
        self.dialog("reject")

    # -- errors ---------------------------------------------------------------------------------------------------

    def mark_error(self) -> None:
        self._desk.marking.mark(*self._window.page.selected())

    def mark_missing(self) -> None:
        self._desk.marking.mark_missing(self._window.page.source().selected_span())

    def choose_error(self, request: Request) -> None:
        """What the marking asks for; the chooser is made when it is first wanted."""
        from .chooser import ErrorChooser

        chooser = self._window.findChild(ErrorChooser) or ErrorChooser(self._desk, self._desk.marking, self._window)
        chooser.ask(request)

    def accept_suggestion(self) -> None:
        self._desk.marking.accept()

    def change_suggestion(self) -> None:
        self._desk.marking.change()

    def dismiss_suggestion(self) -> None:
        self._desk.marking.dismiss()

    def dismiss_kind(self) -> None:
        self._desk.marking.dismiss(Scope.ARTICLE)

    def dismiss_always(self) -> None:
        self._desk.marking.dismiss(Scope.ALWAYS)

    def next_error(self) -> None:
        self._desk.marking.jump(1)

    def previous_error(self) -> None:
        self._desk.marking.jump(-1)

    def show_dismissed(self) -> None:
        dock = self._window.docks["findings"]
        show_dock(dock)
        dock.widget().show_dismissed()

    def comment(self) -> None:
        self._desk.flush()
        side, span = self._window.page.selected()
        dock = self._window.docks["comments"]
        show_dock(dock)
        dock.widget().begin(side, span)

    def make_final(self) -> None:
        from ...review import commands
        from ...review.unedited import refuse_final

        def whole(session: ReviewSession, changes: list[Any]) -> None:
            refuse_final(session, [change.segment for change in changes])

        title = QCoreApplication.translate("quality", "Make final")
        self._desk.perform_each(title, commands.set_state, self._chosen(), State.FINAL, whole=whole, refusing=False)

    def rate(self) -> None:
        if not self._desk.marking.esa:
            self._desk.message.emit(
                QCoreApplication.translate("quality", "This review counts errors (MQM); it has no ratings."),
                QCoreApplication.translate("quality", "Start one by ESA in the Review panel."), "info",
            )  # fmt: skip
            return
        dock = self._window.docks["errors"]
        show_dock(dock)
        dock.widget().refresh_now()
        dock.widget().score.rating.field.setFocus()
        dock.widget().score.rating.field.selectAll()

    def parameters(self) -> None:
        self.dialog("parameters")

    def verdict(self) -> None:
        if self._desk.reviewing.quality is None:
            self._desk.reviewing.say_none()
        else:
            self.dialog("verdict")

    # -- the end --------------------------------------------------------------------------------------------------

    def scorecard(self) -> None:
        self._window.show_scorecard(not self._window.scorecard.isVisible())

    def review_report(self) -> None:
        session, tr = self._desk.session, QCoreApplication.translate
        if session is None:
            return
        kinds = {
            "html": tr("quality", "Web page"),
            "pdf": tr("quality", "PDF, to print or send"),
            "xlsx": tr("quality", "Spreadsheet"),
            "docx": tr("quality", "Return package for the translator"),
            "tsv": tr("quality", "Error list (marot)"),
            "json": "JSON",
        }
        filters = ";;".join(f"{name} (*.{ending})" for ending, name in kinds.items())
        start = session.path.with_suffix(".html")
        name, chosen = QFileDialog.getSaveFileName(self._window, tr("quality", "Write the report"), str(start), filters)
        if name:
            path = Path(name)
            ending = chosen.rpartition("*.")[2].rstrip(")")
            self._desk.reviewing.write_report(path if path.suffix or not ending else path.with_suffix(f".{ending}"))

"""What the actions of the window do: one short method each, named in actions.ACTIONS."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from .alignment.commands import AlignmentCommands
from .dialogs.catalogue import open_dialog
from .docks.catalogue import dock_specs, show_dock
from .quality.commands import ReviewCommands
from .returning import ReturnCommands
from .tracked.commands import ChangeCommands
from .view_commands import ViewCommands

if TYPE_CHECKING:
    from .desk import Desk
    from .main_window import MainWindow


class Commands(QObject, ViewCommands, ReviewCommands, AlignmentCommands, ChangeCommands, ReturnCommands):
    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        for number in range(1, 10):
            setattr(self, f"candidate_{number}", lambda number=number: desk.take_candidate(number))
        for spec in dock_specs():
            setattr(self, f"show_{spec.id}", lambda name=spec.id: show_dock(window.docks[name]))

    def dialog(self, name: str, **options: Any) -> None:
        open_dialog(name, self._desk, self._window, **options)

    # -- file -----------------------------------------------------------------------------------------------------

    def open_file(self) -> None:
        path = self._ask_file(self.tr("Open"), self._filters(project=True))
        if path:
            self._desk.open_path(path)

    def import_pair(self) -> None:
        source = self._ask_file(self.tr("The French article"), self._filters(project=False))
        if not source:
            return
        draft = self._ask_file(self.tr("Its English draft"), self._filters(project=False), source.parent)
        if draft:
            self._desk.import_path(source, draft)

    def _filters(self, project: bool) -> str:
        from ..formats.catalogue import import_extensions

        patterns = " ".join(f"*{extension}" for extension in import_extensions())
        articles, everything = f"{self.tr('Articles')} ({patterns})", self.tr("All files") + " (*)"
        if not project:
            return f"{articles};;{everything}"
        known = f"{self.tr('Articles and projects')} (*.tgproj *.tgalign {patterns})"
        return f"{known};;{self.tr('Projects')} (*.tgproj *.tgalign);;{articles};;{everything}"

    def _ask_file(self, title: str, filters: str, folder: Path | None = None) -> Path | None:
        recent = self._desk.settings.window.recent_files
        start = folder or (Path(recent[0]).parent if recent else Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(start), filters)
        return Path(name) if name else None

    def paste_article(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._desk.paste_text(text)
        else:
            self.dialog("paste")

    def paste_dialog(self) -> None:
        self.dialog("paste")

    def open_sample(self) -> None:
        self._desk.open_sample()

    def export(self) -> None:
        self.dialog("export")

    def close_project(self) -> None:
        self._desk.aligning.close()
        self._desk.close_session()

    def preferences(self) -> None:
        self.dialog("preferences")

    def quit(self) -> None:
        self._window.close()

    # -- edit -----------------------------------------------------------------------------------------------------

    @property
    def _edited(self) -> Any:
        """What Undo speaks to: the open alignment or the open article."""
        return self._desk if self._desk.aligning.session is None else self._desk.aligning

    def undo(self) -> None:
        self._edited.undo()

    def redo(self) -> None:
        self._edited.redo()

    def find(self) -> None:
        self.dialog("find")

    def replace(self) -> None:
        self.dialog("find", replace=True)

    def concordance(self) -> None:
        dock = self._window.docks["concordance"]
        words = self._window.page.selected_words()
        show_dock(dock)
        search = getattr(dock.widget(), "search", None)
        if words and search is not None:
            search(words)

    # -- segment --------------------------------------------------------------------------------------------------

    def confirm_and_next(self) -> None:
        self._desk.confirm_and_next()

    def confirm(self) -> None:
        self._desk.confirm()

    def copy_source(self) -> None:
        self._desk.copy_source()

    def insert_placeable(self) -> None:
        from .panes.chip_editing import insert_next

        source = self._desk.session.row(self._desk.current_id()).segment.source
        if not insert_next(self._window.page.editor(), source):
            self._desk.message.emit(self.tr("The translation has every placeable of the source."), "", "info")

    def _chosen(self) -> list[str]:
        return self._window.page.chosen_ids()

    def toggle_excluded(self) -> None:
        self._desk.toggle_excluded(self._chosen())

    def toggle_locked(self) -> None:
        from ..review import commands

        row = self._desk.current_row()
        if row is not None:
            title = self.tr("Unlock") if row.target.locked else self.tr("Lock")
            self._desk.perform_each(title, commands.lock, self._chosen(), not row.target.locked)

    def split(self) -> None:
        """Where the caret stands in the source's stead: the place in the source that fits the caret's best."""
        from ..review import commands

        row = self._desk.current_row()
        offset = self._window.page.source_offset()
        if row is not None and offset is not None:
            self._desk.perform(self.tr("Split"), commands.split, row.id, offset)
        else:
            self._desk.message.emit(
                self.tr("Where should it be split?"),
                self.tr("Click the French text where the second part begins, then split."), "info",
            )  # fmt: skip

    def join(self) -> None:
        from ..review import commands

        if self._desk.current_id():
            self._desk.perform(self.tr("Join"), commands.join, self._desk.current_id())

    def dismiss_and_next(self) -> None:
        from ..review import commands, navigation

        desk = self._desk
        if desk.session is None or not desk.current_id():
            return
        here = desk.current_id()
        desk.perform(self.tr("Dismiss findings"), commands.dismiss_all_here, here)
        following = navigation.next_flagged(desk.session, here)
        if following:
            desk.go_to(following)

    # -- go -------------------------------------------------------------------------------------------------------

    def next_segment(self) -> None:
        self._desk.move(1)

    def previous_segment(self) -> None:
        self._desk.move(-1)

    def first_segment(self) -> None:
        self._to_end(0)

    def last_segment(self) -> None:
        self._to_end(-1)

    def _to_end(self, place: int) -> None:
        visible = self._desk.visible()
        if self._desk.session is not None and visible:
            self._desk.go_to(self._desk.session.rows[visible[place]].id)

    def next_finding(self) -> None:
        self._finding(1)

    def previous_finding(self) -> None:
        self._finding(-1)

    def _finding(self, step: int) -> None:
        self._window.finding_walk.go(step)

    def next_worst(self) -> None:
        from ..review import navigation

        self._jump(navigation.next_worst, self.tr("Nothing is left to look at: every scored segment is confirmed."))

    def next_flagged(self) -> None:
        from ..review import navigation

        self._jump(navigation.next_flagged, self.tr("No segment is flagged."))

    def previous_flagged(self) -> None:
        from ..review import navigation

        none = self.tr("No segment is flagged.")
        self._jump(lambda session, here: navigation.next_flagged(session, here, backwards=True), none)

    def next_unreviewed(self) -> None:
        from ..review import navigation

        self._jump(navigation.next_unreviewed, self.tr("Every segment is confirmed."))

    def _jump(self, find: Any, none: str) -> None:
        self._desk.flush()
        session = self._desk.session
        found = find(session, self._desk.current_id()) if session is not None else None
        if found:
            self._desk.go_to(found)
        else:
            self._desk.message.emit(none, "", "info")

    def go_to(self) -> None:
        self.dialog("goto")

    # -- tools ----------------------------------------------------------------------------------------------------

    def propose(self) -> None:
        self._desk.propose()

    def propose_segment(self) -> None:
        self._desk.propose(self._chosen())

    def accept_best(self) -> None:
        from ..review import commands

        session = self._desk.session
        empty = commands.empty(session) if session is not None else []
        done = self._desk.perform_each(self.tr("Take the best proposals"), commands.accept_best, empty)
        if session is not None and not done:
            self._desk.message.emit(
                self.tr("There is no empty segment with a proposal."), self.tr("Ask for proposals first."), "info"
            )

    def second_opinion(self) -> None:
        dock = self._window.docks["opinion"]
        show_dock(dock)
        dock.widget().ask_both()

    def add_term(self) -> None:
        """With what is selected in the English, and in the French."""
        self._desk.flush()
        page = self._window.page
        self.edit_term({"source": page.source().selected_words(), "target": page.editor().selected_words()})

    def edit_term(self, options: dict[str, Any]) -> None:
        self.dialog("term", **options)

    def insert_term(self) -> None:
        panel = self._window.docks["terms"].widget()
        panel.insert_next()

    def insert_words(self, words: str) -> None:
        """At the cursor, apart from the words around it."""
        editor = self._window.page.editor()
        cursor = editor.textCursor()
        text, start, end = editor.toPlainText(), cursor.selectionStart(), cursor.selectionEnd()
        lead = " " if start and text[start - 1 : start].isalnum() else ""
        tail = " " if text[end : end + 1].isalnum() else ""
        editor.insertPlainText(f"{lead}{words}{tail}")
        self._window.page.focus_text()

    def check(self) -> None:
        self._desk.check()

    def precision(self) -> None:
        self.dialog("precision")

    def flag_level(self) -> None:
        self._window.page.bar.show_flag_level()

    def statistics(self) -> None:
        self.dialog("statistics")

    def batch(self) -> None:
        self.dialog("batch")

    # -- help -----------------------------------------------------------------------------------------------------

    def manual(self) -> None:
        self.dialog("manual")

    def keys(self) -> None:
        self.dialog("keys")

    def tour(self) -> None:
        from .tour import Tour

        Tour(self._window).start()

    def about(self) -> None:
        self.dialog("about")

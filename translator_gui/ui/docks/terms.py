"""Terms: those that stand in the current segment, or, while something is searched, all that hold the words."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
)

from ...domain.term import Term, TermUse
from ..controls import EmptyState, column, push_button, row, search_field, tool_button
from ..icons import icon
from ..theme import theme_signals
from .panel import Panel

if TYPE_CHECKING:
    from ..desk import Desk
    from ..jobs import JobHandle

_ASPECTS = frozenset({"target"})
_QUIET_MS = 200
_TERM = Qt.ItemDataRole.UserRole
_SHOWN = 2_000


class TermList(QTreeWidget):
    """Enter inserts, Delete deletes."""

    def __init__(self, panel: TermsPanel) -> None:
        super().__init__()
        self._panel = panel
        self.setHeaderLabels([self.tr("French"), self.tr("English"), self.tr("Note")])
        self.setAccessibleName(self.tr("Terms"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(True)
        self.itemDoubleClicked.connect(lambda *_: panel.insert())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._panel.insert()
        elif event.key() == Qt.Key.Key_Delete:
            self._panel.delete()
        else:
            super().keyPressEvent(event)

    def show_terms(self, uses: list[tuple[Term, str, str]]) -> None:
        """uses: (term, icon with its colour as "name/role", what the icon says)."""
        kept = self.chosen()
        self.clear()
        for term, sign, state in uses:
            item = QTreeWidgetItem([term.source, term.target, term.note])
            name, _, role = sign.partition("/")
            item.setIcon(1, icon(name, role))
            item.setData(0, _TERM, term)
            tip = f"<b>{escape(term.source)}</b> → {escape(term.target)}<br>{escape(state)}"
            for place in range(3):
                item.setToolTip(place, tip + (f"<br>{escape(term.note)}" if term.note else ""))
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, f"{term.target}, {state}")
            if term.forbidden:
                font = item.font(1)
                font.setStrikeOut(True)
                item.setFont(1, font)
            self.addTopLevelItem(item)
            if kept is not None and term.id == kept.id:
                self.setCurrentItem(item)
        if self.currentItem() is None and uses:
            self.setCurrentItem(self.topLevelItem(0))

    def chosen(self) -> Term | None:
        item = self.currentItem()
        return item.data(0, _TERM) if item is not None else None


class TermsPanel(Panel):
    """Looked up in a job; the answer to an older question is dropped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._job: JobHandle | None = None
        self.field = search_field(self.tr("Search all terms"))
        self._asking = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._asking.timeout.connect(self.refresh_now)
        self.field.textChanged.connect(lambda _: self._asking.start())
        self.list = TermList(self)
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        self._add = push_button(self.tr("Add…"), self.add, "plus")
        self._insert = push_button(self.tr("Insert"), self.insert, "tick", flat=True)
        self._change = push_button(self.tr("Change…"), self.change, flat=True)
        self._delete = tool_button("trash", self.tr("Delete the term"), self.delete)
        self._empty = EmptyState("terms", "")
        self._pages = QStackedLayout()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.list)
        top = row(self.field, self._add, self._menu_button(), spacing=6, margins=(10, 10, 10, 6))
        bottom = row(self._insert, self._change, None, self._delete, spacing=4, margins=(10, 4, 10, 8))
        layout = column(top, spacing=0)
        layout.addLayout(self._pages, 1)
        layout.addLayout(bottom)
        self.setLayout(layout)
        self.taker = self.list
        self.follow_current(_ASPECTS)
        desk.terms.changed.connect(self.refresh_soon)
        theme_signals().changed.connect(self.refresh_soon)

    def _menu_button(self):
        button = tool_button("more", self.tr("Import and export terms"))
        menu = QMenu(button)
        menu.addAction(icon("import"), self.tr("Import terms…"), self._import)
        menu.addAction(icon("export"), self.tr("Export terms…"), self._export)
        button.setMenu(menu)
        button.setPopupMode(button.ToolButtonPopupMode.InstantPopup)
        return button

    # -- showing -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._asking.stop()
        if self._job is not None:
            self._job.cancel()
        words, pair, workshop = self.field.text().strip(), self.desk.terms.pair(), self.desk.workshop
        row_ = self.desk.current_row() if self.desk.session is not None else None
        texts = (row_.segment.source, row_.target.text) if row_ is not None else ("", "")

        def work(_ctx: object) -> object:
            terms = workshop.terms()
            return terms.terms(pair, words)[:_SHOWN] if words else terms.uses(*texts, pair)

        job = self._job = self.desk.runner.submit(self.tr("Looking up terms"), work, "interactive", quiet=True)
        job.succeeded.connect(lambda found: self._found(words, found) if self._job is job else None)
        job.failed.connect(self.desk.report)

    def _found(self, words: str, found: list) -> None:
        self.list.show_terms([(term, *self._sign(term)) for term in found] if words else self._of_segment(found))
        self._pages.setCurrentWidget(self.list if found else self._empty)
        if words:
            self._empty.say(self.tr("Nothing found"), self.tr("No term holds these words."))
        else:
            self._empty.say(
                self.tr("No terms here"), self.tr("Select words in the English and press Ctrl+T to add a term.")
            )
        self._enable()

    def _of_segment(self, uses: list[TermUse]) -> list[tuple[Term, str, str]]:
        """Each term once; a forbidden one after those to use instead."""
        rows: dict[int, tuple[Term, str, str]] = {}
        for use in uses:
            rows.setdefault(use.term.id, (use.term, *self._sign(use.term, bool(use.forms))))
        used = {use.term.source for use in uses if use.forms and not use.term.forbidden}
        for number, (term, _sign, state) in rows.items():
            if term.source in used and not term.forbidden and state == self.tr("Not in the translation"):
                rows[number] = (term, "minus/muted", self.tr("Another term is used"))
        return sorted(rows.values(), key=lambda each: each[0].forbidden)

    def _sign(self, term: Term, there: bool | None = None) -> tuple[str, str]:
        if term.forbidden:
            return ("error/error" if there else "exclude/muted"), self.tr("Must not be used")
        if there is None:
            return "terms/muted", self.tr("To be used")
        return ("tick/success", self.tr("In the translation")) if there else (
            "warning/warning", self.tr("Not in the translation")
        )  # fmt: skip

    def _enable(self) -> None:
        term = self.list.chosen() if self._pages.currentWidget() is self.list else None
        self._insert.setEnabled(term is not None and not term.forbidden and bool(self.current()))
        self._change.setEnabled(term is not None)
        self._delete.setEnabled(term is not None)

    # -- doing ---------------------------------------------------------------------------------------------------

    def insert(self) -> None:
        term = self.list.chosen()
        if term is not None and not term.forbidden and self.current():
            self.desk.terms.insertWanted.emit(term.target)

    def insert_next(self) -> None:
        """What the key does: the first term of the segment that is not in the translation yet."""
        self.desk.flush()
        row_, pair, workshop = self.desk.current_row(), self.desk.terms.pair(), self.desk.workshop
        if row_ is None:
            return
        job = self.desk.runner.submit(
            self.tr("Looking up terms"),
            lambda _ctx: workshop.terms().uses(row_.segment.source, row_.target.text, pair),
            "interactive",
            quiet=True,
        )
        job.succeeded.connect(lambda uses: self._insert_first(row_.id, uses))
        job.failed.connect(self.desk.report)

    def _insert_first(self, segment: str, uses: list[TermUse]) -> None:
        if segment != self.current():
            return
        used = {use.term.source for use in uses if use.forms and not use.term.forbidden}
        missing = [use.term for use in uses if not use.term.forbidden and use.term.source not in used]
        if missing:
            self.desk.terms.insertWanted.emit(missing[0].target)
        else:
            self.desk.message.emit(self.tr("No term is missing here."), "", "info")

    def add(self) -> None:
        self.desk.terms.dialogWanted.emit({})

    def change(self) -> None:
        term = self.list.chosen()
        if term is not None:
            self.desk.terms.dialogWanted.emit({"term": term})

    def delete(self) -> None:
        term = self.list.chosen()
        if term is None:
            return
        self.desk.terms.change(lambda terms: terms.remove([term.id]), (term,))
        self.desk.message.emit(self.tr("Deleted: {0} → {1}").format(term.source, term.target), "", "info")

    def _import(self) -> None:
        filters = self.tr("Termbases") + " (*.tbx *.xml *.csv *.tsv *.txt)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import terms"), str(Path.home()), filters)
        if name:
            self.desk.terms.import_file(Path(name))

    def _export(self) -> None:
        start = str(Path.home() / "terms.tbx")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export terms"), start, "TBX (*.tbx);;CSV (*.csv)")
        if name:
            self.desk.terms.export_file(Path(name))

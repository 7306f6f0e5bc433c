"""Find and replace in the English: every hit is seen, and can be left out, before anything changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...domain.span import Side
from ..controls import label, row, set_role
from .frame import Dialog
from .preview_delegate import PreviewDelegate

if TYPE_CHECKING:
    from ...review.find_replace import Hit
    from ..desk import Desk
    from ..jobs import JobHandle

_QUIET_MS = 200
_SHOWN = 500  # hits listed; replacing takes all that were found


@dataclass(frozen=True)
class _Table:
    records: list[tuple[Any, ...]]


@dataclass(frozen=True)
class _Snapshot:
    """All that review.find_replace.find() asks of a session, safe in another thread: records are never altered."""

    table: _Table


class FindReplaceDialog(Dialog):
    """Not modal: the text can be edited meanwhile; the list follows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, replace: bool = False) -> None:
        super().__init__(desk, parent, self.tr("Find and replace"), modal=False)
        self.setMinimumSize(640, 460)
        self.hits: list[Hit] = []
        self._job: JobHandle | None = None
        self._build_fields()
        self._build_table()
        self._timer = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._timer.timeout.connect(self.search)
        self._previous = self.add_button(self.tr("Previous"), lambda: self.step(-1), icon_name="chevron-up", left=True)
        self.next = self.add_button(self.tr("Next"), lambda: self.step(1), icon_name="chevron-down", left=True)
        self.replace_one = self.add_button(self.tr("Replace"), self._replace_one)
        self.replace_all = self.add_button(self.tr("Replace checked"), self._replace_checked, primary=True)
        self.add_close()
        for signal in (desk.segmentsChanged, desk.rowsReplaced, desk.sessionChanged):
            signal.connect(self._soon)
        (self.replacement if replace and self.text.text() else self.text).setFocus()
        self.search()

    def _build_fields(self) -> None:
        self.text, self.replacement = QLineEdit(), QLineEdit()
        self.text.setAccessibleName(self.tr("Find"))
        self.replacement.setAccessibleName(self.tr("Replace with"))
        self.text.setClearButtonEnabled(True)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, (name, field) in enumerate(
            ((self.tr("Find"), self.text), (self.tr("Replace with"), self.replacement))
        ):
            caption = label(name)
            caption.setBuddy(field)
            grid.addWidget(caption, number, 0)
            grid.addWidget(field, number, 1)
        self.case = QCheckBox(self.tr("Match case"))
        self.whole = QCheckBox(self.tr("Whole words"))
        self.regex = QCheckBox(self.tr("Regular expression"))
        self.state = label(role="muted", wrap=True)
        self.body.addLayout(grid)
        self.body.addLayout(row(self.case, self.whole, self.regex, None, spacing=16))
        self.body.addWidget(self.state)
        for field in (self.text, self.replacement):
            field.textChanged.connect(lambda _: self._timer.start())
        for box in (self.case, self.whole, self.regex):
            box.toggled.connect(lambda _: self._timer.start())
        self.text.returnPressed.connect(lambda: self.step(1))

    def _build_table(self) -> None:
        self.table = QTableWidget(0, 3)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalHeaderLabels(["", self.tr("Segment"), self.tr("English")])
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.verticalHeader().hide()
        self.table.setColumnWidth(0, 32)
        self.table.setColumnWidth(1, 80)
        self.table.setShowGrid(False)
        self.table.setProperty("row", True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.tr("Places found"))
        self.table.setItemDelegateForColumn(2, PreviewDelegate(self.table))
        self.table.cellClicked.connect(lambda number, _column: self._show(number))
        self.table.itemChanged.connect(lambda _: self._count_checked())
        self.body.addWidget(self.table, 1)

    # -- finding -------------------------------------------------------------------------------------------------

    def _soon(self, *_: object) -> None:
        self._timer.start()

    def done(self, result: int) -> None:
        """A search that still runs has nobody to report to."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        super().done(result)

    def search(self) -> None:
        """In a job: fifty thousand rows and a slow expression must not keep the keys waiting."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        session, text = self.desk.session, self.text.text()
        if session is None or not text:
            self._found([])
            return
        snapshot = _Snapshot(_Table(list(session.table.records)))
        case, regex, whole, new = (
            self.case.isChecked(), self.regex.isChecked(), self.whole.isChecked(), self.replacement.text()
        )  # fmt: skip

        def work(_ctx: object) -> list[Hit]:
            from ...review.find_replace import Search, find

            return find(snapshot, Search(text, case, regex, whole), new)

        job = self._job = self.desk.runner.submit(self.tr("Finding"), work, "interactive", quiet=True)
        job.succeeded.connect(lambda hits: self._found(hits) if self._job is job else None)
        job.failed.connect(lambda error: self._bad(error) if self._job is job else None)

    def _bad(self, error: Exception) -> None:
        self._found([])
        set_role(self.text, "bad", True)
        set_role(self.state, "role", "error")
        self.state.setText(f"{getattr(error, 'message', error)} {getattr(error, 'hint', '')}".strip())

    def _found(self, hits: list[Hit]) -> None:
        self.hits = hits
        set_role(self.text, "bad", False)
        set_role(self.state, "role", "muted")
        self._list()
        self._count_checked()
        if not self.text.text():
            self.state.setText(self.tr("Excluded and locked segments are left alone."))
        elif not hits:
            self.state.setText(self.tr("Nothing found."))
        for button in (self.next, self._previous, self.replace_one, self.replace_all):
            button.setEnabled(bool(hits))
        if self.desk.read_only:
            self.replace_one.setEnabled(False)
            self.replace_all.setEnabled(False)

    def _list(self) -> None:
        session, number = self.desk.session, QLocale()
        self.table.blockSignals(True)
        self.table.setRowCount(min(len(self.hits), _SHOWN))
        for place, hit in enumerate(self.hits[:_SHOWN]):
            box = QTableWidgetItem()
            box.setCheckState(Qt.CheckState.Checked)
            text = session.row(hit.segment).target.text
            preview = QTableWidgetItem(f"{text[: hit.span.start]}{hit.found}{text[hit.span.end :]}")
            preview.setData(Qt.ItemDataRole.UserRole, (text, hit, bool(self.replacement.text())))
            self.table.setItem(place, 0, box)
            self.table.setItem(place, 1, QTableWidgetItem(number.toString(session.index(hit.segment) + 1)))
            self.table.setItem(place, 2, preview)
        self.table.blockSignals(False)

    def checked(self) -> list[Hit]:
        """Hits that are ticked; those beyond the list count as ticked."""
        ticked = [
            hit
            for place, hit in enumerate(self.hits[:_SHOWN])
            if self.table.item(place, 0) is not None and self.table.item(place, 0).checkState() == Qt.CheckState.Checked
        ]
        return [*ticked, *self.hits[_SHOWN:]]

    def _count_checked(self) -> None:
        if self.hits:
            segments = len({hit.segment for hit in self.hits})
            text = self.tr("{0} places in {1} segments, {2} checked")
            self.state.setText(text.format(len(self.hits), segments, len(self.checked())))

    # -- going and changing --------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        if not self.hits:
            return
        place = self.table.currentRow()
        count = min(len(self.hits), _SHOWN)
        place = (place + by) % count if place >= 0 else (0 if by > 0 else count - 1)
        self.table.setCurrentCell(place, 2)
        self._show(place)

    def _show(self, place: int) -> None:
        hit = self.hits[place]
        if self.desk.session is not None and hit.segment in self.desk.session:
            self.desk.show_span(hit.segment, Side.TARGET, hit.span)

    def _replace_one(self) -> None:
        place = self.table.currentRow()
        if place < 0:
            self.step(1)
            return
        self._replace([self.hits[place]], self.tr("Replace"))

    def _replace_checked(self) -> None:
        self._replace(self.checked(), self.tr("Replace in many"))

    def _replace(self, hits: list[Hit], title: str) -> None:
        from ...review import find_replace

        if hits and self.desk.perform_each(title, find_replace.replace_groups, find_replace.by_segment(hits)):
            self.desk.message.emit(self.tr("%n place(s) replaced.", "", len(hits)), "", "undo")
        self.search()

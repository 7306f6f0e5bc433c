"""Which columns of a table are the French and the English: guessed, shown on its first rows, to be confirmed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...kit.errors import AppError
from ..controls import ChoiceBox, Notice, label
from ..theme import theme
from ..told import told_failure
from .frame import Dialog

if TYPE_CHECKING:
    from ...formats.table_preview import TablePreview
    from ..desk import Desk

_SHOWN = 12
_NONE = -1
_ENCODINGS = ("utf-8", "cp1252", "iso8859-15", "mac-roman", "utf-16")


class ColumnsDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None, path: Path, preview: TablePreview) -> None:
        super().__init__(desk, parent, self.tr("Open a table"))
        self._path, self._preview = path, preview
        self.setMinimumSize(760, 520)
        self.body.addWidget(label(self.tr("Which columns of “{0}” are which?").format(path.name), "title", wrap=True))
        self._build_fields()
        self._build_table()
        self.notice = Notice("warning")
        self.notice.hide()
        self.body.addWidget(self.notice)
        self.add_cancel()
        self.go = self.add_button(self.tr("Open"), self.accept, primary=True)
        self._show(preview)

    def _build_fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        self.places: dict[str, QComboBox] = {}
        names = {
            "source": self.tr("French"),
            "target": self.tr("English"),
            "id": self.tr("Number or key"),
            "notes": self.tr("Notes"),
        }
        for number, (key, name) in enumerate(names.items()):
            box = ChoiceBox()
            box.setAccessibleName(name)
            self._add(grid, number // 2, number % 2, name, box)
            box.currentIndexChanged.connect(lambda _: self._chosen())
            self.places[key] = box
        self.delimiter, self.encoding = ChoiceBox(), ChoiceBox()
        for mark, name in (
            (",", self.tr("Comma")), (";", self.tr("Semicolon")), ("\t", self.tr("Tab")), ("|", self.tr("Bar")),
        ):  # fmt: skip
            self.delimiter.addItem(name, mark)
        for box, name, place in (
            (self.delimiter, self.tr("Columns are parted by"), 0), (self.encoding, self.tr("Encoding"), 1),
        ):  # fmt: skip
            box.setAccessibleName(name)
            if self._preview.format != "xlsx":
                self._add(grid, 2, place, name, box)
            box.activated.connect(lambda _: self._read_again())
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        self.header = QCheckBox(self.tr("The first row holds the names of the columns"))
        self.header.toggled.connect(lambda _: self._chosen())
        self.body.addWidget(self.header)

    def _add(self, grid: QGridLayout, row: int, place: int, name: str, box: QComboBox) -> None:
        words = label(name)
        words.setBuddy(box)
        grid.addWidget(words, row, 2 * place)
        grid.addWidget(box, row, 2 * place + 1)

    def _build_table(self) -> None:
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("The first rows of the table"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setProperty("row", True)
        self.table.setTabKeyNavigation(False)
        self.body.addWidget(self.table, 1)

    # -- what is shown -------------------------------------------------------------------------------------------

    def _show(self, preview: TablePreview) -> None:
        self._preview = preview
        for key, box in self.places.items():
            box.blockSignals(True)
            box.clear()
            if key in ("id", "notes"):
                box.addItem(self.tr("none"), _NONE)
            for number in range(preview.width):
                box.addItem(self._column_name(number), number)
            box.setCurrentIndex(max(0, box.findData(preview.columns.places.get(key, _NONE))))
            box.blockSignals(False)
        self.delimiter.setCurrentIndex(max(0, self.delimiter.findData(preview.delimiter)))
        self.encoding.clear()
        for name in dict.fromkeys((preview.encoding, *_ENCODINGS)):
            self.encoding.addItem(name, name)
        self.header.setChecked(preview.columns.header)
        self._chosen()

    def _column_name(self, number: int) -> str:
        first = self._preview.rows[0] if self._preview.rows else ()
        words = " ".join(first[number].split()) if number < len(first) else ""
        short = words if len(words) <= 30 else words[:29] + "…"
        return self.tr("{0}: {1}").format(number + 1, short) if short else str(number + 1)

    def _chosen(self) -> None:
        columns = self.columns()
        roles = {place: self.places[key].accessibleName() for key, place in columns.items()}
        rows = self._preview.rows[: _SHOWN + 1]
        self.table.setColumnCount(self._preview.width)
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels([roles.get(number, "–") for number in range(self._preview.width)])
        for line, row in enumerate(rows):
            for number in range(self._preview.width):
                text = row[number] if number < len(row) else ""
                self.table.setItem(
                    line, number, self._cell(text, line == 0 and self.header.isChecked(), number in roles)
                )
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.resizeRowsToContents()
        fits = "source" in columns and "target" in columns and columns["source"] != columns["target"]
        self.go.setEnabled(fits)
        self.notice.setVisible(not fits)
        if not fits:
            self.notice.say("warning", self.tr("The French and the English must be two columns."), "")

    def _cell(self, text: str, head: bool, used: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text if len(text) <= 300 else text[:299] + "…")
        item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if head:
            font = QFont(item.font())
            font.setBold(True)
            item.setFont(font)
        if not used or head:
            item.setForeground(theme().muted)
        return item

    def columns(self) -> dict[str, int]:
        chosen = {key: box.currentData() for key, box in self.places.items()}
        return {key: place for key, place in chosen.items() if place is not None and place != _NONE}

    def _read_again(self) -> None:
        """The head of the file is small: reading it anew takes no time."""
        from ...formats.table_preview import preview

        try:
            with self._path.open("rb") as handle:
                head = handle.read(200_001)
            mark, encoding = self.delimiter.currentData(), self.encoding.currentData()
            self._show(preview(head, self._path.name, self._preview.format, mark, encoding))
        except (AppError, OSError) as error:
            self.notice.say("error", *told_failure(error))
            self.notice.show()

    # -- done ----------------------------------------------------------------------------------------------------

    def options(self) -> dict[str, object]:
        options: dict[str, object] = {"columns": self.columns(), "header": self.header.isChecked()}
        if self._preview.format != "xlsx":
            options |= {"delimiter": self.delimiter.currentData(), "encoding": self.encoding.currentData()}
        return options

    def accept(self) -> None:
        options = {**self.options(), "format": self._preview.format}
        super().accept()
        self.desk.opening.import_path(self._path, None, **options)

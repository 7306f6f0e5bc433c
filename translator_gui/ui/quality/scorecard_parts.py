"""What the scorecard page is made of: figures on cards, plots that keep their shape, tables that are just grids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from ..controls import column, label

if TYPE_CHECKING:
    from ...formats.report_plots import Plot

_WIDEST, _NARROWEST = 720, 320


class Figure(QFrame):
    """One figure and what it is. kind: "passed" or "failed" colours it, beside the word that says so."""

    def __init__(self, value: str, name: str, kind: str = "") -> None:
        super().__init__()
        self.setProperty("panel", True)
        said = label(value, {"passed": "success", "failed": "error"}.get(kind, "title"), scale=1.5)
        about = label(name, "muted", wrap=True)
        about.setMinimumWidth(92)
        self.setLayout(column(said, about, None, spacing=2, margins=(14, 10, 14, 10)))
        self.setAccessibleName(f"{name}: {value}")


class PlotView(QFrame):
    """A plot under its title, as vectors. It can be read by a screen reader as the sentence that goes with it."""

    def __init__(self, plot: Plot) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.picture = _Picture(plot)
        self.setLayout(column(label(plot.title, "title"), self.picture, None, spacing=6, margins=(14, 10, 14, 10)))
        self.setAccessibleName(plot.title)
        self.setAccessibleDescription(plot.text)


class _Picture(QWidget):
    def __init__(self, plot: Plot) -> None:
        super().__init__()
        self._size = QSize(plot.width, plot.height)
        self._renderer = QSvgRenderer(QByteArray(plot.svg.encode()), self)
        self.setToolTip(plot.text)
        self.setAccessibleName(f"{plot.title}. {plot.text}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_NARROWEST)

    def _width_in(self, width: int) -> int:
        return min(width, _WIDEST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._width_in(width) * self._size.height() / self._size.width())

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self._width_in(self.width())
        height = min(self.height(), self.heightForWidth(width))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(0, 0, height * self._size.width() / self._size.height(), height))


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], numbers_from: int = 99, total: bool = False) -> QWidget:
    """A small table of labels. Columns from ``numbers_from`` on are figures; total: the last row is strong."""
    made = QFrame()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    for column_, head in enumerate(heads):
        grid.addWidget(_cell(head, "muted", column_ >= numbers_from), 0, column_)
    for place, row in enumerate(rows, start=1):
        strong = "title" if total and place == len(rows) else ""
        for column_, text in enumerate(row):
            cell = _cell(text, strong, column_ >= numbers_from)
            cell.setAccessibleName(f"{heads[column_]}: {text}" if heads[column_] else text)
            grid.addWidget(cell, place, column_)
    for column_ in range(len(heads)):
        grid.setColumnStretch(column_, 0 if column_ >= numbers_from else 1)
    return made


def _cell(text: str, role: str, number: bool) -> QLabel:
    cell = label(text, role, wrap=not number)
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    cell.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return cell


def pairs(rows: Sequence[tuple[str, str]]) -> QWidget:
    """Names and values, in two columns of them."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    half = -(-len(rows) // 2)
    for place, (name, value) in enumerate(rows):
        at, side = place % half, 2 * (place // half)
        said = _cell(value, "", False)
        said.setAccessibleName(f"{name}: {value}")
        grid.addWidget(_cell(name, "muted", False), at, side)
        grid.addWidget(said, at, side + 1)
    for column_, share in enumerate((2, 3, 2, 3)):
        grid.setColumnStretch(column_, share)
    return made

"""The grid's heading of divergences sorts the rows, worst first; that of the numbers puts them back in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHeaderView

from ..models.segments import Column

if TYPE_CHECKING:
    from ..desk import Desk


SORTED = (Column.DIVERGENCE,)  # the headings that may get an arrow
ARROW = 12  # its width in pixels (window.qss)


class Sorting(QObject):
    """Owned by the header it listens to."""

    def __init__(self, header: QHeaderView, desk: Desk) -> None:
        super().__init__(header)
        self._header, self._desk = header, desk
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setToolTip(self.tr("Click Divergence for the worst first, # for the article's order"))
        header.sectionClicked.connect(self._clicked)
        desk.filterChanged.connect(self._show)
        desk.sessionChanged.connect(self._show)
        self._show()

    def _clicked(self, section: int) -> None:
        if section == Column.DIVERGENCE:
            self._desk.set_worst_first(not self._desk.worst_first)
        elif section == Column.NUMBER:
            self._desk.set_worst_first(False)
        self._show()

    def _show(self) -> None:
        """Where the arrow stands. In the article's order there is none: that is how an article is."""
        section = Column.DIVERGENCE if self._desk.worst_first else -1
        self._header.setSortIndicator(section, Qt.SortOrder.DescendingOrder)

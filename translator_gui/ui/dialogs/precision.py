"""How right were the reasons: for each, how often the reader found it right, and a button that mutes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedLayout, QTreeWidget, QTreeWidgetItem, QWidget

from ..controls import EmptyState, push_button, row
from ..finding_text import finding_tip, finding_title
from ..theme import theme, theme_signals
from .frame import Dialog

if TYPE_CHECKING:
    from ...review.decisions import Precision
    from ..desk import Desk

_REASON, _SHARE, _RIGHT, _WRONG, _STATE = range(5)
_BAR = 6
_CODE = Qt.ItemDataRole.UserRole


class PrecisionDialog(Dialog):
    """Not modal: it follows what is decided while it is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        title = tr("PrecisionDialog", "How right were the reasons")
        intro = tr(
            "PrecisionDialog",
            "Counted over all your articles. Right: you accepted the finding as an error, or altered the text and it "
            "was gone. Wrong: you dismissed it.",
        )
        super().__init__(desk, parent, title, intro, modal=False)
        self.table = ReasonTable()
        self.table.currentItemChanged.connect(lambda *_: self._offer())
        self.table.itemActivated.connect(lambda *_: self._toggle())
        self._empty = EmptyState("tick", self.tr("Nothing decided yet"), self.tr(
            "Dismiss a finding, accept it as an error, or mend the text: it is counted here, by reason."))  # fmt: skip
        self._pages = QStackedLayout()
        for page in (self.table, self._empty):
            self._pages.addWidget(page)
        self.body.addLayout(self._pages, 1)
        self.toggle = push_button("", self._toggle, "mute")
        self.body.addLayout(row(self.toggle, None))
        self.add_close()
        self.setMinimumSize(640, 420)
        desk.deciding.changed.connect(self.refresh)
        desk.settingsChanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        deciding = self.desk.deciding
        found = deciding.precision()
        self.table.show_figures(found, deciding.is_muted)
        self._pages.setCurrentWidget(self.table if found else self._empty)
        self._offer()

    def _offer(self) -> None:
        code = self.table.code()
        self.toggle.setVisible(bool(code))
        muted = self.desk.deciding.is_muted(code)
        self.toggle.setText(self.tr("Show this reason again") if muted else self.tr("Mute this reason"))

    def _toggle(self) -> None:
        code, deciding = self.table.code(), self.desk.deciding
        if code and deciding.is_muted(code):
            deciding.unmute(code)
        elif code:
            deciding.mute(code, self.tr("Mute “{0}”").format(finding_title(code)))


class ReasonTable(QTreeWidget):
    """A line a reason: its share of right decisions as a bar and in figures, and whether it is muted."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("row", True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHeaderLabels(
            [self.tr("Reason"), self.tr("Precision"), self.tr("Right"), self.tr("Wrong"), self.tr("Muted")]
        )
        self.setAccessibleName(self.tr("Precision of each reason"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Stretch)
        for column in (_RIGHT, _WRONG, _STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(_SHARE, 150)

    def code(self) -> str:
        """The chosen reason, "" when there is none."""
        item = self.currentItem()
        return str(item.data(_REASON, _CODE)) if item is not None else ""

    def show_figures(self, figures: list[Precision], muted: Callable[[str], bool]) -> None:
        """The reason that was chosen stays chosen."""
        chosen = self.code()
        self.clear()
        for each in figures:
            item = self._line(each, muted(each.code))
            self.addTopLevelItem(item)
            self.setItemWidget(item, _SHARE, ShareBar(each.share))
            if each.code == chosen or self.currentItem() is None:
                self.setCurrentItem(item)

    def _line(self, each: Precision, muted: bool) -> QTreeWidgetItem:
        number = QLocale().toString
        state = self.tr("muted") if muted else ""
        item = QTreeWidgetItem([finding_title(each.code), "", number(each.right), number(each.wrong), state])
        item.setData(_REASON, _CODE, each.code)
        item.setToolTip(_REASON, finding_tip(each.code))
        spoken = self.tr("{0}: right {1} of {2} times").format(finding_title(each.code), each.right, each.total)
        item.setData(_REASON, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (spoken, state))))
        for column in (_RIGHT, _WRONG):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does what Enter does."""
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem(), _REASON)
        else:
            super().keyPressEvent(event)


class ShareBar(QWidget):
    """A share of one: a bar and the percentage."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = share
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme_signals().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(140, self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figure = self.fontMetrics().horizontalAdvance("100 %") + 8
        width, middle = self.width() - figure - 12, (self.height() - _BAR) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.sunken)
        painter.drawRoundedRect(QRectF(8, middle, width, _BAR), 3, 3)
        painter.setBrush(colours.accent)
        if self._share:
            painter.drawRoundedRect(QRectF(8, middle, max(3.0, width * self._share), _BAR), 3, 3)
        painter.setPen(colours.text)
        box = QRectF(self.width() - figure - 4, 0, figure, self.height())
        text = self.tr("{0} %").format(f"{100 * self._share:.0f}")
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

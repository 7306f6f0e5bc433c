"""What every dialog is: a body, a line of buttons with one that stands out, Escape closes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..controls import column, label, push_button
from ..tab_order import go_on

if TYPE_CHECKING:
    from ..desk import Desk


class Dialog(QDialog):
    """Subclasses fill ``body`` and call ``add_button``; the last one added stands on the right."""

    def __init__(self, desk: Desk, parent: QWidget | None, title: str, intro: str = "", modal: bool = True) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(modal)
        self.setMinimumWidth(420)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self._left = 0
        self._sized = False
        self.setLayout(column(spacing=16, margins=(20, 18, 20, 16)))
        if intro:
            self.intro = label(intro, "muted", wrap=True)
            self.layout().addWidget(self.intro)
        self.layout().addLayout(self.body, 1)
        self.layout().addLayout(self.buttons)

    def add_button(
        self, text: str, run: Callable[[], object], primary: bool = False, icon_name: str = "", left: bool = False
    ) -> QPushButton:
        button = push_button(text, run, icon_name, primary)
        if primary:
            button.setDefault(True)
        if left:
            self.buttons.insertWidget(self._left, button)
            self._left += 1
        else:
            self.buttons.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """As high as wrapped texts need at this width: Qt's own hint is for another one."""
        if not self._sized:
            self._sized = True
            width = max(self.minimumWidth(), self.sizeHint().width())
            height = self.layout().totalHeightForWidth(width) if self.layout().hasHeightForWidth() else self.height()
            self.resize(width, max(self.minimumHeight(), height))
        super().showEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def add_close(self) -> QPushButton:
        return self.add_button(self.tr("Close"), self.reject)

    def add_cancel(self) -> QPushButton:
        return self.add_button(self.tr("Cancel"), self.reject)

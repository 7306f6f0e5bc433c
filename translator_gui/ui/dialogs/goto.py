"""Go to a segment by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QSpinBox, QWidget

from ..controls import label, roomy
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class GoToDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, self.tr("Go to segment"))
        self.setMinimumWidth(300)
        session = desk.session
        count = len(session.rows) if session is not None else 0
        self.number = QSpinBox()
        self.number.setRange(1, max(1, count))
        current = desk.current_id()
        self.number.setValue(session.index(current) + 1 if session is not None and current else 1)
        self.number.setAccessibleName(self.tr("Number of the segment"))
        roomy(self.number)
        self.number.selectAll()
        self.body.addWidget(label(self.tr("Segment, 1 to {0}").format(QLocale().toString(count))))
        self.body.addWidget(self.number)
        self.add_cancel()
        self.go = self.add_button(self.tr("Go"), self.accept, primary=True)
        self.go.setEnabled(count > 0)
        self.number.setFocus()

    def accept(self) -> None:
        session = self.desk.session
        super().accept()
        if session is not None and self.number.value() <= len(session.rows):
            self.desk.go_to(session.rows[self.number.value() - 1].id)

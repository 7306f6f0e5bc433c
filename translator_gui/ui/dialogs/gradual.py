"""While very many segments are changed: how far it is, and Cancel, which takes back what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from ..controls import label
from ..gradually import Gradual
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class GradualDialog(Dialog):
    """Modal, and there until it is over: Cancel asks, and the way back takes its time, too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, large: Gradual | None = None) -> None:
        large = large or Gradual(QCoreApplication.translate("gradual", "Changing many segments"), desk)
        super().__init__(desk, parent, large.title)
        self._large = large
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(large.title)
        self._said = label("", "muted")
        self.body.addWidget(label(large.title, "title"))
        self.body.addWidget(self._bar)
        self.body.addWidget(self._said)
        self.cancel = self.add_cancel()
        large.progressed.connect(self._progressed)
        large.finished.connect(self.accept)

    def _progressed(self, done: int, total: int) -> None:
        number = QLocale().toString
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not self._large.cancelled:
            self._said.setText(self.tr("{0} of {1} segments").format(number(done), number(total)))

    def done(self, result: int) -> None:
        if result == QDialog.DialogCode.Rejected and self._large.running:
            self._large.cancel()
            self.cancel.setEnabled(False)
            self._said.setText(self.tr("Taking back what was done…"))
        else:
            super().done(result)

"""The reviewer's own verdict over the computed one, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from ..controls import label
from ..dialogs.frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class VerdictDialog(Dialog):
    """Enter keeps it. "By the formula" takes an overruling back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        intro = tr("verdict", "The formula decides, unless you say otherwise and why. Both go into the report.")
        super().__init__(desk, parent, tr("verdict", "Verdict"), intro)
        quality = desk.reviewing.quality
        over = quality.record.override if quality is not None else None
        self.formula = QRadioButton(self.tr("By the formula"))
        self.passes, self.fails = QRadioButton(self.tr("The text passes")), QRadioButton(self.tr("The text fails"))
        for button in (self.formula, self.passes, self.fails):
            self.body.addWidget(button)
        chosen = self.formula if over is None else self.passes if over.passed else self.fails
        chosen.setChecked(True)
        self.reason = QLineEdit(over.reason if over is not None else "")
        self.reason.setProperty("frame", True)
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.body.addWidget(self.reason)
        self._wrong = label(self.tr("An overruled verdict needs a reason."), "error", wrap=True)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self.add_cancel()
        self.add_button(self.tr("Keep"), self._keep, primary=True)
        chosen.setFocus()

    def _keep(self) -> None:
        passed = None if self.formula.isChecked() else self.passes.isChecked()
        if passed is not None and not self.reason.text().strip():
            self._wrong.show()
            self.reason.setFocus()
            return
        self.desk.reviewing.overrule(passed, self.reason.text())
        self.accept()

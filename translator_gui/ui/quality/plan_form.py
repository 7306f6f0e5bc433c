"""What the next review is to be: by whom, by which method, how much of the article, in which order."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from ..controls import ChoiceBox, roomy

if TYPE_CHECKING:
    from ..desk import Desk


class PlanForm(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.reviewer = QLineEdit(desk.user)
        self.reviewer.setProperty("frame", True)
        self.reviewer.editingFinished.connect(self._named)
        self.method = self._box(
            {"mqm": self.tr("Errors by type and severity (MQM)"), "esa": self.tr("Spans and a rating (ESA)")}
        )
        self.order = self._box(
            {
                "divergence": self.tr("Worst first"),
                "document": self.tr("As the article runs"),
                "flag": self.tr("Flagged first"),
            }
        )
        self.percent = self._spin(1, 100, 100, " %")
        self.idle = self._spin(10, 3600, 120, " s")
        self.idle.setToolTip(self.tr("A longer pause between two signs of life does not count as work."))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, widget in (
            (self.tr("Reviewer"), self.reviewer),
            (self.tr("Method"), self.method),
            (self.tr("Order"), self.order),
            (self.tr("Share of the article"), self.percent),
            (self.tr("Idle after"), self.idle),
        ):
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        self.setLayout(form)
        desk.settingsChanged.connect(lambda: self.reviewer.setText(desk.user))

    def _box(self, choices: dict[str, str]) -> QComboBox:
        box = ChoiceBox()
        box.setMinimumContentsLength(10)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, name in choices.items():
            box.addItem(name, value)
        box.currentIndexChanged.connect(self._chosen)
        return box

    def _spin(self, low: int, high: int, value: int, suffix: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(low, high)
        spin.setValue(value)
        spin.setSuffix(suffix)
        spin.valueChanged.connect(self._chosen)
        roomy(spin)
        return spin

    def _chosen(self, *_: object) -> None:
        from ...review.quality_plan import Method, Order, Plan

        plan = self._desk.reviewing.plan or Plan()
        self._desk.reviewing.plan = dataclasses.replace(
            plan,
            method=Method(self.method.currentData()),
            order=Order(self.order.currentData()),
            percent=float(self.percent.value()),
            idle_seconds=float(self.idle.value()),
        )
        self._desk.reviewing.changed.emit()

    def _named(self) -> None:
        """Whoever works from now on signs with this name."""
        name = self.reviewer.text().strip()
        if name and name != self._desk.user:
            self._desk.change_settings(user_name=name)
            if self._desk.session is not None:
                self._desk.session.user = name
            self._desk.reviewing.changed.emit()

"""The Review panel: what is to be reviewed and in which order, what is left, and how fast it goes."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QFormLayout, QProgressBar, QSpinBox, QWidget

from ..controls import column, label, push_button, row
from ..docks.panel import Panel

if TYPE_CHECKING:
    from ...review.quality_session import QualitySession
    from ..desk import Desk


class QualityPanel(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._title = label("", "title", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._figures = label("", wrap=True)
        self._machine = label("", "muted", wrap=True)
        self._build_choice()
        self.start = push_button(self.tr("Start"), desk.reviewing.start, "play", primary=True)
        self.pause = push_button(self.tr("Pause"), desk.reviewing.pause_or_carry_on)
        self.finish = push_button(self.tr("Finish"), desk.reviewing.finish, "tick")
        buttons = row(self.start, self.pause, self.finish, None)
        items = (self._title, self._bar, self._figures, self._machine, self._choice, buttons, None)
        self.setLayout(column(*items, spacing=8, margins=(12, 12, 12, 12)))
        desk.reviewing.changed.connect(self.refresh_soon)
        desk.currentChanged.connect(self.refresh_soon)
        desk.segmentsChanged.connect(self.refresh_soon)

    def _build_choice(self) -> None:
        self.order, self.percent = QComboBox(), QSpinBox()
        orders = {
            "divergence": self.tr("Worst first"),
            "document": self.tr("As the article runs"),
            "flag": self.tr("Flagged first"),
        }
        for value, name in orders.items():
            self.order.addItem(name, value)
        self.percent.setRange(1, 100)
        self.percent.setValue(100)
        self.percent.setSuffix(" %")
        self.order.setAccessibleName(self.tr("Order"))
        self.percent.setAccessibleName(self.tr("Share of the article"))
        self.order.currentIndexChanged.connect(self._plan_chosen)
        self.percent.valueChanged.connect(self._plan_chosen)
        self._choice, form = QWidget(), QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Order"), self.order)
        form.addRow(self.tr("Share of the article"), self.percent)
        self._choice.setLayout(form)

    def _plan_chosen(self, *_: object) -> None:
        from ...review.quality_plan import Order, Plan

        plan = self.desk.reviewing.plan or Plan()
        order, percent = Order(self.order.currentData()), float(self.percent.value())
        self.desk.reviewing.plan = dataclasses.replace(plan, order=order, percent=percent)

    def refresh(self) -> None:
        quality = self.desk.reviewing.quality
        going = quality is not None and quality.status.value != "finished"
        writable = self.desk.session is not None and not self.desk.read_only
        self._choice.setVisible(not going)
        self.start.setVisible(not going)
        self.start.setEnabled(writable)
        self.pause.setVisible(going)
        self.finish.setVisible(going)
        self._bar.setVisible(quality is not None)
        self._figures.setVisible(quality is not None)
        if quality is None:
            self._title.setText(self.tr("No review is going on."))
        else:
            self._show(quality)
        self._machine.setText(self._share())

    def _show(self, quality: QualitySession) -> None:
        names = {"running": self.tr("Running"), "paused": self.tr("Paused"), "finished": self.tr("Finished")}
        self._title.setText(f"{quality.record.reviewer} · {names[quality.status.value]}")
        paused = quality.status.value == "paused"
        self.pause.setText(self.tr("Carry on") if paused else self.tr("Pause"))
        whole, done = len(quality.segments), len(quality.segments) - len(quality.left())
        self._bar.setRange(0, max(1, whole))
        self._bar.setValue(done)
        parts = [
            self.tr("{0} of {1} segments done").format(done, whole),
            self.tr("{0} min on task").format(QLocale().toString(quality.seconds / 60, "f", 1)),
        ]
        if quality.words_per_hour:
            parts.append(self.tr("{0} words per hour").format(QLocale().toString(round(quality.words_per_hour))))
        self._figures.setText("\n".join(parts))
        self._bar.setAccessibleName(parts[0])

    def _share(self) -> str:
        if self.desk.session is None:
            return ""
        from ...review import unedited

        share = unedited.of(self.desk.session).share()
        percent = QLocale().toString(round(share.value * 100))
        return self.tr("Unedited machine text: {0} % of what is confirmed").format(percent)

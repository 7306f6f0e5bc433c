"""The Review panel: what is to be reviewed and how, what is left, and how fast it goes; the reviews before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QProgressBar, QWidget

from ..controls import column, label, line, push_button, row
from ..docks.panel import Panel
from ..scrolled import Scrolled
from ..when import when
from .machine_text import MachineTextBox
from .plan_form import PlanForm

if TYPE_CHECKING:
    from ...review.quality_session import QualitySession, Record
    from ..desk import Desk


class QualityPanel(Panel):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._title = label("", "title", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._figures = label("", wrap=True)
        self.form = PlanForm(desk)
        self.machine = MachineTextBox(desk)
        self._past_title, self._past = label(self.tr("Reviews of this project"), "title"), label("", "muted", wrap=True)
        self.start = push_button(self.tr("Start"), desk.reviewing.start, "play", primary=True)
        self.anew = push_button(self.tr("Start anew"), lambda: desk.reviewing.start(anew=True))
        self.anew.setToolTip(self.tr("What the unfinished review recorded stays in the project."))
        self.pause = push_button(self.tr("Pause"), desk.reviewing.pause_or_carry_on)
        self.finish = push_button(self.tr("Finish"), desk.reviewing.finish, "tick")
        for button in (self.anew, self.pause, self.finish):
            button.hide()  # never all four side by side
        buttons = row(self.start, self.anew, self.pause, self.finish, None)
        self._rule = line()
        items = (self._title, self._bar, self._figures, self.form, buttons, self._rule, self.machine)
        body = QWidget()
        body.setLayout(column(*items, self._past_title, self._past, None, spacing=10, margins=(12, 12, 12, 12)))
        scroll = Scrolled(body)
        self.setLayout(column(scroll, spacing=0))
        desk.reviewing.changed.connect(self.refresh_soon)
        desk.currentChanged.connect(self.refresh_soon)
        desk.segmentsChanged.connect(self.refresh_soon)

    @property
    def order(self) -> QWidget:
        return self.form.order

    def refresh(self) -> None:
        quality = self.desk.reviewing.quality
        going = quality is not None and quality.status.value != "finished"
        session = self.desk.session
        writable = session is not None and not self.desk.read_only
        self.form.setVisible(not going)
        self.start.setVisible(not going)
        unfinished = not going and self.desk.reviewing.unfinished is not None
        self.start.setText(self.tr("Resume") if unfinished else self.tr("Start"))
        self.anew.setVisible(unfinished)
        for button in (self.start, self.anew):
            button.setEnabled(writable)
        self.pause.setVisible(going)
        self.finish.setVisible(going)
        self._bar.setVisible(quality is not None)
        self._figures.setVisible(quality is not None)
        self._rule.setVisible(session is not None)
        if quality is None:
            name = self.desk.reviewing.unfinished.reviewer if unfinished else ""
            known = self.tr("{0} has a review that is not finished.").format(name)
            self._title.setText(known if unfinished else self.tr("No review is going on."))
        else:
            self._show(quality)
        self.machine.refresh()
        self._show_past()

    def _show(self, quality: QualitySession) -> None:
        names = {"running": self.tr("Running"), "paused": self.tr("Paused"), "finished": self.tr("Finished")}
        self._title.setText(f"{quality.record.reviewer} · {names[quality.status.value]}")
        paused = quality.status.value == "paused"
        self.pause.setText(self.tr("Carry on") if paused else self.tr("Pause"))
        whole = len(quality.segments)
        done = len(quality.done_of_sample)
        self._bar.setRange(0, max(1, whole))
        self._bar.setValue(done)
        number = QLocale().toString
        parts = [
            self.tr("{0} of {1} segments done").format(done, whole),
            self.tr("{0} words left").format(number(quality.words_left)),
            self.tr("{0} min on task").format(number(quality.seconds / 60, "f", 1)),
        ]
        pace, seconds_left = quality.words_per_hour, quality.seconds_left
        if pace:
            parts.append(self.tr("{0} words per hour").format(number(round(pace))))
        if seconds_left:
            parts.append(self.tr("about {0} min left").format(number(round(seconds_left / 60) or 1)))
        current = self.current()
        if quality.has(current):
            parts.append(self.tr("{0} s on this segment").format(number(round(quality.seconds_on(current)))))
        self._figures.setText("\n".join(parts))
        self._bar.setAccessibleName(parts[0])

    def _show_past(self) -> None:
        """Nothing that was recorded is ever thrown away: every review of the project stands here."""
        quality = self.desk.reviewing.quality
        shown = [each for each in self.desk.reviewing.past if quality is None or each.id != quality.record.id]
        self._past_title.setVisible(bool(shown))
        self._past.setVisible(bool(shown))
        self._past.setText("\n".join(map(self._told, reversed(shown))))

    def _told(self, record: Record) -> str:
        done = self.tr("{0} of {1} segments").format(len(record.done), len(record.segments))
        finished = "" if record.finished else self.tr("not finished")
        return " · ".join(filter(None, (record.reviewer, when(record.started), done, finished)))

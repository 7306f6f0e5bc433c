"""What the machine is doing: running jobs with progress, time left and Cancel; what finished or failed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ...kit.errors import AppError
from ...kit.jobs import Eta
from ..controls import EmptyState, IconLabel, column, label, push_button, row
from ..motion import BusyBar
from ..scrolled import Scrolled
from ..told import told, told_error
from .panel import Panel

if TYPE_CHECKING:
    from ..desk import Desk
    from ..jobs import JobHandle

_KEPT = 30  # finished jobs shown
_REASONS = 3  # why single segments of a job got no answer


class JobCard(QFrame):
    """One job, from its start to its end."""

    def __init__(self, handle: JobHandle) -> None:
        super().__init__()
        self.handle = handle
        self.running = True
        self._eta: Eta | None = None
        self.setProperty("card", True)
        self._icon = IconLabel("play", 16, "accent")
        self._title, self._text = label(handle.title, "title", wrap=True), label(role="muted", wrap=True)
        self._bar = BusyBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(handle.title)
        self._cancel = push_button(self.tr("Cancel"), handle.cancel, "stop")
        self._cancel.setAccessibleName(self.tr("Cancel: {0}").format(handle.title))
        texts = column(self._title, self._bar, self._text, spacing=5)
        self.setLayout(row(spacing=10, margins=(12, 10, 12, 10)))
        self.layout().addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.layout().addLayout(texts, 1)
        self.layout().addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self._text.setText(self.tr("Starting…"))
        handle.progressed.connect(self._progress)
        handle.succeeded.connect(self._succeeded)
        handle.cancelled.connect(lambda: self._end("stop", "muted", self.tr("Cancelled; what came in is kept.")))
        handle.failed.connect(self._failed)

    def _progress(self, done: int, total: int, text: str) -> None:
        if not self.running:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total and (self._eta is None or self._bar.maximum() != total):
            self._eta = Eta(total)
        parts = [told(text)] if text else []
        if total:
            number = QLocale().toString
            parts.append(self.tr("{0} of {1}").format(number(done), number(total)))
        left = self._eta.left(done) if self._eta is not None else None
        if left is not None and done < total:
            parts.append(time_left(left))
        self._text.setText(" · ".join(parts) or self.tr("Working…"))

    def _succeeded(self, result: object) -> None:
        """Proposals for many segments may fail for some of them: which, why, and what helps."""
        errors = getattr(result, "errors", None)
        if not errors:
            self._end("success", "success", self.tr("Done"))
            return
        reasons = [" ".join(told(text) for text in reason if text) for reason in dict.fromkeys(errors.values())]
        more = [self.tr("and %n other reason(s)", "", len(reasons) - _REASONS)] if len(reasons) > _REASONS else []
        count = self.tr("No answer for %n segment(s); asking again goes on with them.", "", len(errors))
        self._end("warning", "warning", "\n".join((count, *reasons[:_REASONS], *more)))

    def _failed(self, error: object) -> None:
        if isinstance(error, AppError):
            message = " ".join(filter(None, told_error(error)))
        else:
            message = self.tr("An unexpected fault: {0}").format(type(error).__name__)
        self._end("error", "error", message)

    def _end(self, icon_name: str, role: str, text: str) -> None:
        self.running = False
        self._icon.show_icon(icon_name, role)
        self._bar.hide()
        self._cancel.hide()
        self._text.setText(text)
        self.setAccessibleName(f"{self.handle.title}: {text}")


def time_left(seconds: float) -> str:
    """ "about 20 s left", coarse on purpose: a figure that jumps is worse than none."""
    tr = QCoreApplication.translate
    if seconds < 8:
        return tr("time", "a few seconds left")
    if seconds < 90:
        return tr("time", "about {0} s left").format(max(10, round(seconds / 10) * 10))
    return tr("time", "about {0} min left").format(max(2, round(seconds / 60)))


class ActivityPanel(Panel):
    """The newest job on top; short ones that end well leave no trace."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards: list[JobCard] = []
        self._empty = EmptyState(
            "activity", self.tr("Nothing is running"), self.tr("Proposals, scoring, exports and downloads show here.")
        )
        self._clear = push_button(self.tr("Clear finished"), self.clear_finished, flat=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        body = QWidget()
        body.setLayout(column(self._list, self._empty, None, spacing=8, margins=(10, 10, 10, 10)))
        scroll = Scrolled(body, self.tr("Activity"))
        self.setLayout(column(scroll, row(None, self._clear, margins=(8, 0, 8, 6)), spacing=0))
        self.taker = self._clear
        desk.jobStarted.connect(self._add)
        self.refresh()

    def cards(self) -> list[JobCard]:
        return list(self._cards)

    def clear_finished(self) -> None:
        for card in [card for card in self._cards if not card.running]:
            self._drop(card)
        self.refresh()

    def refresh(self) -> None:
        self._empty.setVisible(not self._cards)
        self._clear.setVisible(any(not card.running for card in self._cards))

    def _add(self, handle: JobHandle) -> None:
        card = JobCard(handle)
        self._cards.insert(0, card)
        self._list.insertWidget(0, card)
        handle.finished.connect(lambda: self._ended(card))
        self.refresh()

    def _ended(self, card: JobCard) -> None:
        for old in [one for one in self._cards if not one.running][_KEPT:]:
            self._drop(old)
        self.refresh()

    def _drop(self, card: JobCard) -> None:
        self._cards.remove(card)
        card.hide()
        card.deleteLater()

"""How much is flagged: a slider over the share of good translations that may be flagged for nothing, what that comes
to in this article, and which scorer is in force. In the preferences, and over the rows at one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QSlider, QVBoxLayout, QWidget

from ..controls import Notice, column, label, line, row
from ..scoring_text import profile_name, split_note

if TYPE_CHECKING:
    from ..desk import Desk

_APPLY_MS = 90  # flags, map and lists follow the slider so long after it rests; the count follows at once
_KEEP_MS = 400
_LOWEST, _HIGHEST = 1, 30
_WIDTH = 420


class FlagLevel(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_LOWEST, _HIGHEST)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(self.tr("False flags accepted, in percent"))
        self.meaning, self.here = label(wrap=True), label(role="muted", wrap=True)
        self._apply_timer = QTimer(self, singleShot=True, interval=_APPLY_MS)
        self._apply_timer.timeout.connect(self._apply)
        self._keep_timer = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep_timer.timeout.connect(self.keep)
        ends = row(label(self.tr("fewer flags"), "muted"), self.slider, label(self.tr("fewer missed"), "muted"))
        self.setLayout(column(label(self.tr("How much is flagged"), "title"), ends, self.meaning, self.here, spacing=6))
        self.slider.valueChanged.connect(self._slide)
        desk.segmentsChanged.connect(self._count)
        desk.sessionChanged.connect(self._count)
        desk.rescoring.scorerChanged.connect(self._count)
        desk.settingsChanged.connect(self.follow)
        self.follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def follow(self) -> None:
        """The setting may have been altered elsewhere; what is being dragged here is not disturbed."""
        value = self._desk.settings.scoring.false_flags
        if not self._keep_timer.isActive() and self.slider.value() != value:
            self.slider.blockSignals(True)
            self.slider.setValue(value)
            self.slider.blockSignals(False)
        self._say()

    def _slide(self) -> None:
        self._say()
        self._apply_timer.start()
        self._keep_timer.start()

    def _say(self) -> None:
        text = self.tr("At {0} %, about {0} of 100 good translations are flagged for nothing.")
        self.meaning.setText(text.format(self.slider.value()))
        self.slider.setAccessibleDescription(self.meaning.text())
        self._count()

    def _count(self, *_: object) -> None:
        session = self._desk.session
        if session is None or not self.isVisible():  # counted when it is shown
            self.here.setText("")
            return
        limit = self._limit()
        flagged = len(session.scores.flagged if limit is None else session.scores.flagged_at(limit))
        self.here.setText(self.tr("%n segment(s) of this article are flagged at this level.", "", flagged))

    def _limit(self) -> float | None:
        """The divergence above which this level flags; None as long as no scorer has been needed."""
        calibration = self._desk.rescoring.calibration
        return None if calibration is None else calibration.threshold(self.slider.value())

    def _apply(self) -> None:
        limit, session = self._limit(), self._desk.session
        if limit is not None and session is not None:
            session.set_threshold(limit)

    def keep(self) -> None:
        self._keep_timer.stop()
        self._desk.change_settings(scoring={"false_flags": self.slider.value(), "threshold": None})

    def hideEvent(self, event: object) -> None:
        """Closed in mid-drag: what was chosen stays chosen."""
        super().hideEvent(event)
        if self._keep_timer.isActive():
            self._apply()
            self.keep()


class ScorerInForce(QWidget):
    """Which profile scores now, and the way to what is missing of the one that was wished for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = label("", wrap=True)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(6)
        self.setLayout(column(self._name, self._notices, None, spacing=6))
        desk.rescoring.scorerChanged.connect(self.show_scorer)
        self.show_scorer()

    def show_scorer(self) -> None:
        rescoring = self._desk.rescoring
        name = profile_name(rescoring.profile)
        self._name.setText(self.tr("In force: {0}").format(name) if rescoring.profile else "")
        self._name.setVisible(bool(rescoring.profile))
        while self._notices.count():
            self._notices.takeAt(0).widget().deleteLater()
        for note in rescoring.notes:
            why, install = split_note(note)
            self._notices.addWidget(Notice("info", why, "", install))
        self.adjustSize()


class FlagLevelPopup(QFrame):
    """Both, over the rows. Escape, or a click elsewhere, closes it and gives the keyboard back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)
        self.setAccessibleName(self.tr("How much is flagged"))
        self.level, self.scorer = FlagLevel(desk), ScorerInForce(desk)
        self.setLayout(column(self.level, line(), self.scorer, spacing=12, margins=(16, 14, 16, 14)))
        self.setFixedWidth(_WIDTH)
        desk.rescoring.scorerChanged.connect(self._fit)

    def _fit(self) -> None:
        """As high as its lines are at this width: adjustSize() leaves room for narrower ones."""
        self.layout().activate()
        self.resize(_WIDTH, self.layout().totalHeightForWidth(_WIDTH))

    def show_below(self, anchor: QWidget) -> None:
        """Under ``anchor``, its right edge in line with the anchor's."""
        self._fit()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        left = self.parentWidget().mapToGlobal(QPoint(8, 0)).x()
        self.move(max(left, corner.x()), corner.y())
        self.show()
        self._fit()  # what is counted when it is shown
        self.level.slider.setFocus(Qt.FocusReason.PopupFocusReason)

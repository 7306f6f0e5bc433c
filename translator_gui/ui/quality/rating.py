"""ESA: how good the current segment is, 0 to 100, with what 0, 33, 66 and 100 stand for beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider, QSpinBox, QWidget

from ..controls import column, label, roomy, row

if TYPE_CHECKING:
    from ..desk import Desk


class RatingField(QSpinBox):
    """Enter gives the rating and the keyboard back to the text."""

    def __init__(self, row_: RatingRow) -> None:
        super().__init__()
        self._row = row_
        self.setRange(-1, 100)
        self.setSpecialValueText("–")  # not rated
        self.setSingleStep(5)
        self.setKeyboardTracking(False)
        roomy(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self._row.rate(self.value())
            self.window().page.focus_text()
        elif event.key() == Qt.Key.Key_Escape:
            self._row.refresh()
            self.window().page.focus_text()
        else:
            super().keyPressEvent(event)


class RatingRow(QWidget):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._silent = False
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(33)
        self.slider.setTickInterval(33)
        self.slider.setAccessibleName(self.tr("Rating of this segment, 0 to 100"))
        self.field = RatingField(self)
        self.field.setAccessibleName(self.slider.accessibleName())
        self._anchor, self._old = label(role="muted", wrap=True), label(role="warning", wrap=True)
        self._old.setText(self.tr("The text was altered since this rating."))
        head = row(label(self.tr("Rating"), "title"), self.slider, self.field, spacing=8)
        self.setLayout(column(head, self._anchor, self._old, spacing=4))
        self.slider.sliderMoved.connect(self.field.setValue)
        self.slider.sliderMoved.connect(self._explain)
        self.slider.sliderReleased.connect(lambda: self.rate(self.slider.value()))
        self.slider.actionTriggered.connect(lambda _: self._by_key())
        self.field.valueChanged.connect(self._typed)

    def refresh(self) -> None:
        from ...review import annotations

        session, segment = self._desk.session, self._desk.current_id()
        rating = annotations.rating(session, segment, session.user) if session is not None and segment else None
        value = round(rating.value) if rating is not None else -1
        self._silent = True
        self.field.setValue(value)
        self.slider.setValue(max(0, value))
        self._silent = False
        self._explain(value)
        self._old.setVisible(rating is not None and annotations.is_outdated(session, rating))
        for widget in (self.slider, self.field):
            widget.setEnabled(session is not None and not session.read_only and bool(segment))

    def _explain(self, value: int) -> None:
        names = anchor_texts()
        if value < 0:
            parts = [f"{each} {text.partition(':')[0]}" for each, text in names.items()]
            self._anchor.setText(" · ".join(parts))
            return
        nearest = min(names, key=lambda each: abs(each - value))
        self._anchor.setText(f"{nearest}: {names[nearest]}")

    def _typed(self, value: int) -> None:
        self._explain(value)
        if not self._silent:
            self.slider.setValue(max(0, value))

    def _by_key(self) -> None:
        if not self.slider.isSliderDown():
            self.rate(self.slider.sliderPosition())

    def rate(self, value: int) -> None:
        """-1 takes the rating back."""
        from ...review import annotations

        if not self._silent and self._desk.current_id():
            given = float(value) if value >= 0 else None
            self._desk.perform(self.tr("Rate the segment"), annotations.rate, self._desk.current_id(), given)


def anchor_texts() -> dict[int, str]:
    """The published labels of the scale (review.annotations.ANCHORS) in the interface language."""
    tr = QCoreApplication.translate
    return {
        0: tr("esa", "No meaning preserved: nearly all information is lost in the translation."),
        33: tr("esa", "Some meaning preserved: some of the meaning is there, but significant parts are missing."),
        66: tr(
            "esa",
            "Most meaning preserved and few grammar mistakes: it may have some minor inconsistencies with the source.",
        ),
        100: tr(
            "esa",
            "Perfect meaning and grammar: completely consistent with the source and the surrounding context.",
        ),
    }

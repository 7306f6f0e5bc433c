"""Five steps through the window, for the first start: a card beside each part of it, and a ring around the part.

It stands over the window and stops nobody from working: Escape or Skip ends it, and it never comes back by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from .controls import column, label, push_button, row
from .docks.catalogue import show_dock
from .theme import theme

if TYPE_CHECKING:
    from .main_window import MainWindow

_WIDTH, _GAP, _RING = 340, 14, 4
_FLAT = 90  # px: cards stand below what is not higher, beside what is
_FINDINGS = 3  # the step about them


@dataclass(frozen=True)
class Step:
    """title and text: {key} stands for the key of the action ``key``. part: the widget it is about."""

    title: str
    text: str
    part: Callable[[], QWidget | None]
    key: str = ""


class Tour(QFrame):
    """The card. Its first step is about the start page; without an article the others open the sample."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._number = 0
        self._steps = self._make_steps()
        self.setProperty("tour", True)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = _Ring(window)
        self._place_label, self._title, self._text = label("", "muted"), label("", "title", wrap=True), label(wrap=True)
        self._skip = push_button(self.tr("Skip"), self.end, flat=True)
        self._back = push_button(self.tr("Back"), lambda: self._go(-1))
        self._next = push_button("", lambda: self._go(1), primary=True)
        buttons = row(self._skip, None, self._back, self._next, spacing=8)
        self.setLayout(column(self._place_label, self._title, self._text, spacing=8, margins=(18, 14, 18, 14)))
        self.layout().addSpacing(4)
        self.layout().addLayout(buttons)
        self.hide()

    def _make_steps(self) -> tuple[Step, ...]:
        window = self._window
        bar = window.findChild(QWidget, "toolbar")
        return (
            Step(
                self.tr("Bring an article"),
                self.tr(
                    "Drop a French text or web page here, with its English draft or without. To look around first, "
                    "go on: the sample article opens."
                ),
                lambda: window.start.zone,
            ),
            Step(
                self.tr("French and English, side by side"),
                self.tr(
                    "Click a sentence and type. Every edit is kept as you make it; {key} takes it back, and the "
                    "history of a sentence has all its versions."
                ),
                lambda: window.page.editor(),
                "undo",
            ),
            Step(
                self.tr("The worst first"),
                self.tr(
                    "The figure beside a sentence says how far the English is from the French, 0 to 100. {key} goes to "
                    "the worst one that nobody has looked at."
                ),
                lambda: bar.widgetForAction(window.actions_["next-worst"]),
                "next-worst",
            ),
            Step(
                self.tr("With the reason, and the words"),
                self.tr(
                    "Each finding says what is wrong and where; point at it for an example. Dismiss what is right with "
                    "{key}: it stays dismissed until a text changes."
                ),
                lambda: window.docks["findings"],
                "dismiss-next",
            ),
            Step(
                self.tr("Take, mend, confirm"),
                self.tr(
                    "Proposals come from engines on this machine; Ctrl+1 takes the first. {key} confirms a sentence "
                    "and goes to the next. The manual has the rest."
                ),
                lambda: window.docks["candidates"],
                "confirm-next",
            ),
        )

    # -- walking --------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """From the first step, or from the second when an article is open."""
        for other in self._window.findChildren(Tour):
            if other is not self:
                other.end()
        self._window.installEventFilter(self)
        self._window.desk.sessionChanged.connect(self._session_changed)
        self._number = 1 if self._window.desk.session is not None else 0
        self._show()

    def end(self) -> None:
        self._window.removeEventFilter(self)
        self._ring.hide()
        self._ring.deleteLater()
        self.hide()
        self.deleteLater()
        if self._window.desk.session is not None:
            self._window.page.focus_text()

    @property
    def number(self) -> int:
        """The step that is shown, 1 to 5."""
        return self._number + 1

    def _go(self, steps: int) -> None:
        if self._number + steps >= len(self._steps):
            self.end()
            return
        if self._window.desk.session is None:
            self._next.setEnabled(False)
            self._window.desk.open_sample()  # its arrival shows the next step
            return
        self._number = max(1, self._number + steps)
        if self._number == _FINDINGS and steps > 0:
            self._window.actions_["next-worst"].trigger()  # so that there is something to see
        self._show()

    def _session_changed(self) -> None:
        """An article came (or went, which ends the tour: there is nothing left to show)."""
        if self._window.desk.session is None:
            self.end()
        elif self._number == 0:
            self._number = 1
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        step, last = self._steps[self._number], self._number == len(self._steps) - 1
        part = step.part()
        if part is not None and part in self._window.docks.values():
            show_dock(part)
        self._place_label.setText(self.tr("Step {0} of {1}").format(self.number, len(self._steps)))
        self._title.setText(step.title)
        self._text.setText(step.text.replace("{key}", self._key(step.key)))
        self._next.setText(self.tr("Done") if last else self.tr("Next"))
        self._next.setEnabled(True)
        self._back.setVisible(self._number > 1)
        self.setAccessibleName(f"{self._place_label.text()}. {self._title.text()}. {self._text.text()}")
        self.layout().activate()  # the layouts inside still know the step before
        self.setFixedHeight(self.layout().heightForWidth(_WIDTH))
        self._place()
        self.show()
        self._ring.show()
        self._ring.raise_()
        self.raise_()
        self._next.setFocus()

    def _key(self, action: str) -> str:
        if not action:
            return ""
        return self._window.actions_[action].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    # -- placing --------------------------------------------------------------------------------------------------

    def _place(self) -> None:
        part, whole = self._steps[self._number].part(), self._window.rect()
        if part is None or not part.isVisible():
            self._ring.setGeometry(QRect())
            self.move(whole.center() - self.rect().center())
            return
        about = QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
        self._ring.setGeometry(about.adjusted(-_RING, -_RING, _RING, _RING).intersected(whole))
        self.move(beside(about, self.size(), whole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(1)
        else:
            super().keyPressEvent(event)


def beside(about: QRect, size: QSize, whole: QRect) -> QPoint:
    """Where a card of ``size`` stands: beside what it is about, or below or above it; over its middle if none of
    these has room."""
    middle = about.center() - QPoint(size.width() // 2, size.height() // 2)
    sides = (QPoint(about.right() + _GAP, middle.y()), QPoint(about.left() - _GAP - size.width(), middle.y()))
    ends = (QPoint(middle.x(), about.bottom() + _GAP), QPoint(middle.x(), about.top() - _GAP - size.height()))
    for place in (*ends, *sides) if about.height() <= _FLAT else (*sides, *ends):
        within = _inside(QRect(place, size), whole)
        if not within.intersects(about):
            return within.topLeft()
    return _inside(QRect(middle, size), whole).topLeft()


def _inside(card: QRect, whole: QRect) -> QRect:
    """Moved so that it is in the window with a margin."""
    room = whole.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    card = QRect(card)
    card.moveLeft(max(room.left(), min(card.left(), room.right() - card.width())))
    card.moveTop(max(room.top(), min(card.top(), room.bottom() - card.height())))
    return card


class _Ring(QWidget):
    """A line around what a step is about; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().accent, 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)

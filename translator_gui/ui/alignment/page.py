"""The page of an open alignment: what is aligned and how far it is, what can be done, the beads, and the signs' key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QToolBar, QVBoxLayout, QWidget

from ..controls import CopyLine, ElidedLabel, IconLabel, Spacer, label, line, row
from ..motion import BusyBar
from .legend import Legend
from .model import BeadModel, numbers
from .view import BeadView

if TYPE_CHECKING:
    from ..actions import ActionSet
    from ..desk import Desk

_TOOLS = (
    ("bead-merge", "bead-split", "bead-up", "bead-down", "bead-unlink", "bead-link"),
    ("bead-realign",),
    ("next-doubtful", "next-odd"),
    ("bead-confirm-above", "bead-confirm", "bead-review"),
)
_WORDED = ("bead-review", "bead-confirm", "next-doubtful", "next-odd")  # the first keep their words longest


class AlignmentPage(QWidget):
    def __init__(self, desk: Desk, actions: ActionSet) -> None:
        super().__init__()
        self._desk, self._aligning = desk, desk.aligning
        self.setAccessibleName(self.tr("Alignment"))
        self.model = BeadModel(desk)
        self.view = BeadView(desk, self.model)
        self._names = ElidedLabel("title")
        self._counts = label("", "muted")
        self._work, self._progress = label("", "muted"), BusyBar()
        self._progress.setFixedWidth(90)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("The machine's work"))
        self._marking = Hint()
        self._missing = MissingNote()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._actions, self._bar = actions, self._tools(actions)
        for widget in (self._head(), self._bar, self._missing, self.view, self._marking, line()):
            layout.addWidget(widget, 1 if widget is self.view else 0)
        layout.addWidget(self._foot())
        # Counting looks at every bead: once per turn of the event loop is enough.
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        self._aligning.sessionChanged.connect(self._opened)
        self._aligning.beadsChanged.connect(self._counting.start)
        self._aligning.currentChanged.connect(self._current_changed)
        self._aligning.refiningChanged.connect(self._refining)
        self._refining()

    # -- parts ---------------------------------------------------------------------------------------------------

    def _head(self) -> QWidget:
        widget = QWidget()
        widget.setLayout(row(IconLabel("link", 18, "accent"), spacing=10, margins=(14, 9, 14, 7)))
        widget.layout().addWidget(self._names, 1)
        for part in (self._work, self._progress):
            widget.layout().addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def _tools(self, actions: ActionSet) -> QToolBar:
        bar = QToolBar(self.tr("Alignment"))
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for number, group in enumerate(_TOOLS):
            if number == len(_TOOLS) - 1:
                bar.addWidget(Spacer())
            elif number:
                bar.addSeparator()
            for name in group:
                bar.addAction(actions[name])
        bar.widgetForAction(actions["bead-review"]).setProperty("primary", True)
        for name in (name for group in _TOOLS for name in group):
            # Enter must confirm the bead, not press the button that was clicked last.
            bar.widgetForAction(actions[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_words()

    def _share_words(self) -> None:
        """Words beside as many buttons as there is room for: none may fall off the end."""
        style = Qt.ToolButtonStyle
        buttons = [self._bar.widgetForAction(self._actions[name]) for name in _WORDED]
        for button in buttons:
            button.setToolButtonStyle(style.ToolButtonIconOnly)
        room = self.width() - self._bar.sizeHint().width()
        for button in buttons:
            plain = button.sizeHint().width()
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon)
            room -= button.sizeHint().width() - plain
            if room < 0:
                button.setToolButtonStyle(style.ToolButtonIconOnly)
                return

    def _foot(self) -> QWidget:
        widget = QWidget()
        widget.setLayout(row(spacing=12, margins=(14, 5, 14, 5)))
        widget.layout().addWidget(self._counts)
        widget.layout().addStretch(1)
        widget.layout().addWidget(Legend())
        return widget

    # -- what it shows -------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        session = self._aligning.session
        if session is None:
            return
        source, target = session.bitext.source, session.bitext.target
        self._names.setText(f"{_name(source)}  ⇄  {_name(target)}")
        self._count()
        self._refining()

    def _count(self) -> None:
        if self._aligning.session is None:
            return
        from ...review.alignment_walk import tally

        found = tally(self._aligning.table)
        words = [
            self.tr("%n bead(s)", "", found.beads),
            self.tr("%n confirmed", "", found.confirmed),
            self.tr("{0} doubtful").format(found.doubtful),
            self.tr("{0} not one to one").format(found.odd),
        ]
        alone = sum(found.alone)
        if alone:
            words.append(self.tr("%n sentence(s) without counterpart", "", alone))
        self._counts.setText("  ·  ".join(words))

    def _current_changed(self) -> None:
        marked = self._aligning.marked
        if marked is None:
            self._marking.hide()
            return
        side, sentences = marked
        text = (
            self.tr("French {0} is marked: go to its English and press the key again. Escape lets go.")
            if side.value == "source"
            else self.tr("English {0} is marked: go to its French and press the key again. Escape lets go.")
        )
        self._marking.say(text.format(numbers(sentences)))

    def _refining(self) -> None:
        work = self._aligning.refining
        self._work.setVisible(work is not None)
        self._progress.setVisible(work is not None)
        self._missing.say(self._aligning.note if self._aligning.session is not None else "")
        if work is not None:
            done, total = work
            text = self.tr("Comparing meanings: {0} of {1} sentences").format(done, total)
            self._work.setText(text if total else self.tr("Comparing…"))
            self._progress.setRange(0, total)
            self._progress.setValue(done)

    def set_text_font(self, font: QFont) -> None:
        self.view.set_text_font(font)

    def focus_beads(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)


class Hint(QWidget):
    """What the next key press will do."""

    def __init__(self) -> None:
        super().__init__()
        self._text = label("", wrap=True)
        self.setLayout(row(IconLabel("link", 16, "accent"), self._text, spacing=8, margins=(14, 6, 14, 6)))
        self.layout().setStretch(1, 1)
        self.hide()

    def say(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()


class MissingNote(QWidget):
    """That meanings cannot be compared, and how they could be."""

    def __init__(self) -> None:
        super().__init__()
        text = label(self.tr("Aligned by numbers, names and lengths. To compare meanings as well, install:"), "muted")
        self._line = CopyLine("")
        self.setLayout(row(IconLabel("info", 16, "info"), text, self._line, None, margins=(14, 6, 14, 6)))
        self.hide()

    def say(self, install: str) -> None:
        self._line.set_text(install)
        self.setVisible(bool(install))


def _name(article: object) -> str:
    origin = str(article.origin).replace("\\", "/").rsplit("/", 1)[-1]
    return origin or article.title

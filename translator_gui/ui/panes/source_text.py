"""The French of the current segment as a field that is read and selected in, not written: F4 goes there, F2 and Escape
go back. What is selected in it can be marked as left out, looked up, or made a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from ...domain.segment import Row
from ...domain.span import Side
from ..delegates.direction import with_signs
from ..theme import theme, theme_signals
from .marked_text import MarkedText

if TYPE_CHECKING:
    from ..desk import Desk


class SourceText(MarkedText):
    """left: the keyboard is to go back to the translation."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Side.SOURCE, parent)
        self.setObjectName("source-text")
        self.setAccessibleName(self.tr("French source"))
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self._restyle()
        desk.segmentsChanged.connect(self._changed)
        theme_signals().changed.connect(self._restyle)

    def _restyle(self) -> None:
        t = theme()
        self.setStyleSheet(
            f"#source-text {{ background: {t.base.name()}; color: {t.text.name()}; border: 1px solid "
            f"{t.border.name()}; border-radius: 5px; padding: 0; selection-background-color: {t.selection.name()}; "
            f"selection-color: {t.on_selection.name()}; }} #source-text:focus {{ border-color: {t.accent.name()}; }}"
        )
        self._show_marks()

    def show_row(self, row: Row | None) -> None:
        """None: nothing."""
        self._segment = row.id if row is not None else ""
        # Nobody writes here, so that signs may stand for what would turn the text round.
        text = with_signs(row.segment.source) if row is not None else ""
        self._run(text)
        if text != self.toPlainText():
            self.setPlainText(text)
        caret = self.textCursor()
        caret.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(caret)
        self.refresh_marks()
        self._measure()

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if self._segment and (not ids or self._segment in ids) and aspects & {"score", "findings", "remarks"}:
            self.refresh_marks()

    def event(self, event: QEvent) -> bool:
        # Escape is claimed before a shortcut of the window could have it.
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

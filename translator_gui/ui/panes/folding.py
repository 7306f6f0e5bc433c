"""A bar whose buttons give up their words where there is no room for them; their icons and tips stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

_WORDS, _ICON = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
_OTHER_WIDTHS = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class FoldingBar(QWidget):
    """Call ``fold`` once everything is laid out: the first group gives up its words first, all of it at once."""

    _groups: tuple[Sequence[QToolButton], ...] = ()

    def fold(self, *groups: Sequence[QToolButton]) -> None:
        self._groups = groups
        self.refit()

    def refit(self) -> None:
        """As many words as there is room for; call it when something else in the bar takes another width."""
        wide = self.layout().totalMinimumSize().width() + _words(b for b in self._buttons() if _is_folded(b))
        folded = 0
        while folded < len(self._groups) and wide > self.width():
            wide -= _words(self._groups[folded])
            folded += 1
        for number, buttons in enumerate(self._groups):
            for button in buttons:
                button.setToolButtonStyle(_ICON if number < folded else _WORDS)
                button.parentWidget().updateGeometry()  # a frame round it tells the bar at once, not an event later

    def _buttons(self) -> list[QToolButton]:
        return [button for buttons in self._groups for button in buttons]

    def minimumSizeHint(self) -> QSize:
        """With everything folded, however it is shown just now."""
        needed = self.layout().totalMinimumSize()
        return QSize(needed.width() - _words(b for b in self._buttons() if not _is_folded(b)), needed.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _OTHER_WIDTHS and self._groups:
            self.refit()


def _is_folded(button: QToolButton) -> bool:
    return button.toolButtonStyle() == _ICON


def _words(buttons: Iterable[QToolButton]) -> int:
    """The width of their words as QToolButton.sizeHint counts it. Not measured by taking the words away: that asks for
    another layout while one is being made."""
    return sum(_text_width(button) for button in buttons)


def _text_width(button: QToolButton) -> int:
    metrics = button.fontMetrics()
    text = metrics.size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    return text + 2 * metrics.horizontalAdvance(" ") + 4

"""The page of an open article: filter bar, one of three views of the same rows, the map beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...domain.span import Side, Span
from ..models.segments import SegmentModel
from ..tracked.bar import BaselineBar
from .filter_bar import FilterBar
from .grid import SegmentView
from .minimap import Minimap
from .mute_offer import MuteOffer
from .nothing_shown import NothingShown
from .reading import ReadingView

if TYPE_CHECKING:
    from ..actions import ActionSet
    from ..desk import Desk
    from .marked_text import MarkedText
    from .source_text import SourceText


class ReviewPage(QWidget):
    """view: "grid", "stacked" or "reading"."""

    def __init__(self, desk: Desk, actions: ActionSet) -> None:
        super().__init__()
        self._desk = desk
        self.view = "grid"
        self.model = SegmentModel(desk)
        self.bar = FilterBar(desk, actions)
        self.changes = BaselineBar(desk, actions)
        self.mute_offer = MuteOffer(desk)
        self.rows = SegmentView(desk, self.model)
        self.reading = ReadingView(desk)
        self.nothing = NothingShown(self.bar.clear)
        self.minimap = Minimap(desk)
        self._views = QStackedWidget()
        for widget in (self.rows, self.reading, self.nothing):
            self._views.addWidget(widget)
        self._lay_out()
        self._window_timer = QTimer(self, singleShot=True, interval=0)
        self._window_timer.timeout.connect(self._show_window)
        self.rows.scrolled.connect(self._window_timer.start)
        self.reading.scrolled.connect(self._window_timer.start)
        self.bar.left.connect(self.focus_text)
        self.model.modelReset.connect(self._choose)
        desk.currentChanged.connect(lambda _: self._window_timer.start())
        for viewport in self.viewports():
            viewport.installEventFilter(self)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._views, 1)
        middle.addWidget(self.minimap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.changes)
        layout.addWidget(self.mute_offer)
        layout.addLayout(middle, 1)

    # -- views ----------------------------------------------------------------------------------------------------

    def set_view(self, name: str) -> None:
        """The text that was being edited keeps the keyboard."""
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._desk.flush()
        self.view = name
        if name != "reading":
            self.rows.set_stacked(name == "stacked")
        self._choose()
        if focused:
            self.focus_text()

    def _choose(self) -> None:
        if self._desk.session is not None and not len(self._desk.visible()):
            self._views.setCurrentWidget(self.nothing)
        else:
            self._views.setCurrentWidget(self.reading if self.view == "reading" else self.rows)
        self._window_timer.start()

    def focus_text(self) -> None:
        editor = self.editor()
        (editor if editor.isVisible() else self._views.currentWidget()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen_ids(self) -> list[str]:
        """Rows chosen with Shift or Ctrl in the grid, else the current one."""
        if self.view != "reading":
            return self.rows.selected_ids()
        return [self._desk.current_id()] if self._desk.current_id() else []

    def source_offset(self) -> int | None:
        """Where the reader last clicked in the current segment's source."""
        return self.rows.source_offset() if self.view != "reading" else None

    def editor(self) -> QWidget:
        """The target editor of the view that is shown."""
        return self.reading.editor if self.view == "reading" else self.rows.editor

    def source(self) -> SourceText:
        """The source field of the view that is shown."""
        return self.reading.source if self.view == "reading" else self.rows.source

    def fields(self) -> tuple[MarkedText, ...]:
        """Every field of the page that a text of the article stands in."""
        return self.rows.editor, self.rows.source, self.reading.editor, self.reading.source

    def viewports(self) -> tuple[QWidget, ...]:
        """What the rows of each view are painted on."""
        return self.rows.viewport(), self.reading.viewport()

    def focus_source(self) -> None:
        """There and back."""
        source = self.source()
        if source.hasFocus():
            self.focus_text()
        elif self.view == "reading" or self.rows.source_in_row.show():
            source.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def selected(self) -> tuple[Side, Span | None]:
        """The words chosen in the current segment, of the side that has the keyboard, else of the one that has any."""
        source, target = self.source(), self.editor()
        first, second = (source, target) if source.hasFocus() else (target, source)
        for field in (first, second):
            span = field.selected_span() if field.segment == self._desk.current_id() else None
            if span is not None:
                return field.side, span
        return first.side, None

    def selected_words(self) -> str:
        side, _ = self.selected()
        return (self.source() if side is Side.SOURCE else self.editor()).selected_words()

    def set_font(self, font: QFont) -> None:
        self.rows.set_text_font(font)
        self.reading.set_text_font(font)

    def set_highlights(self, shown: bool) -> None:
        self.rows.set_highlights(shown)
        self.reading.set_highlights(shown)

    def _show_window(self) -> None:
        view = self._views.currentWidget()
        if view in (self.rows, self.reading):
            self.minimap.show_window(*view.screen_rows())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel change the size of the text."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            window = self.window()
            if event.angleDelta().y():
                window.commands.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

"""Where Tab goes: through what can be seen, in the order of the layouts.

Qt goes by the order in which controls were made and put into a window: what is made late comes last wherever it stands,
and panels whose tab is behind another's are visited though they lie outside the window.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLayout, QMainWindow, QTabBar, QWidget

_AREAS = (
    Qt.DockWidgetArea.TopDockWidgetArea,
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.NoDockWidgetArea,  # the middle of the window
    Qt.DockWidgetArea.BottomDockWidgetArea,  # below the middle: the right side has the corner
    Qt.DockWidgetArea.RightDockWidgetArea,
)


def go_on(window: QWidget, forward: bool) -> bool:
    """To the next stop, or the one before; round again at the end. False where there is none."""
    stops = list(tab_stops(window))
    if not stops:
        return False
    here, step = window.focusWidget(), 1 if forward else -1
    place = _place_of(here, stops)
    following = stops[(place + step) % len(stops)] if place >= 0 else stops[0 if forward else -1]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _place_of(widget: QWidget | None, stops: list[QWidget]) -> int:
    """Of the widget, or of what it is a part of; -1 for neither."""
    while widget is not None:
        if widget in stops:
            return stops.index(widget)
        widget = widget.parentWidget() if not widget.isWindow() else None
    return -1


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """The controls in it that Tab stops at, in order."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for part in _parts_of_frame(widget) if isinstance(widget, QMainWindow) else _parts(widget):
        if not part.isHidden() and part.isEnabled() and not part.isWindow():
            yield from tab_stops(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """Its children: those in the layout as that has them, then those that stand by themselves."""
    if isinstance(widget, QDockWidget):
        return [part for part in (widget.titleBarWidget(), widget.widget()) if part is not None]
    laid_out = list(_in_layout(widget.layout())) if widget.layout() is not None else []
    known = set(laid_out)
    return laid_out + [child for child in widget.children() if isinstance(child, QWidget) and child not in known]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from _in_layout(item.layout())


def _parts_of_frame(window: QMainWindow) -> list[QWidget]:
    """The docks round the middle from left to right; not those whose tab is behind."""
    docks = {each: window.dockWidgetArea(each) for each in window.findChildren(QDockWidget) if not each.isFloating()}
    middle = Qt.DockWidgetArea.NoDockWidgetArea

    def area(part: QWidget) -> Qt.DockWidgetArea:
        if not isinstance(part, QTabBar):
            return docks.get(part, middle)
        above = [found for dock, found in docks.items() if dock.geometry().bottom() <= part.y() and _share(dock, part)]
        return above[-1] if above else middle

    seen = [
        part
        for part in window.children()
        if isinstance(part, QWidget) and part.isVisible() and part.geometry().intersects(window.rect())
    ]
    return sorted(seen, key=lambda part: (_AREAS.index(area(part)), part.y(), part.x()))


def _share(dock: QDockWidget, bar: QTabBar) -> bool:
    return dock.isVisible() and dock.x() == bar.x() and dock.geometry().intersects(dock.window().rect())

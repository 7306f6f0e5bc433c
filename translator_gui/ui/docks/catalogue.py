"""All docks: what they are called, where they start, and how to make them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from ...kit.registry import load
from ..icons import icon
from .title_bar import DockTitle

if TYPE_CHECKING:
    from ..desk import Desk
    from .panel import Panel

_RIGHT, _BOTTOM, _LEFT = (
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
    Qt.DockWidgetArea.LeftDockWidgetArea,
)


@dataclass(frozen=True)
class DockSpec:
    """id: also the tail of the dock's object name and of its action. shown: open in a fresh layout."""

    id: str
    title: str
    icon: str
    panel: str
    area: Qt.DockWidgetArea
    shown: bool = True


def dock_specs() -> tuple[DockSpec, ...]:
    """In the order of the View menu; titles in the interface language."""
    tr = QCoreApplication.translate
    base = "translator_gui.ui.docks"
    return (
        DockSpec("candidates", tr("docks", "Candidates"), "candidates", f"{base}.candidates:CandidatesPanel", _RIGHT),
        DockSpec("findings", tr("docks", "Findings"), "findings", f"{base}.findings:FindingsPanel", _RIGHT),
        DockSpec("review", tr("docks", "Review"), "flag", "translator_gui.ui.quality.panel:QualityPanel", _RIGHT,
                 False),
        DockSpec("errors", tr("docks", "Errors"), "severity-major",
                 "translator_gui.ui.quality.errors_panel:ErrorsPanel", _RIGHT, False),
        DockSpec("comments", tr("docks", "Comments"), "note",
                 "translator_gui.ui.quality.comments_panel:CommentsPanel", _RIGHT, False),
        DockSpec("terms", tr("docks", "Terms"), "terms", f"{base}.terms:TermsPanel", _RIGHT, False),
        DockSpec(
            "opinion", tr("docks", "Second opinion"), "second-opinion",
            f"{base}.second_opinion:SecondOpinionPanel", _RIGHT, False,
        ),
        DockSpec("outline", tr("docks", "Outline"), "outline", f"{base}.outline:OutlinePanel", _LEFT, False),
        DockSpec("history", tr("docks", "History"), "history", f"{base}.history:HistoryPanel", _RIGHT, False),
        DockSpec(
            "concordance", tr("docks", "Memory search"), "concordance", f"{base}.concordance:ConcordancePanel",
            _BOTTOM, False,
        ),
        DockSpec("activity", tr("docks", "Activity"), "activity", f"{base}.activity:ActivityPanel", _BOTTOM, False),
    )  # fmt: skip


def build_docks(desk: Desk, window: QMainWindow) -> dict[str, QDockWidget]:
    """Make every dock, put it in its starting place, and return them by id. Restore a saved layout afterwards."""
    docks: dict[str, QDockWidget] = {}
    for spec in dock_specs():
        panel = load(spec.panel)(desk)
        dock = QDockWidget(spec.title, window)
        dock.setObjectName(f"dock.{spec.id}")
        dock.setAccessibleName(spec.title)
        dock.setWindowIcon(icon(spec.icon))
        panel.setAccessibleName(spec.title)
        dock.setTitleBarWidget(DockTitle(dock))
        dock.setWidget(panel)
        dock.setMinimumWidth(200)
        dock.toggleViewAction().setIcon(icon(spec.icon))
        window.addDockWidget(spec.area, dock)
        dock.setVisible(spec.shown)
        docks[spec.id] = dock
    for name in ("errors", "comments", "review", "history", "terms", "opinion"):
        window.tabifyDockWidget(docks["findings"], docks[name])
    window.tabifyDockWidget(docks["concordance"], docks["activity"])
    docks["findings"].raise_()
    window.resizeDocks([docks["candidates"], docks["findings"]], [280, 360], Qt.Orientation.Vertical)
    window.resizeDocks([docks["candidates"], docks["outline"]], [340, 220], Qt.Orientation.Horizontal)
    window.resizeDocks([docks["concordance"]], [200], Qt.Orientation.Vertical)
    return docks


def show_dock(dock: QDockWidget) -> None:
    """Open a dock, bring its tab to the front and give it the keyboard."""
    dock.show()
    dock.raise_()
    _taker(dock.widget()).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _taker(panel: Panel) -> QWidget:
    """What in a panel can take the keyboard now: what it names itself, else what Tab reaches first, else the panel."""
    wanted = panel.taker
    if wanted is not None and wanted.isVisible() and wanted.isEnabled():
        return wanted
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            return widget
    panel.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return panel

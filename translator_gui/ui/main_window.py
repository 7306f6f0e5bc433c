"""The frame only: menus, toolbar, docks, pages, and what is remembered of them."""

from __future__ import annotations

import binascii
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFont, QShowEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QToolBar

from . import motion
from .actions import ACTIONS, CONTEXT, MENUS, TOOLBAR, ActionSet
from .alignment.page import AlignmentPage
from .commands import Commands
from .controls import Pages, Spacer
from .dialogs.catalogue import open_dialog
from .docks.catalogue import build_docks, show_dock
from .finding_walk import FindingWalk
from .icons import app_icon, icon
from .panes.busy import BusyPage
from .panes.review_page import ReviewPage
from .panes.start_page import StartPage
from .panes.status import StatusBar
from .panes.toast import Toast
from .quality.scorecard_page import ScorecardPage
from .screen import room_for
from .tab_order import go_on

if TYPE_CHECKING:
    from .desk import Desk

_LAYOUT_VERSION = 1


class MainWindow(QMainWindow):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("main-window")
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AnimatedDocks)
        self.commands = Commands(self, desk)
        self.finding_walk = FindingWalk(desk)
        self.actions_ = ActionSet(self, self.commands, icon)
        self.docks: dict[str, QDockWidget] = {}
        self._build_pages()
        self.setStatusBar(StatusBar(desk))
        self.toast = Toast(self.centralWidget())
        self._build_toolbar()
        self.docks = build_docks(desk, self)
        self._build_menus()
        self._connect()
        self._apply_settings()
        self.set_text_font(QApplication.font())
        self._restore()
        self._session_changed()

    # -- building -------------------------------------------------------------------------------------------------

    def _build_pages(self) -> None:
        self.start, self.busy = StartPage(self.desk), BusyPage()
        self.page = ReviewPage(self.desk, self.actions_)
        self.alignment = AlignmentPage(self.desk, self.actions_)
        self._pages = Pages()
        self.scorecard = ScorecardPage(self.desk)
        for page in (self.start, self.busy, self.page, self.alignment, self.scorecard):
            self._pages.addWidget(page)
        self.setCentralWidget(self._pages)
        self.scorecard.left.connect(lambda: self.show_scorecard(False))
        self.scorecard.reportWanted.connect(self.commands.review_report)
        self.start.openRequested.connect(self.commands.open_file)
        self.start.importRequested.connect(self.commands.import_pair)
        self.start.pasteRequested.connect(self.commands.paste_dialog)
        self.start.alignRequested.connect(self.commands.new_from_two)
        self.start.keysRequested.connect(self.commands.keys)

    def _build_toolbar(self) -> None:
        bar = self._toolbar = QToolBar(self.tr("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for number, group in enumerate(TOOLBAR):
            if number == len(TOOLBAR) - 1:
                bar.addWidget(Spacer())
            elif number:
                bar.addSeparator()
            for name in group:
                bar.addAction(self.actions_[name])
        for name in ("propose", "confirm-next", "next-worst"):
            button = bar.widgetForAction(self.actions_[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.widgetForAction(self.actions_["confirm-next"]).setProperty("primary", True)
        self.addToolBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _build_menus(self) -> None:
        for menu_id, title in MENUS:
            menu = self.menuBar().addMenu(QCoreApplication.translate(CONTEXT, title))
            menu.setObjectName(f"menu.{menu_id}")
            for spec in ACTIONS:
                if spec.menu == menu_id:
                    if spec.separator:
                        menu.addSeparator()
                    menu.addAction(self.actions_[spec.id])
            if menu_id == "view":
                menu.addSeparator()
                for dock in self.docks.values():
                    menu.addAction(dock.toggleViewAction())

    def _connect(self) -> None:
        desk = self.desk
        desk.sessionChanged.connect(self._session_changed)
        desk.aligning.sessionChanged.connect(self._session_changed)
        desk.aligning.beadsChanged.connect(self._undo_changed)
        desk.busyChanged.connect(self._busy_changed)
        desk.filterChanged.connect(lambda: self.actions_["worst-first"].setChecked(desk.worst_first))
        desk.currentChanged.connect(self._enable)
        desk.segmentsChanged.connect(self._enable_soon)
        desk.settingsChanged.connect(self._apply_settings)
        desk.message.connect(self.toast.say)
        self.toast.undoWanted.connect(desk.undo)
        desk.largeStarted.connect(lambda large: open_dialog("gradual", desk, self, large=large))
        desk.consentNeeded.connect(lambda engine: open_dialog("consent", desk, self, engine=engine))
        desk.opening.alreadyOpen.connect(self._already_open)
        desk.opening.damaged.connect(self._damaged)
        desk.opening.mendable.connect(self._mendable)
        desk.opening.columnsWanted.connect(
            lambda path, error: open_dialog("columns", desk, self, path=path, preview=error.preview)
        )
        desk.lost_file.noticed.connect(self._file_lost)
        desk.salvaging.done.connect(lambda result: open_dialog("salvaged", desk, self, result=result))
        desk.terms.dialogWanted.connect(self.commands.edit_term)
        desk.terms.insertWanted.connect(self.commands.insert_words)
        desk.marking.asked.connect(self.commands.choose_error)
        desk.undo_stack.indexChanged.connect(self._undo_changed)
        desk.rescoring.courtesy.watch(*self.page.fields(), *self.page.viewports())
        for field in self.page.fields():
            field.cursorPositionChanged.connect(desk.reviewing.touched)
        self.statusBar().activityWanted.connect(lambda: show_dock(self.docks["activity"]))

    # -- what is open ---------------------------------------------------------------------------------------------

    def _session_changed(self) -> None:
        session = self.desk.session
        for name in ("scorecard", "worst-first"):
            self.actions_[name].setChecked(False)
        self._show_page()
        for name, dock in self.docks.items():
            if session is None and name != "activity":
                dock.toggleViewAction().setEnabled(False)
            else:
                dock.toggleViewAction().setEnabled(True)
        self._show_docks(session is not None)
        self._toolbar.setVisible(session is not None)
        self.statusBar().setVisible(session is not None)
        opened = session or self.desk.aligning.session
        title = opened.path.stem if opened is not None else ""
        self.setWindowTitle(f"{title} – Translator GUI" if title else "Translator GUI")
        self._enable()
        self._undo_changed()
        if session is not None:
            self.page.focus_text()

    def _show_page(self) -> None:
        if self.desk.session is not None:
            self._pages.setCurrentWidget(self.page)
        elif self.desk.aligning.session is not None:
            self._pages.setCurrentWidget(self.alignment)
            self.alignment.focus_beads()
        else:
            self._pages.setCurrentWidget(self.start)

    def _show_docks(self, shown: bool) -> None:
        """The start page has the window to itself; the docks come back as they were."""
        if shown and self._hidden_layout is not None:
            self.restoreState(self._hidden_layout, _LAYOUT_VERSION)
            self._hidden_layout = None
        elif not shown and self._hidden_layout is None:
            self._hidden_layout = self.saveState(_LAYOUT_VERSION)
            for dock in self.docks.values():
                dock.hide()

    _hidden_layout: QByteArray | None = None

    def _busy_changed(self, text: str) -> None:
        if text:
            self.busy.say(text)
            self._pages.setCurrentWidget(self.busy)
        else:
            self._show_page()

    def _enable_soon(self, ids: list[str], aspects: frozenset[str]) -> None:
        if aspects & {"exclusion", "state"} and (not ids or self.desk.current_id() in ids):
            self._enable()

    def _enable(self, *_: object) -> None:
        session, row = self.desk.session, self.desk.current_row()
        edit = session is not None and not session.read_only
        aligned = self.desk.aligning.session
        bead = aligned is not None and not aligned.read_only
        self.actions_.enable(
            session is not None, edit, edit and row is not None and not row.target.locked, aligned is not None, bead
        )
        self.actions_["close"].setEnabled(session is not None or aligned is not None)

    def _undo_changed(self, *_: object) -> None:
        stack, edit = self.desk.undo_stack, self.desk.session is not None and not self.desk.read_only
        aligned = self.desk.aligning.session
        if aligned is not None:
            self.actions_["undo"].setEnabled(aligned.can_undo and not aligned.read_only)
            self.actions_["redo"].setEnabled(aligned.can_redo and not aligned.read_only)
            return
        # Undo stays on: what was typed last becomes a command only when it is asked for.
        self.actions_["undo"].setEnabled(edit)
        self.actions_["redo"].setEnabled(edit and stack.canRedo())

    def _already_open(self, path: Path, error: object) -> None:
        way = (self.tr("Open for reading only"), lambda: self.desk.opening.open_project(path, read_only=True))
        open_dialog("problem", self.desk, self, error=error, ways=(way,))

    def _damaged(self, path: Path, error: object) -> None:
        way = (self.tr("Recover what can be read"), lambda: self.desk.salvaging.start(path))
        open_dialog("problem", self.desk, self, error=error, ways=(way,))

    def _mendable(self, path: Path, error: object) -> None:
        encoding = error.options.get("encoding")
        text = self.tr("Read it as {0}").format(encoding) if encoding else self.tr("Open what can be read")
        way = (text, lambda: self.desk.opening.import_path(path, None, **error.options))
        open_dialog("problem", self.desk, self, error=error, ways=(way,))

    def _file_lost(self, error: object) -> None:
        way = (self.tr("Save it again"), self.desk.lost_file.save_again)
        open_dialog("problem", self.desk, self, error=error, ways=(way,))

    def show_scorecard(self, shown: bool) -> None:
        """The scorecard in the text's stead, or the text again."""
        shown = shown and self.desk.session is not None
        if shown:
            self._pages.setCurrentWidget(self.scorecard)
        else:
            self._show_page()
            if self.desk.session is not None:
                self.page.focus_text()
        self.actions_["scorecard"].setChecked(shown)

    # -- views ----------------------------------------------------------------------------------------------------

    def set_view(self, name: str) -> None:
        self.page.set_view(name)
        self.actions_[f"view-{name}"].setChecked(True)
        self.desk.change_settings(window={"view": name})
        if name == "reading":
            self.desk.set_worst_first(False)

    def _apply_settings(self) -> None:
        window = self.desk.settings.window
        self.actions_.set_keys(window.shortcuts)
        self.actions_["highlights"].setChecked(window.highlights)
        self.page.set_highlights(window.highlights)
        motion.follow(window.motion)
        self.setAnimated(motion.moves())

    def set_text_font(self, font: QFont) -> None:
        """For the texts of the article; measuring all rows anew is dear, so only when it is another one."""
        if self._text_font != font.key():
            self._text_font = font.key()
            self.page.set_font(font)
            self.alignment.set_text_font(font)

    _text_font = ""

    # -- remembered -----------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        window = self.desk.settings.window
        self.resize(QSize(1280, 800).boundedTo(room_for(self)))
        if window.geometry:
            self.restoreGeometry(_bytes(window.geometry))
        self.resizeDocks([self.docks["candidates"]], [330], Qt.Orientation.Horizontal)
        if window.layout:
            self.restoreState(_bytes(window.layout), _LAYOUT_VERSION)
        self.actions_["show-excluded"].setChecked(True)
        self.set_view(window.view if window.view in ("grid", "stacked", "reading") else "grid")

    def remember(self) -> None:
        layout = self._hidden_layout if self._hidden_layout is not None else self.saveState(_LAYOUT_VERSION)
        self.desk.change_settings(window={"geometry": _text(self.saveGeometry()), "layout": _text(layout)})

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.desk.rescoring.courtesy.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk.busy:  # its dialog has Cancel
            event.ignore()
            return
        self.remember()
        self.desk.shut_down()
        super().closeEvent(event)

    # -- dropping -------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.desk.open_files([Path(name) for name in files])


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    try:
        return QByteArray(binascii.a2b_base64(text))
    except (binascii.Error, ValueError):  # a settings file edited by hand
        return QByteArray()

"""What greets the reader: open, import, paste, a place to drop files, recent ones, and the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..controls import Card, ElidedLabel, IconLabel, clear, column, label, push_button, row, set_role
from ..icons import app_icon
from ..places import ALIGNMENT
from ..scrolled import Scrolled

if TYPE_CHECKING:
    from ..desk import Desk

_RECENT = 6


class RecentCard(Card):
    """A recent file: name and folder; greyed and not to be opened when it is gone."""

    def __init__(self, path: Path, run: Callable[[], object]) -> None:
        there = path.exists()
        super().__init__(path.name)
        self.clicked.connect(lambda: run())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name, folder = ElidedLabel("title" if there else "muted"), ElidedLabel("muted")
        name.setText(path.stem)
        folder.setText(_short(path.parent))
        aligned = path.suffix == ALIGNMENT
        icon = IconLabel("link" if aligned else "project", 20, "accent" if there else "disabled")
        self.setLayout(row(icon, spacing=12, margins=(12, 8, 12, 8)))
        self.layout().addLayout(column(name, folder, spacing=1), 1)
        if aligned and there:
            self.layout().addWidget(label(self.tr("alignment"), "chip"), 0, Qt.AlignmentFlag.AlignVCenter)
        if not there:
            self.layout().addWidget(label(self.tr("missing"), "chip"), 0, Qt.AlignmentFlag.AlignVCenter)
            self.setAccessibleName(self.tr("{0}, missing").format(path.name))
        self.setEnabled(there)
        self.setToolTip(str(path))


class DropZone(Card):
    """Drop a file, or press it to choose one."""

    def __init__(self, run: Callable[[], object]) -> None:
        super().__init__(self.tr("Drop an article here, or press to choose one"))
        self.clicked.connect(lambda: run())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        title = label(self.tr("Drop an article here"), "title")
        hint = label(
            self.tr("Text, web page or Markdown, or a project – or two documents, French and English, to align"),
            "muted", wrap=True,
        )  # fmt: skip
        for widget in (title, hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = column(None, spacing=6, margins=(16, 24, 16, 24))
        layout.addWidget(IconLabel("drop", 32, "accent"), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setProperty("drop", True)


class StartPage(QWidget):
    """openRequested, importRequested, pasteRequested, alignRequested: the frame asks for the file or the text. Dropped
    files and the sample go to the desk directly."""

    openRequested = Signal()
    importRequested = Signal()
    pasteRequested = Signal()
    alignRequested = Signal()
    keysRequested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Start page"))
        self.zone = DropZone(self.openRequested.emit)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(8)
        content = QWidget()
        content.setMaximumWidth(880)
        content.setLayout(column(self._head(), spacing=0, margins=(32, 16, 32, 16)))
        content.layout().addSpacing(28)
        content.layout().addLayout(self._columns())
        content.layout().addSpacing(24)
        content.layout().addLayout(self._keys())
        middle = QWidget()
        middle.setLayout(row(None, spacing=0))
        middle.layout().addLayout(column(None, content, None), 30)
        middle.layout().addStretch(1)
        self.setLayout(column(Scrolled(middle)))  # a low window scrolls: it need not be as high as this page
        desk.settingsChanged.connect(self.refresh)
        self._shown: tuple[tuple[str, bool], ...] | None = None
        self.refresh()

    def _head(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(QSize(56, 56), self.devicePixelRatioF()))
        title = label("Translator GUI", "title", scale=1.9)
        text = label(
            self.tr("See where an English draft says something else than its French source, and put it right."),
            "muted", wrap=True,
        )  # fmt: skip
        result = row(spacing=18)
        result.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        result.addLayout(column(None, title, text, None, spacing=2), 1)
        return result

    def _columns(self) -> QHBoxLayout:
        left = column(self.zone, spacing=12)
        open_tip, import_tip = self.tr("A project or an article"), self.tr("A French article and its English draft")
        align_tip = self.tr("Pair a French article with its finished English, and check the pairs before the review")
        buttons = (
            push_button(self.tr("Open…"), self.openRequested.emit, "open", primary=True, tip=open_tip),
            push_button(self.tr("Paste text…"), self.pasteRequested.emit, "paste"),
            push_button(self.tr("Import with a draft…"), self.importRequested.emit, "import", tip=import_tip),
            push_button(self.tr("Align two documents…"), self.alignRequested.emit, "link", tip=align_tip),
            push_button(self.tr("Open the sample article"), self.desk.open_sample, "article"),
        )
        for button in buttons:
            button.setMinimumHeight(34)
            left.addWidget(button)
        left.setStretch(0, 1)
        right = column(label(self.tr("Recent"), "title"), self._recent, None, spacing=10)
        result = QHBoxLayout()
        result.setSpacing(32)
        result.addLayout(left, 5)
        result.addLayout(right, 6)
        return result

    def _keys(self) -> QHBoxLayout:
        pairs = (
            ("Ctrl+Enter", self.tr("confirm and next")),
            ("Ctrl+1…9", self.tr("take a candidate")),
            ("Alt+↓", self.tr("next finding")),
            ("F1", self.tr("all keys")),
        )
        result = row(None, spacing=6)
        for key, text in pairs:
            result.addWidget(label(key, "key"))
            result.addWidget(label(text, "muted"))
            result.addSpacing(14)
        result.addStretch(1)
        return result

    def refresh(self) -> None:
        """Show the recent files of the settings."""
        paths = [Path(name) for name in self.desk.settings.window.recent_files[:_RECENT]]
        shown = tuple((str(path), path.exists()) for path in paths)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._recent)
        for path in paths:
            self._recent.addWidget(RecentCard(path, lambda path=path: self.desk.open_path(path)))
        if not paths:
            self._recent.addWidget(self._nothing_yet())

    def _nothing_yet(self) -> QWidget:
        text = self.tr("Articles you open are listed here. Nothing needs saving: every change is kept as you make it.")
        widget = QFrame()
        widget.setProperty("notice", "info")
        box = label(text, wrap=True)
        widget.setLayout(row(IconLabel("info", 16, "info"), spacing=10, margins=(14, 12, 14, 12)))
        widget.layout().setAlignment(Qt.AlignmentFlag.AlignTop)
        widget.layout().addWidget(box, 1)
        return widget

    # -- dropping ------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            set_role(self.zone, "dropping", True)

    def dragLeaveEvent(self, event: QEvent) -> None:
        set_role(self.zone, "dropping", False)

    def dropEvent(self, event: QDropEvent) -> None:
        set_role(self.zone, "dropping", False)
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.desk.open_files([Path(name) for name in files])
        elif data.hasText() and data.text().strip():
            event.acceptProposedAction()
            self.desk.paste_text(data.text())


def _short(folder: Path) -> str:
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)

"""Choosing the two documents of a new review: typed, browsed for, or dropped; in either order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ..controls import column, label, push_button, row
from ..dialogs.frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class TwoDocumentsDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None, filters: str = "") -> None:
        intro = self.tr(
            "The French article and its finished English, in two files. Which is which is told from their words. "
            "Their sentences are paired; you check the pairs, then review them."
        )
        super().__init__(desk, parent, self.tr("New review from two documents"), intro)
        self.setMinimumWidth(560)
        self.setAcceptDrops(True)
        self._filters = filters
        self.first = PathField(self.tr("One document"), self._browse)
        self.second = PathField(self.tr("The other document"), self._browse)
        for field in (self.first, self.second):
            self.body.addWidget(field)
            field.changed.connect(self._changed)
        self.add_cancel()
        self.start = self.add_button(self.tr("Align"), self.accept, primary=True)
        self._changed()
        self.first.edit.setFocus()

    def _browse(self, field: PathField) -> None:
        """Two files chosen at once fill both fields."""
        known = [other.path() for other in (field, self.first, self.second) if other.edit.text().strip()]
        recent = self.desk.settings.window.recent_files
        start = known[0].parent if known else Path(recent[0]).parent if recent else Path.home()
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Choose one or both documents"), str(start), self._filters
        )
        self.put([Path(name) for name in names], field)

    def put(self, paths: Sequence[Path], field: PathField | None = None) -> None:
        if len(paths) >= 2:
            self.first.edit.setText(str(paths[0]))
            self.second.edit.setText(str(paths[1]))
        elif paths:
            empty = next((f for f in (self.first, self.second) if not f.edit.text().strip()), self.second)
            (field or empty).edit.setText(str(paths[0]))

    def _changed(self) -> None:
        self.start.setEnabled(all(field.path().is_file() for field in (self.first, self.second)))

    def accept(self) -> None:
        first, second = self.first.path(), self.second.path()
        super().accept()
        self.desk.aligning.start(first, second)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.put([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


class PathField(QWidget):
    changed = Signal()

    def __init__(self, name: str, browse: Callable[[PathField], None]) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self.tr("Type a path, drop a file, or browse"))
        self.edit.textChanged.connect(self.changed)
        title = label(name)
        title.setBuddy(self.edit)
        button = push_button(self.tr("Browse…"), lambda: browse(self), "folder")
        button.setAccessibleName(self.tr("Browse for: {0}").format(name))
        line = row(spacing=8)
        line.addWidget(self.edit, 1)
        line.addWidget(button)
        self.setLayout(column(title, line, spacing=4))

    def path(self) -> Path:
        return Path(self.edit.text().strip()).expanduser()

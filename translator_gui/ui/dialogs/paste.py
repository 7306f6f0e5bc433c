"""A new article from text: the clipboard's, or typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ...text.tokens import word_count
from ..controls import label
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class PasteDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, self.tr("New article from text"))
        self.setMinimumSize(620, 460)
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("Title (the first words, when left empty)"))
        self.title.setAccessibleName(self.tr("Title"))
        self.text = QPlainTextEdit()
        self.text.setProperty("well", True)
        self.text.setPlaceholderText(self.tr("Paste the French text here."))
        self.text.setAccessibleName(self.tr("French text"))
        self.text.setTabChangesFocus(True)
        self._count = label(role="muted")
        for widget in (self.title, self.text, self._count):
            self.body.addWidget(widget)
        self.add_cancel()
        self.create = self.add_button(self.tr("Create"), self.accept, primary=True)
        self.text.textChanged.connect(self._changed)
        self.text.setPlainText(QGuiApplication.clipboard().text())
        self.text.setFocus()
        self._changed()

    def _changed(self) -> None:
        text = self.text.toPlainText()
        self.create.setEnabled(bool(text.strip()))
        self._count.setText(self.tr("%n word(s)", "", word_count(text)))

    def accept(self) -> None:
        text, title = self.text.toPlainText(), self.title.text().strip()
        super().accept()
        self.desk.paste_text(text, title)

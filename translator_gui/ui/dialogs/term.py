"""Add or change a term: the words in both languages, a note, and whether it must not be used."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from ...domain.language import FR_EN
from ...domain.term import Term
from ..controls import column, label, row
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class TermDialog(Dialog):
    """The current segment's texts stand above the fields: what is selected there goes into the field below."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, source: str = "", target: str = "", term: Term | None = None
    ) -> None:
        title = self.tr("Change a term") if term is not None else self.tr("Add a term")
        super().__init__(
            desk,
            parent,
            title,
            self.tr("Select words in the sentences, or type the dictionary form: other forms are recognised."),
        )
        self.setMinimumWidth(560)
        self.term = term
        current = desk.current_row()
        self.source = self._field(self.tr("French"), term.source if term else source)
        self.target = self._field(self.tr("English"), term.target if term else target)
        self.note = self._field(self.tr("Note"), term.note if term else "")
        self.forbidden = QCheckBox(self.tr("Must not be used for these French words"))
        self.forbidden.setChecked(term.forbidden if term else False)
        sides = [
            self._side(self.tr("French"), self.source, current.segment.source if current and term is None else ""),
            self._side(self.tr("English"), self.target, current.target.text if current and term is None else ""),
        ]
        pair = row(*sides, spacing=12)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        self.body.addLayout(pair)
        self.body.addLayout(column(_caption(self.tr("Note"), self.note), self.note, spacing=4))
        self.body.addWidget(self.forbidden)
        self.add_cancel()
        self.keep = self.add_button(self.tr("Keep"), self._keep, primary=True)
        for field in (self.source, self.target):
            field.textChanged.connect(self._check)
        self._check()
        (self.target if self.source.text() else self.source).setFocus()

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(" ".join(text.split()))
        field.setAccessibleName(name)
        return field

    def _side(self, name: str, field: QLineEdit, sentence: str):
        shown = QPlainTextEdit(sentence)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setFixedHeight(92)
        shown.setAccessibleName(self.tr("The sentence: {0}").format(name))
        shown.setVisible(bool(sentence))
        shown.selectionChanged.connect(
            lambda: (
                field.setText(" ".join(shown.textCursor().selectedText().split()))
                if shown.textCursor().hasSelection()
                else None
            )
        )
        return column(_caption(name, field), shown, field, spacing=4)

    def _check(self) -> None:
        self.keep.setEnabled(bool(self.source.text().strip() and self.target.text().strip()))

    def _keep(self) -> None:
        session = self.desk.session
        pair = self.term.pair if self.term else session.head.pair if session is not None else FR_EN
        made = Term(
            self.source.text().strip(), self.target.text().strip(), pair, self.note.text().strip(),
            self.forbidden.isChecked(), by=self.desk.user,
        )  # fmt: skip
        before = self.term
        if before is not None:
            made = dataclasses.replace(made, id=before.id)
        self.desk.terms.change(lambda terms: terms.edit(made) if before else terms.add([made]), (made, before))
        self.accept()


def _caption(text: str, buddy: QWidget) -> QWidget:
    caption = label(text, "title")
    caption.setBuddy(buddy)
    return caption

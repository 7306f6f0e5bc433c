"""Change a unit of the translation memory, or add one by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ...domain.language import FR_EN
from ...domain.unit import TranslationUnit
from ..controls import column, label
from ..when import when
from .frame import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..desk import Desk


class MemoryUnitDialog(Dialog):
    """done: called when the memory has changed."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        unit: TranslationUnit | None = None,
        done: Callable[[], object] | None = None,
    ) -> None:
        title = self.tr("Change a pair in the memory") if unit else self.tr("Add a pair to the memory")
        about = " · ".join(filter(None, (unit.origin, unit.by, when(unit.changed or unit.created)))) if unit else ""
        super().__init__(desk, parent, title, about)
        self.setMinimumWidth(560)
        self.unit, self._done = unit, done
        self.source = self._field(self.tr("French"), unit.source if unit else "")
        self.target = self._field(self.tr("English"), unit.target if unit else "")
        self.add_cancel()
        self.keep = self.add_button(self.tr("Keep"), self._keep, primary=True)
        for field in (self.source, self.target):
            field.textChanged.connect(self._check)
        self._check()
        self.target.setFocus() if unit else self.source.setFocus()

    def _field(self, name: str, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(84)
        caption = label(name, "title")
        caption.setBuddy(field)
        self.body.addLayout(column(caption, field, spacing=4))
        return field

    def _texts(self) -> tuple[str, str]:
        return self.source.toPlainText().strip(), self.target.toPlainText().strip()

    def _check(self) -> None:
        self.keep.setEnabled(all(self._texts()))

    def _keep(self) -> None:
        (source, target), user, before = self._texts(), self.desk.user, self.unit
        pair = self.desk.session.head.pair if self.desk.session is not None else FR_EN

        def work(_ctx: object) -> None:
            memory = self.desk.workshop.memory()
            if before is not None:
                memory.edit(before.id, source, target, user)
            else:
                memory.add([TranslationUnit(source, target, pair, user)])

        job = self.desk.runner.submit(self.tr("Changing the memory"), work, "interactive", quiet=True)
        job.failed.connect(self.desk.report)
        if self._done is not None:
            job.succeeded.connect(lambda _: self._done())
        self.accept()

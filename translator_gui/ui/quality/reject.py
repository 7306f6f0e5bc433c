"""Why a segment is sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ..dialogs.frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class RejectDialog(Dialog):
    """Enter rejects; an empty reason takes a rejection back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        intro = "" if desk.current_row() is None else desk.current_row().target.text
        super().__init__(desk, parent, self.tr("Reject with a reason"), intro)
        self._segment = desk.current_id()
        self.reason = QLineEdit(desk.current_row().target.rejected if desk.current_row() else "")
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Reason; leave empty to take a rejection back"))
        self.body.addWidget(self.reason)
        self.add_cancel()
        self.add_button(self.tr("Reject"), self._reject_segment, primary=True)
        self.reason.setFocus()

    def _reject_segment(self) -> None:
        from ...review import commands

        if self.desk.session is not None and self._segment in self.desk.session:
            self.desk.perform(self.tr("Reject"), commands.reject, self._segment, self.reason.text().strip())
        self.accept()

"""What came out of a damaged project: what was kept, what was lost, where the new file is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..controls import Notice, label
from .frame import Dialog

if TYPE_CHECKING:
    from ...store.salvage import Salvaged
    from ..desk import Desk

_NAMED = 20


class SalvagedDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None, result: Salvaged | None = None) -> None:
        super().__init__(desk, parent, self.tr("Recovered project"), modal=False)
        self.setMinimumWidth(480)
        self.add_close().setDefault(True)
        if result is None:
            return
        whole = not result.lost_segments
        text = self.tr("Every segment was recovered.") if whole else self.tr("Some segments are lost.")
        where = self.tr("The new project is “{0}”. The damaged file was left as it is.").format(result.path.name)
        self.body.addWidget(Notice("success" if whole else "warning", text, where))
        self.body.addWidget(label(self.tr("%n segment(s) recovered", "", result.kept["segment"])))
        if result.lost_segments:
            names = ", ".join(result.lost_segments[:_NAMED]) + (" …" if len(result.lost_segments) > _NAMED else "")
            count = self.tr("%n segment(s) lost:", "", len(result.lost_segments))
            self.body.addWidget(label(f"{count} {names}", wrap=True))
        parts = [part_name(name) for name in result.damaged if name != "segment"]
        if parts:
            text = self.tr("Not everything could be read of: {0}.").format(", ".join(parts))
            self.body.addWidget(label(text, "muted", wrap=True))


def part_name(table: str) -> str:
    """What people call a table of the project file."""
    tr = QCoreApplication.translate
    return {
        "meta": tr("salvage", "title and settings of the article"),
        "edit": tr("salvage", "history"),
        "candidate": tr("salvage", "candidates"),
        "score": tr("salvage", "scores"),
        "dismissal": tr("salvage", "dismissed findings"),
        "note": tr("salvage", "notes"),
        "proposed": tr("salvage", "what engines were asked"),
        "remark": tr("salvage", "errors and comments"),
        "event": tr("salvage", "review sessions"),
    }.get(table, table)

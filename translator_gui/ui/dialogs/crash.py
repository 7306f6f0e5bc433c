"""A bug met the user: say so plainly, give the report to copy, and let the work go on."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ... import __version__
from ...kit.log import redact, trace
from ..controls import Notice, label
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


def crash_report(error: BaseException) -> str:
    """What a maintainer needs, without secrets and without the text of the article."""
    head = (
        f"Translator GUI {__version__} · Python {platform.python_version()} · Qt {qt_version} · {platform.platform()}"
    )
    return f"{head}\n\n{trace(error)}"


class CrashDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None, report: str = "") -> None:
        super().__init__(desk, parent, self.tr("Something went wrong"), modal=False)
        self.setMinimumSize(620, 420)
        self.body.addWidget(
            Notice(
                "error",
                self.tr("This is a fault of the program, not of yours."),
                self.tr("Your work is safe: every change was written when you made it. You can go on."),
            )
        )
        self.body.addWidget(label(self.tr("The report holds no article text and no keys:"), "muted"))
        self.report = QPlainTextEdit(redact(report))
        self.report.setReadOnly(True)
        self.report.setProperty("well", True)
        self.report.setAccessibleName(self.tr("Report"))
        self.body.addWidget(self.report, 1)
        self.add_button(self.tr("Copy the report"), self._copy, icon_name="copy", left=True)
        self.add_button(self.tr("Go on"), self.accept, primary=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

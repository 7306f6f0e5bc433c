"""A bug met the user: say so plainly, give the report to copy, and let the work go on."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ... import __version__
from ...kit.log import redact
from ..controls import Notice, label
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


def crash_report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a maintainer needs, without secrets and without the text of the article.

    Only names and places are kept of the exception: its message may quote what was being translated.
    """
    frames = traceback.extract_tb(trace)
    lines = [f"  {_module(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    head = (
        f"Translator GUI {__version__} · Python {platform.python_version()} · Qt {qt_version} · {platform.platform()}"
    )
    return redact("\n".join([head, "", *lines, f"{kind.__module__}.{kind.__qualname__}"]))


def _module(filename: str) -> str:
    """The path from the package on: where the program is installed is nobody's business."""
    normal = filename.replace("\\", "/")
    for mark in ("/translator_gui/", "/site-packages/"):
        if mark in normal:
            return mark.strip("/").replace("site-packages", "") + "/" + normal.rsplit(mark, 1)[1]
    return normal.rsplit("/", 1)[-1]


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

"""What the actions of the Review menu do; a part of the window's Commands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog


class ReviewCommands:
    def review_start(self) -> None:
        self._desk.reviewing.start()

    def review_pause(self) -> None:
        self._desk.reviewing.pause_or_carry_on()

    def review_finish(self) -> None:
        self._desk.reviewing.finish()

    def review_next(self) -> None:
        self._desk.flush()
        if not self._desk.reviewing.go_next():
            self.next_worst()

    def reject(self) -> None:
        self.dialog("reject")

    def review_report(self) -> None:
        session, tr = self._desk.session, QCoreApplication.translate
        if session is None:
            return
        kinds = {
            "html": tr("quality", "Web page"),
            "xlsx": tr("quality", "Spreadsheet"),
            "docx": tr("quality", "Return package for the translator"),
            "tsv": tr("quality", "Error list (marot)"),
            "json": "JSON",
        }
        filters = ";;".join(f"{name} (*.{ending})" for ending, name in kinds.items())
        start = session.path.with_suffix(".html")
        name, chosen = QFileDialog.getSaveFileName(self._window, tr("quality", "Write the report"), str(start), filters)
        if name:
            path = Path(name)
            ending = chosen.rpartition("*.")[2].rstrip(")")
            self._desk.reviewing.write_report(path if path.suffix or not ending else path.with_suffix(f".{ending}"))

"""Which offline engines are not installed, each with the one line that installs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..controls import Notice, clear
from ..engine_names import engine_title
from ..told import told

if TYPE_CHECKING:
    from ..desk import Desk


class MissingEngines(QWidget):
    """Asks once per settings, in a job: looking for an engine may start a program or read a disk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self.setVisible(False)
        desk.settingsChanged.connect(self._ask_again)

    def look(self) -> None:
        if self._asked:
            return
        self._asked = True
        handle = self._desk.runner.submit(
            self.tr("Looking for engines"), lambda _ctx: self._desk.workshop.engines_here(), lane="bulk", quiet=True
        )
        handle.succeeded.connect(self._show)

    def _ask_again(self) -> None:
        self._asked = False
        if self.isVisible():
            self.look()

    def _show(self, infos: object) -> None:
        clear(self._box)
        lacking = [info for info in infos if not info.availability.ok]
        for info in lacking:
            lack = info.availability
            text = self.tr("{0} is not ready").format(engine_title(info.name))
            self._box.addWidget(Notice("info", text, told(lack.why), told(lack.install)))
        self.setVisible(bool(lacking))

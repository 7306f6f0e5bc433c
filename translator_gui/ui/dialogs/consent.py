"""Asked once for every online engine: what will be sent, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ..controls import Notice, label
from ..engine_names import engine_title
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class ConsentDialog(Dialog):
    """Accepting grants the consent through the desk; anything else sends nothing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, engine: str = "") -> None:
        self.engine, title = engine, engine_title(engine)
        super().__init__(desk, parent, self.tr("Send text to {0}?").format(title))
        self.setMinimumWidth(500)
        what = self.tr("The French text of the segments you ask for leaves this machine and goes to {0}.")
        self.body.addWidget(Notice("warning", what.format(self._where()), self._more()))
        self.body.addWidget(
            label(self.tr("You are asked once. Preferences, Engines takes the consent back."), "muted", wrap=True)
        )
        self.add_cancel()
        self.agree = self.add_button(self.tr("Send to {0}").format(title), self.accept, primary=True)

    def _where(self) -> str:
        url = str(self.desk.settings.engines.options.get(self.engine, {}).get("url", ""))
        hosts = {
            "google": "translate.google.com",
            "mymemory": "api.mymemory.translated.net",
            "microsoft": "api.cognitive.microsofttranslator.com",
            "deepl": "api.deepl.com",
        }
        return url or hosts.get(self.engine, engine_title(self.engine))

    def _more(self) -> str:
        if self.engine == "mymemory":
            return self.tr("MyMemory is reached without encryption, and may keep what it is sent.")
        if self.engine in ("libre", "openai"):
            return self.tr("With the address of a server of your own, nothing leaves your network.")
        return self.tr("The service may keep what it is sent. Do not send what must stay confidential.")

    def accept(self) -> None:
        super().accept()
        self.desk.grant_consent(self.engine)

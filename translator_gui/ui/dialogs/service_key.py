"""The key of an online service: into the system keyring, or kept for this session when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ..controls import Notice, label, row, tool_button
from ..engine_names import engine_title
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk


class ServiceKeyDialog(Dialog):
    """Keyring calls may wait for the desktop's password dialog: they run as jobs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, engine: str = "") -> None:
        self.engine = engine
        super().__init__(
            desk, parent, self.tr("Key for {0}").format(engine_title(engine)),
            self.tr("It is kept in the system's keyring: never in a settings file, a log or a message."),
        )  # fmt: skip
        self.setMinimumWidth(460)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Key"))
        self.field.setPlaceholderText(self.tr("Paste the key here"))
        show = tool_button("show", self.tr("Show the key"), checkable=True)
        show.toggled.connect(
            lambda on: self.field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        )
        self.body.addWidget(label(self.tr("Key")))
        self.body.addLayout(row(self.field, show, spacing=4))
        self.notice = Notice("info")
        self.notice.hide()
        self.body.addWidget(self.notice)
        self.forget = self.add_button(self.tr("Forget the key"), self._forget, left=True, icon_name="trash")
        self.cancel = self.add_cancel()
        self.save = self.add_button(self.tr("Keep"), self._save, primary=True)
        self.save.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        self.field.setFocus()

    def _save(self) -> None:
        key, engine = self.field.text().strip(), self.engine
        self.save.setEnabled(False)

        def work(_ctx: object) -> bool:
            from ...engines.online.keys import set_key

            return set_key(engine, key)

        job = self.desk.runner.submit(self.tr("Keeping the key"), work, "interactive", quiet=True)
        job.succeeded.connect(self._saved)
        job.failed.connect(self.desk.report)

    def _saved(self, in_keyring: bool) -> None:
        self.field.clear()
        self.desk.settingsChanged.emit()
        if in_keyring:
            self.accept()
            return
        self.notice.say(
            "warning",
            self.tr("This system has no keyring."),
            self.tr("The key is kept until the program ends; enter it again next time."),
        )
        self.notice.show()
        self.cancel.setText(self.tr("Close"))

    def _forget(self) -> None:
        engine = self.engine

        def work(_ctx: object) -> None:
            from ...engines.online.keys import delete_key

            delete_key(engine)

        job = self.desk.runner.submit(self.tr("Forgetting the key"), work, "interactive", quiet=True)
        job.succeeded.connect(lambda _: self._forgotten())
        job.failed.connect(self.desk.report)

    def _forgotten(self) -> None:
        self.desk.settingsChanged.emit()
        self.notice.say("success", self.tr("The key is forgotten."))
        self.notice.show()

"""How much of what is confirmed is still as the machine wrote it, and what happens above which share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QSpinBox

from ..controls import ChoiceBox, column, label, roomy, row, set_role

if TYPE_CHECKING:
    from ..desk import Desk


class MachineTextBox(QFrame):
    """Drawn anew by the panel it stands in. The warning comes once each time the limit is passed; the history of the
    project is read a moment after it was opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._silent, self._told = desk, False, False
        self._share = label("", wrap=True)
        self.share, self.action = QSpinBox(), ChoiceBox()
        self.share.setRange(0, 100)
        self.share.setSuffix(" %")
        self.share.setValue(100)
        self.share.setAccessibleName(self.tr("Most unedited machine text allowed"))
        roomy(self.share)
        for value, name in (
            ("off", self.tr("no limit")),
            ("warn", self.tr("warn above")),
            ("block", self.tr("nothing final above")),
        ):
            self.action.addItem(name, value)
        self.action.setAccessibleName(self.tr("What happens above the limit"))
        self.drafts = QCheckBox(self.tr("Imported drafts count, too"))
        self.drafts.setToolTip(self.tr("Count an imported draft as machine text"))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Limit"), row(self.action, self.share, None, spacing=6))
        self.setLayout(column(label(self.tr("Unedited machine text"), "title"), self._share, spacing=4))
        self.layout().addLayout(form)
        self.layout().addWidget(self.drafts)
        self.share.valueChanged.connect(self._limit)
        self.action.currentIndexChanged.connect(self._limit)
        self.drafts.toggled.connect(self._limit)
        self._watch = QTimer(self, singleShot=True, interval=300)
        self._watch.timeout.connect(self._warn)
        desk.segmentsChanged.connect(self._changed)
        desk.sessionChanged.connect(self._forget)

    def _forget(self) -> None:
        self._told = False
        self._watch.start()

    def refresh(self) -> None:
        session = self._desk.session
        self.setVisible(session is not None)
        if session is None:
            return
        from ...review import unedited

        machine = unedited.of(session)
        share, limit = machine.share(), machine.limit
        number = QLocale().toString
        percent = f"{number(share.value * 100, 'f', 0)} %"
        text = self.tr("{0} of what is confirmed: {1} of {2} segments")
        self._share.setText(text.format(percent, number(share.unedited), number(share.confirmed)))
        set_role(self._share, "role", "warning" if share.over else "")
        self._silent = True
        self.action.setCurrentIndex(self.action.findData(limit.action.value))
        self.share.setValue(round(limit.share * 100))
        self.drafts.setChecked(limit.drafts)
        self._silent = False
        self.share.setVisible(limit.action.value != "off")
        for widget in (self.action, self.share, self.drafts):
            widget.setEnabled(not session.read_only)

    def _limit(self, *_: object) -> None:
        session = self._desk.session
        if self._silent or session is None:
            return
        from ...review.unedited import Action, Limit, of

        wanted = Action(self.action.currentData())
        share = self.share.value() / 100
        if wanted is not Action.OFF and not self.share.isVisibleTo(self):
            share = 0.2  # a first proposal; a limit of 100 percent would be none
        of(session).set_limit(Limit(share, wanted, self.drafts.isChecked()))
        self.refresh()

    # -- the warning ---------------------------------------------------------------------------------------------

    def _changed(self, ids: list[str], aspects: frozenset[str]) -> None:
        if "state" in aspects and not self._watch.isActive():
            self._watch.start()

    def _warn(self) -> None:
        session = self._desk.session
        if session is None:
            return
        from ...review import unedited

        first = session.machine_text is None
        share = unedited.of(session).share()
        if first and share.unedited:
            self._desk.segmentsChanged.emit([], frozenset({"state"}))  # the rows have signs now
        if share.over and not self._told:
            percent = QLocale().toString(share.value * 100, "f", 0)
            text = self.tr("{0} % of the confirmed text is as the machine wrote it.").format(percent)
            self._desk.message.emit(text, self.tr("The limit of this project is passed."), "warning")
        self._told = share.over

"""A strip above the rows that offers to mute a reason the reader keeps dismissing. It waits, and takes no key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ..controls import IconLabel, label, push_button, tool_button
from ..finding_text import finding_title

if TYPE_CHECKING:
    from ...review.decisions import Precision
    from ..desk import Desk


class MuteOffer(QFrame):
    """Hidden until there is something to offer; the newest offer replaces the one before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.code = ""
        self.setObjectName("mute-offer")
        self._text = label("", wrap=True)
        self.mute_button = push_button(self.tr("Mute this reason"), self._mute, "mute")
        self.keep_button = push_button(self.tr("Keep showing it"), self._keep, flat=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 10, 5)
        layout.setSpacing(10)
        layout.addWidget(IconLabel("mute", 16, "muted"))
        layout.addWidget(self._text, 1)
        for button in (self.mute_button, self.keep_button):
            layout.addWidget(button)
        layout.addWidget(tool_button("close", self.tr("Not now"), self.hide))
        desk.deciding.offered.connect(self.offer)
        desk.sessionChanged.connect(self.hide)
        desk.settingsChanged.connect(self._settled)
        self.hide()

    def offer(self, precision: Precision) -> None:
        self.code = precision.code
        text = self.tr("“{0}” was right {1} of {2} times that you decided about it. Never show it again?")
        text = text.format(finding_title(precision.code), precision.right, precision.total)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def _mute(self) -> None:
        self.hide()
        title = finding_title(self.code)
        self._desk.deciding.mute(self.code, self.tr("Mute “{0}”").format(title))
        hint = self.tr("Preferences › Scoring shows it again.")
        self._desk.message.emit(self.tr("“{0}” is muted.").format(title), hint, "undo")

    def _keep(self) -> None:
        self.hide()
        self._desk.deciding.keep(self.code)

    def _settled(self) -> None:
        """Muted elsewhere."""
        if self._desk.deciding.is_muted(self.code):
            self.hide()

"""The sign which baseline is in force, above the rows: while changes are shown, nobody takes them for the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from ..controls import IconLabel, label, tool_button

if TYPE_CHECKING:
    from ..actions import ActionSet
    from ..desk import Desk

_KINDS = ("received", "machine", "export")


class BaselineBar(QFrame):
    """Three buttons, one of them down; keys and menu are kept in step. Hidden while no changes are shown."""

    def __init__(self, desk: Desk, actions: ActionSet) -> None:
        super().__init__()
        self._desk, self._actions = desk, actions
        self.setObjectName("baseline-bar")
        self.setAccessibleName(self.tr("Changes shown"))
        names = {
            "received": self.tr("As received"),
            "machine": self.tr("Machine’s text"),
            "export": self.tr("Last export"),
        }
        self.kinds = {kind: self._kind_button(kind, names[kind]) for kind in _KINDS}
        self.close_button = tool_button("close", self.tr("Show no changes"), lambda: desk.tracking.switch(None))
        self._lay_out()
        desk.tracking.changed.connect(self._follow)
        self._follow()

    def _kind_button(self, kind: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(name)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self._actions[f"changes-{kind}"].toolTip())
        button.clicked.connect(lambda: self._actions[f"changes-{kind}"].trigger())
        return button

    def _lay_out(self) -> None:
        group = QFrame()
        group.setProperty("segmented", True)
        inside = QHBoxLayout(group)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for button in self.kinds.values():
            inside.addWidget(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 10, 5)
        layout.setSpacing(8)
        layout.addWidget(IconLabel("changes", 16, "accent"))
        layout.addWidget(label(self.tr("Changes against"), "title"))
        layout.addWidget(group)
        layout.addStretch(1)
        for name in ("previous-change", "next-change", "accept-change", "revert-change"):
            layout.addWidget(self._action_button(name))
        layout.addWidget(self.close_button)

    def _action_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[name])
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _follow(self) -> None:
        kind = self._desk.tracking.kind
        self.setVisible(kind is not None)
        for name, button in self.kinds.items():
            down = kind is not None and kind.value == name
            button.setChecked(down)
            self._actions[f"changes-{name}"].setChecked(down)

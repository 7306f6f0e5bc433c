"""All keys in one place: search them, change them, and be told when a key is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QKeySequenceEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ..actions import ACTIONS, BY_ID, CONTEXT, MENUS, conflicts, keys_of, text_of
from ..controls import Notice, label, push_button, row, search_field
from ..icons import icon
from .frame import Dialog

if TYPE_CHECKING:
    from ..desk import Desk

_ID = Qt.ItemDataRole.UserRole


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&", "").rstrip("…")


class KeysDialog(Dialog):
    """Changes are kept at once; keys that clash are not taken."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, self.tr("Keys"), modal=False)
        self.setMinimumSize(600, 540)
        self.overrides = dict(desk.settings.window.shortcuts)
        self.search = search_field(self.tr("Search actions and keys"))
        self.search.textChanged.connect(self._filter)
        self.body.addWidget(self.search)
        self._build_tree()
        self._build_editor()
        self.reset_all = self.add_button(self.tr("Reset all"), self._reset_all, icon_name="restore", left=True)
        self.add_close()
        self._fill()
        self.search.setFocus()

    def _build_tree(self) -> None:
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Key")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.setColumnWidth(1, 200)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setProperty("row", True)
        self.tree.setAccessibleName(self.tr("Actions and their keys"))
        self.tree.currentItemChanged.connect(lambda *_: self._show_current())
        self.body.addWidget(self.tree, 1)

    def _build_editor(self) -> None:
        self.editor = QKeySequenceEdit()
        self.editor.setMaximumSequenceLength(1)
        self.editor.setMinimumWidth(220)
        self.editor.setAccessibleName(self.tr("New key"))
        self.editor.setClearButtonEnabled(True)
        self.editor.editingFinished.connect(self.apply)
        self.reset = push_button(self.tr("Reset"), self._reset, flat=True, tip=self.tr("Back to the key it came with"))
        self.clash = Notice("warning")
        self.clash.hide()
        self.body.addLayout(row(label(self.tr("New key")), self.editor, self.reset, None))
        self.body.addWidget(self.clash)

    def _fill(self) -> None:
        self.tree.clear()
        groups = [*MENUS, ("", "Candidates")]
        for menu, title in groups:
            name = QCoreApplication.translate(CONTEXT, title) if menu else self.tr("Candidates")
            group = QTreeWidgetItem([plain(name), ""])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            for spec in (spec for spec in ACTIONS if spec.menu == menu):
                item = QTreeWidgetItem([plain(text_of(spec)), ""])
                item.setData(0, _ID, spec.id)
                if spec.icon:
                    item.setIcon(0, icon(spec.icon, "muted"))
                group.addChild(item)
            if group.childCount():
                self.tree.addTopLevelItem(group)
                group.setExpanded(True)
        self._show_keys()

    def items(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]
        return [top.child(n) for top in tops for n in range(top.childCount())]

    def _show_keys(self) -> None:
        for item in self.items():
            spec = BY_ID[item.data(0, _ID)]
            keys = keys_of(spec, self.overrides)
            item.setText(1, ",  ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys))
            font = item.font(1)
            font.setBold(spec.id in self.overrides)
            item.setFont(1, font)
        self.reset_all.setEnabled(bool(self.overrides))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self.items():
            words = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in words for word in wanted))
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            top.setHidden(all(top.child(n).isHidden() for n in range(top.childCount())))

    def _current(self) -> str:
        item = self.tree.currentItem()
        return item.data(0, _ID) or "" if item is not None else ""

    def _show_current(self) -> None:
        name = self._current()
        self.editor.setEnabled(bool(name))
        self.reset.setEnabled(name in self.overrides)
        keys = keys_of(BY_ID[name], self.overrides) if name else []
        self.editor.setKeySequence(keys[0] if keys else QKeySequence())
        self.clash.hide()

    def apply(self) -> None:
        """Give the current action the key in the editor, unless another action has it."""
        name = self._current()
        if not name:
            return
        key = self.editor.keySequence().toString()
        if key == (keys_of(BY_ID[name], self.overrides) or [QKeySequence()])[0].toString():
            return
        wanted = {**self.overrides, name: key}
        others = [other for other in conflicts(wanted).get(key, []) if other != name] if key else []
        if others:
            text = self.tr("{0} is the key of “{1}” already.")
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            hint = self.tr("Take another key, or change that one first.")
            self.clash.say("warning", text.format(shown, plain(text_of(BY_ID[others[0]]))), hint)
            self.clash.show()
            return
        self._keep(wanted)

    def _reset(self) -> None:
        self._keep({name: key for name, key in self.overrides.items() if name != self._current()})

    def _reset_all(self) -> None:
        self._keep({})

    def _keep(self, overrides: dict[str, str]) -> None:
        self.overrides = overrides
        self.desk.change_settings(window={"shortcuts": overrides})
        self._show_keys()
        self._show_current()

from __future__ import annotations

from pathlib import Path

from translator_gui.kit.paths import resource
from translator_gui.ui.actions import ACTIONS, BY_ID, MENUS, TOOLBAR, conflicts, keys_of
from translator_gui.ui.commands import Commands
from translator_gui.ui.desk import Desk

# Keys that text editing needs, which no action may take.
RESERVED = {"Ctrl+Backspace", "Ctrl+Left", "Ctrl+Right", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Del"}
# Actions for which a menu is enough.
WITHOUT_KEY = {"sample", "about"}


def test_no_key_does_two_things() -> None:
    assert conflicts({}) == {}


def test_a_conflict_is_found() -> None:
    assert conflicts({"export": "Ctrl+G"}) == {"Ctrl+G": ["export", "go-to"]}


def test_every_action_has_a_key() -> None:
    assert {spec.id for spec in ACTIONS if not spec.keys} == WITHOUT_KEY


def test_keys_of_text_editing_are_left_alone() -> None:
    used = {key.toString() for spec in ACTIONS for key in keys_of(spec, {})}
    assert used & RESERVED == set()


def test_the_keys_of_the_trade() -> None:
    wanted = {
        "confirm-next": "Ctrl+Return", "next-segment": "Ctrl+Down", "previous-segment": "Ctrl+Up",
        "next-finding": "Alt+Down", "previous-finding": "Alt+Up", "concordance": "F3", "copy-source": "Ctrl+Ins",
        "go-to": "Ctrl+G", "find": "Ctrl+F", "replace": "Ctrl+H", "keys": "F1", "candidate-1": "Ctrl+1",
        "candidate-9": "Ctrl+9", "check": "Ctrl+Shift+V", "undo": "Ctrl+Z",
    }  # fmt: skip
    assert {name: BY_ID[name].keys[0] for name in wanted} == wanted


def test_overrides_replace_and_remove() -> None:
    assert [key.toString() for key in keys_of(BY_ID["export"], {"export": "F12"})] == ["F12"]
    assert keys_of(BY_ID["export"], {"export": ""}) == []


def test_every_action_has_a_handler_an_icon_that_exists_and_a_menu(qtbot) -> None:

    from PySide6.QtWidgets import QMainWindow

    window = QMainWindow()
    qtbot.addWidget(window)
    desk = Desk(keep_settings=False)
    commands = Commands(window, desk)
    menus = {name for name, _ in MENUS}
    for spec in ACTIONS:
        assert callable(getattr(commands, spec.handler)), spec.id
        assert not spec.icon or Path(resource("icons", f"{spec.icon}.svg")).is_file(), spec.icon
        assert spec.menu in menus or spec.id.startswith("candidate-"), spec.id
    assert all(name in BY_ID for group in TOOLBAR for name in group)
    desk.shut_down()

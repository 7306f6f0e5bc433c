"""What can be done with tracked changes, as rows of the window's table of actions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

_CONTEXT = "actions"


def _t(text: str) -> str:
    return QT_TRANSLATE_NOOP(_CONTEXT, text)


# fmt: off
# Fields of actions.ActionSpec: the table there imports these. A baseline's key pressed again switches changes off.
CHANGE_ACTIONS: tuple[dict[str, Any], ...] = (
    {"id": "changes-received", "text": _t("Since it was &received"), "keys": ("F9",),
     "handler": "changes_received", "icon": "changes", "checkable": True,
     "tip": _t("What differs from the text as the project began; again: off")},
    {"id": "changes-machine", "text": _t("Against the &machine’s text"), "keys": ("Shift+F9",),
     "handler": "changes_machine", "icon": "engine", "checkable": True,
     "tip": _t("What differs from the candidate or draft it came from; again: off")},
    {"id": "changes-export", "text": _t("Since the last &export"), "keys": ("Ctrl+F9",),
     "handler": "changes_export", "icon": "export", "checkable": True,
     "tip": _t("What differs from what was exported last; again: off")},
    {"id": "next-change", "text": _t("&Next change"), "keys": ("Alt+Shift+Down",),
     "handler": "next_change", "icon": "chevron-down", "separator": True},
    {"id": "previous-change", "text": _t("&Previous change"), "keys": ("Alt+Shift+Up",),
     "handler": "previous_change", "icon": "chevron-up"},
    {"id": "accept-change", "text": _t("&Accept the change"), "keys": ("Alt+Shift+Return", "Alt+Shift+Enter"),
     "handler": "accept_change", "icon": "tick", "needs": "edit",
     "tip": _t("It is right: the baseline moves there, the text stays")},
    {"id": "revert-change", "text": _t("Re&vert the change"), "keys": ("Alt+Shift+Del",),
     "handler": "revert_change", "icon": "undo", "needs": "segment",
     "tip": _t("Put back what stood there")},
    {"id": "accept-changes", "text": _t("Accept a&ll changes of the segment"), "keys": ("Ctrl+Alt+Return",),
     "handler": "accept_changes", "needs": "edit"},
)
# fmt: on

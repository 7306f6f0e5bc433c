"""What can be done to an alignment, as rows of the window's table of actions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

_CONTEXT = "actions"


def _t(text: str) -> str:
    return QT_TRANSLATE_NOOP(_CONTEXT, text)


# fmt: off
# Fields of actions.ActionSpec: the table there imports this one. Single letters: nothing is typed while aligning.
ALIGNMENT_ACTIONS: tuple[dict[str, Any], ...] = (
    {"id": "bead-confirm", "text": _t("&Confirm and next"), "keys": ("Return", "Enter"), "handler": "bead_confirm",
     "icon": "confirm-next", "tip": _t("Vouch for this bead, and go to the next one nobody has vouched for"),
     "needs": "bead"},
    {"id": "bead-confirm-above", "text": _t("Confirm &all above"), "keys": ("Shift+Return",),
     "handler": "bead_confirm_above", "icon": "confirm-all", "needs": "bead",
     "tip": _t("Vouch for this bead and all above it")},
    {"id": "bead-merge", "text": _t("&Merge with the one below"), "keys": ("M",), "handler": "bead_merge",
     "icon": "join", "needs": "bead", "separator": True, "tip": _t("Make one bead of this and the one below")},
    {"id": "bead-split", "text": _t("&Split here"), "keys": ("S",), "handler": "bead_split", "icon": "split",
     "needs": "bead", "tip": _t("Start a new bead with this sentence")},
    {"id": "bead-up", "text": _t("Move sentence &up"), "keys": ("Ctrl+Shift+Up",), "handler": "bead_up",
     "icon": "arrow-up", "needs": "bead", "tip": _t("Give this sentence to the bead above")},
    {"id": "bead-down", "text": _t("Move sentence &down"), "keys": ("Ctrl+Shift+Down",), "handler": "bead_down",
     "icon": "arrow-down", "needs": "bead", "tip": _t("Give this sentence to the bead below")},
    {"id": "bead-unlink", "text": _t("Un&link"), "keys": ("U",), "handler": "bead_unlink", "icon": "unlink",
     "needs": "bead", "tip": _t("Let every sentence of this bead stand alone")},
    {"id": "bead-link", "text": _t("Link wit&h…"), "keys": ("L",), "handler": "bead_link", "icon": "link",
     "needs": "bead",
     "tip": _t("Mark this sentence, go to its counterpart in the other column, and press the key again")},
    {"id": "bead-realign", "text": _t("&Realign between confirmed"), "keys": ("R",), "handler": "bead_realign",
     "icon": "refresh", "needs": "bead", "separator": True,
     "tip": _t("Align anew what lies between the confirmed beads above and below")},
    {"id": "next-doubtful", "text": _t("&Next doubtful"), "keys": ("D",), "handler": "next_doubtful",
     "icon": "next-flagged", "needs": "alignment", "separator": True,
     "tip": _t("The next bead the machine is least sure of")},
    {"id": "previous-doubtful", "text": _t("Previous doubtful"), "keys": ("Shift+D",), "handler": "previous_doubtful",
     "needs": "alignment"},
    {"id": "next-odd", "text": _t("Next n&ot one to one"), "keys": ("N",), "handler": "next_odd", "icon": "next-worst",
     "needs": "alignment", "tip": _t("The next bead that is not one sentence to one, and not confirmed")},
    {"id": "previous-odd", "text": _t("Previous not one to one"), "keys": ("Shift+N",), "handler": "previous_odd",
     "needs": "alignment"},
    {"id": "bead-review", "text": _t("Re&view"), "keys": ("Ctrl+Shift+R",), "handler": "bead_review",
     "icon": "view-grid", "needs": "alignment", "separator": True,
     "tip": _t("Turn the beads into the rows of a review")},
)
# fmt: on

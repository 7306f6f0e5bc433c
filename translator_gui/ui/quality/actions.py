"""What can be done in a review session, as rows of the window's table of actions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

_CONTEXT = "actions"


def _t(text: str) -> str:
    return QT_TRANSLATE_NOOP(_CONTEXT, text)


# fmt: off
# Fields of actions.ActionSpec: the table there imports this one.
REVIEW_ACTIONS: tuple[dict[str, Any], ...] = (
    {"id": "review-start", "text": _t("&Start or resume a review"), "keys": ("Ctrl+Alt+R",),
     "handler": "review_start", "icon": "play", "needs": "edit",
     "tip": _t("With the order and the share chosen in the Review panel")},
    {"id": "review-pause", "text": _t("&Pause or carry on"), "keys": ("Ctrl+Alt+U",),
     "handler": "review_pause", "needs": "edit"},
    {"id": "review-finish", "text": _t("&Finish the review"), "keys": ("Ctrl+Alt+F",),
     "handler": "review_finish", "icon": "tick", "needs": "edit"},
    {"id": "review-next", "text": _t("&Next in the review"), "keys": ("Ctrl+Alt+N",),
     "handler": "review_next", "icon": "arrow-down", "separator": True},
    {"id": "reject", "text": _t("&Reject with a reason…"), "keys": ("Ctrl+R",),
     "handler": "reject", "icon": "state-rejected", "needs": "segment"},
    {"id": "review-report", "text": _t("&Write the report…"), "keys": ("Ctrl+Alt+E",),
     "handler": "review_report", "icon": "statistics", "separator": True},
    {"id": "show-review", "text": _t("&Go to the review"), "keys": ("Alt+Shift+R",),
     "handler": "show_review", "icon": "flag"},
)
# fmt: on

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
    {"id": "mark-error", "text": _t("&Mark an error…"), "keys": ("Ctrl+M",), "handler": "mark_error",
     "icon": "highlights", "needs": "segment", "separator": True,
     "tip": _t("On the selected words, French or English: severity by a digit, error type by letters")},
    {"id": "mark-missing", "text": _t("Mark an &omission…"), "keys": ("Ctrl+Alt+M",), "handler": "mark_missing",
     "needs": "segment", "tip": _t("Of the words selected in the French")},
    {"id": "accept-suggestion", "text": _t("&Accept the suggestion"), "keys": ("Ctrl+Shift+A",),
     "handler": "accept_suggestion", "icon": "tick", "needs": "segment",
     "tip": _t("The finding chosen last becomes an error")},
    {"id": "change-suggestion", "text": _t("Accept it as another error…"), "keys": ("Ctrl+Shift+C",),
     "handler": "change_suggestion", "needs": "segment"},
    {"id": "dismiss-suggestion", "text": _t("&Dismiss the suggestion"), "keys": ("Ctrl+Alt+D",),
     "handler": "dismiss_suggestion", "icon": "dismiss", "needs": "segment",
     "tip": _t("Not an error; stays dismissed until a text changes")},
    {"id": "dismiss-kind", "text": _t("Dismiss all of this &kind in the article"), "keys": ("Ctrl+Alt+K",),
     "handler": "dismiss_kind", "icon": "dismiss-all", "needs": "segment"},
    {"id": "dismiss-always", "text": _t("Dismiss this kind a&lways"), "keys": ("Ctrl+Alt+W",),
     "handler": "dismiss_always", "icon": "mute", "needs": "segment"},
    {"id": "next-error", "text": _t("Next error"), "keys": ("Alt+PgDown",), "handler": "next_error",
     "separator": True},
    {"id": "previous-error", "text": _t("Previous error"), "keys": ("Alt+PgUp",), "handler": "previous_error"},
    {"id": "rate", "text": _t("Ra&te the segment (ESA)"), "keys": ("Ctrl+Alt+G",), "handler": "rate",
     "needs": "segment", "tip": _t("0 to 100, in the Errors panel"), "separator": True},
    {"id": "comment", "text": _t("Comm&ent…"), "keys": ("Ctrl+K",), "handler": "comment", "icon": "note",
     "needs": "edit", "tip": _t("On the selected words, or on the segment")},
    {"id": "final", "text": _t("Make f&inal"), "keys": ("Ctrl+Alt+B",), "handler": "make_final",
     "icon": "state-final", "needs": "edit", "tip": _t("The chosen segments; nothing is left to do on them")},
    {"id": "parameters", "text": _t("Error t&ypes and scoring…"), "keys": ("Ctrl+Alt+Y",), "handler": "parameters",
     "icon": "scoring", "needs": "edit"},
    {"id": "verdict", "text": _t("&Verdict…"), "keys": ("Ctrl+Alt+V",), "handler": "verdict", "needs": "edit"},
    {"id": "scorecard", "text": _t("Score&card"), "keys": ("F12",), "handler": "scorecard", "icon": "scoring",
     "checkable": True, "separator": True,
     "tip": _t("Figures and plots of the review so far, and two reviewers compared")},
    {"id": "review-report", "text": _t("&Write the report…"), "keys": ("Ctrl+Alt+E",),
     "handler": "review_report", "icon": "statistics"},
    {"id": "show-review", "text": _t("&Go to the review"), "keys": ("Alt+Shift+R",),
     "handler": "show_review", "icon": "flag"},
    {"id": "show-errors", "text": _t("Go to the errors"), "keys": ("Alt+Shift+E",),
     "handler": "show_errors", "icon": "severity-major"},
    {"id": "show-comments", "text": _t("Go to the comments"), "keys": ("Alt+Shift+K",),
     "handler": "show_comments", "icon": "note"},
    {"id": "show-dismissed", "text": _t("Go to what was dismissed"), "keys": ("Alt+Shift+D",),
     "handler": "show_dismissed", "icon": "mute"},
)
# fmt: on

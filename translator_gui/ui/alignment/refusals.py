"""Why an edit of the alignment cannot be done, in the language of the window. The edits themselves speak English."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ...kit.errors import AppError


def told(error: AppError) -> tuple[str, str]:
    """Message and hint; as they are where they have no translation."""
    known = _known()
    return known.get(error.message, error.message), known.get(error.hint, error.hint)


def _known() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "There is nothing below to merge with.": tr("alignment", "There is nothing below to merge with."),
        "Go one up, and merge from there.": tr("alignment", "Go one up, and merge from there."),
        "One sentence with one cannot be split.": tr("alignment", "One sentence with one cannot be split."),
        "To part them, unlink them.": tr("alignment", "To part them, unlink them."),
        "Go to the sentence with which the second part begins.": tr(
            "alignment", "Go to the sentence with which the second part begins."
        ),
        "Then split again.": tr("alignment", "Then split again."),
        "There is nothing above to move it to.": tr("alignment", "There is nothing above to move it to."),
        "There is nothing below to move it to.": tr("alignment", "There is nothing below to move it to."),
        "To part sentences, split or unlink them.": tr("alignment", "To part sentences, split or unlink them."),
        "This sentence is linked to nothing.": tr("alignment", "This sentence is linked to nothing."),
        "Link it, or merge it with its neighbour.": tr("alignment", "Link it, or merge it with its neighbour."),
        "These are linked already.": tr("alignment", "These are linked already."),
        "To vouch for the link, confirm it.": tr("alignment", "To vouch for the link, confirm it."),
        "This bead is confirmed.": tr("alignment", "This bead is confirmed."),
        "Go to one between two confirmed beads, and align anew there.": tr(
            "alignment", "Go to one between two confirmed beads, and align anew there."
        ),
    }

"""What stands beside a row's texts: chips for its errors and findings, small signs beside its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from ...domain.finding import Severity
from ..finding_text import finding_chip, finding_title, severity_name
from ..remark_text import category_name

if TYPE_CHECKING:
    from ...review.session import ReviewSession


class Chip(NamedTuple):
    """error: recorded by a person; drawn with an edge. tip: the same in more words. icon: "" for the severity's."""

    title: str
    severity: Severity
    error: bool
    tip: str
    icon: str = ""


def chips_of(session: ReviewSession, segment: str) -> list[Chip]:
    """Why it was rejected, its errors, then what is only suggested; each title once."""
    chips, rejected = [], session.row(segment).target.rejected
    if rejected:
        text = QCoreApplication.translate("signs", "Rejected: {0}").format(rejected)
        chips.append(Chip(text, Severity.CRITICAL, True, text, "state-rejected"))
    if segment in session.remarks.segments:
        from ...review import annotations, typology

        typed = typology.of(session)
        for placed in annotations.of(session, segment):
            error, name = placed.annotation, category_name(typed, placed.annotation.category)
            tip = f"{severity_name(error.severity)} · {name}"
            chips.append(Chip(name.rpartition(" › ")[2], error.severity, True, tip))
        found = annotations.suggestions(session, segment)
    else:
        found = session.findings(segment)
    chips += [Chip(finding_chip(f.code), f.severity, False, finding_title(f.code)) for f in found]
    return list({(chip.title, chip.error): chip for chip in reversed(chips)}.values())[::-1]


class Sign(NamedTuple):
    icon: str
    role: str
    tip: str


def signs_of(session: ReviewSession, segment: str) -> list[Sign]:
    """Confirmed as the machine wrote it; somebody has said something."""
    tr, signs, machine = QCoreApplication.translate, [], session.machine_text  # built a moment after opening
    if machine is not None and machine.marked(segment):
        signs.append(Sign("engine", "warning", tr("signs", "Confirmed just as the machine wrote it")))
    if segment in session.remarks.segments:
        from ...review import comments

        count = len(comments.threads(session, segment, resolved=False))
        if count:
            signs.append(Sign("note", "info", tr("signs", "%n open comment(s)", "", count)))
    return signs

"""Errors of the current segment: marked, accepted from a suggestion, altered, dismissed, walked through.

It opens no window: what a person has to be asked goes out as a Request (see chooser.py), and comes back with an Answer.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ...domain.finding import Finding, Scope, Severity
from ...domain.mqm import MISSING, Annotation
from ...domain.span import Side, Span
from ...kit.errors import AppError
from ...text.following import follow
from ..finding_text import finding_message, finding_title
from ..finding_walk import in_text_order

if TYPE_CHECKING:
    from ..desk import Desk


@dataclass(frozen=True)
class Request:
    """What is to be said of which words. esa: severity minor or major, no category. text: that side as it was when
    it was asked. severity None: to be chosen. finding, error: what is changed, or None for a new error."""

    segment: str
    side: Side
    span: Span | None
    text: str
    esa: bool = False
    category: str = ""
    severity: Severity | None = None
    comment: str = ""
    suggestion: str = ""
    finding: Finding | None = None
    error: Annotation | None = None

    @property
    def quote(self) -> str:
        return self.span.of(self.text) if self.span is not None else ""


@dataclass(frozen=True)
class Answer:
    category: str
    severity: Severity
    comment: str = ""
    suggestion: str = ""


class Marking(QObject):
    """asked(Request): somebody has to choose. changed: another suggestion or error is the chosen one."""

    asked = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._chosen = ("", "")  # segment; fingerprint of a finding, or id of an error
        self.changed.connect(desk.reviewing.touched)
        self.asked.connect(desk.reviewing.touched)

    @property
    def esa(self) -> bool:
        """Is the review that goes on, or would start, one by ESA?"""
        reviewing = self._desk.reviewing
        plan = reviewing.quality.record.plan if reviewing.quality is not None else reviewing.plan
        return plan is not None and plan.method.value == "esa"

    # -- what is chosen ------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        """Fingerprint or id of what was chosen last in the current segment; "" for none."""
        segment, key = self._chosen
        return key if segment == self._desk.current_id() else ""

    def choose(self, segment: str, key: str) -> None:
        if self._chosen != (segment, key):
            self._chosen = (segment, key)
            self.changed.emit()

    def suggestions(self) -> list[Finding]:
        """Of the current segment, as the text runs."""
        from ...review import annotations

        session, here = self._desk.session, self._desk.current_id()
        if session is None or not here:
            return []
        return in_text_order(annotations.suggestions(session, here))

    def suggestion(self) -> Finding | None:
        """The chosen one, else the first."""
        found = self.suggestions()
        return next((each for each in found if each.fingerprint == self.chosen), found[0] if found else None)

    # -- suggestions ---------------------------------------------------------------------------------------------

    def accept(self, finding: Finding | None = None, show: bool = True) -> bool:
        """The suggestion becomes an error; on to the next one of the segment."""
        from ...review import annotations

        finding = finding or self.suggestion()
        if finding is None:
            return self._none()
        options: dict[str, Any] = {"comment": finding_message(finding)}
        if self.esa:
            options |= {"category": "", "severity": _esa(finding.severity)}
        following = self._after(finding)
        done = self._desk.perform(self.tr("Accept as an error"), annotations.accept, finding, **options)
        self._go_on(following, show)
        return done

    def change(self, finding: Finding | None = None) -> None:
        """Accept it as another error than it suggests: asks which."""
        from ...review import typology

        finding, session = finding or self.suggestion(), self._desk.session
        if finding is None or session is None:
            self._none()
            return
        meant = typology.of(session).resolve(finding.category)
        self._ask(
            finding.segment, finding.side, _real(finding.span), category="" if self.esa or meant is None else meant.id,
            severity=_esa(finding.severity) if self.esa else finding.severity, comment=finding_message(finding),
            suggestion=finding.suggestion, finding=finding,
        )  # fmt: skip

    def dismiss(self, scope: Scope = Scope.HERE, finding: Finding | None = None, show: bool = True) -> bool:
        """HERE: this one, until a text changes. ARTICLE, ALWAYS: all of its kind."""
        from ...review import commands

        finding = finding or self.suggestion()
        if finding is None:
            return self._none()
        following = self._after(finding)
        title = self.tr("Dismiss “{0}”").format(finding_title(finding.code))
        done = self._desk.perform(title, commands.dismiss, finding, scope)
        if done and scope is not Scope.HERE:
            self._desk.message.emit(self.tr("All of this kind are dismissed."), finding_title(finding.code), "undo")
        self._go_on(following, show)
        return done

    def _after(self, finding: Finding) -> Finding | None:
        found = self.suggestions()
        place = next((n for n, each in enumerate(found) if each.fingerprint == finding.fingerprint), len(found))
        others = [*found[place + 1 :], *found[:place]]
        return others[0] if others else None

    def _go_on(self, following: Finding | None, show: bool) -> None:
        if following is None or following not in self.suggestions():
            return
        self.choose(following.segment, following.fingerprint)
        if show:
            self._desk.show_span(following.segment, following.side, following.span)

    def _none(self) -> bool:
        self._desk.message.emit(self.tr("There is no suggestion here."), "", "info")
        return False

    # -- errors --------------------------------------------------------------------------------------------------

    def mark(self, side: Side, span: Span | None) -> None:
        """A new error on these words; None for the whole text of that side."""
        if self._desk.current_id():
            self._ask(self._desk.current_id(), side, span)

    def mark_missing(self, span: Span | None = None) -> None:
        """Something of the source is not in the translation; span: the words of the source. ESA has a marker of its
        own for it, MQM an error type."""
        if not self._desk.current_id():
            return
        if self.esa:
            self._ask(self._desk.current_id(), Side.TARGET, None, category=MISSING)
        else:
            self._ask(self._desk.current_id(), Side.SOURCE, span, category="accuracy/omission")

    def edit(self, error: Annotation) -> None:
        """Asks for all of it anew."""
        self._ask(
            error.segment, error.side, error.span, category=error.category, severity=error.severity,
            comment=error.comment, suggestion=error.suggestion, error=error,
        )  # fmt: skip

    def remove(self, error: Annotation) -> None:
        from ...review import annotations

        self._desk.perform(self.tr("Delete an error"), annotations.remove, error)

    def apply(self, error: Annotation) -> None:
        """Put the suggested correction into the translation."""
        from ...review import annotations

        self._desk.perform(self.tr("Apply the correction"), annotations.apply_suggestion, error)

    def _ask(self, segment: str, side: Side, span: Span | None, **known: Any) -> None:
        self._desk.flush()
        session = self._desk.session
        if session is None:
            return
        row = session.row(segment)
        text = row.segment.source if side is Side.SOURCE else row.target.text
        esa = self.esa or known.get("category") == MISSING
        self.asked.emit(Request(segment, side, span, text, esa, **known))

    def answer(self, request: Request, answer: Answer) -> bool:
        """What a person chose. True when it is recorded."""
        from ...review import annotations

        if request.error is not None:
            fields = {name: getattr(answer, name) for name in ("category", "severity", "comment", "suggestion")}
            self._desk.perform(self.tr("Change an error"), annotations.edit, request.error, **fields)
            return True
        if request.finding is not None:
            return self._desk.perform(
                self.tr("Accept as an error"), _accept_changed, request.finding, answer
            )  # fmt: skip
        return self._desk.perform(self.tr("Mark an error"), self._new, request, answer)

    def _new(self, session: Any, request: Request, answer: Answer) -> Any:
        from ...review import annotations

        row, span = session.row(request.segment), request.span
        text = row.segment.source if request.side is Side.SOURCE else row.target.text
        if span is not None and text != request.text:  # somebody went on typing meanwhile
            span = follow(span, request.text, text)
            if span is None:
                raise AppError(self.tr("The marked words are not there any more."), self.tr("Mark them anew."))
        return annotations.mark(
            session, request.segment, request.side, span, answer.category, answer.severity, answer.comment,
            answer.suggestion,
        )  # fmt: skip

    def jump(self, step: int) -> None:
        """To the next (1) or previous (-1) error of the article."""
        from ...review import annotations

        session = self._desk.session
        if session is None:
            return
        self._desk.flush()
        placed = annotations.beside(session, self._desk.current_id(), self.chosen, step)
        if placed is None:
            self._desk.message.emit(self.tr("No error is recorded yet."), "", "info")
            return
        error = placed.annotation
        self._desk.show_span(error.segment, error.side, placed.span)
        self.choose(error.segment, error.id)


def _accept_changed(session: Any, finding: Finding, answer: Answer) -> Any:
    from ...review import annotations

    made = annotations.accept(session, finding, answer.category, answer.severity, answer.comment)
    if made is None or made.after.suggestion == answer.suggestion:
        return made
    return dataclasses.replace(made, after=dataclasses.replace(made.after, suggestion=answer.suggestion))


def _esa(severity: Severity) -> Severity:
    return Severity.MAJOR if severity.rank >= Severity.MAJOR.rank else Severity.MINOR


def _real(span: Span | None) -> Span | None:
    return span if span is not None and span.start < span.end else None

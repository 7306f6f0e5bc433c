"""What a person can do, as pure makers of a Change: nothing happens until somebody hands it to ``session.do``.

Each returns None when there is nothing to do. Commands for one segment raise InputError when it is locked or when the
request makes no sense (a sentence to show); commands for many pass over such segments in silence.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..domain.candidate import Candidate
from ..domain.change import Change, Compound, Dismiss, Restore, SetExclusion, SetNotes, SetTarget
from ..domain.finding import Dismissal, Finding, Scope
from ..domain.segment import Exclusion, Origin, Row, State, Target
from ..kit.errors import InputError
from ..store import codec
from ..store.codec import IN, storable
from ..store.writing import now
from .find_replace import replace_all
from .splitting import join, split
from .unedited import refuse_final

if TYPE_CHECKING:
    from .session import ReviewSession

__all__ = [
    "accept_best",
    "any_excluded",
    "confirm",
    "copy_source",
    "dismiss",
    "dismiss_all_here",
    "dismiss_flag",
    "empty",
    "join",
    "lock",
    "mute",
    "reject",
    "replace_all",
    "restore",
    "restore_version",
    "set_excluded",
    "set_notes",
    "set_state",
    "set_text",
    "split",
    "take_candidate",
    "toggle_excluded",
]


def set_text(session: ReviewSession, segment: str, text: str, continues: bool = False) -> Change | None:
    """What a person typed. An emptied target is as if it had never been; a reviewed one goes back to translated.
    continues: goes on with the word typed last."""
    row = _unlocked(session, segment)
    text = storable(text)
    if text == row.target.text:
        return None
    state = State.TRANSLATED if text.strip() else State.INITIAL
    change = _target(session, row, text=text, state=state, origin=Origin.HUMAN if text else Origin.NONE, rejected="")
    return dataclasses.replace(change, continues=continues)


def confirm(session: ReviewSession, segment: str, state: State = State.REVIEWED) -> Change | None:
    """Vouch for the target as it stands. Raises InputError when it is empty, or when it is to be final and the
    project's limit on unedited machine text forbids it."""
    row = _unlocked(session, segment)
    if row.segment.excluded:
        return None
    if not row.target.text.strip():
        raise InputError("There is no translation to confirm yet.", "Type one, or take a candidate.")
    if row.target.state is state and not row.target.rejected:
        return None
    if state is State.FINAL:
        refuse_final(session, [segment])
    return _target(session, row, state=state, rejected="")


def set_state(session: ReviewSession, segments: Iterable[str], state: State, refusing: bool = True) -> Change | None:
    """The same state for many. Empty, locked and excluded ones are passed over (but any may be made initial).
    refusing: raise InputError where the project's limit on unedited machine text forbids it."""
    changes = []
    for row in map(session.row, segments):
        fit = not row.segment.excluded and (row.target.text.strip() or state is State.INITIAL)
        if fit and not row.target.locked and row.target.state is not state:
            changes.append(_target(session, row, state=state))
    if state is State.FINAL and refusing:
        refuse_final(session, [change.segment for change in changes])
    return _together(changes, "Change state")


def reject(session: ReviewSession, segment: str, reason: str) -> Change | None:
    """Send it back, with the reason; "" takes the rejection back."""
    row = _unlocked(session, segment)
    if row.target.rejected == reason:
        return None
    state = State.TRANSLATED if reason and row.target.text.strip() else row.target.state
    return _target(session, row, rejected=reason, state=state)


def lock(session: ReviewSession, segments: Iterable[str], locked: bool = True) -> Change | None:
    rows = [row for row in map(session.row, segments) if row.target.locked is not locked]
    return _together([_target(session, row, locked=locked) for row in rows], "Lock" if locked else "Unlock")


def take_candidate(session: ReviewSession, segment: str, n: int) -> Change | None:
    """The n-th of ``session.candidates(segment)``, 0-based, becomes the target. A person asked for it, so it may
    replace what he wrote; Undo brings that back. Raises InputError when there is no such candidate."""
    row, candidates = _unlocked(session, segment), session.candidates(segment)
    if not 0 <= n < len(candidates):
        hint = f"There are {len(candidates)}." if candidates else "Ask for proposals first."
        raise InputError(f"There is no candidate {n + 1} here.", hint)
    return None if candidates[n].text == row.target.text else _taken(session, row, candidates[n])


def take_opinion(session: ReviewSession, segment: str, candidate: Candidate) -> Change | None:
    """An answer that was asked for by itself becomes the target; it stays known as the machine's text."""
    row = _unlocked(session, segment)
    return None if candidate.text == row.target.text else _taken(session, row, candidate)


def accept_best(session: ReviewSession, segments: Iterable[str] | None = None, minimum: int = 0) -> Change | None:
    """An explicit command: the best candidate becomes the target of every segment that is empty and that nobody has
    touched. minimum: only memory matches of at least so many percent (0: anything)."""
    changes: list[Change] = []
    for row in map(session.row, empty(session) if segments is None else segments):
        if row.target.text or row.target.touched or row.segment.excluded:
            continue
        best = next((c for c in session.candidates(row.id) if not minimum or (c.match or 0) >= minimum), None)
        if best is not None:
            changes.append(_taken(session, row, best))
    return _together(changes, "Take the best candidates")


def empty(session: ReviewSession) -> list[str]:
    """Ids of the segments without a translation, excluded lines left out."""
    return [r[codec.ID] for r in session.table.records if not r[codec.TEXT] and r[codec.EXCLUSION] in IN]


def copy_source(session: ReviewSession, segment: str) -> Change | None:
    row = _unlocked(session, segment)
    return set_text(session, segment, row.segment.source)


def toggle_excluded(session: ReviewSession, segments: Iterable[str]) -> Change | None:
    """Bring back what is excluded; exclude the rest when none of them is. Never deletes anything."""
    ids = list(segments)
    return set_excluded(session, ids, not any_excluded(session, ids))


def any_excluded(session: ReviewSession, segments: Iterable[str]) -> bool:
    records, place = session.table.records, session.table.place
    return any(records[place(segment)][codec.EXCLUSION] not in IN for segment in segments)


def set_excluded(session: ReviewSession, segments: Iterable[str], excluded: bool) -> Change | None:
    """A person's word, which no recognition of debris overrules."""
    after = Exclusion.BY_HAND if excluded else Exclusion.BROUGHT_BACK
    rows = [row for row in map(session.row, segments) if row.segment.excluded is not excluded]
    changes: list[Change] = [SetExclusion(row.id, row.segment.exclusion, after) for row in rows]
    return _together(changes, "Exclude" if excluded else "Bring back")


def dismiss(session: ReviewSession, finding: Finding, scope: Scope = Scope.HERE) -> Change | None:
    """HERE: until a text changes. ARTICLE: this reason in this project. ALWAYS: this reason everywhere."""
    key = finding.fingerprint if scope is Scope.HERE else finding.code
    if session.scores.dismissals.hides_finding(finding):
        return None
    return Dismiss(Dismissal(key, scope, session.user, now(), finding.segment))


def mute(session: ReviewSession, code: str) -> Change | None:
    """Never show this reason again, in any project."""
    return None if code in session.muted else Dismiss(Dismissal(code, Scope.ALWAYS, session.user, now()))


def dismiss_all_here(session: ReviewSession, segment: str) -> Change | None:
    """Every finding of a segment, and its flag: "I have looked, it is right"."""
    changes = [change for finding in session.findings(segment) if (change := dismiss(session, finding))]
    flag = dismiss_flag(session, segment)
    return _together([*changes, flag] if flag else changes, "Dismiss findings")


def dismiss_flag(session: ReviewSession, segment: str) -> Change | None:
    """The flag itself; what was found stays in the list. It is back when a text changes and scores badly again."""
    if not session.is_flagged(segment):
        return None
    return Dismiss(Dismissal(session.scores.flag_key(segment), Scope.HERE, session.user, now(), segment))


def restore(session: ReviewSession, dismissal: Dismissal) -> Change | None:
    """Take a dismissal back."""
    held = dismissal in session.dismissals() or (dismissal.scope is Scope.ALWAYS and dismissal.key in session.muted)
    return Restore(dismissal) if held else None


def restore_version(session: ReviewSession, segment: str, row: Row) -> Change | None:
    """Text, state and origin of an older version (see session.history) become the target again."""
    now_, old = _unlocked(session, segment), row.target
    if (old.text, old.state, old.origin, old.rejected) == (
        *(now_.target.text, now_.target.state, now_.target.origin),
        now_.target.rejected,
    ):
        return None
    fields = {"text": old.text, "state": old.state, "origin": old.origin, "engine": old.engine}
    return _target(session, now_, **fields, rejected=old.rejected)


def set_notes(session: ReviewSession, segment: str, notes: Iterable[str]) -> Change | None:
    before = session.notes.get(segment, ())
    after = tuple(note for note in notes if note.strip())
    return None if before == after else SetNotes(segment, before, after)


def _unlocked(session: ReviewSession, segment: str) -> Row:
    row = session.row(segment)
    if row.target.locked:
        raise InputError("This segment is locked.", "Unlock it first.")
    return row


def _target(session: ReviewSession, row: Row, **fields: object) -> SetTarget:
    after: Target = dataclasses.replace(row.target, by=session.user, at=now(), **fields)  # type: ignore[arg-type]
    return SetTarget(row.id, row.target, after)


def _taken(session: ReviewSession, row: Row, candidate: Candidate) -> SetTarget:
    origin = Origin.ENGINE if candidate.match is None else Origin.MEMORY
    fields = {"text": storable(candidate.text), "engine": candidate.engine, "origin": origin}
    return _target(session, row, **fields, state=State.TRANSLATED, rejected="")


def _together(changes: Iterable[Change], title: str) -> Change | None:
    changes = tuple(changes)
    if len(changes) == 1:
        return changes[0]
    return Compound(changes, title) if changes else None

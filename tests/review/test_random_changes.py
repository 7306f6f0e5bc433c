"""Whatever is done, in whatever order: undo brings it back, no source is lost, the file holds what memory holds."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store.articles import card, document, finding
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.change import Change
from translator_gui.domain.finding import Scope, Severity
from translator_gui.domain.segment import State
from translator_gui.domain.span import Side, Span
from translator_gui.kit.errors import InputError
from translator_gui.review import annotations, commands, comments, unedited
from translator_gui.review.find_replace import Search
from translator_gui.review.session import ReviewSession
from translator_gui.review.statistics import Statistics
from translator_gui.review.tally import CONFIRMED, Tally
from translator_gui.review.whole import Whole
from translator_gui.store import codec

PLACES = st.integers(0, 30)


class Desk(RuleBasedStateMachine):
    """A reviewer with an undo stack."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.session = ReviewSession.create(Path(self.folder.name) / "a.tgproj", document(), "Ana")
        self.session.add_candidates({row.id: [Candidate(f"{row.id}.", "local")] for row in self.session.rows})
        self.session.add_scores([(0, card(row.id, 70, [finding(row.id)])) for row in self.session.rows])
        self.text = self.session.article.text()
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self.pictures = [self.picture()]
        Statistics.of(self.session)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()
            self.folder.cleanup()

    def picture(self) -> object:
        """All a reader can see, but who, when and revisions."""
        session = self.session
        targets = [
            (t.text, t.state, t.origin, t.engine, t.locked, t.rejected) for t in (r.target for r in session.rows)
        ]
        dismissed = sorted((d.key, d.scope, d.segment) for d in session.dismissals())
        said = session.remarks.by_segment()
        remarks = {segment: sorted(held, key=lambda remark: remark.id) for segment, held in said.items()}
        return [row.segment for row in session.rows], targets, dismissed, dict(session.notes), remarks

    def push(self, change: Change | None) -> None:
        if change is not None:
            self.session.do(change)
            self.done.append(change)
            self.undone.clear()
            self.pictures = [*self.pictures[: len(self.done)], self.picture()]

    def at(self, place: int) -> str:
        return self.session.rows[place % len(self.session.rows)].id

    def attempt(self, maker: object, *args: object) -> None:
        try:
            change = maker(self.session, *args)  # type: ignore[operator]
        except InputError:  # locked, empty, of two kinds: refused, and the invariants still hold
            return
        self.push(change)

    @rule(place=PLACES, text=st.text(max_size=20))
    def type(self, place: int, text: str) -> None:
        self.attempt(commands.set_text, self.at(place), text)

    @rule(place=PLACES)
    def confirm(self, place: int) -> None:
        self.attempt(commands.confirm, self.at(place))

    @rule(place=PLACES)
    def take(self, place: int) -> None:
        self.attempt(commands.take_candidate, self.at(place), 0)

    @rule(place=PLACES, offset=PLACES)
    def split(self, place: int, offset: int) -> None:
        self.attempt(commands.split, self.at(place), offset)

    @rule(place=PLACES)
    def join(self, place: int) -> None:
        self.attempt(commands.join, self.at(place))

    @rule(places=st.sets(PLACES, max_size=3))
    def exclude(self, places: set[int]) -> None:
        self.attempt(commands.toggle_excluded, {self.at(place): None for place in sorted(places)})

    @rule(place=PLACES, locked=st.booleans())
    def lock(self, place: int, locked: bool) -> None:
        self.attempt(commands.lock, [self.at(place)], locked)

    @rule(state=st.sampled_from(State))
    def all_states(self, state: State) -> None:
        self.attempt(commands.set_state, [row.id for row in self.session.rows], state)

    @rule(old=st.sampled_from(["e", ".", " "]), new=st.sampled_from(["", "E", "e e"]))
    def replace(self, old: str, new: str) -> None:
        self.attempt(commands.replace_all, Search(old), new)

    @rule(place=PLACES, scope=st.sampled_from(Scope))
    def dismiss(self, place: int, scope: Scope) -> None:
        for found in self.session.findings(self.at(place)):
            self.attempt(commands.dismiss, found, scope)

    @rule(place=PLACES, notes=st.lists(st.sampled_from(["a", "b"]), max_size=2))
    def note(self, place: int, notes: list[str]) -> None:
        self.attempt(commands.set_notes, self.at(place), notes)

    @rule(place=PLACES, start=PLACES, severity=st.sampled_from(Severity))
    def mark_error(self, place: int, start: int, severity: Severity) -> None:
        span = Span(start, start + 3)
        self.attempt(annotations.mark, self.at(place), Side.TARGET, span, "accuracy/omission", severity)

    @rule(place=PLACES, severity=st.sampled_from(Severity))
    def alter_or_remove_errors(self, place: int, severity: Severity) -> None:
        for placed in annotations.of(self.session, self.at(place)):
            maker = annotations.remove if placed.annotation.severity is severity else annotations.edit
            fields = {} if maker is annotations.remove else {"severity": severity}
            self.push(maker(self.session, placed.annotation, **fields))

    @rule(place=PLACES)
    def accept_suggestions(self, place: int) -> None:
        for found in annotations.suggestions(self.session, self.at(place)):
            self.attempt(annotations.accept, found)

    @rule(place=PLACES, body=st.sampled_from(["a", "b"]))
    def comment(self, place: int, body: str) -> None:
        threads = comments.threads(self.session, self.at(place))
        if threads:
            self.attempt(comments.reply, threads[0].first, body)
            self.attempt(comments.resolve, threads[0].first)
        else:
            self.attempt(comments.add, self.at(place), body)

    @rule(place=PLACES, version=PLACES)
    def restore(self, place: int, version: int) -> None:
        history = self.session.history(self.at(place))
        self.attempt(commands.restore_version, self.at(place), history[version % len(history)])

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change = self.done.pop()
        self.session.do(change.inverse())
        self.undone.append(change)
        assert self.picture() == self.pictures[len(self.done)]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        change = self.undone.pop()
        self.session.do(change)
        self.done.append(change)
        assert self.picture() == self.pictures[len(self.done)]

    @precondition(lambda self: self.done)
    @rule(count=st.integers(1, 6))
    def undo_as_one_and_think_better_of_it(self, count: int) -> None:
        before, records = self.picture(), list(self.session.table.records)
        whole = Whole(self.session)
        for change in self.done[: -count - 1 : -1]:
            whole.do(change.inverse())
        for _ in whole.take_back():
            pass
        assert self.picture() == before
        assert self.session.table.records == records

    @precondition(lambda self: self.undone)
    @rule()
    def redo_everything_as_one(self) -> None:
        whole = Whole(self.session)
        while self.undone:
            self.done.append(self.undone.pop())
            whole.do(self.done[-1])
        list(whole.keep())
        assert self.picture() == self.pictures[len(self.done)]

    @rule()
    def undo_everything(self) -> None:
        while self.done:
            self.undo()
        assert self.picture() == self.pictures[0]

    @rule()
    def reopen(self) -> None:
        rows, picture, muted = list(self.session.rows), self.picture(), self.session.muted
        marks, flagged = self.session.scores.marks, self.session.scores.flagged
        self.session.close()
        self.session = ReviewSession.open(self.session.path, "Ana")
        self.session.set_muted(muted)
        assert list(self.session.rows) == rows
        assert self.picture() == picture
        assert self.session.scores.marks == marks
        assert self.session.scores.flagged == flagged

    @invariant()
    def unedited_text_is_counted(self) -> None:
        if not hasattr(self, "session"):
            return
        machine = unedited.of(self.session)
        confirmed = [
            row.id
            for row in self.session.rows
            if codec.STATES.index(row.target.state) in CONFIRMED and not row.segment.excluded
        ]
        share = machine.share()
        assert (share.confirmed, share.unedited) == (len(confirmed), sum(map(machine.as_written, confirmed)))
        assert [row.id for row in self.session.rows if machine.marked(row.id)] == [
            segment for segment in confirmed if machine.as_written(segment)
        ]

    @invariant()
    def errors_stand_in_a_ring(self) -> None:
        if not hasattr(self, "session"):
            return
        ring = [each.annotation for each in annotations.all_of(self.session)]
        place, walked = (self.session.rows[0].id, ""), []
        for _ in ring:
            error = annotations.beside(self.session, *place, 1)
            assert error is not None
            walked.append(error.annotation)
            back = annotations.beside(self.session, error.annotation.segment, error.annotation.id, -1)
            assert back is not None
            assert len(walked) == 1 or back.annotation == walked[-2]
            place = (error.annotation.segment, error.annotation.id)
        assert sorted(each.id for each in walked) == sorted(each.id for each in ring)
        order = [self.session.index(each.segment) for each in walked]
        assert order == sorted(order)

    @invariant()
    def nothing_is_lost(self) -> None:
        if hasattr(self, "session"):
            assert self.session.article.text() == self.text
            assert self.session.store.records() == self.session.table.records
            assert len({row.id for row in self.session.rows}) == len(self.session.rows)

    @invariant()
    def totals_agree(self) -> None:
        if hasattr(self, "session"):
            assert vars(self.session.table.tally) == vars(Tally(self.session.table.records))

    @invariant()
    def history_ends_with_the_present(self) -> None:
        if hasattr(self, "session"):
            row = self.session.rows[0]
            assert self.session.history(row.id)[-1] == row


TestRandomChanges = Desk.TestCase
TestRandomChanges.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.articles import DRAFTS, card, document, finding
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.change import Compound, SetTarget
from translator_gui.domain.finding import Scope, Severity
from translator_gui.domain.segment import EMPTY_TARGET, Exclusion, State, Target
from translator_gui.domain.unit import TranslationUnit
from translator_gui.kit.errors import StaleChangeError, StoreError
from translator_gui.review import commands
from translator_gui.review.events import RowsReplaced, SegmentsChanged, SessionClosed
from translator_gui.review.session import ReviewSession


def listen(session: ReviewSession) -> list[object]:
    seen: list[object] = []
    for kind in (SegmentsChanged, RowsReplaced, SessionClosed):
        session.bus.subscribe(kind, seen.append)
    return seen


def do(session: ReviewSession, change: object) -> None:
    assert change is not None
    session.do(change)  # type: ignore[arg-type]


def test_rows_are_found_by_id_and_place(session: ReviewSession) -> None:
    assert [row.id for row in session.rows] == ["s0", "s1", "s2", "s3", "s4"]
    assert session.index("s2") == 2
    assert session.row("s2") == session.rows[2] == session.rows[1:3][1]
    assert "s2" in session
    assert "other" not in session
    with pytest.raises(KeyError):
        session.row("other")


def test_an_edit_is_told_and_kept(session: ReviewSession) -> None:
    seen = listen(session)
    change = commands.set_text(session, "s0", "The summit in Lyon")
    session.do(change, "editor")
    assert seen == [SegmentsChanged(("s0",), frozenset({"target", "state"}), "editor")]
    row = session.row("s0")
    assert (row.target.text, row.target.by, row.revision) == ("The summit in Lyon", "Ana", 1)
    assert row.target.touched
    assert session.store.row("s0") == row


def test_undo_and_redo_are_changes_too(session: ReviewSession) -> None:
    before = session.row("s0")
    change = commands.set_text(session, "s0", "New")
    for _ in range(3):
        session.do(change)
        assert session.row("s0").target.text == "New"
        session.do(change.inverse())
        assert session.row("s0").target == before.target
    assert session.row("s0").revision == 6


def test_a_change_that_comes_too_late_alters_nothing(session: ReviewSession) -> None:
    late = commands.set_text(session, "s0", "Late")
    do(session, commands.set_text(session, "s0", "First"))
    seen = listen(session)
    with pytest.raises(StaleChangeError):
        session.do(late)
    with pytest.raises(StaleChangeError):
        session.do(Compound((commands.set_text(session, "s1", "x"), late)))
    assert session.row("s1").target.text == DRAFTS[1]
    assert seen == []


def test_one_event_for_a_compound(session: ReviewSession) -> None:
    seen = listen(session)
    do(session, commands.set_state(session, ["s0", "s1", "s3", "s4"], State.REVIEWED))
    assert seen == [SegmentsChanged(("s0", "s1", "s4"), frozenset({"state"}))]  # the excluded one is left alone


def test_the_article_follows_exclusions(session: ReviewSession) -> None:
    text = session.article.text()
    assert session.article.segments[3].exclusion is Exclusion.DEBRIS
    do(session, commands.toggle_excluded(session, ["s3"]))
    assert session.article.segments[3].exclusion is Exclusion.BROUGHT_BACK
    do(session, commands.toggle_excluded(session, ["s3"]))
    assert session.article.segments[3].exclusion is Exclusion.BY_HAND
    assert session.article.text() == text


def test_what_a_session_remembers(session: ReviewSession) -> None:
    assert session.last_segment == ""
    session.last_segment = "s2"
    session.set_threshold(33.0)
    do(session, commands.set_notes(session, "s1", ["Check the hour.", "  ", "Ask Ben."]))
    session.close()
    again = ReviewSession.open(session.path, "Ana")
    assert (again.last_segment, again.threshold) == ("s2", 33.0)
    assert again.notes["s1"] == ("Check the hour.", "Ask Ben.")
    assert again.notes.get("s0", ()) == ()
    again.close()


def test_closing_is_told(session: ReviewSession) -> None:
    seen = listen(session)
    session.close()
    assert seen == [SessionClosed(str(session.path))]


def test_reading_only(session: ReviewSession) -> None:
    session.close()
    reader = ReviewSession.open(session.path, read_only=True)
    assert reader.read_only
    assert reader.store.reason
    with pytest.raises(StoreError):
        reader.do(SetTarget("s3", EMPTY_TARGET, Target("x")))
    reader.last_segment = "s1"  # no harm
    reader.set_threshold(10)
    reader.add_scores([(0, card("s0", 30, [finding("s0")]))])
    assert reader.is_flagged("s0")
    assert [f.code for f in reader.findings("s0")] == ["number.missing"]
    reader.close()


# -- candidates


def test_candidates_never_touch_a_target(session: ReviewSession) -> None:
    seen = listen(session)
    session.add_candidates({"s3": [Candidate("Leave a comment", "local")], "gone": [Candidate("x", "local")]})
    assert seen == [SegmentsChanged(("s3",), frozenset({"candidates"}))]
    assert session.row("s3").target == EMPTY_TARGET
    assert [c.text for c in session.candidates("s3")] == ["Leave a comment"]
    assert session.candidates("s0") == []


def test_a_pair_for_the_scorer(session: ReviewSession) -> None:
    session.add_candidates({"s2": [Candidate("a", "x"), Candidate("b", "x")]})
    pair = session.pair("s2")
    assert pair.candidates == ("a", "b")
    assert pair.previous == DRAFTS[1]
    assert pair.following == DRAFTS[4]  # the excluded line between is no neighbour
    assert session.pair("s0").previous == session.pair("s4").following == ""
    assert session.pairs(["s2"]) == [(0, pair)]


# -- scores


def test_scores_and_flags(session: ReviewSession) -> None:
    session.set_threshold(60)
    # Above, not at: in a profile of rules alone all clean pairs share one figure, and it may be the threshold.
    assert session.add_scores([(0, card("s0", 60)), (0, card("s4", 60.1))]) == ["s0", "s4"]
    assert (session.is_flagged("s0"), session.is_flagged("s4")) == (False, True)
    assert session.scorecard("s0").flagged is False
    assert session.divergence("s4") == 60.1
    assert session.divergence("s1") is None
    session.set_threshold(50)
    assert session.is_flagged("s0")
    assert session.scorecard("s0").flagged is True


def test_a_late_answer_is_dropped(session: ReviewSession) -> None:
    do(session, commands.set_text(session, "s0", "New"))
    assert session.add_scores([(0, card("s0", 99)), (0, card("gone", 99))]) == []
    assert session.scorecard("s0") is None
    assert session.add_scores([(1, card("s0", 20))]) == ["s0"]
    assert not session.is_stale("s0")
    do(session, commands.confirm(session, "s0"))
    assert not session.is_stale("s0")
    do(session, commands.set_text(session, "s0", "Newer"))
    assert session.is_stale("s0")
    assert session.divergence("s0") == 20


def test_scores_come_back(session: ReviewSession) -> None:
    made = card("s4", 90, [finding("s4")])
    session.add_scores([(0, made)])
    session.close()
    again = ReviewSession.open(session.path)
    assert again.scorecard("s4") == made
    assert again.is_flagged("s4")
    again.close()


def test_findings_come_worst_first(session: ReviewSession) -> None:
    mild = finding("s4", "quotes.unpaired", severity=Severity.MINOR)
    session.add_scores([(0, card("s4", 90, [mild, finding("s4")]))])
    assert [f.code for f in session.findings("s4")] == ["number.missing", "quotes.unpaired"]


def test_all_findings_at_once(session: ReviewSession) -> None:
    session.add_scores([(0, card(s, 90, [finding(s)])) for s in ("s0", "s4")] + [(0, card("s1", 5))])
    do(session, commands.dismiss(session, finding("s0")))
    assert session.findings_by_id() == {"s4": tuple(session.findings("s4"))}


def test_an_excluded_line_is_never_flagged(session: ReviewSession) -> None:
    session.add_scores([(0, card("s4", 90))])
    do(session, commands.set_excluded(session, ["s4"], True))
    assert not session.is_flagged("s4")
    do(session, commands.set_excluded(session, ["s4"], False))
    assert session.is_flagged("s4")


# -- dismissals


def test_dismissed_here_until_the_text_changes(session: ReviewSession) -> None:
    found = finding("s4", target=DRAFTS[4])
    session.add_scores([(0, card("s4", 90, [found])), (0, card("s1", 90, [finding("s1")]))])
    seen = listen(session)
    change = commands.dismiss(session, found)
    session.do(change)
    assert seen == [SegmentsChanged(("s4",), frozenset({"findings", "score"}))]
    assert session.findings("s4") == []
    assert session.findings("s1") != []
    assert not session.is_flagged("s4")  # all that was found there has been looked at
    assert commands.dismiss(session, found) is None
    session.close()
    again = ReviewSession.open(session.path, "Ana")
    assert again.findings("s4") == []
    again.add_scores([(0, card("s4", 90, [finding("s4", target="another text")]))])
    assert len(again.findings("s4")) == 1
    assert again.is_flagged("s4")
    again.do(change.inverse())
    assert again.dismissals() == []
    again.close()


def test_a_flag_with_an_open_finding_stays(session: ReviewSession) -> None:
    one, two = finding("s4"), finding("s4", "name.changed")
    session.add_scores([(0, card("s4", 90, [one, two]))])
    do(session, commands.dismiss(session, one))
    assert session.is_flagged("s4")
    do(session, commands.dismiss_all_here(session, "s4"))
    assert not session.is_flagged("s4")
    assert session.findings("s4") == []
    assert commands.dismiss_all_here(session, "s4") is None


def test_the_flag_itself_is_dismissed(session: ReviewSession) -> None:
    session.add_scores([(0, card("s4", 90))])
    do(session, commands.dismiss_all_here(session, "s4"))
    assert not session.is_flagged("s4")
    do(session, commands.set_text(session, "s4", "Three people were hurt."))
    session.add_scores([(1, card("s4", 90))])
    assert session.is_flagged("s4")


def test_a_reason_dismissed_in_the_article(session: ReviewSession) -> None:
    session.add_scores([(0, card("s4", 90, [finding("s4")])), (0, card("s1", 90, [finding("s1")]))])
    seen = listen(session)
    change = commands.dismiss(session, finding("s4"), Scope.ARTICLE)
    session.do(change)
    assert seen == [SegmentsChanged(("s4", "s1"), frozenset({"findings", "score"}))]
    assert session.findings("s1") == session.findings("s4") == []
    assert session.is_flagged("s1")  # a muted reason says nothing about the rest of the score
    do(session, commands.restore(session, session.dismissals()[0]))
    assert len(session.findings("s1")) == 1


def test_a_reason_dismissed_for_always_goes_to_the_settings(session: ReviewSession) -> None:
    told: list[tuple[str, bool]] = []
    session.mute = lambda code, muted: told.append((code, muted))
    session.add_scores([(0, card("s4", 90, [finding("s4")]))])
    change = commands.dismiss(session, finding("s4"), Scope.ALWAYS)
    session.do(change)
    assert session.findings("s4") == []
    assert session.muted == {"number.missing"}
    session.do(change.inverse())
    assert len(session.findings("s4")) == 1
    assert told == [("number.missing", True), ("number.missing", False)]
    assert session.dismissals() == []


def test_muted_in_the_settings(session: ReviewSession) -> None:
    session.add_scores([(0, card("s4", 90, [finding("s4")]))])
    seen = listen(session)
    session.set_muted(["number.missing"])
    session.set_muted(["number.missing"])
    assert session.findings("s4") == []
    assert seen == [SegmentsChanged((), frozenset({"findings", "score"}))]


# -- confirmed pairs


def test_a_confirmed_pair_is_remembered_once(session: ReviewSession) -> None:
    units: list[TranslationUnit] = []
    session.remember = units.append
    do(session, commands.confirm(session, "s2"))
    do(session, commands.confirm(session, "s2", State.FINAL))
    [unit] = units
    assert (unit.source, unit.target, unit.by) == (session.row("s2").segment.source, DRAFTS[2], "Ana")
    assert unit.before == session.row("s1").segment.source
    assert unit.origin == "Lyon"
    do(session, commands.set_text(session, "s2", "“We will see,” Mr. Durand replied."))
    assert session.row("s2").target.state is State.TRANSLATED
    do(session, commands.confirm(session, "s2"))
    assert [unit.target for unit in units][1:] == ["“We will see,” Mr. Durand replied."]


def test_an_existing_project_is_opened_not_replaced(session: ReviewSession, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        ReviewSession.create(session.path, document())


def test_a_full_disk_loses_nothing(session: ReviewSession) -> None:
    """SQLite's own limit on pages stands for the disk's."""
    connection = session.store._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    seen = listen(session)
    change = commands.set_text(session, "s0", "long " * 20_000)
    with pytest.raises(StoreError, match="could not be written") as caught:
        session.do(change)
    assert "disk space" in caught.value.hint
    assert session.row("s0").target.text == session.store.row("s0").target.text == DRAFTS[0]
    assert seen == []
    connection.execute("PRAGMA max_page_count=1000000")
    session.do(change)
    assert session.row("s0").target.text == "long " * 20_000

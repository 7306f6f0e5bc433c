from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.review.test_session import do
from tests.store.articles import DRAFTS, SOURCES
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.change import Change, Compound
from translator_gui.domain.segment import EMPTY_TARGET, Exclusion, Origin, State, Target
from translator_gui.kit.errors import InputError, StaleChangeError
from translator_gui.review import commands
from translator_gui.review.find_replace import Hit, Search, find, replace, replace_all
from translator_gui.review.session import ReviewSession
from translator_gui.review.splitting import join_targets, split_target


def target(session: ReviewSession, segment: str) -> Target:
    return session.row(segment).target


def test_typing(session: ReviewSession) -> None:
    assert commands.set_text(session, "s0", DRAFTS[0]) is None
    do(session, commands.set_text(session, "s0", "A summit"))
    made = target(session, "s0")
    assert (made.state, made.origin, made.by) == (State.TRANSLATED, Origin.HUMAN, "Ana")
    do(session, commands.set_text(session, "s0", ""))
    assert (target(session, "s0").state, target(session, "s0").origin) == (State.INITIAL, Origin.NONE)


def test_typing_half_a_surrogate_pair(session: ReviewSession) -> None:
    do(session, commands.set_text(session, "s0", "a\ud83d"))
    assert target(session, "s0").text == "a\ufffd"


def test_confirming(session: ReviewSession) -> None:
    do(session, commands.confirm(session, "s0"))
    assert target(session, "s0").state is State.REVIEWED
    assert commands.confirm(session, "s0") is None
    do(session, commands.confirm(session, "s0", State.FINAL))
    assert target(session, "s0").state is State.FINAL
    assert commands.confirm(session, "s3") is None  # excluded
    do(session, commands.set_text(session, "s0", " "))
    with pytest.raises(InputError, match="no translation"):
        commands.confirm(session, "s0")


def test_rejecting(session: ReviewSession) -> None:
    do(session, commands.confirm(session, "s0"))
    do(session, commands.reject(session, "s0", "Too literal"))
    assert (target(session, "s0").rejected, target(session, "s0").state) == ("Too literal", State.TRANSLATED)
    assert commands.reject(session, "s0", "Too literal") is None
    do(session, commands.confirm(session, "s0"))
    assert target(session, "s0").rejected == ""


def test_taking_a_candidate(session: ReviewSession) -> None:
    with pytest.raises(InputError, match="no candidate 1"):
        commands.take_candidate(session, "s0", 0)
    session.add_candidates({"s0": [Candidate("From memory", "memory", match=85), Candidate("By machine", "local")]})
    do(session, commands.set_text(session, "s0", "Mine"))
    do(session, commands.take_candidate(session, "s0", 1))
    made = target(session, "s0")
    assert (made.text, made.origin, made.engine, made.state) == ("By machine", Origin.ENGINE, "local", State.TRANSLATED)
    assert commands.take_candidate(session, "s0", 1) is None
    do(session, commands.take_candidate(session, "s0", 0))
    assert target(session, "s0").origin is Origin.MEMORY
    do(session, commands.set_text(session, "s0", "By machine, edited"))
    assert (target(session, "s0").origin, target(session, "s0").engine) == (Origin.HUMAN, "memory")


def test_the_best_candidates_fill_only_what_is_empty_and_untouched(session: ReviewSession) -> None:
    session.add_candidates({s: [Candidate(f"{s}!", "local")] for s in ("s0", "s1", "s2", "s3", "s4")})
    do(session, commands.set_text(session, "s1", ""))
    do(session, commands.set_text(session, "s2", ""))
    do(session, commands.lock(session, ["s2"]))
    assert commands.accept_best(session, minimum=75) is None
    do(session, commands.accept_best(session))
    assert [row.target.text for row in session.rows] == [DRAFTS[0], "s1!", "", "", DRAFTS[4]]
    assert commands.accept_best(session) is None


def test_copying_the_source(session: ReviewSession) -> None:
    do(session, commands.copy_source(session, "s3"))
    assert target(session, "s3").text == SOURCES[3]


@pytest.mark.parametrize(
    "maker",
    [
        lambda s: commands.set_text(s, "s0", "x"),
        lambda s: commands.confirm(s, "s0"),
        lambda s: commands.copy_source(s, "s0"),
        lambda s: commands.take_candidate(s, "s0", 0),
        lambda s: commands.reject(s, "s0", "no"),
        lambda s: commands.split(s, "s0", 3),
        lambda s: commands.join(s, "s0"),
        lambda s: commands.restore_version(s, "s0", s.row("s1")),
    ],
)
def test_a_locked_segment_says_so(session: ReviewSession, maker: Callable[[ReviewSession], Change | None]) -> None:
    do(session, commands.lock(session, ["s0"]))
    assert commands.lock(session, ["s0"]) is None
    with pytest.raises(InputError, match="locked") as caught:
        maker(session)
    assert caught.value.hint == "Unlock it first."
    assert commands.set_state(session, ["s0"], State.FINAL) is None
    do(session, commands.lock(session, ["s0"], False))
    assert not target(session, "s0").locked


def test_excluding_several(session: ReviewSession) -> None:
    do(session, commands.toggle_excluded(session, ["s0", "s1"]))
    assert [row.segment.excluded for row in session.rows] == [True, True, False, True, False]
    do(session, commands.toggle_excluded(session, ["s1", "s2"]))  # one is excluded: bring that back
    assert session.row("s1").segment.exclusion is Exclusion.BROUGHT_BACK
    assert session.row("s2").segment.exclusion is Exclusion.NONE
    assert commands.set_excluded(session, ["s0"], True) is None


def test_restoring_a_version(session: ReviewSession) -> None:
    for text in ("One", "Two"):
        do(session, commands.set_text(session, "s0", text))
    do(session, commands.confirm(session, "s0"))
    history = session.history("s0")
    assert [row.target.text for row in history] == [DRAFTS[0], "One", "Two", "Two"]
    do(session, commands.restore_version(session, "s0", history[0]))
    assert (target(session, "s0").text, target(session, "s0").origin) == (DRAFTS[0], Origin.DRAFT)
    assert commands.restore_version(session, "s0", history[0]) is None
    assert len(session.history("s0")) == 5


# -- split and join


def test_split_and_join(session: ReviewSession) -> None:
    text, row = session.article.text(), session.row("s1")
    change = commands.split(session, "s1", SOURCES[1].index("Il"))
    do(session, change)
    assert [r.id for r in session.rows] == ["s0", "s1", "s1.1", "s2", "s3", "s4"]
    one, two = session.row("s1"), session.row("s1.1")
    assert (one.segment.source, one.segment.gap) == ("Le ministre est arrivé à 14 h 30.", " ")
    assert (two.segment.source, two.segment.gap) == ("Il n’a rien dit.", "\u00a0")
    assert (one.target.text, two.target.text) == ("The minister arrived at 2:30 pm.", "He said nothing.")
    assert session.article.text() == text
    assert [session.index(r.id) for r in session.rows] == list(range(6))
    do(session, commands.join(session, "s1"))
    assert session.row("s1").segment == row.segment
    assert session.row("s1").target.text == row.target.text
    assert "s1.1" not in session
    assert session.article.text() == text


def test_undo_of_a_split_brings_everything_back(session: ReviewSession) -> None:
    session.add_candidates({"s1": [Candidate("x", "local")]})
    before = session.row("s1")
    change = commands.split(session, "s1", 20)
    session.do(change)
    assert session.candidates("s1") == []
    edit = commands.set_text(session, "s1.1", "Edited")
    session.do(edit)
    with pytest.raises(StaleChangeError):
        session.do(change.inverse())
    session.do(edit.inverse())
    session.do(change.inverse())
    after = session.row("s1")
    assert (after.segment, after.target) == (before.segment, before.target)
    assert after.revision > before.revision
    assert [c.text for c in session.candidates("s1")] == ["x"]


def test_ids_are_never_used_twice(session: ReviewSession) -> None:
    change = commands.split(session, "s1", 20)
    session.do(change)
    session.do(change.inverse())
    second = commands.split(session, "s1", 10)
    assert [row.id for row in second.after] == ["s1", "s1.2"]


@pytest.mark.parametrize("offset", [0, len(SOURCES[1])])
def test_nothing_to_split_at_an_edge(session: ReviewSession, offset: int) -> None:
    assert commands.split(session, "s1", offset) is None


def test_places_that_cannot_be(session: ReviewSession) -> None:
    with pytest.raises(InputError, match="no such place"):
        commands.split(session, "s1", 999)
    assert commands.join(session, "s4") is None
    with pytest.raises(InputError, match="cannot be joined"):
        commands.join(session, "s0")  # a heading and a paragraph


def test_joining_debris_to_the_article_brings_it_back(session: ReviewSession) -> None:
    do(session, commands.join(session, "s3"))
    assert session.row("s3").segment.exclusion is Exclusion.BROUGHT_BACK
    assert session.row("s3").target.text == DRAFTS[4]


@pytest.mark.parametrize(
    ("text", "share", "parts"),
    [
        ("", 0.5, ("", "")),
        ("One two. Three four.", 0.5, ("One two.", "Three four.")),
        ("One two. Three four.", 0.2, ("One two.", "Three four.")),
        ("one two three four", 0.5, ("one two", "three four")),
        ("word", 0.5, ("word", "")),
        ("He said “No.” Then he left.", 0.5, ("He said “No.”", "Then he left.")),
    ],
)
def test_a_target_is_cut_where_it_makes_sense(text: str, share: float, parts: tuple[str, str]) -> None:
    one, two = split_target(Target(text, State.REVIEWED) if text else EMPTY_TARGET, share)
    assert (one.text, two.text) == parts
    assert State.REVIEWED not in (one.state, two.state)


def test_joined_targets() -> None:
    reviewed, draft = Target("A.", State.REVIEWED, Origin.HUMAN), Target("B.", State.INITIAL, Origin.DRAFT)
    assert join_targets(reviewed, draft) == Target("A. B.", State.INITIAL, Origin.HUMAN)
    assert join_targets(reviewed, EMPTY_TARGET) == reviewed
    assert join_targets(EMPTY_TARGET, draft) == draft


# -- find and replace


@pytest.mark.parametrize(
    ("search", "found"),
    [
        (Search("the"), [("s0", "The"), ("s1", "The")]),
        (Search("the", case=True), []),
        (Search("min"), [("s1", "min")]),
        (Search("min", whole_word=True), []),
        (Search(r"\d+", regex=True), [("s1", "2"), ("s1", "30")]),
        (Search("."), [("s1", "."), ("s1", "."), ("s2", "."), ("s2", "."), ("s4", ".")]),
        (Search("x*", regex=True), []),
        (Search(""), []),
    ],
)
def test_finding(session: ReviewSession, search: Search, found: list[tuple[str, str]]) -> None:
    assert [(hit.segment, hit.found) for hit in find(session, search)] == found


def test_a_hit_shows_what_would_come(session: ReviewSession) -> None:
    [hit] = find(session, Search(r"(\w+) people", regex=True), r"\1 persons")
    assert hit == Hit("s4", hit.span, "Two people", "Two persons")
    assert hit.span.of(DRAFTS[4]) == "Two people"


def test_replacing_is_one_change(session: ReviewSession) -> None:
    before = [row.target for row in session.rows]
    change = replace_all(session, Search("."), "\\1!")
    assert isinstance(change, Compound)
    session.do(change)
    assert target(session, "s1").text == "The minister arrived at 2:30 pm\\1! He said nothing\\1!"
    assert target(session, "s1").origin is Origin.HUMAN
    session.do(change.inverse())
    assert [row.target for row in session.rows] == before


def test_replacing_chosen_hits(session: ReviewSession) -> None:
    hits = find(session, Search("the"), "a")
    do(session, replace(session, hits[1:]))
    assert [target(session, s).text[:5] for s in ("s0", "s1")] == ["The L", "a min"]
    with pytest.raises(InputError, match="altered"):
        replace(session, hits[1:])
    assert replace(session, []) is None
    assert replace_all(session, Search("minister"), "minister") is None


def test_locked_and_excluded_targets_are_not_searched(session: ReviewSession) -> None:
    do(session, commands.lock(session, ["s0"]))
    do(session, commands.set_excluded(session, ["s1"], True))
    assert find(session, Search("the")) == []
    assert find(session, Search("mr."), within=["s0"]) == []


@pytest.mark.parametrize(
    ("text", "replacement"), [("(", ""), ("(a", ""), ("a", r"\2"), ("(?P<x>a)", r"\g<y>"), ("a", "\\")]
)
def test_bad_expressions(session: ReviewSession, text: str, replacement: str) -> None:
    with pytest.raises(InputError) as caught:
        find(session, Search(text, regex=True), replacement)
    assert caught.value.hint

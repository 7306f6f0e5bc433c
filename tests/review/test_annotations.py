"""Errors, ratings and comments: changes like any other, spans that follow edits, suggestions accepted."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.quality_material import do, scored
from translator_gui.domain.change import Compound, SetRemark
from translator_gui.domain.finding import Severity
from translator_gui.domain.mqm import MISSING, Annotation
from translator_gui.domain.remark import Comment
from translator_gui.domain.span import Side, Span
from translator_gui.kit.errors import FormatError, InputError, StaleChangeError
from translator_gui.review import annotations as marked
from translator_gui.review import commands, comments, typology
from translator_gui.review.events import SegmentsChanged
from translator_gui.review.session import ReviewSession
from translator_gui.text.following import follow

OMISSION, SPELLING = "accuracy/omission", "linguistic-conventions/spelling"


def mark(session: ReviewSession, segment: str, start: int, end: int, category: str = OMISSION) -> Annotation:
    change = marked.mark(session, segment, Side.TARGET, Span(start, end), category, Severity.MAJOR, "a comment")
    session.do(change)
    assert isinstance(change.after, Annotation)
    return change.after


def reopened(session: ReviewSession) -> ReviewSession:
    session.close()
    return ReviewSession.open(session.path, "Ana")


def test_marked_told_and_kept(session: ReviewSession) -> None:
    seen: list[SegmentsChanged] = []
    session.bus.subscribe(SegmentsChanged, seen.append)
    made = mark(session, "s0", 4, 8)
    assert seen == [SegmentsChanged(("s0",), frozenset({"remarks"}))]
    assert (made.by, made.severity, made.category) == ("Ana", Severity.MAJOR, OMISSION)
    [placed] = marked.of(session, "s0")
    assert (placed.quote, placed.span, placed.outdated) == ("Lyon", Span(4, 8), False)
    again = reopened(session)
    assert [each.annotation for each in marked.all_of(again)] == [made]
    again.close()


def test_undo_redo_edit_remove(session: ReviewSession) -> None:
    made = mark(session, "s0", 0, 3)
    changed = do(session, marked.edit(session, made, severity=Severity.MINOR, comment="less"))
    [placed] = marked.of(session, "s0")
    assert (placed.annotation.severity, placed.annotation.comment) == (Severity.MINOR, "less")
    assert marked.edit(session, placed.annotation, comment="less") is None
    for _ in range(2):
        session.do(changed.inverse())
        assert marked.of(session, "s0")[0].annotation == made
        session.do(changed)
    removed = do(session, marked.remove(session, made))
    assert marked.of(session, "s0") == []
    assert "s0" not in session.remarks.segments
    session.do(removed.inverse())
    assert marked.of(session, "s0") == [placed]
    again = reopened(session)
    assert [each.annotation for each in marked.of(again, "s0")] == [placed.annotation]
    again.close()


def test_a_change_that_comes_too_late(session: ReviewSession) -> None:
    made = mark(session, "s0", 0, 3)
    late = marked.edit(session, made, comment="late")
    do(session, marked.edit(session, made, comment="first"))
    assert late is not None
    with pytest.raises(StaleChangeError):
        session.do(late)
    text = commands.set_text(session, "s1", "New")
    assert text is not None
    with pytest.raises(StaleChangeError):
        session.do(Compound((text, late)))
    assert session.row("s1").target.text != "New"
    assert marked.of(session, "s0")[0].annotation.comment == "first"
    with pytest.raises(StaleChangeError):
        session.do(SetRemark(None, made))  # it is there already
    with pytest.raises(ValueError, match="must hold"):
        session.do(SetRemark(None, None))


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 3), Span(0, 1000)])
def test_nothing_marked(session: ReviewSession, span: Span) -> None:
    with pytest.raises(InputError):
        marked.mark(session, "s0", Side.TARGET, span, OMISSION, Severity.MINOR)


def test_an_unknown_category(session: ReviewSession) -> None:
    with pytest.raises(InputError):
        marked.mark(session, "s0", Side.TARGET, None, "accuracy/nonsense", Severity.MINOR)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("A strange Lyon summit", "Lyon"),  # before it
        ("The Lyon meeting was long", "Lyon"),  # behind it
        ("In the Lyon meeting", "Lyon"),  # both
        ("The Lyons summit", None),  # in it
        ("The Paris summit", None),
        ("", None),
    ],
)
def test_spans_follow_edits(session: ReviewSession, after: str, expected: str | None) -> None:
    mark(session, "s0", 4, 8)
    change = do(session, commands.set_text(session, "s0", after))
    [placed] = marked.of(session, "s0")
    assert placed.outdated is (expected is None)
    assert placed.quote == "Lyon"
    if expected is not None:
        assert placed.span is not None
        assert placed.span.of(after) == expected
    session.do(change.inverse())
    assert marked.of(session, "s0")[0].span == Span(4, 8)


@given(st.text("ab ", max_size=12), st.text("ab ", max_size=12), st.text("XY", min_size=1, max_size=3), st.text("ab "))
def test_what_is_followed_is_the_same_text(head: str, tail: str, word: str, other: str) -> None:
    before = f"{head} {word} {tail}"
    span = Span(len(head) + 1, len(head) + 1 + len(word))
    for after in (f"{other} {word} {tail}", f"{head} {word} {other}", f"{other} {word} {other}", other):
        found = follow(span, before, after)
        assert found is None or found.of(after) == word
    assert follow(span, before, f"{head} {word} {other}") is not None


def test_suggestions_accepted(session: ReviewSession) -> None:
    scored(session)
    [number, name] = marked.suggestions(session, "s4")
    accepted = do(session, marked.accept(session, number))
    [placed] = marked.of(session, "s4")
    error = placed.annotation
    assert (error.category, error.severity, error.suggestion) == ("accuracy/mistranslation", Severity.MAJOR, "Three")
    assert error.finding == number.fingerprint
    assert error.comment == number.message
    assert marked.suggestions(session, "s4") == [name]
    assert marked.accept(session, number) is None
    do(session, marked.accept(session, name, category=SPELLING))
    assert [p.annotation.severity for p in marked.of(session, "s4")] == [Severity.MAJOR, Severity.MINOR]
    session.do(accepted.inverse())
    assert marked.suggestions(session, "s4") == [number]


def test_a_correction_is_put_in_its_place(session: ReviewSession) -> None:
    made = mark(session, "s0", 4, 8)
    made = dataclasses.replace(made, suggestion="Lyons")
    do(session, commands.set_text(session, "s0", "At the Lyon summit"))
    do(session, marked.apply_suggestion(session, made))
    assert session.row("s0").target.text == "At the Lyons summit"
    with pytest.raises(InputError):
        marked.apply_suggestion(session, made)  # the words are not there any more


def test_errors_go_with_their_words_into_a_join_and_back(session: ReviewSession) -> None:
    made = mark(session, "s2", 0, 3)
    do(session, comments.add(session, "s2", "Who?"))
    do(session, marked.rate(session, "s2", 50))
    change = do(session, commands.join(session, "s1"))
    [placed] = marked.all_of(session)
    text = session.row("s1").target.text
    assert placed.annotation.segment == "s1"
    assert placed.span is not None
    assert placed.span.of(text) == placed.quote == made.span.of(made.text)  # type: ignore[union-attr]
    assert [t.first.segment for t in comments.open_threads(session)] == ["s1"]
    session.do(change.inverse())
    assert marked.of(session, "s2")[0].annotation == made
    assert marked.of(session, "s1") == []
    assert marked.rating(session, "s2") is not None
    session.do(change)
    again = reopened(session)
    assert [p.annotation.segment for p in marked.all_of(again)] == ["s1"]
    again.close()


def test_errors_go_with_their_words_into_a_split_and_back(session: ReviewSession) -> None:
    text = session.row("s1").target.text
    first, second = mark(session, "s1", 0, 12), mark(session, "s1", text.index("nothing"), len(text) - 1)
    offset = session.row("s1").segment.source.index("Il n’a")
    change = do(session, commands.split(session, "s1", offset))
    assert [(p.annotation.id, p.annotation.segment) for p in marked.all_of(session)] == [
        (first.id, "s1"),
        (second.id, "s1.1"),
    ]
    [placed] = marked.of(session, "s1.1")
    assert placed.span is not None
    assert placed.span.of(session.row("s1.1").target.text) == "nothing"
    session.do(change.inverse())
    assert [p.annotation for p in marked.of(session, "s1")] == [first, second]


def test_errors_of_a_segment_that_is_gone_are_kept(session: ReviewSession) -> None:
    change = do(session, commands.split(session, "s1", 30))
    made = mark(session, "s1.1", 0, 2)
    session.do(change.inverse())
    assert marked.all_of(session) == []
    assert marked.orphans(session) == [made]


def test_esa(session: ReviewSession) -> None:
    do(session, marked.mark(session, "s0", Side.TARGET, Span(0, 3), "", Severity.MINOR))
    do(session, marked.mark_missing(session, "s0", Severity.MAJOR))
    assert [p.annotation.category for p in marked.of(session, "s0")] == ["", MISSING]
    do(session, marked.rate(session, "s0", 66))
    do(session, marked.rate(session, "s0", 70))
    assert marked.rate(session, "s0", 70) is None
    rating = marked.rating(session, "s0", "Ana")
    assert rating is not None
    assert rating.value == 70
    assert not marked.is_outdated(session, rating)
    do(session, commands.set_text(session, "s0", "Other"))
    assert marked.is_outdated(session, rating)
    do(session, marked.rate(session, "s0", None))
    assert marked.rating(session, "s0") is None
    assert marked.rate(session, "s0", None) is None
    with pytest.raises(InputError):
        marked.rate(session, "s0", 101)
    assert [value for value, _ in marked.ANCHORS] == [0, 33, 66, 100]


def test_threads(session: ReviewSession) -> None:
    change = do(session, comments.add(session, "s0", " Is it Lyon? ", span=Span(4, 8)))
    assert isinstance(change, SetRemark)
    first = change.after
    assert isinstance(first, Comment)
    do(session, comments.reply(session, first, "It is."))
    do(session, comments.resolve(session, first))
    [thread] = comments.threads(session, "s0")
    assert (thread.first.body, [r.body for r in thread.replies], thread.quote) == ("Is it Lyon?", ["It is."], "Lyon")
    assert thread.resolved
    assert comments.open_threads(session) == []
    assert comments.resolve(session, first) is None
    answer = do(session, comments.reply(session, thread.replies[0], "No."))  # opens it again
    assert [len(t.replies) for t in comments.open_threads(session)] == [2]
    session.do(answer.inverse())
    assert comments.threads(session, "s0", resolved=True) == [thread]
    do(session, comments.edit(session, first, "Is it Paris?"))
    gone = do(session, comments.remove(session, first))
    assert comments.threads(session, "s0") == []
    session.do(gone.inverse())
    assert comments.threads(session, "s0")[0].first.body == "Is it Paris?"
    do(session, commands.set_text(session, "s0", "Paris"))
    assert comments.threads(session, "s0")[0].outdated
    again = reopened(session)
    assert len(comments.threads(again, "s0")[0].replies) == 1
    again.close()


def test_comments_that_say_nothing(session: ReviewSession) -> None:
    with pytest.raises(InputError):
        comments.add(session, "s0", "  ")
    with pytest.raises(InputError):
        comments.edit(session, Comment("gone", "s0", "x"), "y")


def test_the_core_typology() -> None:
    core = typology.core()
    assert len(core.dimensions) == 7
    assert core.multipliers == {
        Severity.NEUTRAL: 0,
        Severity.MINOR: 1,
        Severity.MAJOR: 5,
        Severity.CRITICAL: 25,
    }
    keys = [each.key for each in core.dimensions]
    assert len(set(keys)) == 7
    for dimension in core.dimensions:
        assert dimension.name("fr")
        types = core.within(dimension.id)
        assert all(each.name("fr") for each in types)
        assert len({each.key for each in types}) == len(types)


def test_every_category_of_the_checks_is_known() -> None:
    import re

    import translator_gui.checks

    [folder] = translator_gui.checks.__path__
    text = "\n".join(path.read_text(encoding="utf-8") for path in Path(folder).glob("*.py"))
    dimensions = [each.id for each in typology.core().dimensions]
    found = {c for c in re.findall(r'"([a-z-]+/[a-z-]+)"', text) if c.partition("/")[0] in dimensions}
    assert len(found) > 5
    for category in found:
        resolved = typology.core().resolve(category)
        assert resolved is not None
        assert "/" in resolved.id, category


def test_a_subset_and_a_typology_of_ones_own(session: ReviewSession) -> None:
    typology.choose(session, types=[OMISSION, SPELLING])
    assert [each.id for each in typology.of(session).types] == [OMISSION, SPELLING]
    with pytest.raises(InputError):
        mark(session, "s0", 0, 3, "style/awkward")
    own = 'name = "House"\n[severities]\nmajor = 10\n[[dimension]]\nid = "sense"\nen = "Sense"\nkey = "s"\nweight = 2\n'
    own += '[[dimension.type]]\nid = "lost"\nen = "Lost"\nkey = "l"\n'
    made = typology.choose(session, own)
    assert (made.name, made.weight("sense/lost"), made.multipliers[Severity.MAJOR]) == ("House", 2, 10)
    again = reopened(session)
    assert typology.of(again).name == "House"
    again.close()


@pytest.mark.parametrize(
    "text",
    [
        "not toml [",
        'name = "x"',
        '[[dimension]]\nen = "no id"',
        '[[dimension]]\nid = "a"\nkey = "x"\n[[dimension]]\nid = "b"\nkey = "x"',
        '[[dimension]]\nid = "a"\nweight = "heavy"',
        '[[dimension]]\nid = "a"\n[severities]\nawful = 3',
        'dimension = "a"',
    ],
)
def test_a_typology_that_cannot_be_read(text: str) -> None:
    with pytest.raises(FormatError):
        typology.parse(text)

"""Two texts merged: nothing is lost of either, and every place of the later one is found again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_gui.domain.span import Span
from translator_gui.text.diff import DiffKind, word_diff
from translator_gui.text.tracked_text import TrackedText, merge

WORDS = st.lists(st.sampled_from(["the", "port", "strike", "«", "27", ".", "é", "🚢", " ", ""]), max_size=12).map(
    " ".join
)


def merged(before: str, after: str) -> TrackedText:
    return merge(before, after, word_diff(before, after))


def test_what_went_stands_before_what_came() -> None:
    found = merged("He said nothing.", "He told her little.")
    assert found.text == "He said nothing\u200atold her little."
    kinds = [(run.kind, run.span.of(found.text), run.change) for run in found.runs]
    assert kinds == [
        (DiffKind.EQUAL, "He ", -1),
        (DiffKind.DELETE, "said nothing", 0),
        (DiffKind.INSERT, "told her little", 0),
        (DiffKind.EQUAL, ".", -1),
    ]
    assert found.change_at(found.text.index("nothing")) == 0
    assert found.change_at(0) == -1
    assert found.span(Span(3, 11)).of(found.text) == "told her"


def test_a_mark_over_a_deletion_covers_it() -> None:
    found = merged("It promises 60 new jobs.", "It promises 60 jobs.")
    assert found.span(Span(12, 19)).of(found.text) == "60 new jobs"


@given(WORDS, WORDS)
def test_both_texts_are_in_it(before: str, after: str) -> None:
    found = merged(before, after)

    def only(*kinds: DiffKind) -> str:
        return "".join(run.span.of(found.text) for run in found.runs if run.kind in kinds)

    assert only(DiffKind.EQUAL, DiffKind.INSERT) == after
    assert only(DiffKind.EQUAL, DiffKind.DELETE) == before
    assert [found.text[found.place(place)] for place in range(len(after))] == list(after)
    assert all(run.kind is not DiffKind.EQUAL for run in found.changed)


def test_long_texts_are_compared_too() -> None:
    before = " ".join(f"word{n}" for n in range(2000))
    after = before.replace("word700 ", "").replace("word1500", "other")
    changes = [op for op in word_diff(before, after) if op.kind is not DiffKind.EQUAL]
    assert [(op.before_span.of(before).strip(), op.after_span.of(after).strip()) for op in changes] == [
        ("word700", ""),
        ("word1500", "other"),
    ]

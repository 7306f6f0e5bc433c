from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_gui.text.diff import DiffKind, word_diff

KINDS = {DiffKind.EQUAL: "=", DiffKind.INSERT: "+", DiffKind.DELETE: "-", DiffKind.REPLACE: "~"}


def shown(before: str, after: str) -> list[str]:
    return [f"{KINDS[op.kind]}{op.before_span.of(before)}|{op.after_span.of(after)}" for op in word_diff(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "ops"),
    [
        ("", "", []),
        ("same text", "same text", ["=same text|same text"]),
        ("", "new", ["+|new"]),
        ("old", "", ["-old|"]),
        ("He said no.", "He said nothing.", ["=He said |He said ", "~no|nothing", "=.|."]),
        ("a b c", "a x y c", ["=a |a ", "~b|x y", "= c| c"]),
        ("the best way", "a good way", ["~the best|a good", "= way| way"]),
        ("It is 1,234.5 km", "It is 1,234.6 km", ["=It is |It is ", "~1,234.5|1,234.6", "= km| km"]),
        ("don't go", "don’t go", ["~don't|don’t", "= go| go"]),
    ],
)
def test_word_by_word(before: str, after: str, ops: list[str]) -> None:
    assert shown(before, after) == ops


@given(st.text(alphabet="ab ’.,1", max_size=40), st.text(alphabet="ab ’.,1", max_size=40))
def test_the_operations_cover_both_texts_and_rebuild_the_second(before: str, after: str) -> None:
    built, places = "", [0, 0]
    for op in word_diff(before, after):
        assert [op.before_span.start, op.after_span.start] == places
        places = [op.before_span.end, op.after_span.end]
        built += op.before_span.of(before) if op.kind is DiffKind.EQUAL else op.after_span.of(after)
    assert built == after
    assert places == [len(before), len(after)]

"""Placeables: found, taken out and put back; texts without them are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_gui.domain.span import Span
from translator_gui.text.placeables import Tag, TagKind, faults, parts, plain, tags, untagged

PIECES = st.lists(
    st.one_of(
        st.text(st.sampled_from("ab é.\n"), max_size=5),
        st.builds(lambda kind, number: str(Tag(kind, number)), st.sampled_from(TagKind), st.integers(1, 12)),
    ),
    max_size=8,
)


def test_what_is_one() -> None:
    text = "a ⟨1⟩b⟨/1⟩ ⟨12/⟩ ⟨x⟩ ⟨/3/⟩ ⟨12345⟩ <1>"
    assert tags(text) == [Tag(TagKind.OPEN, 1), Tag(TagKind.CLOSE, 1), Tag(TagKind.LONE, 12)]
    assert plain(text) == "a b  ⟨x⟩ ⟨/3/⟩ ⟨12345⟩ <1>"


@given(PIECES)
def test_taken_apart_and_put_together(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert "".join(map(str, parts(text))) == text
    assert plain(text) == "".join(piece for piece in parts(text) if isinstance(piece, str))


@given(PIECES)
def test_every_character_is_found_again(pieces: list[str]) -> None:
    text = "".join(pieces)
    flat = untagged(text)
    for at, character in enumerate(flat.text):
        assert flat.raw(Span(at, at + 1)).of(text) == character


def test_a_span_over_a_placeable_holds_it_and_none_at_its_ends() -> None:
    text = "⟨1⟩ab⟨/1⟩⟨2/⟩ c⟨3/⟩"
    flat = untagged(text)
    assert flat.text == "ab c"
    assert flat.raw(Span(0, 2)).of(text) == "ab"
    assert flat.raw(Span(0, 4)).of(text) == "ab⟨/1⟩⟨2/⟩ c"


@pytest.mark.parametrize(
    ("source", "target", "lost", "extra", "broken"),
    [
        ("⟨1⟩a⟨/1⟩", "⟨1⟩a⟨/1⟩", "", "", ""),
        ("⟨1⟩a⟨/1⟩ ⟨2/⟩", "a", "⟨1⟩ ⟨/1⟩ ⟨2/⟩", "", ""),
        ("a", "⟨1/⟩a", "", "⟨1/⟩", ""),
        ("⟨1/⟩a", "⟨1/⟩a⟨1/⟩", "", "⟨1/⟩", ""),
        ("⟨1⟩a⟨/1⟩", "⟨/1⟩a⟨1⟩", "", "", "⟨/1⟩"),
        ("⟨1⟩a⟨/1⟩⟨2⟩b⟨/2⟩", "⟨1⟩a⟨2⟩⟨/1⟩b⟨/2⟩", "", "", "⟨/1⟩"),
        ("⟨1⟩a⟨/1⟩⟨2⟩b⟨/2⟩", "⟨2⟩b⟨1⟩a⟨/1⟩⟨/2⟩", "", "", ""),
        ("a⟨/1⟩ b⟨2⟩c", "b⟨2⟩c a⟨/1⟩", "", "", ""),  # halves of pairs of other sentences
    ],
)
def test_faults(source: str, target: str, lost: str, extra: str, broken: str) -> None:
    assert [" ".join(map(str, found)) for found in faults(source, target)] == [lost, extra, broken]

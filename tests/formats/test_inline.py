"""Inline codes: what is written is read again as the same placeables, in each dialect; others' codes are numbered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from translator_gui.formats.inline import DIALECTS, Codes, fill_coded, text_of
from translator_gui.text.placeables import Tag, TagKind, tags

OPEN, CLOSE, LONE = TagKind.OPEN, TagKind.CLOSE, TagKind.LONE


def coded(text: str, dialect: str, namespace: str = "") -> etree._Element:
    element = etree.Element(f"{{{namespace}}}target" if namespace else "target")
    fill_coded(element, text, dialect)
    return element


def read(xml: str) -> str:
    return Codes().text(etree.fromstring(xml))


BOLD = f"A {Tag(OPEN, 1)}bold{Tag(CLOSE, 1)} word{Tag(LONE, 2)}."
CROSSED = f"{Tag(OPEN, 1)}a{Tag(OPEN, 2)}b{Tag(CLOSE, 1)}c{Tag(CLOSE, 2)}"
HALF = f"{Tag(CLOSE, 3)}the end, {Tag(OPEN, 4)}a beginning"


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
@pytest.mark.parametrize("text", [BOLD, CROSSED, HALF, "no code at all", ""])
def test_what_is_written_is_read_again(dialect: str, text: str) -> None:
    element = coded(text, dialect, "urn:example")
    assert Codes().text(element) == text
    assert all(each.tag.startswith("{urn:example}") for each in element)
    assert text_of(element) == "".join(char for char in text if char not in "".join(map(str, tags(text))))


@pytest.mark.parametrize(
    ("dialect", "whole", "half"),
    [
        ("xliff12", ["bx", "ex", "x"], ["it", "it"]),
        ("xliff20", ["sc", "ec", "ph"], ["ec", "sc"]),
        ("tmx", ["bpt", "ept", "ph"], ["it", "it"]),
    ],
)
def test_a_pair_that_is_not_whole_says_so(dialect: str, whole: list[str], half: list[str]) -> None:
    assert [each.tag for each in coded(BOLD, dialect)] == whole
    parts = list(coded(HALF, dialect))
    assert [each.tag for each in parts] == half
    told = {
        "xliff12": ("pos", ["close", "open"]),
        "tmx": ("pos", ["end", "begin"]),
        "xliff20": ("isolated", ["yes", "yes"]),
    }
    name, values = told[dialect]
    assert [each.get(name) for each in parts] == values


def test_a_placeable_met_twice_is_text_the_second_time() -> None:
    twice = f"{Tag(LONE, 1)} and {Tag(LONE, 1)}"
    element = coded(twice, "xliff12")
    assert [each.tag for each in element] == ["x"]
    assert element[0].tail == f" and {Tag(LONE, 1)}"


@given(st.lists(st.sampled_from([OPEN, CLOSE, LONE]), max_size=6), st.sampled_from(sorted(DIALECTS)))
def test_any_order_of_codes_survives(kinds: list[TagKind], dialect: str) -> None:
    text = "".join(f"w{place}{Tag(kind, place + 1)}" for place, kind in enumerate(kinds))
    assert Codes().text(coded(text, dialect)) == text


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<s>a<cp hex="0041"/>b</s>', "aAb"),
        ('<s>a<cp hex="0000"/>b</s>', "ab"),
        ('<s>a<cp hex="nonsense"/>b<cp/></s>', "ab"),
        ('<s>a<cp hex="7fffffffffff"/>b</s>', "ab"),
        ('<s>a<mrk mid="1">marked</mrk>b</s>', "amarkedb"),
        ('<s><g id="7">in</g></s>', f"{Tag(OPEN, 7)}in{Tag(CLOSE, 7)}"),
        ('<s><x id="logo"/><x id="line"/></s>', f"{Tag(LONE, 1)}{Tag(LONE, 2)}"),
        ('<s><bpt i="1">&lt;b&gt;</bpt>x<ept i="1">&lt;/b&gt;</ept></s>', f"{Tag(OPEN, 1)}x{Tag(CLOSE, 1)}"),
        ('<s><it pos="begin" x="2">&lt;i&gt;</it>x</s>', f"{Tag(OPEN, 2)}x"),
    ],
)
def test_others_codes(xml: str, text: str) -> None:
    """What another program wrote into a code is not text, and a character that XML forbids is left out."""
    assert read(xml) == text


def test_source_and_target_share_their_numbers() -> None:
    codes = Codes()
    source = codes.text(etree.fromstring('<source>un <g id="b">mot</g> <x id="n"/></source>'))
    target = codes.text(etree.fromstring('<target><x id="n"/> a <g id="b">word</g></target>'))
    assert sorted(tags(source)) == sorted(tags(target))

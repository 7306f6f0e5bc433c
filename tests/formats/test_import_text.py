"""Plain text and its encodings: nothing lost, guesses said, bad files refused in words."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.domain.segment import SegmentKind
from translator_gui.formats.catalogue import IMPORTERS, importer, sniff
from translator_gui.formats.decoding import decode
from translator_gui.formats.import_text import TextImporter, is_capitals
from translator_gui.formats.reading import read_bytes
from translator_gui.kit.errors import FormatError, InputError
from translator_gui.text.normalise import without_controls

FRENCH = (
    "L’été où le maire a cédé.\n\n"
    "À l’hôtel de ville, on s’étonne : « Où est passé l’œuvre ? » Le coût dépasse 3 000 €.\n"
)
LATIN = "L'été où le maire a cédé.\n\nÀ l'hôtel de ville, on s'étonne : « Où est passé le reste ? » Le coût a doublé.\n"


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (FRENCH.encode("utf-8"), "utf-8", False),
        (FRENCH.encode("utf-8-sig"), "utf-8", False),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-16", False),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16", False),
        (FRENCH.encode("utf-16-le"), "utf-16-le", True),
        (FRENCH.encode("utf-16-be"), "utf-16-be", True),
        (FRENCH.encode("utf-32"), "utf-32", False),
        (FRENCH.encode("cp1252"), "cp1252", True),
        (b"plain ascii text, nothing more.", "utf-8", False),
    ],
)
def test_encodings(data: bytes, encoding: str, guessed: bool) -> None:
    found = decode(data, "a.txt")
    assert found.encoding == encoding
    assert bool(found.warnings) is guessed
    assert found.text == (FRENCH if len(data) > 40 else data.decode())


def test_latin_1_reads_right() -> None:
    found = decode(LATIN.encode("latin-1"), "a.txt")
    assert found.text == LATIN
    assert found.encoding in ("cp1252", "iso8859-1")
    assert found.warnings


def test_a_short_latin_word_reads_right() -> None:
    assert decode("Un été à Kermoran".encode("latin-1"), "a.txt").text == "Un été à Kermoran"


def test_a_byte_that_windows_1252_lacks_falls_back() -> None:
    found = decode("Un café \x81 noir, déjà bu à l'hôtel".encode("latin-1"), "a.txt")
    assert "café" in found.text
    assert "déjà" in found.text


def test_utf8_with_a_broken_byte_keeps_the_rest() -> None:
    data = ("é" * 50).encode() + b"\xff" + ("à" * 50).encode()
    found = decode(data, "a.txt")
    assert found.text == "é" * 50 + "\ufffd" + "à" * 50
    assert "damaged" in found.warnings[0]


def test_damaged_utf16_says_so() -> None:
    found = decode(codecs.BOM_UTF16_LE + "été".encode("utf-16-le") + b"\x00", "a.txt")
    assert found.text.startswith("été")
    assert "damaged" in found.warnings[0]


def test_a_forced_encoding_is_taken() -> None:
    assert decode("é".encode(), "a.txt", forced="latin-1").text == "Ã©"


def test_an_unknown_forced_encoding_is_refused() -> None:
    with pytest.raises(InputError, match="no encoding"):
        decode(b"abc", "a.txt", forced="klingon")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 abc", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"SQLite format 3\x00", "database"),
        (bytes(range(256)) * 40, "not text"),
    ],
)
def test_binary_files_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        decode(data, "a.bin")


@pytest.mark.parametrize("data", [b"", b"\n \n\t", codecs.BOM_UTF8])
def test_empty_files_are_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        TextImporter().read(data, "a.txt", {})


def test_nul_and_controls_are_left_out_with_a_warning() -> None:
    document = TextImporter().read("Un\x00 été\x07 à\x1b Kermoran.".encode(), "a.txt", {})
    assert document.article.text() == "Un été à Kermoran."
    assert "Control characters" in document.warnings[0]


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=200, deadline=None)
def test_text_comes_back(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        document = TextImporter().read(data, "a.txt", {"encoding": "utf-8"})
    except InputError:
        assert not without_controls(text).removeprefix("\ufeff").strip()
        return
    assert document.article.text() == without_controls(text.removeprefix("\ufeff"))
    assert all(segment.source == segment.source.strip() for segment in document.article.segments)


def test_kinds() -> None:
    text = (
        "UN TITRE EN CAPITALES\n\nUn paragraphe.\n\n- Un point\n- Un autre\n\nPhoto : AFP\n\n"
        "– Vous partez ?\n1) Numéroté\n"
    )
    document = TextImporter().read(text.encode(), "a.txt", {})
    assert [(s.source, s.kind) for s in document.article.segments] == [
        ("UN TITRE EN CAPITALES", SegmentKind.HEADING),
        ("Un paragraphe.", SegmentKind.PARAGRAPH),
        ("Un point", SegmentKind.LIST_ITEM),
        ("Un autre", SegmentKind.LIST_ITEM),
        ("Photo : AFP", SegmentKind.CAPTION),
        ("– Vous partez ?", SegmentKind.PARAGRAPH),
        ("Numéroté", SegmentKind.LIST_ITEM),
    ]
    assert document.article.text() == text
    assert document.article.title == "UN TITRE EN CAPITALES"


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("LA CHINE « ENGAGÉE » À L’OUEST", True),
        ("OTAN", False),
        ("G20, ONU, UE", False),
        ("La Chine", False),
        ("2 300 000", False),
        ("习近平在莫斯科会见普京总统", False),
    ],
)
def test_capitals(line: str, is_heading: bool) -> None:
    assert is_capitals(line) is is_heading


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Le conseil municipal a adopté mardi soir le budget de la\n"
        "ville. Les élus de l’opposition ont quitté la salle avant\n"
        "le vote, dénonçant une mascarade, et le maire a clos la\n"
        "séance.\n"
    )
    document = TextImporter().read(text.encode(), "a.txt", {})
    assert len(document.article.segments) == 1
    assert document.article.text() == text


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"<!DOCTYPE html><html>", "page", "html"),
        (b"<!DOCTYPE html><html>", "page.txt", "html"),
        (b"Un texte.", "a.htm", "html"),
        (b"Un texte.", "a.md", "markdown"),
        (b"# Titre\n\n- un\n- deux\n\n> non\n", "sans-extension", "markdown"),
        (b"Un texte.", "a.txt", "text"),
        (b"Un texte.", "sans-extension", "text"),
        (b"", "", "text"),
        (codecs.BOM_UTF16_LE + "<html><body>".encode("utf-16-le"), "a", "html"),
    ],
)
def test_sniffing(head: bytes, name: str, expected: str) -> None:
    assert sniff(head, name) == expected


def test_every_importer_can_be_built_and_answers_its_id() -> None:
    for name in IMPORTERS:
        found = importer(name)
        assert found.format == name
        assert found.extensions
        assert 0 <= found.sniff(b"", "") <= 1


def test_reading_what_is_no_file(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path, "folder"),
        (tmp_path / "none.txt", "does not exist"),
        (Path("/dev/null"), "regular"),
    ):
        with pytest.raises(InputError, match=words):
            read_bytes(path)
    with pytest.raises(InputError):
        read_bytes(Path("a\x00b"))

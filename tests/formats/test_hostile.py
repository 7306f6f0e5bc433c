"""Every importer, given what is hostile, broken, endless or empty: refused with a clear message, without harm."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from translator_gui.formats.catalogue import HEAD_BYTES, IMPORTERS, importer, sniff
from translator_gui.formats.export_view import rows_of
from translator_gui.kit.errors import AppError, FormatError, InputError

from .layout_material import DOCUMENTS, archive, epub, odt, word

IMPORTER_IDS = [format_id for format_id in IMPORTERS if format_id != "moses"]  # it takes two files
SECRET = "the-secret-of-this-machine"

XXE = '<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY x SYSTEM "file://{path}">]>'
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)
XLIFF = '<xliff version="1.2"><file source-language="fr" target-language="en"><body>{}</body></file></xliff>'
UNIT = "<trans-unit id='1'><source>{0}</source><target>b</target></trans-unit>"
TMX = (
    '<tmx version="1.4"><header srclang="fr"/><body><tu><tuv lang="fr"><seg>{0}</seg></tuv>'
    '<tuv lang="en"><seg>b</seg></tuv></tu></body></tmx>'
)


def refused(format_id: str, data: bytes, name: str = "a") -> AppError | None:
    """Why it was refused; None when it was read. Anything but an AppError is a fault."""
    try:
        rows_of(importer(format_id).read(data, name, {}))
    except AppError as error:
        return error
    return None


def in_office(data: bytes, member: str, body: str) -> bytes:
    """A document with one of its parts replaced."""
    source = zipfile.ZipFile(io.BytesIO(data))
    return archive([(name, body if name == member else source.read(name)) for name in source.namelist()])


def workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Un", "One"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_prolog(prolog: str) -> dict[str, bytes]:
    """In each format that is XML or holds some."""
    document = "word/document.xml"
    body = zipfile.ZipFile(io.BytesIO(word())).read(document).decode().split("?>", 1)[1]
    content = zipfile.ZipFile(io.BytesIO(odt())).read("content.xml").decode().split("?>", 1)[1]
    sheet = "xl/worksheets/sheet1.xml"
    cells = zipfile.ZipFile(io.BytesIO(workbook())).read(sheet).decode()
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>&x;&m;</p></body></html>"
    return {
        "xliff": (prolog + XLIFF.format(UNIT.format("&x;&m;"))).encode(),
        "tmx": (prolog + TMX.format("&x;&m;")).encode(),
        "docx": in_office(word(), document, prolog + body.replace("ministre", "&x;&m;")),
        "odt": in_office(odt(), "content.xml", prolog + content.replace("C’est", "&x;&m;")),
        "epub": epub(prolog + page),
        "xlsx": in_office(workbook(), sheet, prolog + cells.split("?>")[-1].replace("One", "&x;&m;")),
    }


@pytest.mark.parametrize("format_id", ["xliff", "tmx", "docx", "odt", "epub", "xlsx"])
@pytest.mark.parametrize("kind", ["file", "bomb"])
def test_entities(format_id: str, kind: str, tmp_path: object) -> None:
    secret = tmp_path / "secret.txt"  # type: ignore[operator]
    secret.write_text(SECRET)
    prolog = (XXE if kind == "file" else BOMB).replace("{path}", str(secret)).replace("{root}", "r")
    data = with_prolog(prolog)[format_id]
    with pytest.raises(FormatError, match="entities") as caught:
        importer(format_id).read(data, "a", {})
    assert caught.value.hint
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("format_id", ["html", "markdown", "text"])
def test_entities_in_pages_are_not_read(format_id: str, tmp_path: object) -> None:
    secret = tmp_path / "secret.txt"  # type: ignore[operator]
    secret.write_text(SECRET)
    page = XXE.format(root="html", path=secret) + "<html><body><p>Bonjour &x; le monde.</p></body></html>"
    try:
        article = importer(format_id).read(page.encode(), "a", {}).article
    except AppError:
        return
    assert SECRET not in article.text()


def office(names: list[str], body: bytes = b"x", **fields: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, body)
    return out.getvalue()


ARCHIVES: dict[str, Callable[[], bytes]] = {
    "zip bomb": lambda: office(["word/document.xml"], b" " * 60_000_000),
    "many members": lambda: office([f"word/{n}.xml" for n in range(11_000)], b""),
    "path up": lambda: office(["word/document.xml", "../../etc/passwd"]),
    "absolute path": lambda: office(["/etc/passwd"]),
    "drive": lambda: office(["C:/windows/a.xml"]),
    "backslash": lambda: office(["word\\..\\..\\a.xml"]),
    "no parts": lambda: office(["a.txt"]),
    "garbage parts": lambda: office(
        ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "content.xml", "xl/workbook.xml"]
    ),
    "not a zip": lambda: b"PK\x03\x04 and then nothing of the kind",
}


@cache
def archive_of(kind: str) -> bytes:
    """Made once for all formats: an archive of eleven thousand members takes longer to write than to refuse."""
    return ARCHIVES[kind]()


@pytest.mark.parametrize("format_id", ["docx", "odt", "epub", "xlsx"])
@pytest.mark.parametrize("kind", sorted(ARCHIVES))
def test_archives(format_id: str, kind: str) -> None:
    data = archive_of(kind)
    start = time.process_time()
    with pytest.raises(AppError) as caught:
        importer(format_id).read(data, "a", {})
    assert caught.value.message
    assert caught.value.hint
    assert time.process_time() - start < 10


WHOLE: dict[str, Callable[[], bytes]] = {
    **DOCUMENTS,
    "xlsx": workbook,
    "xliff": lambda: XLIFF.format(UNIT.format("Un") * 3).encode(),
    "tmx": lambda: TMX.format("Un").encode(),
    "po": lambda: b'msgid "Un"\nmsgstr "One"\n\nmsgid "Deux"\nmsgstr "Two"\n',
    "csv": lambda: b"Source,Target\nUn,One\n",
    "tsv": lambda: b"Un\tOne\n",
    "jsonl": lambda: b'{"source": "Un", "target": "One"}\n',
    "markdown": lambda: b"# Un titre\n\nUne phrase *courte*.\n",
    "text": lambda: "Une phrase.\n\nUne autre, à côté.\n".encode(),
}


@cache
def whole(format_id: str) -> bytes:
    return WHOLE[format_id]()


def test_the_table_is_whole() -> None:
    assert sorted(WHOLE) == sorted(IMPORTER_IDS)


@pytest.mark.parametrize("format_id", IMPORTER_IDS)
def test_every_truncation(format_id: str) -> None:
    """Cut anywhere: a document, or an error with a hint; nothing else."""
    data = whole(format_id)
    step = max(1, len(data) // 12)
    for end in range(1, len(data), step):
        error = refused(format_id, data[:end])
        assert error is None or (error.message and error.hint)


@pytest.mark.parametrize("format_id", IMPORTER_IDS)
def test_damaged_bytes(format_id: str) -> None:
    data = bytearray(whole(format_id))
    for at in range(3, len(data), max(1, len(data) // 12)):
        hurt = bytes(data[:at]) + b"\xff\x00\xfe" + bytes(data[at + 3 :])
        error = refused(format_id, hurt)
        assert error is None or error.hint


@pytest.mark.parametrize("format_id", IMPORTER_IDS)
@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t", b"\xef\xbb\xbf", b"\x00" * 64, bytes(range(256)) * 8])
def test_empty_and_binary(format_id: str, data: bytes) -> None:
    with pytest.raises(AppError) as caught:
        importer(format_id).read(data, "a", {})
    assert caught.value.hint


@cache
def nested(depth: int) -> dict[str, bytes]:
    deep = "<g id='1'>" * depth + "mot" + "</g>" * depth
    spans = "<span style='a'>" * depth + "mot" + "</span>" * depth
    odf = "<text:span text:style-name='T1'>" * depth + "mot" + "</text:span>" * depth
    content = zipfile.ZipFile(io.BytesIO(odt())).read("content.xml").decode()
    body = zipfile.ZipFile(io.BytesIO(word())).read("word/document.xml").decode()
    smart = "<w:smartTag>" * depth + "<w:r><w:t>mot</w:t></w:r>" + "</w:smartTag>" * depth
    return {
        "xliff": XLIFF.format(UNIT.format(deep)).encode(),
        "tmx": TMX.format("<hi>" * depth + "mot" + "</hi>" * depth).encode(),
        "html": f"<html><body><p>Bonjour {spans} le monde.</p></body></html>".encode(),
        "epub": epub(f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Un {spans} de plus.</p></body></html>"),
        "odt": in_office(odt(), "content.xml", content.replace("C’est", odf)),
        "docx": in_office(word(), "word/document.xml", body.replace("<w:p>", f"<w:p>{smart}", 1)),
        "markdown": (">" * depth + " mot\n\n" + "*" * depth + "mot" + "*" * depth).encode(),
        "jsonl": b'{"source": ' + b"[" * depth + b"]" * depth + b"}",
    }


@pytest.mark.parametrize("depth", [40, 1000, 20_000])
@pytest.mark.parametrize("format_id", sorted(nested(1)))
def test_nested_tags(format_id: str, depth: int) -> None:
    start = time.process_time()
    error = refused(format_id, nested(depth)[format_id])
    assert error is None or error.hint
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("format_id", "line"),
    [
        ("text", b"Une ligne.\n"), ("markdown", b"# Titre\n"), ("html", b"<p>x\n"), ("csv", b"Un,One\n"),
        ("tsv", b"Un\tOne\n"), ("jsonl", b'{"source":"Un"}\n'), ("po", b'msgid "a"\nmsgstr "b"\n'),
    ],
)  # fmt: skip
def test_a_million_lines(format_id: str, line: bytes) -> None:
    """Refused before memory or time go into it."""
    data = line * 1_300_000
    tracemalloc.start()
    start = time.process_time()
    with pytest.raises(InputError, match="too many for one article"):
        importer(format_id).read(data, "a", {})
    seconds, peak = time.process_time() - start, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert seconds < 5
    assert peak < 100_000_000


@pytest.mark.parametrize("format_id", ["xliff", "text", "csv"])
def test_too_many_segments(format_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translator_gui.formats.limits.MOST_SEGMENTS", 100)
    many = {
        "xliff": XLIFF.format("<trans-unit id='1'><source>a</source></trans-unit>" * 110),
        "text": "Une ligne.\n\n" * 110,
        "csv": "Un,One\n" * 110,
    }
    with pytest.raises(InputError, match="too many"):
        importer(format_id).read(many[format_id].encode(), "a", {})


@pytest.mark.parametrize("format_id", sorted(WHOLE))
def test_a_wrong_name_does_no_harm(format_id: str) -> None:
    """Whatever a file is called, what it is sniffed as can be read."""
    data = whole(format_id)
    for name in ("a", "a.docx", "a.html", "a.xlsx", "a.txt"):
        found = sniff(data[:HEAD_BYTES], name)
        error = refused(found, data, name)
        assert error is None or error.hint

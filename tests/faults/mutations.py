"""Files to be spoilt, one or more for each importer, and ways to spoil them, for the quick test and for the fuzzer."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path

from lxml import etree

from tests.formats.export_material import view
from tests.formats.layout_material import epub, odt, word
from translator_gui.formats.catalogue import EXPORTERS, IMPORTERS

GOLDEN = Path(__file__).resolve().parents[1] / "formats" / "golden"
# importer -> exporters whose files it reads
_MADE_BY = {
    "xliff": ("xliff12", "xliff20"),
    "tmx": ("tmx",),
    "docx": ("docx", "bilingual-docx"),
    "xlsx": ("xlsx",),
    "po": ("po",),
    "text": ("txt",),
    "html": ("html", "bilingual-html"),
    "markdown": ("markdown",),
    "tsv": ("tsv",),
    "csv": ("csv",),
    "jsonl": ("jsonl",),
    "moses": ("txt",),
}
# What has broken parsers before.
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", "\u202e".encode(), "\u2028".encode(), b"\r", b'"', b"'", b"<", b">", b"&",
    b"]]>", b"<!--", b"<![CDATA[", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;", b"&#xD800;", b"{", b"[" * 200,
    b"\t" * 50, b",", b"<g>" * 200, b'<seg xml:lang="">', b"9" * 400, b"-1", b"=cmd|' /C calc'!A0",
)  # fmt: skip
# What an attribute or a text may say, and should not.
VALUES = (
    "", "0", "-1", "9" * 40, "1e999", "x", "a b", "\u202e", "fr-FR", "en", "../../x", "http://[", "#", "%zz", "none",
)  # fmt: skip


@cache
def seeds(format_id: str) -> tuple[bytes, ...]:
    """Sound files of the format."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name in _MADE_BY.get(format_id, ()):
            exporter = EXPORTERS.get(name)()
            found += [p.read_bytes() for p in exporter.write(view(), Path(folder) / f"x{exporter.extension}", {})]
    if format_id in ("docx", "odt", "epub"):
        found.append({"docx": word, "odt": odt, "epub": epub}[format_id]())
    return tuple(found)


def options(format_id: str, data: bytes) -> dict[str, object]:
    """What the importer wants to know besides: the other half of a Moses pair."""
    return {"other": data, "pair": "fr-en"} if format_id == "moses" else {}


def formats() -> list[str]:
    return [format_id for format_id in IMPORTERS if seeds(format_id)]


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """``data`` with one to four mistakes; in an archive mostly inside its files, so that the archive itself opens."""
    if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.8:
        return _spoilt_archive(data, chance)
    if chance.random() < 0.3 and (bent := with_bent_tree(data, chance)) is not None:
        return bent
    for _ in range(chance.randint(1, 4)):
        data = _once(data, chance)
    return data


def _once(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    length = chance.choice((1, 4, 30, 300))
    kind = chance.randrange(6)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + data[at + length :]
    if kind == 2:
        return data[:at] + chance.choice(TOKENS) + data[at:]
    if kind == 3:
        return data[:at] + bytes(chance.randrange(256) for _ in range(min(length, 30))) + data[at + length :]
    if kind == 4:
        return data[: at + length] + data[at:]
    end = chance.randrange(len(data) + 1)
    return data[:at] + data[end : end + length] + data[at:]


def with_bent_tree(data: bytes, chance: random.Random) -> bytes | None:
    """XML that is still well-formed: elements missing, doubled, moved, with other values; None when it is none."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except (etree.LxmlError, ValueError):
        return None
    every = [each for each in root.iter() if isinstance(each.tag, str)]
    for _ in range(chance.randint(1, 3)):
        one, other = chance.choice(every), chance.choice(every)
        kind, parent = chance.randrange(6), one.getparent()
        if kind == 0 and parent is not None:
            parent.remove(one)
        elif kind == 1 and parent is not None:
            parent.extend(deepcopy(one) for _ in range(chance.choice((1, 2, 30))))
        elif kind == 2 and other not in one.iterdescendants() and other is not one:
            other.append(deepcopy(one))
        elif kind == 3 and one.attrib:
            del one.attrib[chance.choice(one.keys())]
        elif kind == 4 and one.attrib:
            one.set(chance.choice(one.keys()), chance.choice(VALUES))
        else:
            one.tail, one.text = chance.choice(((one.text, one.tail), (one.tail, chance.choice(VALUES))))
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def members(data: bytes) -> list[tuple[str, bytes]]:
    """Name and content of each file in an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def archive_of(files: Iterable[tuple[str, bytes]], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return made.getvalue()


def _spoilt_archive(data: bytes, chance: random.Random) -> bytes:
    files = members(data)
    victim = chance.randrange(len(files))
    name, content = files[victim]
    files[victim : victim + 1] = [] if chance.random() < 0.1 else [(name, spoilt(content, chance))]
    return archive_of(files)


def cases(format_id: str, count: int, seed: int) -> Iterator[bytes]:
    chance = random.Random(f"{format_id}{seed}")
    for _ in range(count):
        yield spoilt(chance.choice(seeds(format_id)), chance)

"""Files to be spoilt, one or more for each importer, and ways to spoil them, for the quick test and for the fuzzer."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

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


def formats() -> list[str]:
    return [format_id for format_id in IMPORTERS if seeds(format_id)]


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """``data`` with one to four mistakes; in an archive mostly inside its files, so that the archive itself opens."""
    if data[:2] == b"PK" and chance.random() < 0.8:
        return _spoilt_archive(data, chance)
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


def _spoilt_archive(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [(info.filename, archive.read(info)) for info in archive.infolist()]
    victim = chance.randrange(len(files))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(files):
            if number == victim:
                if chance.random() < 0.1:
                    continue
                content = _once(content, chance)
            archive.writestr(name, content)
    return made.getvalue()


def cases(format_id: str, count: int, seed: int) -> Iterator[bytes]:
    chance = random.Random(f"{format_id}{seed}")
    for _ in range(count):
        yield spoilt(chance.choice(seeds(format_id)), chance)

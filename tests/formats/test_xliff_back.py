"""XLIFF files of other tools, written back: only targets and their states are others, and other tools read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from translator_gui.domain.article import Document
from translator_gui.domain.segment import Row, State, Target
from translator_gui.formats.catalogue import exporter_for, importer
from translator_gui.formats.export_view import ExportView, rows_of
from translator_gui.kit.errors import FormatError, InputError
from translator_gui.text.placeables import Tag, parts

from .export_material import view

XLIFF12 = """<?xml version="1.0" encoding="utf-8"?>
<!-- made elsewhere -->
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:x-tool" x:job="17">
<file original="a.docx" source-language="fr" datatype="x-docx"><header><note>Urgent</note></header><body><group id="g1">
<trans-unit id="1" x:seen="yes"><source>Le <g id="1" ctype="bold">port</g> est<x id="2"/>fermé.</source></trans-unit>
<trans-unit id="2" approved="no"><source> Il <bpt id="3">&lt;i&gt;</bpt>pleut<ept id="3">&lt;/i&gt;</ept>. </source>
<target state="needs-review-translation" state-qualifier="leveraged-mt"> It rains. </target><alt-trans>
<target>x</target></alt-trans></trans-unit>
<trans-unit id="3"><source>Fin.</source><target state="final" x:by="Ana">The <mrk mtype="term">end</mrk>.</target>
</trans-unit></group></body></file></xliff>
"""
XLIFF20 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr"><file id="f"><unit id="u1">
<originalData><data id="d1">[b]</data></originalData><segment id="s1"><source>Le <pc id="1" dataRefStart="d1"
 dataRefEnd="d1">port</pc>.</source></segment><ignorable><source> </source></ignorable><segment id="s2" state="final"
 subState="x:y"><source>Il pleut<ph id="2"/>.</source><target>It rains<ph id="2"/>.</target></segment></unit>
</file></xliff>
"""
SDL = """\ufeff<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"
 sdl:version="1.0"><file original="a.docx" datatype="x-sdlfilterframework2" source-language="fr-FR"
 target-language="en-GB"><header><sdl:ref-files/></header><body><trans-unit id="t1"><source><g id="5">Le port est fermé.
 Il pleut.</g></source><seg-source><g id="5"><mrk mtype="seg" mid="1">Le port est <g id="6">fermé</g>.</mrk> <mrk
 mtype="seg" mid="2">Il pleut.</mrk></g></seg-source><target><g id="5"><mrk mtype="seg" mid="1"/> <mrk mtype="seg"
 mid="2">It rains.</mrk></g></target><sdl:seg-defs><sdl:seg id="1"/><sdl:seg id="2" conf="Translated" origin="tm"
 percent="100"/></sdl:seg-defs></trans-unit></body></file></xliff>
"""
MEMSOURCE = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0"
 version="1.2"><file original="a" source-language="fr" target-language="en" datatype="x"><body><trans-unit id="1"
 m:confirmed="0" m:para-id="0"><source>Il {b&gt;pleut&lt;b}.</source><target>It</target></trans-unit>
</body></file></xliff>
"""
FILES = {"1.2": XLIFF12, "2.0": XLIFF20, "sdl": SDL, "memsource": MEMSOURCE}


def read(text: str) -> Document:
    return importer("xliff").read(text.encode(), "a.xlf", {})


def written(document: Document, rows: list[Row], folder: Path) -> bytes:
    [path] = exporter_for("xliff").write(
        ExportView(document.article, rows, original=document.original), folder / "o", {}
    )
    return path.read_bytes()


def shouted(text: str) -> str:
    return "".join(str(part) if isinstance(part, Tag) else part.upper() for part in parts(text))


def translated(document: Document, state: State = State.REVIEWED) -> list[Row]:
    return [Row(row.segment, Target(shouted(row.segment.source), state)) for row in rows_of(document)]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("state", State)
def test_targets_and_states_come_back(name: str, state: State, tmp_path: Path) -> None:
    document = read(FILES[name])
    again = read(written(document, translated(document, state), tmp_path).decode("utf-8"))
    assert again.article.segments == document.article.segments
    for row in rows_of(again):
        assert (row.target.text.strip(), row.target.state) == (shouted(row.segment.source), state)


@pytest.mark.parametrize("name", FILES)
def test_untouched_when_nothing_was_altered(name: str, tmp_path: Path) -> None:
    document = read(FILES[name])
    made = written(document, rows_of(document), tmp_path)
    assert etree.tostring(etree.fromstring(made), method="c14n") == canonical(FILES[name])


def canonical(text: str) -> bytes:
    return bytes(etree.tostring(etree.fromstring(text.encode("utf-8")), method="c14n"))


@pytest.mark.parametrize("name", FILES)
def test_all_but_the_targets_is_kept(name: str, tmp_path: Path) -> None:
    document = read(FILES[name])
    made = written(document, translated(document), tmp_path)
    assert made.startswith(b"\xef\xbb\xbf") is (name == "sdl")
    assert without_targets(made) == without_targets(FILES[name].encode())


def without_targets(data: bytes) -> bytes:
    """The file without targets, and without what says of their state or language."""
    root = etree.fromstring(data)
    for target in list(root.iter("{*}target")):
        if etree.QName(target.getparent()).localname != "alt-trans":
            target.getparent().remove(target)
    for element in root.iter("*"):
        for key in list(element.attrib):
            if re.fullmatch(r"(\{.*\})?(approved|state|subState|conf|confirmed|target-language|trgLang)", key):
                del element.attrib[key]
    return re.sub(rb"\s+", b"", etree.tostring(root, method="c14n"))


def test_native_codes_are_the_sources(tmp_path: Path) -> None:
    document = read(XLIFF12)
    made = written(document, translated(document), tmp_path).decode()
    assert '<target state="signed-off">LE <g id="1" ctype="bold">PORT</g> EST<x id="2"/>FERMÉ.</target>' in made
    assert '> IL <bpt id="3">&lt;i&gt;</bpt>PLEUT<ept id="3">&lt;/i&gt;</ept>. </target>' in made
    assert 'target-language="en"' in made
    assert "leveraged-mt" not in made
    assert "<!-- made elsewhere -->" in made
    assert "standalone" not in made
    made = written(read(SDL), translated(read(SDL), State.FINAL), tmp_path).decode()
    assert made.count('conf="ApprovedSignOff"') == 2
    assert '<g id="5"><mrk mtype="seg" mid="1">LE PORT EST <g id="6">FERMÉ</g>.</mrk>' in made
    assert 'm:confirmed="1"' in written(read(MEMSOURCE), translated(read(MEMSOURCE)), tmp_path).decode()
    made = written(read(XLIFF20), translated(read(XLIFF20)), tmp_path).decode()
    assert 'dataRefEnd="d1">PORT</pc>.</target>' in made
    assert "subState" not in made


def test_lost_and_crossed_codes_stay_well_formed(tmp_path: Path) -> None:
    for name, text in ((n, t) for n in FILES for t in ("A⟨1⟩b⟨2/⟩c", "⟨/1⟩x⟨1⟩⟨1⟩y⟨5⟩z⟨/1⟩⟨/5⟩⟨2/⟩⟨2/⟩", "⟨77/⟩ <b>")):
        document = read(FILES[name])
        rows = [Row(row.segment, Target(text, State.TRANSLATED)) for row in rows_of(document)]
        again = read(written(document, rows, tmp_path).decode("utf-8"))
        assert len(again.article.segments) == len(document.article.segments)


def test_split_and_joined_segments_find_their_unit(tmp_path: Path) -> None:
    from dataclasses import replace

    document = read(XLIFF12)
    one, two, three = document.article.segments
    joined = replace(one, source=one.source + one.gap + two.source, gap=two.gap)
    first, second = replace(three, source="Fi", gap=""), replace(three, id="3.1", source="n.")
    article = replace(document.article, segments=(joined, first, second))
    texts = {joined.id: "All of it.", first.id: "The", second.id: "very end."}
    rows = [Row(segment, Target(texts[segment.id], State.TRANSLATED)) for segment in article.segments]
    again = read(written(replace(document, article=article), rows, tmp_path).decode("utf-8"))
    assert [row.target.text.strip() for row in rows_of(again)] == ["All of it.", "", "The very end."]


def test_rows_that_do_not_go_out_stay(tmp_path: Path) -> None:
    document = read(XLIFF12)
    made = written(document, translated(document)[:1], tmp_path)
    texts = [row.target.text.strip() for row in rows_of(read(made.decode()))]
    assert texts[1:] == ["It rains.", "The end."]
    assert b'<mrk mtype="term">end</mrk>' in made


@pytest.mark.parametrize("name", ["1.2", "sdl", "2.0"])
def test_translate_toolkit_reads_it(name: str, tmp_path: Path) -> None:
    from translate.storage import xliff, xliff2

    document = read(FILES[name])
    made = written(document, translated(document), tmp_path)
    store = (xliff2.Xliff2File if name == "2.0" else xliff.xlifffile).parsestring(made)
    targets = " ".join(str(unit.target) for unit in store.units)
    assert "PORT" in targets
    assert "PLEUT" in targets


def test_what_cannot_be_written_back(tmp_path: Path) -> None:
    document = read(XLIFF12)
    with pytest.raises(InputError, match="came from an XLIFF file"):
        exporter_for("xliff").write(view(), tmp_path / "a", {})
    other = ExportView(read(SDL).article, rows_of(read(SDL)), original=document.original)
    with pytest.raises(FormatError, match="reads differently"):
        exporter_for("xliff").write(other, tmp_path / "a", {})


def test_our_own_files_are_written_anew(tmp_path: Path) -> None:
    [path] = exporter_for("xliff12").write(view(), tmp_path / "a.xlf", {})
    assert importer("xliff").read(path.read_bytes(), "a.xlf", {}).original is None

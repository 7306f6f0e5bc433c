"""Bilingual files: what we wrote comes back; what others wrote is read; what is hostile or broken is refused."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.domain.article import Article, Document
from translator_gui.domain.segment import Exclusion, Origin, Row, Segment, SegmentKind, State, Target
from translator_gui.formats.catalogue import HEAD_BYTES, exporter_for, importer, sniff
from translator_gui.formats.export_view import ExportView, rows_of
from translator_gui.formats.mending import MendableError
from translator_gui.kit.errors import FormatError
from translator_gui.text.normalise import without_controls
from translator_gui.text.xml_characters import strip_forbidden

from .export_material import view
from .test_export_standards import NASTY, assert_valid, written

IMPORTER = {"tmx": "tmx", "xliff12": "xliff", "xliff20": "xliff", "csv": "csv", "tsv": "tsv", "jsonl": "jsonl"}


def read_back(format_id: str, data: bytes) -> Document:
    return importer(IMPORTER[format_id]).read(data, f"a.{format_id}", {})


@pytest.mark.parametrize("format_id", ["xliff12", "xliff20", "jsonl"])
def test_everything_comes_back(format_id: str) -> None:
    document = view(with_excluded=True)
    back = read_back(format_id, written(format_id, document))
    assert rows_of(back) == [Row(row.segment, row.target) for row in document.rows]
    assert back.notes == {"p2-1": ("Ask Ana & <Bob>", "Deuxième")}
    assert str(back.article.pair) == "fr-en"
    if format_id != "jsonl":
        assert back.article.text() == document.article.text()
        assert (back.article.title, back.article.origin) == ("Grève au port", "greve.txt")


def test_tmx_comes_back() -> None:
    document = view()
    back = read_back("tmx", written("tmx", document))
    assert rows_of(back) == [Row(row.segment, row.target) for row in document.rows if row.target.text]
    assert back.notes == {"p2-1": ("Ask Ana & <Bob>", "Deuxième")}


@pytest.mark.parametrize("format_id", ["csv", "tsv"])
@pytest.mark.parametrize("spreadsheet", [True, False])
def test_tables_come_back(format_id: str, spreadsheet: bool, tmp_path: Path) -> None:
    document = view(with_excluded=True)
    [path] = exporter_for(format_id).write(document, tmp_path / "a", {"spreadsheet": spreadsheet})
    back = read_back(format_id, path.read_bytes())
    for row, was in zip(rows_of(back), document.rows, strict=True):
        assert (row.id, row.segment.source, row.target.text) == (was.id, was.segment.source, was.target.text)
        assert (row.target.state, row.target.origin) == (was.target.state, was.target.origin)
        assert row.segment.excluded == was.segment.excluded
    assert back.notes == {"p2-1": ("Ask Ana & <Bob>", "Deuxième")}


# Control characters are taken out of tables on the way in, with a warning, as out of any text file.
WORDS = NASTY.map(lambda text: without_controls(strip_forbidden(text)).strip()).filter(bool)


@pytest.mark.parametrize("format_id", sorted(IMPORTER))
@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(WORDS, WORDS, st.sampled_from(State), st.sampled_from(Origin), st.sampled_from(SegmentKind)),
        min_size=1,
        max_size=4,
    )
)
def test_any_pair_comes_back(format_id: str, pairs: list[tuple[str, str, State, Origin, SegmentKind]]) -> None:
    rows = [
        Row(Segment(f"s{n}", source, " ", n, kind), Target(target, state, origin, "e"))
        for n, (source, target, state, origin, kind) in enumerate(pairs)
    ]
    document = ExportView(Article(tuple(row.segment for row in rows)), rows)
    with tempfile.TemporaryDirectory() as folder:
        [path] = exporter_for(format_id).write(document, Path(folder) / "a", {})
        back = rows_of(read_back(format_id, path.read_bytes()))
    assert [(r.id, r.segment.source, r.target.text) for r in back] == [
        (f"s{n}", p[0], p[1]) for n, p in enumerate(pairs)
    ]
    assert [(r.target.state, r.target.origin, r.segment.kind) for r in back] == [p[2:] for p in pairs]


# -- files of other tools

XLIFF12 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" source-language="fr-FR" target-language="en-GB" datatype="x-docx"><body><group>
<trans-unit id="1" approved="yes"><source>Un <g id="1">mot</g> <ph id="2">&lt;br/&gt;</ph>gras.</source>
<target state="translated">A <g id="1">bold</g> word.</target><note>Vu</note></trans-unit>
<trans-unit id="1" translate="no"><source>Menu</source></trans-unit>
<trans-unit id="3"><source>Une. Deux.</source><seg-source><mrk mtype="seg" mid="0">Une.</mrk> <mrk mtype="seg"
 mid="1">Deux.</mrk></seg-source><target><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1"></mrk></target>
</trans-unit>
<trans-unit id="4"><source>MT</source><target state-qualifier="mt-suggestion">MT!</target></trans-unit>
</group></body></file></xliff>"""


def test_xliff_12_of_another_tool() -> None:
    back = importer("xliff").read(XLIFF12.encode(), "a.xlf", {})
    rows = rows_of(back)
    assert [(r.id, r.segment.source, r.target.text) for r in rows] == [
        ("1", "Un ⟨1⟩mot⟨/1⟩ ⟨2/⟩gras.", "A ⟨1⟩bold⟨/1⟩ word."),
        ("1-2", "Menu", ""),
        ("3-0", "Une.", "One."),
        ("3-1", "Deux.", ""),
        ("4", "MT", "MT!"),
    ]
    assert [r.target.state for r in rows][:2] == [State.REVIEWED, State.INITIAL]
    assert rows[1].segment.exclusion is Exclusion.BY_HAND
    assert rows[2].segment.paragraph == rows[3].segment.paragraph == 2
    assert [r.target.origin for r in rows] == [Origin.DRAFT, Origin.NONE, Origin.DRAFT, Origin.NONE, Origin.ENGINE]
    assert str(back.article.pair) == "fr-FR-en-GB"
    assert back.notes == {"1": ("Vu",)}
    assert back.warnings == ()


XLIFF20 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en">
<file id="f"><unit id="u1"><notes><note category="finding">Kept: not ours</note></notes>
<segment state="reviewed"><source>Une<cp hex="0009"/> <pc id="1">phrase</pc>.</source><target>A sentence.</target>
</segment><ignorable><source> </source></ignorable>
<segment id="b"><source>Autre.</source></segment></unit></file></xliff>"""


def test_xliff_20_of_another_tool() -> None:
    back = importer("xliff").read(XLIFF20.encode("utf-16"), "a.xlf", {})
    rows = rows_of(back)
    assert [(r.id, r.segment.source, r.target.text, r.target.state) for r in rows] == [
        ("u1", "Une\t ⟨1⟩phrase⟨/1⟩.", "A sentence.", State.REVIEWED),
        ("u1-b", "Autre.", "", State.INITIAL),
    ]
    assert back.article.text() == "Une\t ⟨1⟩phrase⟨/1⟩. Autre.\n"
    assert back.notes == {"u1": ("Kept: not ours",)}


TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="FR-FR"/><body>
<tu><tuv xml:lang="en-US"><seg>One</seg></tuv><tuv xml:lang="fr-fr"><seg>Une <bpt i="1">\\b</bpt>fois</seg></tuv>
<tuv xml:lang="de"><seg>Ein</seg></tuv></tu><tu><tuv xml:lang="fr-fr"><seg>Seule</seg></tuv></tu></body></tmx>"""


def test_tmx_of_another_tool() -> None:
    back = importer("tmx").read(TMX.encode(), "a.tmx", {})
    assert [(r.segment.source, r.target.text) for r in rows_of(back)] == [("Une ⟨1⟩fois", "One")]
    assert len(back.warnings) == 2
    german = importer("tmx").read(TMX.encode(), "a.tmx", {"target": "de"})
    assert [r.target.text for r in rows_of(german)] == ["Ein"]


@pytest.mark.parametrize(
    ("name", "text", "pairs"),
    [
        ("a.csv", "Français;Anglais\nUn;One\n", [("Un", "One")]),
        ("a.csv", 'Un,"One, two"\nDeux,Two\n', [("Un", "One, two"), ("Deux", "Two")]),
        ("a.tsv", "ID\tSource\tTarget\nx\tUn\tOne\n\n", [("Un", "One")]),
        ("a.tsv", "'quoted'\t'tis\n", [("'quoted'", "'tis")]),
        (
            "a.jsonl",
            '{"source": "Un", "target": null}\n{"source": "Deux", "target": "Two"}',
            [("Un", ""), ("Deux", "Two")],
        ),
    ],
)
def test_tables_of_others(name: str, text: str, pairs: list[tuple[str, str]]) -> None:
    data = text.encode()
    back = importer(sniff(data[:HEAD_BYTES], name)).read(data, name, {})
    assert [(r.segment.source, r.target.text) for r in rows_of(back)] == pairs


# -- hostile and broken files

XXE = '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx version="1.4">{}</tmx>'
BOMB = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<xliff version="1.2"><file original="&b;"/></xliff>"""


@pytest.mark.parametrize(
    ("format_id", "data", "words"),
    [
        ("tmx", XXE.format("<body><tu><tuv><seg>&x;</seg></tuv></tu></body>").encode(), "declares XML entities"),
        ("xliff", BOMB.encode(), "declares XML entities"),
        ("xliff", XLIFF12.encode()[:700], "line 8"),
        ("tmx", TMX.encode()[:150], "line 2"),
        ("xliff", b"", "line 1"),
        ("xliff", b"<html/>", "not an XLIFF file"),
        ("tmx", b"<html/>", "not a TMX file"),
        ("xliff", XLIFF12.replace("Menu", "É").encode("cp1252"), "line 6"),
        ("xliff", b'<xliff version="1.2"><file><body/></file></xliff>', "no translation unit"),
        ("csv", b"source,target\na,b\nc\n", "line 3"),
        ("csv", b'a,"b\nc', "line 2"),
        ("tsv", b"only one column\n", "line 1"),
        ("jsonl", b'{"source": "a", "target": "b"}\n{"source": 1}', "line 2"),
        ("jsonl", b"[1]", "line 1"),
        ("jsonl", b"\xff\xfe", "line 1"),
    ],
)
def test_refused(format_id: str, data: bytes, words: str) -> None:
    with pytest.raises(FormatError) as caught:
        importer(format_id).read(data, "a.file", {})
    assert words in caught.value.message
    assert caught.value.hint


def test_the_good_part_of_a_truncated_file() -> None:
    cut = XLIFF12.encode()[: XLIFF12.index("seg-source")]
    back = importer("xliff").read(cut, "a.xlf", {"recover": True})
    assert [row.segment.source for row in rows_of(back)] == ["Un ⟨1⟩mot⟨/1⟩ ⟨2/⟩gras.", "Menu"]
    assert "line 7" in back.warnings[-2]
    assert back.warnings[-1] == "One unit is lost: 3."


@pytest.mark.parametrize(("format_id", "text", "cut"), [("xliff", XLIFF12, "seg-source"), ("tmx", TMX, "Seule")])
def test_a_truncated_file_says_that_it_can_be_recovered(format_id: str, text: str, cut: str) -> None:
    with pytest.raises(MendableError, match="line") as caught:
        importer(format_id).read(text.encode()[: text.encode().index(cut.encode())], "a", {})
    assert caught.value.options == {"recover": True}
    assert pickle.loads(pickle.dumps(caught.value)).options == {"recover": True}


def test_a_wrong_encoding_is_told_and_mended() -> None:
    text = XLIFF12.replace("Un <g", "Étonné, un été à <g").encode("cp1252")
    with pytest.raises(MendableError, match="from line 4 on it is cp1252") as caught:
        importer("xliff").read(text, "a.xlf", {})
    assert caught.value.options == {"encoding": "cp1252"}
    back = importer("xliff").read(text, "a.xlf", caught.value.options)
    assert back.article.segments[0].source.startswith("Étonné, un été à ⟨1⟩mot")


@pytest.mark.parametrize("format_id", ["xliff12", "xliff20", "tmx"])
def test_placeables_come_back(format_id: str, shared_data: Path) -> None:
    """Pairs, lone ones, halves of pairs of another sentence, and pairs that cross: as codes, valid, and back."""
    pairs = [
        ("Le ⟨1⟩port⟨/1⟩ ⟨2/⟩fermé", "The ⟨2/⟩closed ⟨1⟩port⟨/1⟩"),
        ("⟨3⟩Un début", "⟨3⟩A beginning"),
        ("une fin⟨/3⟩", "an end⟨/3⟩"),
        ("⟨1⟩a⟨2⟩b⟨/2⟩⟨/1⟩", "⟨1⟩a⟨2⟩b⟨/1⟩⟨/2⟩"),
    ]
    rows = [Row(Segment(f"s{n}", source, "\n", n), Target(target)) for n, (source, target) in enumerate(pairs)]
    data = written(format_id, ExportView(Article(tuple(row.segment for row in rows)), rows))
    assert "⟨".encode() not in data
    assert_valid(shared_data / "schemas", format_id, data)
    assert [(r.segment.source, r.target.text) for r in rows_of(read_back(format_id, data))] == pairs


@pytest.mark.parametrize(
    ("name", "head", "format_id"),
    [
        ("a.xml", XLIFF12.encode(), "xliff"),
        ("a.xml", XLIFF20.encode("utf-16"), "xliff"),
        ("a.tmx", b"", "tmx"),
        ("memory", TMX.encode(), "tmx"),
        ("a.tsv", b"a\tb", "tsv"),
        ("pairs", b'{"id": 1, "source": "a"}', "jsonl"),
    ],
)
def test_sniffing(name: str, head: bytes, format_id: str) -> None:
    assert sniff(head, name) == format_id

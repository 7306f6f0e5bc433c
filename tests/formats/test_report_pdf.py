"""The report as PDF: its text can be taken out again, its fonts are in it, its plots are drawn and not pictures."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from translator_gui.domain.report import QualityReport, Verdict
from translator_gui.formats.report_catalogue import report_writer

from .report_material import esa, report


def pdf(tmp_path: Path, made: QualityReport | None = None, language: str = "en") -> PdfReader:
    [path] = report_writer("pdf").write(made or report(), tmp_path / "a.pdf", language)
    return PdfReader(path)


def text_of(reader: PdfReader) -> str:
    """With its lines joined, and words that were hyphenated put together."""
    whole = "\n".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", " ", whole.replace("\u00ad", "").replace("\u200b", ""))


def fonts_of(reader: PdfReader) -> list[tuple[str, bool]]:
    """(name, is it embedded)"""
    found: dict[str, bool] = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            described = inner["/FontDescriptor"].get_object()
            found[str(inner["/BaseFont"])] = any(key in described for key in ("/FontFile2", "/FontFile3"))
    return list(found.items())


def test_everything_is_in_it(tmp_path: Path) -> None:
    reader = pdf(tmp_path)
    text = text_of(reader)
    for said in (
        *("Grève <au port>", "Quality report", "Ana & co", "14 March 2026, 09:26 UTC"),
        *("Passed", "25.00", "95.00", "750.00", "Overruled by Ana: =urgent"),
        *("Cohen’s kappa, flagged segments 0.50", "F1 of spans, same ends 0.67", "1, 1, 0, 2"),
        *("Mistranslation", "The cat sleeps.", "Correction: dog", "=1+1 & 2", "altered since"),
        *("Which cat?", "↳ Ours.", "Severity multipliers neutral 0, minor 1, major 5, critical 25", "tg:rules|v:1"),
    ):
        assert said in text, said


def test_a_tagged_file_with_its_fonts_and_no_pictures(tmp_path: Path) -> None:
    reader = pdf(tmp_path)
    assert reader.metadata is not None
    assert reader.metadata.title == "Quality report: Grève <au port>"
    assert reader.metadata.author == "Ana & co"
    assert reader.root_object["/Lang"] == "en"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    fonts = fonts_of(reader)
    assert fonts
    assert all(embedded for _, embedded in fonts)
    assert not [image for page in reader.pages for image in page.images]
    drawn = b"".join(page.get_contents().get_data() for page in reader.pages)
    assert len(drawn) > 5_000


def test_in_french_by_esa_with_any_name(tmp_path: Path) -> None:
    made = dataclasses.replace(
        report(), mqm=None, verdict=None, esa=esa(), method="esa", reviewer="Łucja Œuvrard-Nguyễn Щукина",
        title="« L’été où naquit l’œuvre » — 60 %",
    )  # fmt: skip
    reader = pdf(tmp_path, made, "fr")
    text = text_of(reader)
    for said in ("Rapport de qualité", "Łucja Œuvrard-Nguyễn Щукина", "« L’été où naquit l’œuvre » — 60 %", "70,0"):
        assert said in text, said
    assert "Erreurs par catégorie et gravité" in text
    assert reader.root_object["/Lang"] == "fr"


def test_nothing_in_a_text_is_markup(tmp_path: Path) -> None:
    evil = '#panic("no") *bold* $x^2$ [a] \\ `code` <label> @ref // gone /* gone */'
    base = report()
    made = dataclasses.replace(
        base,
        title=evil,
        errors=(dataclasses.replace(base.errors[0], comment=evil, name=evil),),
        verdict=Verdict(False, True, evil, evil),
        parameters={evil: evil},
    )
    assert text_of(pdf(tmp_path, made)).count('#panic("no") *bold* $x^2$ [a]') >= 4


def test_the_same_report_is_the_same_file(tmp_path: Path) -> None:
    files = [report_writer("pdf").write(report(), tmp_path / f"{n}.pdf", "en")[0].read_bytes() for n in range(2)]
    assert files[0] == files[1]


@pytest.mark.parametrize("count", [0, 60])
def test_tables_go_over_pages_with_their_heads(tmp_path: Path, count: int) -> None:
    base = report()
    errors = tuple(
        dataclasses.replace(base.errors[0], id=f"e{n}", place=n, source="Le chat dort. " * 6) for n in range(count)
    )
    reader = pdf(tmp_path, dataclasses.replace(base, errors=errors))
    heads = sum("Category" in page.extract_text() and "Translation" in page.extract_text() for page in reader.pages)
    if count:
        assert len(reader.pages) > 3
        assert heads >= 3
    else:
        assert "No errors were marked." in text_of(reader)
    assert f"1 / {len(reader.pages)}" in reader.pages[0].extract_text()

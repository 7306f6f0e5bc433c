"""Every file format by id, imported on first use; which importer a file is for, told from its bytes and its name."""

from __future__ import annotations

from pathlib import Path, PurePath

from ..domain.protocols import Exporter, Importer
from ..kit.errors import InputError
from ..kit.registry import Registry

# id -> class. An importer's ``read`` gives one segment per paragraph (bilingual formats: per unit).
IMPORTERS: Registry[type[Importer]] = Registry(
    "import format",
    {
        "xliff": "translator_gui.formats.import_xliff:XliffImporter",
        "tmx": "translator_gui.formats.import_tmx:TmxImporter",
        "docx": "translator_gui.formats.import_docx:DocxImporter",
        "odt": "translator_gui.formats.import_odt:OdtImporter",
        "epub": "translator_gui.formats.import_epub:EpubImporter",
        "xlsx": "translator_gui.formats.import_xlsx:XlsxImporter",
        "po": "translator_gui.formats.import_po:PoImporter",
        "moses": "translator_gui.formats.import_moses:MosesImporter",
        "text": "translator_gui.formats.import_text:TextImporter",
        "html": "translator_gui.formats.import_html:HtmlImporter",
        "markdown": "translator_gui.formats.import_markdown:MarkdownImporter",
        "tsv": "translator_gui.formats.import_tables:TsvImporter",
        "csv": "translator_gui.formats.import_tables:CsvImporter",
        "jsonl": "translator_gui.formats.import_tables:JsonlImporter",
    },
    group="translator_gui.importers",
)

# id -> class. The extension an exporter writes is its own; EXTENSIONS below decides when several share one.
EXPORTERS: Registry[type[Exporter]] = Registry(
    "export format",
    {
        "txt": "translator_gui.formats.export_text:TextExporter",
        "markdown": "translator_gui.formats.export_text:MarkdownExporter",
        "html": "translator_gui.formats.export_html:HtmlExporter",
        "docx": "translator_gui.formats.export_docx:DocxExporter",
        "odt": "translator_gui.formats.export_layout:OdtExporter",
        "epub": "translator_gui.formats.export_layout:EpubExporter",
        "tmx": "translator_gui.formats.export_tmx:TmxExporter",
        "xliff12": "translator_gui.formats.export_xliff12:Xliff12Exporter",
        "xliff20": "translator_gui.formats.export_xliff20:Xliff20Exporter",
        "xliff": "translator_gui.formats.export_xliff_back:XliffBackExporter",
        "bilingual-html": "translator_gui.formats.export_bilingual_html:BilingualHtmlExporter",
        "bilingual-docx": "translator_gui.formats.export_docx:BilingualDocxExporter",
        "tsv": "translator_gui.formats.export_tables:TsvExporter",
        "csv": "translator_gui.formats.export_tables:CsvExporter",
        "jsonl": "translator_gui.formats.export_tables:JsonlExporter",
        "review-docx": "translator_gui.formats.review_docx:ReviewDocxExporter",
        "xlsx": "translator_gui.formats.export_xlsx:XlsxExporter",
        "po": "translator_gui.formats.export_po:PoExporter",
        "moses": "translator_gui.formats.export_moses:MosesExporter",
        "opus": "translator_gui.formats.export_opus:OpusExporter",
        "parquet": "translator_gui.formats.export_parquet:ParquetExporter",
    },
    group="translator_gui.exporters",
)

HEAD_BYTES = 8192


def importer(format_id: str) -> Importer:
    """Raises InputError for an unknown id."""
    return IMPORTERS.get(format_id)()


def import_extensions() -> list[str]:
    """Every extension an importer names, in the order of the table: for the filters of a file dialog."""
    named = (extension for format_id in IMPORTERS for extension in importer(format_id).extensions)
    return [extension for extension in dict.fromkeys(named) if extension]


def sniff(head: bytes, name: str) -> str:
    """The id of the importer that is surest about ``head`` (the first HEAD_BYTES bytes) and ``name``; plain text
    when none is. The first registered wins a tie."""
    best, sureness = "text", 0.0
    for format_id in IMPORTERS:
        found = importer(format_id).sniff(head, PurePath(name).name)
        if found > sureness:
            best, sureness = format_id, found
    return best


def exporter_for(target: str | Path) -> Exporter:
    """The exporter of an id ("tmx") or of a file's extension ("out/article.tmx"); the longest extension that fits
    wins, then the first registered. Raises InputError naming what is known."""
    if isinstance(target, str) and target in EXPORTERS:
        return EXPORTERS.get(target)()
    name = PurePath(target).name.lower()
    fitting = [
        found for found in (EXPORTERS.get(each)() for each in EXPORTERS) if name.endswith(found.extension.lower())
    ]
    if not fitting:
        raise InputError(f"No export format is known for “{name}”.", f"Known: {', '.join(EXPORTERS)}.")
    return max(fitting, key=lambda found: len(found.extension))

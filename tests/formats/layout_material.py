"""One small document with formatting, a link, a picture, a list, a table and a note, in each format with a layout."""

from __future__ import annotations

import base64
import io
import zipfile

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

HTML = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Le port</title><style>p { color: #333 }</style></head><body>
<nav><a href="/">Accueil</a></nav><main><article><h1 class="big">Le port de Kermoran fermé jusqu’à l’été</h1>
<p class="lead">Le <b>ministre</b> a dit <a href="https://example.org/x?a=1&amp;b=2"><i>non</i></a> au maire de la
ville. C’est tout<br>ce que l’on sait de cette affaire qui dure depuis trois semaines.</p>
<p><img src="a.png" alt="vue">Une photo ouvre ce paragraphe, qui est assez long pour que l’on le garde comme texte.</p>
<ul><li>Premier <em>point</em> de la liste</li><li>Deuxième point de la liste</li></ul>
<!-- une remarque --><p>Dernier paragraphe du corps, qui conclut. La suite demain, sans doute, dans la soirée.</p>
</article></main><footer>© Le Journal</footer></body></html>"""


def word() -> bytes:
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = Document()
    document.core_properties.title = "Le port"
    document.add_heading("Le port fermé", 1)
    paragraph = document.add_paragraph("Le ")
    paragraph.add_run("ministre").bold = True
    paragraph.add_run(" a dit « non »").font.name = None
    paragraph.add_run(". ")
    link = OxmlElement("w:hyperlink")
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link.set(qn("r:id"), document.part.relate_to("https://example.org", relation, is_external=True))
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "Le site"
    run.append(text)
    link.append(run)
    paragraph._p.append(link)
    paragraph.add_run(" le dit").add_break()
    paragraph.add_run("aussi.")
    picture = document.add_paragraph("Une ")
    picture.add_run().add_picture(io.BytesIO(PICTURE))
    picture.add_run(" photo.")
    document.add_paragraph("Un point", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Votes pour", "Votes contre"
    document.sections[0].header.paragraphs[0].text = "Le Journal"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
_ODT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {_ODF} office:version="1.3"><office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:language="fr"/></style:style>
</office:automatic-styles><office:body><office:text>
<text:h text:outline-level="1"><text:bookmark-start
 text:name="a"/>Le port fermé<text:bookmark-end text:name="a"/></text:h>
<text:p text:style-name="Standard">Le <text:span text:style-name="T1">minis</text:span><text:span
 text:style-name="T1">tre</text:span> a <text:span text:style-name="T2">dit</text:span> <text:a
 xlink:href="https://example.org">non</text:a>.<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1
</text:note-citation><text:note-body><text:p>Une note.</text:p></text:note-body></text:note> C’est tout<text:line-break
/>ici.</text:p>
<text:list><text:list-item><text:p>Un point</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Votes pour</text:p></table:table-cell></table:table-row>
</table:table></office:text></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def archive(members: list[tuple[str, str | bytes]]) -> bytes:
    """A ZIP file; the first member is stored, as EPUB and ODF want their mimetype."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for number, (name, body) in enumerate(members):
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            made.writestr(info, body)
    return out.getvalue()


def odt(content: str = _ODT) -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    return archive([("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", _MANIFEST)])


_CONTAINER = """<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>
<dc:title>Le port</dc:title><dc:language>fr</dc:language></metadata><manifest>
<item id="b" href="text/deux.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/un.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
_ONE = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><head><title>Un</title></head><body><section>
<h1 id="un">Le port fermé</h1><p class="first">Le&nbsp;<b>ministre</b> a dit <a href="deux.xhtml">non</a>.</p>
</section></body></html>"""
_TWO = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Deux</title></head><body>
<p><img src="../a.png" alt=""/>C’est tout<br/>ici &amp; là.</p></body></html>"""


def epub(one: str = _ONE) -> bytes:
    return archive(
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", _CONTAINER),
            ("OEBPS/book.opf", _OPF),
            ("OEBPS/text/un.xhtml", one),
            ("OEBPS/text/deux.xhtml", _TWO),
            ("OEBPS/a.png", PICTURE),
        ]
    )


DOCUMENTS = {"docx": word, "odt": odt, "epub": epub, "html": lambda: HTML.encode()}

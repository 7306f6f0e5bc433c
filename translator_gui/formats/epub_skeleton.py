"""An EPUB book as a skeleton: the text documents in reading order, each like a web page taken whole.

Source: W3C EPUB 3.3, 3.2 (package document), 4.2 (container); OPF 2.0.1 for older books.
"""

from __future__ import annotations

import posixpath
import re
from html.entities import html5
from typing import Any
from urllib.parse import unquote

from lxml import etree, html

from ..kit.errors import FormatError
from .archives import open_archive, parse_member, parse_xml, read_member, refuse_entities, rewritten
from .assemble import TextBlock
from .html_blocks import page_blocks
from .inline_tree import InlineTree

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_TEXTS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "head"})
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_OWN = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class EpubSkeleton:
    """Raises FormatError."""

    def __init__(self, data: bytes, name: str) -> None:
        self._archive = open_archive(data, name)
        self._names = set(self._archive.namelist())
        if _CONTAINER not in self._names:
            raise FormatError(f"“{name}” is not an EPUB book.", "It has no container file.")
        self._opf_path = _package_path(self._archive, name)
        self._opf = parse_member(self._archive, self._opf_path, name)
        self._refuse_protected(name)
        self.title = self._about("title")
        self.metadata = {"author": self._about("creator"), "language": self._about("language")}
        self.warnings: list[str] = []
        self._pages: dict[str, Any] = {}
        self._places: list[tuple[str, InlineTree]] = []
        self.blocks: list[TextBlock] = []
        self._touched: set[str] = set()
        for path in self._reading_order():
            self._read_page(path, name)

    def _refuse_protected(self, name: str) -> None:
        """Fonts may be scrambled; text may not."""
        if _ENCRYPTION in self._names:
            listed = {
                unquote(reference.get("URI", ""))
                for reference in parse_member(self._archive, _ENCRYPTION, name).iter("{*}CipherReference")
            }
            if listed & set(self._reading_order()):
                raise FormatError(f"“{name}” is copy-protected.", "Only a book without protection can be opened.")

    def _about(self, name: str) -> str:
        found = self._opf.find(f".//{{{_DC}}}{name}")
        return (found.text or "").strip() if found is not None else ""

    def _reading_order(self) -> list[str]:
        folder = posixpath.dirname(self._opf_path)
        items = {
            item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
            for item in self._opf.iter(f"{{{_OPF}}}item")
            if item.get("media-type") in _TEXTS
        }
        order = [items.get(each.get("idref")) for each in self._opf.iter(f"{{{_OPF}}}itemref")]
        return list(dict.fromkeys(path for path in order if path in self._names))

    def _read_page(self, path: str, name: str) -> None:
        root = _page(read_member(self._archive, path, name), f"{name}/{path}")
        self._pages[path] = root
        for place, block in page_blocks(root, _SKIPPED):
            self._places.append((path, place))
            self.blocks.append(block)

    def fill(self, number: int, text: str) -> bool:
        path, place = self._places[number]
        place.fill(text)
        self._touched.add(path)
        return True

    def save(self, language: str) -> bytes:
        for path in self._touched:
            root = self._pages[path]
            root.set("lang", language)
            root.set(_XML_LANG, language)
        for each in self._opf.iter(f"{{{_DC}}}language"):
            each.text = language
        changed = {path: _serialised(self._pages[path]) for path in self._touched}
        changed[self._opf_path] = _serialised(self._opf)
        return rewritten(self._archive, changed)


def _serialised(root: Any) -> bytes:
    text: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8")
    return text


def _package_path(archive: Any, name: str) -> str:
    root = next(parse_member(archive, _CONTAINER, name).iter("{*}rootfile"), None)
    path = root.get("full-path", "") if root is not None else ""
    if path not in archive.namelist():
        raise FormatError(f"“{name}” is not a whole EPUB book.", "Its table of parts is missing: fetch it again.")
    return str(path)


def _page(data: bytes, name: str) -> Any:
    """XHTML; a page that is not well-formed is mended, as a reading program does."""
    refuse_entities(data, name)
    try:
        return parse_xml(_NAMED.sub(_character, data), name)
    except FormatError:
        parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        root = html.document_fromstring(data or b"<p></p>", parser=parser)
        html.html_to_xhtml(root)
        return root


def _character(match: re.Match[bytes]) -> bytes:
    """Names of characters (&nbsp;) are HTML's; XML without a DTD knows only five."""
    if match[1] in _XML_OWN:
        return match[0]
    character = html5.get(match[1].decode() + ";")
    return match[0] if character is None else "".join(f"&#{ord(each)};" for each in character).encode()

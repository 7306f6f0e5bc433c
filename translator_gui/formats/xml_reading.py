"""Reads XML that strangers made: no entities, no network, no DTD, no bombs; errors say the line.

Source: OWASP XML External Entity Prevention; lxml FAQ, "How do I use lxml safely".
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from lxml import etree

from ..kit.errors import FormatError


def elements(
    data: bytes | IO[bytes], name: str, starts: tuple[str, ...], ends: tuple[str, ...]
) -> Iterator[tuple[str, Any]]:
    """("start" | "end", element) of the elements with those local names, in order; what was read is let go.
    data: all of it, or a file open for reading in binary, which is then read as it goes.

    Raises FormatError: not well-formed or cut off (with the line), or declaring entities.
    """
    parser = etree.iterparse(
        BytesIO(data) if isinstance(data, bytes) else data,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    first, broken = True, None
    try:
        for event, element in parser:
            if first:
                _refuse_entities(element, name)
                first = False
            local = local_name(element)
            if event == "start" and local in starts:
                yield event, element
            elif event == "end" and local in ends:
                yield event, element
                _let_go(element)
    except etree.XMLSyntaxError as error:
        broken = _syntax_error(error, name)
    if broken is not None:
        raise broken  # out here, without lxml's error as its cause: that one cannot cross to another process


def _let_go(element: Any) -> None:
    element.clear(keep_tail=False)
    while element.getprevious() is not None:
        del element.getparent()[0]


def _refuse_entities(root: Any, name: str) -> None:
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in subset.iterentities()):
        hint = "No translation file needs them, and they can be used to attack the reader."
        raise FormatError(f"“{name}” declares XML entities; it was not opened.", hint)


def _syntax_error(error: etree.XMLSyntaxError, name: str) -> FormatError:
    line = error.lineno or 1
    words = error.msg or ""
    if "encoding" in words.lower() or "utf-8" in words.lower():
        hint = "Its bytes are not in the encoding its first line names: save it again as UTF-8."
    elif "premature end" in words.lower() or "not found" in words.lower():
        hint = "It seems to be cut off there: fetch it again."
    else:
        hint = "Open it in a text editor at that line, or export it again."
    return FormatError(f"“{name}” is not well-formed XML at line {line}.", hint, words)


def local_name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Any, name: str) -> list[Any]:
    return [child for child in element if local_name(child) == name]


def child(element: Any, name: str) -> Any:
    """The first child of that local name, or None."""
    return next((each for each in element if local_name(each) == name), None)


def own_attributes(element: Any, namespace: str) -> dict[str, str]:
    """Attributes in ``namespace``, by local name."""
    prefix = f"{{{namespace}}}"
    return {key[len(prefix) :]: value for key, value in element.attrib.items() if key.startswith(prefix)}

"""Makes a chart's SVG readable everywhere: style sheets become attributes, scripts, comments and dates go.

Qt, mail programs and word processors know little of CSS in SVG. Needs no more than the simple rules that pygal writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cssselect import GenericTranslator, SelectorError, parse
from cssselect.parser import Selector
from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_KEPT = frozenset(
    (
        *("fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity", "opacity"),
        *("display", "font-family", "font-size", "font-weight", "text-anchor"),
    )
)
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
# How a thing looks under the mouse or when chosen is nothing for paper.
_MOVING = re.compile(r":(?:hover|active|visited|focus)|\.active\b")


def plain(svg: str) -> Any:
    """The root element, without a namespace on its tags."""
    root = etree.fromstring(svg.encode())
    styles = list(root.iter(f"{_SVG}style"))
    rules = sorted((rule for style in styles for rule in _rules(style.text or "")), key=lambda rule: rule[0])
    for unwanted in (*styles, *root.iter(f"{_SVG}script", etree.Comment)):
        unwanted.getparent().remove(unwanted)
    for element in root.iter():
        element.tag = etree.QName(element).localname
    translator = GenericTranslator()
    for _, selector, look in rules:
        for element in root.xpath(translator.selector_to_xpath(selector)):
            element.attrib.update(look)
    for unwanted in root.xpath("//desc | //title"):  # what a tooltip script reads
        unwanted.getparent().remove(unwanted)
    etree.cleanup_namespaces(root)
    root.attrib.pop("id", None)
    return root


def _rules(css: str) -> Iterator[tuple[tuple[int, int, int], Selector, dict[str, str]]]:
    """(specificity, selector, look), as far as ``look`` can be attributes."""
    for selectors, body in _RULE.findall(_MEDIA.sub("", css)):
        pairs = [each.split(":", 1) for each in body.split(";") if ":" in each]
        look = {name.strip(): value.replace("!important", "").strip() for name, value in pairs}
        look = {name: value for name, value in look.items() if name in _KEPT}
        for one in selectors.split(",") if look else ():
            if _MOVING.search(one):
                continue
            try:
                selector = parse(one)[0]
            except SelectorError:  # a rule this small reader does not know shapes no chart of ours
                continue
            yield selector.specificity(), selector, look

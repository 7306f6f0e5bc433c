"""Markdown comes back raw, character for character; its blocks are found and their marks left in the gaps."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.domain.segment import SegmentKind as Kind
from translator_gui.formats.import_markdown import MarkdownImporter
from translator_gui.kit.errors import InputError
from translator_gui.segmentation.article import segment_article
from translator_gui.segmentation.default import segmenter
from translator_gui.text.normalise import without_controls

TEXT = """---
title: "Le port"
---
# Le port de *Kermoran* #

Un paragraphe **gras** avec [un lien](http://x.fr).
Suite du paragraphe. Et une phrase.

Sous-titre
----------

- Premier
* Deuxième
  sur deux lignes
    - Emboîté

1. Un
2. Deux

> Une citation.

```python
x = 1. Y
```

| Port | Tonnes |
|------|--------|
| Kermoran | 12 |

![La photo](a.jpg)

<p>Du HTML</p>

<!-- rien -->
"""


def _read(text: str):  # type: ignore[no-untyped-def]
    return MarkdownImporter().read(text.encode("utf-8", "surrogatepass"), "a.md", {"encoding": "utf-8"}).article


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("    -", "\t-")])
def test_blocks(text: str) -> None:
    article = _read(text)
    assert article.text() == text
    assert article.title == "Le port"
    found = [(segment.source.replace("\r", ""), segment.kind, segment.level) for segment in article.segments]
    assert found == [
        ("Le port de *Kermoran*", Kind.HEADING, 1),
        (
            "Un paragraphe **gras** avec [un lien](http://x.fr).\nSuite du paragraphe. Et une phrase.",
            Kind.PARAGRAPH,
            0,
        ),
        ("Sous-titre", Kind.HEADING, 2),
        ("Premier", Kind.LIST_ITEM, 0),
        ("Deuxième\n  sur deux lignes", Kind.LIST_ITEM, 0),
        ("Emboîté", Kind.LIST_ITEM, 0),
        ("Un", Kind.LIST_ITEM, 0),
        ("Deux", Kind.LIST_ITEM, 0),
        ("Une citation.", Kind.QUOTE, 0),
        ("x = 1. Y", Kind.CODE, 0),
        ("Port", Kind.TABLE_CELL, 0),
        ("Tonnes", Kind.TABLE_CELL, 0),
        ("Kermoran", Kind.TABLE_CELL, 0),
        ("12", Kind.TABLE_CELL, 0),
        ("![La photo](a.jpg)", Kind.CAPTION, 0),
        ("<p>Du HTML</p>", Kind.CODE, 0),
    ]


PIECES = st.sampled_from(
    [
        "# ",
        "## ",
        "\n",
        "\n\n",
        "- ",
        "* ",
        "> ",
        "1. ",
        "    ",
        "```\n",
        "| a | b |\n|---|---|\n",
        "---\n",
        "===\n",
        "mot",
        "**gras**",
        " fin. ",
        "é",
        "[l](u)",
        "![i](u)",
        "<p>",
        "</p>",
        "\t",
        "\r\n",
        "\r",
        "\\",
        "`",
        "[x]: y\n",
        "&amp;",
        "  \n",
        "\xa0",
        "Suite ?",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_markdown_comes_back(text: str) -> None:
    try:
        article = _read(text)
    except InputError:
        return  # nothing but marks
    assert article.text() == text
    assert segment_article(article, segmenter()).text() == text


@given(st.text(min_size=1))
@settings(max_examples=150, deadline=None)
def test_any_text_comes_back(text: str) -> None:
    try:
        article = _read(text)
    except InputError:
        return
    assert article.text() == without_controls(text.removeprefix("\ufeff"))


def test_words_are_not_left_in_the_gaps() -> None:
    article = _read(TEXT)
    between = article.lead.split("---")[-1] + "".join(segment.gap for segment in article.segments)
    assert not any(word in between for word in ("port", "Suite", "lignes", "Kermoran"))


def test_the_first_heading_is_the_title() -> None:
    assert _read("Avant.\n\n## Le titre\n\nAprès.").title == "Le titre"


def test_deep_nesting_is_survived() -> None:
    text = "> " * 300 + "fond\n\nAprès.\n"
    assert _read(text).text() == text

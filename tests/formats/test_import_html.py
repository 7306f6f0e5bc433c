"""Web pages: the main text with its kinds; menus, comments and footers out; encodings as the page says."""

from __future__ import annotations

import pytest

from translator_gui.domain.segment import SegmentKind as Kind
from translator_gui.formats.import_html import HtmlImporter, declared_encoding
from translator_gui.kit.errors import InputError

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="{charset}"><title>Le port fermé - Le Journal</title>
<meta property="article:published_time" content="2023-03-14T14:30:00+01:00"><meta name="author" content="Anne Le Goff">
<script>var a = "Ne pas lire";</script></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/p">Politique</a></li></ul></nav>
<main><article><h1>Le port de Kermoran fermé jusqu’à l’été</h1>
<p>Un chapô qui résume l’affaire en deux phrases. Il est assez long pour être gardé par tous.</p>
<figure><img src="a.jpg" alt="x"><figcaption>Les dockers, mardi, à Kermoran. Photo AFP</figcaption></figure>
<p>Premier paragraphe, avec <strong>du gras</strong> et <a href="x">un lien</a>. Le port est fermé depuis trois
semaines et personne ne sait quand il rouvrira, selon la préfecture.</p>
<h2>Un intertitre</h2>
<p>Deuxième paragraphe<br>avec un saut de ligne. « Une citation », a-t-il dit. Les négociations reprennent demain.</p>
<blockquote><p>Une citation en bloc qui est assez longue pour compter.</p></blockquote>
<ul><li>Premier point</li><li>Deuxième point</li></ul>
<p>Dernier paragraphe du corps, qui conclut. La suite demain, sans doute, dans la soirée.</p>
<h2>Ce qu’il faut retenir</h2></article></main>
<aside><h3>Lire aussi</h3><ul><li><a href="y">Un autre article</a></li></ul></aside>
<section id="comments"><h3>Commentaires</h3><p>Jean : je ne suis pas d’accord avec tout cela.</p></section>
<footer>© 2023 Le Journal. Mentions légales</footer></body></html>"""

EXPECTED = [
    (Kind.HEADING, 1, "Le port de Kermoran fermé jusqu’à l’été"),
    (Kind.PARAGRAPH, 0, "Un chapô qui résume l’affaire en deux phrases. Il est assez long pour être gardé par tous."),
    (Kind.CAPTION, 0, "Les dockers, mardi, à Kermoran. Photo AFP"),
    (
        Kind.PARAGRAPH,
        0,
        "Premier paragraphe, avec ⟨1⟩du gras⟨/1⟩ et ⟨2⟩un lien⟨/2⟩. Le port est fermé depuis trois semaines et "
        "personne ne sait quand il rouvrira, selon la préfecture.",
    ),
    (Kind.HEADING, 2, "Un intertitre"),
    (
        Kind.PARAGRAPH,
        0,
        "Deuxième paragraphe ⟨1/⟩avec un saut de ligne. « Une citation », a-t-il dit. Les négociations reprennent "
        "demain.",
    ),
    (Kind.QUOTE, 0, "Une citation en bloc qui est assez longue pour compter."),
    (Kind.LIST_ITEM, 0, "Premier point"),
    (Kind.LIST_ITEM, 0, "Deuxième point"),
    (Kind.PARAGRAPH, 0, "Dernier paragraphe du corps, qui conclut. La suite demain, sans doute, dans la soirée."),
    (Kind.HEADING, 2, "Ce qu’il faut retenir"),
]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-8", "utf-16")],
)
def test_a_news_page(charset: str, encoding: str) -> None:
    document = HtmlImporter().read(PAGE.replace("{charset}", charset).encode(encoding), "page.html", {})
    article = document.article
    assert [(s.kind, s.level, s.source) for s in article.segments] == EXPECTED
    assert article.text() == "".join(s.source + s.gap for s in article.segments)
    assert article.title == "Le port de Kermoran fermé jusqu’à l’été"
    assert article.metadata["date"] == "2023-03-14"
    assert article.metadata["author"] == "Anne Le Goff"
    assert document.warnings == ()


def test_a_wrong_charset_is_not_believed() -> None:
    article = HtmlImporter().read(PAGE.replace("{charset}", "iso-8859-1").encode("utf-8"), "p.html", {}).article
    assert article.segments[0].source == EXPECTED[0][2]
    assert article.metadata["encoding"] == "utf-8"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b'<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        (b'<?xml version="1.0" encoding="utf-16"?>', "utf-16"),
        (b"<html>", ""),
    ],
)
def test_declared_encodings(head: bytes, encoding: str) -> None:
    assert declared_encoding(head) == encoding


@pytest.mark.parametrize(
    "page", ["<p>Un seul mot ?</p>", "<html><body>Rien que du texte nu.</body></html>", "Pas de balises."]
)
def test_small_pages_still_open(page: str) -> None:
    document = HtmlImporter().read(page.encode(), "p.html", {})
    assert document.article.segments


def test_the_whole_page_on_request() -> None:
    article = HtmlImporter().read(PAGE.encode(), "p.html", {"whole": True}).article
    assert "Jean : je ne suis pas d’accord avec tout cela." in article.text()
    assert "Ne pas lire" not in article.text()


@pytest.mark.parametrize(
    "page", [b"", b"  ", b"<html></html>", b"<html><body><script>x</script></body></html>", b"<!-- rien -->"]
)
def test_pages_without_text_are_refused(page: bytes) -> None:
    with pytest.raises(InputError):
        HtmlImporter().read(page, "p.html", {})


@pytest.mark.parametrize(
    "page",
    ["<p>" * 3000 + "Un texte au fond.", "<div><p>Un<p>Deux</div></p>", "<p>é\x00à</p>", "<p>a &nbsp; b &eacute;</p>"],
)
def test_broken_markup_is_read(page: str) -> None:
    assert HtmlImporter().read(page.encode(), "p.html", {}).article.segments

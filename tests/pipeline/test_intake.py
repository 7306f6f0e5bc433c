"""From a file to a Document: the user's way in, on real articles and on odd input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator_gui.domain.segment import Origin, SegmentKind, State
from translator_gui.kit.errors import InputError
from translator_gui.kit.paths import resource
from translator_gui.pipeline.intake import read_file, read_text, with_draft

SAMPLE = "kermoran-port-strike"
SAMPLE_DEBRIS = [
    "Accueil > Économie > Transports",
    "Partager",
    "Written by Solène Kervadec",
    "Laisser un commentaire",
    "Votre adresse e-mail ne sera pas publiée.",
    "Les champs obligatoires sont indiqués avec\u00a0*",
    "Ports bretons\u00a0: un mois de blocage en cinq graphiques",
    "Le fret routier face au “casse-tête” du quai Nord",
]


def _sample(name: str) -> Path:
    return resource("samples", f"{SAMPLE}.{name}")


def test_the_sample() -> None:
    document = read_file(_sample("fr.txt"))
    article = document.article
    assert article.text() == _sample("fr.txt").read_text(encoding="utf-8")
    assert [s.source for s in article.segments if s.excluded] == SAMPLE_DEBRIS
    assert sum(not s.excluded for s in article.segments) == 35
    assert sum(s.kind is SegmentKind.HEADING for s in article.segments) == 4
    assert article.title.startswith("Les dockers de Kermoran")
    assert article.origin.endswith(".fr.txt")
    assert article.segments[-1].source.startswith("Le fret routier")
    assert document.warnings == ()


def test_the_users_article(shared_data: Path) -> None:
    path = shared_data / "articles" / "putin-wang-moscow.fr.txt"
    article = read_file(path).article
    assert article.text() == path.read_text(encoding="utf-8")
    assert [s.source for s in article.segments if s.excluded] == [
        "in",
        "Written by Rudolf Karken",
        "Laisser un commentaire",
        "Votre adresse e-mail ne sera pas publiée.",
        "Les champs obligatoires sont indiqués avec *",
        "L’Ukraine face à l’“armée sanglante” de Poutine",
        "L’Assemblée générale de l’ONU exige le retrait “immédiat” des troupes russes en Ukraine",
    ]
    assert [s.source[:15] for s in article.segments if s.kind is SegmentKind.HEADING] == [
        "PUTIN SE MOQUE ",
        "LES RELATIONS E",
        "WANG YI AFFIRME",
        "LA CHINE REFUSE",
        "LA VISITE DE WA",
        "ENTRE-TEMPS, PO",
        "POUTIN ET XI PA",
    ]


def test_the_samples_draft_is_paired_row_by_row() -> None:
    document = with_draft(read_file(_sample("fr.txt")), _sample("en.txt").read_text(encoding="utf-8"))
    planted = {
        row["source"]: row["draft"]
        for row in json.loads(_sample("planted.json").read_text(encoding="utf-8"))["planted"]
    }
    english = {s.source: document.targets[s.id].text for s in document.article.segments if s.id in document.targets}
    for source, draft in planted.items():
        assert english.get(source, "") == draft
    assert len(english) == 34
    assert document.warnings == ()
    target = next(iter(document.targets.values()))
    assert (target.state, target.origin) == (State.TRANSLATED, Origin.DRAFT)


def test_planted_mistakes_are_well_formed() -> None:
    rows = json.loads(_sample("planted.json").read_text(encoding="utf-8"))["planted"]
    assert len(rows) >= 14
    assert len({row["kind"] for row in rows}) == len(rows)
    for row in rows:
        assert row["draft"] != row["right"]
        assert row["family"]
        assert all(word in row["draft"] for word in row["target_words"])
        assert all(word in row["source"] for word in row["source_words"])


FRENCH = (
    "Le maire a démissionné lundi. Il part pour Lyon. Son adjoint, Paul Roy, le remplace.\n\n"
    "Le vote aura lieu en mai 2024."
)
WHOLE = "The mayor resigned on Monday. He is off to Lyon. His deputy, Paul Roy, replaces him."


@pytest.mark.parametrize(
    ("english", "rows", "warned"),
    [
        (
            f"{WHOLE}\n\nThe vote is in May 2024.",
            4,
            False,
        ),
        (
            "The mayor resigned on Monday. His deputy, Paul Roy, replaces him.\n\nThe vote will be held in May 2024.",
            3,
            False,
        ),
        (WHOLE, 3, True),
        (
            f"Hello! A new line nobody wrote.\n\n{WHOLE}\n\nThe vote will be held in May 2024.",
            4,
            True,
        ),
        ("Everything in one piece without an end", 1, True),
    ],
)
def test_drafts_of_all_shapes_lose_nothing(english: str, rows: int, warned: bool) -> None:
    document = with_draft(read_text(FRENCH), english)
    joined = " ".join(document.targets[s.id].text for s in document.article.segments if s.id in document.targets)
    assert sorted(joined.split()) == sorted(english.split())
    assert sum(bool(target.text) for target in document.targets.values()) == rows
    assert bool(document.warnings) is warned


def test_a_dropped_sentence_leaves_its_own_row_empty() -> None:
    english = "The mayor resigned on Monday. His deputy, Paul Roy, replaces him.\n\nThe vote will be held in May 2024."
    document = with_draft(read_text(FRENCH), english)
    by_source = {s.source: document.targets.get(s.id) for s in document.article.segments}
    assert by_source["Il part pour Lyon."] is None
    paul = by_source["Son adjoint, Paul Roy, le remplace."]
    assert paul is not None
    assert paul.text.startswith("His deputy")


def test_a_draft_of_the_whole_page_is_paired_with_the_debris_too() -> None:
    french = "in\n\n" + FRENCH + "\n\nLaisser un commentaire"
    document = read_text(french)
    assert sum(s.excluded for s in document.article.segments) == 2
    english = "in\n\nThe mayor resigned.\n\nThe vote is in May.\n\nLeave a comment"
    paired = with_draft(document, english)
    assert paired.targets[document.article.segments[-1].id].text == "Leave a comment"


@pytest.mark.parametrize("draft", ["", " \n", "\x00"])
def test_an_empty_draft_is_refused(draft: str) -> None:
    with pytest.raises(InputError):
        with_draft(read_text(FRENCH), draft)


@pytest.mark.parametrize("text", ["", "   \n\t", "\x00\x00", "\u200b\x07"[1:]])
def test_pasting_nothing_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_text(text)


@pytest.mark.parametrize(
    "text", ["a", ".", "…", "«", "Un\ud800mot.", "Un\x00mot.", "😀", "مرحبا. كيف؟", "\ufeffUn mot.", "1. ", "- "]
)
def test_odd_pastes_open(text: str) -> None:
    article = read_text(text).article
    assert article.segments
    assert "\x00" not in article.text()
    assert "\ud800" not in article.text()


def test_a_given_title_is_kept() -> None:
    assert read_text("Un texte. Deux.", title="Mon titre").article.title == "Mon titre"


def test_files_by_content(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Titre\n\nUn. Deux.\n", encoding="utf-8")
    (tmp_path / "page").write_text("<html><body><p>Un mot. Deux mots.</p></body></html>", encoding="utf-8")
    markdown, page = read_file(tmp_path / "a.md"), read_file(str(tmp_path / "page"))
    assert [s.source for s in markdown.article.segments] == ["Titre", "Un.", "Deux."]
    assert page.article.metadata["format"] == "html"
    assert len(page.article.segments) == 2
    assert read_file(tmp_path / "a.md", format="text").article.metadata["format"] == "text"


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_missing_files_and_folders_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        read_file(tmp_path / name)


def test_two_megabytes_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("mot " * 250_000 + "Une phrase ordinaire. " * 45_000, encoding="utf-8")
    assert len(read_file(path).article.segments) == 45_000

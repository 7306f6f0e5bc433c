"""Site debris: what is recognised, and above all what is left alone."""

from __future__ import annotations

import pytest

from translator_gui.domain.article import Article
from translator_gui.domain.segment import Exclusion, Segment, SegmentKind
from translator_gui.segmentation.debris import mark_debris

BODY = [
    "Le conseil municipal a adopté mardi soir le budget de la ville. Les élus de l’opposition ont quitté la salle "
    "avant le vote, dénonçant « une mascarade ».",
    "Selon la mairie, les travaux du tramway commenceront au printemps et dureront dix-huit mois. Les commerçants du "
    "centre craignent une baisse de leur chiffre d’affaires.",
]
TITLE = "Le budget de la ville adopté dans la tourmente"


def _article(lines: list[str], kinds: dict[str, SegmentKind] | None = None) -> Article:
    kinds = kinds or {}
    return Article(
        tuple(Segment(f"p{n}", line, "\n\n", n, kinds.get(line, SegmentKind.PARAGRAPH)) for n, line in enumerate(lines))
    )


def _debris(lines: list[str]) -> list[str]:
    return [segment.source for segment in mark_debris(_article(lines)).segments if segment.excluded]


BEFORE = [
    "in",
    "Accueil",
    "Accueil > Politique > Collectivités",
    "Menu",
    "Se connecter",
    "À la une",
    "Par Jean Dupont",
    "Par Jean Dupont et Marie Le Goff",
    "Par Jean Dupont, envoyé spécial à Kyiv",
    "Par Le Figaro avec AFP",
    "Jean Dupont avec AFP",
    "AFP",
    "Publié le 14 mars 2023 à 14 h 30",
    "Publié le mardi 14 mars 2023 à 14h30, mis à jour à 16h02",
    "Mis à jour le 14/03/2023 à 10:22",
    "Publié aujourd’hui à 06h30, mis à jour à 10h02",
    "14/03/2023 à 10:22",
    "mardi 14 mars 2023",
    "Temps de lecture : 4 min",
    "Lecture 3 min.",
    "4 min de lecture",
    "Partager",
    "Partager sur Facebook",
    "Facebook Twitter WhatsApp",
    "Imprimer",
    "Copier le lien",
    "Ce site utilise des cookies pour améliorer votre expérience. En savoir plus.",
    "Nous et nos partenaires utilisons des cookies pour mesurer l’audience et vous proposer des publicités.",
    "En poursuivant votre navigation sur ce site, vous acceptez l’utilisation de cookies.",
    "Tout accepter",
    "Continuer sans accepter",
    "Gérer les cookies",
    "Article réservé aux abonnés",
    "Aller au contenu principal",
    "12 commentaires",
]

INSIDE = [
    "Lire aussi : Le tramway fait débat au conseil",
    "À lire aussi Le tramway fait débat au conseil",
    "Lire aussi notre reportage : Dans les rues du centre",
    "Voir aussi : la carte des travaux",
    "Publicité",
    "La suite après cette publicité",
    "La suite de l’article après cette publicité",
    "Partager sur WhatsApp",
    "Inscrivez-vous à notre newsletter pour ne rien manquer de l’actualité",
    "Abonnez-vous à nos alertes",
    "Il vous reste 73 % de cet article à lire. La suite est réservée aux abonnés.",
    "Contenu sponsorisé",
    "Sur le même sujet",
]

AFTER = [
    "Written by Rudolf Karken",
    "Écrit par Jean Dupont",
    "Rédigé par Jean Dupont le 14 mars 2023",
    "Propos recueillis par Jean Dupont",
    "Laisser un commentaire",
    "Laisser un commentaire Annuler la réponse",
    "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
    "Votre adresse de messagerie ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
    "Nom *",
    "E-mail *",
    "Commentaire *",
    "Enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire.",
    "Prévenez-moi de tous les nouveaux commentaires par e-mail.",
    "Connectez-vous pour commenter",
    "Mots-clés : budget, tramway, conseil municipal",
    "Tags: budget, tramway",
    "#budget #tramway",
    "© 2023 Le Journal. Tous droits réservés.",
    "Tous droits de reproduction et de représentation réservés.",
    "Articles similaires",
    "Vous aimerez aussi",
    "Article précédent : Le tramway en question",
    "Soyez le premier à commenter cet article",
    "Retour en haut",
    "Mentions légales | Contact | Plan du site",
    "Leave a reply",
    "Your email address will not be published. Required fields are marked *",
    "Share on Facebook",
    "Signaler une erreur dans le texte",
]


@pytest.mark.parametrize("line", BEFORE)
def test_before_the_article(line: str) -> None:
    assert _debris([line, TITLE, *BODY]) == [line]


@pytest.mark.parametrize("line", BEFORE)
def test_between_title_and_article(line: str) -> None:
    assert _debris([TITLE, line, *BODY]) == [line]


@pytest.mark.parametrize("line", INSIDE)
def test_in_the_middle(line: str) -> None:
    assert _debris([TITLE, BODY[0], line, BODY[1]]) == [line]


@pytest.mark.parametrize("line", AFTER)
def test_after_the_article(line: str) -> None:
    assert _debris([TITLE, *BODY, line]) == [line]


ARTICLE = [
    "« Je ne laisserai pas un commentaire de ce genre sans réponse », a dit le maire.",
    "Par amour, il a tout quitté.",
    "Par ailleurs",
    "Par ici la sortie",
    "Publié en 1942, le roman a marqué une génération. Il reste l’un des plus lus.",
    "Publié le 3 mai, le rapport accable la direction de l’hôpital.",
    "Écrit par un inconnu, le texte circule depuis lundi.",
    "Écrit par un inconnu",
    "Nous utilisons des cookies, reconnaît le directeur du site. « Sans eux, pas de publicité. »",
    "Il faut lire aussi ce que le rapport ne dit pas : rien sur les victimes, rien sur les secours.",
    "Lire aussi entre les lignes, c’est ce que conseille le professeur. Son dernier livre y est consacré.",
    "Partager le gâteau",
    "Partager l’eau, un défi pour la planète",
    "La publicité sera interdite aux abords des écoles.",
    "Abonnez-vous à la vie, disait-il.",
    "Le menu",
    "LE MENU DES NÉGOCIATIONS",
    "Politique : le grand retour",
    "Une nuit d’angoisse",
    "Un accord fragile",
    "Contact rompu",
    "« Rien n’est joué »",
    "Rien n’est joué.",
    "Trois morts",
    "Les faits",
    "Et maintenant ?",
    "– Vous partez ?",
    "Photo : AFP",
    "Le 14 mars 2023 restera dans les mémoires.",
    "Tous droits réservés, les femmes votent enfin comme les hommes dans ce canton.",
    "Commentaire : un budget sans courage",
    "L’enquête continue.",
    "À suivre",
    "(Avec nos correspondants.)",
    "Suivez la rivière jusqu’au pont, puis tournez à gauche.",
    "Retour à la case départ",
    "Inscrivez-vous dans la durée, conseille l’entraîneur.",
]


@pytest.mark.parametrize("line", ARTICLE)
def test_article_text_in_the_body_is_never_taken(line: str) -> None:
    assert _debris([TITLE, BODY[0], line, BODY[1]]) == []


@pytest.mark.parametrize(
    "line",
    [line for line in ARTICLE if line not in ("Photo : AFP",) and not line.startswith(("À suivre",))],
)
def test_article_text_at_the_end_is_never_taken(line: str) -> None:
    assert _debris([TITLE, *BODY, line]) == []


@pytest.mark.parametrize("line", ["Reportage", "ENQUÊTE", "Éditorial", "Une nuit d’angoisse", "DEUX MORTS", "Kermoran"])
def test_a_kicker_before_the_title_is_the_articles(line: str) -> None:
    assert _debris([line, TITLE, *BODY]) == []


def test_related_headlines_after_the_comment_form() -> None:
    tail = ["Laisser un commentaire", "Le tramway en cinq questions", "Budget : ce qui change “vraiment” pour vous ?"]
    assert _debris([TITLE, *BODY, *tail]) == tail


def test_related_headlines_after_read_also_at_the_end() -> None:
    tail = ["À lire aussi", "Le tramway en cinq questions", "Budget : ce qui change pour vous"]
    assert _debris([TITLE, *BODY, *tail]) == tail


def test_read_also_in_the_middle_does_not_end_the_article() -> None:
    assert _debris([TITLE, BODY[0], "À lire aussi", "Un intertitre", BODY[1]]) == ["À lire aussi"]


def test_a_byline_at_the_top_does_not_end_the_article() -> None:
    assert _debris([TITLE, "Par Jean Dupont", *BODY, "Un accord fragile", "L’enquête continue."]) == ["Par Jean Dupont"]


def test_a_navigation_menu() -> None:
    menu = ["Accueil", "Politique", "Économie", "Sport", "Culture", "Nos villes", "Vidéos"]
    assert _debris([*menu, TITLE, *BODY]) == menu


def test_a_cut_off_last_sentence_stays() -> None:
    cut = BODY[1] + " À la fin de l’année, les élus ont tenu une réunion dans"
    assert _debris([TITLE, BODY[0], cut, "Written by Jean Dupont", "Laisser un commentaire", "Un autre titre"]) == [
        "Written by Jean Dupont",
        "Laisser un commentaire",
        "Un autre titre",
    ]


def test_an_article_of_headlines_only_is_left_alone() -> None:
    assert _debris(["Un titre sans rien", "Un autre titre"]) == []


def test_a_page_of_nothing_but_debris_is_left_alone() -> None:
    assert _debris(["Laisser un commentaire"]) == []


@pytest.mark.parametrize("word", [Exclusion.BROUGHT_BACK, Exclusion.BY_HAND])
def test_a_persons_word_stands(word: Exclusion) -> None:
    article = _article([TITLE, *BODY, "Laisser un commentaire"])
    segments = (*article.segments[:-1], Segment("p9", "Laisser un commentaire", "", 9, exclusion=word))
    assert mark_debris(Article(segments)).segments[-1].exclusion is word


def test_all_sentences_of_a_debris_paragraph_are_marked() -> None:
    form = [
        Segment("p9", "Votre adresse e-mail ne sera pas publiée.", " ", 9),
        Segment("p9.2", "Les champs obligatoires sont indiqués avec *", "", 9),
    ]
    article = _article([TITLE, *BODY])
    marked = mark_debris(Article((*article.segments, *form)))
    assert [s.id for s in marked.segments if s.excluded] == ["p9", "p9.2"]


def test_marking_changes_no_text_and_is_idempotent() -> None:
    article = _article(["in", TITLE, *BODY, "Laisser un commentaire"])
    once = mark_debris(article)
    assert once.text() == article.text()
    assert mark_debris(once) == once


def test_very_long_lines_are_quick() -> None:
    line = "par Jean " * 200_000
    assert _debris([TITLE, *BODY, line]) == []

"""Placeables put into a translation, and engines that are given texts without them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from translator_gui.engines.placing import fragments, place
from translator_gui.engines.tagged import TaggedEngine, with_tags
from translator_gui.kit.jobs import JobContext
from translator_gui.text.placeables import Tag, TagKind, faults, plain

CASES = [
    # the same words
    ("Le port de ⟨1⟩Kermoran⟨/1⟩ est fermé.", "The port of Kermoran is closed.", {}, "⟨1⟩Kermoran⟨/1⟩"),
    ("Il y a ⟨1⟩312⟨/1⟩ voix.", "There are 312 votes.", {}, "⟨1⟩312⟨/1⟩"),
    # the engine's own translation of the words, with an article that is not in the sentence
    ("Le ⟨1⟩ministre⟨/1⟩ a dit non.", "The minister said no.", {1: "Minister."}, "The ⟨1⟩minister⟨/1⟩ said"),
    ("Voir ⟨1⟩le site⟨/1⟩.", "See our website.", {1: "the website"}, "our ⟨1⟩website⟨/1⟩."),
    # words like it
    (
        "⟨1⟩Les dockers⟨/1⟩ partent.",
        "The dockers leave.",
        {1: "The docker’s"},
        "⟨1⟩The dockers⟨/1⟩",
    ),
    # all of it
    ("⟨1⟩Le port est fermé.⟨/1⟩", "The port is closed.", {}, "⟨1⟩The port is closed.⟨/1⟩"),
    # lone ones: at the ends, after the same word, after the same mark
    ("C’est tout.⟨1/⟩", "That is all.", {}, "That is all.⟨1/⟩"),
    ("⟨1/⟩C’est tout.", "That is all.", {}, "⟨1/⟩That is all."),
    ("C’est tout⟨1/⟩.", "That is all.", {}, "That is all⟨1/⟩."),
    ("Selon l’Insee⟨1/⟩ et lui.", "According to Insee and him.", {}, "Insee⟨1/⟩ and"),
    ("Fin ; ⟨1/⟩suite ici.", "End; more here.", {}, "End; ⟨1/⟩more"),
    # halves of a pair
    ("⟨1⟩Une phrase.", "A sentence.", {}, "⟨1⟩A sentence."),
    ("Une autre.⟨/1⟩", "Another.", {}, "Another.⟨/1⟩"),
]


@pytest.mark.parametrize(("source", "translation", "known", "expected"), CASES)
def test_sure_places(source: str, translation: str, known: dict[int, str], expected: str) -> None:
    placed = place(source, translation, known)
    assert expected in placed.text
    assert placed.guesses == ()
    assert plain(placed.text) == translation


def test_a_guess_is_told() -> None:
    placed = place("Les ⟨1⟩ouvriers⟨/1⟩ sont partis.", "The workers have left.")
    assert placed.text == "The ⟨1⟩workers⟨/1⟩ have left."
    assert placed.guesses == ("⟨1⟩",)
    candidate = with_tags("Les ⟨1⟩ouvriers⟨/1⟩ sont partis.", Candidate("The workers have left.", "memory"))
    assert candidate.doubts == ("The place of ⟨1⟩ is a guess.",)


PIECES = st.lists(
    st.one_of(st.sampled_from(["Le port ", "est, ", "fermé. ", "312 ", "Kermoran"]), st.sampled_from([*"12345678"])),
    max_size=10,
)


@settings(max_examples=200)
@given(PIECES, st.sampled_from(["The port of Kermoran, closed. 312", "x", "Closed: 312 times (all)."]))
def test_nothing_is_lost_or_crossed(pieces: list[str], translation: str) -> None:
    """Whatever the source: all its placeables are in, none twice, pairs nested, the words as they were."""
    open_now: list[int] = []
    source, number = "", 0
    for piece in pieces:
        if not piece.isdigit() or piece == "312 ":
            source += piece
        elif piece in "123" or not open_now:
            number += 1
            open_now.append(number)
            source += str(Tag(TagKind.OPEN, number))
        elif piece in "456":
            source += str(Tag(TagKind.CLOSE, open_now.pop()))
        else:
            number += 1
            source += str(Tag(TagKind.LONE, number))
    placed = place(source, translation)
    assert plain(placed.text) == translation
    assert faults(source, placed.text) == ([], [], [])


class Words:
    """An engine that knows a few sentences, and remembers what it was asked."""

    name, title, online = "words", "Words", False
    known: ClassVar = {"Le ministre a dit non.": "The minister said no.", "ministre": "minister", "Rien.": "Nothing."}

    def __init__(self) -> None:
        self.asked: list[TranslationRequest] = []

    def availability(self) -> Availability:
        return Availability(True)

    def signature(self) -> str:
        return "words"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        self.asked += requests
        return [Proposal(r.id, (Candidate(self.known[r.text], "words"),)) for r in requests]

    def close(self) -> None: ...


def test_an_engine_never_sees_them() -> None:
    inner = Words()
    engine = TaggedEngine(inner)
    requests = [
        TranslationRequest("a", "Le ⟨1⟩ministre⟨/1⟩ a dit non.", previous=(("⟨1/⟩Un", "⟨1/⟩One"),)),
        TranslationRequest("b", "Rien."),
    ]
    answers = engine.translate(requests, JobContext())
    assert [(a.id, a.candidates[0].text) for a in answers] == [
        ("a", "The ⟨1⟩minister⟨/1⟩ said no."),
        ("b", "Nothing."),
    ]
    assert [r.text for r in inner.asked] == ["Le ministre a dit non.", "Rien.", "ministre"]
    assert inner.asked[0].previous == (("Un", "One"),)


def test_texts_without_them_pass_as_they_are() -> None:
    inner = Words()
    requests = [TranslationRequest("b", "Rien.")]
    TaggedEngine(inner).translate(requests, JobContext())
    assert inner.asked == requests
    assert fragments("Rien ⟨1/⟩ du tout ⟨2⟩.⟨/2⟩") == {}

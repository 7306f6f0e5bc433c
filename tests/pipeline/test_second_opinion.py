"""Another engine's word on one segment, and the English back in French: who can be asked, and what comes of asking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from translator_gui.domain.candidate import Availability, Candidate, Proposal, TranslationRequest
from translator_gui.domain.language import FR_EN, LanguagePair
from translator_gui.engines.catalogue import ENGINES
from translator_gui.kit.errors import Cancelled, EngineError
from translator_gui.kit.jobs import CancelToken, JobContext
from translator_gui.kit.settings import EngineSettings, Settings
from translator_gui.pipeline.second_opinion import BACK_OFFLINE, OPINION_OFFLINE, ask, back_choices, choices
from translator_gui.pipeline.workshop import Workshop


class Mirror:
    """Answers with the text turned round; cannot do what begins with an x."""

    name, title, online = "mirror", "Mirror", False

    def availability(self) -> Availability:
        return Availability(True)

    def availability_for(self, pair: LanguagePair) -> Availability:
        return Availability(pair == FR_EN, "" if pair == FR_EN else "Only into English.")

    def signature(self) -> str:
        return "mirror|v:1"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        ctx.check()
        if requests[0].text.startswith("x"):
            raise EngineError("The mirror is broken.", "Buy another.")
        return [Proposal(each.id, (Candidate(each.text[::-1], self.name),)) for each in requests]

    def close(self) -> None:
        return None


def mirror(options: Mapping[str, Any]) -> Mirror:
    return Mirror()


@pytest.fixture
def workshop(monkeypatch) -> Iterator[Workshop]:
    monkeypatch.setitem(ENGINES._table, "mirror", f"{__name__}:mirror")
    with Workshop(Settings(engines=EngineSettings(consented=("deepl", "mymemory")))) as made:
        yield made


def test_those_of_this_machine_come_first_then_those_agreed_to(workshop: Workshop) -> None:
    found = choices(workshop, FR_EN)
    assert [each.name for each in found if not each.online] == list(OPINION_OFFLINE)
    assert sorted(each.name for each in found if each.online) == ["deepl", "mymemory"]
    assert [each.online for each in found] == sorted(each.online for each in found)
    assert all(each.title for each in found)


def test_without_consent_nothing_online_is_offered() -> None:
    with Workshop(Settings()) as workshop:
        assert [each.name for each in choices(workshop, FR_EN)] == list(OPINION_OFFLINE)


def test_an_engine_is_asked_about_the_pair(workshop: Workshop) -> None:
    there, back = (choices(workshop, pair, ("mirror",))[0] for pair in (FR_EN, FR_EN.reversed))
    assert there.availability.ok
    assert (back.availability.ok, back.availability.why) == (False, "Only into English.")


def test_the_way_back_is_for_engines_that_go_both_ways(workshop: Workshop) -> None:
    assert [each.name for each in back_choices(workshop, FR_EN) if not each.online] == list(BACK_OFFLINE)


def test_asking(workshop: Workshop) -> None:
    answer = ask(workshop, "mirror", "Le port", FR_EN, JobContext())
    assert [each.text for each in answer.candidates] == ["trop eL"]
    assert not answer.error


@pytest.mark.parametrize(("engine", "text", "error"), [("mirror", "x", "The mirror is broken."), ("none", "a", "none")])
def test_what_it_cannot_do_is_said(workshop: Workshop, engine: str, text: str, error: str) -> None:
    answer = ask(workshop, engine, text, FR_EN, JobContext())
    assert answer.candidates == ()
    assert error in answer.error
    assert answer.hint


def test_giving_up_is_no_answer(workshop: Workshop) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        ask(workshop, "mirror", "Le port", FR_EN, JobContext(token))

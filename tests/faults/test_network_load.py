"""Many segments through a service with faults: each is proposed or says why, nothing is asked in a storm, a cancel is
quick. TRANSLATOR_GUI_LOAD=10000 runs the full number (about a minute); without it a tenth."""

from __future__ import annotations

import os
import random
import threading
import time

import pytest

from tests.engines.online import server
from tests.engines.online.server import Exchange, serving, status
from tests.engines.online.test_services import Case, build
from translator_gui.domain.candidate import TranslationRequest
from translator_gui.engines.online import deep
from translator_gui.kit.errors import Cancelled
from translator_gui.kit.jobs import CancelToken, JobContext
from translator_gui.review.proposing import Delivery, propose

COUNT = int(os.environ.get("TRANSLATOR_GUI_LOAD", "1000"))
PASSING = (
    status(503, "", {"Retry-After": "0"}),
    status(429, "", {"Retry-After": "0"}),
    server.truncated,
    server.reset,
)
LASTING = status(400, {"error": "bad"})
LIBRE = Case("libre", deep.libre, server.libre, "/", "right-key")


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translator_gui.engines.online.service._backoff", lambda state: 0.0)


def requests() -> list[TranslationRequest]:
    return [TranslationRequest(f"s{n}", f"Phrase numéro {n}.") for n in range(COUNT)]


@pytest.mark.timeout(600)
def test_every_segment_is_proposed_or_says_why() -> None:
    chance = random.Random(5)
    said: dict[str, tuple[str, str]] = {}
    proposed: dict[str, str] = {}

    def deliver(delivery: Delivery) -> None:
        proposed.update({segment: found[0].text for segment, found in delivery.items() if found})
        said.update(delivery.errors)

    with serving(LIBRE.answer) as service:

        def answer(exchange: Exchange) -> tuple[int, object]:
            if chance.random() < 0.05:
                service.faults.append(chance.choice((*PASSING, *PASSING, LASTING)))
            return server.libre(exchange)

        service.answer = answer
        outcome = propose(requests(), build(LIBRE, service), None, JobContext(), deliver)
        asked = len(service.seen)
    assert outcome.asked == COUNT
    assert set(proposed) | set(said) == {request.id for request in requests()}
    assert not set(proposed) & set(said)
    assert len(said) < COUNT * 0.02
    assert all(message and hint for message, hint in said.values())
    assert all(proposed[f"s{n}"] == f"EN(Phrase numéro {n}.)" for n in range(COUNT) if f"s{n}" in proposed)
    assert asked < COUNT * 1.1


def test_a_service_that_refuses_everything_is_not_stormed() -> None:
    with serving(LIBRE.answer) as service:
        service.always = status(429, "", {"Retry-After": "0"})
        outcome = propose(requests(), build(LIBRE, service), None, JobContext(), lambda _: None)
        assert len(service.seen) <= 12
    assert len(outcome.errors) == COUNT


def test_a_cancel_in_the_middle_keeps_what_came_and_is_quick() -> None:
    kept: list[str] = []
    token, ended = CancelToken(), 0.0
    with serving(LIBRE.answer) as service:
        slow = build(LIBRE, service)

        def deliver(delivery: Delivery) -> None:
            kept.extend(delivery)
            if len(kept) == 40:
                service.always = server.silent
                threading.Timer(0.1, token.cancel).start()

        start = time.monotonic()
        with pytest.raises(Cancelled):
            propose(requests(), slow, None, JobContext(token), deliver)
        ended = time.monotonic() - start
    assert len(kept) == 40
    assert ended < 0.1 + 1 + 40 * 0.1  # the forty, the wait, a second at most

"""A second opinion on one segment: what another engine says, and the English put back into French."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..domain.candidate import Availability, Proposal, TranslationRequest
from ..domain.language import LanguagePair
from ..kit.errors import AppError
from ..kit.jobs import JobContext

if TYPE_CHECKING:
    from .workshop import Workshop

BACK_OFFLINE = ("firefox", "pivot")  # engines whose models can go either way, better ones first
OPINION_OFFLINE = ("firefox", "pivot", "local")


@dataclass(frozen=True)
class Choice:
    """An engine that may be asked. online: text leaves this machine."""

    name: str
    title: str
    online: bool
    availability: Availability


def choices(workshop: Workshop, pair: LanguagePair, offline: tuple[str, ...] = OPINION_OFFLINE) -> list[Choice]:
    """Engines for ``pair``: those of this machine, able or not, then the online ones the user has agreed to."""
    found = []
    for name in offline:
        engine = workshop.engine(name)
        inner: Any = getattr(engine, "inner", engine)  # below the cache of answers
        asked = getattr(inner, "availability_for", None)
        found.append(Choice(name, engine.title, False, asked(pair) if asked else engine.availability()))
    for info in workshop.engines(workshop.settings.engines.consented):
        if info.online:
            found.append(Choice(info.name, info.title, True, info.availability))
    return found


def back_choices(workshop: Workshop, pair: LanguagePair) -> list[Choice]:
    """Engines that can put a text of ``pair.target`` back into ``pair.source``."""
    return choices(workshop, pair.reversed, BACK_OFFLINE)


def ask(workshop: Workshop, engine: str, text: str, pair: LanguagePair, ctx: JobContext) -> Proposal:
    """One text by one engine. Whatever it cannot do is the proposal's error; raises only Cancelled."""
    request = TranslationRequest("second-opinion", text, pair)
    try:
        return workshop.engine(engine).translate([request], ctx)[0]
    except AppError as error:
        return Proposal(request.id, (), error.message, error.hint)

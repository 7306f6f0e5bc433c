"""Every mistake planted in the sample is flagged at 5 % false flags, with the right words marked."""

from __future__ import annotations

import json
from typing import Any

import pytest

from translator_gui.domain.score import Pair, Scorecard
from translator_gui.domain.span import Side
from translator_gui.kit.jobs import JobContext
from translator_gui.kit.paths import resource
from translator_gui.scoring.scorer import SegmentScorer

PLANTED: list[dict[str, Any]] = json.loads(
    resource("samples", "kermoran-port-strike.planted.json").read_text(encoding="utf-8")
)["planted"]
# What no rule can see without a model of meaning; and a matter of style, which weighs little by itself.
BEYOND_RULES = {"addition", "capitals"}


def _marked(planted: dict[str, Any], card: Scorecard) -> str:
    """All that is marked in either text, by words or findings, in one string."""
    texts = {Side.SOURCE: planted["source"], Side.TARGET: planted["draft"]}
    spans = [(w.side, w.span) for w in card.words] + [(f.side, f.span) for f in card.findings if f.span]
    return " ".join(span.of(texts[side]) for side, span in spans)


def _score(scorer: SegmentScorer, key: str, ctx: JobContext) -> list[Scorecard]:
    return scorer.score([Pair(p["id"], p["source"], p[key]) for p in PLANTED], ctx)


@pytest.mark.model
def test_every_planted_mistake_is_flagged(full_scorer: SegmentScorer, ctx: JobContext) -> None:
    cards = dict(zip((p["id"] for p in PLANTED), _score(full_scorer, "draft", ctx), strict=True))
    assert [name for name, card in cards.items() if not card.flagged] == []
    for planted in PLANTED:
        card = cards[planted["id"]]
        assert card.findings, planted["id"]
        wanted = [*planted["target_words"], *planted["source_words"]] if planted["draft"] else []
        marked = _marked(planted, card)
        assert not wanted or any(word.strip("“”.?") in marked for word in wanted), (planted["id"], marked)


def test_rules_alone_see_what_rules_can_see(rules_scorer: SegmentScorer, ctx: JobContext) -> None:
    cards = _score(rules_scorer, "draft", ctx)
    unseen = {p["kind"] for p, card in zip(PLANTED, cards, strict=True) if not card.flagged}
    assert unseen <= BEYOND_RULES


def test_the_right_translations_are_not_flagged(fast_scorer: SegmentScorer, ctx: JobContext) -> None:
    cards = _score(fast_scorer, "right", ctx)
    flagged = [p["id"] for p, card in zip(PLANTED, cards, strict=True) if card.flagged]
    assert len(flagged) <= 2, flagged

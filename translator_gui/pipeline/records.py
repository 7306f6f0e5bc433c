"""Scorecards and findings as plain data, for JSON. These forms are stable: other programs read them."""

from __future__ import annotations

from typing import Any

from ..domain.score import Scorecard
from ..formats.export_tables import finding_record

__all__ = ["finding_record", "score_record"]


def score_record(card: Scorecard, id_: Any = None) -> dict[str, Any]:
    """``id_``: the caller's own id; None: the scorecard's."""
    return {
        "id": card.id if id_ is None else id_,
        "order": card.order,
        "divergence": card.divergence,
        "flagged": card.flagged,
        "words": [
            {"start": w.span.start, "end": w.span.end, "side": w.side.value, "score": w.score, "reason": w.reason}
            for w in card.words
        ],
        "findings": [finding_record(finding) for finding in card.findings],
        "signature": card.signature,
    }

"""Countries, peoples and cities: another one, none, or one too many (Pékin is Beijing, allemande is German)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .lexicon import Mention, lexicon
from .pair_check import PairCheck
from .views import PairView, TextView
from .words import fold, word_set


class PlaceCheck(PairCheck):
    """Countries, peoples, cities: another one, none, or one too many."""

    name = "places"
    languages = ("fr-en",)

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        mentioned_s, mentioned_t = place_mentions(view)
        if not mentioned_s and not mentioned_t:
            return
        source, target, vague = _unique(mentioned_s), _unique(mentioned_t), _vague()
        missing = [m for c, m in source.items() if c not in target and not _kept(m, view.target)]
        added = [m for c, m in target.items() if c not in source and m.text[0].isupper() and not _kept(m, view.source)]
        missing = [m for m in missing if m.text[0].isupper() or m.concept not in vague]
        sure_m = [m for m in missing if m.concept not in vague]
        sure_a = [m for m in added if m.concept not in vague]
        for gone, new in zip(list(sure_m), list(sure_a), strict=False):
            missing.remove(gone)
            added.remove(new)
            yield self.finding(
                view, "place.changed", Side.TARGET, (new.start, new.end), source=gone.text, target=new.text
            )
        for gone in missing:
            yield self.finding(view, "place.missing", Side.SOURCE, (gone.start, gone.end), name=gone.text)
        for new in added:
            money = view.target.text[new.end : new.end + 2].strip(". ").startswith("$") or "dollar" in view.source.low
            if not view.target.all_caps and not (money and new.text.upper().startswith("U")):
                yield self.finding(view, "place.added", Side.TARGET, (new.start, new.end), name=new.text)


def _unique(mentions: Iterable[Mention]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.concept, mention)
    return found


def _kept(mention: Mention, other: TextView) -> bool:
    """The very word stands on the other side (Vienne may be a town in France)."""
    return any(fold(part) in other.folded for part in re.split(r"[\s\-']", mention.text) if len(part) > 3)


def place_mentions(view: PairView) -> tuple[list[Mention], list[Mention]]:
    """The places that source and target name, looked for once."""
    known: tuple[list[Mention], list[Mention]] | None = view.shared.get("places")
    if known is None:
        table = lexicon("fr-en.places", "places")
        known = view.shared["places"] = list(table.mentions(view.source, 0)), list(table.mentions(view.target, 1))
    return known


@cache
def _vague() -> frozenset[int]:
    """Concepts that French often leaves out or puts otherwise (européen, mondial)."""
    vague = word_set("fr-en.places", "vague")
    return frozenset(i for i, title in enumerate(lexicon("fr-en.places", "places").titles) if title in vague)

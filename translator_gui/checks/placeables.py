"""Placeables (formatting, links, pictures of the original) that a target has lost, doubled or put in disorder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..domain.finding import Finding
from ..domain.span import Side
from ..text.placeables import Tag, faults, found, has_tags
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView


class PlaceableCheck(PairCheck):
    """Looks at the texts with their placeables; all other checks are given them without (pipeline/placeables.py)."""

    name = "placeables"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source, target = view.pair.source, view.pair.target
        tagged = has_tags(source) or has_tags(target)
        return self._look(view) if tagged and target.strip() else ()

    def _look(self, view: PairView) -> Iterator[Finding]:
        source, target = view.pair.source, view.pair.target
        lost, extra, broken = faults(source, target)
        if lost:
            places = [span for span, tag in found(source) if tag in lost]
            whole = (places[0].start, places[0].end)
            yield self.finding(view, "tag.lost", Side.SOURCE, whole, tags=_listed(lost))
        for tag in extra:
            yield self.finding(view, "tag.extra", Side.TARGET, _last(target, tag), tags=str(tag))
        for tag in broken:
            yield self.finding(view, "tag.order", Side.TARGET, _last(target, tag), tags=str(tag))


def _listed(tags: list[Tag]) -> str:
    return " ".join(map(str, tags))


def _last(target: str, wanted: Tag) -> tuple[int, int]:
    span = [span for span, tag in found(target) if tag == wanted][-1]
    return span.start, span.end

"""What a run of checks shares: views of the pairs, computed once however many checks ask."""

from __future__ import annotations

from ..domain.protocols import Termbase
from ..domain.score import Pair
from .views import PairView


class Environment:
    """Built once per run. Views are kept by segment; a changed text under the same id makes a new one.

    terms: the user's termbase, None when there is none. style: name of a house style ("" for none).
    """

    def __init__(self, terms: Termbase | None = None, style: str = "") -> None:
        self.terms, self.style = terms, style
        self._views: dict[str, PairView] = {}

    def view(self, pair: Pair) -> PairView:
        view = self._views.get(pair.id)
        if view is None or view.pair is not pair:
            view = self._views[pair.id] = PairView(pair)
        return view

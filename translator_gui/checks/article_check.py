"""What a check of the whole article is made of: it sees one segment after the other, and says at the end what it found.

All of them look at one view of a segment before the next is made: the views of a long article take a gigabyte.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.finding import Finding
from ..domain.score import Pair
from .environment import Environment
from .views import PairView


class ArticleCheck:
    """One for each run. name: registered name."""

    name = ""

    def run(self, pairs: Sequence[Pair], env: Environment) -> list[Finding]:
        for pair in pairs:
            self.see(env.view(pair))
        return self.found()

    def see(self, view: PairView) -> None:
        """The next segment. The view is not kept."""
        raise NotImplementedError

    def found(self) -> list[Finding]:
        """After the last one."""
        raise NotImplementedError

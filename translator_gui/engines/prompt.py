"""The few-shot prompt for a local language model: header, examples, the article's last pairs, the sentence.

Whatever the article says stays one line of text after "French:"; it can never close that line (see ``one_line``), so
instructions inside an article are only ever something to translate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from rapidfuzz import fuzz

from ..domain.language import LanguagePair
from ..kit.errors import EngineError
from .protection import clean, plain_quotes
from .tables import read_table

_PREVIOUS = 2  # pairs of the article; more did not help
_PREVIOUS_LENGTH = 400  # characters a side


@dataclass(frozen=True)
class Prompt:
    """source, target: language names as the examples use them. examples: (source, target)."""

    source: str
    target: str
    header: str
    examples: tuple[tuple[str, str], ...]

    def signature(self) -> str:
        """Changes with every word of the prompt."""
        return blake2b(repr(self).encode(), digest_size=4).hexdigest()

    def stops(self) -> list[str]:
        return ["\n"]

    def fill(self, text: str, previous: Sequence[tuple[str, str]] = ()) -> str:
        """The whole prompt for one plain sentence. previous: plain pairs that stand before it, oldest first."""
        near = [pair for pair in previous if all(0 < len(side) <= _PREVIOUS_LENGTH for side in pair)][-_PREVIOUS:]
        shots = [self._shot(one_line(a), one_line(b)) for a, b in (*self.examples, *near)]
        return "\n\n".join([self.header, *shots, f"{self.source}: {one_line(text)}\n{self.target}:"])

    def _shot(self, source: str, target: str) -> str:
        return f"{self.source}: {source}\n{self.target}: {target}"

    def echoes(self, text: str, answer: str) -> bool:
        """Is the answer one of the prompt's own examples (which the sentence itself is not)?"""
        for source, target in self.examples:
            if fuzz.ratio(source, text) < 80 and (
                fuzz.ratio(target.lower(), answer.lower()) >= 80
                or (len(answer) > 25 and fuzz.partial_ratio(target.lower(), answer.lower()) >= 92)
            ):
                return True
        return False


def one_line(text: str) -> str:
    """No line break of any kind: the prompt's own structure cannot be imitated from inside an article."""
    return plain_quotes(clean(text))


@lru_cache(maxsize=8)
def prompt_for(pair: LanguagePair) -> Prompt:
    """The prompt for a language pair. Raises EngineError when none is shipped."""
    table = read_table("prompts.toml")
    data = table.get(str(pair))
    if data is None:
        raise EngineError(
            f"The local language model has no examples for {pair}.", "Choose another engine for this language pair."
        )
    examples = tuple((str(source), str(target)) for source, target in data["examples"])
    return Prompt(data["source"], data["target"], data["header"], examples)

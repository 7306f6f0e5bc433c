"""Languages and pairs. The core asks the pair; nothing in it hard-codes French or English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """BCP 47 codes of source and target."""

    source: str = "fr"
    target: str = "en"

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"

    @property
    def reversed(self) -> LanguagePair:
        return LanguagePair(self.target, self.source)


FR_EN = LanguagePair("fr", "en")

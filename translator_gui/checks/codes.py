"""Every reason a check can give: severity, hardness, MQM category, family; the words are in resources/i18n.

A code never changes its meaning: projects keep dismissals by code, scorers learn weights by code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..domain.finding import Severity
from ..kit.paths import resource
from ..kit.toml import read


@dataclass(frozen=True, slots=True)
class Reason:
    """family: number, name, opposite, omission, addition, question, pronoun, certainty, tense, untranslated,
    fluency, typography, spelling, consistency, term, source, style, markup: what a reviewer would call it. hard:
    fires on fewer than one good translation in 200. message: English template with {params}. title, explain, example:
    for the window."""

    code: str
    severity: Severity
    hard: bool
    category: str
    family: str
    title: str = ""
    message: str = ""
    explain: str = ""
    example: str = ""

    def render(self, params: dict[str, str]) -> str:
        try:
            return self.message.format_map(params)
        except (KeyError, IndexError, ValueError):  # a template of a translator with a wrong {name}
            return self.message


@cache
def texts(language: str = "en") -> dict[str, dict[str, str]]:
    """code -> {title, message, explain, example} in an interface language; English where it is not there."""
    path = resource("i18n", f"findings.{language}.toml")
    if not path.exists():
        path = resource("i18n", "findings.en.toml")
    table: dict[str, dict[str, str]] = read(path)
    if language == "en":
        return table
    return {code: {**entry, **table.get(code, {})} for code, entry in texts("en").items()}


@cache
def reasons() -> dict[str, Reason]:
    """Every code the checks may give."""
    words = texts("en")
    return {
        code: Reason(code, Severity(severity), hard, category, family, **words.get(code, {}))
        for code, severity, hard, category, family in _TABLE
    }


def reason(code: str) -> Reason:
    """Raises KeyError for a code that is not in the catalogue: that is a bug."""
    return reasons()[code]


_TABLE: tuple[tuple[str, str, bool, str, str], ...] = (
    # code, severity, hard, MQM category, family
    ("target.empty", "critical", True, "accuracy/omission", "omission"),
    ("source.empty", "major", True, "accuracy/addition", "addition"),
    ("target.same", "critical", True, "accuracy/untranslated", "untranslated"),
    ("length.short", "major", False, "accuracy/omission", "omission"),
    ("length.long", "major", False, "accuracy/addition", "addition"),
    ("sentence.dropped", "major", False, "accuracy/omission", "omission"),
    ("sentence.added", "minor", False, "accuracy/addition", "addition"),
    ("number.differs", "critical", True, "accuracy/mistranslation", "number"),
    ("number.swapped", "critical", True, "accuracy/mistranslation", "number"),
    ("number.missing", "major", False, "accuracy/omission", "number"),
    ("number.added", "major", False, "accuracy/addition", "number"),
    ("number.scale", "critical", True, "accuracy/mistranslation", "number"),
    ("number.order", "major", False, "accuracy/mistranslation", "number"),
    ("number.format", "minor", False, "locale-conventions/number-format", "typography"),
    ("unit.differs", "major", False, "accuracy/mistranslation", "number"),
    ("time.differs", "critical", True, "accuracy/mistranslation", "number"),
    ("date.month", "critical", True, "accuracy/mistranslation", "number"),
    ("date.weekday", "critical", True, "accuracy/mistranslation", "number"),
    ("date.missing", "minor", False, "accuracy/omission", "number"),
    ("date.added", "minor", False, "accuracy/addition", "number"),
    ("name.missing", "major", False, "accuracy/omission", "name"),
    ("name.changed", "critical", False, "accuracy/mistranslation", "name"),
    ("name.similar", "major", False, "accuracy/mistranslation", "name"),
    ("name.added", "major", False, "accuracy/addition", "name"),
    ("place.missing", "major", False, "accuracy/omission", "name"),
    ("place.changed", "critical", True, "accuracy/mistranslation", "name"),
    ("place.added", "major", False, "accuracy/addition", "name"),
    ("acronym.missing", "minor", False, "accuracy/omission", "name"),
    ("acronym.changed", "critical", True, "accuracy/mistranslation", "name"),
    ("acronym.left", "minor", False, "accuracy/untranslated", "untranslated"),
    ("negation.lost", "critical", False, "accuracy/mistranslation", "opposite"),
    ("negation.added", "critical", True, "accuracy/mistranslation", "opposite"),
    ("opposite.word", "critical", True, "accuracy/mistranslation", "opposite"),
    ("false.friend", "major", False, "accuracy/mistranslation", "opposite"),
    ("hedge.dropped", "minor", False, "accuracy/omission", "certainty"),
    ("hearsay.lost", "major", False, "accuracy/mistranslation", "certainty"),
    ("tense.future", "major", False, "accuracy/mistranslation", "tense"),
    ("tense.differs", "minor", False, "accuracy/mistranslation", "tense"),
    ("question.lost", "major", True, "accuracy/mistranslation", "question"),
    ("question.added", "major", True, "accuracy/mistranslation", "question"),
    ("pronoun.gender", "major", False, "accuracy/mistranslation", "pronoun"),
    ("pronoun.case", "minor", True, "linguistic-conventions/grammar", "fluency"),
    ("article.form", "minor", True, "linguistic-conventions/grammar", "fluency"),
    ("verb.form", "minor", True, "linguistic-conventions/grammar", "fluency"),
    ("quote.lost", "minor", False, "accuracy/omission", "omission"),
    ("bracket.lost", "minor", False, "accuracy/omission", "omission"),
    ("french.word", "major", True, "accuracy/untranslated", "untranslated"),
    ("french.left", "critical", True, "accuracy/untranslated", "untranslated"),
    ("repeat.word", "minor", True, "linguistic-conventions/grammar", "fluency"),
    ("quotes.unpaired", "minor", True, "linguistic-conventions/punctuation", "typography"),
    ("brackets.unpaired", "minor", True, "linguistic-conventions/punctuation", "typography"),
    ("guillemets.left", "minor", False, "locale-conventions/punctuation", "typography"),
    ("spacing.french", "minor", False, "locale-conventions/punctuation", "typography"),
    ("spacing.before", "minor", True, "linguistic-conventions/punctuation", "typography"),
    ("spacing.missing", "minor", False, "linguistic-conventions/punctuation", "typography"),
    ("start.lower", "minor", True, "linguistic-conventions/capitalization", "typography"),
    ("end.missing", "minor", True, "linguistic-conventions/punctuation", "typography"),
    ("mark.doubled", "minor", True, "linguistic-conventions/punctuation", "typography"),
    ("mark.stray", "minor", True, "linguistic-conventions/punctuation", "typography"),
    ("capitals.lost", "minor", False, "style/inconsistent", "typography"),
    ("capitals.added", "minor", False, "style/inconsistent", "typography"),
    ("character.control", "major", True, "design/character", "typography"),
    ("character.broken", "major", True, "design/character", "typography"),
    ("spelling.unknown", "minor", False, "linguistic-conventions/spelling", "spelling"),
    ("name.inconsistent", "minor", False, "terminology/inconsistent", "consistency"),
    ("sentence.inconsistent", "minor", False, "terminology/inconsistent", "consistency"),
    ("target.duplicate", "major", False, "accuracy/mistranslation", "omission"),
    ("row.shifted", "critical", True, "accuracy/mistranslation", "omission"),
    ("style.unlike", "minor", False, "style/inconsistent", "consistency"),
    ("terms.missing", "minor", False, "terminology/inconsistent-with-resource", "term"),
    ("terms.forbidden", "major", False, "terminology/inconsistent-with-resource", "term"),
    # Questions to whoever wrote the source: never an error of the translation.
    ("source.control", "neutral", False, "", "source"),
    ("source.name", "neutral", False, "", "source"),
    ("source.verb", "neutral", False, "", "source"),
    # House style, only where one is chosen: a matter of taste that an editor has settled.
    ("style.quotes", "neutral", False, "style/organizational-style", "style"),
    ("style.apostrophe", "neutral", False, "style/organizational-style", "style"),
    ("tag.lost", "major", True, "design-markup/markup-tag", "markup"),
    ("tag.extra", "minor", True, "design-markup/markup-tag", "markup"),
    ("tag.order", "minor", True, "design-markup/markup-tag", "markup"),
    ("style.dash", "neutral", False, "style/organizational-style", "style"),
    ("style.number", "neutral", False, "style/organizational-style", "style"),
    ("style.percent", "neutral", False, "style/organizational-style", "style"),
    ("style.date", "neutral", False, "style/organizational-style", "style"),
    ("style.spelling", "neutral", False, "style/organizational-style", "style"),
)

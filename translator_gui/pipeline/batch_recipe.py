"""What a batch does with every article: names, options and paths only, so that it can be sent to another machine.

A recipe can be kept in a TOML file (`batch --recipe FILE`, `--print-recipe`); keys are those of BatchRecipe.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from typing import Any

import tomli_w

from .. import __version__
from ..domain.segment import State
from ..formats.catalogue import EXPORTERS
from ..formats.export_options import ExportOptions
from ..kit.errors import FormatError, InputError
from ..kit.toml import TomlError, parse
from .profiles import ALIGNERS, SCORERS
from .sinks import CORPORA

NO_ENGINE = "none"


class Dedupe(str, Enum):
    """EXACT: the same pair but for case, spaces and typography. NEAR: both sides alike to ``near`` percent."""

    NONE = "none"
    EXACT = "exact"
    NEAR = "near"


@dataclass(frozen=True)
class Filters:
    """What a pair must be to be exported; 0, "" or empty asks nothing. Lines of the web page around an article and
    sentences without a translation are never exported as pairs.

    max_divergence: 0–100, of the scorer. min_score: 100 − divergence must reach it. min_probability: 0–1, of the
    alignment. states: XLIFF states. words, ratio: of the longer side, and longer to shorter side in characters.
    language: both sides must be in their language. flagged: False leaves flagged pairs out. severities: a pair with
    such a finding is left out.
    """

    min_score: float = 0.0
    max_divergence: float = 100.0
    min_probability: float = 0.0
    states: tuple[str, ...] = ()
    min_words: int = 0
    max_words: int = 0
    max_ratio: float = 0.0
    language: bool = False
    flagged: bool = True
    severities: tuple[str, ...] = ()
    dedupe: Dedupe = Dedupe.NONE
    near: float = 90.0

    @property
    def worst(self) -> float:
        """The highest divergence that is let through."""
        return min(self.max_divergence, 100.0 - self.min_score)


@dataclass(frozen=True)
class BatchRecipe:
    """engine: proposes where there is no English; "none" leaves it empty. scorer: rules, fast, full, "none", or "" for
    the one of the settings. aligner: fast or full, for articles with a draft. formats: of each article's own files.
    corpora: of the files over all articles. licence: of the texts, for manifests. language: of the summary page.
    Raises InputError when made wrongly."""

    engine: str = "offline"
    scorer: str = ""
    aligner: str = "full"
    check: bool = True
    formats: tuple[str, ...] = ("tmx",)
    corpora: tuple[str, ...] = ()
    empty: str = ""
    plain: bool = False
    licence: str = ""
    language: str = "en"
    filters: Filters = field(default_factory=Filters)

    def __post_init__(self) -> None:
        _known("export format", self.formats, EXPORTERS.names())
        _known("corpus format", self.corpora, CORPORA)
        _known("state", self.filters.states, [state.value for state in State])
        _known("severity", self.filters.severities, ["neutral", "minor", "major", "critical"])
        _known("alignment profile", [self.aligner], ALIGNERS)
        _known("scoring profile", [self.scorer], SCORERS)
        ExportOptions.of({"empty": self.empty})
        if not self.formats and not self.corpora:
            raise InputError("Nothing would be written.", "Choose a format, or a corpus.")
        self._check_figures()

    def _check_figures(self) -> None:
        filters = self.filters
        for name, value, low, high in (
            ("min_score", filters.min_score, 0, 100),
            ("max_divergence", filters.max_divergence, 0, 100),
            ("min_probability", filters.min_probability, 0, 1),
            ("near", filters.near, 50, 100),
        ):
            if not low <= value <= high:
                raise InputError(f"“{name}” must lie between {low} and {high}.", f"It is {value:g}.")
        if filters.worst < 100 and self.scorer == "none":
            raise InputError("Without a score there is none to filter by.", "Choose a scoring profile.")
        if filters.max_ratio and filters.max_ratio < 1:
            raise InputError("“max_ratio” is longer to shorter side: 1 at least.", "Try 3.")

    @property
    def proposes(self) -> bool:
        return self.engine not in ("", NO_ENGINE)

    @property
    def scores(self) -> bool:
        return self.scorer != NO_ENGINE

    def signature(self, *extra: str) -> str:
        """16 hex digits: what an article's result depends on, beside its texts. extra: of models and settings."""
        table = to_table(self)
        # These are dealt with when all articles are done: a change of them redoes none.
        table.pop("language")
        table["corpora"] = bool(self.corpora)
        if not self.formats:
            table["filters"] = {k: v for k, v in table["filters"].items() if k not in ("dedupe", "near")}
        text = json.dumps([__version__, table, extra], sort_keys=True)
        return blake2b(text.encode(), digest_size=8).hexdigest()


def _known(what: str, given: Any, known: Any) -> None:
    for name in given:
        if name not in known:
            raise InputError(f"There is no {what} called “{name}”.", f"Known: {', '.join(filter(None, known))}.")


def to_table(recipe: BatchRecipe) -> dict[str, Any]:
    """As plain data, for TOML and JSON."""
    plain: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(recipe)))
    return plain


def from_table(table: dict[str, Any]) -> BatchRecipe:
    """Raises InputError for an unknown key or a value of the wrong kind."""
    given = dict(table)
    filters = given.pop("filters", {})
    if not isinstance(filters, dict):
        raise InputError("“filters” must be a table.", "Write [filters], and a line for each.")
    return BatchRecipe(**_fields(BatchRecipe(), given), filters=Filters(**_fields(Filters(), filters)))


def _fields(default: Any, table: dict[str, Any]) -> dict[str, Any]:
    known = {spec.name: getattr(default, spec.name) for spec in dataclasses.fields(default)}
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in known:
            raise InputError(f"A recipe has no “{name}”.", f"Known: {', '.join(known)}.")
        values[name] = _value(name, value, known[name])
    return values


def _value(name: str, value: Any, model: Any) -> Any:
    if isinstance(model, Enum):
        try:
            return type(model)(value)
        except ValueError:
            choices = ", ".join(choice.value for choice in type(model))
            raise InputError(f"“{name}” cannot be “{value}”.", f"Known: {choices}.") from None
    if isinstance(model, tuple) and isinstance(value, (list, tuple)) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if isinstance(model, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is type(model):
        return value
    raise InputError(f"“{name}” cannot be {value!r}.", f"It is a {type(model).__name__}, like {model!r}.")


def read_recipe(path: Path) -> BatchRecipe:
    """Raises InputError (missing, a wrong key or value), FormatError (no TOML)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"The recipe “{path}” cannot be read.", "Check the path.", error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise FormatError(f"The recipe “{path.name}” is not UTF-8.", "Save it as UTF-8.") from error
    try:
        return from_table(parse(text))
    except TomlError as error:
        raise FormatError(f"The recipe “{path.name}” is not TOML.", str(error)) from error


def recipe_text(recipe: BatchRecipe) -> str:
    """The recipe as a TOML file, every key in it."""
    return tomli_w.dumps(to_table(recipe))

"""Error typologies: MQM-Core as it comes (resources/mqm/core.toml), a project's subset of it, or one of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from ..domain.finding import Severity
from ..domain.mqm import MISSING
from ..kit import toml
from ..kit.errors import FormatError, InputError
from ..kit.paths import resource

if TYPE_CHECKING:
    from .session import ReviewSession

_SETTING = "typology"


@dataclass(frozen=True)
class ErrorType:
    """id: "accuracy/omission", or "accuracy" for a dimension as such. names: by language ("en", "fr"). key: one
    letter that chooses it (a dimension's among dimensions, a type's within its dimension). weight: of the formula."""

    id: str
    names: Mapping[str, str]
    key: str = ""
    weight: float = 1.0
    aliases: tuple[str, ...] = ()

    @property
    def dimension(self) -> str:
        return self.id.partition("/")[0]

    def name(self, language: str = "en") -> str:
        """English where the language is not there."""
        return self.names.get(language) or self.names.get("en") or self.id


@dataclass(frozen=True)
class Typology:
    """dimensions: in order, as error types. types: all the others, by dimension. multipliers: per severity.
    pass_threshold: the overall quality score (0-100) from which a text passes, unless a session says otherwise."""

    name: str
    version: str
    dimensions: tuple[ErrorType, ...]
    types: tuple[ErrorType, ...]
    multipliers: Mapping[Severity, float]
    pass_threshold: float = 95.0
    text: str = field(default="", repr=False)

    @cached_property
    def _by_id(self) -> dict[str, ErrorType]:
        return {each.id: each for each in (*self.dimensions, *self.types)}

    @cached_property
    def _by_alias(self) -> dict[str, ErrorType]:
        result = {f"{each.dimension}/{alias}": each for each in self.types for alias in each.aliases}
        result.update({alias: each for each in self.dimensions for alias in each.aliases})
        return result

    def within(self, dimension: str) -> list[ErrorType]:
        """The types of a dimension, in order."""
        return [each for each in self.types if each.dimension == dimension]

    def get(self, id_: str) -> ErrorType | None:
        return self._by_id.get(id_)

    def resolve(self, category: str) -> ErrorType | None:
        """The type a check's category means: itself, by an alias, else its dimension; None when there is none."""
        found = self._by_id.get(category) or self._by_alias.get(category)
        if found is None and "/" in category:
            return self.resolve(category.partition("/")[0])
        return found

    def weight(self, category: str) -> float:
        """Of an error type; 1 for one this typology does not know (an ESA span, an older typology)."""
        found = self.resolve(category)
        return 1.0 if found is None else found.weight

    def name_of(self, category: str, language: str = "en") -> str:
        if category == MISSING:
            return {"fr": "Omission"}.get(language, "Missing")
        found = self._by_id.get(category) or self._by_alias.get(category)
        return found.name(language) if found else category or {"fr": "Sans catégorie"}.get(language, "No category")

    def subset(self, ids: Collection[str]) -> Typology:
        """Only these types, and the dimensions they are of. Raises InputError for an id that is not in it."""
        unknown = sorted(set(ids) - set(self._by_id))
        if unknown:
            raise InputError(f"There is no error type “{unknown[0]}”.", f"It is not in {self.name}.")
        kept = {each.partition("/")[0] for each in ids}
        dimensions = tuple(each for each in self.dimensions if each.id in kept)
        return replace(self, dimensions=dimensions, types=tuple(each for each in self.types if each.id in ids))


@cache
def core() -> Typology:
    return parse(resource("mqm", "core.toml").read_text(encoding="utf-8"))


def parse(text: str) -> Typology:
    """A typology file (see resources/mqm/core.toml for the form). Raises FormatError that says what is wrong."""
    try:
        table = toml.parse(text)
    except toml.TomlError as error:
        raise FormatError("The typology is not a TOML file.", "Correct it, or use MQM-Core.", str(error)) from error
    dimensions, types = [], []
    for entry in _list(table, "dimension"):
        dimension = _error_type(entry, "")
        dimensions.append(dimension)
        types += [_error_type(each, dimension.id, dimension.weight) for each in _list(entry, "type")]
    if not dimensions:
        raise FormatError("The typology has no dimension.", "Give at least one [[dimension]] with id, en and key.")
    made = Typology(
        str(table.get("name", "Own typology")),
        str(table.get("version", "")),
        tuple(dimensions),
        tuple(types),
        _multipliers(table.get("severities", {})),
        _number(table.get("pass_threshold", 95.0), "pass_threshold"),
        text,
    )
    _refuse_twins(made)
    return made


def _list(table: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise FormatError(f"“{name}” in the typology must be a list of tables.", f"Write [[{name}]] before each.")
    return found


def _error_type(entry: Mapping[str, Any], dimension: str, weight: float = 1.0) -> ErrorType:
    id_ = entry.get("id")
    if not isinstance(id_, str) or not id_ or "/" in id_:
        raise FormatError("An error type of the typology has no id.", 'Give each an id such as id = "omission".')
    names = {name: value for name, value in entry.items() if len(name) == 2 and isinstance(value, str)}
    aliases = entry.get("aliases", [])
    full = f"{dimension}/{id_}" if dimension else id_
    number = _number(entry.get("weight", weight), f"weight of {full}")
    return ErrorType(
        full, names or {"en": id_}, str(entry.get("key", ""))[:1].lower(), number, tuple(map(str, aliases))
    )


def _number(value: Any, what: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1_000_000:
        raise FormatError(f"The {what} is not a number from 0 on.", "Correct the typology.", repr(value))
    return float(value)


def _multipliers(table: Mapping[str, Any]) -> dict[Severity, float]:
    usual = core_multipliers()
    unknown = sorted(set(table) - {severity.value for severity in Severity})
    if unknown:
        known = ", ".join(severity.value for severity in Severity)
        raise FormatError(f"The typology has an unknown severity “{unknown[0]}”.", f"Known: {known}.")
    return {each: _number(table.get(each.value, usual[each]), f"multiplier of {each.value}") for each in Severity}


def core_multipliers() -> dict[Severity, float]:
    from ..domain.mqm import MULTIPLIERS

    return {severity: float(value) for severity, value in MULTIPLIERS.items()}


def _refuse_twins(typology: Typology) -> None:
    """The same id or key twice would make the keyboard guess."""
    groups = [typology.dimensions, *(tuple(typology.within(each.id)) for each in typology.dimensions)]
    for group in groups:
        for values in ([each.id for each in group], [each.key for each in group if each.key]):
            twin = next((value for value in values if values.count(value) > 1), None)
            if twin:
                raise FormatError(f"The typology has “{twin}” twice.", "Ids and keys must differ.")


def of(session: ReviewSession) -> Typology:
    """What the project uses: MQM-Core unless it was told otherwise. Raises FormatError for a damaged one."""
    chosen = session.store.recall(_SETTING, {})
    return _made(chosen.get("toml", ""), tuple(chosen.get("types", ())))


def whole(session: ReviewSession) -> Typology:
    """The same without the choice of types: what a subset can be chosen from."""
    return _made(session.store.recall(_SETTING, {}).get("toml", ""), ())


@cache
def _made(text: str, types: tuple[str, ...]) -> Typology:
    whole = parse(text) if text else core()
    return whole.subset(types) if types else whole


def choose(session: ReviewSession, toml: str = "", types: Collection[str] = ()) -> Typology:
    """Set the project's typology: ``toml`` the text of a file of its own ("": MQM-Core), ``types`` a subset of it
    (none: all). Errors recorded before keep their category. Raises FormatError, InputError, StoreError."""
    made = _made(toml, tuple(types))
    session.store.remember(_SETTING, {"toml": toml, "types": list(types)})
    return made

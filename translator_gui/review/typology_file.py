"""A typology written as a file of the form of resources/mqm/core.toml, and one with other parameters."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import tomli_w

from ..domain.finding import Severity
from .typology import ErrorType, Typology


def write(typology: Typology) -> str:
    """TOML that ``typology.parse`` reads back as the same."""
    table: dict[str, Any] = {
        "name": typology.name,
        "version": typology.version,
        "pass_threshold": typology.pass_threshold,
        "severities": {each.value: typology.multipliers[each] for each in Severity},
        "dimension": [],
    }
    for dimension in typology.dimensions:
        entry = _entry(dimension)
        types = [_entry(each) for each in typology.within(dimension.id)]
        table["dimension"].append(entry | ({"type": types} if types else {}))
    return tomli_w.dumps(table)


def _entry(error_type: ErrorType) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": error_type.id.rpartition("/")[2], **error_type.names}
    if error_type.key:
        entry["key"] = error_type.key
    entry["weight"] = error_type.weight
    if error_type.aliases:
        entry["aliases"] = list(error_type.aliases)
    return entry


def with_parameters(
    typology: Typology,
    weights: Mapping[str, float],
    multipliers: Mapping[Severity, float],
    pass_threshold: float,
) -> Typology:
    """weights: by id of the error type or dimension; one that is not named keeps its own."""

    def weighed(error_type: ErrorType) -> ErrorType:
        return dataclasses.replace(error_type, weight=float(weights.get(error_type.id, error_type.weight)))

    return dataclasses.replace(
        typology,
        dimensions=tuple(map(weighed, typology.dimensions)),
        types=tuple(map(weighed, typology.types)),
        multipliers={each: float(multipliers.get(each, typology.multipliers[each])) for each in Severity},
        pass_threshold=float(pass_threshold),
    )

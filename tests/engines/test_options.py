"""Options of engines as they are written in settings and on command lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator_gui.engines.options import flag, number, path, reject_unknown, whole
from translator_gui.kit.errors import InputError


@pytest.mark.parametrize(("value", "meant"), [(True, True), ("Yes", True), (" on ", True), ("1", True), (0, False),
                                              ("no", False), ("OFF", False), (False, False)])  # fmt: skip
def test_flags(value: object, meant: bool) -> None:
    assert flag({"glossary": value}, "glossary", not meant) is meant


@pytest.mark.parametrize("value", ["perhaps", "", None, 2])
def test_a_flag_that_says_neither_is_refused(value: object) -> None:
    with pytest.raises(InputError, match="must be yes or no"):
        flag({"glossary": value}, "glossary", True)


def test_what_is_not_given_is_the_default() -> None:
    assert flag({}, "glossary", True) is True
    assert number({}, "timeout", 2.5, 0, 60) == 2.5
    assert whole({}, "count", 3, 1, 8) == 3
    assert path({}, "folder") is None
    assert path({"folder": "  "}, "folder") is None


def test_numbers_of_any_spelling() -> None:
    assert whole({"count": "4"}, "count", 3, 1, 8) == 4
    assert number({"timeout": "1e1"}, "timeout", 2, 0, 60) == 10


@pytest.mark.parametrize("value", ["many", None, [], 9, 0, "nan"])
def test_numbers_beyond_the_limits_are_refused(value: object) -> None:
    with pytest.raises(InputError, match="from 1 to 8"):
        whole({"count": value}, "count", 3, 1, 8)


def test_paths_and_unknown_names() -> None:
    assert path({"folder": "~/models"}, "folder") == Path.home() / "models"
    with pytest.raises(InputError, match="no option “colour”"):
        reject_unknown("pivot", {"colour": 1}, ("folder",))
    reject_unknown("pivot", {"folder": 1}, ("folder",))

"""Recipes: TOML there and back, and what is refused."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from translator_gui.kit.errors import FormatError, InputError
from translator_gui.pipeline.batch_recipe import BatchRecipe, Dedupe, Filters, from_table, read_recipe, recipe_text

FULL = BatchRecipe(
    engine="pivot",
    scorer="fast",
    formats=("tmx", "docx"),
    corpora=("jsonl",),
    filters=Filters(min_score=40, states=("final",), language=True, dedupe=Dedupe.NEAR),
)


@pytest.mark.parametrize("recipe", [BatchRecipe(), FULL])
def test_a_recipe_comes_back_from_its_file(tmp_path: Path, recipe: BatchRecipe) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(recipe_text(recipe), encoding="utf-8")
    assert read_recipe(path) == recipe
    assert pickle.loads(pickle.dumps(recipe)) == recipe


@pytest.mark.parametrize(
    "table",
    [
        {"formats": ["pdfx"]},
        {"corpora": ["docx"]},
        {"enjine": "x"},
        {"check": "yes"},
        {"formats": "tmx"},
        {"formats": [], "corpora": []},
        {"filters": {"min_score": 101}},
        {"filters": {"max_ratio": 0.5}},
        {"filters": {"dedupe": "fuzzy"}},
        {"filters": {"states": ["approved"]}},
        {"filters": {"min_words": True}},
        {"filters": 3},
        {"scorer": "none", "filters": {"max_divergence": 50}},
        {"aligner": "slow"},
    ],
)
def test_a_wrong_recipe_says_what_is_wrong(table: dict[str, Any]) -> None:
    with pytest.raises(InputError) as caught:
        from_table(table)
    assert caught.value.hint


def test_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text("formats = [", encoding="utf-8")
    with pytest.raises(FormatError):
        read_recipe(path)


def test_the_signature_changes_with_what_an_article_depends_on() -> None:
    assert FULL.signature() != replace(FULL, formats=("tmx",)).signature()
    assert FULL.signature() != replace(FULL, filters=replace(FULL.filters, min_score=41)).signature()
    assert FULL.signature("model 1") != FULL.signature("model 2")


def test_the_signature_stays_where_only_the_end_changes() -> None:
    assert FULL.signature() == replace(FULL, language="fr").signature()
    assert FULL.signature() == replace(FULL, corpora=("tmx", "moses")).signature()

"""The engines' data files: resources/engines/*.toml."""

from __future__ import annotations

from typing import Any

from ..kit.toml import shipped


def read_table(name: str) -> dict[str, Any]:
    """A TOML file of resources/engines."""
    return shipped("engines", name)

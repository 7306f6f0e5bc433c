"""The engines' data files: resources/engines/*.toml."""

from __future__ import annotations

import sys
from typing import Any

from ..kit.paths import resource

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def read_table(name: str) -> dict[str, Any]:
    """A TOML file of resources/engines."""
    return tomllib.loads(resource("engines", name).read_text(encoding="utf-8"))

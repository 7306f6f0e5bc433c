"""packaging/product.toml as Python values, and the folders the packaging scripts work in."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD, DIST = ROOT / "build" / "packages", ROOT / "dist"
TABLE: dict[str, Any] = tomllib.loads((HERE / "product.toml").read_text(encoding="utf-8"))
PRODUCT: dict[str, str] = TABLE["product"]
TYPES: list[dict[str, Any]] = TABLE["type"]


def version() -> str:
    """The package's own, read without importing it."""
    text = (ROOT / "translator_gui" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise SystemExit("translator_gui/__init__.py names no version")
    return found[1]


def system() -> str:
    """The table of product.toml for the system this runs on."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")

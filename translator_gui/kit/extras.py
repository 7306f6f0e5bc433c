"""The optional parts (extras of pyproject.toml): how a person adds one that is missing."""

from __future__ import annotations

import sys
from pathlib import Path

# In a .deb the frozen program and the language model are packages of their own (packaging/product.toml: linux.apart).
_DEBIAN_HOME, _DEBIAN_MODEL = "/usr/lib/translator-gui/", "translator-gui-language-model"


def install_line(extra: str) -> str:
    """The one line that adds ``extra`` to the program that runs.

    A frozen program has no pip that could add to it: there the line installs the model's package, or, for what no
    package of ours holds, the program anew, with the part. What pipx installed, pipx adds to.
    """
    if not getattr(sys, "frozen", False):
        if Path(sys.prefix, "pipx_metadata.json").exists():
            return f'pipx inject translator-gui "translator-gui[{extra}]"'
        return f'pip install "translator-gui[{extra}]"'
    if extra == "local" and sys.executable.startswith(_DEBIAN_HOME):
        return f"sudo apt install ./{_DEBIAN_MODEL}_*.deb"
    return f'pipx install "translator-gui[{extra}]"'

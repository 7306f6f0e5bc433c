"""Pictures of the alignment view, with two documents made for them."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from .studio import PATIENCE, Studio, dialogs_of, idle, settle, spin


def alignment(studio: Studio) -> None:
    """A draft with a moved paragraph, a merge and a line too many; some of it worked on."""
    for name, theme, language, size in (
        ("alignment", "light", "en", studio.size),
        ("alignment-dark", "dark", "en", studio.size),
        ("alignment-french", "light", "fr", studio.size),
        ("alignment-narrow", "light", "en", (760, 620)),
    ):
        window = Studio(studio.out, size).open(theme=theme, language=language, sample=False)
        align_two(window)
        studio.take(name, window)
        if name == "alignment":
            window.desk.aligning.mark_or_link()
            window.actions_["next-doubtful"].trigger()
            settle()
            studio.take("alignment-linking", window)
            window.desk.aligning.close()
            dialogs_of(studio, window, "dialog-", ("two-documents",))
        studio.close(window)


def align_two(window: Any) -> None:
    """The alignment view with the two documents below in it, some of it worked on."""
    window.desk.aligning.start(*_two_documents())
    spin(lambda: window.desk.aligning.session is not None, PATIENCE)
    idle(window.desk)
    _work_on(window)


def _two_documents() -> tuple[Path, Path]:
    from translator_gui.kit.paths import resource

    folder = Path(tempfile.mkdtemp(dir=os.environ["TRANSLATOR_GUI_HOME"]))
    french = resource("samples", "kermoran-port-strike.fr.txt").read_text(encoding="utf-8")
    english = resource("samples", "kermoran-port-strike.en.txt").read_text(encoding="utf-8")
    parts = english.strip().split("\n\n")
    parts[3], parts[5] = parts[5], parts[3]
    parts.insert(2, "This translation was made for our readers by the foreign desk.")
    found = folder / "kermoran-port-strike.fr.txt", folder / "kermoran-port-strike.en.txt"
    found[0].write_text(french, encoding="utf-8")
    found[1].write_text("\n\n".join(parts), encoding="utf-8")
    return found


def _work_on(window: Any) -> None:
    aligning = window.desk.aligning
    aligning.go_to_place(2)
    window.actions_["bead-confirm-above"].trigger()
    aligning.go_to_place(5)
    window.actions_["bead-merge"].trigger()
    aligning.go_to_place(6)
    settle()

"""Pictures of what formats show in the window: placeables, the columns of a table, the export dialog."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from .studio import idle, settle, spin

_TABLE = """Clé;Français;Ancien anglais;Anglais révisé;Remarque
t1;Le port de Kermoran est fermé depuis trois semaines.;The harbour is shut.;The port of Kermoran has been closed.;
t2;Personne ne sait quand il rouvrira, dit le maire.;Nobody knows.;Nobody knows when it will reopen, says the mayor.;vu
t3;« Nous ne sommes pas à vendre », dit-il.;We are not sold.;“We are not for sale,” he says.;citation
"""
_ENGLISH = {
    "Le ⟨1⟩ministre⟨/1⟩ a dit « non ».": "The ⟨1⟩minister⟨/1⟩ said “no”.",
    "⟨2⟩Le site⟨/2⟩ le dit ⟨3/⟩aussi.": "The site says so, ⟨3/⟩too.",
    "Une ⟨1/⟩ photo.": "A ⟨1/⟩ photograph.",
}


def format_scenes(studio: Any) -> None:
    from tests.formats.layout_material import word

    with tempfile.TemporaryDirectory() as folder:
        article, table = Path(folder) / "le-port.docx", Path(folder) / "paires.csv"
        article.write_bytes(word())
        table.write_text(_TABLE, encoding="utf-8")
        for name, theme, language in (("", "light", "en"), ("-dark", "dark", "en"), ("-french", "light", "fr")):
            window = studio.open(theme=theme, language=language, sample=False)
            window.desk.open_path(article)
            spin(lambda window=window: window.desk.session is not None, 60)
            _translate(window)
            idle(window.desk)
            studio.take(f"placeables{name}", window)
            for wanted in ("docx", "opus"):
                _dialog(studio, window, "export", f"export-{wanted}{name}", format=wanted)
            _columns(studio, window, table, f"columns{name}")
            studio.close(window)
            settle(0.1)


def _translate(window: Any) -> None:
    from translator_gui.review import commands

    session = window.desk.session
    for row in list(session.rows):
        if row.segment.source in _ENGLISH:
            change = commands.set_text(session, row.id, _ENGLISH[row.segment.source])
            window.desk.push(change, "translate")
    window.desk.go_to(next(row.id for row in session.rows if "ministre" in row.segment.source))


def _dialog(studio: Any, window: Any, dialog: str, name: str, **options: Any) -> None:
    from translator_gui.ui.dialogs.catalogue import open_dialog

    shown = open_dialog(dialog, window.desk, window, **options)
    idle(window.desk)
    studio.take(name, shown)
    shown.reject()
    settle(0.05)


def _columns(studio: Any, window: Any, table: Path, name: str) -> None:
    from translator_gui.formats.table_preview import preview

    _dialog(studio, window, "columns", name, path=table, preview=preview(table.read_bytes(), table.name, "csv"))

"""The manual's pictures, in both languages: python -m tests.screenshots resources/help --only manual

Taken of the sample article with the real engines and scorer, and kept small: a window has few colours.
"""

from __future__ import annotations

from typing import Any

from .alignment import align_two
from .small import save_small
from .studio import Studio, alone, idle, settle, spin

WINDOW, NARROW = (1160, 700), (420, 560)
_PATIENCE = 900.0  # seconds: all engines and signals, on a busy machine too


def take_all(studio: Studio) -> None:
    """Writes OUT/en/*.png and OUT/fr/*.png."""
    for language in ("en", "fr"):
        _take(studio, language)


def _take(studio: Studio, language: str) -> None:
    out = studio.out / language
    out.mkdir(parents=True, exist_ok=True)
    book = Studio(out, WINDOW)

    def take(name: str, widget: Any) -> None:
        print(save_small(widget.grab().toImage(), out / f"{name}.png"))

    start = book.open(language=language, sample=False)
    take("start", start)
    book.close(start)

    window = book.open(language=language)
    spin(lambda: not window.desk.runner.jobs(), _PATIENCE)
    settle()
    take("grid", window)
    window.set_view("reading")
    settle()
    take("reading", window)
    window.set_view("grid")
    for name in ("findings", "candidates"):
        with alone(window.docks[name], NARROW):
            take(name, window.docks[name].widget())
    _mark_errors(window)
    with alone(window.docks["errors"], NARROW):
        take("errors", window.docks["errors"].widget())
    dialog = _open("export", window)
    idle(window.desk)
    take("export", dialog)
    dialog.reject()
    book.close(window)
    _alignment(book, language, take)


def _mark_errors(window: Any) -> None:
    """What is flagged in the first segments, accepted as errors, as a reviewer would."""
    from translator_gui.domain.finding import Severity
    from translator_gui.review import annotations

    desk = window.desk
    marked = 0
    for row in desk.session.rows:
        found = [each for each in desk.session.findings(row.id) if each.severity in (Severity.MAJOR, Severity.CRITICAL)]
        if found and marked < 3:
            desk.perform("Mark", annotations.accept, found[0])
            desk.go_to(row.id)
            marked += 1
    window.docks["errors"].widget().modes.button(1).click()
    idle(desk)


def _alignment(book: Studio, language: str, take: Any) -> None:

    window = book.open(language=language, sample=False)
    align_two(window)
    settle()
    take("alignment", window)
    book.close(window)


def _open(name: str, window: Any) -> Any:
    from translator_gui.ui.dialogs.catalogue import open_dialog

    return open_dialog(name, window.desk, window)

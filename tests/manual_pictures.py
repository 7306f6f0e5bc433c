"""The manual's pictures, in both languages: python -m tests.screenshots resources/help --only manual

Taken of the sample article with the real engines and scorer, and kept small: a window has few colours.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from .screenshots import Studio

WINDOW, NARROW = (1160, 700), (420, 560)
_COLOURS = 256
_PATIENCE = 900.0  # seconds: all engines and signals, on a busy machine too


def take_all(studio: Studio) -> None:
    """Writes OUT/en/*.png and OUT/fr/*.png."""
    for language in ("en", "fr"):
        _take(studio, language)


def _take(studio: Studio, language: str) -> None:
    from .screenshots import Studio, _idle, _settle, _spin, alone

    out = studio.out / language
    out.mkdir(parents=True, exist_ok=True)
    book = Studio(out, WINDOW)

    def take(name: str, widget: Any) -> None:
        print(save_small(widget.grab().toImage(), out / f"{name}.png"))

    start = book.open(language=language, sample=False)
    take("start", start)
    book.close(start)

    window = book.open(language=language)
    _spin(lambda: not window.desk.runner.jobs(), _PATIENCE)
    _settle()
    take("grid", window)
    window.set_view("reading")
    _settle()
    take("reading", window)
    window.set_view("grid")
    for name in ("findings", "candidates"):
        with alone(window.docks[name], NARROW):
            take(name, window.docks[name].widget())
    _mark_errors(window)
    with alone(window.docks["errors"], NARROW):
        take("errors", window.docks["errors"].widget())
    dialog = _open("export", window)
    _idle(window.desk)
    take("export", dialog)
    dialog.reject()
    book.close(window)
    _alignment(book, language, take)


def _mark_errors(window: Any) -> None:
    """What is flagged in the first segments, accepted as errors, as a reviewer would."""
    from translator_gui.domain.finding import Severity
    from translator_gui.review import annotations

    from .screenshots import _idle

    desk = window.desk
    marked = 0
    for row in desk.session.rows:
        found = [each for each in desk.session.findings(row.id) if each.severity in (Severity.MAJOR, Severity.CRITICAL)]
        if found and marked < 3:
            desk.perform("Mark", annotations.accept, found[0])
            desk.go_to(row.id)
            marked += 1
    window.docks["errors"].widget().modes.button(1).click()
    _idle(desk)


def _alignment(book: Studio, language: str, take: Any) -> None:
    from .screenshots import _settle, align_two

    window = book.open(language=language, sample=False)
    align_two(window)
    _settle()
    take("alignment", window)
    book.close(window)


def _open(name: str, window: Any) -> Any:
    from translator_gui.ui.dialogs.catalogue import open_dialog

    return open_dialog(name, window.desk, window)


def save_small(image: QImage, path: Path) -> Path:
    """As a PNG of 256 colours: the most frequent ones, the others replaced by the nearest of them."""
    from PySide6.QtGui import QImage

    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = lines[:, : rgb.width() * 3].reshape(-1, 3).astype(np.int32)
    codes = pixels[:, 0] << 16 | pixels[:, 1] << 8 | pixels[:, 2]
    known, places, counts = np.unique(codes, return_inverse=True, return_counts=True)
    kept = np.sort(np.argsort(-counts)[:_COLOURS])
    every, few = _parts(known), _parts(known[kept])
    blocks = np.array_split(every, len(every) // 512 + 1)
    nearest = np.concatenate([((block[:, None, :] - few[None]) ** 2).sum(-1).argmin(1) for block in blocks])
    indexed = np.ascontiguousarray(nearest[places].astype(np.uint8).reshape(rgb.height(), rgb.width()))
    small = QImage(indexed.data, rgb.width(), rgb.height(), rgb.width(), QImage.Format.Format_Indexed8)
    small.setColorTable([0xFF000000 | int(code) for code in known[kept]])
    if not small.save(str(path), "PNG", 0):
        raise SystemExit(f"{path} could not be written")
    return path


def _parts(codes: np.ndarray) -> np.ndarray:
    return np.stack([codes >> 16 & 255, codes >> 8 & 255, codes & 255], axis=1).astype(np.int32)

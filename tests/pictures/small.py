"""Pictures kept small: a window has few colours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_COLOURS = 256


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

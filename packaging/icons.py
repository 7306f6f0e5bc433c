"""The program's icon in every size and format: python packaging/icons.py OUT

From resources/icons/app.svg, and app-small.svg for 16 to 24 pixels, where the fine lines of the other would blur.
Draws with Qt, which the program needs anyway.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from product import ROOT

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 24


def draw(out: Path) -> list[Path]:
    """hicolor/<size>/app.png, hicolor/scalable/app.svg, app.ico for Windows, app.icns for macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert app is not None
    source = ROOT / "resources" / "icons"
    files = []

    def picture(size: int) -> QImage:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(str(source / ("app-small.svg" if size <= SMALL else "app.svg"))).render(painter)
        painter.end()
        return image

    for size in SIZES:
        path = out / "hicolor" / f"{size}x{size}" / "app.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        files.append(_save(picture(size), path, "PNG"))
    scalable = out / "hicolor" / "scalable" / "app.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    scalable.write_bytes((source / "app.svg").read_bytes())
    files += [scalable, _save(picture(256), out / "app.ico", "ICO"), _save(picture(512), out / "app.icns", "ICNS")]
    return files


def _save(image, path: Path, kind: str) -> Path:
    if not image.save(str(path), kind):
        raise SystemExit(f"{path} could not be written")
    return path


if __name__ == "__main__":
    for file in draw(Path(sys.argv[1])):
        print(file)

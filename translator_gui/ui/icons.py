"""Line icons: resources/icons/*.svg in "currentColor", painted in the theme's colour at any size.

One QIconEngine paints them when they are needed, so an icon follows the theme without being set again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ..kit.paths import cache_dir, resource

if TYPE_CHECKING:
    from .theme import Theme

_COLOURS: dict[str, QColor] = {}
_PIXMAPS: dict[tuple[str, str, int, int], QPixmap] = {}


def forget_icons(theme: Theme) -> None:
    """Take the theme's colours from now on; called by apply_theme."""
    _PIXMAPS.clear()
    _COLOURS.clear()
    _COLOURS.update({key: value for key, value in vars(theme).items() if isinstance(value, QColor)})


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _colour(role: str) -> QColor:
    return _COLOURS.get(role) or QColor(role if role.startswith("#") else "#1c2028")


def svg(name: str, colour: QColor) -> QByteArray:
    """The icon's SVG in one colour; its "knockout" strokes take the window's base colour."""
    text = _source(name).replace("currentColor", colour.name()).replace("knockout", _colour("base").name())
    return QByteArray(text.encode("utf-8"))


def icon_file(name: str, colour: str) -> str:
    """Path of the icon as a file in one colour ("#rrggbb"): style sheets can only show files."""
    folder = cache_dir() / "icons"
    path = folder / f"{name}-{colour.lstrip('#')}.svg"
    content = bytes(svg(name, QColor(colour)).data())
    if not path.is_file() or path.read_bytes() != content:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return path.as_posix()


def pixmap(name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
    """role: a colour name of Theme ("muted", "error" …) or "#rrggbb". Cached until the theme changes."""
    colour = _colour(role)
    key = (name, colour.name(QColor.NameFormat.HexArgb), size, round(ratio * 100))
    if key not in _PIXMAPS:
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(svg(name, colour)).render(painter, QRectF(0, 0, picture.width(), picture.height()))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        _PIXMAPS[key] = picture
    return _PIXMAPS[key]


class _LineIcon(QIconEngine):
    """Paints one SVG in the colour its mode asks for."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def _role_for(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled:
            return "disabled"
        return "on_selection" if mode == QIcon.Mode.Selected and self._role == "text" else self._role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        corner = QPoint(rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2)
        painter.drawPixmap(corner, pixmap(self._name, side, self._role_for(mode), painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), self._role_for(mode))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """size: in the units of layouts, not in pixels of the screen, of which there are ``scale`` to one."""
        return pixmap(self._name, min(size.width(), size.height()), self._role_for(mode), scale)

    def clone(self) -> QIconEngine:
        copy = _LineIcon(self._name, self._role)
        _KEPT.append(copy)
        return copy


# The engines handed to Qt by clone(): Qt owns them, but their Python halves must not be collected while it does.
_KEPT: list[_LineIcon] = []


@lru_cache(maxsize=512)
def icon(name: str, role: str = "text") -> QIcon:
    """A QIcon of resources/icons/<name>.svg. Raises FileNotFoundError for a name that has no file."""
    _source(name)
    return QIcon(_LineIcon(name, role))


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """The program's own icon, in the sizes desktops ask for."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        # At 24 pixels and less the fine lines would blur: those have a drawing of their own.
        QSvgRenderer(str(resource("icons", "app-small.svg" if size <= 24 else "app.svg"))).render(painter)
        painter.end()
        result.addPixmap(picture)
    return result

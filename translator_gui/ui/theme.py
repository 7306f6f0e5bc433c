"""Colours, fonts and icons of the window: tokens from resources/themes, applied as palette and a small style sheet.

A palette of our own because QStyleHints.setColorScheme() does nothing offscreen or without a desktop theme.
Nothing is told by colour alone: severities differ by underline, differences by strike and underline, states by icon.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QTextCharFormat
from PySide6.QtWidgets import QApplication, QStyleFactory

from ..domain.finding import Severity
from ..domain.segment import State
from ..kit.paths import resource
from ..kit.toml import shipped
from .icons import app_icon, forget_icons, icon, icon_file

__all__ = ["SeverityStyle", "Theme", "app_icon", "apply_theme", "icon", "load_theme", "theme", "theme_signals"]

_UNDERLINES = {
    "wave": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "dash": QTextCharFormat.UnderlineStyle.DashUnderline,
    "dot": QTextCharFormat.UnderlineStyle.DotLine,
    "single": QTextCharFormat.UnderlineStyle.SingleUnderline,
}


@dataclass(frozen=True)
class SeverityStyle:
    """How a severity looks in running text (underline and soft background) and in lists (icon)."""

    colour: QColor
    soft: QColor
    underline: QTextCharFormat.UnderlineStyle
    icon: str


@dataclass(frozen=True)
class Theme:
    """Every colour the window may use, by what it is for."""

    name: str
    dark: bool
    window: QColor
    base: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    pressed: QColor
    border: QColor
    control: QColor
    text: QColor
    muted: QColor
    disabled: QColor
    link: QColor
    accent: QColor
    on_accent: QColor
    accent_soft: QColor
    accent_border: QColor
    selection: QColor
    on_selection: QColor
    success: QColor
    success_soft: QColor
    warning: QColor
    warning_soft: QColor
    error: QColor
    error_soft: QColor
    info: QColor
    info_soft: QColor
    inserted: QColor
    inserted_soft: QColor
    deleted: QColor
    deleted_soft: QColor
    excluded: QColor
    rejected: QColor
    heat: tuple[QColor, QColor, QColor]
    severities: Mapping[Severity, SeverityStyle]
    states: Mapping[State, QColor]

    def severity(self, severity: Severity) -> SeverityStyle:
        return self.severities[severity]

    def state(self, state: State) -> QColor:
        return self.states[state]

    def divergence(self, value: float) -> QColor:
        """The colour of a divergence, 0–100: three steps, mixed in between."""
        low, middle, high = self.heat
        value = max(0.0, min(100.0, value))
        return _mix(low, middle, value / 50) if value <= 50 else _mix(middle, high, (value - 50) / 50)


def _mix(first: QColor, second: QColor, share: float) -> QColor:
    one, two = first.getRgbF(), second.getRgbF()
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in zip(one, two, strict=True)))


class _ThemeSignals(QObject):
    """changed: emitted after the application's colours were replaced; painters that cache colours listen."""

    changed = Signal()


def tokens(name: str) -> dict[str, Any]:
    """The TOML tables of resources/themes/<name>.toml."""
    return shipped("themes", f"{name}.toml")


@lru_cache(maxsize=4)
def load_theme(name: str) -> Theme:
    """name: "light" or "dark"."""
    raw = tokens(name)
    surface, text, accent, heat = raw["surface"], raw["text"], raw["accent"], raw["heat"]
    colours = {key: QColor(value) for key, value in {**surface, **raw["status"], **raw["diff"]}.items()}
    return Theme(
        name=name,
        dark=name == "dark",
        text=QColor(text["normal"]),
        muted=QColor(text["muted"]),
        disabled=QColor(text["disabled"]),
        link=QColor(text["link"]),
        accent=QColor(accent["colour"]),
        on_accent=QColor(accent["on"]),
        accent_soft=QColor(accent["soft"]),
        accent_border=QColor(accent["border"]),
        selection=QColor(accent["selection"]),
        on_selection=QColor(accent["on_selection"]),
        excluded=QColor(raw["state"]["excluded"]),
        rejected=QColor(raw["state"]["rejected"]),
        heat=(QColor(heat["low"]), QColor(heat["middle"]), QColor(heat["high"])),
        severities=MappingProxyType({s: _severity(raw["severity"][s.value]) for s in Severity}),
        states=MappingProxyType({s: QColor(raw["state"][s.value]) for s in State}),
        **colours,
    )


def _severity(table: Mapping[str, str]) -> SeverityStyle:
    return SeverityStyle(QColor(table["colour"]), QColor(table["soft"]), _UNDERLINES[table["underline"]], table["icon"])


class _Current:
    """The theme in force, and what is needed to follow the system."""

    def __init__(self) -> None:
        self.theme: Theme | None = None
        self.mode = "system"
        self.points = 0.0
        self.system_points = 0.0
        self.signals: _ThemeSignals | None = None
        self.following: QApplication | None = None


_CURRENT = _Current()


def theme_signals() -> _ThemeSignals:
    if _CURRENT.signals is None:
        _CURRENT.signals = _ThemeSignals()
    return _CURRENT.signals


def theme() -> Theme:
    """The theme in force; light before apply_theme() was called."""
    return _CURRENT.theme or load_theme("light")


def apply_theme(app: QApplication, mode: str = "system", font_points: float = 0.0) -> Theme:
    """Give the whole application its colours and font size.

    mode: "system" (followed while the program runs), "light" or "dark". font_points: 0 keeps the system's size.
    """
    if _CURRENT.following is not app:
        _CURRENT.following = app
        _CURRENT.system_points = app.font().pointSizeF()
        app.styleHints().colorSchemeChanged.connect(lambda _: _follow(app))
    _CURRENT.mode, _CURRENT.points = mode, font_points
    chosen = load_theme(_resolve(app, mode))
    _set_font(app, font_points)
    if _CURRENT.theme is not chosen:
        _CURRENT.theme = chosen
        forget_icons(chosen)
        if app.style().objectName() != "fusion":
            app.setStyle(QStyleFactory.create("fusion"))
        app.setPalette(palette(chosen))
        app.setStyleSheet(style_sheet(chosen))
        theme_signals().changed.emit()
    return chosen


def _resolve(app: QApplication, mode: str) -> str:
    if mode in ("light", "dark"):
        return mode
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _follow(app: QApplication) -> None:
    if _CURRENT.mode == "system":
        apply_theme(app, "system", _CURRENT.points)


# Where there is no desktop theme Qt falls back on these, which are wide and tire the eye; what we take instead.
_FALLBACK_FAMILIES = {"Sans Serif", "Sans", "DejaVu Sans", ""}
_BETTER_FAMILIES = ("Inter", "Noto Sans", "Open Sans", "Cantarell", "Liberation Sans")


def _set_font(app: QApplication, points: float) -> None:
    font = QFont(app.font())
    if font.family() in _FALLBACK_FAMILIES:
        known = set(QFontDatabase.families())
        font.setFamily(next((name for name in _BETTER_FAMILIES if name in known), font.family()))
    wanted = points or _CURRENT.system_points
    if wanted > 0:
        font.setPointSizeF(wanted)
    if font != app.font():
        app.setFont(font)


def palette(t: Theme) -> QPalette:
    """The theme as a QPalette, for everything Fusion paints by itself."""
    role, result = QPalette.ColorRole, QPalette()
    normal = {
        role.Window: t.window, role.WindowText: t.text, role.Base: t.base, role.AlternateBase: t.sunken,
        role.Text: t.text, role.Button: t.raised, role.ButtonText: t.text, role.BrightText: t.error,
        role.ToolTipBase: t.raised, role.ToolTipText: t.text, role.PlaceholderText: t.muted,
        role.Highlight: t.selection, role.HighlightedText: t.on_selection, role.Link: t.link,
        role.LinkVisited: t.link, role.Light: t.hover, role.Midlight: t.hover, role.Mid: t.border,
        role.Dark: t.control, role.Shadow: t.border, role.Accent: t.accent,
    }  # fmt: skip
    for key, colour in normal.items():
        result.setColor(key, colour)
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, key, t.disabled)
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, t.sunken)
    return result


def style_sheet(t: Theme) -> str:
    """resources/themes/window.qss with the theme's colours put in for @names, and %icon@colour% for an icon's file."""
    sheet = resource("themes", "window.qss").read_text(encoding="utf-8")
    names = {key: value.name() for key, value in vars(t).items() if isinstance(value, QColor)}
    sheet = re.sub(r"%([\w-]+)@(\w+)%", lambda found: icon_file(found.group(1), names[found.group(2)]), sheet)
    return re.sub(r"@(\w+)", lambda found: names[found.group(1)], sheet)

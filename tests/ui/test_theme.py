"""Contrast by WCAG 2.2, computed from the tokens; and that every icon and colour a theme names is there."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from translator_gui.domain.finding import Severity
from translator_gui.domain.segment import State
from translator_gui.kit.paths import resource
from translator_gui.ui import icons
from translator_gui.ui.theme import apply_theme, icon, load_theme, style_sheet, theme, theme_signals

THEMES = ("light", "dark")
TEXT, GRAPHIC = 4.5, 3.0  # WCAG 2.2: 1.4.3 and 1.4.11


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, two: QColor) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT_PAIRS = [
    *((colour, ground) for colour in ("text", "muted") for ground in ("base", "window", "raised", "sunken", "hover")),
    ("link", "base"), ("link", "window"), ("link", "accent_soft"), ("on_accent", "accent"),
    ("on_selection", "selection"), ("success", "success_soft"), ("warning", "warning_soft"), ("error", "error_soft"),
    ("info", "info_soft"), ("error", "base"), ("error", "window"), ("warning", "base"), ("warning", "window"),
    ("success", "base"), ("inserted", "inserted_soft"), ("deleted", "deleted_soft"), ("base", "text"),
    ("text", "accent_soft"), ("text", "info_soft"), ("text", "warning_soft"), ("text", "error_soft"),
    ("text", "success_soft"), ("text", "inserted_soft"), ("text", "deleted_soft"),
]  # fmt: skip


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("colour", "ground"), TEXT_PAIRS)
def test_text_is_readable(name: str, colour: str, ground: str) -> None:
    t = load_theme(name)
    assert contrast(getattr(t, colour), getattr(t, ground)) >= TEXT


@pytest.mark.parametrize("name", THEMES)
def test_edges_states_and_heat_can_be_seen(name: str) -> None:
    t = load_theme(name)
    for colour in (t.control, t.accent, t.excluded, t.rejected, *t.heat, *t.states.values()):
        assert contrast(colour, t.base) >= GRAPHIC - 0.25, colour.name()
    for colour in (t.control, t.accent):
        assert contrast(colour, t.base) >= GRAPHIC


@pytest.mark.parametrize("name", THEMES)
def test_severities_differ_without_colour(name: str) -> None:
    styles = [load_theme(name).severity(severity) for severity in Severity]
    assert len({style.underline for style in styles}) == len({style.icon for style in styles}) == len(styles)
    for style in styles:
        assert contrast(style.colour, style.soft) >= TEXT
        assert contrast(load_theme(name).text, style.soft) >= TEXT


@pytest.mark.parametrize("name", THEMES)
def test_style_sheet_has_every_colour(name: str, qapp: QApplication) -> None:
    sheet = style_sheet(load_theme(name))
    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert "%" not in sheet


def test_states_have_colours_and_icons() -> None:
    for state in State:
        assert load_theme("dark").state(state).isValid()
        assert resource("icons", f"state-{state.value}.svg").is_file()


def test_divergence_goes_from_low_to_high() -> None:
    t = load_theme("light")
    assert t.divergence(-5) == t.heat[0]
    assert t.divergence(50) == t.heat[1]
    assert t.divergence(130) == t.heat[2]
    assert t.divergence(75) not in t.heat


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_icons_are_line_icons_in_the_current_colour(path, qapp: QApplication) -> None:
    root = ElementTree.parse(path).getroot()
    assert not icon(path.stem).isNull()
    assert not icon(path.stem).pixmap(20, 20).toImage().isNull()
    if path.stem not in ("app", "app-small"):
        assert root.get("stroke") == "currentColor"
        assert root.get("viewBox") == "0 0 24 24"


def test_icon_takes_the_colour_of_the_theme(qapp: QApplication) -> None:
    seen = []
    for name in THEMES:
        apply_theme(qapp, name)
        picture = icon("stop").pixmap(24, 24).toImage()
        seen.append(max((picture.pixelColor(x, y) for x in range(24) for y in range(24)), key=QColor.alpha).name())
    assert seen[0] != seen[1]
    assert icon("stop").pixmap(24, 24, QIcon.Mode.Disabled).toImage() != icon("stop").pixmap(24, 24).toImage()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_sharp_at_every_scale_of_the_screen(ratio: float, qapp: QApplication) -> None:
    """Asked for by a button, or painted into a list: drawn in the screen's own pixels, not in fewer and blown up."""
    wanted = icons.pixmap("open", 16, "text", ratio).toImage()
    assert wanted.width() == round(16 * ratio)
    painted = icons.pixmap("open", 16, "text", ratio).copy()
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    icon("open").paint(painter, 0, 0, 16, 16)
    painter.end()
    assert icon("open").pixmap(QSize(16, 16), ratio).toImage() == wanted
    assert painted.toImage() == wanted


def test_unknown_icon_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_apply_theme_changes_palette_font_and_tells(qtbot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    with qtbot.waitSignal(theme_signals().changed):
        apply_theme(qapp, "dark", 14.0)
    assert theme().dark
    assert qapp.palette().color(QPalette.ColorRole.Base) == theme().base
    assert qapp.font().pointSizeF() == 14.0
    apply_theme(qapp, "light", 0.0)
    assert qapp.font().pointSizeF() != 14.0
    assert not theme().dark

"""Nothing moves for somebody who asked the desktop, or the program, for calm."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation

import translator_gui.ui
from translator_gui.kit.settings import ScoringSettings, Settings, WindowSettings
from translator_gui.ui import motion
from translator_gui.ui.motion import BusyBar

from .real_window import Reader

MOVING = (
    "QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "QScroller", "QGraphicsOpacityEffect",
    "setRange(0, 0)",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _as_before():
    yield
    motion.follow("system")
    motion._Wish.desktop = None


@pytest.fixture
def home(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "XFCE")
    motion.follow("system")
    motion._Wish.desktop = None
    return tmp_path


def moving(bar: BusyBar, qtbot) -> bool:
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.show()
    qtbot.wait(60)
    running = [a for a in bar.findChildren(QAbstractAnimation) if a.state() is QAbstractAnimation.State.Running]
    return bool(running)


@pytest.mark.parametrize(("mode", "moved"), [("full", True), ("reduced", False)])
def test_a_waiting_bar_and_the_panels(mode: str, moved: bool, qtbot) -> None:
    settings = Settings(window=WindowSettings(motion=mode), scoring=ScoringSettings(profile="rules"))
    reader = Reader(qtbot, settings)
    assert reader.window.isAnimated() is moved
    assert moving(BusyBar(), qtbot) is moved
    reader.desk.change_settings(window={"motion": "full" if mode == "reduced" else "reduced"})
    assert reader.window.isAnimated() is not moved
    reader.close()


def test_a_bar_that_waits_has_a_figure_later(qtbot) -> None:
    motion.follow("reduced")
    bar = BusyBar()
    assert (bar.minimum(), bar.maximum(), bar.value()) == (0, 1, 0)
    bar.setRange(0, 10)
    bar.setValue(4)
    assert bar.value() == 4
    bar.setRange(0, 0)
    assert not moving(bar, qtbot)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the files of Linux desktops")
@pytest.mark.parametrize(
    ("name", "text", "moved"),
    [
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = false\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=Adwaita\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", True),
        ("kdeglobals", "no section\n", True),
    ],
)
def test_the_desktop_is_asked(home: Path, name: str, text: str, moved: bool) -> None:
    file = home / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    assert motion.moves() is moved


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a program of Linux desktops")
@pytest.mark.parametrize(("answer", "moved"), [("echo false", False), ("echo true", True), ("exit 1", True)])
def test_gnome_is_asked(home: Path, monkeypatch, answer: str, moved: bool) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    monkeypatch.setenv("PATH", str(home))
    program = home / "gsettings"
    program.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    program.chmod(0o755)
    assert motion.moves() is moved


def test_a_desktop_without_that_program_moves(home: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    monkeypatch.setenv("PATH", str(home))
    assert motion.moves()


def test_nothing_else_moves() -> None:
    folder = Path(translator_gui.ui.__file__).parent
    found = [
        f"{path.name}: {word}"
        for path in folder.rglob("*.py")
        if path.name != "motion.py"
        for word in MOVING
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []

"""One window at a time, offscreen, and where its pictures go."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 90.0


def spin(done: Callable[[], bool], seconds: float) -> None:
    from PySide6.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.003)


def settle(seconds: float = 0.7) -> None:
    spin(lambda: False, seconds)


def idle(desk: Any) -> None:
    settle(0.3)
    spin(lambda: not desk.runner.jobs(), PATIENCE)
    settle()


@contextmanager
def alone(dock: Any, size: tuple[int, int]) -> Iterator[None]:
    """The dock by itself in that size, for a picture of it."""
    dock.show()
    dock.setFloating(True)
    dock.resize(*size)
    settle()
    yield
    dock.setFloating(False)
    settle(0.1)


class Studio:
    """One window at a time, and where its pictures go."""

    def __init__(self, out: Path, size: tuple[int, int]) -> None:
        self.out, self.size = out, size

    def open(self, *, theme: str = "light", language: str = "en", view: str = "grid", sample: bool = True) -> Any:
        from translator_gui.kit.settings import Settings, WindowSettings
        from translator_gui.ui.app import application, build
        from translator_gui.ui.desk import Desk

        app = application()  # before the desk: its jobs need an event loop to report to
        recent = self._recent() if not sample else ()
        window = WindowSettings(theme=theme, language=language, view=view, recent_files=recent)
        desk = Desk(Settings(user_name="Anna Keller", window=window), keep_settings=False)
        desk.message.connect(lambda text, hint, kind: print(f"{kind}: {text} {hint}", file=sys.stderr))
        made = build(app, desk)
        made.resize(*self.size)
        made.show()
        made.resize(*self.size)
        if sample:
            desk.open_sample()
            spin(lambda: desk.session is not None, PATIENCE)
            idle(desk)
            self._make_work(made)
        settle()
        return made

    def _recent(self) -> tuple[str, ...]:
        folder = Path(os.environ["TRANSLATOR_GUI_HOME"]) / "Articles"
        folder.mkdir(parents=True, exist_ok=True)
        names = ("sommet-de-moscou.tgproj", "budget-2027.tgproj", "grève-des-dockers.tgproj")
        for name in names[:2]:
            (folder / name).touch()
        return tuple(str(folder / name) for name in names)

    def _make_work(self, window: Any) -> None:
        """Proposals for the worst segment, one of them taken, one segment confirmed: panels with something in them."""
        desk = window.desk
        window.actions_["next-worst"].trigger()
        settle(0.2)
        if not desk.session.candidates(desk.current_id()):
            desk.propose([desk.current_id()])
            idle(desk)

    def take(self, name: str, window: Any) -> None:
        path = self.out / f"{name}.png"
        window.grab().save(str(path), "PNG", 0)  # 0: as small as PNG gets
        print(path)

    def close(self, window: Any) -> None:
        window.close()
        window.deleteLater()
        settle(0.05)


_OPTIONS: dict[str, dict[str, Any]] = {
    "consent": {"engine": "deepl"},
    "key": {"engine": "deepl"},
    "crash": {"report": "Translator GUI 0.1.0\n  translator_gui/ui/desk.py:12 in example\nbuiltins.KeyError"},
}


def dialogs_of(studio: Studio, window: Any, prefix: str, names: tuple[str, ...]) -> None:
    from translator_gui.ui.dialogs.catalogue import open_dialog

    for name in names:
        dialog = open_dialog(name, window.desk, window, **_OPTIONS.get(name, {}))
        if name == "find":
            dialog.text.setText("port")
            dialog.replacement.setText("harbour")
        idle(window.desk)
        studio.take(f"{prefix}{name}", dialog)
        if name == "preferences":
            for page in ("engines", "scoring"):
                dialog.show_page(page)
                idle(window.desk)
                studio.take(f"{prefix}{name}-{page}", dialog)
        dialog.reject()
        settle(0.05)

"""Pictures of the whole interface: python -m tests.screenshots OUT [--size 1440x900] [--only NAME …]

Offscreen, with the sample article, real engines and the real scorer as far as they are installed. The user's own
settings and projects are left alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PATIENCE = 90.0


def _spin(done: Callable[[], bool], seconds: float) -> None:
    from PySide6.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.003)


def _settle(seconds: float = 0.7) -> None:
    _spin(lambda: False, seconds)


def _idle(desk: Any) -> None:
    _settle(0.3)
    _spin(lambda: not desk.runner.jobs(), _PATIENCE)
    _settle()


@contextmanager
def alone(dock: Any, size: tuple[int, int]) -> Iterator[None]:
    """The dock by itself in that size, for a picture of it."""
    dock.show()
    dock.setFloating(True)
    dock.resize(*size)
    _settle()
    yield
    dock.setFloating(False)
    _settle(0.1)


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
            _spin(lambda: desk.session is not None, _PATIENCE)
            _idle(desk)
            self._make_work(made)
        _settle()
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
        _settle(0.2)
        if not desk.session.candidates(desk.current_id()):
            desk.propose([desk.current_id()])
            _idle(desk)

    def take(self, name: str, window: Any) -> None:
        path = self.out / f"{name}.png"
        window.grab().save(str(path), "PNG", 0)  # 0: as small as PNG gets
        print(path)

    def close(self, window: Any) -> None:
        window.close()
        window.deleteLater()
        _settle(0.05)


def start_page(studio: Studio) -> None:
    for name, theme, language in (
        ("start", "light", "en"),
        ("start-dark", "dark", "en"),
        ("start-french", "light", "fr"),
    ):
        window = studio.open(theme=theme, language=language, sample=False)
        studio.take(name, window)
        studio.close(window)


def views(studio: Studio) -> None:
    window = studio.open()
    for view in ("grid", "stacked", "reading"):
        window.set_view(view)
        _settle()
        studio.take(view, window)
    studio.close(window)


def readme(studio: Studio) -> None:
    """The picture of the README: python -m tests.screenshots resources/help --only window"""
    from .manual_pictures import save_small

    window = studio.open()
    print(save_small(window.grab().toImage(), studio.out / "window.png"))
    studio.close(window)


def dark(studio: Studio) -> None:
    window = studio.open(theme="dark")
    studio.take("dark", window)
    window.set_view("reading")
    _settle()
    studio.take("dark-reading", window)
    studio.close(window)


def french(studio: Studio) -> None:
    window = studio.open(language="fr")
    studio.take("french", window)
    _dialogs(studio, window, "french-", ("preferences", "export", "keys"))
    studio.close(window)


def docks(studio: Studio) -> None:
    window = studio.open()
    desk = window.desk
    from translator_gui.review import commands

    if desk.session.candidates(desk.current_id()):
        desk.take_candidate(1)
    text = desk.current_row().target.text
    desk.perform("Typing", commands.set_text, desk.current_id(), text.replace("the ", "that ", 1) + " Indeed.")
    window.page.focus_text()
    for name in ("outline", "history", "concordance"):
        window.docks[name].show()
        window.docks[name].raise_()
    window.docks["concordance"].widget().search("port")
    _idle(desk)
    studio.take("docks", window)
    window.docks["findings"].raise_()
    window.docks["findings"].widget().modes.button(1).click()
    job = desk.runner.submit("Proposing translations", lambda ctx: _work(ctx), "bulk")
    window.docks["activity"].show()
    window.docks["activity"].raise_()
    _settle(1.5)
    studio.take("findings-activity", window)
    job.cancel()
    _settle(0.2)
    studio.close(window)


def _work(ctx: Any) -> None:
    for done in range(200):
        ctx.progress(done, 200, "Firefox model")
        ctx.token.wait(0.05)


_OPTIONS: dict[str, dict[str, Any]] = {
    "consent": {"engine": "deepl"},
    "key": {"engine": "deepl"},
    "crash": {"report": "Translator GUI 0.1.0\n  translator_gui/ui/desk.py:12 in example\nbuiltins.KeyError"},
}


def _dialogs(studio: Studio, window: Any, prefix: str, names: tuple[str, ...]) -> None:
    from translator_gui.ui.dialogs.catalogue import open_dialog

    for name in names:
        dialog = open_dialog(name, window.desk, window, **_OPTIONS.get(name, {}))
        if name == "find":
            dialog.text.setText("port")
            dialog.replacement.setText("harbour")
        _idle(window.desk)
        studio.take(f"{prefix}{name}", dialog)
        if name == "preferences":
            for page in ("engines", "scoring"):
                dialog.show_page(page)
                _idle(window.desk)
                studio.take(f"{prefix}{name}-{page}", dialog)
        dialog.reject()
        _settle(0.05)


def dialogs(studio: Studio) -> None:
    window = studio.open()
    names = ("about", "consent", "crash", "download", "export", "find", "goto", "key", "keys", "paste", "statistics")
    _dialogs(studio, window, "dialog-", (*names, "preferences"))
    studio.close(window)


def alignment(studio: Studio) -> None:
    """A draft with a moved paragraph, a merge and a line too many; some of it worked on."""
    for name, theme, language, size in (
        ("alignment", "light", "en", studio.size),
        ("alignment-dark", "dark", "en", studio.size),
        ("alignment-french", "light", "fr", studio.size),
        ("alignment-narrow", "light", "en", (760, 620)),
    ):
        window = Studio(studio.out, size).open(theme=theme, language=language, sample=False)
        align_two(window)
        studio.take(name, window)
        if name == "alignment":
            window.desk.aligning.mark_or_link()
            window.actions_["next-doubtful"].trigger()
            _settle()
            studio.take("alignment-linking", window)
            window.desk.aligning.close()
            _dialogs(studio, window, "dialog-", ("two-documents",))
        studio.close(window)


def align_two(window: Any) -> None:
    """The alignment view with the two documents below in it, some of it worked on."""
    window.desk.aligning.start(*_two_documents())
    _spin(lambda: window.desk.aligning.session is not None, _PATIENCE)
    _idle(window.desk)
    _work_on(window)


def manual(studio: Studio) -> None:
    """The manual's pictures: python -m tests.screenshots resources/help --only manual"""
    from .manual_pictures import take_all

    take_all(studio)


def _two_documents() -> tuple[Path, Path]:
    from translator_gui.kit.paths import resource

    folder = Path(tempfile.mkdtemp(dir=os.environ["TRANSLATOR_GUI_HOME"]))
    french = resource("samples", "kermoran-port-strike.fr.txt").read_text(encoding="utf-8")
    english = resource("samples", "kermoran-port-strike.en.txt").read_text(encoding="utf-8")
    parts = english.strip().split("\n\n")
    parts[3], parts[5] = parts[5], parts[3]
    parts.insert(2, "This translation was made for our readers by the foreign desk.")
    found = folder / "kermoran-port-strike.fr.txt", folder / "kermoran-port-strike.en.txt"
    found[0].write_text(french, encoding="utf-8")
    found[1].write_text("\n\n".join(parts), encoding="utf-8")
    return found


def _work_on(window: Any) -> None:
    aligning = window.desk.aligning
    aligning.go_to_place(2)
    window.actions_["bead-confirm-above"].trigger()
    aligning.go_to_place(5)
    window.actions_["bead-merge"].trigger()
    aligning.go_to_place(6)
    _settle()


def reasons(studio: Studio) -> None:
    """How right the reasons were, the offer to mute a poor one, and how much is flagged."""
    from translator_gui.review.decisions import Decision, Verdict
    from translator_gui.ui.dialogs.catalogue import open_dialog

    figures = {"number.differs": (14, 1), "name.missing": (3, 11), "negation.lost": (6, 2), "spelling.unknown": (1, 9)}
    for name, theme, language in (("reasons", "light", "en"), ("reasons-dark-french", "dark", "fr")):
        window = studio.open(theme=theme, language=language)
        deciding = window.desk.deciding
        for code, counts in figures.items():
            for verdict, count in zip((Verdict.ACCEPTED, Verdict.DISMISSED), counts, strict=True):
                deciding.note([Decision(f"{code}{verdict}{number}", code, verdict) for number in range(count)])
        _settle()
        studio.take(name, window)
        dialog = open_dialog("precision", window.desk, window)
        _settle()
        studio.take(f"{name}-dialog", dialog)
        dialog.reject()
        window.actions_["flag-level"].trigger()
        _settle()
        studio.take(f"{name}-level", window.page.bar._popup)
        studio.close(window)


def review(studio: Studio) -> None:
    from tests.review_scenes import review_errors

    review_errors(studio)


def batch(studio: Studio) -> None:
    """The form, a batch that goes on, and one that is done with an error in it; in processes of its own."""
    from tests.pipeline.made_articles import make_pairs
    from translator_gui.ui.dialogs.catalogue import open_dialog

    home = Path(os.environ["TRANSLATOR_GUI_HOME"])
    make_pairs(home / "Articles", 40)
    (home / "Articles" / "vide.html").touch()
    for theme, language in (("light", "en"), ("dark", "fr")):
        window = studio.open(theme=theme, language=language, sample=False)
        dialog = open_dialog("batch", window.desk, window)
        form, ending = dialog.form, f"{theme}-{language}"
        form.add_paths([home / "Articles"])
        form.out.setText(str(home / f"Corpus-{language}"))
        for box, value in ((form.engine, "none"), (form.scorer, "rules"), (form.aligner, "fast")):
            box.setCurrentIndex(box.findData(value))
        _settle()
        studio.take(f"batch-form-{ending}", dialog)
        dialog.start()
        _spin(lambda dialog=dialog: len(dialog.run.lines) > 12, _PATIENCE)
        studio.take(f"batch-running-{ending}", dialog)
        _spin(lambda dialog=dialog: not dialog.run.running, _PATIENCE)
        _settle()
        studio.take(f"batch-done-{ending}", dialog)
        dialog.reject()
        studio.close(window)


def outcome(studio: Studio) -> None:
    from tests import outcome_scenes

    outcome_scenes.outcome(studio)


def formats(studio: Studio) -> None:
    from tests.format_pictures import format_scenes

    format_scenes(studio)


SCENES: dict[str, Callable[[Studio], None]] = {
    "start": start_page,
    "views": views,
    "window": readme,
    "dark": dark,
    "french": french,
    "docks": docks,
    "dialogs": dialogs,
    "batch": batch,
    "alignment": alignment,
    "reasons": reasons,
    "review": review,
    "formats": formats,
    "manual": manual,
    "outcome": outcome,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1440x900")
    usual = [name for name in SCENES if name != "manual"]
    parser.add_argument("--only", nargs="*", choices=list(SCENES), default=usual)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    arguments.out.mkdir(parents=True, exist_ok=True)
    width, _, height = arguments.size.partition("x")
    with tempfile.TemporaryDirectory() as home:
        os.environ["TRANSLATOR_GUI_HOME"] = home
        for name in arguments.only:
            SCENES[name](Studio(arguments.out, (int(width), int(height))))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Pictures of the window: the start page, its views, docks and dialogs, both themes and languages."""

from __future__ import annotations

from typing import Any

from .studio import Studio, dialogs_of, idle, settle


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
        settle()
        studio.take(view, window)
    studio.close(window)


def readme(studio: Studio) -> None:
    """The picture of the README: python -m tests.screenshots resources/help --only window"""
    from .small import save_small

    window = studio.open()
    print(save_small(window.grab().toImage(), studio.out / "window.png"))
    studio.close(window)


def dark(studio: Studio) -> None:
    window = studio.open(theme="dark")
    studio.take("dark", window)
    window.set_view("reading")
    settle()
    studio.take("dark-reading", window)
    studio.close(window)


def french(studio: Studio) -> None:
    window = studio.open(language="fr")
    studio.take("french", window)
    dialogs_of(studio, window, "french-", ("preferences", "export", "keys"))
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
    idle(desk)
    studio.take("docks", window)
    window.docks["findings"].raise_()
    window.docks["findings"].widget().modes.button(1).click()
    job = desk.runner.submit("Proposing translations", lambda ctx: _work(ctx), "bulk")
    window.docks["activity"].show()
    window.docks["activity"].raise_()
    settle(1.5)
    studio.take("findings-activity", window)
    job.cancel()
    settle(0.2)
    studio.close(window)


def _work(ctx: Any) -> None:
    for done in range(200):
        ctx.progress(done, 200, "Firefox model")
        ctx.token.wait(0.05)


def dialogs(studio: Studio) -> None:
    window = studio.open()
    names = ("about", "consent", "crash", "download", "export", "find", "goto", "key", "keys", "paste", "statistics")
    dialogs_of(studio, window, "dialog-", (*names, "preferences"))
    studio.close(window)

"""Pictures of how right the reasons were and of how much is flagged."""

from __future__ import annotations

from .studio import Studio, settle


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
        settle()
        studio.take(name, window)
        dialog = open_dialog("precision", window.desk, window)
        settle()
        studio.take(f"{name}-dialog", dialog)
        dialog.reject()
        window.actions_["flag-level"].trigger()
        settle()
        studio.take(f"{name}-level", window.page.bar._popup)
        studio.close(window)

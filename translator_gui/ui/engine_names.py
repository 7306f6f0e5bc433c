"""What engines are called in the interface, without building them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ..engines.catalogue import ONLINE


def engine_title(name: str) -> str:
    """The engine's name for people; a plug-in's own name when it is not one of ours."""
    tr = QCoreApplication.translate
    titles = {
        "offline": tr("engines", "All offline engines"),
        "firefox": tr("engines", "Firefox model"),
        "pivot": tr("engines", "Apertium + Firefox pivot"),
        "local": tr("engines", "Local language model"),
        "memory": tr("engines", "Translation memory"),
        "colleague": tr("engines", "A colleague"),
        "draft": tr("engines", "Imported draft"),
        "google": "Google",
        "mymemory": "MyMemory",
        "microsoft": "Microsoft",
        "libre": "LibreTranslate",
        "deepl": "DeepL",
        "openai": tr("engines", "OpenAI-compatible server"),
    }
    return titles.get(name, name)


def engine_icon(name: str) -> str:
    if name == "memory":
        return "memory"
    return "online" if name in ONLINE else "engine"

"""The interface's language: Qt translators from resources/i18n, and the plural rules and numbers that go with it.

English is the source language. `python packaging/translations.py` brings the .ts files up to date and compiles them.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ..kit.paths import resource

LANGUAGES = {"en": "English", "fr": "Français"}
_INSTALLED: list[QTranslator] = []


def language_for(setting: str) -> str:
    """The interface language for a settings value: itself when known, else the system's when known, else English."""
    if setting in LANGUAGES:
        return setting
    # LANGUAGE and LC_MESSAGES are what Unix users set for messages; QLocale.system() follows LC_ALL and LANG.
    asked = os.environ.get("LANGUAGE", "").split(":")[0] or QLocale.system().name()
    code = asked[:2].lower()
    return code if code in LANGUAGES else "en"


def install_language(app: QCoreApplication, setting: str = "") -> str:
    """Install the translators for ``setting`` ("" follows the system) in place of earlier ones. Returns the code.

    Widgets made before keep their words: a change of language asks for a restart.
    """
    for translator in _INSTALLED:
        app.removeTranslator(translator)
    _INSTALLED.clear()
    code = language_for(setting)
    locale = QLocale(code)
    if code != QLocale.system().name()[:2]:
        QLocale.setDefault(locale)
    for name, folder in _catalogues(code):
        translator = QTranslator()
        if translator.load(name, folder):
            app.installTranslator(translator)
            _INSTALLED.append(translator)
    return code


def _catalogues(code: str) -> list[tuple[str, str]]:
    own = (f"translator_gui_{code}", str(resource("i18n")))
    # Qt's own words (OK, Cancel, context menus of text fields); English is what Qt speaks without any.
    qt = (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return [qt, own] if code != "en" else [own]


def current_language() -> str:
    return QLocale().name()[:2] if QLocale().name()[:2] in LANGUAGES else "en"

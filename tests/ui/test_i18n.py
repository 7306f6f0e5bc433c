"""The French interface is complete, keeps placeholders, follows French typography, and has no clashing mnemonics."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from translator_gui.ui.actions import ACTIONS, CONTEXT, MENUS
from translator_gui.ui.i18n import install_language, language_for

_SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "translations.py"


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", _SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = _load()
FRENCH = translations.read("fr")


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    assert translations.unfinished(language) == []


@pytest.mark.parametrize(("key", "forms"), FRENCH.items(), ids=[f"{c}:{s[:30]}" for c, s in FRENCH])
def test_french_keeps_placeholders_and_typography(key: tuple[str, str], forms: list[str]) -> None:
    for text in forms:
        for hole in re.findall(r"\{\d\}|%L?n", key[1]):
            assert hole in text
        assert not re.search(r"[^\u202f\s][;!?]", re.sub(r"https?://\S+", "", text)), "U+202F before ; ! ?"
        assert not re.search(r"[^\u00a0\s] ?: |[^\u00a0]:$", text), "U+00A0 before :"
        assert "'" not in text.replace("&'", ""), "typographic apostrophe"
        assert "« " not in text
        assert " »" not in text
        assert key[1].endswith("…") == text.endswith("…")


def test_compiled_file_is_up_to_date(qapp: QApplication) -> None:
    install_language(qapp, "fr")
    try:
        for (context, source), forms in FRENCH.items():
            if "%n" not in source:
                assert QCoreApplication.translate(context, source) == forms[0]
        assert QCoreApplication.translate("PasteDialog", "%n word(s)", "", 1) == "1 mot"
        assert QCoreApplication.translate("PasteDialog", "%n word(s)", "", 3) == "3 mots"
        assert QCoreApplication.translate("StatusBar", "%Ln flagged", "", 1) == "1 signalé"
        assert QCoreApplication.translate("StatusBar", "%Ln flagged", "", 12_345) == "12\u202f345 signalés"
    finally:
        install_language(qapp, "en")
        QLocale.setDefault(QLocale("en"))
    assert QCoreApplication.translate("PasteDialog", "%n word(s)", "", 3) == "3 words"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_entries_of_a_menu_share_a_mnemonic(language: str) -> None:
    def text(source: str) -> str:
        return source if language == "en" else FRENCH[CONTEXT, source][0]

    groups = {menu: [text(spec.text) for spec in ACTIONS if spec.menu == menu] for menu, _ in MENUS}
    groups["menu bar"] = [text(title) for _, title in MENUS]
    for menu, texts in groups.items():
        letters = Counter(found.group(1).lower() for entry in texts if (found := re.search(r"&(\w)", entry)))
        assert [letter for letter, count in letters.items() if count > 1] == [], menu


@pytest.mark.parametrize(
    ("setting", "variable", "expected"),
    [("fr", "", "fr"), ("en", "fr_FR", "en"), ("", "fr_CA:en", "fr"), ("", "de", "en"), ("xx", "en_GB", "en")],
)
def test_language_follows_setting_then_system(setting: str, variable: str, expected: str, monkeypatch) -> None:
    monkeypatch.setenv("LANGUAGE", variable)
    assert language_for(setting) == expected


def test_inherited_words_are_translated(qapp: QApplication, qtbot) -> None:
    """Dialog.add_close() speaks French in its subclasses, too."""
    from translator_gui.kit.settings import Settings
    from translator_gui.ui.desk import Desk
    from translator_gui.ui.dialogs.statistics import StatisticsDialog

    install_language(qapp, "fr")
    desk = Desk(Settings(), keep_settings=False)
    try:
        dialog = StatisticsDialog(desk)
        qtbot.addWidget(dialog)
        assert dialog.windowTitle() == "Statistiques"
        assert dialog.buttons.itemAt(dialog.buttons.count() - 1).widget().text() == "Fermer"
    finally:
        install_language(qapp, "en")
        QLocale.setDefault(QLocale("en"))
        desk.shut_down()

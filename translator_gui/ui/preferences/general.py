"""Name, theme, language and size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLineEdit

from ..controls import ChoiceBox, Notice, roomy
from ..i18n import LANGUAGES, current_language, language_for
from ..theme import apply_theme
from .page import Page

if TYPE_CHECKING:
    from ..desk import Desk


class GeneralPage(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        window = desk.settings.window
        self.name = QLineEdit(desk.settings.user_name)
        self.name.setPlaceholderText(desk.user)
        self.name.setMinimumWidth(220)
        self.name.editingFinished.connect(self._set_name)
        self.add_row(
            self.tr("Your name"), self.name, self.tr("Signs what you edit and confirm, in the history and in exports.")
        )
        self.theme = ChoiceBox()
        for value, text in (
            ("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")),
        ):  # fmt: skip
            self.theme.addItem(text, value)
        self.theme.setCurrentIndex(self.theme.findData(window.theme))
        self.theme.currentIndexChanged.connect(self._set_theme)
        self.add_row(self.tr("Theme"), self.theme)
        self.language = ChoiceBox()
        self.language.addItem(self.tr("As the system"), "")
        for code, text in LANGUAGES.items():
            self.language.addItem(text, code)
        self.language.setCurrentIndex(max(0, self.language.findData(window.language)))
        self.language.currentIndexChanged.connect(self._set_language)
        self.add_row(self.tr("Language of the interface"), self.language)
        self.restart = Notice("info", self.tr("The language changes when the program starts next."))
        self.restart.hide()
        self.box.addWidget(self.restart)
        self.size = QDoubleSpinBox()
        self.size.setRange(7.0, 28.0)
        self.size.setSingleStep(0.5)
        roomy(self.size)
        self.size.setDecimals(1)
        self.size.setSuffix(self.tr(" pt"))
        self.size.setMinimumWidth(110)
        self.size.setValue(window.font_points or QApplication.font().pointSizeF())
        self.size.valueChanged.connect(self._set_size)
        self.add_row(self.tr("Size of the text"), self.size, self.tr("Ctrl and the mouse wheel change it, too."))

        self.motion = ChoiceBox()
        for value, text in (
            ("system", self.tr("As the system")), ("full", self.tr("Yes")), ("reduced", self.tr("No")),
        ):  # fmt: skip
            self.motion.addItem(text, value)
        self.motion.setCurrentIndex(max(0, self.motion.findData(window.motion)))
        self.motion.currentIndexChanged.connect(self._set_motion)
        self.add_row(self.tr("Movement"), self.motion, self.tr("Panels slide, and bars run to and fro."))

    def _set_motion(self) -> None:
        self.desk.change_settings(window={"motion": self.motion.currentData()})

    def _set_name(self) -> None:
        self.desk.change_settings(user_name=self.name.text().strip())

    def _set_theme(self) -> None:
        mode = self.theme.currentData()
        self.desk.change_settings(window={"theme": mode})
        apply_theme(QApplication.instance(), mode, self.desk.settings.window.font_points)

    def _set_language(self) -> None:
        code = self.language.currentData()
        self.desk.change_settings(window={"language": code})
        self.restart.setVisible(language_for(code) != current_language())

    def _set_size(self, points: float) -> None:
        self.desk.change_settings(window={"font_points": points})
        apply_theme(QApplication.instance(), self.desk.settings.window.theme, points)

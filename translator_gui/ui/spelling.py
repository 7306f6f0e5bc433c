"""Spell-check of an editor: unknown words underlined, suggestions in the context menu, words added for good.

The dictionary is read in a job; until it is there nothing is underlined.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from ..kit.errors import AppError
from .icons import icon
from .theme import theme, theme_signals

if TYPE_CHECKING:
    from ..checks.spelling import Speller
    from .desk import Desk

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_SUGGESTIONS = 6
_AFTER_SHOWN_MS = 300

_POSSESSIVE = re.compile(r"[’']s?$")


class SpellingService(QObject):
    """One dictionary for all editors of a desk, in the language of the settings ("" turns it off)."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.speller: Speller | None = None
        self._language = ""
        desk.settingsChanged.connect(self._settings_changed)

    def _settings_changed(self) -> None:
        if self._language and self._language != self._desk.settings.window.spelling:
            self.speller = None
            self.changed.emit()

    def wake(self) -> None:
        """Read the dictionary, unless it is there or on its way: not before there is a text to look at and the window
        has shown it, for the reading holds all threads up."""
        language = self._desk.settings.window.spelling
        if language == self._language:
            return
        self._language, self.speller = language, None
        if language:
            QTimer.singleShot(_AFTER_SHOWN_MS, self, lambda: self._read(language))

    def _read(self, language: str) -> None:
        if language != self._language:
            return

        def work(_ctx: object) -> Speller:
            from ..checks.spelling import Speller

            speller = Speller(language)
            speller.misspelt("warm")  # the first word reads the dictionary
            return speller

        job = self._desk.runner.submit("dictionary", work, "interactive", quiet=True)
        job.succeeded.connect(lambda speller: self._loaded(language, speller))
        job.failed.connect(self._desk.report)

    def _loaded(self, language: str, speller: Speller) -> None:
        if language == self._language:
            self.speller = speller
            self.changed.emit()

    def add(self, word: str) -> None:
        """``word`` is right from now on."""
        if self.speller is None:
            return
        try:
            self.speller.add(word)
        except AppError as error:
            self._desk.report(error)
        self.changed.emit()


class SpellHighlighter(QSyntaxHighlighter):
    """Dotted underline below unknown words. The word under the cursor is left alone until the cursor has left it."""

    def __init__(self, document: QTextDocument, service: SpellingService) -> None:
        super().__init__(document)
        self._service = service
        self._cursor = -1
        self._known: frozenset[str] = frozenset()
        service.changed.connect(self.rehighlight)
        theme_signals().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if not text:
            return
        self._service.wake()
        speller = self._service.speller
        if speller is None:
            return
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(theme().error)
        here = self._cursor - self.currentBlock().position()
        places = _utf16_places(text)
        for start, end in speller.misspelt(text):
            first, last = places[start], places[end]
            if not first < here <= last and _POSSESSIVE.sub("", text[start:end]) not in self._known:
                self.setFormat(first, last - first, form)

    def set_source(self, source: str) -> None:
        """Names stay as they are in the source: its words with a capital are no mistakes in the translation."""
        self._known = frozenset(found for found in _WORD.findall(source) if found[0].isupper())

    def cursor_moved(self, position: int) -> None:
        """Call it when the cursor moves: the word it was in may now be shown as wrong."""
        document = self.document()
        before, self._cursor = self._cursor, position
        for block in {document.findBlock(max(0, before)).blockNumber(), document.findBlock(position).blockNumber()}:
            self.rehighlightBlock(document.findBlockByNumber(block))


def _utf16_places(text: str) -> list[int] | range:
    """Where each character starts in Qt's count, which is in UTF-16 units; the end is last."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    places, at = [], 0
    for character in text:
        places.append(at)
        at += 2 if character > "\uffff" else 1
    return [*places, at]


def spelling_for(desk: Desk) -> SpellingService:
    """The desk's one service."""
    return desk.findChild(SpellingService) or SpellingService(desk)


def attach_spelling(editor: QPlainTextEdit | QTextEdit, service: SpellingService) -> SpellHighlighter:
    """Give an editor its highlighter. For the menu, call ``spelling_menu`` in its contextMenuEvent.

    An editor that blocks its document's signals while it loads a text calls ``rehighlight()`` afterwards."""
    highlighter = SpellHighlighter(editor.document(), service)
    editor.cursorPositionChanged.connect(lambda: highlighter.cursor_moved(editor.textCursor().position()))
    return highlighter


def spelling_menu(editor: QPlainTextEdit | QTextEdit, service: SpellingService, place: QPoint) -> QMenu:
    """The editor's own context menu with suggestions for the word at ``place`` (editor coordinates) on top."""
    menu = editor.createStandardContextMenu()
    cursor = editor.cursorForPosition(place)
    word = word_at(cursor)
    if service.speller is None or word is None or service.speller.accepts(word.selectedText()):
        return menu
    first = menu.actions()[0] if menu.actions() else None
    found = service.speller.suggest(word.selectedText(), _SUGGESTIONS)
    for text in found:
        action = menu.addAction(text, lambda text=text: _put(editor, word, text))
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        menu.insertAction(first, action)
    if not found:
        nothing = menu.addAction(QCoreApplication.translate("SpellingService", "No suggestions"))
        nothing.setEnabled(False)
        menu.insertAction(first, nothing)
    add = menu.addAction(
        icon("plus"),
        QCoreApplication.translate("SpellingService", "Add to dictionary"),
        lambda: service.add(word.selectedText()),
    )
    menu.insertAction(first, add)
    menu.insertSeparator(first)
    return menu


def word_at(cursor: QTextCursor) -> QTextCursor | None:
    """A cursor that selects the word at ``cursor``, None when it is not in one."""
    block = cursor.block()
    places = _utf16_places(block.text())
    for match in _WORD.finditer(block.text()):
        if places[match.start()] <= cursor.positionInBlock() <= places[match.end()]:
            result = QTextCursor(block)
            result.setPosition(block.position() + places[match.start()])
            result.setPosition(block.position() + places[match.end()], QTextCursor.MoveMode.KeepAnchor)
            return result
    return None


def _put(editor: QPlainTextEdit | QTextEdit, word: QTextCursor, text: str) -> None:
    word.insertText(text)
    editor.setFocus()

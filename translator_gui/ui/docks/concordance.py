"""Search in the translation memory (F3): how words were translated before, in either language."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QTextBrowser

from ...domain.language import FR_EN, LanguagePair
from ...domain.unit import TranslationUnit
from ..controls import EmptyState, Notice, column, label, row, search_field
from ..theme import theme, theme_signals
from ..when import when
from .panel import Panel

if TYPE_CHECKING:
    from ..desk import Desk
    from ..jobs import JobHandle

_LIMIT = 50
_QUIET_MS = 250


class ConcordancePanel(Panel):
    """The search runs as a job; the answer to an older question is dropped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._units: list[TranslationUnit] = []
        self._job: JobHandle | None = None
        self.field = search_field(self.tr("Words in French or English"))
        self.field.setAccessibleName(self.tr("Search the translation memory"))
        self._asking = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._asking.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _: self._asking.start())
        self.field.returnPressed.connect(self._search)
        self.results = QTextBrowser()
        self.results.setOpenLinks(False)
        self.results.setAccessibleName(self.tr("Matches"))
        self.results.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.results.anchorClicked.connect(self._clicked)
        self._error = Notice("error")
        self._empty = EmptyState("concordance", "")
        self._count = label(role="muted")
        self._pages = QStackedLayout()
        for page in (self._empty, self.results, self._error):
            self._pages.addWidget(page)
        self.setLayout(column(row(self.field, self._count, margins=(10, 8, 10, 6)), spacing=0))
        self.layout().addLayout(self._pages, 1)
        self.setFocusProxy(self.field)
        theme_signals().changed.connect(self._render)
        self._render()

    def search(self, words: str) -> None:
        """What F3 calls with the selected words."""
        self.field.setText(words.strip())
        self.field.selectAll()
        self._search()

    def refresh(self) -> None:
        """The memory is the same for every session."""

    def _pair(self) -> LanguagePair:
        return self.desk.session.article.pair if self.desk.session is not None else FR_EN

    def _search(self) -> None:
        self._asking.stop()
        words, pair = self.field.text().strip(), self._pair()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not words:
            self._found([])
            return
        job = self.desk.runner.submit(
            self.tr("Searching the memory"),
            lambda _ctx: self.desk.workshop.memory().concordance(words, pair, _LIMIT),
            lane="interactive",
            quiet=True,
        )
        self._job = job
        job.succeeded.connect(lambda units: self._found(units) if self._job is job else None)
        job.failed.connect(lambda error: self._failed(error) if self._job is job else None)

    def _failed(self, error: Exception) -> None:
        self._error.say("error", getattr(error, "message", str(error)), getattr(error, "hint", ""))
        self._pages.setCurrentWidget(self._error)

    def _found(self, units: object) -> None:
        self._units = list(units)
        self._render()

    def _render(self) -> None:
        words = self.field.text().strip()
        self._count.setText(f"{len(self._units)}{'+' if len(self._units) >= _LIMIT else ''}" if self._units else "")
        if not self._units:
            title = self.tr("Nothing found") if words else self.tr("Search what you confirmed before")
            text = self.tr("Segments are added to the memory when you confirm them.")
            self._empty.say(title, text)
            self._pages.setCurrentWidget(self._empty)
            return
        self._pages.setCurrentWidget(self.results)
        self.results.setHtml("".join(self._unit_html(n, unit, words) for n, unit in enumerate(self._units)))

    def _unit_html(self, number: int, unit: TranslationUnit, words: str) -> str:
        t = theme()
        about = " · ".join(filter(None, (unit.origin, unit.by, when(unit.changed or unit.created))))
        insert, copy = self.tr("Insert"), self.tr("Copy")
        return (
            f'<p style="margin:8px 4px 2px 4px;color:{t.muted.name()}">{_marked(unit.source, words)}</p>'
            f'<p style="margin:0 4px 2px 4px">{_marked(unit.target, words)}</p>'
            f'<p style="margin:0 4px 8px 4px;color:{t.muted.name()}"><small>{escape(about)} &nbsp; '
            f'<a href="insert:{number}" style="color:{t.link.name()}">{insert}</a> &nbsp; '
            f'<a href="copy:{number}" style="color:{t.link.name()}">{copy}</a></small></p><hr>'
        )

    def _clicked(self, url: QUrl) -> None:
        unit = self._units[int(url.path())]
        if url.scheme() == "copy":
            QGuiApplication.clipboard().setText(unit.target)
            self.desk.message.emit(self.tr("Copied."), "", "info")
        elif self.current():
            from ...review import commands

            self.desk.flush()
            self.desk.perform(self.tr("Insert from the memory"), commands.set_text, self.current(), unit.target)


def _marked(text: str, words: str) -> str:
    """``text`` as HTML with the searched words bold and underlined."""
    wanted = [re.escape(word) for word in re.findall(r"\w+", words)]
    if not wanted:
        return escape(text)
    parts = re.split(rf"(?i)(\b(?:{'|'.join(wanted)})\w*)", text)
    return "".join(f"<b><u>{escape(part)}</u></b>" if n % 2 else escape(part) for n, part in enumerate(parts))

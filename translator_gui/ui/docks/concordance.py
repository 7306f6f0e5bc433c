"""The translation memory: what is like the current segment, with what differs marked, or, while words are searched
(F3), how they were translated before, in either language. Pairs can be put in, added, changed and deleted."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedLayout, QTextBrowser

from ...domain.language import FR_EN, LanguagePair
from ...domain.unit import Match, TranslationUnit
from ..controls import EmptyState, Notice, column, label, push_button, row, search_field, tool_button
from ..diff_text import diff_html
from ..icons import icon
from ..theme import theme, theme_signals
from ..told import told_failure
from ..when import when
from .panel import Panel

if TYPE_CHECKING:
    from ..desk import Desk
    from ..jobs import JobHandle

_LIMIT = 50
_QUIET_MS = 250
_NEAREST, _LEAST = 8, 50  # matches of the current segment: how many, and from what percent


class ConcordancePanel(Panel):
    """The search runs as a job; the answer to an older question is dropped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._units: list[TranslationUnit] = []
        self._matches: list[Match] = []
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
        add = push_button(self.tr("Add…"), self._add, "plus")
        top = row(self.field, self._count, add, self._menu_button(), spacing=6, margins=(10, 8, 10, 6))
        self.setLayout(column(top, spacing=0))
        self.layout().addLayout(self._pages, 1)
        self.taker = self.field
        self.follow_current(frozenset())
        theme_signals().changed.connect(self._render)
        self._render()

    def search(self, words: str) -> None:
        """What F3 calls with the selected words."""
        self.field.setText(words.strip())
        self.field.selectAll()
        self._search()

    def refresh(self) -> None:
        """Another segment: its matches, unless something is being searched."""
        if not self.field.text().strip():
            self._search()

    def _pair(self) -> LanguagePair:
        return self.desk.session.head.pair if self.desk.session is not None else FR_EN

    def _search(self) -> None:
        self._asking.stop()
        words, pair = self.field.text().strip(), self._pair()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        source, workshop = self._source(), self.desk.workshop
        article = self.desk.session.head if self.desk.session is not None else None
        origin = (article.title or article.origin) if article is not None else ""

        def work(_ctx: object) -> list[TranslationUnit] | list[Match]:
            memory = workshop.memory(origin)
            return memory.concordance(words, pair, _LIMIT) if words else memory.lookup(source, pair, _LEAST, _NEAREST)

        job = self.desk.runner.submit(self.tr("Searching the memory"), work, lane="interactive", quiet=True)
        self._job = job
        job.succeeded.connect(lambda units: self._found(units) if self._job is job else None)
        job.failed.connect(lambda error: self._failed(error) if self._job is job else None)

    def _failed(self, error: Exception) -> None:
        self._error.say("error", *told_failure(error))
        self._pages.setCurrentWidget(self._error)

    def _source(self) -> str:
        row_ = self.desk.current_row() if self.desk.session is not None else None
        return row_.segment.source if row_ is not None else ""

    def _found(self, found: object) -> None:
        self._matches = [each for each in found if isinstance(each, Match)]
        self._units = [match.unit for match in self._matches] or [u for u in found if isinstance(u, TranslationUnit)]
        self._render()

    def _render(self) -> None:
        words = self.field.text().strip()
        self._count.setText(f"{len(self._units)}{'+' if len(self._units) >= _LIMIT else ''}" if self._units else "")
        if not self._units:
            title = self.tr("Nothing found") if words else self.tr("Nothing like this segment yet")
            text = self.tr("Segments are added to the memory when you confirm them.")
            self._empty.say(title, text)
            self._pages.setCurrentWidget(self._empty)
            return
        self._pages.setCurrentWidget(self.results)
        self.results.setHtml("".join(self._unit_html(n, unit, words) for n, unit in enumerate(self._units)))

    def _unit_html(self, number: int, unit: TranslationUnit, words: str) -> str:
        t = theme()
        about = " · ".join(filter(None, (unit.origin, unit.by, when(unit.changed or unit.created))))
        ways = (
            ("insert", self.tr("Insert")), ("copy", self.tr("Copy")),
            ("change", self.tr("Change…")), ("delete", self.tr("Delete")),
        )  # fmt: skip
        links = " &nbsp; ".join(
            f'<a href="{do}:{number}" style="color:{t.link.name()}">{name}</a>' for do, name in ways
        )
        match = self._matches[number] if number < len(self._matches) else None
        source = diff_html(self._source(), unit.source) if match else _marked(unit.source, words)
        percent = f"<b>{self._percent(match)}</b> &nbsp; " if match else ""
        return (
            f'<p style="margin:8px 4px 2px 4px;color:{t.muted.name()}">{source}</p>'
            f'<p style="margin:0 4px 2px 4px">{_marked(unit.target, words)}</p>'
            f'<p style="margin:0 4px 8px 4px;color:{t.muted.name()}"><small>{percent}{escape(about)} &nbsp; '
            f"{links}</small></p><hr>"
        )

    def _percent(self, match: Match) -> str:
        """ "95 %", and what was taken off for which reason."""
        names = {
            "machine": self.tr("machine’s words"), "origin": self.tr("another article"),
            "author": self.tr("another person"), "old": self.tr("old"),
        }  # fmt: skip
        lost = ", ".join(f"{names.get(reason, reason)} −{points}" for reason, points in match.penalties)
        shown = self.tr("{0} % match").format(min(match.percent, 100))
        return escape(f"{shown} ({lost})" if lost else shown)

    def _clicked(self, url: QUrl) -> None:
        unit = self._units[int(url.path())]
        if url.scheme() == "change":
            self._dialog(unit)
        elif url.scheme() == "delete":
            self._delete(unit)
        elif url.scheme() == "copy":
            QGuiApplication.clipboard().setText(unit.target)
            self.desk.message.emit(self.tr("Copied."), "", "info")
        elif self.current():
            from ...review import commands

            self.desk.flush()
            self.desk.perform(self.tr("Insert from the memory"), commands.set_text, self.current(), unit.target)

    # -- changing the memory -------------------------------------------------------------------------------------

    def _add(self) -> None:
        self._dialog(None)

    def _dialog(self, unit: TranslationUnit | None) -> None:
        from ..dialogs.catalogue import open_dialog

        open_dialog("memory-unit", self.desk, self.window(), unit=unit, done=self._search)

    def _delete(self, unit: TranslationUnit) -> None:
        workshop = self.desk.workshop
        self._run(self.tr("Changing the memory"), lambda _ctx: workshop.memory().remove([unit.id]), self.tr("Deleted."))

    def _menu_button(self):
        button = tool_button("more", self.tr("Import and export the memory"))
        menu = QMenu(button)
        menu.addAction(icon("import"), self.tr("Import TMX…"), self._import)
        menu.addAction(icon("export"), self.tr("Export TMX…"), self._export)
        button.setMenu(menu)
        button.setPopupMode(button.ToolButtonPopupMode.InstantPopup)
        return button

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import TMX"), str(Path.home()), "TMX (*.tmx)")
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        from ...pipeline.memory_files import import_memory

        workshop, pair = self.desk.workshop, self._pair()
        self._run(self.tr("Reading a memory"), lambda ctx: import_memory(path, workshop.memory(), ctx, pair), path.name)

    def _export(self) -> None:
        start = str(Path.home() / "memory.tmx")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export TMX"), start, "TMX (*.tmx)")
        if name:
            self.export_file(Path(name))

    def export_file(self, path: Path) -> None:
        from ...pipeline.memory_files import export_memory

        workshop = self.desk.workshop
        self._run(self.tr("Writing the memory"), lambda ctx: export_memory(path, workshop.memory(), ctx), str(path))

    def _run(self, title: str, work: object, about: str) -> None:
        """A job on the memory; its number of pairs is told, and the list drawn again."""
        job = self.desk.runner.submit(title, work, "bulk", quiet=False)
        job.succeeded.connect(lambda count: self._done(count, about))
        job.failed.connect(self.desk.report)

    def _done(self, count: object, about: str) -> None:
        text = self.tr("%n pair(s).", "", count) if isinstance(count, int) else about
        self.desk.message.emit(text, about if isinstance(count, int) else "", "info")
        self._search()


def _marked(text: str, words: str) -> str:
    """``text`` as HTML with the searched words bold and underlined."""
    wanted = [re.escape(word) for word in re.findall(r"\w+", words)]
    if not wanted:
        return escape(text)
    parts = re.split(rf"(?i)(\b(?:{'|'.join(wanted)})\w*)", text)
    return "".join(f"<b><u>{escape(part)}</u></b>" if n % 2 else escape(part) for n, part in enumerate(parts))

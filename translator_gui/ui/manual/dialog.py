"""Help › Manual: chapters on the left, one of them on the right, and a search over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ...checks.codes import texts
from ..actions import BY_ID, CONTEXT, MENUS, keys_of, text_of
from ..controls import label, search_field
from ..dialogs.frame import Dialog
from ..dialogs.keys import plain
from ..finding_text import signal_name, signal_texts
from ..i18n import current_language
from .book import Chapter, Hit, folder, names, read_chapter, search
from .page import ManualPage

if TYPE_CHECKING:
    from ..desk import Desk

_ENTRY = Qt.ItemDataRole.UserRole


class ManualDialog(Dialog):
    """Stays open beside the work. chapter: where to begin ("03-divergence"), "" for the first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, chapter: str = "") -> None:
        super().__init__(desk, parent, self.tr("Manual"), modal=False)
        self.setMinimumSize(640, 420)
        self.resize(1000, 720)
        self._sized = True  # by the line above
        self._language = current_language()
        self.chapters = self._read()
        self.search = search_field(self.tr("Search the manual"))
        self.search.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Chapters"))
        self.list.currentItemChanged.connect(lambda item, _: self._show(item))
        self.nothing = label("", "muted", wrap=True)
        self.page = ManualPage()
        self.page.chapterWanted.connect(self.open_chapter)
        self._lay_out()
        self._fill("")
        self.open_chapter(chapter)
        self.search.setFocus()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.search)
        side.addWidget(self.nothing)
        side.addWidget(self.list, 1)
        holder = QWidget()
        holder.setFixedWidth(260)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(side)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(holder)
        both.addWidget(self.page, 1)
        self.body.addLayout(both, 1)
        self.add_close()

    def _read(self) -> tuple[Chapter, ...]:
        overrides = self.desk.settings.window.shortcuts

        def fill(kind: str, identity: str) -> str:
            spec = BY_ID[identity]
            if kind == "menu":
                menu = next(title for name, title in MENUS if name == spec.menu)
                return f"**{plain(QCoreApplication.translate(CONTEXT, menu))} › {plain(text_of(spec))}**"
            keys = keys_of(spec, overrides)
            return f"**{keys[0].toString(QKeySequence.SequenceFormat.NativeText)}**" if keys else self.tr("(no key)")

        return tuple(read_chapter(self._language, name, fill, self._checks) for name in names(self._language))

    def _checks(self) -> str:
        """All checks and signals as Markdown: what the tips say, in one place."""
        parts = []
        for entry in texts(self._language).values():
            parts.append(f"### {entry['title']}\n\n{entry['explain']}\n\n{_example(entry.get('example', ''))}")
        parts.append(f"## {self.tr('What the scorer measures')}")
        for name, entry in signal_texts(self._language)["signal"].items():
            parts.append(f"### {signal_name(name)}\n\n{entry['explain']}\n\n{_example(entry['example'])}")
        return "\n\n".join(parts)

    # -- chapters and hits ----------------------------------------------------------------------------------------

    def _fill(self, words: str) -> None:
        """The chapters, or where ``words`` are found."""
        self.list.blockSignals(True)
        self.list.clear()
        hits = search(self.chapters, words)
        for chapter in () if words.strip() else self.chapters:
            self._add(chapter.title, Hit(chapter, chapter.sections[0], ""))
        for hit in hits:
            place = hit.chapter.title if hit.section.number == 0 else f"{hit.chapter.title} › {hit.section.title}"
            self._add(f"{place}\n{hit.snippet}", hit)
        self.list.blockSignals(False)
        missing = bool(words.strip()) and not hits
        self.nothing.setVisible(missing)
        self.nothing.setText(self.tr("“{0}” is not in the manual.").format(words.strip()) if missing else "")
        if self.list.count() and words.strip():
            self.list.setCurrentRow(0)

    def _add(self, text: str, hit: Hit) -> None:
        item = QListWidgetItem(text)
        item.setData(_ENTRY, hit)
        self.list.addItem(item)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            hit: Hit = item.data(_ENTRY)
            self.page.show_chapter(hit.chapter, folder(self._language), hit.section.number, self.search.text())

    def open_chapter(self, name: str) -> None:
        """By name, "" for the first. The search ends."""
        self.search.clear()
        rows = [row for row, chapter in enumerate(self.chapters) if chapter.name == name]
        self.list.setCurrentRow(rows[0] if rows else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the list while the search field has the keyboard; Escape ends the search before the dialog."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.open_chapter("")
        else:
            super().keyPressEvent(event)


def _example(text: str) -> str:
    """ "Il pleut. => It snows." as a quotation."""
    return f"> {text.replace(' => ', ' → ')}" if text else ""

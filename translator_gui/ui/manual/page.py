"""One chapter on the screen: Markdown as rich text in the theme's colours, pictures no wider than the page."""

from __future__ import annotations

import html
import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from ..theme import theme, theme_signals
from .book import Chapter, folded

_MARGIN = 28
_EDGE = 20  # px: the document's own margin, and the scroll bar that may come
_WIDEST = 760  # px of text: longer lines are hard to read


class ManualPage(QTextBrowser):
    """chapterWanted(name): a link to another chapter was followed."""

    chapterWanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._chapter: Chapter | None = None
        self._folder = Path()
        self._words = ""
        self._section = 0
        self._width = 0
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName(self.tr("Page of the manual"))
        self.anchorClicked.connect(self._follow)
        self._again = QTimer(self, singleShot=True, interval=60)
        self._again.timeout.connect(self._fit)
        theme_signals().changed.connect(self._show)

    def show_chapter(self, chapter: Chapter, folder: Path, section: int = 0, words: str = "") -> None:
        """section: the number of the heading to begin at. words: to be marked."""
        self._chapter, self._folder, self._words, self._section = chapter, folder, words, section
        self._show()
        self._to_section()

    def _to_section(self) -> None:
        if self._section:
            self.scrollToAnchor(f"section-{self._section}")
        else:
            self.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        if self._chapter is None:
            return
        at = self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(_style())
        self.setHtml(to_html(self._chapter.markdown))
        self._mark(self._words)
        self.verticalScrollBar().setValue(at)

    def _mark(self, words: str) -> None:
        text, colours, marks = folded(self.toPlainText()), theme(), []
        for word in folded(words).split():
            for found in re.finditer(re.escape(word), text):
                cursor = QTextCursor(self.document())
                cursor.setPosition(found.start())
                cursor.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, QTextCharFormat()
                selection.format.setBackground(colours.warning_soft)
                selection.format.setForeground(colours.text)
                marks.append(selection)
        self.setExtraSelections(marks)

    # -- pictures -------------------------------------------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Pictures of the manual's own folder, fitted to the page; nothing else, and nothing from anywhere else."""
        if kind != QTextDocument.ResourceType.ImageResource.value or name.scheme() or "/" in name.path():
            return None
        image = QImage(str(self._folder / name.path()))
        if image.isNull():
            return None
        room = QSize(self._room(), 10_000) * self.devicePixelRatioF()
        if image.width() > room.width():
            how = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            image = image.convertToFormat(QImage.Format.Format_RGB32).scaled(room, *how)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        return image

    def _room(self) -> int:
        return max(200, min(_WIDEST, self.viewport().width() - 2 * _MARGIN - _EDGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(_MARGIN, (self.width() - _WIDEST) // 2)
        self.setViewportMargins(side - _MARGIN, 0, 0, 0)
        self._again.start()

    def _fit(self) -> None:
        """The pictures anew, for another width."""
        if self._room() != self._width:
            self._width = self._room()
            at = self.verticalScrollBar().value()
            self.document().clear()  # with the pictures it keeps
            self._show()
            if at:
                self.verticalScrollBar().setValue(at)
            else:
                self._to_section()

    # -- links ----------------------------------------------------------------------------------------------------

    def _follow(self, link: QUrl) -> None:
        if link.path().endswith(".md"):
            self.chapterWanted.emit(Path(link.path()).stem)
        elif not link.scheme() and link.fragment():
            self.scrollToAnchor(link.fragment())


def to_html(markdown: str) -> str:
    """Qt's idea of HTML; each heading has the name section-N."""
    from markdown_it import MarkdownIt  # takes a while to import: not before a page is shown

    text = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    numbers = iter(range(10_000))
    text = re.sub(r"<(h[1-3])>", lambda tag: f'<{tag[1]}><a name="section-{next(numbers)}"></a>', text)
    # A line with a picture is as high as it is: the spacing of text would be that of its height.
    text = text.replace("<p><img", '<p style="line-height: 100%;"><img')
    text = re.sub(r"<table>", '<table cellspacing="0" cellpadding="6" width="100%">', text)
    return f'<div style="margin: 18px {_MARGIN}px;">{text}</div>'


def _style() -> str:
    colours = theme()

    def name(colour: QColor) -> str:
        return html.escape(colour.name())

    return f"""
        body, p, li, td, th {{ color: {name(colours.text)}; line-height: 140%; }}
        h1 {{ font-size: 20pt; font-weight: 600; margin-top: 8px; margin-bottom: 14px; color: {name(colours.text)}; }}
        h2 {{ font-size: 14pt; font-weight: 600; margin-top: 24px; margin-bottom: 8px; color: {name(colours.text)}; }}
        h3 {{ font-size: 11pt; font-weight: 600; margin-top: 16px; margin-bottom: 4px; color: {name(colours.text)}; }}
        p {{ margin-top: 0; margin-bottom: 10px; }}
        li {{ margin-bottom: 5px; }}
        a {{ color: {name(colours.link)}; text-decoration: none; }}
        code {{ background-color: {name(colours.sunken)}; color: {name(colours.text)}; font-family: monospace; }}
        blockquote {{ color: {name(colours.muted)}; }}
        th {{ text-align: left; color: {name(colours.muted)}; font-weight: 600; }}
        td {{ border-bottom: 1px solid {name(colours.border)}; }}
    """

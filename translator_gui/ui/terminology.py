"""The termbase as the window uses it: changes and files as jobs, and segments checked again where a term changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ..domain.language import FR_EN, LanguagePair

if TYPE_CHECKING:
    from ..domain.protocols import Termbase
    from ..domain.term import Term
    from .desk import Desk


class Terminology(QObject):
    """changed: terms came, went or altered. dialogWanted(options): somebody wants the dialog of a term; the window,
    which knows what is selected, opens it."""

    changed = Signal()
    dialogWanted = Signal(object)
    insertWanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def pair(self) -> LanguagePair:
        return self._desk.session.head.pair if self._desk.session is not None else FR_EN

    def change(self, work: Callable[[Termbase], object], touched: Iterable[Term | None]) -> None:
        """Alter the termbase in a job; then check the segments again in which a touched term stands."""
        terms = [term for term in touched if term is not None]
        workshop, texts = self._desk.workshop, self._sources()

        def job(_ctx: object) -> list[str]:
            work(workshop.terms())
            return _holding(texts, terms, self.pair())

        handle = self._desk.runner.submit(self.tr("Changing the termbase"), job, "interactive", quiet=True)
        handle.succeeded.connect(self._changed)
        handle.failed.connect(self._desk.report)

    def import_file(self, path: Path) -> None:
        workshop, pair, texts = self._desk.workshop, self.pair(), self._sources()

        def job(_ctx: object) -> tuple[int, list[str]]:
            from ..pipeline.memory_files import import_terms

            count = import_terms(path, workshop.terms(), pair)
            return count, _holding(texts, workshop.terms().terms(pair), pair)

        handle = self._desk.runner.submit(self.tr("Reading terms"), job, "bulk")
        handle.succeeded.connect(lambda found: self._imported(*found))
        handle.failed.connect(self._desk.report)

    def export_file(self, path: Path) -> None:
        workshop = self._desk.workshop

        def job(_ctx: object) -> int:
            from ..pipeline.memory_files import export_terms

            return export_terms(path, workshop.terms())

        handle = self._desk.runner.submit(self.tr("Writing terms"), job, "bulk")
        handle.succeeded.connect(
            lambda count: self._desk.message.emit(self.tr("%n term(s) written.", "", count), str(path), "info")
        )
        handle.failed.connect(self._desk.report)

    def _imported(self, count: int, ids: list[str]) -> None:
        self._desk.message.emit(self.tr("%n term(s) read.", "", count), "", "info")
        self._changed(ids)

    def _changed(self, ids: object) -> None:
        self.changed.emit()
        if ids and self._desk.session is not None:
            self._desk.rescore([each for each in ids if each in self._desk.session])

    def _sources(self) -> list[tuple[str, str]]:
        session = self._desk.session
        return [(row.id, row.segment.source) for row in session.rows] if session is not None else []


def _holding(texts: list[tuple[str, str]], terms: list[Term], pair: LanguagePair) -> list[str]:
    """Ids of the segments in which one of the terms stands."""
    from ..checks.dictionary import lemmas
    from ..text.inflected import PhraseIndex

    index = PhraseIndex([(term.source, term.source) for term in terms], pair.source, lemmas)
    return [segment for segment, source in texts if index.find(source)]

"""What a person confirmed goes to the translation memory, one after the other, off the reader's thread."""

from __future__ import annotations

import logging
import queue
import threading

from ..domain.protocols import TranslationMemory
from ..domain.unit import TranslationUnit
from ..kit.errors import AppError

_LOG = logging.getLogger("translator_gui.review")


class MemoryFeed:
    """``session.remember = feed.add``. close() writes what is waiting. error: the last failure, for the window."""

    def __init__(self, memory: TranslationMemory) -> None:
        self._memory = memory
        self._waiting: queue.SimpleQueue[TranslationUnit | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="memory-feed", daemon=True)
        self._thread.start()
        self.error: AppError | None = None

    def add(self, unit: TranslationUnit) -> None:
        """Returns at once."""
        self._waiting.put(unit)

    def close(self, timeout: float = 10.0) -> None:
        self._waiting.put(None)
        self._thread.join(timeout)

    def _run(self) -> None:
        while (unit := self._waiting.get()) is not None:
            try:
                self._memory.add([unit])
            except AppError as error:  # the project has the text; the memory is told again at the next confirmation
                self.error = error
                _LOG.warning("A unit could not be remembered: %s", error.detail or error.message)

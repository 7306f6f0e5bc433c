"""States, origins and kinds of segments in the interface language, with their icons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ..domain.segment import Origin, State


def state_name(state: State) -> str:
    tr = QCoreApplication.translate
    return {
        State.INITIAL: tr("states", "Untouched"),
        State.TRANSLATED: tr("states", "Translated"),
        State.REVIEWED: tr("states", "Confirmed"),
        State.FINAL: tr("states", "Final"),
    }[state]


def state_icon(state: State) -> str:
    return f"state-{state.value}"


def origin_name(origin: Origin) -> str:
    tr = QCoreApplication.translate
    return {
        Origin.NONE: "",
        Origin.HUMAN: tr("states", "typed"),
        Origin.ENGINE: tr("states", "from an engine"),
        Origin.MEMORY: tr("states", "from the memory"),
        Origin.DRAFT: tr("states", "from the draft"),
    }[origin]

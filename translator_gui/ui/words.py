"""What a row's state is called and pictured: the XLIFF state, or excluded, rejected, locked, an imported draft."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ..domain.segment import Origin, Row, State
from . import states


def state_key(row: Row) -> str:
    """excluded, rejected, draft, or the state's own name."""
    target = row.target
    if row.segment.excluded:
        return "excluded"
    if target.rejected:
        return "rejected"
    if target.state in (State.INITIAL, State.TRANSLATED) and target.text and target.origin is Origin.DRAFT:
        return "draft"
    return target.state.value


def state_name(row: Row) -> str:
    key = state_key(row)
    tr = QCoreApplication.translate
    own = {
        "excluded": tr("states", "Excluded"),
        "rejected": tr("states", "Rejected"),
        "draft": tr("states", "Draft"),
    }
    return own.get(key) or states.state_name(State(key))


def state_icon(key: str) -> str:
    return "exclude" if key == "excluded" else f"state-{key}"

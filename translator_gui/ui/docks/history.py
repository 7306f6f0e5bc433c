"""Every version of the current segment: who, when, from where, what changed, and Restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ...domain.segment import Origin, State
from ..controls import ElidedLabel, EmptyState, IconLabel, column, label, push_button, row
from ..diff_text import diff_html
from ..engine_names import engine_title
from ..scrolled import Scrolled
from ..states import origin_name, state_icon, state_name
from ..when import when
from .panel import Panel

if TYPE_CHECKING:
    from ...store.history import Version
    from ..desk import Desk

_ASPECTS = frozenset({"target", "state", "exclusion"})
_SHOWN = 60


class VersionCard(QFrame):
    """One version, marked against the one before it."""

    restored = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._icon = IconLabel("state-initial", 16, "muted")
        self._who, self._when = ElidedLabel("title", snug=True), label(role="muted")
        self._text, self._from = QLabel(), label(role="muted", wrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._restore = push_button(self.tr("Restore"), self.restored.emit, "restore", flat=True)
        head = row(self._icon, self._who, self._when, None, self._restore, spacing=6)
        self.setLayout(column(head, self._text, self._from, spacing=4, margins=(10, 6, 8, 8)))

    def show_version(self, version: Version, before: str, present: bool, writable: bool) -> None:
        target = version.row.target
        self._icon.show_icon(state_icon(target.state), "muted")
        self._icon.setToolTip(state_name(target.state))
        who = version.by or target.by or (self.tr("Import") if version.kind == "import" else "")
        self._who.setText(who)
        moment = when(version.at)
        self._when.setText(self.tr("{0} · present").format(moment) if present and moment else moment or "")
        if present and not moment:
            self._when.setText(self.tr("present"))
        text = target.text
        self._text.setText(diff_html(before, text) if text else f"<i>{self.tr('(empty)')}</i>")
        self._from.setText(self._source(version))
        self._restore.setVisible(not present and writable)
        self._restore.setAccessibleName(self.tr("Restore the version of {0}: {1}").format(moment, text))
        self.setAccessibleName(f"{who} {self._when.text()}: {text}")

    def _source(self, version: Version) -> str:
        target = version.row.target
        origin = origin_name(target.origin)
        if target.engine and target.origin in (Origin.ENGINE, Origin.MEMORY):
            origin = engine_title(target.engine)
        elif target.engine and target.origin is Origin.HUMAN:
            origin = self.tr("{0}, edited").format(engine_title(target.engine))
        state = state_name(target.state) if target.state is not State.INITIAL else ""
        excluded = self.tr("not part of the article") if version.row.segment.excluded else ""
        rejected = self.tr("rejected: {0}").format(target.rejected) if target.rejected else ""
        locked = self.tr("locked") if target.locked else ""
        return " · ".join(filter(None, (state, origin, rejected, locked, excluded)))


class HistoryPanel(Panel):
    """Newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards: list[VersionCard] = []
        self._versions: list[Version] = []
        self._empty = EmptyState("history", "")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        body = QWidget()
        body.setLayout(column(self._list, self._empty, None, spacing=8, margins=(10, 10, 10, 10)))
        self._scroll = Scrolled(body, self.tr("History"))
        self.setLayout(column(self._scroll, spacing=0))
        self.taker = self._scroll
        self.follow_current(_ASPECTS)

    def cards(self) -> list[VersionCard]:
        return [card for card in self._cards if not card.isHidden()]

    def refresh(self) -> None:
        session, current = self.desk.session, self.current()
        self._versions = session.versions(current)[::-1] if session is not None and current else []
        shown = self._versions[:_SHOWN] if len(self._versions) > 1 else []
        while len(self._cards) < len(shown):
            self._add_card()
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(shown))
            if number < len(shown):
                older = self._versions[number + 1] if number + 1 < len(self._versions) else None
                before = older.row.target.text if older is not None else ""
                card.show_version(shown[number], before, number == 0, not session.read_only)
        self._empty.setVisible(not shown)
        title = self.tr("Not edited yet") if current else self.tr("No segment chosen")
        self._empty.say(title, self.tr("Every version of this segment is kept and can be brought back."))

    def _add_card(self) -> None:
        card, number = VersionCard(), len(self._cards)
        card.restored.connect(lambda: self._restore(number))
        self._cards.append(card)
        self._list.addWidget(card)

    def _restore(self, number: int) -> None:
        from ...review import commands

        self.desk.flush()
        version = self._versions[number]
        self.desk.perform(self.tr("Restore a version"), commands.restore_version, self.current(), version.row)

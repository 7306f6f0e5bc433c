"""A second opinion on the current segment, on demand: another engine's candidate, and the English put back into
French, each with what differs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QWidget

from ..controls import ChoiceBox, EmptyState, Notice, column, label, push_button, row
from ..diff_text import diff_html
from ..engine_names import engine_title
from ..scrolled import Scrolled
from ..theme import theme_signals
from ..told import told
from .panel import Panel

if TYPE_CHECKING:
    from ...domain.candidate import Candidate, Proposal
    from ...pipeline.second_opinion import Choice
    from ..desk import Desk
    from ..jobs import JobHandle

_ASPECTS = frozenset({"target"})


class OpinionCard(QFrame):
    """One question: which engine is asked, what it answered, or what is missing and how to get it."""

    def __init__(self, title: str, engine_name: str, ask: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.engines = ChoiceBox()
        self.engines.setAccessibleName(engine_name)
        self.engines.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.button = push_button(ask, lambda: None, "engine")
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(title)
        self.state = label(role="muted", wrap=True)
        self.notice = Notice("info")
        self.notice.hide()
        self.take = push_button(self.tr("Use this text"), lambda: None, "tick", flat=True)
        self.take.hide()
        self.answer = ""
        self.candidate: Candidate | None = None
        head = row(self.engines, self.button, spacing=6)
        head.setStretch(0, 1)
        tail = row(self.take, None)
        self.setLayout(
            column(
                label(title, "title"), head, self.state, self.text, tail, self.notice,
                spacing=6, margins=(10, 8, 10, 10),
            )
        )  # fmt: skip

    def offer(self, choices: list[Choice]) -> None:
        """The engines that can be asked; when there is none, the first one's missing part and its line."""
        kept = self.engines.currentData()
        self.engines.clear()
        able = [choice for choice in choices if choice.availability.ok]
        for choice in able:
            self.engines.addItem(engine_title(choice.name), choice.name)
        self.engines.setCurrentIndex(max(0, self.engines.findData(kept)))
        self.engines.setVisible(bool(able))
        self.button.setVisible(bool(able))
        lacking = next((c for c in choices if not c.availability.ok and c.availability.install), None)
        if not able:
            lack = lacking.availability if lacking is not None else None
            text = self.tr("No engine on this machine can do it.")
            self.notice.say("info", text, told(lack.why) if lack else "", told(lack.install) if lack else "")
        self.notice.setVisible(not able)

    def clear(self, hint: str) -> None:
        self.answer = ""
        self.text.hide()
        self.take.hide()
        self.state.setText(hint)
        self.state.setVisible(bool(hint))

    def show_answer(self, answer: str, html: str, takeable: bool) -> None:
        self.answer = answer
        self.state.hide()
        self.text.setText(html)
        self.text.setAccessibleDescription(answer)
        self.text.show()
        self.take.setVisible(takeable)

    def show_error(self, message: str, hint: str) -> None:
        self.clear("")
        self.notice.say("warning", message, hint)
        self.notice.show()


class SecondOpinionPanel(Panel):
    """Nothing is asked before a person asks; an answer to an older text is dropped."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked_for: tuple[str, str] = ("", "")
        self._jobs: dict[str, JobHandle] = {}
        self._looked = False
        self.other = OpinionCard(
            self.tr("Another translation"), self.tr("Engine for another translation"), self.tr("Ask for another")
        )
        self.back = OpinionCard(
            self.tr("Back into French"), self.tr("Engine for the way back"), self.tr("Translate back")
        )
        self.other.button.clicked.connect(self.ask_other)
        self.back.button.clicked.connect(self.ask_back)
        self.other.take.clicked.connect(self._take)
        self._empty = EmptyState("engine", self.tr("No segment chosen"))
        body = QWidget()
        body.setLayout(column(self.other, self.back, self._empty, None, spacing=8, margins=(10, 10, 10, 10)))
        scroll = Scrolled(body)
        self.setLayout(column(scroll, spacing=0))
        self.taker = self.other.button
        self.follow_current(_ASPECTS)
        desk.settingsChanged.connect(self._look_again)
        theme_signals().changed.connect(self.refresh_soon)

    def ask_both(self) -> None:
        """What the key does."""
        self.refresh_now()
        self._when_known = True
        if self._looked and self.other.engines.count():
            self.ask_other()
        if self._looked and self.back.engines.count():
            self.ask_back()

    _when_known = False

    def ask_other(self) -> None:
        source, pair = self._texts()[0], self._pair()
        self._ask("other", self.other, source, pair, self.tr("Asking for a second opinion"))

    def ask_back(self) -> None:
        target, pair = self._texts()[1], self._pair()
        self._ask("back", self.back, target, pair.reversed, self.tr("Translating back"))

    def refresh(self) -> None:
        current = self.current()
        for card in (self.other, self.back):
            card.setVisible(bool(current))
        self._empty.setVisible(not current)
        self._look()
        texts = self._texts()
        if texts != self._asked_for:
            for job in self._jobs.values():
                job.cancel()
            self._jobs.clear()
            self._asked_for = texts
            self.other.clear(self.tr("What another engine would write, compared with your text."))
            self.back.clear(
                self.tr("What your English says, put back into French and compared with the source.")
                if texts[1].strip()
                else self.tr("There is no English yet.")
            )
        self.back.button.setEnabled(bool(texts[1].strip()))

    def _texts(self) -> tuple[str, str]:
        row_ = self.desk.current_row() if self.desk.session is not None else None
        return (row_.segment.source, row_.target.text) if row_ is not None else ("", "")

    def _pair(self):
        return self.desk.session.head.pair

    # -- which engines -------------------------------------------------------------------------------------------

    def _look(self) -> None:
        if self._looked or self.desk.session is None:
            return
        from ...pipeline.second_opinion import back_choices, choices

        self._looked = True
        workshop, pair = self.desk.workshop, self._pair()
        job = self.desk.runner.submit(
            self.tr("Looking for engines"),
            lambda _ctx: (choices(workshop, pair), back_choices(workshop, pair)),
            "bulk",
            quiet=True,
        )
        job.succeeded.connect(self._found)
        job.failed.connect(self.desk.report)

    def _found(self, found: object) -> None:
        opinions, back = found
        self.other.offer(opinions)
        self.back.offer(back)
        if self._when_known:
            self._when_known = False
            self.ask_both()

    def _look_again(self) -> None:
        self._looked = False
        self.refresh_soon()

    # -- asking --------------------------------------------------------------------------------------------------

    def _ask(self, kind: str, card: OpinionCard, text: str, pair: object, title: str) -> None:
        engine = card.engines.currentData()
        if not engine or not text.strip():
            return
        from ...pipeline.second_opinion import ask

        workshop, asked_for = self.desk.workshop, self._asked_for
        card.clear(self.tr("Asking {0}…").format(engine_title(engine)))
        card.notice.hide()
        job = self.desk.runner.submit(title, lambda ctx: ask(workshop, engine, text, pair, ctx), "bulk")
        self._jobs[kind] = job
        job.succeeded.connect(lambda found: self._answered(kind, card, found) if asked_for == self._texts() else None)
        job.failed.connect(self.desk.report)

    def _answered(self, kind: str, card: OpinionCard, found: Proposal) -> None:
        self._jobs.pop(kind, None)
        if not found.candidates:
            card.show_error(told(found.error), told(found.hint))
            return
        card.candidate = found.candidates[0]
        answer = card.candidate.text
        source, target = self._texts()
        other = target if kind == "other" else source
        if kind == "back":
            answer = _marks_like(other, answer)
        same = self.tr("The same as your text.") if kind == "other" else self.tr("The same as the source.")
        card.show_answer(answer, diff_html(other, answer), kind == "other" and not self.desk.read_only)
        if answer == other:
            card.state.setText(same)
            card.state.show()

    def _take(self) -> None:
        if self.other.answer and self.other.candidate is not None and self.current():
            from ...review import commands

            title = self.tr("Use the second opinion")
            self.desk.perform(title, commands.take_opinion, self.current(), self.other.candidate)


def _marks_like(text: str, answer: str) -> str:
    """``answer`` with the apostrophes and quotation marks of ``text``: they are no difference of meaning."""
    if "’" in text:
        answer = answer.replace("'", "’")
    space = "\u202f" if "«\u202f" in text else "\u00a0" if "«\u00a0" in text else " "
    return answer.replace("“", f"«{space}").replace("”", f"{space}»") if "«" in text else answer

"""What the errors or ratings come to, while one works: the published formula with its figures, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame

from ...domain.finding import Severity
from ..controls import column, label, line, push_button, row, set_role
from ..finding_text import severity_name
from .rating import RatingRow

if TYPE_CHECKING:
    from ...domain.report import EsaScore, MqmScore
    from ...review.live_score import LiveScore
    from ..desk import Desk


class ScoreBox(QFrame):
    """Drawn anew by the panel it stands in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._score, self._verdict = label(role="title", scale=1.35), label(role="chip")
        self._about, self._formula = label(role="muted", wrap=True), label(role="muted", wrap=True)
        self.rating = RatingRow(desk)
        self.parameters = push_button(self.tr("Parameters…"), lambda: self._open("parameters"), flat=True)
        self.verdict = push_button(self.tr("Verdict…"), lambda: self._open("verdict"), flat=True)
        head = row(self._score, self._verdict, None, spacing=8)
        buttons = row(self.parameters, self.verdict, None, spacing=2, margins=(4, 0, 4, 4))
        inner = column(self.rating, head, self._about, self._formula, spacing=4, margins=(12, 8, 12, 2))
        self.setLayout(column(line(), spacing=0))
        self.layout().addLayout(inner)
        self.layout().addLayout(buttons)

    def _open(self, name: str) -> None:
        from ..dialogs.catalogue import open_dialog

        open_dialog(name, self._desk, self.window())

    def refresh(self) -> None:
        session = self._desk.session
        self.setVisible(session is not None)
        if session is None:
            return
        from ...review.live_score import live_score

        found = live_score(session, self._desk.reviewing.record)
        esa = found.method.value == "esa"
        self.rating.setVisible(esa)
        if esa:
            self.rating.refresh()
            self._show_esa(found.esa, found.segments)
        else:
            self._show_mqm(found, found.mqm)
        self.verdict.setEnabled(self._desk.reviewing.quality is not None and not self._desk.read_only)
        self.parameters.setEnabled(not self._desk.read_only)
        self._show_verdict(found)
        self.setAccessibleName(f"{self._score.text()} {self._verdict.text()} {self._about.text()}")

    def _show_mqm(self, found: LiveScore, score: MqmScore) -> None:
        if score.quality is None:
            self._score.setText("–")
            self._about.setText(self.tr("There are no words to judge."))
            self._formula.setText("")
            return
        self._score.setText(self.tr("{0} of 100").format(_number(score.quality, 2)))
        words, penalty = QLocale().toString(score.words), _number(score.penalty, 2)
        thousand = _number(score.per_thousand, 2)
        self._about.setText(self.tr("Penalty {0} on {1} words, {2} per 1,000").format(penalty, words, thousand))
        formula = self.tr("(1 − {0} ÷ {1}) × 100; penalty: {2}")
        self._formula.setText(formula.format(penalty, words, self._sum(found) or "0"))
        self._formula.setToolTip(
            self.tr("MQM, linear: each error costs the weight of its type × the multiplier of its severity.")
        )

    def _sum(self, found: LiveScore) -> str:
        """ "2 minor × 1 + 1 major × 5"; where types have weights of their own, that is said."""
        typed = found.typology
        parts = [
            f"{count} {severity_name(each).lower()} × {typed.multipliers[each]:g}"
            for each in (Severity.MINOR, Severity.MAJOR, Severity.CRITICAL, Severity.NEUTRAL)
            if (count := found.counts[each])
        ]
        weighted = any(each.weight != 1 for each in (*typed.dimensions, *typed.types))
        return " + ".join(parts) + (self.tr(", by weight of type") if weighted and parts else "")

    def _show_esa(self, score: EsaScore | None, segments: int) -> None:
        rated = score.count if score is not None else 0
        self._about.setText(self.tr("ESA: {0} of {1} segments rated").format(rated, segments))
        if score is None:
            self._score.setText("–")
            self._formula.setText("")
            return
        self._score.setText(self.tr("{0} of 100").format(_number(score.mean, 1)))
        text = self.tr("Mean of the ratings; 95 % interval {0} to {1} (bootstrap, {2} resamples, seed {3})")
        values = (_number(score.low, 1), _number(score.high, 1), QLocale().toString(score.resamples), score.seed)
        self._formula.setText(text.format(*values))

    def _show_verdict(self, found: LiveScore) -> None:
        verdict = found.verdict
        self._verdict.setVisible(verdict is not None)
        if verdict is None:
            return
        if verdict.overruled:
            text = self.tr("passes, by {0}") if verdict.passed else self.tr("fails, by {0}")
            self._verdict.setText(text.format(verdict.by or "?"))
            self._verdict.setToolTip(verdict.reason)
        else:
            limit = _number(found.mqm.threshold, 1) if found.mqm is not None else ""
            text = self.tr("passes (from {0})") if verdict.passed else self.tr("fails (passes from {0})")
            self._verdict.setText(text.format(limit))
            self._verdict.setToolTip("")
        set_role(self._verdict, "role", "chip-success" if verdict.passed else "chip-warning")


def _number(value: float, places: int) -> str:
    """Without zeros at the end."""
    locale = QLocale()
    return locale.toString(round(value)) if abs(value - round(value)) < 1e-9 else locale.toString(value, "f", places)

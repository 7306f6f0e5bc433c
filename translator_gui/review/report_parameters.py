"""All that a report's figures depend on, for people to read, in the report's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.finding import Severity
from ..formats.report_words import words
from . import scorecard
from .quality_plan import Method, Plan
from .typology import Typology

if TYPE_CHECKING:
    from .quality_session import Record
    from .session import ReviewSession


def sample(plan: Plan, count: int, language: str = "en") -> str:
    """What was reviewed: everything, or so many segments drawn at random, and how to draw them again."""
    w = words(language)
    if plan.words:
        return w["sample_words"].format(count=count, words=plan.words, seed=plan.seed)
    if plan.percent < 100:
        return w["sample_percent"].format(count=count, percent=f"{plan.percent:g}", seed=plan.seed)
    return w["sample_whole"]


def parameters(session: ReviewSession, record: Record, typed: Typology, language: str = "en") -> dict[str, str]:
    """Name -> value, the formulas (scorecard.mqm, scorecard.esa) among them."""
    w, plan = words(language), record.plan
    shown = {} if plan.method is Method.ESA else _of_mqm(typed, plan, language)
    if plan.method is Method.ESA:
        shown[w["p_interval"]] = w["p_interval_is"].format(resamples=scorecard.RESAMPLES, seed=plan.seed)
    shown[w["p_idle"]] = w["p_idle_is"].format(seconds=f"{plan.idle_seconds:g}")
    shown[w["p_flagged"]] = w["p_flagged_is"].format(threshold=f"{session.threshold:g}")
    return shown


def _of_mqm(typed: Typology, plan: Plan, language: str) -> dict[str, str]:
    w = words(language)
    needed = typed.pass_threshold if plan.pass_threshold is None else plan.pass_threshold
    return {
        w["p_typology"]: f"{typed.name} {typed.version}".strip(),
        w["p_multipliers"]: ", ".join(f"{w[each.value]} {typed.multipliers[each]:g}" for each in Severity),
        w["p_weights"]: _weights(typed, language),
        w["penalty"]: w["p_penalty_is"],
        w["per_thousand"]: w["p_thousand_is"],
        w["quality"]: w["p_quality_is"],
        w["threshold"]: f"{needed:g}",
        w["p_words"]: w["p_words_are"],
    }


def _weights(typed: Typology, language: str) -> str:
    w = words(language)
    other = [each for each in (*typed.dimensions, *typed.types) if each.weight != 1]
    if not other:
        return w["p_weights_all"]
    return ", ".join(f"{typed.name_of(each.id, language)} {each.weight:g}" for each in other) + w["p_weights_others"]

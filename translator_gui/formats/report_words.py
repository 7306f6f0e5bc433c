"""The words of a report in its reader's language (resources/report/words.toml), and figures as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from functools import cache

from ..domain.report import Agreement, QualityReport
from ..kit.toml import shipped


@cache
def words(language: str = "en", file: str = "words.toml") -> Mapping[str, str]:
    """English where the language, or one of its words, is not there. file: of resources/report."""
    table = shipped("report", file)
    return {**table["en"], **table.get(language, {})}


def number(value: float | None, digits: int = 1, language: str = "en") -> str:
    """ "1,234.5", in French "1 234,5"; "–" for None."""
    if value is None:
        return "–"
    text = f"{value:,.{digits}f}"
    return text.translate(str.maketrans(",.", "\u202f,")) if language == "fr" else text


def duration(seconds: float) -> str:
    """ "1 h 05 min 09 s"; hours and minutes only where there are any."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    if hours:
        return f"{hours} h {minutes:02} min {rest:02} s"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def when(moment: str, language: str = "en") -> str:
    """An ISO 8601 moment as people write it: "14 March 2026, 09:26 UTC"; what is no such moment as it is."""
    try:
        at = datetime.fromisoformat(moment).astimezone(timezone.utc)
    except ValueError:
        return moment
    months = words(language)["months"].split()
    day = "1er" if language == "fr" and at.day == 1 else str(at.day)
    return f"{day} {months[at.month - 1]} {at.year}, {at:%H:%M} UTC"


def facts(report: QualityReport, language: str = "en") -> list[tuple[str, str]]:
    """What stands at the head of a report: (label, value)."""
    w = words(language)
    status = w["done_status"] if report.status == "finished" else w.get(report.status, report.status)
    found = [
        (w["article"], report.title or report.origin),
        (w["reviewer"], report.reviewer),
        (w["languages"], f"{report.pair.source} → {report.pair.target}"),
        (w["method"], report.method.upper()),
        (w["sample"], report.sample),
        (w["status"], status if report.started else ""),
        (w["started"], when(report.started, language)),
        (w["finished"], when(report.finished, language)),
        (w["segments"], number(len(report.segments), 0, language)),
        (w["done"], number(report.done, 0, language)),
        (w["rejected"], number(report.rejected, 0, language)),
        (w["source_words"], number(report.source_words, 0, language)),
        (w["target_words"], number(report.target_words, 0, language)),
        (w["time"], duration(report.seconds) if report.seconds else ""),
        (w["pace"], number(report.words_per_hour, 0, language) if report.words_per_hour else ""),
        (w["machine"], f"{number(report.machine_share * 100, 1, language)} %"),
    ]
    return [(label, value) for label, value in found if value]


def scores(report: QualityReport, language: str = "en") -> list[tuple[str, str]]:
    """The figures of the verdict: (label, value)."""
    w = words(language)
    if report.esa is not None:
        low, high = (number(value, 1, language) for value in (report.esa.low, report.esa.high))
        return [(w["esa_mean"], number(report.esa.mean, 1, language)), (w["esa_interval"], f"{low} – {high}")]
    if report.mqm is None:
        return []
    return [
        (w["quality"], number(report.mqm.quality, 2, language)),
        (w["threshold"], number(report.mqm.threshold, 2, language)),
        (w["penalty"], number(report.mqm.penalty, 1, language)),
        (w["per_thousand"], number(report.mqm.per_thousand, 2, language)),
    ]


def verdict(report: QualityReport, language: str = "en") -> str:
    """ "Passed", and who overruled it why; "" where nothing was to pass."""
    if report.verdict is None:
        return ""
    w = words(language)
    said = w["passed"] if report.verdict.passed else w["failed"]
    if not report.verdict.overruled:
        return said
    return f"{said}. " + w["overruled"].format(by=report.verdict.by or "–", reason=report.verdict.reason)


def agreement(found: Agreement | None, language: str = "en") -> list[tuple[str, str]]:
    """How far two reviewers agree: (label, value); nothing where there is but one."""
    if found is None:
        return []
    w = words(language)
    counts = f"{found.both}, {found.only_first}, {found.only_second}, {found.neither}"
    return [
        (w["agreement"].format(other=found.second or "?"), f"{found.segments} {w['count']}"),
        (w["flagged_by"].format(first=found.first or "?", second=found.second or "?"), counts),
        (w["kappa"], number(found.kappa, 2, language)),
        (w["exact_f1"], number(found.exact_f1, 2, language)),
        (w["character_f1"], number(found.character_f1, 2, language)),
    ]

"""The plots of a batch's summary: divergence, lengths, findings, what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..domain.batch import DIVERGENCE_STEP, RATIO_BINS, RATIO_STEP, WORDS_BINS, WORDS_STEP, BatchReport
from ..kit.toml import shipped
from ..text.xml_characters import strip_forbidden
from .report_plots import Plot, in_colours, made_plot, new_chart
from .report_words import number, words

_BLUE, _ORANGE, _GREEN, _PURPLE = "#56B4E9", "#E69F00", "#009E73", "#CC79A7"
_MOST_FINDINGS = 12
_BARE = {"show_legend": False, "margin_bottom": 8, "truncate_label": -1}


def plots(report: BatchReport, language: str = "en", ink: str = "#1a1a1a", faint: str = "#8a8a8a") -> list[Plot]:
    """Those there is something to show in. ink, faint: see report_plots.plots."""
    w, totals = words(language, "batch.toml"), report.totals
    made = [
        _divergence(report, w, language),
        _columns("lengths", w["lengths_plot"], totals.words, _word_labels(), w["sentences"], _BLUE, language),
        _columns("ratio", w["ratio_plot"], totals.ratio, _ratio_labels(), w["sentences"], _GREEN, language),
        _bars("findings", w["findings_plot"], _titled(totals.findings, language), w["findings"], _PURPLE, language),
        _bars("left_out", w["left_out_plot"], reasons(report, w), w["sentences"], _ORANGE, language),
    ]
    return [in_colours(plot, ink, faint) for plot in made if plot is not None]


def reasons(report: BatchReport, w: Mapping[str, str]) -> dict[str, int]:
    """Why sentences were not exported, in words, most frequent first."""
    return {
        w.get(f"{reason}_reason", w.get(reason, reason)): count
        for reason, count in report.totals.left_out.most_common()
    }


def _divergence(report: BatchReport, w: Mapping[str, str], language: str) -> Plot | None:
    counts = report.totals.divergence
    if not counts:
        return None
    labels = [f"{low}–{low + DIVERGENCE_STEP}" for low in range(0, 100, DIVERGENCE_STEP)]
    plot = _columns("divergence", w["divergence_plot"], counts, labels, w["count"], _BLUE, language)
    if plot is None or report.threshold is None:
        return plot
    limit = w["flagged_from"].format(number(report.threshold, 0, language))
    return replace(plot, title=f"{plot.title} ({limit})")


def _columns(
    name: str, title: str, counts: Mapping[int, int], labels: Sequence[str], unit: str, colour: str, language: str
) -> Plot | None:
    """A histogram: a column for each bin."""
    if not counts:
        return None
    chart = new_chart("Bar", 240, [colour], print_values=False, show_y_guides=True, **_BARE)
    chart.x_labels = labels
    chart.x_labels_major, chart.show_minor_x_labels = labels[:: -(-len(labels) // 10)], False
    chart.value_formatter = lambda value: number(value, 0, language)
    chart.add(unit, [counts.get(place) or None for place in range(len(labels))])
    most = max(counts, key=lambda place: counts[place])
    told = f"{labels[most]}: {number(counts[most], 0, language)} {unit}"
    return made_plot(name, title, chart, told)


def _bars(name: str, title: str, counts: Mapping[str, int], unit: str, colour: str, language: str) -> Plot | None:
    """Lying bars, the longest on top."""
    if not counts:
        return None
    shown = list(counts.items())[:_MOST_FINDINGS]
    chart = new_chart("HorizontalBar", 50 + 28 * len(shown), [colour], **_BARE)
    chart.x_labels = [strip_forbidden(label) for label, _ in reversed(shown)]
    chart.value_formatter = lambda value: number(value, 0, language) if value else ""
    chart.add(unit, [count for _, count in reversed(shown)])
    told = "; ".join(f"{label}: {number(count, 0, language)}" for label, count in shown)
    return made_plot(name, title, chart, told)


def _titled(counts: Mapping[str, int], language: str) -> dict[str, int]:
    """Findings by their titles, most frequent first; a code without one stands for itself."""
    titles = shipped("i18n", f"findings.{'fr' if language == 'fr' else 'en'}.toml")
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    found: dict[str, int] = {}
    for code, count in ranked:
        title = str(titles.get(code, {}).get("title", code))
        found[title] = found.get(title, 0) + count
    return found


def _word_labels() -> list[str]:
    steps = [f"{place * WORDS_STEP}–{place * WORDS_STEP + WORDS_STEP - 1}" for place in range(WORDS_BINS - 1)]
    return [*steps, f"{(WORDS_BINS - 1) * WORDS_STEP}+"]


def _ratio_labels() -> list[str]:
    steps = [f"{round(place * RATIO_STEP * 100)} %" for place in range(RATIO_BINS - 1)]
    return [*steps, f"{round((RATIO_BINS - 1) * RATIO_STEP * 100)} %+"]

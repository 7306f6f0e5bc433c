"""The plots of a quality report, as SVG that needs no style sheet: for the window, the HTML page and the PDF alike.

Colours: Okabe and Ito's set, told apart by colour-blind people; severities differ by pattern as well, lines by dashes,
and figures stand on the bars, so that a black-and-white print says the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from ..domain.finding import Severity
from ..domain.report import QualityReport, SegmentLine
from ..text.xml_characters import strip_forbidden
from .hatching import hatch
from .plain_svg import plain
from .report_words import number, words

WIDTH = 760
INK, FAINT = "#010203", "#040506"  # stand for what the caller chooses
_MOST_BINS = 60
_SEVERITIES = (Severity.NEUTRAL, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)
_COLOURS = {"neutral": "#999999", "minor": "#56B4E9", "major": "#E69F00", "critical": "#D55E00"}
_BEFORE, _AFTER, _LIMIT, _TIME = "#E69F00", "#0072B2", "#CC79A7", "#009E73"
_BEFORE_DASH, _LIMIT_DASH = "6, 4", "2, 3"
_HATCHED, _CROSSED = frozenset(("major", "before")), frozenset(("critical",))


@dataclass(frozen=True, slots=True)
class Plot:
    """svg: one <svg> element with a namespace, a size and a viewBox. text: the same in a sentence, for people who
    cannot see it."""

    name: str
    title: str
    svg: str
    text: str
    width: int
    height: int


def plots(
    report: QualityReport, language: str = "en", ink: str = "#1a1a1a", faint: str = "#8a8a8a", width: int = WIDTH
) -> list[Plot]:
    """Those there is something to show in: "categories", "divergence", "times", "before_after". ink, faint: colours
    of text and of lines (HTML: "currentColor", so that they follow the page into dark mode and print). width: pixels;
    letters keep their size."""
    makers = (_categories, _divergence, _times, _before_after)
    found = [made for make in makers if (made := make(report, language, width))]
    return [in_colours(plot, ink, faint) for plot in found]


def in_colours(plot: Plot, ink: str, faint: str) -> Plot:
    """``plot`` with the colours of text and of lines put in."""
    svg = plot.svg.replace(INK, ink).replace(FAINT, faint)
    return Plot(plot.name, plot.title, svg, plot.text, plot.width, plot.height)


def _categories(report: QualityReport, language: str, width: int) -> Plot | None:
    if not report.categories:
        return None
    w, lines = words(language), report.categories[::-1]  # the chart is drawn from below
    severities = [each for each in _SEVERITIES if any(line.counts.get(each) for line in lines)]
    chart = new_chart(
        "HorizontalStackedBar", 90 + 34 * len(lines), [_COLOURS[each.value] for each in severities], width
    )
    chart.x_labels = [strip_forbidden(line.name) for line in lines]
    chart.y_labels = _whole(max(line.total for line in lines))
    for severity in severities:
        chart.add(w[severity.value], [line.counts.get(severity) or None for line in lines])
    told = "; ".join(f"{line.name}: {line.total}" for line in report.categories)
    return made_plot("categories", w["categories"], chart, told, [each.value for each in severities])


def _whole(highest: float) -> list[int]:
    """Marks of an axis that counts: whole numbers from 0, at most seven."""
    step = next(size * 10**power for power in range(9) for size in (1, 2, 5) if highest <= 6 * size * 10**power)
    return list(range(0, int(-(-highest // step)) * step + 1, step))


def _divergence(report: QualityReport, language: str, width: int) -> Plot | None:
    lines = [line for line in report.segments if line.divergence is not None or line.divergence_before is not None]
    if not lines:
        return None
    w = words(language)
    labels, groups = _bins(lines)
    chart = new_chart("Line", 290, [_BEFORE, _AFTER, _LIMIT], width, show_dots=len(groups) < 40, show_y_guides=True)
    _label(chart, labels)
    chart.range, chart.y_labels = (0, 100), [0, 25, 50, 75, 100]
    before = [_highest(line.divergence_before for line in group) for group in groups]
    after = [_highest(line.divergence for line in group) for group in groups]
    dashes = [_BEFORE_DASH, "", _LIMIT_DASH]
    if any(value is not None for value in before):
        chart.add(w["before"], before, stroke_style={"width": 2, "dasharray": _BEFORE_DASH})
    else:
        chart.config.style.colors = (_AFTER, _LIMIT)
        dashes = dashes[1:]
    chart.add(w["after"], after, stroke_style={"width": 2})
    limit = f"{w['flagged_from']} {report.threshold:g}"
    level = [report.threshold] * len(groups)
    chart.add(limit, level, show_dots=False, stroke_style={"width": 1, "dasharray": _LIMIT_DASH})
    worst = max(lines, key=lambda line: line.divergence or 0)
    told = f"{w['segment']} {worst.place}: {number(worst.divergence, 0, language)}"
    return made_plot("divergence", w["divergence"], chart, told, dashes=dashes)


def _times(report: QualityReport, language: str, width: int) -> Plot | None:
    if not report.seconds:
        return None
    w = words(language)
    labels, groups = _bins(report.segments)
    chart = new_chart("Bar", 240, [_TIME], width, print_values=False, show_y_guides=True)
    _label(chart, labels)
    chart.add(w["minutes"], [round(sum(line.seconds for line in group) / 60, 2) for group in groups])
    return made_plot("times", w["times"], chart, f"{number(report.seconds / 60, 1, language)} {w['minutes']}")


def _before_after(report: QualityReport, language: str, width: int) -> Plot | None:
    both = [
        (line.divergence_before, line.divergence)
        for line in report.segments
        if line.divergence_before is not None and line.divergence is not None
    ]
    if not both:
        return None
    w = words(language)
    chart = new_chart("Bar", 260, [_BEFORE, _AFTER], width, show_y_guides=True)
    chart.x_labels = [f"{low}–{low + 20}" for low in range(0, 100, 20)]
    counts = [[0] * 5, [0] * 5]
    for pair in both:
        for series, value in zip(counts, pair, strict=True):
            series[min(4, int(value // 20))] += 1
    chart.y_labels = _whole(max(max(series) for series in counts))
    for name, series in zip(("before", "after"), counts, strict=True):
        chart.add(w[name], [value or None for value in series])
    means = [number(sum(pair[side] for pair in both) / len(both), 1, language) for side in (0, 1)]
    return made_plot("before_after", w["before_after"], chart, " → ".join(means), ["before", "after"])


def _bins(lines: Sequence[SegmentLine]) -> tuple[list[str], list[Sequence[SegmentLine]]]:
    """At most 60 groups of neighbours, and the place in the article where each begins."""
    size = -(-len(lines) // _MOST_BINS)
    groups = [lines[start : start + size] for start in range(0, len(lines), size)]
    return [str(group[0].place) for group in groups], groups


def _highest(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)


def _label(chart: Any, labels: Sequence[str]) -> None:
    step = -(-len(labels) // 12)
    chart.x_labels = labels
    chart.x_labels_major, chart.show_minor_x_labels = labels[::step], False


def new_chart(kind: str, height: int, colours: Sequence[str], width: int = WIDTH, **options: Any) -> Any:
    """A pygal chart of that kind in the style of all reports."""
    pygal = _pygal()
    from pygal.style import Style

    style = Style(
        background="transparent",
        plot_background="transparent",
        foreground=INK,
        foreground_strong=INK,
        foreground_subtle=FAINT,
        guide_stroke_color=FAINT,
        major_guide_stroke_color=FAINT,
        colors=tuple(colours),
        value_colors=tuple("#ffffff" if colour == _AFTER else "#000000" for colour in colours),
        guide_stroke_dasharray="0",
        major_guide_stroke_dasharray="0",
        font_family="sans-serif",
        opacity="1",
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=13,
        value_font_size=12,
    )
    shape: dict[str, Any] = {
        "width": width,
        "height": height,
        "js": [],
        "disable_xml_declaration": True,
        "legend_at_bottom": True,
        "legend_at_bottom_columns": 4 if width > 600 else 3,
        "truncate_legend": -1,
        "print_values": kind != "Line",
        "value_formatter": lambda value: f"{value:g}" if value else "",
        "x_value_formatter": lambda value: f"{value:g}",
        "show_y_guides": False,
        "margin": 8,
        "margin_bottom": 26,
        "max_scale": 6,
    }
    return getattr(pygal, kind)(style=style, **{**shape, **options})


@cache
def _pygal() -> Any:
    """Imported on use: it costs 0.2 s, and a table of formats must not. On import it hooks a finder of the old kind
    into Python's import system, for its maps, which we have no use for; with it, every module that is looked for and
    not there raises an ImportWarning, anywhere in the program."""
    import pygal

    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]
    return pygal


def made_plot(
    name: str, title: str, chart: Any, told: str, patterns: Sequence[str] = (), dashes: Sequence[str] = ()
) -> Plot:
    root = plain(chart.render(is_unicode=True))
    _whole_numbers_at_zero(root)
    for line in root.xpath("//path[contains(@class, 'line')][contains(@class, 'reactive')]"):
        line.set("stroke-width", "2")
    for guide in root.xpath("//g[contains(@class, 'guides')]/path"):
        guide.set("stroke-opacity", "0.3")
    if patterns:
        _hatch(root, patterns)
    _line_keys(root, dashes)
    width, height = chart.config.width, chart.config.height
    for attribute, value in (("width", str(width)), ("height", str(height)), ("role", "img"), ("class", "plot")):
        root.set(attribute, value)
    root.set("aria-label", strip_forbidden(f"{title}. {told}"))
    svg = etree.tostring(root, encoding="unicode")
    if 'xmlns="http' not in svg:
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return Plot(name, title, svg, told, width, height)


def _whole_numbers_at_zero(root: Any) -> None:
    """An axis begins at 0, which the formatter of values leaves out."""
    for text in root.xpath("//*[contains(@class, 'axis')]//text[not(text())]"):
        text.text = "0"


def _hatch(root: Any, names: Sequence[str]) -> None:
    """Told apart by more than their colour: bars of a series, and its square in the legend."""
    for number_, name in enumerate(names):
        if name not in _HATCHED | _CROSSED:
            continue
        series = f"contains(concat(' ', @class, ' '), ' color-{number_} ')"
        for bar in root.xpath(f"//*[{series}]//rect | //rect[{series}]"):
            hatch(bar, crossed=name in _CROSSED)


def _line_keys(root: Any, dashes: Sequence[str]) -> None:
    """In the legend of a chart of lines, a stretch of each line instead of a square of its colour."""
    for number_, dash in enumerate(dashes):
        for key in root.xpath(f"//g[contains(@class, 'legend')]//rect[contains(@class, 'color-{number_}')]"):
            x, y = float(key.get("x")), float(key.get("y")) + float(key.get("height")) / 2
            line = etree.Element("path", d=f"M{x - 12},{y} H{x + 12}", fill="none")
            line.set("stroke", key.get("fill") or key.get("stroke") or INK)
            line.set("stroke-width", "2")
            if dash:
                line.set("stroke-dasharray", dash)
            key.getparent().replace(key, line)

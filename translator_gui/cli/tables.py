"""Tables for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

_GRADES = {"critical": "bold red", "major": "red", "minor": "yellow", "neutral": "dim"}


def score_table(shown: Sequence[tuple[str, dict[str, Any], str, str]]) -> Table:
    """shown: (id, record of pipeline.records.score_record, source, target)."""
    table = Table("No.", "Divergence", "French", "English", "Why", title="Divergence by segment", expand=True)
    table.columns[1].justify, table.columns[0].justify = "right", "right"
    for number, (_, record, source, target) in enumerate(shown, start=1):
        figure = Text(f"{record['divergence']:.0f}", "bold red" if record["flagged"] else "")
        if record["flagged"]:
            figure.append(" ⚑")
        table.add_row(str(number), figure, Text(source), Text(target), finding_lines(record["findings"]))
    return table


def finding_lines(findings: Sequence[dict[str, Any]]) -> Text:
    lines = Text()
    for number, finding in enumerate(findings):
        if number:
            lines.append("\n")
        lines.append(finding["message"], _GRADES.get(finding["severity"], ""))
    return lines


def bead_table(shown: Sequence[tuple[str, str, str, str, float]], doubtful: float) -> Table:
    """shown: (source numbers, source, target numbers, target, probability); below ``doubtful`` a bead is marked."""
    table = Table("No.", "French", "No.", "English", "Sure", title="Alignment", expand=True)
    for column in (0, 2, 4):
        table.columns[column].no_wrap = True
        table.columns[column].justify = "right"
    for ours, source, theirs, target, probability in shown:
        figure = Text(f"{probability:.0%}", "bold red" if probability < doubtful else "")
        if probability < doubtful:
            figure.append(" ⚑")
        table.add_row(ours, Text(source), theirs, Text(target), figure)
    return table

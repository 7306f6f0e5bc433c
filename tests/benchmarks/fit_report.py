"""Tells how a fit does on rows its trees had not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from translator_gui.scoring.calibration import Calibration

from .fit_linear import score
from .scoring_data import Row
from .scoring_tables import Example


def report_false_flags(profile: str, good: Sequence[tuple[Row, float]], table: dict[str, Any]) -> None:
    """What the threshold for 10 % flags of each kind of good pairs, none of them seen by the trees that judged it."""
    curve = Calibration(table["slope"], table["shift"], tuple(table["good"]), tuple(table["shares"]))
    limit, flags = curve.threshold(10), {}  # type: ignore[var-annotated]
    for row, z in good:
        flags.setdefault((row.set.partition(".")[0], row.by), []).append(round(curve.divergence(z), 4) > limit)
    # Rounded as the scorer does: a figure that all clean pairs share does not lie above itself.
    told = [f"{name} {by} {100 * np.mean(own):.1f} % of {len(own)}" for (name, by), own in sorted(flags.items())]
    print(f"{profile} flagged at nominal 10 %: " + ", ".join(told), flush=True)


def report(
    profile: str,
    rows: Sequence[Example],
    tables: Sequence[dict[str, float]],
    flag: dict[str, Any],
    order: dict[str, Any],
) -> None:
    """What was fitted, on rows its trees had not seen, by language: recall at 10 and 5 %, and ranks."""
    for languages in (("de", "es", "it"), ("fr",)):
        own = [(e.row, t) for e, t in zip(rows, tables, strict=True) if e.row.language in languages]
        z = np.array([score(flag, t) for _, t in own])
        good = np.array([row.good for row, _ in own])
        places = {(row.source, row.draft): score(order, t) for row, t in own}
        for severity in ("critical", "major", "minor"):
            bad = [i for i, (row, _) in enumerate(own) if row.severity == severity]
            if not bad or not good.any():
                continue
            recalls = [float(np.mean(z[bad] > np.quantile(z[good], 1 - rate))) for rate in (0.1, 0.05)]
            ranks = [
                places[row.source, row.draft] > places[row.source, row.base]
                for row, _ in (own[i] for i in bad)
                if (row.source, row.base) in places
            ]
            figures = f"at 10 % {recalls[0]:.3f}, at 5 % {recalls[1]:.3f}, ranks {np.mean(ranks):.3f}"
            print(f"{profile} out of fold, {'/'.join(languages)} {severity}: {figures} of {len(bad)}", flush=True)

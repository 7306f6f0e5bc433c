"""Hatches over bars, as plain lines: SVG patterns are drawn with seams by some readers, and not at all by others."""

from __future__ import annotations

from typing import Any

from lxml import etree

_STEP = 9.0


def hatch(bar: Any, crossed: bool = False) -> None:
    """Lay diagonal lines over a <rect>, cut at its edges; crossed: both ways. The bar keeps its own fill."""
    x, y, width, height = (float(bar.get(name, 0)) for name in ("x", "y", "width", "height"))
    lines = _diagonals(x, y, width, height, down=False)
    if crossed:
        lines += _diagonals(x, y, width, height, down=True)
    if not lines:
        return
    path = etree.Element("path", d=" ".join(lines), fill="none")
    for name, value in (("class", "hatch"), ("stroke", "#ffffff"), ("stroke-opacity", "0.75"), ("stroke-width", "1.2")):
        path.set(name, value)
    bar.addnext(path)


def _diagonals(x: float, y: float, width: float, height: float, down: bool) -> list[str]:
    """Lines at 45 degrees inside a rectangle, a step apart; they go through the same lattice in every bar, so that
    neighbours match. down: from upper left to lower right."""
    if width <= 0 or height <= 0:
        return []
    # Rising lines are x + y = c; falling ones are the same with y counted from the lower edge.
    top = -(y + height) if down else y
    first = -(-(x + top) // _STEP) * _STEP
    found, c = [], first
    while c < x + top + width + height:
        left = max(x, c - (top + height))
        right = min(x + width, c - top)
        if right - left > 0.5:
            ends = ((left, c - left), (right, c - right))
            (x1, y1), (x2, y2) = ((a, -b if down else b) for a, b in ends)
            found.append(f"M{x1:.2f},{y1:.2f} L{x2:.2f},{y2:.2f}")
        c += _STEP
    return found

"""What an alignment is measured by: gold files, strict and lax F1, paragraphs, and how well doubt finds mistakes.

Strict and lax precision, recall and F1 are those of Sennrich & Volk 2011 as Thompson & Koehn 2019 ("Vecalign") count
them: a bead is right strictly when gold has it, laxly when it shares a source and a target sentence with one bead of
gold; precision counts all beads, recall gold's beads that link.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator_gui.domain.bead import AlignmentBead

Links = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Case:
    name: str
    source: list[str]
    target: list[str]
    paragraphs: tuple[list[int], list[int]]
    gold: list[Links]


def read_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def read_gold(path: Path) -> list[Links]:
    """``[source]:[target]`` a line, 0-based."""
    sides = (line.split("]:[") for line in read_lines(path))
    return [(_numbers(source), _numbers(target)) for source, target in sides]


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))


def read_cases(folder: Path, pattern: str) -> list[Case]:
    found = []
    for path in sorted(folder.glob(pattern)):
        sides = [read_lines(path.with_suffix(suffix)) for suffix in (".fr", ".en")]
        numbers = [[int(n) for n in read_lines(path.with_suffix(suffix))] for suffix in (".fr.par", ".en.par")]
        found.append(Case(path.stem, sides[0], sides[1], (numbers[0], numbers[1]), read_gold(path)))
    return found


def links(beads: Iterable[AlignmentBead]) -> list[Links]:
    return [(bead.source, bead.target) for bead in beads]


def _right(found: Iterable[Links], gold: Iterable[Links]) -> tuple[int, int, int]:
    """Of ``found``: all, strictly right, laxly right."""
    distinct = {bead for bead in found if bead[0] or bead[1]}
    wanted = set(gold)
    partners: dict[int, set[int]] = defaultdict(set)
    for ours, theirs in wanted:
        for i in ours:
            partners[i].update(theirs)
    strict = len(distinct & wanted)
    lax = sum(
        bool(set(theirs) & set().union(*(partners[i] for i in ours))) for ours, theirs in distinct - wanted if ours
    )
    return len(distinct), strict, strict + lax


def f1(runs: Sequence[tuple[Sequence[Links], Sequence[Links]]]) -> tuple[float, float]:
    """(strict, lax) over documents given as (gold, found), counts added up."""
    precision, recall = [0, 0, 0], [0, 0, 0]
    for gold, found in runs:
        for kind, count in enumerate(_right(found, gold)):
            precision[kind] += count
        linked, wanted = ([bead for bead in side if bead[0] and bead[1]] for side in (found, gold))
        for kind, count in enumerate(_right(wanted, linked)):
            recall[kind] += count
    figures = []
    for kind in (1, 2):
        p, r = precision[kind] / max(precision[0], 1), recall[kind] / max(recall[0], 1)
        figures.append(2 * p * r / max(p + r, 1e-9))
    return figures[0], figures[1]


def in_paragraph(blocks: Sequence[Links], found: Sequence[Links]) -> tuple[int, int]:
    """(beads that link, those of them that lie inside one block of gold)."""
    home_of_source = {i: number for number, (ours, _) in enumerate(blocks) for i in ours}
    home_of_target = {j: number for number, (_, theirs) in enumerate(blocks) for j in theirs}
    linked = right = 0
    for ours, theirs in found:
        if ours and theirs:
            homes = {home_of_source.get(i, -1) for i in ours} | {home_of_target.get(j, -2) for j in theirs}
            linked += 1
            right += len(homes) == 1
    return linked, right


def doubt(runs: Sequence[tuple[Sequence[Links], Sequence[AlignmentBead]]], share: float = 0.15) -> dict[str, float]:
    """caught: wrong beads among the ``share`` least probable ones; mean: their mean probability; right: the share
    that is right; error: expected calibration error in ten steps."""
    rated = []
    for gold, beads in runs:
        wanted = set(gold)
        rated += [(bead.probability, (bead.source, bead.target) in wanted) for bead in beads]
    rated.sort(key=lambda pair: pair[0])
    wrong = sum(not right for _, right in rated)
    marked = rated[: int(len(rated) * share)]
    steps: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, right in rated:
        steps[min(int(chance * 10), 9)].append((chance, right))
    error = sum(abs(sum(c for c, _ in step) - sum(r for _, r in step)) for step in steps.values())
    return {
        "caught": sum(not right for _, right in marked) / max(wrong, 1),
        "mean": sum(chance for chance, _ in rated) / len(rated),
        "right": 1 - wrong / len(rated),
        "error": error / len(rated),
    }

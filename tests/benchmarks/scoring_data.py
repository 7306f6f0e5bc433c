"""Rows the scorer is fitted to and tried on: where they come from, and what is true of each.

Training: German, Spanish and Italian DEMETR, and mistakes made in good French-English pairs. No row of French DEMETR
is ever trained on. Sets do not share a source sentence.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sacrebleu.metrics.chrf import CHRF

from .perturb import perturbed

SEED = 20261123


@dataclass(frozen=True)
class Row:
    """group: rows of one source share it. kind: "good" or the name of the mistake. by: human, google, microsoft …
    base: the good draft the mistake was made in ("" for a good row)."""

    set: str
    group: str
    language: str
    source: str
    draft: str
    kind: str = "good"
    severity: str = ""
    by: str = ""
    base: str = ""

    @property
    def good(self) -> bool:
        return self.kind == "good"


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def hashes(data: Path) -> list[str]:
    """ "sha256  path" of every file used."""
    names = [f"demetr/{name}.jsonl" for name in ("fr-dev", "de-train", "es-train", "it-train")]
    for stem in ("flores/dev", "wmt/newstest08", "wmt/newstest12", "wmt/newstest13"):
        names += [f"{stem}.{end}" for end in ("fr", "en", "google.en", "microsoft.en", "bergamot-tiny.en")]
    return [f"{hashlib.sha256((data / name).read_bytes()).hexdigest()}  {name}" for name in names]


def _demetr(data: Path, name: str, per_source: int | None) -> Iterator[Row]:
    """Good machine and human rows of every source, and ``per_source`` of its mistakes (None: all)."""
    rng = random.Random(f"{SEED}{name}")
    language = name[:2]
    groups: dict[str, list[dict[str, str]]] = {}
    for line in lines(data / "demetr" / f"{name}.jsonl"):
        row = json.loads(line)
        groups.setdefault(row["src_sent"], []).append(row)
    for number, (source, rows) in enumerate(groups.items()):
        first = rows[0]
        group, source = f"{name}-{number}", source.strip()
        yield Row(name, group, language, source, first["mt_sent"].strip(), by="machine")
        yield Row(name, group, language, source, first["eng_sent"].strip(), by="human")
        bad = [r for r in rows if r["severity"] != "base"]
        chosen = bad if per_source is None else rng.sample(bad, min(per_source, len(bad)))
        for row in chosen:
            kind = row["pert_name"].split("_", 2)[2]
            base = row["mt_sent"].strip()
            draft = row["pert_sent"].strip()
            if draft != base:
                yield Row(name, group, language, source, draft, kind, row["severity"], "machine", base)


def demetr_dev(data: Path) -> list[Row]:
    return list(_demetr(data, "fr-dev", None))


def demetr_train(data: Path, per_source: int = 9) -> list[Row]:
    return [row for name in ("de-train", "es-train", "it-train") for row in _demetr(data, name, per_source)]


def _parallel(data: Path, stem: str) -> list[dict[str, str]]:
    ends = {
        "source": "fr",
        "human": "en",
        "google": "google.en",
        "microsoft": "microsoft.en",
        "tiny": "bergamot-tiny.en",
    }
    columns = {key: lines(data / f"{stem}.{end}") for key, end in ends.items()}
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return [{k: v.strip() for k, v in row.items()} for row in rows]


def _usable(row: dict[str, str]) -> bool:
    return 6 <= len(row["source"].split()) <= 45 and all(3 <= len(v.split()) <= 60 for v in row.values())


def _sample(data: Path, stem: str, part: int, count: int) -> list[tuple[int, dict[str, str]]]:
    """``count`` usable rows of one of two disjoint halves (part 0 or 1), chosen by seed."""
    rows = [(i, row) for i, row in enumerate(_parallel(data, stem)) if i % 2 == part and _usable(row)]
    chosen = random.Random(f"{SEED}{stem}{part}").sample(rows, min(count, len(rows)))
    return sorted(chosen, key=lambda item: item[0])


def made(data: Path, stem: str, count: int, mistakes: int) -> list[Row]:
    """Half 0 of a set: good rows (human and a machine) and mistakes made in one of them."""
    rng = random.Random(f"{SEED}made{stem}")
    sample = _sample(data, stem, 0, count)
    others = [row["google"] for _, row in sample]
    found: list[Row] = []
    for number, row in sample:
        group = f"{stem}-{number}"
        machine = rng.choice(["google", "microsoft"])
        found.append(Row(stem, group, "fr", row["source"], row["human"], by="human"))
        found.append(Row(stem, group, "fr", row["source"], row[machine], by=machine))
        by = rng.choice(["human", machine, machine])
        for kind, severity, text in perturbed(row[by], row["source"], others, mistakes, rng):
            found.append(Row(stem, group, "fr", row["source"], text, kind, severity, by, row[by]))
    return found


def good(data: Path, stem: str, part: int, count: int) -> list[Row]:
    """Good rows of a half (human, google, microsoft) and the small model's ("tiny")."""
    found: list[Row] = []
    for number, row in _sample(data, stem, part, count):
        for by in ("human", "google", "microsoft", "tiny"):
            kind = "good" if by != "tiny" else "tiny"
            found.append(Row(stem + f".{part}", f"{stem}-{number}", "fr", row["source"], row[by], kind, by=by))
    return found


def engines(data: Path) -> list[Row]:
    """Google's and the small model's drafts of sources where chrF tells them apart by 15 points, whichever is better:
    half 1, which nothing is fitted to. base: the human text."""
    metric, found = CHRF(), []
    for stem in ("flores/dev", "wmt/newstest08", "wmt/newstest12", "wmt/newstest13"):
        fitting = []
        for number, row in enumerate(_parallel(data, stem)):
            if number % 2 and _usable(row):
                close, far = (metric.sentence_score(row[by], [row["human"]]).score for by in ("google", "tiny"))
                if abs(close - far) >= 12:
                    fitting.append((number, row, abs(close - far)))
        random.Random(f"eng{stem}1").shuffle(fitting)
        for number, row, _ in [one for one in fitting if one[2] >= 15][:18]:
            for by in ("google", "tiny"):
                group = f"{stem}-{number}"
                found.append(Row(f"{stem}.1", group, "fr", row["source"], row[by], "engine", by=by, base=row["human"]))
    return found


def good_rows(data: Path, stem: str, part: int, count: int) -> list[Row]:
    """``good`` without the small model's rows."""
    return [row for row in good(data, stem, part, count) if row.good]


def by_group(rows: Sequence[Row]) -> list[list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return list(groups.values())


def training(data: Path) -> list[Row]:
    rows = demetr_train(data, 6)
    return rows + made(data, "flores/dev", 150, 5) + made(data, "wmt/newstest12", 150, 5)


def probing(data: Path) -> list[Row]:
    """Many more mistakes, for what needs the encoder only. No source of ``calibration`` or ``trial`` is among them."""
    rows = [row for name in ("de-train", "es-train", "it-train") for row in _demetr(data, name, None)]
    for stem, count in (("flores/dev", 300), ("wmt/newstest12", 300), ("wmt/newstest08", 150), ("wmt/newstest13", 150)):
        rows += made(data, stem, count, 6)
    return rows


def calibration(data: Path) -> list[Row]:
    """Good pairs nothing is fitted to; the benchmark tries other ones."""
    rows = good(data, "flores/dev", 1, 150) + good(data, "wmt/newstest13", 1, 150)
    return [row for number, group in enumerate(by_group(rows)) if number % 2 == 0 for row in group]


def trial(data: Path) -> list[Row]:
    """Good pairs and the small model's that were used neither for fitting nor for calibrating."""
    rows = good(data, "flores/dev", 1, 150) + good(data, "wmt/newstest13", 1, 150)
    return [row for number, group in enumerate(by_group(rows)) if number % 2 == 1 for row in group]

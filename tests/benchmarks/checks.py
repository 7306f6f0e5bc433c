"""How often each check fires on good and on damaged translations, and how fast it is.

    python -m tests.benchmarks.checks [--examples CODE] [--limit N]

Reads the data folder (TRANSLATOR_GUI_DATA): FLORES, WMT and DEMETR; says so when it is not there.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.conftest import SHARED_DATA
from translator_gui.checks.catalogue import CHECKS
from translator_gui.checks.codes import reasons
from translator_gui.checks.runner import run_checks
from translator_gui.domain.finding import Finding
from translator_gui.domain.score import Pair

GOOD = {
    "flores human": ("flores/dev.fr", "flores/dev.en"),
    "flores google": ("flores/dev.fr", "flores/dev.google.en"),
    "flores microsoft": ("flores/dev.fr", "flores/dev.microsoft.en"),
    "wmt13 google": ("wmt/newstest13.fr", "wmt/newstest13.google.en"),
    "wmt13 human": ("wmt/newstest13.fr", "wmt/newstest13.en"),
}


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def good_sets(folder: Path, limit: int) -> dict[str, list[Pair]]:
    sets = {}
    for name, (source, target) in GOOD.items():
        rows = zip(lines(folder / source), lines(folder / target), strict=False)
        sets[name] = [Pair(str(i), s, t) for i, (s, t) in enumerate(rows) if s.strip()][:limit]
    rows = demetr(folder)
    unique = {row["src_sent"]: row for row in rows}
    sets["demetr mt"] = [Pair(str(i), r["src_sent"], r["mt_sent"]) for i, r in enumerate(unique.values())]
    sets["demetr human"] = [Pair(str(i), r["src_sent"], r["eng_sent"]) for i, r in enumerate(unique.values())]
    return sets


def demetr(folder: Path) -> list[dict[str, str]]:
    text = (folder / "demetr" / "fr-dev.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def share(results: Sequence[Iterable[Finding]], hard: bool | None = None) -> dict[str, float]:
    """code -> percent of the pairs it fired on."""
    count: Counter[str] = Counter()
    for findings in results:
        count.update({f.code for f in findings if hard is None or f.hard == hard})
    return {code: 100 * n / max(1, len(results)) for code, n in count.items()}


def print_good(sets: dict[str, list[Pair]], examples: str) -> None:
    results = {name: run_checks(pairs) for name, pairs in sets.items()}
    print("\nfires on good translations, % of segments (h: hard)")
    print(f"{'code':24}" + "".join(f"{name:>17}" for name in sets))
    tables = {name: share(found) for name, found in results.items()}
    for code, entry in reasons().items():
        if any(code in table for table in tables.values()):
            row = "".join(f"{tables[name].get(code, 0):17.2f}" for name in sets)
            print(f"{code:22}{'h ' if entry.hard else '  '}{row}")
    for title, hard in (("any hard", True), ("any", None)):
        row = "".join(
            f"{100 * sum(any(f.hard or hard is None for f in found) for found in results[name]) / len(pairs):17.2f}"
            for name, pairs in sets.items()
        )
        print(f"{title:24}{row}")
    if examples:
        for name, pairs in sets.items():
            for pair, found in zip(pairs, results[name], strict=False):
                for f in found:
                    if f.code.startswith(examples):
                        print(
                            f"[{name}] {f.code} {'HARD' if f.hard else ''}: {f.message}\n"
                            f"   S {pair.source}\n   T {pair.target}"
                        )


def print_perturbed(folder: Path, examples: str) -> None:
    rows = demetr(folder)
    good = run_checks([Pair(str(i), r["src_sent"], r["mt_sent"]) for i, r in enumerate(rows)])
    bad = run_checks([Pair(str(i), r["src_sent"], r["pert_sent"]) for i, r in enumerate(rows)])
    new: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    hard: Counter[str] = Counter()
    for row, g, b in zip(rows, good, bad, strict=False):
        kind = f"{row['severity']} {row['pert_name'].split('_', 1)[1]}"
        total[kind] += 1
        before = {f.code for f in g}
        codes = {f.code for f in b if f.code not in before}
        caught[kind] += bool(codes)
        hard[kind] += any(f.hard for f in b if f.code not in before)
        new[kind].update(codes)
        if examples == f"miss:{row['pert_name']}" and not codes:
            print(f"MISSED {row['pert_name']}\n   S {row['src_sent']}\n   G {row['mt_sent']}\n   P {row['pert_sent']}")
    print("\nfires on perturbed and not on the same pair before: % any, % hard, reasons")
    for kind in sorted(total):
        reasons_ = ", ".join(f"{code} {n}" for code, n in new[kind].most_common(5))
        print(f"{kind:36}{100 * caught[kind] / total[kind]:6.0f}{100 * hard[kind] / total[kind]:6.0f}   {reasons_}")


def print_speed(pairs: list[Pair]) -> None:
    print(f"\nsegments a second on one core, {len(pairs)} news segments (each check alone; warm)")
    run_checks(pairs)
    for name in CHECKS:
        others = [other for other in CHECKS if other != name]
        start = time.process_time()
        run_checks(pairs, muted=others)
        print(f"{name:24}{len(pairs) / max(1e-9, time.process_time() - start):12,.0f}")
    start = time.process_time()
    run_checks(pairs)
    print(f"{'all':24}{len(pairs) / (time.process_time() - start):12,.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", default="", help="print the pairs on which codes that start so fire")
    parser.add_argument("--limit", type=int, default=100_000)
    parser.add_argument("--no-speed", action="store_true")
    options = parser.parse_args()
    if not SHARED_DATA.is_dir():
        raise SystemExit("The data folder is not here: set TRANSLATOR_GUI_DATA to measure.")
    sets = good_sets(SHARED_DATA, options.limit)
    print_good(sets, options.examples)
    print_perturbed(SHARED_DATA, options.examples)
    if not options.no_speed:
        print_speed(sets["wmt13 google"][:1500])


if __name__ == "__main__":
    main()

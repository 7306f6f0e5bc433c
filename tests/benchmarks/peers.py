"""Beside others' programs, in one run on the same texts: ``python -m tests.benchmarks.peers [--venv FOLDER]``

    python -m venv FOLDER && FOLDER/bin/pip install translate-toolkit galechurch

What is not installed there is left out, and said. Each peer runs in a process of its own. Figures are CPU seconds (user
and system, start-up taken off), so that a busy machine matters little; "ratio" is ours by theirs.

- checks: those of pofilter's kind (CHEAP below; its numbers are figures only, ours also words, units and dates, half of
  the time), beside pofilter's own tests of the same kind and beside all it does by default, on news pairs.
- alignment: the aligner without a model beside galechurch (Rust), on books with gold alignments; with strict F1.
- chrF++ and TER: what the scorer's signal ``agreement`` costs, beside sacrebleu's own loop over the same pairs.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.alignment_measure import Links, f1, links, read_cases
from tests.benchmarks.checks import lines
from tests.conftest import SHARED_DATA
from translator_gui.alignment.aligner import TextAligner
from translator_gui.checks.catalogue import CHECKS
from translator_gui.checks.runner import run_checks
from translator_gui.domain.score import Pair
from translator_gui.kit.jobs import JobContext
from translator_gui.scoring.agreement import AgreementSignal

CHEAP = (
    "presence", "length", "numbers", "number-format", "sentences", "quotations", "brackets", "questions", "repeats",
    "paired-marks", "spacing", "marks", "edges", "guillemets", "characters", "capitals", "acronyms", "placeables",
)  # fmt: skip
LIKE = (
    "blank", "untranslated", "unchanged", "long", "short", "numbers", "sentencecount", "doublequoting", "singlequoting",
    "brackets", "doublewords", "doublespacing", "puncspacing", "endpunc", "startpunc", "startwhitespace",
    "endwhitespace", "startcaps", "simplecaps", "acronyms", "variables", "xmltags", "validchars",
)  # fmt: skip
TARGET, AGREED = 20_000, 300  # segments a second and core for the cheap checks; pairs compared with a candidate
# Runs in the peer's Python: lists of sentences in, beads and seconds out.
GALECHURCH = """
import json, sys, time, galechurch
cases, start = json.load(sys.stdin), time.process_time()
found = [galechurch.align(*case).beads for case in cases]
spent = time.process_time() - start
beads = [[[b.source_start, b.source_end, b.target_start, b.target_end] for b in beads] for beads in found]
json.dump({"seconds": spent, "beads": beads}, sys.stdout)
"""


def told(name: str, count: int, seconds: float, ours: float = 0.0, note: str = "") -> float:
    """A line of the table; returns how many a second."""
    rate = count / max(seconds, 1e-9)
    ratio = f"{ours / rate:7.2f}" if ours else f"{'':7}"
    print(f"{name:<52}{rate:12,.0f} /s {ratio}  {note}", flush=True)
    return rate


def best(work: Callable[[], object], times: int = 5) -> float:
    """CPU seconds of the quickest run: whoever else is on the machine only ever adds to them."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


# -- checks --------------------------------------------------------------------------------------------------------


def write_po(path: Path, pairs: list[Pair]) -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    units = (f"msgctxt {_quoted(p.id)}\nmsgid {_quoted(p.source)}\nmsgstr {_quoted(p.target)}\n" for p in pairs)
    path.write_text(head + "\n".join(units), encoding="utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def pofilter_seconds(program: Path, source: Path, tests: tuple[str, ...]) -> float:
    named = [f"--test={test}" for test in tests]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as folder:
        command = [str(program), *named, "--progress=none", str(source), f"{folder}/out.po"]
        subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare_checks(peers: Path, pairs: list[Pair]) -> None:
    run_checks(pairs)  # word lists are read at first use
    ours = 0.0
    for title, left_out in (("", ()), (", but numbers", ("numbers",))):
        chosen = [name for name in CHEAP if name not in left_out]
        others = [name for name in CHECKS if name not in chosen]
        spent = best(lambda others=others: run_checks(pairs, muted=others))
        verdict = f"target {TARGET:,} /s  {'ok' if len(pairs) / spent >= TARGET else 'MISSED'}"
        rate = told(f"checks: ours of pofilter's kind{title} ({len(chosen)})", len(pairs), spent, note=verdict)
        ours = ours or rate
    told(
        f"checks: all of ours ({len(CHECKS.names())})",
        len(pairs),
        best(lambda: run_checks(pairs), 2),
        note="for comparison",
    )
    program = peers / "bin" / "pofilter"
    if not program.exists():
        print("pofilter is not installed (see --help): left out")
        return
    with tempfile.TemporaryDirectory() as folder:
        whole, one = Path(folder) / "pairs.po", Path(folder) / "one.po"
        write_po(whole, pairs)
        write_po(one, pairs[:1])
        for name, tests in ((f"its {len(LIKE)} tests of the kind", LIKE), ("all it does by default", ())):
            spent = min(pofilter_seconds(program, whole, tests) for _ in range(2))
            spent -= pofilter_seconds(program, one, tests)
            told(f"checks: pofilter, {name}", len(pairs), spent, ours)


# -- alignment -----------------------------------------------------------------------------------------------------


def compare_alignment(peers: Path) -> None:
    cases = read_cases(SHARED_DATA / "alignment", "transread/*.gold")
    aligner, count = TextAligner(), sum(len(case.source) + len(case.target) for case in cases)

    def run() -> list[list[Links]]:
        return [links(aligner.align(case.source, case.target, JobContext())) for case in cases]

    strict, _ = f1([(case.gold, found) for case, found in zip(cases, run(), strict=True)])
    ours = told("alignment: ours, without a model (sentences)", count, best(run, 2), note=f"strict F1 {strict:.3f}")
    python = peers / "bin" / "python"
    given = json.dumps([[case.source, case.target] for case in cases])
    done = (
        subprocess.run([str(python), "-c", GALECHURCH], input=given, capture_output=True, text=True)
        if python.exists()
        else None
    )
    if done is None or done.returncode:
        print("galechurch is not installed (see --help): left out")
        return
    answer = json.loads(done.stdout)
    found = [[(tuple(range(a, b)), tuple(range(c, d))) for a, b, c, d in beads] for beads in answer["beads"]]
    strict, _ = f1([(case.gold, beads) for case, beads in zip(cases, found, strict=True)])
    told("alignment: galechurch", count, answer["seconds"], ours, f"strict F1 {strict:.3f}")


# -- chrF++ and TER ------------------------------------------------------------------------------------------------


def compare_metrics(pairs: list[Pair], candidates: list[str]) -> None:
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    asked = [Pair(p.id, p.source, p.target, candidates=(c,)) for p, c in zip(pairs, candidates, strict=True)]
    chrf, ter = CHRF(word_order=2), TER(normalized=True, case_sensitive=False)

    def theirs() -> None:
        for pair in asked:
            chrf.sentence_score(pair.target, [pair.candidates[0]])
            ter.sentence_score(pair.target, [pair.candidates[0]])

    ours = told(
        "chrF++ and TER: our signal", len(asked), best(lambda: AgreementSignal().measure(asked, JobContext()), 3)
    )
    told("chrF++ and TER: sacrebleu's own loop", len(asked), best(theirs, 3), ours)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, default=Path(sys.prefix), help="where the peers are installed")
    given = parser.parse_args()
    if not SHARED_DATA.is_dir():
        raise SystemExit("The data folder is not here: set TRANSLATOR_GUI_DATA to measure.")
    news = [lines(SHARED_DATA / "wmt" / f"newstest13.{end}") for end in ("fr", "google.en", "microsoft.en")]
    rows = [row for row in zip(*news, strict=False) if all(map(str.strip, row))]
    pairs = [Pair(str(number), source, target) for number, (source, target, _) in enumerate(rows)]
    print(
        f"{len(pairs):,} news segments; one core; load of the machine {os.getloadavg()[0]:.1f}; ratio: ours by theirs"
    )
    compare_checks(given.venv, pairs)
    compare_alignment(given.venv)
    compare_metrics(pairs[:AGREED], [other for _, _, other in rows[:AGREED]])


if __name__ == "__main__":
    main()

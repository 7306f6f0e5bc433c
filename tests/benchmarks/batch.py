"""Batches at length: memory and speed over many small articles, and what a second process brings.

python -m tests.benchmarks.batch curve [--articles 10000] [--profile rules]
python -m tests.benchmarks.batch jobs [--articles 60] [--profile fast]

curve: one worker process; a line for each tenth: its memory, and its CPU time for each article of that tenth.
jobs: the same articles with --jobs 1 and --jobs 2, embeddings on. Time on the clock counts on a machine that does
nothing else; CPU times, which hold on a busy one as well, say what the clock would show: the longest of the workers
and of the parent, which writes the files.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.pipeline.made_articles import make_pairs
from translator_gui.domain.batch import ArticleLine
from translator_gui.kit.jobs import JobContext
from translator_gui.kit.settings import Settings
from translator_gui.pipeline.batch_inputs import plan
from translator_gui.pipeline.batch_recipe import BatchRecipe, Dedupe, Filters
from translator_gui.pipeline.executors import Processes
from translator_gui.pipeline.run_batch import Pace, run_batch

_TICKS = os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> tuple[float, float]:
    """(resident memory, its peak), from /proc."""
    found = {"VmRSS": 0.0, "VmHWM": 0.0}
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        name, _, value = line.partition(":")
        if name in found:
            found[name] = float(value.split()[0]) / 1024
    return found["VmRSS"], found["VmHWM"]


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def recipe_of(profile: str, aligner: str) -> BatchRecipe:
    return BatchRecipe(
        engine="none",
        scorer=profile,
        aligner=aligner,
        formats=("tmx",),
        corpora=("tmx", "jsonl"),
        filters=Filters(dedupe=Dedupe.NEAR),
    )


@contextmanager
def articles(count: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLATOR_GUI_HOME"] = str(Path(folder) / "home")
        make_pairs(Path(folder) / "in", count, every=500)
        yield Path(folder)


def curve(count: int, profile: str) -> None:
    recipe, executor = recipe_of(profile, "fast"), Processes(1)
    step, last = max(1, count // 10), [0.0]

    def watch(line: ArticleLine, pace: Pace) -> None:
        if pace.done == 1:
            last[0] = cpu_seconds(executor.pids[0])
        if pace.done % step == 0 and executor.pids:
            now, (resident, peak) = cpu_seconds(executor.pids[0]), megabytes(executor.pids[0])
            mine = megabytes(os.getpid())[0]
            milliseconds = (now - last[0]) * 1000 / (step - (pace.done == step))
            print(f"{pace.done:>8,} {resident:>10.0f} {peak:>10.0f} {mine:>10.0f} {milliseconds:>14.1f}", flush=True)
            last[0] = now

    with articles(count) as folder:
        items = plan([folder / "in"], folder / "out", recipe.formats)
        print(f"{count:,} articles of 4 sentences, profile {profile}; memory in MB")
        print(f"{'done':>8} {'worker':>10} {'its peak':>10} {'parent':>10} {'CPU-ms/article':>14}")
        report = run_batch(items, recipe, Settings(), folder / "out", executor, JobContext(), watch)
    print(f"pairs {report.totals.pairs:,}, failed {report.totals.failed}, {report.rate:.1f} articles/s on the clock")
    print(f"parent's peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, corpora and summary made")


def jobs(count: int, profile: str) -> None:
    print(f"{count} articles of 4 sentences, profile {profile}, alignment by meaning; seconds, models loaded before")
    print(f"{'jobs':>5} {'clock':>8} {'parent CPU':>11} {'workers CPU':>24} {'longest CPU':>12}")
    with articles(count) as folder:
        longest, clocks = [], []
        for number in (1, 2):
            clock, parent, workers = _timed(folder, number, count, profile)
            longest.append(max([parent, *workers]))
            clocks.append(clock)
            told = " + ".join(f"{seconds:.1f}" for seconds in workers)
            print(f"{number:>5} {clock:>8.1f} {parent:>11.2f} {told:>24} {longest[-1]:>12.1f}", flush=True)
    print(f"speed-up by CPU time {longest[0] / longest[1]:.2f}, by the clock {clocks[0] / clocks[1]:.2f}")
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


def _timed(folder: Path, number: int, count: int, profile: str) -> tuple[float, float, list[float]]:
    """From the moment every worker has done an article: clock, the parent's CPU time and each worker's."""
    recipe, executor = recipe_of(profile, "full"), Processes(number)
    out = folder / f"out-{number}"
    warm, start, end = 2 * number, {}, {}

    def watch(line: ArticleLine, pace: Pace) -> None:
        if pace.done == warm:
            start.update({pid: cpu_seconds(pid) for pid in executor.pids}, clock=time.monotonic(), parent=_own())
        elif pace.done == count:
            end.update({pid: cpu_seconds(pid) for pid in executor.pids}, clock=time.monotonic(), parent=_own())

    run_batch(plan([folder / "in"], out, recipe.formats), recipe, Settings(), out, executor, JobContext(), watch)
    scale = count / (count - warm)
    spent = {name: (end[name] - start[name]) * scale for name in start}
    return spent.pop("clock"), spent.pop("parent"), list(spent.values())


def _own() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("curve", "jobs"))
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--profile", default="")
    arguments = parser.parse_args()
    if arguments.what == "curve":
        curve(arguments.articles or 10_000, arguments.profile or "rules")
    else:
        jobs(arguments.articles or 60, arguments.profile or "fast")
    return 0


if __name__ == "__main__":
    sys.exit(main())

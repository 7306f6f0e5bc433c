"""A large TMX as a stream: python -m tests.benchmarks.tmx [--units 1000000]

Writes and reads it back, each in a process of its own, and prints the time and the most memory each has taken.
Target: 1,000,000 units under 300 MB.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from translator_gui.domain.unit import TranslationUnit

_UNIT = resource.RUSAGE_SELF


def units(count: int) -> Iterator[TranslationUnit]:
    for n in range(count):
        yield TranslationUnit(
            f"La phrase numéro {n} de l’article dit que le port de Kermoran est fermé depuis {n % 90} jours.",
            f"Sentence {n} of the article says that the port of Kermoran has been closed for {n % 90} days.",
            by="Anna", created="2026-03-14T09:26:53+00:00", origin="article",
        )  # fmt: skip


def write(path: Path, count: int) -> int:
    from translator_gui.memory.tmx import write_units

    with path.open("wb") as out:
        return write_units(units(count), out)


def read(path: Path, count: int) -> int:
    from translator_gui.formats.xml_reading import elements
    from translator_gui.memory.tmx import ENDS, STARTS, read_units

    with path.open("rb") as handle:
        return sum(1 for _ in read_units(elements(handle, path.name, STARTS, ENDS), path.name))


def _measured(work: Callable[[Path, int], int], path: Path, count: int, answer: Any) -> None:
    start = time.process_time()
    done = work(path, count)
    answer.send((done, time.process_time() - start, _most_megabytes()))


def _most_megabytes() -> float:
    """The peak of this program. On Linux getrusage also counts what the parent held when it started us."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return resource.getrusage(_UNIT).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return next(int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmHWM"))


def measure(work: Callable[[Path, int], int], path: Path, count: int) -> tuple[int, float, float]:
    """(units, CPU seconds, MB at most), in a fresh process."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_measured, args=(work, path, count, there))
    child.start()
    there.close()
    result: tuple[int, float, float] = here.recv()
    child.join()
    return result


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--units", type=int, default=1_000_000)
    count = arguments.parse_args().units
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.tmx"
        for name, work in (("written", write), ("read", read)):
            done, seconds, most = measure(work, path, count)
            size = os.path.getsize(path) / 1e6
            print(f"{name:8} {done:>9,} units  {seconds:6.1f} CPU s  {most:6.0f} MB at most  (file {size:,.0f} MB)")


if __name__ == "__main__":
    main()

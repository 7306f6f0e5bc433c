"""Fuzzy lookup in a memory of 100,000 units: ``python -m tests.benchmarks.memory``. Wanted: under 50 ms a query."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from translator_gui.domain.language import FR_EN
from translator_gui.domain.unit import TranslationUnit
from translator_gui.memory.store import MemoryStore

UNITS, QUERIES = 100_000, 50


def _edited(memory: MemoryStore, sources: list[str], rng: random.Random) -> int:
    """How many of QUERIES sources are still found after words were replaced until 70–80 % of the text is left."""
    found = tried = 0
    while tried < QUERIES:
        source = rng.choice(sources)
        words = source.split()
        while (alike := Levenshtein.normalized_similarity(source, " ".join(words))) > 0.8:
            words[rng.randrange(len(words))] = f"autre{rng.randint(0, 999)}"
        if alike > 0.71:
            tried += 1
            found += any(match.unit.source == source for match in memory.lookup(" ".join(words), FR_EN))
    return found


def main() -> None:
    rng = random.Random(7)
    words = [f"mot{n}" for n in range(3000)]
    sources = [" ".join(rng.choices(words, k=rng.randint(6, 30))) for _ in range(UNITS)]
    with tempfile.TemporaryDirectory() as folder:
        memory = MemoryStore(Path(folder) / "memory.sqlite")
        start = time.perf_counter()
        memory.add(TranslationUnit(source, source.upper()) for source in sources)
        print(f"add {UNITS} units        {time.perf_counter() - start:6.2f} s")
        start = time.perf_counter()
        memory.lookup(sources[0], FR_EN)
        print(f"first lookup (index)    {time.perf_counter() - start:6.2f} s")
        times, found = [], 0
        for source in rng.sample(sources, QUERIES):
            start = time.process_time()
            found += memory.lookup(source[:-4] + "encore", FR_EN)[0].unit.source == source
            times.append((time.process_time() - start) * 1000)
        print(
            f"fuzzy lookup            {statistics.median(times):6.1f} ms CPU median, {max(times):.1f} worst (wanted 50)"
        )
        print(f"edited to 70–80 %       {_edited(memory, sources, rng)}/{QUERIES} found")
        print(f"right unit found first  {found}/{QUERIES}")
        memory.close()


if __name__ == "__main__":
    main()

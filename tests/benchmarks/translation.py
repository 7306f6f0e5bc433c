"""How well and how fast each offline engine translates.

    python -m tests.benchmarks.translation [--sentences N] [--engines pivot,local,offline] [--ranker]

Prints chrF and BLEU (sacrebleu, with signatures) and seconds a segment on the first N sentences of newstest13 from the
data folder (TRANSLATOR_GUI_DATA), and, when TRANSLATOR_GUI_REFERENCE names a file, on the article in that folder
against it: one English segment a line, as many as the article has segments that are not debris.
Quotation marks are made straight on both sides before scoring: references differ in nothing but their style.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from pathlib import Path

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from tests.conftest import SHARED_DATA
from translator_gui.domain.candidate import TranslationRequest
from translator_gui.domain.protocols import TranslationEngine
from translator_gui.engines.catalogue import Ranker, build_engine
from translator_gui.kit.jobs import JobContext

ARTICLE = "articles/putin-wang-moscow.fr.txt"
_QUOTES = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "«": '"', "»": '"'})
_BATCH = 10


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def article_segments(path: Path) -> list[str]:
    """The article as the program segments it, debris left out."""
    from translator_gui.pipeline.intake import read_file

    return [segment.source for segment in read_file(path).article.segments if not segment.excluded]


def translate(engine: TranslationEngine, sources: Sequence[str]) -> tuple[list[str], int, float, float]:
    """(best candidates, how many of them are in doubt, seconds, CPU seconds of this process)."""
    ctx = JobContext()
    best: list[str] = []
    doubted = 0
    wall, cpu = time.perf_counter(), time.process_time()
    for start in range(0, len(sources), _BATCH):
        batch = []
        for index in range(start, min(start + _BATCH, len(sources))):
            before = tuple(zip(sources[max(0, index - 2) : index], best[max(0, index - 2) : index], strict=False))
            batch.append(TranslationRequest(str(index), sources[index], previous=before))
        for proposal in engine.translate(batch, ctx):
            best.append(proposal.candidates[0].text if proposal.candidates else "")
            doubted += bool(proposal.candidates and proposal.candidates[0].doubts)
    return best, doubted, time.perf_counter() - wall, time.process_time() - cpu


def report(name: str, what: str, engine: TranslationEngine, sources: Sequence[str], references: Sequence[str]) -> None:
    best, doubted, wall, cpu = translate(engine, sources)
    hypotheses = [text.translate(_QUOTES) for text in best]
    plain = [[text.translate(_QUOTES) for text in references]]
    chrf, bleu = CHRF(), BLEU()
    scores = chrf.corpus_score(hypotheses, plain), bleu.corpus_score(hypotheses, plain)
    empty = sum(not text for text in best)
    print(
        f"{what:10} {name:8} chrF {scores[0].score:5.1f}  BLEU {scores[1].score:5.1f}  "
        f"{wall / len(sources):6.2f} s a segment ({cpu / len(sources):.2f} s CPU here)  "
        f"in doubt {doubted}  empty {empty}  of {len(sources)}",
        flush=True,
    )
    print(f"{'':10} {chrf.get_signature()} | {bleu.get_signature()}")


def ranker() -> Ranker:
    """The scorer the program ranks with."""
    from translator_gui.kit.settings import Settings
    from translator_gui.pipeline.workshop import Workshop

    return Workshop(Settings()).scorer().score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=50)
    parser.add_argument("--engines", default="firefox,pivot,local,offline")
    parser.add_argument("--candidates", type=int, default=2)
    parser.add_argument("--ranker", action="store_true", help="rank offline's candidates with the scorer, too")
    wanted = parser.parse_args()
    if not SHARED_DATA.is_dir():
        print("The data folder is not here (set TRANSLATOR_GUI_DATA): nothing to measure.")
        return
    sets = {}
    source, target = (lines(SHARED_DATA / f"wmt/newstest13.{language}") for language in ("fr", "en"))
    sets["newstest13"] = source[: wanted.sentences], target[: wanted.sentences]
    reference = os.environ.get("TRANSLATOR_GUI_REFERENCE")
    if reference:
        segments, english = article_segments(SHARED_DATA / ARTICLE), lines(Path(reference))
        if len(segments) == len(english):
            sets["article"] = segments, english
        else:
            print(f"The reference has {len(english)} lines, the article {len(segments)} segments: left out.")
    else:
        print("TRANSLATOR_GUI_REFERENCE is not set: the article is not measured.")
    options = {"candidates": wanted.candidates, "threads": 1}
    for name in wanted.engines.split(","):
        own = options if name == "local" else {"local": options} if name == "offline" else {}
        engine = build_engine(name, own, ranker=ranker() if wanted.ranker and name == "offline" else None, cache=False)
        if engine.availability().ok:
            for what, (sources, references) in sets.items():
                report(name, what, engine, sources, references)
        else:
            print(f"{name}: {engine.availability().why}")
        engine.close()


if __name__ == "__main__":
    main()

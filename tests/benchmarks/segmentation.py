"""Segmentation: wrong cases and speed. ``python -m tests.benchmarks.segmentation [CASES.jsonl]``

A case is wrong when a required end is missing, or an end is neither required nor optional. Line ends and the end of
the text are not counted. Speed: UTF-8 megabytes a second of CPU time, median of five runs, one core.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import SHARED_DATA
from translator_gui.kit.paths import resource
from translator_gui.segmentation.default import segmenter

_ROUNDS, _BYTES = 5, 2_000_000


def wrong_cases(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """id, texts before the missing ends, texts before the ends too many."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        text = case["text"]
        ends = {span.end for span in segmenter().spans(text, case["lang"])}
        ends = {end for end in ends if end < len(text) and "\n" not in text[end : end + 2]}
        missing = set(case["required"]) - ends
        extra = ends - set(case["required"]) - set(case["optional"])
        if missing or extra:
            yield case["id"], [text[:e][-25:] for e in sorted(missing)], [text[:e][-25:] for e in sorted(extra)]


def megabytes_a_second(text: str, language: str) -> float:
    size = len(text.encode())
    text = (text + "\n\n") * max(1, _BYTES // size)
    size = len(text.encode())
    speeds = []
    segmenter().spans("Un mot. Deux mots.", language)
    for _ in range(_ROUNDS):
        start = time.process_time()
        segmenter().spans(text, language)
        speeds.append(size / 1e6 / (time.process_time() - start))
    return statistics.median(speeds)


def _texts() -> Iterator[tuple[str, str, str]]:
    for path in sorted(resource("samples").glob("*.txt")):
        yield path.name, path.name.split(".")[-2], path.read_text(encoding="utf-8")
    for name, language in (("wmt/newstest13.fr", "fr"), ("wmt/newstest13.en", "en")):
        path = SHARED_DATA / name
        if path.is_file():
            yield f"{name}, a sentence a line", language, path.read_text(encoding="utf-8")
            lines = path.read_text(encoding="utf-8").splitlines()
            groups = (" ".join(lines[n : n + 4]) for n in range(0, len(lines), 4))
            yield f"{name}, paragraphs", language, "\n\n".join(groups)


def main(arguments: list[str]) -> int:
    path = Path(arguments[0]) if arguments else SHARED_DATA / "segmentation" / "cases.jsonl"
    if path.is_file():
        count = len(path.read_text(encoding="utf-8").splitlines())
        wrong = list(wrong_cases(path))
        print(f"wrong: {len(wrong)} of {count}")
        for name, missing, extra in wrong:
            print(f"  {name}: missing {missing}, too many {extra}")
    else:
        print(f"no cases at {path} (set TRANSLATOR_GUI_DATA)")
    for name, language, text in _texts():
        print(f"{megabytes_a_second(text, language):6.1f} MB/s  {language}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

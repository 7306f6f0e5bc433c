"""The child's side: a Firefox translation model asked line by line. Run as __main__ by child.py, never imported by it.

Every answer is written by the main thread (the library panics in others). The alarm is the kernel's: it ends this
process even while the library holds the global lock and the parent is gone.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import IO, Any

_GRACE = 5  # seconds past the parent's own limit


def _load(start: dict[str, Any]) -> Any:
    import fxtranslate

    model, source, target, shortlist = (
        Path(start[name]).read_bytes() if start.get(name) else None
        for name in ("model", "source_vocab", "target_vocab", "shortlist")
    )
    if model is None or source is None:
        raise ValueError("a model and a vocabulary are needed")
    return fxtranslate.Translator(model, source, target if target is not None else source, shortlist)


def _alarm(seconds: float) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(int(seconds) + _GRACE if seconds else 0)


def _translate(translator: Any, question: dict[str, Any]) -> dict[str, Any]:
    _alarm(float(question.get("timeout", 60)))
    try:
        return {"texts": [translator.translate(text) for text in question["texts"]]}
    finally:
        _alarm(0)


def serve(source: IO[str], sink: IO[str]) -> None:
    """First line: the files. Then {"texts": […]} -> {"texts": […]} until the input ends."""

    def say(answer: dict[str, Any]) -> None:
        sink.write(json.dumps(answer) + "\n")
        sink.flush()

    translator = None
    for line in source:
        question = json.loads(line)
        if translator is None:
            try:
                translator = _load(question)
            except (OSError, ValueError, ImportError) as error:
                say({"error": "The translation model could not be loaded.", "hint": f"Get it again. ({error})"})
                return
            say({"ok": True})
        else:
            say(_translate(translator, question))


if __name__ == "__main__":
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's: it cancels, then kills us
    serve(sys.stdin, sys.stdout)

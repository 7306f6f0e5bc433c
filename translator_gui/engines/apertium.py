"""Apertium, an outside program: many texts through one run of a direction, its inner stream open to table edits.

A direction (a "mode") is a pipe of small programs in a text file that Apertium's packages install. The pipe is cut at
the places a chain's edits name, run piece by piece, and the edits are made on the stream between: that is where tense
and part of speech are still tags, so that a change of tag inflects right.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..kit.errors import EngineError
from ..kit.jobs import JobContext
from .edits import Edits

_BREAK = "\n\n"
_POLL = 0.05
_ANALYSIS, _GENERATION = "apertium-pretransfer", "lt-proc $1"


def program() -> str | None:
    """The path of the program, None when it is not installed."""
    return shutil.which("apertium")


def data_folder() -> Path:
    """Where its packages put their data (APERTIUM_DATADIR moves it, as for the program itself)."""
    return Path(os.environ.get("APERTIUM_DATADIR", "/usr/share/apertium"))


def directions(folder: Path | None = None) -> list[str]:
    """The installed directions, sorted: "es-pt", "fr-es" …"""
    return sorted(path.stem for path in ((folder or data_folder()) / "modes").glob("*.mode"))


@dataclass(frozen=True)
class Direction:
    """analysis: edits on the stream before transfer; generation: before words are inflected.

    Both see lemmas with tags: ``^haber<vbhaver><pri><p3><sg>$``.
    """

    name: str
    analysis: Edits = field(default_factory=Edits)
    generation: Edits = field(default_factory=Edits)
    timeout: float = 60.0

    def translate(self, texts: Sequence[str], ctx: JobContext) -> list[str]:
        """Each text (one line) in the other language. Unknown words keep Apertium's marks: ``*word``, ``@``, ``#``.

        Raises EngineError, Cancelled.
        """
        lines = [re.sub(r"\s+", " ", text).strip() for text in texts]
        out = self._run(lines, ctx)
        if len(out) != len(lines):
            # A sign in one text confused the run: only that one may suffer.
            out = [_BREAK.join(self._run([line], ctx)) for line in lines]
        return [re.sub(r"\s+", " ", line).strip() for line in out]

    def _run(self, lines: Sequence[str], ctx: JobContext) -> list[str]:
        first, middle, last = self._pieces()
        until = time.monotonic() + self.timeout
        # The dot: without one a last line without a full stop is parsed together with nothing, and loses its end.
        stream = self._pipe(f"apertium-destxt | {first}", _BREAK.join(lines) + "\n", ctx, until)
        if middle:
            stream = self._pipe(middle, self.analysis.apply(stream), ctx, until)
        text = self._pipe(f"{last} | apertium-retxt", self.generation.apply(stream), ctx, until)
        return text.strip("\n").split(_BREAK)

    def _pieces(self) -> tuple[str, str, str]:
        """The mode's pipe: up to the transfer, the transfer, the generator."""
        path = data_folder() / "modes" / f"{self.name}.mode"
        try:
            pipe = path.read_text(encoding="utf-8").strip()
        except OSError as error:
            raise EngineError(f"Apertium has no direction {self.name}.", "Install its package.", str(error)) from error
        commands = [command.strip() for command in pipe.split(" | ")]
        starts = [i for i, command in enumerate(commands) if command.startswith(_ANALYSIS)]
        ends = [i for i, command in enumerate(commands) if command.startswith(_GENERATION)]
        begin, end = (starts or [0])[0], (ends or [len(commands)])[0]
        groups = (commands[:begin], commands[begin:end], commands[end:])
        first, middle, last = (" | ".join(group) or "cat" for group in groups)
        return tuple(_filled(group) for group in (first, middle, last))  # type: ignore[return-value]

    def _pipe(self, command: str, text: str, ctx: JobContext, until: float) -> str:
        process = subprocess.Popen(
            ["bash", "-c", f"set -o pipefail; {command}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # so that the whole pipe can be killed
            env=_environment(),
        )
        talk = _Talk(process, text.encode("utf-8"))
        try:
            while not talk.over(_POLL):
                ctx.check()
                if time.monotonic() > until:
                    raise EngineError(f"Apertium took longer than {self.timeout:g} seconds.", "Shorten the text.")
        except BaseException:
            _kill(process)
            raise
        out, errors = talk.result
        if process.returncode:
            detail = errors.decode("utf-8", "replace").strip()[-200:]
            raise EngineError("Apertium stopped with an error.", "Reinstall its packages.", detail)
        return out.decode("utf-8", "replace")


class _Talk(threading.Thread):
    """Feeds and drains a process. (Popen.communicate asked again after its timeout stops feeding: it would hang.)"""

    def __init__(self, process: subprocess.Popen[bytes], data: bytes) -> None:
        super().__init__(name="apertium", daemon=True)
        self._process, self._data, self.result = process, data, (b"", b"")
        self.start()

    def run(self) -> None:
        self.result = self._process.communicate(self._data)

    def over(self, seconds: float) -> bool:
        self.join(seconds)
        return not self.is_alive()


def _filled(command: str) -> str:
    """$1 and $2 are the generator's and the tagger's option in a mode file."""
    return command.replace("$1", "-g").replace("$2", "")


def _environment() -> Mapping[str, str]:
    # The tools read and write in the locale's encoding, whatever the desktop's is.
    return {**os.environ, "LC_ALL": "C.UTF-8"}


def _kill(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()
    process.wait()

"""A Firefox translation model on the disk: its files, and a child process that holds it."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from ..kit.errors import EngineError, InputError
from ..kit.jobs import JobContext
from .child import Child, ChildLost
from .splitting import Piece, pieces

# The model truncates at about 128 tokens without a word; 320 characters of French stay below it.
LONGEST_PIECE = 320


def installed() -> bool:
    """Is fxtranslate here?"""
    return importlib.util.find_spec("fxtranslate") is not None


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of one direction. target_vocab equals source_vocab for most pairs; shortlist may be absent."""

    model: Path
    source_vocab: Path
    target_vocab: Path
    shortlist: Path | None = None

    def signature(self) -> str:
        """Changes when a file is replaced (names, sizes, times; the contents were verified when they came)."""
        parts = []
        for path in (self.model, self.source_vocab, self.target_vocab, self.shortlist):
            if path is not None:
                stat = path.stat()
                parts.append(f"{path.name}:{stat.st_size}:{stat.st_mtime_ns}")
        return blake2b("|".join(parts).encode(), digest_size=6).hexdigest()

    def start(self) -> dict[str, str]:
        shortlist = {} if self.shortlist is None else {"shortlist": str(self.shortlist)}
        vocabularies = {"source_vocab": str(self.source_vocab), "target_vocab": str(self.target_vocab)}
        return {"model": str(self.model), **vocabularies, **shortlist}


def find_files(folder: Path, direction: str) -> ModelFiles:
    """The files of a direction ("fren") in a folder. Raises InputError saying which one is missing."""
    model = _one(folder, f"model.{direction}.*.bin", f"model.{direction}.intgemm.alphas.bin")
    shared = sorted(folder.glob(f"vocab.{direction}.spm"))
    source = shared or sorted(folder.glob(f"srcvocab.{direction}.spm"))
    target = shared or sorted(folder.glob(f"trgvocab.{direction}.spm"))
    if not source or not target:
        raise _missing(folder, f"vocab.{direction}.spm")
    shortlist = sorted(folder.glob(f"lex*.{direction}.s2t.bin"))
    return ModelFiles(model, source[0], target[0], shortlist[0] if shortlist else None)


def _one(folder: Path, pattern: str, usual: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise _missing(folder, usual)
    return found[0]


def _missing(folder: Path, name: str) -> InputError:
    return InputError(f"{name} is not in {folder}.", "Point the option “folder” to the folder with the model's files.")


class FirefoxModel:
    """Texts in, texts out, through a child process. Long texts go through in pieces, over-long words are copied."""

    def __init__(self, files: ModelFiles, timeout: float = 20.0) -> None:
        self._timeout = timeout
        self._child = Child("translator_gui.engines.firefox_worker", files.start())

    @property
    def pid(self) -> int | None:
        return self._child.pid

    def translate(self, text: str, ctx: JobContext) -> str:
        """One text. Raises EngineError, ChildLost, Cancelled."""
        parts = pieces(text, LONGEST_PIECE)
        wanted = [part.text for part in parts if not part.verbatim]
        if not wanted:
            return text
        question = {"texts": wanted, "timeout": self._timeout}
        answers = iter(self._child.ask(question, ctx, self._timeout)["texts"])
        return "".join(_joined(part, part.text if part.verbatim else str(next(answers))) for part in parts).strip()

    def translate_each(self, texts: Sequence[str], ctx: JobContext) -> list[str | EngineError]:
        """Every text, or why it could not be: one bad text does not cost the others."""
        out: list[str | EngineError] = []
        for text in texts:
            try:
                out.append(self.translate(text, ctx))
            except (ChildLost, EngineError) as error:
                out.append(error)
        return out

    def close(self) -> None:
        self._child.close()


def _joined(part: Piece, text: str) -> str:
    return text + part.gap

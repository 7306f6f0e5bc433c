"""A log file that never holds a key or article text.

Callers log ids, counts and names; the filter here is the last fence.
"""

from __future__ import annotations

import logging
import logging.handlers
import re
import traceback

from .paths import log_dir

_SECRETS: set[str] = set()
_KEY_LIKE = re.compile(
    r"(?i)((?:api[_-]?key|auth[_-]?key|key|token|authorization|password|secret)[\"']?\s*[=:]\s*[\"']?)"
    r"(?:Bearer\s+|DeepL-Auth-Key\s+)?[^\s\"'&,)]+"
)


def protect(secret: str) -> None:
    """From now on ``secret`` is replaced by *** in every log record and in redact()."""
    if len(secret) >= 4:
        _SECRETS.add(secret)


def redact(text: str) -> str:
    """``text`` without known secrets and without anything that looks like key=…"""
    for secret in _SECRETS:
        text = text.replace(secret, "***")
    return _KEY_LIKE.sub(r"\1***", text)


class _Redactor(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redact(record.getMessage()), ()
        error = record.exc_info[1] if record.exc_info else None
        record.exc_info, record.exc_text = None, trace(error) if error is not None else None
        return True


def trace(error: BaseException) -> str:
    """Where and what, for a maintainer: frames and the names of the exceptions, the causes first. What an exception
    says is left out: it may quote what was being translated."""
    cause = error.__cause__ or error.__context__
    lines = [trace(cause)] if cause is not None else []
    frames = traceback.extract_tb(error.__traceback__)
    lines += [f"  {_inside(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    kind = type(error)
    return redact("\n".join([*lines, f"{kind.__module__}.{kind.__qualname__}"]))


def _inside(filename: str) -> str:
    """The path from the package on: where the program is installed is nobody's business."""
    normal = filename.replace("\\", "/")
    for mark in ("/translator_gui/", "/site-packages/"):
        if mark in normal:
            return mark.strip("/").replace("site-packages", "") + "/" + normal.rsplit(mark, 1)[1]
    return normal.rsplit("/", 1)[-1]


def start_logging(level: int = logging.INFO) -> None:
    """One rotating file in the log folder, 1 MB × 3."""
    root = logging.getLogger("translator_gui")
    if root.handlers:
        return
    handler = logging.handlers.RotatingFileHandler(
        log_dir() / "translator-gui.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(_Redactor())
    root.addHandler(handler)
    root.setLevel(level)

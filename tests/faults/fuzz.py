"""Coverage-guided fuzzing of one importer: ``python -m tests.faults.fuzz FORMAT [CORPUS] [options of libFuzzer]``.

Needs ``pip install atheris``. CORPUS is a folder that keeps what reached new code; it starts with sound files of the
format. -max_total_time=60 bounds the run. Ends with the failing input when an importer raises anything but an AppError.
"""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["translator_gui.formats"]):
    import translator_gui.formats as room

    for module in pkgutil.iter_modules(room.__path__):
        importlib.import_module(f"{room.__name__}.{module.name}")
    from translator_gui.formats import catalogue

from translator_gui.kit.errors import AppError

from . import mutations


def main() -> None:
    format_id, *rest = sys.argv[1:]
    given = [Path(each) for each in rest if not each.startswith("-")]
    corpus = given[0] if given else Path(tempfile.gettempdir()) / f"translator-gui-corpus-{format_id}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(mutations.seeds(format_id)):
        (corpus / f"seed-{number}").write_bytes(data)
    importer = catalogue.importer(format_id)

    def one(data: bytes) -> None:
        with contextlib.suppress(AppError):
            importer.read(data, f"file.{format_id}", {})

    options = [each for each in rest if each.startswith("-")]
    atheris.Setup([sys.argv[0], str(corpus), "-rss_limit_mb=1000", "-timeout=10", *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

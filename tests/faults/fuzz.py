"""Coverage-guided fuzzing of one importer: ``python -m tests.faults.fuzz FORMAT [CORPUS] [options of libFuzzer]``.

Needs ``pip install atheris``. CORPUS is a folder that keeps what reached new code; it starts with sound files of the
format and with what earlier runs kept. -max_total_time=60 bounds the run. Ends with the failing input when an importer
raises anything but an AppError, takes over 5 s, or over 500 MB.

    python -m tests.faults.fuzz FORMAT CORPUS --keep

writes the fewest inputs of the folder that run what all of them run to ``corpora/``, where test_corpora.py tries them.
"""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import random
import resource
import sys
import tempfile
from pathlib import Path


def instrument() -> None:
    """Before anything imports them: the importers, and what they read with that is Python."""
    import atheris

    libraries = ["polib", "openpyxl", "markdown_it", "cssselect"]
    with atheris.instrument_imports(include=["translator_gui.formats", *libraries]):
        import translator_gui.formats as room

        for module in pkgutil.iter_modules(room.__path__):
            importlib.import_module(f"{room.__name__}.{module.name}")
        for name in (*libraries, "openpyxl.reader.excel"):  # some are imported at first use
            importlib.import_module(name)


def main() -> None:
    format_id, *rest = sys.argv[1:]
    if keeping := "--keep" in rest:
        rest.remove("--keep")
    else:
        instrument()
    from . import corpora

    given = [Path(each) for each in rest if not each.startswith("-")]
    corpus = given[0] if given else Path(tempfile.gettempdir()) / f"translator-gui-corpus-{format_id}"
    corpus.mkdir(parents=True, exist_ok=True)
    known = corpora.kept(format_id) if format_id in corpora.known() else []
    for number, data in enumerate([*corpora.seeds(format_id), *known]):
        (corpus / f"seed-{number}").write_bytes(data)
    if keeping:
        count = corpora.keep(format_id, [each.read_bytes() for each in corpus.iterdir()])
        print(f"{format_id}: {count} inputs kept of {len(list(corpus.iterdir()))}")
    else:
        fuzz(format_id, corpus, [each for each in rest if each.startswith("-")])


def fuzz(format_id: str, corpus: Path, options: list[str]) -> None:
    import atheris

    from translator_gui.formats import catalogue
    from translator_gui.kit.errors import AppError

    from . import corpora, mutations

    sound = corpora.seeds(format_id)
    importer = catalogue.importer(format_id)

    def one(data: bytes) -> None:
        with contextlib.suppress(AppError):
            importer.read(corpora.file_of(format_id, data), f"file.{format_id}", mutations.options(format_id, data))

    def other(data: bytes, longest: int, seed: int) -> bytes:
        """libFuzzer's own way, or one that knows the format; inside an archive the member's name is mostly kept."""
        chance = random.Random(seed)
        # All sound members run the same lines, so that libFuzzer keeps none of them.
        if corpora.is_archive(format_id) and chance.random() < 0.5:
            data = chance.choice(sound)
        if chance.random() < 0.4:
            return bytes(atheris.Mutate(data, longest))
        name, line, content = data.partition(b"\n") if corpora.is_archive(format_id) else (b"", b"", data)
        return (name + line + mutations.spoilt(content, chance))[:longest]

    one(sound[0])  # what is loaded at first use is not the input's memory
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 + 500
    limits = [f"-rss_limit_mb={megabytes}", "-timeout=5", f"-max_len={corpora.LONGEST}"]
    atheris.Setup([sys.argv[0], str(corpus), *limits, *options], one, custom_mutator=other)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

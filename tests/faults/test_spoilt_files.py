"""Spoilt files of every format: an importer answers with a document or a clear error, soon, and with text that a file
can hold. TRANSLATOR_GUI_FUZZ=5000 tries more of them, with TRANSLATOR_GUI_FUZZ_SEED for others."""

from __future__ import annotations

import os
import time
import traceback

import pytest

from translator_gui.formats.catalogue import IMPORTERS, importer
from translator_gui.kit.errors import AppError

from . import mutations

COUNT = int(os.environ.get("TRANSLATOR_GUI_FUZZ", "60"))
SEED = int(os.environ.get("TRANSLATOR_GUI_FUZZ_SEED", "1"))
SECONDS = 5.0


def test_every_importer_is_tried() -> None:
    assert mutations.formats() == list(IMPORTERS)


@pytest.mark.filterwarnings("ignore")  # what libraries mutter about broken files
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("format_id", mutations.formats())
def test_spoilt(format_id: str) -> None:
    for number, data in enumerate(mutations.cases(format_id, COUNT, SEED)):
        start = time.process_time()
        says = outcome(format_id, data)
        assert says == "", f"{format_id}, case {number} of seed {SEED}: {says}"
        assert time.process_time() - start < SECONDS, f"{format_id} {number} took too long"


@pytest.mark.parametrize(
    ("format_id", "data"),
    [
        ("html", b"<html><body><p>Le <t);>maire</t);> a <a href='x'>parl\xc3\xa9</a>.</p></body></html>"),
        ("html", b"<p><1>un</1> <:>deux</:></p>"),
    ],
)
def test_found_by_the_fuzzer(format_id: str, data: bytes) -> None:
    assert outcome(format_id, data) == ""


def outcome(format_id: str, data: bytes) -> str:
    """What is wrong with what the importer did; "" when all is well."""
    try:
        document = importer(format_id).read(data, f"file.{format_id}", mutations.options(format_id, data))
    except AppError as error:
        return "" if error.message and error.hint else f"no way out of {error.message!r}"
    except BaseException:  # noqa: BLE001 - what is looked for
        return traceback.format_exc()
    for segment in document.article.segments:
        try:
            segment.source.encode("utf-8")
        except UnicodeEncodeError:
            return f"a text no file can hold: {segment.source!r}"
    return ""

"""What the fuzzer kept (see fuzz.py), tried again: a document or a clear error, soon, and text that a file can hold."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from . import corpora, mutations
from .test_spoilt_files import SECONDS, outcome


@pytest.mark.filterwarnings("ignore")  # what libraries mutter about broken files
@pytest.mark.timeout(600)
@pytest.mark.parametrize("format_id", mutations.formats())
def test_kept(format_id: str) -> None:
    assert format_id in corpora.known(), f"run python -m tests.faults.fuzz {format_id}, then the same with --keep"
    for given in corpora.kept(format_id):
        start = time.process_time()
        says = outcome(format_id, corpora.file_of(format_id, given))
        assert says == "", f"{given!r}: {says}"
        assert time.process_time() - start < SECONDS, given


def test_an_input_for_an_archive_is_a_member_of_it() -> None:
    sound = corpora.file_of("docx", b"")
    spoilt = corpora.file_of("docx", b"word/document.xml\n<w:document/>")
    more = corpora.file_of("docx", b"../../x\nboo")
    assert outcome("docx", sound) == outcome("docx", spoilt) == outcome("docx", more) == ""
    assert b"<w:document/>" in spoilt
    assert b"../../x" in more
    assert corpora.file_of("tsv", b"a\tb") == b"a\tb"


def test_only_what_goes_another_way_is_kept(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(corpora, "FOLDER", tmp_path)
    longer, shorter, other = b"fr\ten\nle chat noir\tthe black cat\n", b"fr\ten\nle chat\tthe cat\n", b'"'
    assert corpora.keep("tsv", [longer, other, shorter, shorter]) == 2
    assert corpora.kept("tsv") == [other, shorter]

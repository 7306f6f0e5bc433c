"""Rights taken away under an open project: what was accepted is kept, the rest is refused with a way out, and all goes
on when the rights are back. Root may do everything: where the tests run as root, the work is done as somebody else."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.store.articles import document
from translator_gui.domain.change import SetTarget
from translator_gui.domain.segment import Target
from translator_gui.kit.errors import AppError
from translator_gui.store.project_file import ProjectFile

NOBODY = 65534
pytestmark = pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights are those of POSIX")


@contextmanager
def somebody() -> Iterator[None]:
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp())
    made.chmod(0o777)
    yield made
    made.chmod(0o777)
    shutil.rmtree(made)


def edit(store: ProjectFile, text: str) -> bool:
    """Was it accepted?"""
    try:
        store.apply(SetTarget("s3", store.row("s3").target, Target(text)), "Ana")
    except AppError as error:
        return not error.hint  # a refusal without a way out fails the test
    return True


@pytest.mark.parametrize(("of_file", "of_folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555), (0o000, 0o555)])
def test_rights_taken_away_and_given_back(folder: Path, of_file: int, of_folder: int) -> None:
    path = folder / "a.tgproj"
    with somebody():
        store = ProjectFile.create(path, document())
        assert edit(store, "one")
        path.chmod(of_file)
    folder.chmod(of_folder)
    with somebody():
        last = "two" if edit(store, "two") else "one"
        store.close()
        if of_file == 0o000:
            with pytest.raises(AppError) as caught:
                ProjectFile.open(path)
            assert caught.value.hint
        elif of_file == 0o444:
            with ProjectFile.open(path) as closed:
                assert closed.read_only
                assert closed.reason
                assert closed.row("s3").target.text == last
                assert not edit(closed, "three")
        path.chmod(0o666)
    folder.chmod(0o777)
    with somebody(), ProjectFile.open(path) as again:
        assert not again.read_only
        assert again.row("s3").target.text == last
        assert edit(again, "four")
    assert [each.name for each in folder.iterdir()] == ["a.tgproj"]

"""The power goes: what was written after the last flush is lost or torn, sector by sector. The file must open, sound,
with everything that was flushed.

A running project is copied at two moments, A (all of it flushed) and B (later). A disk that lost its cache after B
holds A's sectors, some of B's, and zeros where the file had grown: such disks are made here, by chance.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.review.killing import is_sound
from tests.store.articles import document
from translator_gui.domain.change import SetTarget
from translator_gui.domain.segment import Target
from translator_gui.store.project_file import ProjectFile

SECTOR = 512
FLUSHED, LATER = 30, 60


def edit(store: ProjectFile, number: int) -> None:
    store.apply(SetTarget("s3", store.row("s3").target, Target(f"typed {number} " * 5)), "Ana")


def snapshot(path: Path, folder: Path) -> Path:
    folder.mkdir()
    for ending in ("", "-wal"):
        source = Path(f"{path}{ending}")
        if source.exists():
            shutil.copyfile(source, folder / source.name)
    return folder


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("power")
    path = folder / "a.tgproj"
    with ProjectFile.create(path, document()) as store:
        for number in range(FLUSHED):
            edit(store, number)
        assert store._keeper is not None
        store._keeper.flush()
        before = snapshot(path, folder / "before")
        for number in range(FLUSHED, LATER):
            edit(store, number)
        after = snapshot(path, folder / "after")
    return before, after


def torn(old: bytes, new: bytes, chance: random.Random) -> bytes:
    """Each sector as it was or as it should have become; a file that grew is zeros there until written."""
    length = chance.choice([len(old), len(new), chance.randint(min(len(old), len(new)), max(len(old), len(new)))])
    disk = bytearray(old[:length].ljust(length, b"\0"))
    for start in range(0, length, SECTOR):
        if chance.random() < 0.5:
            disk[start : start + SECTOR] = new[start : start + SECTOR].ljust(min(SECTOR, length - start), b"\0")
    return bytes(disk[:length])


def read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


@pytest.mark.parametrize("seed", range(25))
def test_what_was_flushed_is_there(moments: tuple[Path, Path], tmp_path: Path, seed: int) -> None:
    before, after = moments
    chance = random.Random(seed)
    path = tmp_path / "a.tgproj"
    shutil.copyfile(before / "a.tgproj", path)  # no fold happened: the file itself was not written to
    log = torn(read(before / "a.tgproj-wal"), read(after / "a.tgproj-wal"), chance)
    Path(f"{path}-wal").write_bytes(log)
    with ProjectFile.open(path) as store:
        number = int(store.row("s3").target.text.split()[1])
        assert FLUSHED - 1 <= number < LATER
        assert store.row("s3") == store.history("s3")[-1]
        edit(store, 1000)
    assert is_sound(path)


@pytest.mark.parametrize("seed", range(10))
def test_cut_while_the_log_is_folded_in(moments: tuple[Path, Path], tmp_path: Path, seed: int) -> None:
    """The log is flushed before a page of the file is touched: any mixture of pages is repaired from it."""
    _, after = moments
    path, whole = tmp_path / "a.tgproj", tmp_path / "whole.tgproj"
    for place in (path, whole):
        shutil.copyfile(after / "a.tgproj", place)
        shutil.copyfile(after / "a.tgproj-wal", f"{place}-wal")
    ProjectFile.open(whole).close()  # folds it all in
    path.write_bytes(torn(read(path), read(whole), random.Random(seed)))
    with ProjectFile.open(path) as store:
        assert store.row("s3").target.text.split()[1] == str(LATER - 1)
    assert is_sound(path)

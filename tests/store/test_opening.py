"""Locks, read-only places, files that are no projects, older and newer ones."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.articles import document
from translator_gui.domain.change import SetTarget
from translator_gui.domain.segment import Target
from translator_gui.kit.errors import StoreError
from translator_gui.store.lock import FileLock, Locked
from translator_gui.store.opening import AlreadyOpenError
from translator_gui.store.project_file import ProjectFile
from translator_gui.store.schema import APPLICATION_ID, MIGRATIONS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    ProjectFile.create(tmp_path / "a.tgproj", document()).close()
    return tmp_path / "a.tgproj"


def test_opened_twice(path: Path) -> None:
    first = ProjectFile.open(path)
    with pytest.raises(AlreadyOpenError, match=r"is open already \(.*, since ") as caught:
        ProjectFile.open(path)
    assert "read-only" in caught.value.hint
    with pytest.raises(AlreadyOpenError):
        ProjectFile.create(path, document(), overwrite=True)
    second = ProjectFile.open(path, read_only=True)
    assert second.rows() == first.rows()
    first.close()
    ProjectFile.open(path).close()


def test_a_link_to_an_open_project_is_the_same_project(path: Path) -> None:
    link = path.with_name("link.tgproj")
    link.symlink_to(path)
    first = ProjectFile.open(path)
    with pytest.raises(AlreadyOpenError):
        ProjectFile.open(link)
    first.close()


def test_a_lock_dies_with_its_process(path: Path) -> None:
    script = (
        "import sys; from translator_gui.store.project_file import ProjectFile as P;"
        "p = P.open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(AlreadyOpenError):
            ProjectFile.open(path)
        holder.kill()
    ProjectFile.open(path).close()
    assert [p.name for p in path.parent.iterdir()] == ["a.tgproj"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_does_not_keep_the_lock(path: Path) -> None:
    store = ProjectFile.open(path)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(writer)
        os.read(reader, 1)  # until the parent is done
        os._exit(0)
    os.close(reader)
    store.close()
    ProjectFile.open(path).close()
    os.close(writer)
    os.waitpid(child, 0)


def test_a_lock_file_left_by_others_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    (tmp_path / "a.tgproj-lock").write_text("garbage")
    lock = FileLock(path)
    with pytest.raises(Locked):
        FileLock(path)
    lock.release()
    lock.release()


def test_read_only_on_request(path: Path) -> None:
    store = ProjectFile.open(path, read_only=True)
    assert store.read_only
    assert store.reason
    with pytest.raises(StoreError, match="cannot be changed"):
        store.apply(SetTarget("s3", Target(), Target("x")), "Ana")
    with pytest.raises(StoreError):
        store.remember("a", 1)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """One that another user may enter: pytest's own are private."""
    folder = Path(tempfile.mkdtemp(prefix="tg-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


READ_ONLY_VISIT = """
import os, sys
from translator_gui.store.project_file import ProjectFile
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
store = ProjectFile.open(sys.argv[1])
print(store.read_only, len(store.rows()), store.row("s0").target.text)
print(store.reason)
store.close()
"""


def visit(path: Path) -> list[str]:
    """Open it as somebody who may not write there (root may write everywhere, so it becomes nobody)."""
    os.chmod(path, 0o444)
    os.chmod(path.parent, 0o555)
    try:
        root = Path(__file__).resolve().parents[2]
        command = [sys.executable, "-c", READ_ONLY_VISIT, str(path)]
        result = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    finally:
        os.chmod(path.parent, 0o755)
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such mode there")
def test_a_read_only_folder(public_folder: Path) -> None:
    path = public_folder / "a.tgproj"
    ProjectFile.create(path, document()).close()
    first, reason = visit(path)
    assert first == "True 5 The Lyon summit"
    assert "read-only" in reason


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such mode there")
def test_leftovers_of_a_crash_in_a_read_only_folder(public_folder: Path) -> None:
    """The last edit is in the write-ahead log only, and SQLite may not fold it in there."""
    working = public_folder / "work.tgproj"
    store = ProjectFile.create(working, document())
    before = store.row("s0").target
    store.apply(SetTarget("s0", before, Target("Typed last")), "Ana")
    target = public_folder / "archive"
    target.mkdir()
    shutil.copy(working, target / "a.tgproj")
    shutil.copy(f"{working}-wal", target / "a.tgproj-wal")
    store.close()
    first, _ = visit(target / "a.tgproj")
    assert first == "True 5 Typed last"


@pytest.mark.parametrize(
    "content",
    [b"", b"hello " * 100, b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\xff" * 5000],
)
def test_files_that_are_no_projects(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.tgproj"
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(StoreError, match="not a project") as caught:
            ProjectFile.open(path, read_only)
        assert caught.value.hint
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["a.tgproj"]


def test_another_database(tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE a(x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a project"):
        ProjectFile.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(("name", "message"), [("gone.tgproj", "not there"), ("", "is a folder")])
def test_places_without_a_file(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        ProjectFile.open(tmp_path / name)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_project_of_a_newer_program(path: Path, read_only: bool) -> None:
    _set_version(path, len(MIGRATIONS) + 1)
    with pytest.raises(StoreError, match="newer version"):
        ProjectFile.open(path, read_only)
    assert not path.with_name("a.tgproj-lock").exists()


def _set_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={version}")
    connection.close()


def as_first_schema(path: Path) -> None:
    """What the first released schema wrote: the same, without the tables that came later."""
    connection = sqlite3.connect(path)
    for table in ("proposed", "remark", "event", "original"):
        connection.execute(f"DROP TABLE {table}")
    connection.close()
    _set_version(path, 1)


@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_project_is_brought_up_to_date(path: Path, read_only: bool) -> None:
    as_first_schema(path)
    store = ProjectFile.open(path, read_only)
    assert store.proposed("local") == set()
    assert (store.remarks(), store.events()) == ([], [])
    assert len(store.rows()) == 5
    store.close()
    connection = sqlite3.connect(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    assert version == (1 if read_only else len(MIGRATIONS))


def overwritten(data: bytearray) -> None:
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xde" * 64


def truncated(data: bytearray) -> None:
    del data[6000:]


def scrambled_schema(data: bytearray) -> None:
    data[100:4096] = b"\xff" * 3996


@pytest.mark.parametrize("harm", [overwritten, truncated, scrambled_schema])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_damaged_file(path: Path, harm: Callable[[bytearray], None], read_only: bool) -> None:
    data = bytearray(path.read_bytes())
    harm(data)
    path.write_bytes(bytes(data))
    with (
        pytest.raises(StoreError, match="could not be") as caught,
        contextlib.closing(opened(path, read_only)) as store,
    ):
        store.rows()
    assert "damaged" in caught.value.hint
    assert not path.with_name("a.tgproj-lock").exists()


def opened(path: Path, read_only: bool) -> ProjectFile:
    return ProjectFile.open(path, read_only)


def test_the_leftover_log_of_another_file_is_not_played_in(path: Path) -> None:
    for ending in ("-wal", "-shm", "-journal"):
        Path(f"{path}{ending}").write_bytes(b"stale" * 1000)
    store = ProjectFile.create(path, document(), overwrite=True)
    assert len(store.rows()) == 5
    assert store.recall("x") is None


def test_it_is_known_by_its_application_id(path: Path) -> None:
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")

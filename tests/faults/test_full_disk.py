"""A full disk on every way to write: a clear message, the old file as it was, no leftovers, and work goes on when there
is room again. Needs a small file system of its own, so it runs where one may be mounted (as root)."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.formats.export_material import view
from tests.formats.layout_material import epub, odt
from tests.formats.report_material import report
from tests.formats.test_xliff_back import XLIFF12
from tests.store.articles import document
from translator_gui.domain.change import SetTarget
from translator_gui.domain.segment import Target
from translator_gui.domain.term import Term
from translator_gui.domain.unit import TranslationUnit
from translator_gui.formats.catalogue import EXPORTERS, importer
from translator_gui.formats.export_view import ExportView, rows_of
from translator_gui.formats.report_catalogue import REPORTS
from translator_gui.kit.errors import AppError
from translator_gui.kit.settings import Settings, save_settings
from translator_gui.memory.store import MemoryStore
from translator_gui.review.session import ReviewSession
from translator_gui.review.whole import Whole
from translator_gui.store.project_file import ProjectFile
from translator_gui.termbase.store import TermStore

SIZE = 600_000


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Until not a byte fits."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as handle:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    handle.write(b"x" * size)
            except OSError:
                continue
    return filler


def edit(store: ProjectFile, text: str) -> None:
    store.apply(SetTarget("s3", store.row("s3").target, Target(text)), "Ana")


def edit_often(store: ProjectFile) -> None:
    """The log may still have room for some."""
    for number in range(2000):
        edit(store, f"long {number} " * 50)


def test_an_edit(small: Path) -> None:
    """Refused whole; the same edit goes through when there is room."""
    store = ProjectFile.create(small / "a.tgproj", document())
    edit(store, "before")
    filler = fill(small)
    with pytest.raises(AppError, match=r"(?i)could not be written") as caught:
        edit_often(store)
    assert "disk" in caught.value.hint
    last = store.row("s3").target.text
    filler.unlink()
    edit(store, "after")
    store.close()
    with ProjectFile.open(small / "a.tgproj") as again:
        texts = [row.target.text for row in again.history("s3")]
    assert texts[-2:] == [last, "after"]


def test_very_many_edits_as_one(small: Path) -> None:
    """In the middle the disk is full: file and window are as they were, and it goes through when there is room."""
    session = ReviewSession.create(small / "a.tgproj", document(), "Ana")
    before = [row.target.text for row in session.rows]
    filler = fill(small)
    whole = Whole(session)
    with pytest.raises(AppError, match="could not be written") as caught:
        change_often(session, whole)
    assert "disk" in caught.value.hint
    assert len(list(whole.take_back())) > 0
    assert [row.target.text for row in session.rows] == before
    filler.unlink()
    assert session.store.records() == session.table.records
    whole = Whole(session)
    whole.do(SetTarget("s3", session.row("s3").target, Target("after")))
    list(whole.keep())
    session.close()
    with ReviewSession.open(small / "a.tgproj") as again:
        assert [row.target.text for row in again.rows] == [*before[:3], "after", *before[4:]]


def change_often(session: ReviewSession, whole: Whole) -> None:
    """Until what is kept in memory has to go to the disk: SQLite holds two megabytes."""
    for number in range(3000):
        whole.do(SetTarget("s3", session.row("s3").target, Target(f"long {number} " * 100)))
    list(whole.keep())


def test_a_new_project(small: Path) -> None:
    filler = fill(small)
    with pytest.raises(AppError) as caught:
        ProjectFile.create(small / "a.tgproj", document())
    assert caught.value.hint
    assert list(small.iterdir()) == [filler]


def test_a_copy_of_a_project(small: Path, tmp_path: Path) -> None:
    with ProjectFile.create(tmp_path / "a.tgproj", document()) as store:
        filler = fill(small)
        with pytest.raises(AppError):
            store.save_copy(small / "copy.tgproj")
        assert list(small.iterdir()) == [filler]
        filler.unlink()
        store.save_copy(small / "copy.tgproj")


def material(format_id: str) -> ExportView:
    """Some formats are only written as they came in."""
    came_so = {"odt": odt, "epub": epub, "xliff": XLIFF12.encode}
    if format_id not in came_so:
        return view()
    read = importer(format_id).read(came_so[format_id](), "a", {})
    return ExportView(read.article, rows_of(read), original=read.original)


@pytest.mark.parametrize("format_id", list(EXPORTERS))
def test_an_export(small: Path, format_id: str) -> None:
    exporter = EXPORTERS.get(format_id)()
    path = small / f"out{exporter.extension}"
    path.write_bytes(b"the export of yesterday")
    fill(small)
    before = sorted(small.iterdir())
    with pytest.raises(AppError) as caught:
        exporter.write(material(format_id), path, {})
    assert "disk is full" in caught.value.hint
    assert path.read_bytes() == b"the export of yesterday"
    assert sorted(small.iterdir()) == before


@pytest.mark.parametrize("format_id", list(REPORTS))
def test_a_report(small: Path, format_id: str) -> None:
    path = small / f"report.{format_id}"
    path.write_bytes(b"the report of yesterday")
    fill(small)
    with pytest.raises(AppError) as caught:
        REPORTS.get(format_id)().write(report(), path)
    assert "disk is full" in caught.value.hint
    assert path.read_bytes() == b"the report of yesterday"


def test_settings(small: Path) -> None:
    path = small / "settings.toml"
    save_settings(Settings(user_name="Ana"), path)
    before = path.read_bytes()
    fill(small)
    with pytest.raises(AppError):
        save_settings(Settings(user_name="Ana " * 2000), path)
    assert path.read_bytes() == before


def test_memory_and_terms(small: Path) -> None:
    memory, terms = MemoryStore(small / "memory.db"), TermStore(small / "terms.db")
    memory.add([TranslationUnit("Bonjour", "Hello")])
    terms.add([Term("maire", "mayor")])
    fill(small)
    with pytest.raises(AppError):
        memory.add([TranslationUnit(f"Phrase {n} " * 20, "Sentence") for n in range(3000)])
    with pytest.raises(AppError):
        terms.add([Term(f"mot {n} " * 20, "word") for n in range(3000)])
    assert (len(memory), len(terms)) == (1, 1)
    memory.close()
    terms.close()

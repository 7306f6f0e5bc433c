"""A damaged project: what can be read is put into a new file, and what was lost is named."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from pathlib import Path

import pytest

from tests.review.killing import is_sound
from tests.store.articles import card
from translator_gui.domain.article import Article, Document
from translator_gui.domain.candidate import Candidate
from translator_gui.domain.change import SetTarget
from translator_gui.domain.segment import Origin, Segment, State, Target
from translator_gui.kit.errors import AppError, StoreError
from translator_gui.store.opening import DamagedError
from translator_gui.store.project_file import ProjectFile
from translator_gui.store.salvage import salvage

COUNT, PAGE = 400, 4096


def make(path: Path) -> None:
    """Enough rows for many pages of every table."""
    # Every fiftieth is too long for one page.
    texts = (f"Phrase {n} : " + "le ministre a parlé. " * (8 if n % 50 else 900) for n in range(COUNT))
    segments = tuple(Segment(f"s{n}", text) for n, text in enumerate(texts))
    with ProjectFile.create(path, Document(Article(segments, title="Long"))) as store:
        for n in range(COUNT):
            after = Target(f"Sentence {n}: the minister spoke.", State.TRANSLATED, Origin.HUMAN)
            store.apply(SetTarget(f"s{n}", Target(), after), "Ana")
        store.record_candidates({f"s{n}": [Candidate(f"Candidate {n}", "pivot")] for n in range(COUNT)})
        store.record_scores([(2, card(f"s{n}")) for n in range(COUNT)])


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "a.tgproj"
    make(path)
    return path


def harmed(sound: Path, folder: Path, pages: list[int]) -> Path:
    data = bytearray(sound.read_bytes())
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = b"\xde" * PAGE
    path = folder / "harmed.tgproj"
    path.write_bytes(data)
    return path


def test_a_sound_project_comes_out_whole(sound: Path, tmp_path: Path) -> None:
    result = salvage(sound, tmp_path / "b.tgproj")
    assert (result.damaged, result.lost_segments) == ((), ())
    with ProjectFile.open(sound, read_only=True) as before, ProjectFile.open(tmp_path / "b.tgproj") as after:
        assert after.rows() == before.rows()
        assert after.history("s7") == before.history("s7")
        assert after.candidates("s7") == before.candidates("s7")
        assert list(after.scorecards()) == list(before.scorecards())
        assert after.article() == before.article()


def test_without_its_first_page(sound: Path, tmp_path: Path) -> None:
    result = salvage(harmed(sound, tmp_path, [0]), tmp_path / "b.tgproj")
    assert (result.kept["segment"], result.lost_segments) == (COUNT, ())
    with ProjectFile.open(tmp_path / "b.tgproj") as store:
        assert store.row("s399").target.text == "Sentence 399: the minister spoke."


@pytest.mark.parametrize("seed", range(12))
def test_pages_flipped_at_random(sound: Path, tmp_path: Path, seed: int) -> None:
    """Most rows come back, none comes back wrong, and every missing one is named."""
    count = sound.stat().st_size // PAGE
    pages = random.Random(seed).sample(range(1, count), 3)
    result = salvage(harmed(sound, tmp_path, pages), tmp_path / "b.tgproj")
    assert result.damaged
    assert is_sound(result.path)
    with ProjectFile.open(sound, read_only=True) as before, ProjectFile.open(result.path) as after:
        whole = {row.id: row for row in before.rows()}
        rows = after.rows()
        assert len(rows) > COUNT * 0.8
        assert all(whole[row.id] == row for row in rows)
        assert set(whole) - {row.id for row in rows} <= set(result.lost_segments)
        after.apply(SetTarget(rows[0].id, rows[0].target, Target("Edited.")), "Ana")  # it can be worked on
        assert after.history(rows[0].id)[-1].target.text == "Edited."


def test_the_root_of_the_article_is_gone(sound: Path, tmp_path: Path) -> None:
    """SQLite finds not a single row; their pages are all there."""
    with contextlib.closing(sqlite3.connect(sound)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name='segment'").fetchone()[0]
    for pages in ([root - 1], [0, root - 1]):
        result = salvage(harmed(sound, tmp_path, pages), tmp_path / f"b{len(pages)}.tgproj")
        with ProjectFile.open(sound, read_only=True) as before, ProjectFile.open(result.path) as after:
            assert after.rows() == before.rows()
        assert "segment" in result.damaged


def test_nothing_is_left(sound: Path, tmp_path: Path) -> None:
    count = sound.stat().st_size // PAGE
    with pytest.raises(StoreError, match="Nothing could be read"):
        salvage(harmed(sound, tmp_path, list(range(count))), tmp_path / "b.tgproj")
    assert not (tmp_path / "b.tgproj").exists()


def test_the_damaged_file_is_only_read_and_nothing_is_overwritten(sound: Path, tmp_path: Path) -> None:
    path = harmed(sound, tmp_path, [5])
    before = path.read_bytes()
    (tmp_path / "b.tgproj").write_text("mine")
    with pytest.raises(StoreError, match="there already"):
        salvage(path, tmp_path / "b.tgproj")
    salvage(path, tmp_path / "c.tgproj")
    assert path.read_bytes() == before
    assert (tmp_path / "b.tgproj").read_text() == "mine"


def test_opening_it_says_that_it_is_damaged(sound: Path, tmp_path: Path) -> None:
    """Only such an error may offer the way out."""
    path = harmed(sound, tmp_path, list(range(1, 30)))
    with pytest.raises(DamagedError, match="could not be read"), ProjectFile.open(path) as store:
        store.rows()
    path.write_bytes(b"no project at all" * 100)
    with pytest.raises(AppError) as caught:
        ProjectFile.open(path)
    assert not isinstance(caught.value, DamagedError)

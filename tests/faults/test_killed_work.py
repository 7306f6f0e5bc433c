"""kill -9, sixty times, in the middle of importing, proposing, saving, aligning, remembering, changing very many
segments at once: every file is the old one or the new one, every database is sound, and the work can be done again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from docx import Document as read_docx
from lxml import etree

from tests.review.killing import is_sound
from tests.store.articles import document
from translator_gui.memory.store import MemoryStore
from translator_gui.pipeline import intake
from translator_gui.review.session import ReviewSession

from .victim import WORK

ROUNDS = 10
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the victim is forked")


def check_importing(folder: Path) -> None:
    with ReviewSession.open(folder / "imported.tgproj", "Ana") as session:
        assert len(session.rows) == 80
    assert is_sound(folder / "imported.tgproj")


def check_proposing(folder: Path) -> None:
    with ReviewSession.open(folder / "a.tgproj", "Ana") as session:
        for row in session.rows:
            assert [c.text for c in session.candidates(row.id)] in ([], [f"[{row.segment.source}]"])
    assert is_sound(folder / "a.tgproj")


def check_saving(folder: Path) -> None:
    for name in ("out.tmx", "out.xliff"):
        etree.parse(folder / name)
    assert read_docx(str(folder / "out.docx")).paragraphs
    assert (folder / "out.tsv").read_text(encoding="utf-8").endswith("\n")


def check_aligning(folder: Path) -> None:
    assert len(etree.parse(folder / "aligned.tmx").findall(".//tu")) == 30


def check_remembering(folder: Path) -> None:
    """A batch is in the memory whole or not at all."""
    memory = MemoryStore(folder / "memory.db")
    counts = Counter(unit.origin for unit in memory.units())
    memory.close()
    assert set(counts.values()) == {50}
    assert is_sound(folder / "memory.db")


def check_changing(folder: Path) -> None:
    with ReviewSession.open(folder / "b.tgproj", "Ana") as session:
        assert len({row.target.text for row in session.rows}) == 1
    assert is_sound(folder / "b.tgproj")


CHECKS = {
    "importing": check_importing,
    "proposing": check_proposing,
    "saving": check_saving,
    "aligning": check_aligning,
    "remembering": check_remembering,
    "changing": check_changing,
}


def test_every_kind_of_work_has_a_check() -> None:
    assert set(CHECKS) == set(WORK)


def test_killed_sixty_times(tmp_path: Path) -> None:
    ReviewSession.create(tmp_path / "a.tgproj", document(), "Ana").close()
    many = intake.read_text("\n\n".join(f"Le ministre a parlé {n} fois." for n in range(200)), "Port")
    ReviewSession.create(tmp_path / "b.tgproj", many, "Ana").close()
    lines = [f"Le ministre numéro {n} a parlé." for n in range(30)]
    (tmp_path / "fr.txt").write_text("\n".join(lines), encoding="utf-8")
    english = [f"Minister number {n} spoke." for n in range(30)]
    (tmp_path / "en.txt").write_text("\n".join(english), encoding="utf-8")
    chance = random.Random(50)
    command = [sys.executable, "-m", "tests.faults.victim", str(tmp_path)]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root) as victim:
        assert victim.stdin is not None
        assert victim.stdout is not None
        assert victim.stdout.readline() == "warm\n"
        for number in range(ROUNDS * len(WORK)):
            kind = list(WORK)[number % len(WORK)]
            victim.stdin.write(f"{kind}\n")
            victim.stdin.flush()
            child = int(victim.stdout.readline())
            time.sleep(chance.uniform(0.0, 0.12))
            os.kill(child, signal.SIGKILL)
            assert victim.stdout.readline() == "ended\n"
            CHECKS[kind](tmp_path)
        victim.stdin.close()

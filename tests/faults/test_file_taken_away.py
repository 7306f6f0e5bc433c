"""Another program deletes, moves or replaces the open project: no edit goes with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.dialogs import button, dialog
from tests.store.articles import document
from tests.ui.real_window import Reader
from translator_gui.domain.change import SetTarget
from translator_gui.domain.segment import Target
from translator_gui.review.session import ReviewSession
from translator_gui.store.project_file import ProjectFile


def deleted(path: Path) -> None:
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.tgproj"))


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"somebody else's file")
    other.replace(path)


def edit(store: ProjectFile, text: str) -> None:
    store.apply(SetTarget("s3", store.row("s3").target, Target(text)), "Ana")


@pytest.mark.parametrize("harm", [deleted, moved, replaced])
def test_closing_keeps_what_was_edited(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    path = tmp_path / "a.tgproj"
    store = ProjectFile.create(path, document())
    edit(store, "before")
    harm(path)
    edit(store, "after")
    store.close()
    kept = tmp_path / ("a (2).tgproj" if harm is replaced else "a.tgproj")
    with ProjectFile.open(kept, read_only=True) as again:
        assert again.row("s3").target.text == "after"
        assert len(again.history("s3")) == 3
    if harm is replaced:
        assert path.read_bytes() == b"somebody else's file"


def test_a_project_nobody_edited_does_not_come_back(tmp_path: Path) -> None:
    store = ProjectFile.create(tmp_path / "a.tgproj", document())
    deleted(tmp_path / "a.tgproj")
    store.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("harm", [deleted, replaced])
def test_the_window_says_so_and_saves_it_again(qtbot, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    path = tmp_path / "a.tgproj"
    ReviewSession.create(path, document(), "Ana").close()
    reader = Reader(qtbot)
    reader.desk.open_path(path)
    reader.opened()
    reader.desk.go_to("s1")
    harm(path)
    reader.type("Typed after the loss. ")
    reader.desk.flush()
    reader.until(lambda: dialog("ProblemDialog"))
    old = reader.session
    button(dialog("ProblemDialog"), "Save").click()
    reader.until(lambda: reader.session is not None and reader.session is not old)
    reader.opened()
    assert reader.session.row("s1").target.text.endswith("Typed after the loss. ")
    assert reader.session.path.is_file()
    assert reader.desk.current_id() == "s1"
    reader.close()

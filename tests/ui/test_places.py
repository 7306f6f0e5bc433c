from __future__ import annotations

from pathlib import Path

from translator_gui.ui import places


def test_a_project_goes_beside_its_source(tmp_path: Path) -> None:
    assert places.beside(tmp_path / "greve.fr.txt") == tmp_path / "greve.fr.tgproj"


def test_or_into_the_data_folder_when_that_cannot_be_written(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(places.os, "access", lambda *_: False)
    assert places.beside(tmp_path / "a.txt") == places.projects_dir() / "a.tgproj"


def test_titles_become_file_names() -> None:
    assert places.for_title('Grève : "non" <1/2>').name == "Grève non 1 2.tgproj"
    assert places.for_title("…/..").name == "….tgproj"
    assert places.for_title("").name == "article.tgproj"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    first, second = tmp_path / "a.tgproj", tmp_path / "a 2.tgproj"
    assert places.free(first, lambda path: False) == (first, False)
    first.write_bytes(b"1")
    assert places.free(first, lambda path: False) == (second, False)
    second.write_bytes(b"2")
    assert places.free(first, lambda path: path == second) == (second, True)

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from translator_gui.store.project_file import ProjectFile


@pytest.fixture(autouse=True)
def _closes_what_a_test_left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    opened: list[ProjectFile] = []
    original = ProjectFile.__init__

    def noting(self: ProjectFile, *args: Any, **options: Any) -> None:
        original(self, *args, **options)
        opened.append(self)

    monkeypatch.setattr(ProjectFile, "__init__", noting)
    yield
    for store in opened:
        store.close()

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.articles import document
from translator_gui.review.session import ReviewSession


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ReviewSession]:
    session = ReviewSession.create(tmp_path / "a.tgproj", document(), "Ana")
    yield session
    session.close()

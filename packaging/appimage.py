"""An AppImage of the frozen program: python packaging/build.py appimage

An AppImage is a small program, the runtime, with a squashfs image of the AppDir behind it. mksquashfs makes the image;
the runtime is linux/appimage_runtime.c, built here from what Debian 12 and newer have (_WANTED), or a file of the
AppImage project that APPIMAGE_RUNTIME names: https://github.com/AppImage/type2-runtime/releases.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

import linux_files
from product import BUILD, DIST, HERE, PRODUCT, version

_MAGIC = b"AI\x02"  # at offset 8 of a runtime of type 2
_LIBRARIES = ("squashfuse_ll", "squashfuse", "fuse3", "zstd", "z", "lzma", "lz4", "lzo2", "pthread")
_WANTED = """\
It wants: apt-get install squashfs-tools gcc libc6-dev libsquashfuse-dev libfuse3-dev libzstd-dev zlib1g-dev \\
    liblzma-dev liblz4-dev liblzo2-dev"""


def app_dir(frozen: Path) -> Path:
    """The folder that becomes the image."""
    tree = BUILD / f"{PRODUCT['name'].replace(' ', '_')}.AppDir"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree / "usr" / "lib" / PRODUCT["command"], symlinks=True)
    linux_files.write(tree / "usr")
    shutil.rmtree(tree / "usr" / "icons")
    identity = PRODUCT["id"]
    (tree / "AppRun").symlink_to(f"usr/lib/{PRODUCT['command']}/{PRODUCT['command']}")
    (tree / f"{identity}.desktop").symlink_to(f"usr/share/applications/{identity}.desktop")
    (tree / f"{identity}.svg").symlink_to(f"usr/share/icons/hicolor/scalable/apps/{identity}.svg")
    (tree / ".DirIcon").symlink_to(f"usr/share/icons/hicolor/256x256/apps/{identity}.png")
    # appimage tools look for the older name of the metainfo.
    meta = tree / "usr" / "share" / "metainfo"
    (meta / f"{identity}.appdata.xml").symlink_to(f"{identity}.metainfo.xml")
    return tree


def build(frozen: Path) -> Path:
    """The AppImage in dist/. Raises SystemExit, with what is missing and how it is had."""
    runtime = _runtime()
    image = BUILD / f"{PRODUCT['command']}.squashfs"
    image.unlink(missing_ok=True)
    options = ["-root-owned", "-noappend", "-comp", "zstd", "-no-progress", "-quiet"]
    _run("mksquashfs", str(app_dir(frozen)), str(image), *options)
    target = DIST / f"Translator_GUI-{version()}-{platform.machine()}.AppImage"
    with target.open("wb") as out:
        for part in (runtime, image):
            with part.open("rb") as source:
                shutil.copyfileobj(source, out)
    target.chmod(0o755)
    image.unlink()
    return target


def _runtime() -> Path:
    """One that was given, else ours, built here."""
    given = os.environ.get("APPIMAGE_RUNTIME")
    path = Path(given) if given else _built()
    with path.open("rb") as stream:
        if stream.read(11)[8:] != _MAGIC:
            raise SystemExit(f"{path} is no AppImage runtime of type 2")
    return path


def _built() -> Path:
    """linux/appimage_runtime.c, which finds the image right behind its own end."""
    BUILD.mkdir(parents=True, exist_ok=True)
    target = BUILD / "appimage-runtime"
    folders = [f"-I/usr/include/{name}" for name in ("squashfuse", "fuse3")]
    options = ["-O2", "-static", "-s", "-w", *folders, str(HERE / "linux" / "appimage_runtime.c")]
    _run("cc", *options, *(f"-l{name}" for name in _LIBRARIES), "-o", str(target))
    with target.open("r+b") as program:
        program.seek(8)  # bytes of the ELF header that mean nothing
        program.write(_MAGIC)
    told = subprocess.run([str(target), "--appimage-offset"], check=True, capture_output=True, text=True).stdout
    if int(told) != target.stat().st_size:
        raise SystemExit(f"{target} looks for its image at {told.strip()}, and ends at {target.stat().st_size}")
    return target


def _run(program: str, *arguments: str) -> None:
    try:
        ran = subprocess.run([program, *arguments], capture_output=True, text=True)
    except FileNotFoundError:
        raise SystemExit(f"No AppImage: {program} is not installed.\n{_WANTED}") from None
    if ran.returncode:
        raise SystemExit(f"No AppImage: {program} failed.\n{ran.stderr.strip()[-2000:]}\n{_WANTED}")

"""An AppImage of the frozen program: python packaging/build.py appimage

An AppImage is a small program, the runtime, with a squashfs image of the AppDir behind it; mksquashfs (squashfs-tools)
makes the image, and the runtime is a file of the AppImage project that nothing else here fetches:
https://github.com/AppImage/type2-runtime/releases. Put it beside this script as runtime-x86_64, or name it in
APPIMAGE_RUNTIME. Without one, the AppDir and the image are made all the same.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import linux_files
from product import BUILD, DIST, HERE, PRODUCT, version

_MAGIC = b"AI\x02"  # at offset 8 of a runtime of type 2


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
    """The AppImage in dist/, or the image without its runtime where there is none."""
    image = BUILD / f"{PRODUCT['command']}.squashfs"
    image.unlink(missing_ok=True)
    options = ["-root-owned", "-noappend", "-comp", "zstd", "-no-progress", "-quiet"]
    subprocess.run(["mksquashfs", str(app_dir(frozen)), str(image), *options], check=True)
    runtime = _runtime()
    if runtime is None:
        print("no runtime (see packaging/appimage.py): the image has none in front of it yet", file=sys.stderr)
        return image
    target = DIST / f"Translator_GUI-{version()}-{platform.machine()}.AppImage"
    with target.open("wb") as out:
        for part in (runtime, image):
            with part.open("rb") as source:
                shutil.copyfileobj(source, out)
    target.chmod(0o755)
    return target


def _runtime() -> Path | None:
    path = Path(os.environ.get("APPIMAGE_RUNTIME") or HERE / f"runtime-{platform.machine()}")
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        if stream.read(11)[8:] != _MAGIC:
            raise SystemExit(f"{path} is no AppImage runtime of type 2")
    return path

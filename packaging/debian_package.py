"""The .debs of the frozen program, and of its language model apart: python packaging/build.py deb

The program lies in /usr/lib/translator-gui, with a link in /usr/bin; the desktop's files in /usr/share. Debian's
triggers bring the menus, the MIME database and the icons up to date, so no script runs as root. What is apart
(product.toml, linux.apart) lies where the program looks for it, and is left out of the program's package.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from datetime import datetime, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import linux_files
from product import BUILD, DIST, HERE, PRODUCT, TABLE, version

NAME = PRODUCT["command"]
REVISION = "1"
_DESCRIPTION = """\
Description: {summary}
 A French article and its English draft stand side by side; the sentences that
 say something else come first, each with its reason and the words it is about.
 .
 Translations are proposed on this machine; nothing is sent to a service unless
 the user chooses one. Opens text, web pages, Markdown, XLIFF, TMX and tables;
 every edit is kept as it is made.
"""


def build(frozen: Path) -> list[Path]:
    """frozen: the folder that PyInstaller made. Returns the packages in dist/: the program's, then what is apart."""
    apart = [path for rule in TABLE["linux"]["apart"]["files"] for path in sorted(frozen.glob(rule))]
    packages = [_program(frozen, {str(path) for path in apart})]
    return [*packages, _apart(frozen, apart)] if apart else packages


def _program(frozen: Path, apart: set[str]) -> Path:
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)

    def left_out(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if str(Path(folder) / name) in apart]

    shutil.copytree(frozen, tree / "usr" / "lib" / NAME, symlinks=True, ignore=left_out)
    _link(tree)
    share = linux_files.write(tree / "usr")
    shutil.rmtree(tree / "usr" / "icons")
    _documents(tree, NAME, "copyright", "lintian-overrides")
    page = share / "man" / "man1" / f"{NAME}.1"
    _compress(page.with_suffix(".1.gz"), page.read_bytes())
    page.unlink()
    linux = TABLE["linux"]
    related = {key.title(): ", ".join(linux[key]) for key in ("depends", "recommends", "suggests")}
    summary = PRODUCT["summary"][0].lower() + PRODUCT["summary"][1:]
    return _packed(tree, NAME, _architecture(), related, _DESCRIPTION.format(summary=summary), linux)


def _apart(frozen: Path, paths: list[Path]) -> Path:
    told = TABLE["linux"]["apart"]
    name, tree = told["name"], BUILD / "deb-apart"
    shutil.rmtree(tree, ignore_errors=True)
    for path in paths:
        shutil.copytree(path, tree / "usr" / "lib" / NAME / path.relative_to(frozen))
    _documents(tree, name, told["copyright"], told["overrides"])
    description = f"Description: {told['summary']}\n{told['description']}\n"
    return _packed(tree, name, "all", {"Depends": NAME}, description, told)


def _link(tree: Path) -> None:
    folder = tree / "usr" / "bin"
    folder.mkdir(parents=True)
    (folder / NAME).symlink_to(f"../lib/{NAME}/{NAME}")


def _documents(tree: Path, name: str, licences: str, overrides: str) -> None:
    """Copyright and changelog, as the policy wants them, and where lintian does not fit."""
    kept = tree / "usr" / "share" / "lintian" / "overrides"
    kept.mkdir(parents=True)
    shutil.copy(HERE / "linux" / overrides, kept / name)
    docs = tree / "usr" / "share" / "doc" / name
    docs.mkdir(parents=True)
    shutil.copy(HERE / "linux" / licences, docs / "copyright")
    when = format_datetime(datetime.now(timezone.utc))
    entry = (
        f"{name} ({version()}-{REVISION}) unstable; urgency=medium\n\n  * See CHANGELOG.md of the project.\n\n"
        f" -- {PRODUCT['maintainer']}  {when}\n"
    )
    _compress(docs / "changelog.Debian.gz", entry.encode())


def _compress(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(data, 9, mtime=0))


def _modes(tree: Path) -> None:
    """Folders and the program 755, all else 644, whatever the umask was."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        executable = path.is_dir() or path == tree / "usr" / "lib" / NAME / NAME
        os.chmod(path, 0o755 if executable else 0o644)


def _packed(
    tree: Path, name: str, architecture: str, related: dict[str, str], description: str, told: dict[str, Any]
) -> Path:
    """The package of what is in tree. related: the fields that name other packages. told: its table."""
    _modes(tree)
    _control(tree, name, architecture, related, description)
    package = DIST / f"{name}_{version()}-{REVISION}_{architecture}.deb"
    options = ["-Zxz", f"-z{told['xz_level']}", "--root-owner-group", "--build"]
    subprocess.run(["dpkg-deb", *options, str(tree), str(package)], check=True, stdout=subprocess.DEVNULL)
    return package


def _control(tree: Path, name: str, architecture: str, related: dict[str, str], description: str) -> None:
    folder = tree / "DEBIAN"
    folder.mkdir()
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    fields = {
        "Package": name,
        "Version": f"{version()}-{REVISION}",
        "Architecture": architecture,
        "Maintainer": PRODUCT["maintainer"],
        "Installed-Size": str(sum(path.stat().st_size for path in files) // 1024),
        **related,
        "Section": "editors",
        "Priority": "optional",
        "Homepage": PRODUCT["site"],
    }
    text = "".join(f"{key}: {value}\n" for key, value in fields.items())
    (folder / "control").write_text(text + description, encoding="utf-8")
    sums = "".join(f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files)
    (folder / "md5sums").write_text(sums, encoding="utf-8")
    for path in folder.iterdir():
        os.chmod(path, 0o644)


def _md5(path: Path) -> str:
    with path.open("rb") as stream:
        digest = hashlib.md5(usedforsecurity=False)
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _architecture() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

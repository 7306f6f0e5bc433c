"""What a Linux desktop wants to know of the program, made from product.toml: python packaging/linux_files.py OUT

OUT/share gets the desktop entry, MIME types, AppStream metainfo, icons and the manual page; the .deb, the AppImage
and the Flatpak take them from there.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent))

import icons
from product import HERE, PRODUCT, TYPES, version

ID = PRODUCT["id"]


def write(out: Path, released: date | None = None) -> Path:
    """Fills out/share and returns it. released: the day in the metainfo and the manual page, today by default."""
    share = out / "share"
    values = _values(released or date.today())
    _put(share / "applications" / f"{ID}.desktop", "desktop.in", values)
    in_xml = {key: value if key == "PROVIDED" else escape(value) for key, value in values.items()}
    _put(share / "metainfo" / f"{ID}.metainfo.xml", "metainfo.xml.in", in_xml)
    _put(share / "man" / "man1" / f"{PRODUCT['command']}.1", "man.1.in", values)
    mime = share / "mime" / "packages" / f"{ID}.xml"
    mime.parent.mkdir(parents=True, exist_ok=True)
    mime.write_text(mime_types(), encoding="utf-8")
    _icons(share)
    return share


def _values(released: date) -> dict[str, str]:
    provided = "\n".join(f"    <mediatype>{kind['mime']}</mediatype>" for kind in TYPES)
    return {
        **{key.upper(): value for key, value in PRODUCT.items()},
        "MIMES": "".join(f"{kind['mime']};" for kind in TYPES),
        "PROVIDED": provided,
        "VERSION": version(),
        "DATE": released.isoformat(),
        "COMMANDS": _commands(),
        "WMCLASS": PRODUCT["command"],
    }


def _put(path: Path, template: str, values: dict[str, str]) -> None:
    text = (HERE / "linux" / template).read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def mime_types() -> str:
    """shared-mime-info's XML for the types that the system does not know."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">')
    for kind in (kind for kind in TYPES if kind.get("own")):
        lines.append(f'  <mime-type type="{kind["mime"]}">')
        lines.append(f"    <comment>{escape(kind['name'])}</comment>")
        lines.append(f'    <comment xml:lang="fr">{escape(kind["name_fr"])}</comment>')
        if "root" in kind:
            lines.append('    <sub-class-of type="application/xml"/>')
        else:
            lines += [f'    <icon name="{ID}"/>', '    <sub-class-of type="application/vnd.sqlite3"/>']
        lines += [f'    <glob pattern="*.{suffix}"/>' for suffix in kind["suffixes"]]
        if "root" in kind:
            lines.append(f'    <root-XML namespaceURI="" localName="{kind["root"]}"/>')
        lines.append("  </mime-type>")
    return "\n".join([*lines, "</mime-info>", ""])


def _icons(share: Path) -> None:
    drawn = share.parent / "icons"
    for picture in icons.draw(drawn):
        if picture.parent.parent.name == "hicolor":
            target = share / "icons" / "hicolor" / picture.parent.name / "apps" / f"{ID}{picture.suffix}"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(picture.read_bytes())


def _commands() -> str:
    """The manual page's list, from the command line itself."""
    from importlib import import_module

    from translator_gui.cli.asked import COMMANDS

    lines = []
    for name in COMMANDS:
        told = (getattr(import_module(f"translator_gui.cli.{name}"), name).__doc__ or "").strip().split("\n\n")[0]
        lines += [".TP", f".B {name}", " ".join(told.split()).replace("\\", "\\\\").replace("-", "\\-")]
    return "\n".join(lines)


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))

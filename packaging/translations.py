"""Bring the interface's translations up to date: python packaging/translations.py [--check]

Reads every string of translator_gui/ui, keeps what is translated in resources/i18n/translator_gui_*.ts (to be edited
with Qt Linguist or any editor), compiles the .qm files with lrelease of PySide6-Essentials, and lists what has no
translation yet (exit code 1). --check changes nothing and only lists.

What the layers below the interface say is in said_below.py, which is run along.

Strings are found with ast instead of lupdate, which misreads calls through a short name for translate().
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parent))

import said_below

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "translator_gui" / "ui"
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "fr")  # English holds plural forms only


class Text(NamedTuple):
    """plural: "%n" in the source stands for a number, and each form is translated by itself."""

    context: str
    source: str
    plural: bool = False


class _Finder(ast.NodeVisitor):
    """self.tr("…"), tr("context", "…"), QCoreApplication.translate("context", "…") and _t("…") of the actions."""

    def __init__(self) -> None:
        self.found: list[Text] = []
        self._classes = [""]

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        method = isinstance(node.func, ast.Attribute) and name == "tr"
        if method and texts:
            self.found.append(Text(self._classes[-1], texts[0], len(node.args) == 3))
        elif name in ("tr", "translate") and not method and len(texts) >= 2:
            self.found.append(Text(texts[0], texts[1], len(node.args) == 4))
        elif name == "_t" and texts:
            self.found.append(Text("actions", texts[0]))
        self.generic_visit(node)


def strings() -> list[Text]:
    """Every string of the interface, in the order of the files, each once."""
    found: dict[Text, None] = {}
    for path in sorted(UI.rglob("*.py")):
        finder = _Finder()
        finder.visit(ast.parse(path.read_text(encoding="utf-8")))
        found.update(dict.fromkeys(finder.found))
    return list(found)


def read(language: str) -> dict[tuple[str, str], list[str]]:
    """(context, source) -> its translation, or its plural forms."""
    path = FOLDER / f"translator_gui_{language}.ts"
    if not path.exists():
        return {}
    known = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            known[context.findtext("name") or "", message.findtext("source") or ""] = forms
    return known


def wanted(language: str) -> list[Text]:
    return [text for text in strings() if language != "en" or text.plural]


def unfinished(language: str) -> list[Text]:
    """What has no translation."""
    known = read(language)
    return [text for text in wanted(language) if not all(known.get((text.context, text.source), [""]))]


def write(language: str, known: dict[tuple[str, str], list[str]]) -> None:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}">']
    texts = wanted(language)
    for context in sorted({text.context for text in texts}):
        lines += ["<context>", f"    <name>{context}</name>"]
        for text in (text for text in texts if text.context == context):
            lines += list(_message(text, known.get((text.context, text.source), [])))
        lines.append("</context>")
    content = "\n".join([*lines, "</TS>", ""])
    (FOLDER / f"translator_gui_{language}.ts").write_text(content, encoding="utf-8")


def _message(text: Text, forms: list[str]) -> Iterator[str]:
    state = "" if forms and all(forms) else ' type="unfinished"'
    yield '    <message numerus="yes">' if text.plural else "    <message>"
    yield f"        <source>{escape(text.source)}</source>"
    if text.plural:
        yield f"        <translation{state}>"
        for form in [*forms, "", ""][:2]:
            yield f"            <numerusform>{escape(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{state}>{escape(forms[0] if forms else '')}</translation>"
    yield "    </message>"


def compile_file(language: str) -> None:
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    path = FOLDER / f"translator_gui_{language}.ts"
    command = [str(beside) if beside.exists() else "pyside6-lrelease", "-silent", str(path)]
    subprocess.run([*command, "-qm", str(path.with_suffix(".qm"))], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing, only list what is not translated")
    arguments = parser.parse_args()
    if not arguments.check:
        for language in LANGUAGES:
            write(language, read(language))
            compile_file(language)
    missing = [(language, text) for language in LANGUAGES for text in unfinished(language)]
    for language, text in missing:
        print(f"{language}\t{text.context}\t{text.source!r}")
    print(f"{len(missing)} strings without a translation", file=sys.stderr)
    return max(said_below.run(arguments.check), 1 if missing else 0)


if __name__ == "__main__":
    raise SystemExit(main())

"""What the layers below the interface say, and which of it has no French: python packaging/said_below.py [--check]

Errors, warnings, and why an engine is missing are raised in English by code that knows no Qt. translator_gui/ui/told.py
shows them by the templates of resources/i18n/messages.fr.toml. Here the English is collected from the code: every
string that reads as a sentence, whatever way it takes to the window. A part put in at run time is a hole: {}.

Adds what is new to the table "sentences" of that file, drops what nobody says any more, and lists what has no French
(exit code 1). --check changes nothing and only lists. The table "parts", what is put into holes, is kept by hand.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "translator_gui"
FRENCH = ROOT / "resources" / "i18n" / "messages.fr.toml"
_ABOVE = frozenset({"ui", "cli", "__main__.py"})
# It begins like a sentence and ends like one (or, at run time, with what is put in), or it is words in lower case
# with a full stop.
_SENTENCE = re.compile(r"[A-Z“{].*[^\W\d_]{2}.*([.?]|[^\W\d_][.:]? \{\}(\{\})?)|[a-z][\w.]*( |, ).+ .+\.")
_SQL = re.compile(r"(SELECT|INSERT|UPDATE|DELETE|PRAGMA)\b|.* (WHERE|AND|ORDER BY) ")
# What is written into a file or sent to a service, and what the window says in words of its own.
_NOT_TOLD = (
    *("You translate news", "Bearer {}", "Translator GUI {}", "Note: {}", "Change the English in the third column"),
    *("Surprise of the draft", "The own target", "The target of the", "No candidates to", "No word stands out."),
    *("“{}” stands out.", "One side is empty.", "What a blameless", "Similarity of meaning"),
    *("English without a French", "No meaning pre", "Some meaning pre", "Most meaning pre", "Perfect meaning"),
)
_LOG = frozenset({"debug", "info", "warning", "error", "exception"})


@cache
def sentences() -> dict[str, str]:
    """Template -> the first place that says it, as "formats/reading.py:22"."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        room, tree = place.split("/")[0], ast.parse(path.read_text(encoding="utf-8"))
        if room == "ui" or room not in _ABOVE:
            # The window translates its own words, except what its jobs raise as if they stood below.
            for line, text in _sentences_of(_raised(tree) if room == "ui" else ast.walk(tree), set(_apart(tree))):
                found.setdefault(text, f"{place}:{line}")
    return found


def _raised(tree: ast.Module) -> Iterator[ast.AST]:
    """What is given to an error as it is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.endswith("Error"):
            yield from node.args


def _sentences_of(nodes: Iterator[ast.AST], apart: set[ast.AST]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if node not in apart and isinstance(node, (ast.Constant, ast.JoinedStr)):
            text = template(node)
            if " " in text and _SENTENCE.fullmatch(text) and not _SQL.match(text) and not text.startswith(_NOT_TOLD):
                yield node.lineno, text


def template(node: ast.expr) -> str:
    """The text of a string literal; an f-string's parts and numbered holes of str.format become {}."""
    if isinstance(node, ast.JoinedStr):
        return "".join(template(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    value = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return re.sub(r"\{\w*\}", "{}", value)


def _apart(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, what goes to the log, and the parts of f-strings, which are not sentences of their own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from (part for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LOG:
            yield from node.args


def french() -> dict[str, dict[str, str]]:
    """The tables "parts" and "sentences"."""
    tables: dict[str, dict[str, str]] = tomllib.loads(FRENCH.read_text(encoding="utf-8"))
    return tables


def untranslated() -> dict[str, str]:
    """Template -> where it is said."""
    known = french()["sentences"]
    return {text: place for text, place in sentences().items() if not known.get(text)}


def write(tables: dict[str, dict[str, str]]) -> None:
    """In the order of the files, so that what is said together stands together."""
    lines = ["# What the layers below the interface say: English = French. See packaging/said_below.py.", "", "[parts]"]
    lines += [_entry(*pair) for pair in tables["parts"].items()]
    lines += ["", "[sentences]"]
    last = ""
    for text, place in sentences().items():
        if place.partition(":")[0] != last:
            last = place.partition(":")[0]
            lines.append(f"# {last}")
        lines.append(_entry(text, tables["sentences"].get(text, "")))
    FRENCH.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _entry(english: str, translation: str) -> str:
    return f"{_quoted(english)} = {_quoted(translation)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a TOML string


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing, only list what is not translated")
    return run(parser.parse_args().check)


def run(check: bool) -> int:
    if not check:
        write(french())
    missing = untranslated()
    for text, place in missing.items():
        print(f"fr\t{place}\t{text!r}")
    print(f"{len(missing)} sentences of the layers below without a translation", file=sys.stderr)
    if missing:
        print(f"(give it in {FRENCH.relative_to(ROOT)}; what nobody is told goes into _NOT_TOLD)", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())

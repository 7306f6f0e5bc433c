"""Findings in the interface language: message, title and explanation by code, from resources/i18n/findings.*.toml."""

from __future__ import annotations

import sys
from functools import cache

from PySide6.QtCore import QCoreApplication

from ..checks.codes import texts
from ..domain.finding import Finding, Severity
from ..kit.paths import resource
from .i18n import current_language

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

# Names that projects of earlier versions hold, or that stand for the same thing -> tables of signals.*.toml.
_ALIASES = {"checks": "rules", "e5": "meaning", "semantic": "meaning", "likelihood": "model", "neighbours": "meaning"}


def finding_message(finding: Finding) -> str:
    """What is wrong, in one sentence. Falls back on the finding's own English message."""
    template = texts(current_language()).get(finding.code, {}).get("message", "")
    if not template and _signal_code(finding.code) in _reasons():
        return _signal_message(finding)
    if not template:
        return finding.message
    try:
        return template.format_map(dict(finding.params))
    except (KeyError, IndexError, ValueError):  # params of another version of the check
        return finding.message


def _signal_message(finding: Finding) -> str:
    title, words = reason_title(finding.code), dict(finding.params).get("words", "")
    if not words:
        return title
    text = QCoreApplication.translate("reasons", "“{0}”: {1}")
    return text.format(words, title[:1].lower() + title[1:])


def finding_title(code: str) -> str:
    """What this kind of finding is called."""
    return texts(current_language()).get(code, {}).get("title") or _reasons().get(_signal_code(code), code)


def finding_chip(code: str) -> str:
    """The title in as few words as fit beside a row."""
    return _chips().get(_signal_code(code)) or finding_title(code)


def finding_explanation(code: str) -> str:
    """Why it matters and when it is no error; "" when nothing is written about it."""
    return _told(code).get("explain", "")


def finding_example(code: str) -> str:
    """A source and a wrong translation of it, "Il pleut. => It snows."; "" when there is none."""
    return _told(code).get("example", "")


def finding_tip(code: str) -> str:
    """For a tooltip: what this kind of finding is, and an example of it on a line of its own."""
    return "\n".join(filter(None, (finding_explanation(code), finding_example(code))))


def signal_tip(name: str) -> str:
    """For a tooltip: what a signal of the scorer looks at, and an example; "" for one that nothing is written about."""
    told = _signal(name)
    return "\n".join(filter(None, (told.get("explain"), told.get("example"))))


def signal_turns(name: str) -> str:
    """What would lower or raise its points."""
    return _signal(name).get("turns", "")


def _signal(name: str) -> dict[str, str]:
    table: dict[str, dict[str, str]] = signal_texts(current_language()).get("signal", {})
    return table.get(name) or table.get(_ALIASES.get(name, name), {})


def _told(code: str) -> dict[str, str]:
    reason = signal_texts(current_language()).get("reason", {}).get(_signal_code(code), {})
    return texts(current_language()).get(code) or reason


def reason_title(code: str) -> str:
    """The title of a code of a signal ("omission") or of a finding ("number.missing")."""
    return _reasons().get(_signal_code(code)) or finding_title(code)


def _signal_code(code: str) -> str:
    """What a signal found comes as "scorer.omission"."""
    return code.removeprefix("scorer.")


def _reasons() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "addition": tr("reasons", "Not in the source"),
        "omission": tr("reasons", "Something of the source is missing here"),
        "opposite": tr("reasons", "Opposite meaning?"),
        "meaning": tr("reasons", "Says something else?"),
        "fluency": tr("reasons", "Reads oddly"),
        "unrelated": tr("reasons", "This is not a translation of its source"),
        "shifted": tr("reasons", "Looks like the translation of a neighbouring segment"),
        "unlike": tr("reasons", "Unlike what the engines propose"),
    }


def _chips() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "addition": tr("chips", "Added?"),
        "omission": tr("chips", "Something missing?"),
        "meaning": tr("chips", "Says something else?"),
        "unrelated": tr("chips", "Not a translation?"),
        "shifted": tr("chips", "Neighbour’s text?"),
        "unlike": tr("chips", "Unlike candidates"),
    }


def severity_name(severity: Severity) -> str:
    tr = QCoreApplication.translate
    return {
        Severity.NEUTRAL: tr("severity", "Note"),
        Severity.MINOR: tr("severity", "Minor"),
        Severity.MAJOR: tr("severity", "Major"),
        Severity.CRITICAL: tr("severity", "Critical"),
    }[severity]


def signal_name(name: str) -> str:
    """What a signal of the scorer is called in the "why" of a divergence."""
    tr = QCoreApplication.translate
    known = {
        "rules": tr("signals", "Checks"),
        "checks": tr("signals", "Checks"),
        "e5": tr("signals", "Meaning"),
        "semantic": tr("signals", "Meaning"),
        "meaning": tr("signals", "Meaning"),
        "tokens": tr("signals", "Word by word meaning"),
        "agreement": tr("signals", "Unlike candidates"),
        "model": tr("signals", "Language model"),
        "words": tr("signals", "Word model"),
        "base": tr("signals", "Starting level"),
        "neighbours": tr("signals", "Neighbouring rows"),
        "likelihood": tr("signals", "Language model"),
        "length": tr("signals", "Length"),
    }
    return known.get(name, name.replace("_", " ").capitalize())


@cache
def signal_texts(language: str) -> dict[str, dict[str, dict[str, str]]]:
    """ "signal" or "reason" -> name -> {explain, example}; English where a language says nothing."""
    table = tomllib.loads(resource("i18n", f"signals.{language}.toml").read_text(encoding="utf-8"))
    if language == "en":
        return table
    english = signal_texts("en")
    return {
        kind: {name: {**entry, **table.get(kind, {}).get(name, {})} for name, entry in entries.items()}
        for kind, entries in english.items()
    }

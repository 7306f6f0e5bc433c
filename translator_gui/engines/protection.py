"""What every engine needs around its own work: the source made plain before, the English made proper after.

Before: control characters, no-break spaces, guillemets, curly quotes and ALL CAPS go, because small models and
dictionaries know none of them. After: capitals, quotation marks and the end of the sentence come back. Numbers,
names, addresses and bracketed notes are not hidden behind placeholders (none of the offline engines keeps those);
they are compared and mended by ``repair`` and ``doubts``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .names import NameLexicon

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\ufffe\uffff]"
)
_SPACES = re.compile(r"\s+")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»\"“”]+[^\s<>«»\"“”.,;:!?)\]]|[\w.+-]+@[\w-]+\.[\w.-]*\w")
_LETTER = re.compile(r"[^\W\d_]")
_END_MARKS = ".!?…"
_CLOSERS = "\"”’')]» "
_LONGEST_WORD = 100


@dataclass(frozen=True, slots=True)
class Prepared:
    """text: what the engine is given. source: the original. capitals: it was an ALL-CAPS line. end: the mark the
    source ends with ("." "?" "…" ":" "" …), closing quotes not counted."""

    text: str
    source: str
    capitals: bool
    end: str


def addresses(text: str) -> list[str]:
    """URLs and mail addresses, in order."""
    return _ADDRESS.findall(text)


def is_all_caps(text: str) -> bool:
    """A line of at least two words and six letters, nine tenths of them capitals."""
    plain = _ADDRESS.sub(" ", text)
    letters = _LETTER.findall(plain)
    upper = sum(letter.isupper() for letter in letters)
    lower = sum(letter.islower() for letter in letters)
    return len(letters) >= 6 and " " in plain.strip() and upper >= 9 * lower and upper > 0


def needs_no_engine(text: str) -> bool:
    """Nothing in it is a word: figures, signs, emoji, an address, or one endless token."""
    rest = _ADDRESS.sub(" ", text)
    return not any(_LETTER.search(word) for word in rest.split() if len(word) <= _LONGEST_WORD)


def clean(text: str) -> str:
    """One line, NFC, plain spaces; control, zero-width and lone surrogate characters gone."""
    text = text.encode("utf-8", "ignore").decode("utf-8")
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))
    return _SPACES.sub(" ", text).strip()


def plain_quotes(text: str) -> str:
    """Guillemets and curly quotes as straight ones, French spacing before : ; ! ? % gone."""
    text = re.sub(r"«\s*", '"', text)
    text = re.sub(r"\s*»", '"', text)
    text = re.sub(r"[“”„‟]", '"', text)
    text = re.sub(r"[‘’‛ʼ]", "'", text)
    return re.sub(r"(?<=\S) (?=[:;!?%])", "", text)


def ending(text: str) -> str:
    """The mark a text ends with, looking through closing quotes and brackets; "" when it is cut off or a heading."""
    bare = text.rstrip(_CLOSERS)
    if bare.endswith("..."):
        return "…"
    return bare[-1:] if bare[-1:] in (*_END_MARKS, ":", ";", ",") else ""


def prepare(text: str, names: NameLexicon) -> Prepared:
    """``text`` as an engine should see it. ``names`` tells which words of an ALL-CAPS line keep a capital."""
    plain = plain_quotes(clean(text))
    capitals = is_all_caps(plain)
    if capitals:
        plain = names.sentence_case(plain)
    return Prepared(names.usual_spelling(plain), text, capitals, ending(clean(text)))


def restore(prepared: Prepared, translation: str) -> str:
    """Proper English: one line, “ ” quotes, no French spacing, the source's capitals and its kind of ending."""
    text = plain_quotes(clean(translation))
    text = re.sub(r"(?<=\w) (?=[,.](?:\s|$))", "", text)
    text = _same_ending(text, prepared)
    text = _same_start(text, prepared.source)
    text = english_quotes(text)
    return _upper(text) if prepared.capitals else text


def _same_ending(text: str, prepared: Prepared) -> str:
    """A cut-off sentence stays cut off; a sentence keeps its mark."""
    here = ending(text)
    if not prepared.end:
        return re.sub(r"(?:\.{1,3}|…|,)(?=[\"')\]]*$)", "", text).rstrip() if here in (".", "…", ",") else text
    if here == "" and text:
        return _put_end(text, "..." if prepared.end == "…" else prepared.end)
    if here == "." and prepared.end in "!?" and text.endswith("."):
        return text[:-1] + prepared.end
    return text


def _put_end(text: str, mark: str) -> str:
    # American style, as in the house's English: full stop and comma stand before a closing quotation mark.
    if text.endswith('"') and mark in (".", ",") and text.count('"') % 2 == 0:
        return text[:-1] + mark + '"'
    return text + mark


def _same_start(text: str, source: str) -> str:
    """A capital where the source has one (quotes and brackets before it do not count)."""
    first, mine = _LETTER.search(source), _LETTER.search(text)
    starts = first is not None and not any(c.isdigit() for c in source[: first.start()])
    if starts and mine and first and first.group().isupper() and mine.group().islower():
        if any(c.isdigit() for c in text[: mine.start()]):
            return text
        return text[: mine.start()] + mine.group().upper() + text[mine.end() :]
    return text


def english_quotes(text: str) -> str:
    """Straight double quotes become “ ” by position, straight apostrophes ’ between letters stay as they are."""
    out, opened = [], False
    for position, char in enumerate(text):
        if char != '"':
            out.append(char)
            continue
        before = text[position - 1 : position]
        opens = not opened and (not before or before in " ([-–—/'" or position + 1 < len(text))
        out.append("“" if opens else "”")
        opened = opens
    return "".join(out)


def _upper(text: str) -> str:
    kept = addresses(text)
    loud = text.upper()
    for address in kept:
        loud = loud.replace(address.upper(), address)
    return loud

"""Marks that are missing, doubled, stray or French in an English text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..domain.finding import Finding
from ..domain.span import Side
from .environment import Environment
from .pair_check import PairCheck
from .views import PairView

_SPACED = re.compile(r"(?<=[^\W_])([ \u00a0\u202f]+)(?=[,.;:!?](?:[\s\"”’')\]»]|$))")
_HIGH_MARK = re.compile(r"(?<=\w)[ \u00a0\u202f]+(?=[;:!?])")
_GLUED = re.compile(r"(?<=[^\W\d_]{2}[,;])(?=[^\W\d_]{2})|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])")
_DOUBLED = re.compile(
    r",,+|;;+|::+|(?<!\.)\.\.(?!\.)|,\.|\.,|;\.|,;|;,|:,|,:|;:|:;|!,|\?,(?=\s)|[,;:]\s+[,;:.](?=\s|$)"
)
_STRAY = re.compile(
    r"(?<=[^\W\d_])[_~@](?=\s|$)|(?<=\s)[~_](?=\w)|(?<=[^\W_])[?!](?=\s+[a-z])|(?<=[^\W_])- (?=[^\W_])"
    r"|,[~_@\-](?=\s)|[~_]+(?=[\s.,;]|$)|(?<=[a-rt-z\d])['’](?= [a-z])"
)
_OPEN_SINGLE = re.compile(r"(?<!\w)['‘]\w")
_STRAY_STOP = re.compile(r"(?<=[a-z]{3})\.(?=\s+[a-z]{2,})")
# Nearly no text has any of these. Each finds whatever its fellow above does, and begins with a set of characters: the
# regular expression engine runs over all others at once, ten times as fast as with a look behind in front.
_MAY_BE_SPACED = re.compile(r"[,.;:!?](?<=[ \u00a0\u202f].)")
_MAY_BE_GLUED = re.compile(r"[,;.!?](?=[^\W\d_]{2})")
_MAY_BE_DOUBLED = re.compile(r"[,;:.!?](?=[,;:.]|\s+[,;:.])")
_MAY_BE_STOP = re.compile(r"\.(?=\s+[a-z]{2})")
# A mark after a space, before a letter, or near another mark; a full stop before a small letter: any of the four above.
_MAY_BE_ODD = re.compile(r"[,.;:!?](?:(?<=[ \u00a0\u202f].)|(?=[^\W\d_]{2}|[,;:.]|\s+[,;:.])|(?<=\.)(?=\s+[a-z]{2}))")
_MAY_BE_STRAY = re.compile(r"[_~@]|[?!](?=\s)|- (?<=[^\W_]- )|,[~_@\-]|['’](?= [a-z])(?<=[a-rt-z\d].)")
_OPENERS, _CLOSERS = "([{“«", ")]}”»"
_PAIRS = dict(zip(_CLOSERS, _OPENERS, strict=False))
_FINAL = ".!?…:;。؟"
_AFTER_END = "\"'”’»)] \u00a0\u202f*"


def _is_odd(view: PairView) -> bool:
    """May any mark of the target be spaced, glued, doubled or stray? Looked for once for both checks."""
    known = view.shared.get("odd marks")
    if known is None:
        known = view.shared["odd marks"] = _MAY_BE_ODD.search(view.target.text) is not None
    return bool(known)


class SpacingCheck(PairCheck):
    """A space before a mark, none after it; French spacing kept."""

    name = "spacing"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        return self._look(view) if _is_odd(view) else ()

    def _look(self, view: PairView) -> Iterator[Finding]:
        text = view.target.text
        if view.target.language != "fr" and _MAY_BE_SPACED.search(text):
            seen = 0
            for match in _SPACED.finditer(text):
                mark = text[match.end()]
                french = mark in ";:!?" and view.source.language == "fr"
                if view.source.text[match.start() : match.end() + 1] == text[match.start() : match.end() + 1]:
                    continue
                if text[match.start() - 1 : match.end() + 1] in view.source.text and not french:
                    continue
                if french and any(f"{space}{mark}" in view.source.text for space in " \u00a0\u202f"):
                    yield self._spaced(view, "spacing.french", match, mark)
                elif text[match.end() : match.end() + 3] != "..." and text[match.end()] != "…":
                    yield self._spaced(view, "spacing.before", match, mark)
                seen += 1
                if seen > 50:
                    return
        for match in _GLUED.finditer(text) if _MAY_BE_GLUED.search(text) else ():
            around = text[max(0, match.start() - 12) : match.end() + 12]
            if not _ADDRESS.search(around):
                yield self.finding(
                    view,
                    "spacing.missing",
                    Side.TARGET,
                    (match.start() - 1, match.start()),
                    mark=text[match.start() - 1],
                )
                return

    def _spaced(self, view: PairView, code: str, match: re.Match[str], mark: str) -> Finding:
        return self.finding(view, code, Side.TARGET, (match.start(), match.end() + 1), mark, mark=mark)


_ADDRESS = re.compile(r"www|http|\.(?:com|org|net|fr|uk|co|io)|@|[A-Z]\.[A-Z]")


class MarksCheck(PairCheck):
    """Doubled and stray marks: ",," ",." "word_ word" "word? word"."""

    name = "marks"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        text, source = view.target.text, view.source.text
        odd = _is_odd(view)
        if odd and _MAY_BE_DOUBLED.search(text) and not _DOUBLED.search(source):
            for match in _DOUBLED.finditer(text):
                if match.group() in (".,", ",.") and _abbreviation(text, match.start()):
                    continue
                yield self.finding(view, "mark.doubled", Side.TARGET, match.span(), mark=match.group())
        if _may_be_stray(text) and _STRAY.search(source) is None:
            for match in _STRAY.finditer(text):
                if match.group() in ("'", "’") and (
                    _OPEN_SINGLE.search(text) or text[match.start() - 2 : match.start()] == "in"
                ):
                    continue
                if match.group() == "- " and not self._stray_hyphen(text, match):
                    continue
                yield self.finding(view, "mark.stray", Side.TARGET, match.span(), mark=match.group().strip())
        if odd and view.target.language == "en" and _MAY_BE_STOP.search(text) and _STRAY_STOP.search(source) is None:
            yield from self._stops(view)

    def _stops(self, view: PairView) -> Iterable[Finding]:
        """A full stop before a lower-case word, when the word before is no abbreviation."""
        text = view.target.text
        for match in _STRAY_STOP.finditer(text):
            before = re.search(r"[^\W\d_]+$", text[max(0, match.start() - 20) : match.start()])
            word = before.group() if before else ""
            if word.lower() not in _ABBREVIATIONS and (word.islower() or len(word) > 4):
                yield self.finding(view, "mark.stray", Side.TARGET, match.span(), mark=".")

    def _stray_hyphen(self, text: str, match: re.Match[str]) -> bool:
        """ "the- wealth", not "pre- and post-war"."""
        return re.match(r"(?:and|or|to|et|nor)\b", text[match.end() :]) is None


_ABBREVIATIONS = frozenset((
    "etc", "approx", "dept", "govt", "inc", "ltd", "corp", "vol", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thur", "thurs", "fri", "sat", "sun", "ave", "est",
    "viz", "cap", "fig", "figs", "min", "max", "misc", "prof", "capt", "gen", "sgt", "rev", "hon", "jr", "sr", "mrs",
    "mlle", "mme", "messrs", "tel", "ext", "incl", "excl", "ref", "refs", "prev", "sec", "secs", "hrs", "avg", "lat",
    "yrs",
))  # fmt: skip


def _may_be_stray(text: str) -> bool:
    """Has it any of the signs of which _STRAY wants one? Looked for one by one first: a set of so many beginnings takes
    a regular expression ten times as long."""
    one = "- " in text or "' " in text or "’ " in text or "?" in text or "!" in text
    some = one or "_" in text or "~" in text or "@" in text or ",-" in text
    return some and _MAY_BE_STRAY.search(text) is not None


def _abbreviation(text: str, at: int) -> bool:
    """Inc., etc., U.S., J., etc. before a comma."""
    before = re.search(r"[^\W\d_]+$", text[max(0, at - 12) : at])
    if before is None:
        return text[at - 1 : at] in (".", ")", "]") or at == 0 or not text[at - 1].isspace()
    word = before.group()
    return len(word) <= 2 or word.lower() in _ABBREVIATIONS or word[0].isupper() or not word.islower()


class EdgesCheck(PairCheck):
    """Starts with a small letter, or ends without a mark, where the source does not."""

    name = "edges"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        source, target = view.pair.source.strip(), view.pair.target.strip()
        yield from self._start(view)
        end_s, end_t = source.rstrip(_AFTER_END), target.rstrip(_AFTER_END)
        if not end_s or not end_t or len(view.source.texts) < 4:
            return
        if end_s[-1] in ".!?…" and (end_t[-1].isalnum() or end_t[-1] in ",;-–—_~@%"):
            offset = view.pair.target.rfind(end_t[-1])
            yield self.finding(view, "end.missing", Side.TARGET, (offset, offset + 1), mark=end_s[-1])

    def _start(self, view: PairView) -> Iterable[Finding]:
        if not view.source.texts or not view.target.texts:
            return
        if not (view.source.texts[0][0].isupper() and view.target.texts[0][0].islower()):
            return
        first_s, first_t = view.source.word(0), view.target.word(0)
        text = view.target.text
        if view.source.text[: first_s.start].strip(" \u00a0\u202f\t\"'“«‘-–—([*•") or text[: first_t.start].strip(
            " \u00a0\"'“«‘-–—([*•"
        ):
            return
        if (
            first_t.text in view.source.text
            or any(c.isupper() for c in first_t.text)
            or text[first_t.end : first_t.end + 1].isdigit()
        ):
            return  # iPhone, eBay, names written small
        right = first_t.text[0].upper() + first_t.text[1:]
        whole = view.pair.source.rstrip(_AFTER_END)[-1:] in tuple(_FINAL)
        if whole or len(view.source.texts) > 3:
            yield self.finding(
                view, "start.lower", Side.TARGET, (first_t.start, first_t.end), right, whole, word=first_t.text
            )


class PairedMarksCheck(PairCheck):
    """Brackets and quotation marks that open and never close, or the other way round."""

    name = "paired-marks"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        bad = unpaired(view.target.text)
        return self._look(view, bad) if bad else ()

    def _look(self, view: PairView, bad: list[tuple[str, int]]) -> Iterator[Finding]:
        source_bad = {kind for kind, _ in unpaired(view.source.text)}
        straight_ok = view.source.text.count('"') % 2 == 0
        for kind, offset in bad:
            if kind in source_bad or (kind == "quotes" and not straight_ok):
                continue
            mark = view.target.text[offset]
            yield self.finding(view, f"{kind}.unpaired", Side.TARGET, (offset, offset + 1), mark=mark)


_MARKS = re.compile(r"[(\[{“«)\]}”»\"]")


def unpaired(text: str) -> list[tuple[str, int]]:
    """("brackets" or "quotes", offset) of every mark without its partner."""
    stack: list[tuple[str, int]] = []
    bad: list[tuple[str, int]] = []
    if _MARKS.search(text) is None:
        return bad
    straight = []
    for match in _MARKS.finditer(text):
        offset, char = match.start(), match.group()
        if char in _OPENERS:
            stack.append((char, offset))
        elif char in _CLOSERS:
            if stack and stack[-1][0] == _PAIRS[char]:
                stack.pop()
            elif any(mark == _PAIRS[char] for mark, _ in stack[-8:]):
                while stack[-1][0] != _PAIRS[char]:
                    bad.append(stack.pop())
                stack.pop()
            elif not _list_item(text, offset):
                bad.append((char, offset))
        elif char == '"' and not (offset and text[offset - 1].isdigit()):
            straight.append(offset)
    if len(straight) % 2:
        bad.append(('"', _lonely(text, straight)))
    bad += stack
    curly = [item for item in bad if item[0] in '“”«»"']
    if len(curly) == 2:  # “so" and ”so”: two kinds of marks, but a pair
        bad = [item for item in bad if item not in curly]
    found = [("quotes" if char in '“”«»"' else "brackets", offset) for char, offset in bad]
    return sorted(found, key=lambda item: item[1])


def _lonely(text: str, offsets: list[int]) -> int:
    """Which of an odd number of straight quotes has no partner: the first that looks the wrong way."""
    opening = True
    for offset in offsets:
        opens = (
            offset + 1 < len(text)
            and not text[offset + 1].isspace()
            and (offset == 0 or not text[offset - 1].isalnum())
        )
        if opens != opening:
            return offset
        opening = not opening
    return offsets[-1]


def _list_item(text: str, offset: int) -> bool:
    """a) 1) smileys."""
    return text[offset] == ")" and (offset < 3 or text[offset - 1] in ":;-0123456789" or text[offset - 2] in " \n(")


class GuillemetCheck(PairCheck):
    """« » left in English."""

    name = "guillemets"

    def examine(self, view: PairView, env: Environment) -> Iterable[Finding]:
        if view.target.language != "en":
            return
        text = view.target.text
        for mark, right in (("«", "“"), ("»", "”")):
            offset = text.find(mark)
            if offset >= 0:
                yield self.finding(view, "guillemets.left", Side.TARGET, (offset, offset + 1), right, mark=mark)
                return

"""How right each reason has been: what a reviewer decided about findings, counted by reason over all his articles.

A finding was right when he accepted it as an error, or altered the text himself and the new text no longer has it. It
was wrong when he dismissed it. What he took back counts for nothing, and so does what he never looked at.

The ledger is the user's own, beside his memory and termbase, since a reason shows how good it is over many articles.
It is a file of JSON lines that only grows: a crash costs at most its last line.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.change import Change, Dismiss, Restore, SetRemark
from ..domain.finding import Dismissal, Scope
from ..domain.mqm import Annotation
from ..domain.score import Scorecard
from ..domain.segment import Origin
from ..kit.errors import StoreError
from ..kit.files import atomic_write
from .scores import Scores

if TYPE_CHECKING:
    from .session import ReviewSession

_SIGNALS = "scorer."  # how the reasons of signals other than the rules begin
FILE = "decisions.jsonl"
ENOUGH, POOR = 8, 0.25  # so many decisions, less than this share of them right: muting is offered


class Verdict(str, Enum):
    """NONE: taken back. BACK: the finding is there again, which takes back that it was mended and nothing else."""

    ACCEPTED = "accepted"
    MENDED = "mended"
    DISMISSED = "dismissed"
    NONE = "none"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Decision:
    """key: the finding's fingerprint, or what stands for a whole article. code: the reason; "" with NONE and BACK."""

    key: str
    code: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Precision:
    """code: the reason. right: accepted or mended. wrong: dismissed."""

    code: str
    right: int
    wrong: int

    @property
    def total(self) -> int:
        return self.right + self.wrong

    @property
    def share(self) -> float:
        """0–1, of at least one decision."""
        return self.right / self.total if self.total else 0.0


class Decisions:
    """The ledger. path: None keeps it in memory alone. Read at first use; for one thread."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._held: dict[str, tuple[str, Verdict]] = {}
        self._kept: dict[str, int] = {}  # reasons that were not to be muted -> decisions there were then
        self._read = path is None

    def note(self, decisions: Iterable[Decision]) -> list[str]:
        """Keeps what is new in them; returns the reasons whose figures have changed. Raises StoreError."""
        self._load()
        changed: list[str] = []
        lines: list[dict[str, object]] = []
        for decision in decisions:
            before = self._held.get(decision.key)
            if not self._put(decision):
                continue
            code = decision.code or (before[0] if before else "")
            changed.append(code)
            lines.append({"key": decision.key, "code": code, "verdict": decision.verdict.value})
        self._append(lines)
        return list(dict.fromkeys(changed))

    def of(self, code: str) -> Precision:
        return next((found for found in self.precision() if found.code == code), Precision(code, 0, 0))

    def precision(self) -> list[Precision]:
        """Every reason that was ever decided about, the most decided first."""
        self._load()
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for code, verdict in self._held.values():
            counts[code][verdict is Verdict.DISMISSED] += 1
        found = [Precision(code, right, wrong) for code, (right, wrong) in counts.items()]
        return sorted(found, key=lambda each: (-each.total, each.code))

    def poor(self, code: str) -> bool:
        """Is it worth offering to mute this reason? Not again before twice as much has been decided."""
        found = self.of(code)
        return found.total >= max(ENOUGH, 2 * self._kept.get(code, 0)) and found.share < POOR

    def keep(self, code: str) -> None:
        """The reader wants to go on seeing this reason. Raises StoreError."""
        self._load()
        self._kept[code] = self.of(code).total
        self._append([{"keep": code, "at": self._kept[code]}])

    def _put(self, decision: Decision) -> bool:
        held = self._held.get(decision.key)
        if decision.verdict in (Verdict.NONE, Verdict.BACK):
            if held is None or (decision.verdict is Verdict.BACK and held[1] is not Verdict.MENDED):
                return False
            del self._held[decision.key]
            return True
        if not decision.code or held == (decision.code, decision.verdict):
            return False
        if held is not None and decision.verdict is Verdict.MENDED:
            return False  # what he said of it in so many words stands
        self._held[decision.key] = (decision.code, decision.verdict)
        return True

    # -- the file

    def _load(self) -> None:
        if self._read or self._path is None:
            return
        self._read = True
        if not self._path.exists():
            return
        lines = 0
        try:
            with self._path.open(encoding="utf-8", errors="replace") as handle:
                for line in handle:
                    lines += 1
                    self._take(line)
        except OSError as error:
            raise _unusable(self._path, error) from error
        if lines > 1000 and lines > 4 * len(self._held):
            self._write_anew(self._path)

    def _take(self, line: str) -> None:
        """A line that is none (torn, or of a later version) is passed over."""
        try:
            record = json.loads(line)
            if "keep" in record:
                self._kept[str(record["keep"])] = int(record["at"])
            else:
                self._put(Decision(str(record["key"]), str(record["code"]), Verdict(record["verdict"])))
        except (ValueError, KeyError, TypeError):
            return

    def _append(self, records: list[dict[str, object]]) -> None:
        if self._path is None or not records:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            torn = self._path.exists() and not _ends_with_newline(self._path)
            with self._path.open("a", encoding="utf-8") as handle:
                handle.write("\n" * torn + _lines(records))
        except OSError as error:
            raise _unusable(self._path, error) from error

    def _write_anew(self, path: Path) -> None:
        """Without what was taken back."""
        records: list[dict[str, object]] = [
            {"key": key, "code": code, "verdict": verdict.value} for key, (code, verdict) in self._held.items()
        ]
        records += [{"keep": code, "at": total} for code, total in self._kept.items()]
        with atomic_write(path, "w") as handle:
            handle.write(_lines(records))


def of_change(change: Change, scores: Scores, article: str) -> Iterator[Decision]:
    """What a change says about findings. article: stands for the project where a reason is dismissed in all of it."""
    if isinstance(change, (Dismiss, Restore)):
        dismissed = isinstance(change, Dismiss)
        key, code = _named(change.dismissal, scores, article)
        yield Decision(key, code if dismissed else "", Verdict.DISMISSED if dismissed else Verdict.NONE)
    elif isinstance(change, SetRemark):
        before, after = change.before, change.after
        if isinstance(after, Annotation) and after.finding and before is None:
            yield Decision(after.finding, _code(scores, after.segment, after.finding), Verdict.ACCEPTED)
        elif after is None and isinstance(before, Annotation) and before.finding:
            yield Decision(before.finding, "", Verdict.NONE)


def of_card(session: ReviewSession, card: Scorecard) -> Iterator[Decision]:
    """What a new score says about the findings that stood there when a person began to alter the text.

    Those of what he typed in between are not asked: he has never seen the text as finished. A reason that is still
    there has not been mended, wherever it stands now; and where only the rules have spoken yet, what the other
    signals found is left open.
    """
    if session.row(card.id).target.origin is not Origin.HUMAN:
        return
    mark = session.scores.marks.get(card.id)
    if card.id not in session.met and mark is not None and session.is_stale(card.id):
        session.met[card.id] = {key: code for key, code in _keys(mark.keys) if code in session.scores.open(card.id)}
    there = {finding.code for finding in card.findings}
    rules_alone = card.signature.startswith("tg:rules")
    for key, code in session.met.get(card.id, {}).items():
        if code in there:
            yield Decision(key, "", Verdict.BACK)
        elif not (rules_alone and code.startswith(_SIGNALS)):
            yield Decision(key, code, Verdict.MENDED)


def _named(dismissal: Dismissal, scores: Scores, article: str) -> tuple[str, str]:
    """Key and reason of a dismissal. Muting for good is no judgement of one finding."""
    if dismissal.scope is Scope.HERE:
        return dismissal.key, _code(scores, dismissal.segment, dismissal.key)
    if dismissal.scope is Scope.ARTICLE:
        return f"{dismissal.key} {article}", dismissal.key
    return "", ""


def _code(scores: Scores, segment: str, key: str) -> str:
    """The reason of a finding of the segment's card, or of one that the whole article showed."""
    mark = scores.marks.get(segment)
    own = dict(_keys(mark.keys)) if mark is not None else {}
    return own.get(key) or next((found.code for found in scores.of_article(segment) if found.fingerprint == key), "")


def _keys(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.split("\n"):
        key, _, code = line.partition(" ")
        if code:
            yield key, code


def _lines(records: Iterable[dict[str, object]]) -> str:
    return "".join(json.dumps(record, ensure_ascii=True) + "\n" for record in records)


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as handle:
        handle.seek(0, 2)
        if handle.tell() == 0:
            return True
        handle.seek(-1, 2)
        return handle.read(1) == b"\n"


def _unusable(path: Path, error: OSError) -> StoreError:
    return StoreError(
        "What you decided about findings cannot be kept.", f"See whether {path} can be written.", error.strerror or ""
    )


__all__ = ["ENOUGH", "FILE", "POOR", "Decision", "Decisions", "Precision", "Verdict", "of_card", "of_change"]

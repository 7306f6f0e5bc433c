"""Nouns <-> columns and JSON. Enumerations are stored as their place in a tuple that only ever grows at its end."""

from __future__ import annotations

import dataclasses
import json
import zlib
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from ..domain.article import Article
from ..domain.candidate import Candidate
from ..domain.finding import Finding, Severity
from ..domain.language import LanguagePair
from ..domain.original import Original
from ..domain.score import Contribution, Scorecard, WordScore
from ..domain.segment import EMPTY_TARGET, Exclusion, Origin, Row, Segment, SegmentKind, State, Target
from ..domain.span import Side, Span

KINDS = (
    SegmentKind.PARAGRAPH,
    SegmentKind.HEADING,
    SegmentKind.LIST_ITEM,
    SegmentKind.CAPTION,
    SegmentKind.QUOTE,
    SegmentKind.CODE,
    SegmentKind.TABLE_CELL,
)
EXCLUSIONS = (Exclusion.NONE, Exclusion.DEBRIS, Exclusion.BY_HAND, Exclusion.BROUGHT_BACK)
IN = frozenset(number for number, kind in enumerate(EXCLUSIONS) if not kind.excluded)  # what is part of the article
STATES = (State.INITIAL, State.TRANSLATED, State.REVIEWED, State.FINAL)
ORIGINS = (Origin.NONE, Origin.HUMAN, Origin.ENGINE, Origin.MEMORY, Origin.DRAFT)

_KIND, _EXCLUSION, _STATE, _ORIGIN = (
    {member: number for number, member in enumerate(members)} for members in (KINDS, EXCLUSIONS, STATES, ORIGINS)
)

COLUMNS = (
    "id, source, gap, paragraph, kind, level, exclusion, "
    "text, state, origin, engine, author, at, rejected, locked, revision"
)
# Places in a record, for those who scan all of them (filters, statistics) without building rows.
ID, SOURCE, GAP, PARAGRAPH, KIND, LEVEL, EXCLUSION, TEXT, STATE, ORIGIN = range(10)
AUTHOR, AT, REJECTED, LOCKED, REVISION = range(11, 16)

Record = tuple[Any, ...]


def storable(text: str) -> str:
    """Half a surrogate pair is no character, and no file can hold it: it becomes U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def encode_row(row: Row) -> Record:
    s, t = row.segment, row.target
    return (
        *(s.id, storable(s.source), storable(s.gap), s.paragraph, _KIND[s.kind], s.level, _EXCLUSION[s.exclusion]),
        *(storable(t.text), _STATE[t.state], _ORIGIN[t.origin], t.engine, t.by, t.at, t.rejected, int(t.locked)),
        row.revision,
    )


def decode_row(record: Record) -> Row:
    return Row(decode_segment(record), decode_target(record), record[REVISION])


def decode_segment(record: Record) -> Segment:
    id_, source, gap, paragraph, kind, level, exclusion = record[:7]
    return Segment(id_, source, gap, paragraph, KINDS[kind], level, EXCLUSIONS[exclusion])


def decode_target(record: Record) -> Target:
    text, state, origin, engine, by, at, rejected, locked = record[7:15]
    if not (text or state or origin or engine or by or at or rejected or locked):
        return EMPTY_TARGET
    return Target(text, STATES[state], ORIGINS[origin], engine, by, at, rejected, bool(locked))


def stamp(source: str) -> bytes:
    """Eight bytes that stand for a source text."""
    return blake2b(source.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def encode_target(target: Target) -> str:
    return dump(encode_row(Row(Segment("", ""), target))[7:15])


def target_of(text: str) -> Target:
    return decode_target((None,) * 7 + tuple(json.loads(text)))


def rows_of(text: str) -> tuple[Row, ...]:
    return tuple(decode_row(tuple(record)) for record in json.loads(text))


def encode_candidate(candidate: Candidate) -> str:
    return dump(dataclasses.asdict(candidate))


def candidate_of(text: str) -> Candidate:
    fields = json.loads(text)
    fields["doubts"] = tuple(fields["doubts"])
    return Candidate(**fields)


def encode_article(article: Article) -> dict[str, str]:
    """All of an article but its segments, as meta entries."""
    return {
        "lead": dump(article.lead),
        "title": dump(article.title),
        "origin": dump(article.origin),
        "pair": dump([article.pair.source, article.pair.target]),
        "metadata": dump(dict(article.metadata)),
    }


def article_of(meta: dict[str, str], segments: Sequence[Segment]) -> Article:
    values = {key: json.loads(meta[key]) for key in ("lead", "title", "origin", "pair", "metadata")}
    values["pair"] = LanguagePair(*values["pair"])
    return Article(tuple(segments), **values)


def encode_original(original: Original) -> Record:
    return (original.format, original.name, zlib.compress(original.data, 6))


def original_of(record: Record) -> Original:
    format_id, name, body = record
    return Original(format_id, name, zlib.decompress(body))


def finding_keys(card: Scorecard) -> str:
    """ "fingerprint code" pairs, a line each: what is kept in memory of a segment's findings."""
    return "\n".join(f"{finding.fingerprint} {finding.code}" for finding in card.findings)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _finding(f: Finding) -> list[Any]:
    head = [f.check, f.code, f.side.value, _span(f.span), f.message, f.severity.value, f.fingerprint]
    return [*head, [list(p) for p in f.params], f.hard, f.category, f.suggestion]


def encode_card(card: Scorecard) -> str:
    """Findings, words and contributions; the figures have columns of their own."""
    words = [[w.side.value, w.span.start, w.span.end, round(w.score, 4), w.reason] for w in card.words]
    parts = [[c.signal, round(c.points, 3), c.detail] for c in card.contributions]
    return dump([[_finding(f) for f in card.findings], words, parts, card.flagged])


def _finding_of(segment: str, v: list[Any]) -> Finding:
    span = None if v[3] is None else Span(*v[3])
    params = tuple((key, value) for key, value in v[7])
    return Finding(v[0], v[1], segment, Side(v[2]), span, v[4], Severity(v[5]), v[6], params, v[8], v[9], v[10])


def card_of(segment: str, divergence: float, order: float, signature: str, body: str) -> Scorecard:
    findings, words, parts, flagged = json.loads(body)
    return Scorecard(
        segment,
        divergence,
        order,
        flagged,
        tuple(_finding_of(segment, values) for values in findings),
        tuple(WordScore(Side(w[0]), Span(w[1], w[2]), w[3], w[4]) for w in words),
        tuple(Contribution(*part) for part in parts),
        signature,
    )

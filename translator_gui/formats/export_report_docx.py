"""The return package for a translator: source and translation side by side in Word, what the reviewer altered as
tracked changes, errors and comments as Word comments on the words they are about.

Tracked changes are w:ins and w:del of Office Open XML (ISO/IEC 29500-1, 17.13.5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..domain.report import CommentLine, ErrorLine, QualityReport, SegmentLine
from ..domain.span import Side, Span
from ..kit.files import write_archive
from ..text.diff import DiffKind, word_diff
from ..text.following import follow
from ..text.xml_characters import strip_forbidden
from .report_words import facts, scores, verdict, words

_WIDTHS = (0.06, 0.47, 0.47)
_UNDATED = "1970-01-01T00:00:00Z"


@dataclass(frozen=True)
class _Remark:
    """A Word comment. span: of the text of its cell, None for all of it."""

    id: int
    side: Side
    span: Span | None


class ReturnPackage:
    format = "docx"
    extension = ".docx"

    def write(self, report: QualityReport, path: Path, language: str = "en") -> list[Path]:
        from docx import Document

        word, w = Document(), words(language)
        word.core_properties.title = strip_forbidden(f"{w['report']}: {report.title}")[:255]
        word.core_properties.author = strip_forbidden(report.reviewer)[:255]
        word.core_properties.comments = report.program
        word.add_heading(strip_forbidden(report.title or report.origin or w["report"]), level=1)
        if verdict(report, language):
            word.add_paragraph(strip_forbidden(verdict(report, language))).runs[0].bold = True
        _landscape(word)
        _head(word, [*scores(report, language), *facts(report, language)])
        _table(word, report, language)
        write_archive(path, word.save)
        return [path]


def _landscape(word: Any) -> None:
    """A4 on its side, so that two texts have room beside each other."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(18)


def _head(word: Any, pairs: Sequence[tuple[str, str]]) -> None:
    """Figures and facts in two columns of names and values."""
    from docx.shared import Pt, RGBColor

    half = -(-len(pairs) // 2)
    table = word.add_table(rows=half, cols=4)
    for place, pair in enumerate(pairs):
        for side, text in enumerate(pair):
            paragraph = table.rows[place % half].cells[2 * (place // half) + side].paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            run = paragraph.add_run(strip_forbidden(text))
            if side == 0:
                run.font.color.rgb = RGBColor(0x5A, 0x61, 0x6B)
    word.add_paragraph()


def _table(word: Any, report: QualityReport, language: str) -> None:
    from docx.oxml import OxmlElement

    section, w = word.sections[0], words(language)
    width = section.page_width - section.left_margin - section.right_margin
    table = word.add_table(rows=1, cols=3, style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, _WIDTHS, strict=True):
        column.width = int(width * share)
    for cell, text in zip(table.rows[0].cells, ("", w["source"], w["target"]), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table._tbl.extend(_parsed(_rows(word, report, language)))


def _parsed(rows: Iterable[str]) -> list[Any]:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return list(parse_xml(f"<w:tbl {nsdecls('w')}>{''.join(rows)}</w:tbl>"))


def _rows(word: Any, report: QualityReport, language: str) -> Iterator[str]:
    said: dict[str, list[ErrorLine | CommentLine]] = {}
    everything: list[ErrorLine | CommentLine] = [*report.errors, *report.comments]
    for each in everything:
        said.setdefault(each.segment, []).append(each)
    numbers = iter(range(1, 2**31))
    for line in report.segments:
        remarks = [_remark(word, line, each, report, language) for each in said.get(line.id, ())]
        if line.rejected:
            w = words(language)
            remarks.append(
                _Remark(_comment(word, f"{w['rejected']}: {line.rejected}", report.reviewer), Side.TARGET, None)
            )
        source = _paragraph(_pieces_of(line.source, line.source), remarks, Side.SOURCE, "", "", numbers)
        when = report.finished or report.created or _UNDATED
        target = _paragraph(_pieces_of(line.before, line.target), remarks, Side.TARGET, report.reviewer, when, numbers)
        place = _paragraph([("same", str(line.place))], (), Side.SOURCE, "", "", numbers)
        cells = "".join(f"<w:tc>{cell}</w:tc>" for cell in (place, source, target))
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _remark(
    word: Any, line: SegmentLine, said: ErrorLine | CommentLine, report: QualityReport, language: str
) -> _Remark:
    w = words(language)
    if isinstance(said, CommentLine):
        body = f"“{said.quote}” {said.body}" if said.quote else said.body
        return _Remark(_comment(word, body, said.by or report.reviewer), Side.TARGET, None)
    body = f"{said.name} ({w[said.severity.value]})"
    body += f": {said.comment}" if said.comment else ""
    body += f"\n{w['suggestion']}: {said.suggestion}" if said.suggestion else ""
    now, then = (line.source, said.source) if said.side is Side.SOURCE else (line.target, said.target)
    span = follow(said.span, then, now) if said.span else None
    if said.span and span is None:
        body = f"“{said.quote}” {body}"
    return _Remark(_comment(word, body, said.by or report.reviewer), said.side, span)


def _comment(word: Any, body: str, author: str) -> int:
    author = strip_forbidden(author) or "?"
    initials = "".join(part[0] for part in author.split())[:3].upper()
    text = strip_forbidden(body)
    return int(word.comments.add_comment(text, author, initials).comment_id)


def _pieces_of(before: str, after: str) -> list[tuple[str, str]]:
    """(kind, text): "same" and "ins" put together are ``after``, "same" and "del" ``before``."""
    if before == after or not before:
        return [("same", after)]
    pieces = []
    for op in word_diff(before, after):
        if op.kind is DiffKind.EQUAL:
            pieces.append(("same", op.after_span.of(after)))
            continue
        pieces += [("del", op.before_span.of(before)), ("ins", op.after_span.of(after))]
    return [(kind, text) for kind, text in pieces if text]


def _paragraph(
    pieces: Iterable[tuple[str, str]],
    remarks: Iterable[_Remark],
    side: Side,
    author: str,
    when: str,
    numbers: Iterator[int],
) -> str:
    """Pieces are cut where a comment begins or ends; a comment on nothing in particular spans the paragraph."""
    pieces = list(pieces)
    length = sum(len(text) for kind, text in pieces if kind != "del")
    spans = [(each.id, each.span or Span(0, length)) for each in remarks if each.side is side]
    cuts = sorted({place for _, span in spans for place in span})
    xml, at = [], 0
    opened: set[int] = set()
    for kind, text in pieces:
        if kind == "del":
            xml.append(_tracked("del", text, author, when, next(numbers)))
            continue
        inner = [0, *(cut - at for cut in cuts if at < cut < at + len(text)), len(text)]
        for start, end in pairwise(inner):
            for id_, span in spans:
                if id_ not in opened and span.start <= at + start:
                    opened.add(id_)
                    xml.append(f'<w:commentRangeStart w:id="{id_}"/>')
            part = text[start:end]
            xml.append(_run(part) if kind == "same" else _tracked("ins", part, author, when, next(numbers)))
            xml += [_end(id_) for id_, span in spans if id_ in opened and span.end == at + end > span.start]
        at += len(text)
    empty = [id_ for id_, span in spans if span.start == span.end]
    xml += [(f'<w:commentRangeStart w:id="{id_}"/>' if id_ not in opened else "") + _end(id_) for id_ in empty]
    return f"<w:p>{''.join(xml)}</w:p>"


def _end(id_: int) -> str:
    return f'<w:commentRangeEnd w:id="{id_}"/><w:r><w:commentReference w:id="{id_}"/></w:r>'


def _run(text: str, tag: str = "w:t") -> str:
    body = escape(strip_forbidden(text), quote=False).replace("\r\n", "\n").replace("\r", "\n")
    for mark, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        body = body.replace(mark, f'</{tag}>{element}<{tag} xml:space="preserve">')
    return f'<w:r><{tag} xml:space="preserve">{body}</{tag}></w:r>'


def _tracked(kind: str, text: str, author: str, when: str, number: int) -> str:
    run = _run(text, "w:delText" if kind == "del" else "w:t")
    who = escape(strip_forbidden(author) or "?")
    return f'<w:{kind} w:id="{number}" w:author="{who}" w:date="{escape(when)}">{run}</w:{kind}>'

"""The fonts of a row's texts and figures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from ...domain.segment import SegmentKind


@dataclass(frozen=True, slots=True)
class Fonts:
    """Made once per size. line: height of a line of text; metrics: of the small font."""

    text: QFont
    heading: QFont
    caption: QFont
    small: QFont
    bold: QFont
    slanted: QFont
    line: int
    metrics: QFontMetrics

    @classmethod
    def of(cls, base: QFont) -> Fonts:
        heading, caption, small = QFont(base), QFont(base), QFont(base)
        heading.setWeight(QFont.Weight.DemiBold)
        caption.setItalic(True)
        small.setPointSizeF(max(7.5, base.pointSizeF() * 0.88))
        bold, slanted = QFont(small), QFont(small)
        bold.setBold(True)
        slanted.setItalic(True)
        line = QFontMetrics(base).height()
        return cls(QFont(base), heading, caption, small, bold, slanted, line, QFontMetrics(small))

    def for_kind(self, kind: SegmentKind) -> QFont:
        if kind is SegmentKind.HEADING:
            return self.heading
        return self.caption if kind is SegmentKind.CAPTION else self.text

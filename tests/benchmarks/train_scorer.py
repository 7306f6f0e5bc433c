"""Fits the scorer: ``python -m tests.benchmarks.train_scorer [--data DIR] [--cached-only]`` writes resources/scoring/.

Needs the extra ``train`` (scikit-learn) and the extras ``semantic`` and ``local``. Seeds are fixed; the data and its
SHA-256 sums are printed and kept beside the figures. Measuring takes over an hour on two cores the first time (kept
in a cache folder, TRANSLATOR_GUI_SCORER_CACHE), fitting about six minutes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from tests.conftest import SHARED_DATA
from translator_gui.scoring.combine import FORMAT as MODEL_FORMAT
from translator_gui.scoring.probe import Probes
from translator_gui.scoring.word_model import FORMAT as WORDS_FORMAT

from . import scoring_data as data_sets
from .fit_linear import best_floor, calibrate, evenly, fit_flag, fit_order, flag_features, loose, rule_weights, score
from .fit_report import report, report_false_flags
from .fit_trees import apply, export, fit_segment, fit_words, set_figures
from .scoring_data import SEED
from .scoring_measure import cached, embedded_only, measured, vectors
from .scoring_tables import Example, examples
from .train_probe import fit_meaning, fit_reading, fold_of

ROOT = Path(__file__).resolve().parents[2]
PROFILES = ("fast", "full")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED_DATA)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "scoring")
    parser.add_argument("--cached-only", action="store_true", help="use only what was measured before")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"The data folder {options.data} is not here: nothing fitted.", file=sys.stderr)
        return 1
    sums = data_sets.hashes(options.data)
    print("\n".join(sums))
    train, held = data_sets.training(options.data), data_sets.calibration(options.data)
    more = data_sets.probing(options.data)
    if options.cached_only:
        train, held, more = cached(train), cached(held), embedded_only(more)
    print(f"{len(train)} rows to fit, {len(more)} for the encoder's probe, {len(held)} to calibrate")
    meaning, reading = fit_meaning(lambda: vectors(more)), fit_reading(lambda: measured(train))
    probes = [Probes(*both) for both in zip(meaning, reading, strict=True)]
    rows = examples(train, lambda group: probes[fold_of(group)])
    calm = examples(held, lambda group: probes[-1])
    options.out.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {"format": np.array(WORDS_FORMAT)}
    arrays |= meaning[-1].arrays("probe.meaning") | reading[-1].arrays("probe.reading")
    profiles: dict[str, Any] = {}
    rules = rule_weights(options.data, {name.partition(".")[2] for e in rows for name in e.rules})
    print("rules", {name: weight for name, (_, weight) in rules.items()})
    profiles["rules"] = fit_profile("rules", rows, calm, rules, arrays)
    _SHARED.update(rows=rows, calm=calm, rules=rules)
    with ProcessPoolExecutor(len(PROFILES), get_context("fork")) as pool:
        for profile, (table, own) in zip(PROFILES, pool.map(_fitted, PROFILES), strict=True):
            profiles[profile] = table
            arrays |= own
    np.savez_compressed(options.out / "words.npz", **arrays)
    version = f"{SEED}-{len(rows)}-{hashlib.blake2b(json.dumps(profiles).encode(), digest_size=3).hexdigest()}"
    table = {"format": MODEL_FORMAT, "version": version, "data": sums, "profiles": profiles}
    (options.out / "model.json").write_text(json.dumps(table, indent=1, ensure_ascii=False), encoding="utf-8")
    return 0


_SHARED: dict[str, Any] = {}  # what forked processes see without a copy


def _fitted(profile: str) -> tuple[dict[str, Any], dict[str, Any]]:
    arrays: dict[str, Any] = {}
    return fit_profile(profile, **_SHARED, arrays=arrays), arrays


def fit_profile(
    profile: str,
    rows: list[Example],
    calm: list[Example],
    rules: dict[str, list[float]],
    arrays: dict[str, Any],
) -> dict[str, Any]:
    """One profile's part of model.json; its trees go into ``arrays``."""
    segment, calm_segment = [0.0] * len(rows), [0.0] * len(calm)
    if profile == "rules":
        for example in (*rows, *calm):
            example.figures = {}
    else:
        target, source = fit_words(rows, "target", profile), fit_words(rows, "source", profile)
        set_figures(rows, target.unseen, source.unseen, profile)
        whole = fit_segment(rows)
        segment = [float(v) for v in whole.unseen]
        calm_segment = apply(calm, target, source, whole, profile)
        for name, part in (("target", target), ("source", source), ("segment", whole)):
            arrays |= export(part.model).arrays(f"{profile}.{name}")
            arrays[f"{profile}.{name}.columns"] = np.array(part.columns)
    tables, calm_tables = (
        [flag_features(e, s) for e, s in zip(own, answers, strict=True)]
        for own, answers in ((rows, segment), (calm, calm_segment))
    )
    rules = best_floor(rows, tables, rules, profile)
    flag = fit_flag(rows, tables, rules, profile)
    order = fit_order(rows, tables, rules, profile)
    judged = [*zip(rows, tables, strict=True), *zip(calm, calm_tables, strict=True)]  # out of fold, or never seen
    good = evenly([(e, score(flag, t)) for e, t in judged if e.row.good and e.row.language == "fr" and not loose(e)])
    bad = [score(flag, t) for e, t in judged if not e.row.good and e.row.kind != "tiny"]
    for name, table in (("flag", flag), ("order", order)):
        own = {n: [round(v, 3) for v in w] for n, w in table["weights"].items() if not n.startswith("rules.")}
        print(profile, name, own, "hard rules", table["weights"]["rules.hard"][1])
    report(profile, rows, tables, flag, order)
    calibration = calibrate(good, bad)
    report_false_flags(profile, [(e.row, score(flag, t)) for e, t in judged if e.row.good], calibration)
    return {"flag": flag, "order": order, "calibration": calibration}


if __name__ == "__main__":
    sys.exit(main())

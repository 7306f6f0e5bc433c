"""A batch on a Dask cluster of real processes, one of which is killed."""

from __future__ import annotations

import logging
import os
import signal
from collections import Counter
from pathlib import Path

import pytest

from tests.pipeline.made_articles import make_pairs
from tests.pipeline.test_batch import RECIPE, run, written
from translator_gui.domain.batch import ArticleLine
from translator_gui.kit.errors import InputError
from translator_gui.kit.jobs import JobContext
from translator_gui.kit.settings import Settings
from translator_gui.pipeline.batch_inputs import plan
from translator_gui.pipeline.dask_executor import DaskExecutor
from translator_gui.pipeline.run_batch import Pace, run_batch

distributed = pytest.importorskip("distributed")


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.filterwarnings("ignore")  # of distributed, about sockets of the worker that is killed
def test_a_killed_worker_costs_nothing(tmp_path: Path) -> None:
    make_pairs(tmp_path / "in", 12, every=6)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    told: Counter[str] = Counter()
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        pids = [worker.pid for worker in cluster.workers.values()]

        def watch(line: ArticleLine, pace: Pace) -> None:
            told[line.name] += 1
            if pace.done == 2:
                os.kill(pids[0], signal.SIGKILL)

        out = tmp_path / "cluster"
        items = plan([tmp_path / "in"], out, RECIPE.formats)
        executor = DaskExecutor(cluster.scheduler_address)
        report = run_batch(items, RECIPE, Settings(), out, executor, JobContext(), watch)
    assert len(told) == 12
    assert set(told.values()) == {1}
    assert report.totals.failed == 0
    run(tmp_path / "in", tmp_path / "here")
    assert written(out) == written(tmp_path / "here")


@pytest.mark.filterwarnings("ignore")
def test_nobody_at_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translator_gui.pipeline.dask_executor._CONNECT", 0.5)
    with pytest.raises(InputError, match="No Dask scheduler"):
        DaskExecutor("tcp://127.0.0.1:9")

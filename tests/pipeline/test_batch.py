"""Batches from start to end: the same bytes everywhere, nothing done twice, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.made_articles import english, french, make_pairs
from translator_gui.domain.batch import ArticleLine, ArticleState, BatchReport
from translator_gui.domain.protocols import Executor
from translator_gui.kit.errors import Cancelled, InputError
from translator_gui.kit.jobs import JobContext
from translator_gui.kit.settings import Settings
from translator_gui.pipeline.batch_inputs import WORK_FOLDER, plan
from translator_gui.pipeline.batch_recipe import BatchRecipe, Dedupe, Filters
from translator_gui.pipeline.executors import InProcess, Processes
from translator_gui.pipeline.run_batch import Pace, run_batch
from translator_gui.pipeline.sinks import CORPORA, corpus_files

RECIPE = BatchRecipe(
    engine="none", scorer="rules", aligner="fast", formats=("tmx", "docx"), corpora=("tmx", "tsv", "jsonl", "moses")
)


class Diary:
    """What a batch told while it ran."""

    def __init__(self, stop_after: int = 0, ctx: JobContext | None = None) -> None:
        self.lines: list[ArticleLine] = []
        self.paces: list[Pace] = []
        self._stop_after, self._ctx = stop_after, ctx

    def __call__(self, line: ArticleLine, pace: Pace) -> None:
        self.lines.append(line)
        self.paces.append(pace)
        if self._ctx is not None and len(self.lines) == self._stop_after:
            self._ctx.token.cancel()

    def of(self, state: ArticleState) -> list[str]:
        return [line.name for line in self.lines if line.state is state]


def run(
    source: Path, out: Path, recipe: BatchRecipe = RECIPE, executor: Executor | None = None, diary: Diary | None = None
) -> BatchReport:
    ctx = diary._ctx if diary is not None and diary._ctx is not None else JobContext()
    items = plan([source], out, recipe.formats)
    return run_batch(items, recipe, Settings(), out, executor or InProcess(), ctx, diary or Diary())


def written(out: Path) -> dict[str, bytes]:
    """Every file but what tells the time."""
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {
        name: data
        for name, data in found.items()
        if not name.startswith((WORK_FOLDER, "batch-summary")) and not name.endswith("-lock")
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_pairs(tmp_path / "in", 6, every=3)
    return tmp_path / "in"


def test_processes_write_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    run(folder, tmp_path / "here")
    run(folder, tmp_path / "there", executor=Processes(2))
    assert len(written(tmp_path / "here")) == 6 * 2 + 5
    assert written(tmp_path / "here") == written(tmp_path / "there")


def test_what_is_done_is_kept_and_what_changed_is_done_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out)
    before = written(out)

    again = Diary()
    run(folder, out, diary=again)
    assert len(again.of(ArticleState.KEPT)) == 6
    assert written(out) == before

    (folder / "part-000" / "article-00001.en.txt").write_text(english(90), encoding="utf-8")
    (out / "part-001" / "article-00004.tmx").unlink()
    changed = Diary()
    run(folder, out, diary=changed)
    assert sorted(changed.of(ArticleState.DONE)) == ["part-000/article-00001", "part-001/article-00004"]
    after = written(out)
    assert {name for name in before if before[name] != after[name]} == {
        "part-000/article-00001.tmx",
        "part-000/article-00001.docx",
        *(name for name in before if name.startswith("corpus.") and name != "corpus.fr"),
    }

    other = Diary()
    run(folder, out, replace(RECIPE, filters=Filters(min_words=3)), diary=other)
    assert len(other.of(ArticleState.DONE)) == 6


def test_a_cancel_keeps_what_is_done(folder: Path, tmp_path: Path) -> None:
    out, stopped = tmp_path / "out", Diary(stop_after=3, ctx=JobContext())
    with pytest.raises(Cancelled):
        run(folder, out, diary=stopped)
    assert not (out / "corpus.tmx").exists()
    going_on = Diary()
    run(folder, out, diary=going_on)
    assert len(going_on.of(ArticleState.KEPT)) == 3
    assert len(going_on.of(ArticleState.DONE)) == 3
    run(folder, tmp_path / "at once")
    assert written(out) == written(tmp_path / "at once")


def test_the_journal_does_not_grow_with_every_run(folder: Path, tmp_path: Path) -> None:
    out, sizes = tmp_path / "out", []
    journal, pairs = out / WORK_FOLDER / "journal.jsonl", out / WORK_FOLDER / "pairs.bin"
    for words in (0, 1, 2, 3, 4, 5):
        run(folder, out, replace(RECIPE, formats=(), filters=Filters(min_words=words)))
        sizes.append(journal.stat().st_size + pairs.stat().st_size)
    assert max(sizes) < 4 * sizes[0]
    last = Diary()
    run(folder, out, replace(RECIPE, formats=(), filters=Filters(min_words=5)), diary=last)
    assert len(last.of(ArticleState.KEPT)) == 6


@pytest.mark.parametrize("damage", ["half a line", "lost pairs", "garbage"])
def test_a_damaged_journal_costs_only_work(folder: Path, tmp_path: Path, damage: str) -> None:
    out = tmp_path / "out"
    run(folder, out)
    before = written(out)
    journal, pairs = out / WORK_FOLDER / "journal.jsonl", out / WORK_FOLDER / "pairs.bin"
    if damage == "half a line":
        journal.write_bytes(journal.read_bytes()[:-40])
    elif damage == "lost pairs":
        pairs.write_bytes(pairs.read_bytes()[:-40])
    else:
        journal.write_bytes(b"\x00\xff garbage\n" + journal.read_bytes())
    diary = Diary()
    run(folder, out, diary=diary)
    assert len(diary.of(ArticleState.DONE)) <= 1
    assert written(out) == before


def test_a_bad_article_is_a_line_in_the_report(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "french-only.txt").write_text(french(1), encoding="utf-8")
    (folder / "broken.xliff").write_text("<xliff version='1.2'><file>", encoding="utf-8")
    (folder / "list.tsv").write_text("source\tdraft\nmissing.txt\tmissing.en.txt\n")
    out = tmp_path / "out"
    items = plan([folder, folder / "list.tsv"], out, RECIPE.formats)
    report = run(folder, out)
    told = {Path(line.source).name: line.error for line in report.failed}
    assert set(told) >= {"empty.txt", "french-only.txt", "broken.xliff", "missing.txt"}
    assert all(told.values())
    assert report.totals.states["done"] == 6
    summary = json.loads((out / "batch-summary.json").read_text(encoding="utf-8"))
    assert summary["failed"] == report.totals.failed
    assert len(summary["lines"]) == len(items)
    assert "french-only.txt" in (out / "batch-summary.html").read_text(encoding="utf-8")


def test_filters_and_dedupe_reach_the_corpora(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "part-000" / "article-00000.fr.txt", folder / "twin.fr.txt")
    shutil.copy(folder / "part-000" / "article-00000.en.txt", folder / "twin.en.txt")
    filters = Filters(flagged=False, dedupe=Dedupe.EXACT)
    report = run(folder, tmp_path / "out", replace(RECIPE, filters=filters))
    records = [json.loads(line) for line in (tmp_path / "out" / "corpus.jsonl").read_text().splitlines()]
    assert not any(record["flagged"] for record in records)
    assert len({(record["source"], record["target"]) for record in records}) == len(records)
    # Six articles share two sentences, the twin all four; one of the six has a wrong number, which is flagged.
    assert report.totals.left_out["flagged"] >= 1
    assert report.duplicates == report.totals.pairs - len(records) > 10
    assert set(report.corpora.values()) == {len(records)}


def test_an_engine_fills_what_has_no_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.ui.parrot import BATCHES
    from translator_gui.engines.catalogue import ENGINES

    BATCHES.release(100)
    monkeypatch.setitem(ENGINES._table, "parrot", "tests.ui.parrot:parrot")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(french(1), encoding="utf-8")
    run(tmp_path / "in", tmp_path / "out", replace(RECIPE, engine="parrot"))
    records = [json.loads(line) for line in (tmp_path / "out" / "corpus.jsonl").read_text().splitlines()]
    assert len(records) == 4
    assert {(record["origin"], record["engine"]) for record in records} == {("engine", "parrot")}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("extra", ["", "A line too many.\n"])
def test_moses_halves_go_line_by_line_or_are_aligned(tmp_path: Path, extra: str) -> None:
    """Of as many lines they belong together as they stand; else they are an article and its draft."""
    source = tmp_path / "in"
    source.mkdir()
    lines = {"fr": ["Le port est fermé. On attend.", "Il pleut à Brest."], "en": ["It rains.", "The port is closed."]}
    for code, texts in lines.items():
        (source / f"a.{code}").write_text("\n".join(texts) + "\n" + (extra if code == "en" else ""), encoding="utf-8")
    recipe = replace(RECIPE, formats=("jsonl",), corpora=(), check=False, scorer="none")
    report = run(source, tmp_path / "out", recipe)
    assert not report.totals.failed
    rows = [json.loads(line) for line in (tmp_path / "out" / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    pairs = [(row["source"], row["target"]) for row in rows]
    by_line = list(zip(*lines.values(), strict=True))
    assert (pairs == by_line) is (not extra)
    assert extra.strip() in "".join(target for _, target in pairs) + str(rows)


def test_a_link_in_the_output_folder_leads_nowhere(folder: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (out / "part-000").symlink_to(elsewhere)
    report = run(folder, out)
    assert list(elsewhere.iterdir()) == []
    assert report.totals.failed == 3
    assert report.totals.states["done"] == 3


def test_two_batches_do_not_share_a_folder(folder: Path, tmp_path: Path) -> None:
    class Nosy:
        def map_unordered(self, work: Any, items: Any, ctx: JobContext) -> Iterator[tuple[int, Any]]:
            with pytest.raises(InputError, match="Another batch"):
                run(folder, tmp_path / "out")
            yield from InProcess().map_unordered(work, items, ctx)

    assert run(folder, tmp_path / "out", executor=Nosy()).totals.failed == 0


def test_pace_counts_up_to_the_end(folder: Path, tmp_path: Path) -> None:
    diary = Diary()
    run(folder, tmp_path / "out", diary=diary)
    assert [pace.done for pace in diary.paces] == [1, 2, 3, 4, 5, 6]
    assert all(pace.total == 6 and pace.rate > 0 for pace in diary.paces)
    assert diary.paces[-1].left == 0


def names(lines: Sequence[ArticleLine]) -> list[str]:
    return [line.name for line in lines]


def test_the_page_lists_the_most_diverging_first(folder: Path, tmp_path: Path) -> None:
    report = run(folder, tmp_path / "out", replace(RECIPE, language="fr"))
    assert names(report.worst)[0] == "part-001/article-00003"  # the one with a wrong number
    page = (tmp_path / "out" / "batch-summary.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "Articles qui divergent le plus" in page
    assert 'href="part-001/article-00003.tmx"' in page


def test_corpora_validate_and_hold_the_same_pairs(folder: Path, tmp_path: Path, shared_data: Path) -> None:
    from lxml import etree

    out = tmp_path / "out"
    report = run(folder, out, replace(RECIPE, formats=(), corpora=CORPORA, licence="CC-BY-4.0"))
    assert report.corpora == dict.fromkeys(corpus_files("corpus", CORPORA), 24)
    document = etree.parse(str(out / "corpus.tmx"))
    assert etree.DTD(str(shared_data / "schemas" / "tmx14.dtd")).validate(document)
    assert len(document.findall(".//tu")) == 24
    records = [json.loads(line) for line in (out / "corpus.jsonl").read_text().splitlines()]
    french = [record["source"] for record in records]
    assert (out / "corpus.fr").read_text(encoding="utf-8").splitlines() == french
    assert (out / "corpus.fr-en.fr").read_text(encoding="utf-8").splitlines() == french


def test_the_manifest_of_a_corpus_says_what_is_in_it(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(folder, out, replace(RECIPE, formats=(), corpora=("opus", "parquet"), licence="CC-BY-4.0"))
    told = json.loads((out / "corpus.fr-en.manifest.json").read_text(encoding="utf-8"))
    assert (told["articles"], told["pairs"], told["licence"]) == (6, 24, "CC-BY-4.0")
    for file in told["files"]:
        data = (out / file["name"]).read_bytes()
        assert (len(data), sha256(data).hexdigest()) == (file["bytes"], file["sha256"])
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(out / "corpus.parquet")
    assert table.num_rows == 24
    assert table.column("source").to_pylist()[0] == "Le maire de Lyon a annoncé lundi 2 nouvelles mesures."
    footer = parquet.read_metadata(out / "corpus.parquet").metadata
    assert json.loads(footer[b"translator-gui"])["pairs"] == 24


def test_a_format_an_article_cannot_have_is_a_remark(folder: Path, tmp_path: Path) -> None:
    diary = Diary()
    report = run(folder, tmp_path / "out", replace(RECIPE, formats=("tmx", "epub")), diary=diary)
    assert report.totals.failed == 0
    assert all("EPUB" in " ".join(line.warnings) for line in diary.lines)

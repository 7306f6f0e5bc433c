"""The Batch dialog drives the real pipeline in real processes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit

from tests.pipeline.made_articles import make_pairs
from translator_gui.domain.batch import ArticleLine, ArticleState
from translator_gui.kit.settings import Settings
from translator_gui.pipeline.batch_recipe import BatchRecipe, Dedupe, Filters, read_recipe, recipe_text
from translator_gui.ui.batch.articles import ArticleFilter, ArticleTable
from translator_gui.ui.batch.dialog import BatchDialog
from translator_gui.ui.batch.form import BatchForm
from translator_gui.ui.batch.running import BatchRun
from translator_gui.ui.desk import Desk

RECIPE = BatchRecipe(engine="none", scorer="rules", aligner="fast", formats=("tmx",), corpora=("tmx",))
PATIENCE = 60_000


@pytest.fixture
def desk(qtbot) -> Iterator[Desk]:
    made = Desk(Settings(), keep_settings=False)
    yield made
    made.shut_down(5)


@pytest.fixture
def dialog(qtbot, desk: Desk, tmp_path: Path) -> BatchDialog:
    make_pairs(tmp_path / "in", 12)
    (tmp_path / "in" / "bad.txt").write_text("")
    made = BatchDialog(desk)
    qtbot.addWidget(made)
    made.form.show_recipe(RECIPE)
    made.form.add_paths([tmp_path / "in"])
    made.form.out.setText(str(tmp_path / "out"))
    made.form.jobs.setCurrentIndex(0)
    made.show()
    return made


def test_stopped_closed_opened_again_and_gone_on_with(qtbot, dialog: BatchDialog, tmp_path: Path) -> None:
    dialog.go.click()
    assert dialog.run.running
    qtbot.waitUntil(lambda: len(dialog.run.lines) >= 3, timeout=PATIENCE)
    assert dialog.stop.isVisible()
    with qtbot.waitSignal(dialog.run.ended, timeout=PATIENCE):
        dialog.stop.click()
    assert dialog.run.outcome == "stopped"
    stopped = len(dialog.run.lines)
    assert not (tmp_path / "out" / "corpus.tmx").exists()

    again = BatchDialog(dialog.desk)
    qtbot.addWidget(again)
    dialog.close()
    again.show()
    assert again.progress.articles.rowCount() == stopped
    assert again.go.text() == again.tr("Go on")
    with qtbot.waitSignal(again.run.ended, timeout=PATIENCE):
        again.go.click()
    assert (tmp_path / "out" / "corpus.tmx").exists()
    assert again.run.report is not None
    assert again.run.report.totals.articles == 13
    states = [line.state for line in again.run.lines]
    assert states.count(ArticleState.FAILED) == 1
    assert states.count(ArticleState.KEPT) >= 2
    assert again.summary.isVisible()
    again.progress.only_errors.setChecked(True)
    assert again.progress.table.model().rowCount() == 1


def test_a_start_needs_articles_a_folder_and_a_format(qtbot, desk: Desk) -> None:
    made = BatchDialog(desk)
    qtbot.addWidget(made)
    assert not made.go.isEnabled()
    made.form.add_paths(["/somewhere/articles"])
    assert made.form.out.text() == str(Path("/somewhere/articles-batch"))
    assert made.go.isEnabled()
    made.form.outputs._formats["tmx"].setChecked(False)
    assert not made.go.isEnabled()


def test_what_cannot_start_says_why(qtbot, dialog: BatchDialog, tmp_path: Path) -> None:
    dialog.form.inputs.clear()
    dialog.form.add_paths([tmp_path / "nowhere"])
    with qtbot.waitSignal(dialog.run.ended, timeout=PATIENCE):
        dialog.start()
    assert dialog.run.outcome == "failed"
    assert dialog.notice.isVisible()
    assert "nowhere" in dialog.notice.accessibleName()


@pytest.mark.parametrize(
    "recipe",
    [
        BatchRecipe(),
        BatchRecipe(
            engine="pivot", scorer="full", aligner="fast", formats=("docx", "tmx"), corpora=("tsv", "moses"),
            filters=Filters(max_divergence=40, min_probability=0.9, states=("final",), min_words=3, max_words=60,
                            max_ratio=2.5, language=True, flagged=False, severities=("critical",),
                            dedupe=Dedupe.NEAR, near=95.0),
        ),
    ],
)  # fmt: skip
def test_the_form_gives_back_the_recipe_it_shows(qtbot, desk: Desk, tmp_path: Path, recipe: BatchRecipe) -> None:
    (tmp_path / "recipe.toml").write_text(recipe_text(recipe), encoding="utf-8")
    form = BatchForm(desk)
    qtbot.addWidget(form)
    form.show_recipe(read_recipe(tmp_path / "recipe.toml"))
    assert form.recipe() == recipe


def test_every_field_has_a_name(qtbot, dialog: BatchDialog) -> None:
    kinds = (QAbstractSpinBox, QCheckBox, QComboBox)
    fields = [field for kind in kinds for field in dialog.findChildren(kind)]
    fields += [field for field in dialog.findChildren(QLineEdit) if isinstance(field.parent(), BatchForm)]
    assert len(fields) > 20
    assert [field for field in fields if not (field.accessibleName() or getattr(field, "text", str)())] == []


def test_figures_sort_as_figures(qtbot) -> None:
    owner = QObject()
    table = ArticleTable(owner)
    table.add([ArticleLine(n, f"a{n}", f"a{n}.txt", pairs=pairs) for n, pairs in enumerate((9, 100, 20))])
    table.add([ArticleLine(3, "bad", "bad.txt", state=ArticleState.FAILED, error="It is bad.")])
    proxy = ArticleFilter(table, owner)
    proxy.sort(3, Qt.SortOrder.DescendingOrder)
    assert [proxy.index(row, 1).data() for row in range(4)] == ["a1", "a2", "a0", "bad.txt"]
    proxy.sort(0, Qt.SortOrder.AscendingOrder)
    assert proxy.index(0, 1).data() == "bad.txt"
    assert "It is bad." in proxy.index(0, 6).data()


def test_one_run_a_desk(desk: Desk) -> None:
    assert BatchRun.of(desk) is BatchRun.of(desk)

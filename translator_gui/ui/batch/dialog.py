"""Batch: choose what is to be done, then watch it, stop it, and go on later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QSize, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from ...kit.errors import AppError
from ..controls import Notice
from ..dialogs.frame import Dialog
from ..screen import room_for
from ..scrolled import Scrolled
from ..told import told_error
from .form import BatchForm
from .progress import BatchProgress
from .running import BatchOrder, BatchRun

if TYPE_CHECKING:
    from ..desk import Desk


_ROUND_IT = (64, 120)  # what stands beside and below the form: margins, scroll bar, buttons


class BatchDialog(Dialog):
    """Closing it leaves a batch running; it is in Activity, and here again when the dialog is opened."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, self.tr("Batch"), modal=False)
        self.setMinimumSize(1040, 660)
        self.run = BatchRun.of(desk)
        self.form, self.progress = BatchForm(desk), BatchProgress()
        scroll = Scrolled(self.form, self.tr("Batch"))
        self.pages = QStackedWidget()
        self.pages.addWidget(scroll)
        self.pages.addWidget(self.progress)
        self.notice = Notice("info")
        self.notice.hide()
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.notice)
        self._add_buttons()
        self.form.changed.connect(self._refresh)
        self.progress.opened.connect(self._open_article)
        self.run.started.connect(self._started)
        self.run.linesCame.connect(self._lines_came)
        self.run.ended.connect(lambda *_: self._ended())
        self._take_up()

    def _add_buttons(self) -> None:
        self.load = self.add_button(self.tr("Open recipe…"), self._ask_recipe, left=True)
        self.save = self.add_button(self.tr("Save recipe…"), self._save_recipe, left=True)
        self.change = self.add_button(self.tr("Change…"), lambda: self._show_page(0), left=True)
        self.folder = self.add_button(self.tr("Open folder"), self._show_folder, icon_name="folder", left=True)
        self.summary = self.add_button(self.tr("Open summary"), self._show_summary, icon_name="statistics", left=True)
        self.add_close()
        self.stop = self.add_button(self.tr("Stop"), self._stop, icon_name="stop")
        self.go = self.add_button(self.tr("Start"), self.start, primary=True, icon_name="play")

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the form in this language wants to be, as far as the screen goes."""
        first = not self._sized
        super().showEvent(event)
        if first:
            wanted = self.form.sizeHint() + QSize(*_ROUND_IT)
            self.resize(wanted.expandedTo(self.size()).boundedTo(room_for(self)))

    def _take_up(self) -> None:
        """The batch that runs, or ran last, if there is one."""
        order = self.run.order
        if order is not None:
            self.form.show_recipe(order.recipe)
            self.form.inputs.addItems(order.inputs)
            self.form.out.setText(str(order.out))
            self.progress.add(self.run.lines, self.run.pace)
        self._show_page(1 if order is not None else 0)
        if self.run.outcome:
            self._ended()

    # -- doing ---------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begins, or goes on where the same order was stopped."""
        try:
            order = BatchOrder(
                self.form.paths(),
                Path(self.form.out.text().strip()).expanduser(),
                self.form.recipe(),
                self.form.jobs.currentData(),
            )
        except AppError as error:
            self._say("error", *told_error(error))
            return
        self.run.start(order)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.run.stop()

    def _started(self) -> None:
        self.notice.hide()
        self.progress.begin()
        self._show_page(1)

    def _lines_came(self, lines: list[Any], pace: Any) -> None:
        self.progress.add(lines, pace)

    def _ended(self) -> None:
        self.progress.end()
        report, outcome = self.run.report, self.run.outcome
        number = QLocale().toString
        if outcome == "stopped":
            done = self.run.pace.done if self.run.pace else 0
            self._say("info", self.tr("Stopped. %n article(s) are done and kept.", "", done),
                      self.tr("Go on takes it up from there, today or later. Files over all articles and the summary "
                              "are written when all are done."))  # fmt: skip
        elif outcome == "failed":
            self._say_error()
        elif report is not None:
            pairs = self.tr("%n pair(s) exported.", "", report.totals.pairs)
            failed = report.totals.failed
            if failed:
                errors = self.tr("%n article(s) could not be done: the table says why.", "", failed)
                self._say("warning", errors, pairs)
            else:
                done = self.tr("All {0} articles are done.").format(number(report.totals.articles))
                self._say("success", done, pairs)
        self._refresh()

    def _say_error(self) -> None:
        error = self.run.error
        if isinstance(error, AppError):
            self._say("error", *told_error(error))
        else:
            self._say("error", self.tr("An unexpected fault: {0}").format(type(error).__name__), str(error))

    def _say(self, kind: str, text: str, hint: str = "") -> None:
        self.notice.say(kind, text, hint)
        self.notice.show()

    # -- what is shown -------------------------------------------------------------------------------------------

    def _show_page(self, page: int) -> None:
        if page == 0:
            self.notice.hide()
        self.pages.setCurrentIndex(page)
        self._refresh()

    def _refresh(self) -> None:
        form, running, outcome = self.pages.currentIndex() == 0, self.run.running, self.run.outcome
        for button in (self.load, self.save):
            button.setVisible(form)
        self.change.setVisible(not form and not running)
        self.folder.setVisible(not form and bool(self.run.lines))
        self.summary.setVisible(not form and outcome == "done")
        self.stop.setVisible(running)
        self.stop.setEnabled(running)
        self.go.setVisible(not running and (form or outcome != "done" or self._has_failures()))
        self.go.setText(self._go_text(form))
        self.go.setEnabled(self.form.complete)
        self.save.setEnabled(self.form.outputs.any)

    def _go_text(self, form: bool) -> str:
        if form:
            return self.tr("Start")
        return self.tr("Try the errors again") if self.run.outcome == "done" else self.tr("Go on")

    def _has_failures(self) -> bool:
        return self.run.report is not None and bool(self.run.report.totals.failed)

    # -- files ---------------------------------------------------------------------------------------------------

    def _ask_recipe(self) -> None:
        from ...pipeline.batch_recipe import read_recipe

        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open recipe"), "", self._recipe_filter())
        if not name:
            return
        try:
            self.form.show_recipe(read_recipe(Path(name)))
            self.notice.hide()
        except AppError as error:
            self._say("error", *told_error(error))

    def _save_recipe(self) -> None:
        from ...kit.files import atomic_write
        from ...pipeline.batch_recipe import recipe_text

        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save recipe"), "recipe.toml", self._recipe_filter())
        if not name:
            return
        try:
            with atomic_write(Path(name), "w") as handle:
                handle.write(recipe_text(self.form.recipe()))
            self._say("success", self.tr("Written: {0}").format(Path(name).name),
                      self.tr("Also for the command line: translator-gui batch --recipe"))  # fmt: skip
        except AppError as error:
            self._say("error", *told_error(error))

    def _recipe_filter(self) -> str:
        return self.tr("Recipes") + " (*.toml)"

    def _open_article(self, source: str, draft: str) -> None:
        if draft:
            self.desk.import_path(source, Path(draft))
        else:
            self.desk.open_path(source)

    def _show_folder(self) -> None:
        if self.run.order is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.run.order.out)))

    def _show_summary(self) -> None:
        from ...pipeline.batch_inputs import SUMMARIES

        if self.run.order is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.run.order.out / SUMMARIES[1])))

"""What a batch is to do: articles, folder, engine, formats, filters. The form shows a recipe and makes one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QGridLayout, QLineEdit, QListWidget, QWidget

from ...pipeline.batch_recipe import NO_ENGINE, BatchRecipe
from ..controls import ChoiceBox, column, label, push_button, row
from ..engine_names import engine_title
from .filters import FilterFields
from .outputs import OutputFields

if TYPE_CHECKING:
    from ..desk import Desk

_ENGINES = ("offline", "pivot", "firefox", "local")


class BatchForm(QWidget):
    """changed: something a start depends on."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._recipe = BatchRecipe()
        self.setAcceptDrops(True)
        self._build_inputs()
        self._build_machines()
        self.outputs = OutputFields()
        self.filters = FilterFields()
        left = column(*self._input_widgets, spacing=6)
        left.insertSpacing(4, 8)
        right = column(self._machines, self.outputs, spacing=14)
        columns = row(left, right, spacing=28)
        columns.setStretch(0, 5)
        columns.setStretch(1, 6)
        self.setLayout(column(columns, self.filters, spacing=14))
        self.outputs.changed.connect(self.changed)
        self.show_recipe(self._recipe)

    # -- articles ------------------------------------------------------------------------------------------------

    def _build_inputs(self) -> None:
        self.inputs = QListWidget()
        self.inputs.setAccessibleName(self.tr("Articles of the batch"))
        self.inputs.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.inputs.setMinimumHeight(120)
        self.inputs.setProperty("row", True)
        QShortcut(QKeySequence.StandardKey.Delete, self.inputs, self.remove_selected).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )
        self.add_files = push_button(self.tr("Add files…"), self._ask_files, "plus")
        self.add_folder = push_button(self.tr("Add folder…"), self._ask_folder, "folder")
        self.remove = push_button(self.tr("Remove"), self.remove_selected, flat=True)
        hint = label(
            self.tr("Also by dropping. name.fr.txt and name.en.txt are an article and its draft, name.fr and name.en "
                    "a Moses pair; a table with the columns “source” and “draft” is a list of such pairs."),
            "muted", wrap=True,
        )  # fmt: skip
        self.out = QLineEdit()
        self.out.setAccessibleName(self.tr("Output folder"))
        self.out.textChanged.connect(lambda _: self.changed.emit())
        self._input_widgets = (
            label(self.tr("Articles"), "title"),
            self.inputs,
            row(self.add_files, self.add_folder, self.remove, None),
            hint,
            label(self.tr("Output folder"), "title"),
            row(self.out, push_button(self.tr("Choose…"), self._ask_out)),
        )
        self.inputs.itemSelectionChanged.connect(lambda: self.remove.setEnabled(bool(self.inputs.selectedItems())))
        self.remove.setEnabled(False)

    def paths(self) -> tuple[str, ...]:
        return tuple(self.inputs.item(place).text() for place in range(self.inputs.count()))

    def add_paths(self, paths: Sequence[str | Path]) -> None:
        known = set(self.paths())
        self.inputs.addItems([text for text in map(str, paths) if text not in known])
        if paths and not self.out.text():
            first = Path(paths[0])
            self.out.setText(str(first.parent / f"{first.stem}-batch"))
        self.changed.emit()

    def remove_selected(self) -> None:
        for item in self.inputs.selectedItems():
            self.inputs.takeItem(self.inputs.row(item))
        self.changed.emit()

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Articles"), self._start())
        self.add_paths(names)

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder with articles"), self._start())
        self.add_paths([name] if name else [])

    def _ask_out(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Output folder"), self.out.text() or self._start())
        if name:
            self.out.setText(name)

    def _start(self) -> str:
        paths = self.paths()
        recent = self._desk.settings.window.recent_files
        return str(Path(paths[-1] if paths else recent[0] if recent else Path.home() / "x").parent)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_paths([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    # -- machines ------------------------------------------------------------------------------------------------

    def _build_machines(self) -> None:
        self.engine = ChoiceBox()
        for name in (*_ENGINES, *self._desk.settings.engines.consented):
            self.engine.addItem(engine_title(name), name)
        self.engine.addItem(self.tr("None: only what has English"), NO_ENGINE)
        self.scorer = ChoiceBox()
        for name, text in (
            ("", self.tr("As in the preferences")),
            ("rules", self.tr("Rules alone")),
            ("fast", self.tr("Rules and meaning")),
            ("full", self.tr("Everything, with the language model")),
            ("none", self.tr("None")),
        ):
            self.scorer.addItem(text, name)
        self.aligner = ChoiceBox()
        for name, text in (
            ("full", self.tr("By the meaning of sentences")),
            ("fast", self.tr("By words, at once")),
        ):
            self.aligner.addItem(text, name)
        self.jobs = ChoiceBox()
        for count in range(1, max(1, os.cpu_count() or 1) + 1):
            self.jobs.addItem(str(count), count)
        self.jobs.setCurrentIndex(max(0, self.jobs.count() - 2))
        self._machines = QGridLayout()
        self._machines.setHorizontalSpacing(12)
        self._machines.setVerticalSpacing(6)
        self._machines.setColumnStretch(1, 1)
        for place, (text, box) in enumerate(
            (
                (self.tr("Proposals where there is no English"), self.engine),
                (self.tr("Alignment of drafts"), self.aligner),
                (self.tr("Scoring"), self.scorer),
                (self.tr("Processes"), self.jobs),
            )
        ):
            box.setAccessibleName(text)
            self._machines.addWidget(label(text), place, 0)
            self._machines.addWidget(box, place, 1)

    # -- the recipe ----------------------------------------------------------------------------------------------

    def show_recipe(self, recipe: BatchRecipe) -> None:
        self._recipe = recipe
        for box, value in ((self.engine, recipe.engine), (self.scorer, recipe.scorer), (self.aligner, recipe.aligner)):
            if box.findData(value) < 0:
                box.addItem(engine_title(value) if box is self.engine else value, value)
            box.setCurrentIndex(box.findData(value))
        self.outputs.show_recipe(recipe)
        self.filters.show_filters(recipe.filters)
        self.changed.emit()

    def recipe(self) -> BatchRecipe:
        """What the form has no field for is kept from the recipe it was given. Raises InputError."""
        return replace(
            self._recipe,
            engine=self.engine.currentData(),
            scorer=self.scorer.currentData(),
            aligner=self.aligner.currentData(),
            language="fr" if QLocale().language() == QLocale.Language.French else "en",
            formats=self.outputs.formats(),
            corpora=self.outputs.corpora(),
            filters=self.filters.filters(self._recipe.filters),
        )

    @property
    def complete(self) -> bool:
        return bool(self.inputs.count() and self.out.text().strip() and self.outputs.any)

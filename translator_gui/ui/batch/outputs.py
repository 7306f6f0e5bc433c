"""Which files a batch writes: of each article, and over all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ...pipeline.batch_recipe import BatchRecipe
from ...pipeline.sinks import CORPORA
from ..controls import column, label, row
from ..dialogs.export import export_formats

_COLUMNS = 2


class OutputFields(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._formats = {name: QCheckBox(title) for name, title, _ in export_formats()}
        titles = {
            "tmx": self.tr("One TMX"),
            "tsv": self.tr("One TSV table"),
            "jsonl": self.tr("One file of JSON lines"),
            "moses": self.tr("One Moses pair"),
            "opus": self.tr("OPUS, with a manifest"),
            "parquet": self.tr("One Parquet file"),
        }
        self._corpora = {name: QCheckBox(titles.get(name, name)) for name in CORPORA}
        for boxes in (self._formats, self._corpora):
            for box in boxes.values():
                box.toggled.connect(lambda _: self.changed.emit())
        self.setLayout(
            column(
                label(self.tr("Files of each article"), "title"),
                _grid(list(self._formats.values())),
                row(
                    label(self.tr("Files over all articles"), "title"),
                    label(self.tr("Written when all articles are done."), "muted"),
                    None,
                ),
                _grid(list(self._corpora.values())),
                spacing=6,
            )
        )
        self.layout().insertSpacing(2, 8)

    def formats(self) -> tuple[str, ...]:
        return tuple(name for name, box in self._formats.items() if box.isChecked())

    def corpora(self) -> tuple[str, ...]:
        return tuple(name for name, box in self._corpora.items() if box.isChecked())

    @property
    def any(self) -> bool:
        return bool(self.formats() or self.corpora())

    def show_recipe(self, recipe: BatchRecipe) -> None:
        for name, box in self._formats.items():
            box.setChecked(name in recipe.formats)
        for name, box in self._corpora.items():
            box.setChecked(name in recipe.corpora)


def _grid(boxes: list[QCheckBox]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    rows = -(-len(boxes) // _COLUMNS)
    for place, box in enumerate(boxes):
        grid.addWidget(box, place % rows, place // rows)
    return grid

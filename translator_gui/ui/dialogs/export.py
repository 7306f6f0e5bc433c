"""Export: format, options, where to; then what was written, with the folder a click away."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from ...domain.segment import State
from ..controls import ChoiceBox, Notice, label, push_button, row
from ..exporting import export_warnings
from ..told import told_failure
from .frame import Dialog

if TYPE_CHECKING:
    from ...pipeline.export import Exported
    from ..desk import Desk

# What the dialog remembers between two exports, for the life of the program.
_LAST: dict[str, Any] = {}
_NAME_LENGTH = 60
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def export_formats(original: str = "", name: str = "") -> list[tuple[str, str, str]]:
    """(id, name, extension) in the order of the list. original: the format the article came in; some can only be
    written as they came. name: of the file it came in."""
    tr = QCoreApplication.translate
    came_so = [
        ("odt", tr("formats", "OpenDocument text, English only"), ".odt"),
        ("epub", tr("formats", "EPUB book, English only"), ".epub"),
        ("xliff", tr("formats", "XLIFF, in the file that came in"), f".target{PurePath(name).suffix or '.xlf'}"),
    ]
    return [
        *(each for each in came_so if each[0] == original),
        ("docx", tr("formats", "Word, English only"), ".docx"),
        ("txt", tr("formats", "Plain text, English only"), ".txt"),
        ("markdown", tr("formats", "Markdown, English only"), ".md"),
        ("html", tr("formats", "Web page, English only"), ".html"),
        ("bilingual-docx", tr("formats", "Word, two columns"), ".bilingual.docx"),
        ("review-docx", tr("formats", "Word, for a colleague’s review"), ".review.docx"),
        ("bilingual-html", tr("formats", "Web page, two columns"), ".bilingual.html"),
        ("tmx", tr("formats", "TMX 1.4 (translation memory)"), ".tmx"),
        ("xliff20", tr("formats", "XLIFF 2.0"), ".xliff"),
        ("xliff12", tr("formats", "XLIFF 1.2"), ".xlf"),
        ("po", tr("formats", "PO (gettext)"), ".po"),
        ("xlsx", tr("formats", "Excel workbook"), ".xlsx"),
        ("tsv", tr("formats", "TSV table"), ".tsv"),
        ("csv", tr("formats", "CSV table"), ".csv"),
        ("jsonl", tr("formats", "JSON lines"), ".jsonl"),
        ("moses", tr("formats", "Moses pair of files"), ".moses"),
        ("opus", tr("formats", "Corpus as in OPUS, with a manifest"), ".opus"),
        ("parquet", tr("formats", "Parquet (for data tools)"), ".parquet"),
    ]


class ExportDialog(Dialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None, format: str = "") -> None:
        super().__init__(desk, parent, self.tr("Export"))
        self.setMinimumWidth(540)
        self._folder: Path | None = None
        store = desk.session.store if desk.session is not None else None
        self._original = store.original_format() if store is not None else ""
        self._formats = export_formats(self._original, store.original_name() if store is not None else "")
        self._build_fields()
        self._build_options()
        self.notice = Notice("info")
        self.notice.hide()
        self.body.addWidget(self.notice)
        self.open_folder = self.add_button(self.tr("Open folder"), self._show_folder, icon_name="folder", left=True)
        self.open_folder.hide()
        self.cancel = self.add_cancel()
        self.go = self.add_button(self.tr("Export"), self._export, primary=True, icon_name="")
        self._recall(format)
        self._count()

    def _build_fields(self) -> None:
        self.format = ChoiceBox()
        self.format.setAccessibleName(self.tr("Format"))
        for name, title, _extension in self._formats:
            self.format.addItem(title, name)
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("File to write"))
        browse = push_button(self.tr("Choose…"), self._choose)
        for text, widget in ((self.tr("Format"), self.format), (self.tr("File"), None)):
            self.body.addWidget(label(text, "title"))
            if widget is not None:
                self.body.addWidget(widget)
        self.body.addLayout(row(self.path, browse))
        self.format.currentIndexChanged.connect(lambda _: self._format_chosen())
        self.path.textChanged.connect(
            lambda text: self.go.setEnabled(bool(text.strip())) if hasattr(self, "go") else None
        )

    def _build_options(self) -> None:
        self.layout_kept = QCheckBox(self.tr("In the layout of the original"))
        self.layout_kept.setToolTip(
            self.tr("The English in the file that came in: formatting, pictures and notes stay.")
        )
        self.layout_kept.setChecked(True)
        self.licence = QLineEdit()
        self.licence.setAccessibleName(self.tr("Licence of the texts"))
        self.licence.setPlaceholderText(self.tr("Licence of the texts, for the manifest (CC-BY-4.0, …)"))
        self.confirmed = QCheckBox(self.tr("Only confirmed segments"))
        self.excluded = QCheckBox(self.tr("With the lines that are not part of the article"))
        self.empty = ChoiceBox()
        self.empty.setAccessibleName(self.tr("Segments without a translation"))
        for value, text in (
            ("", self.tr("as suits the format")),
            ("source", self.tr("the French text")),
            ("mark", self.tr("the French text, in ⟦brackets⟧")),
            ("skip", self.tr("left out")),
            ("keep", self.tr("empty")),
        ):
            self.empty.addItem(text, value)
        self._chosen = label(role="muted", wrap=True)
        self.body.addSpacing(4)
        self.body.addWidget(label(self.tr("Options"), "title"))
        self.body.addWidget(self.layout_kept)
        self.body.addWidget(self.licence)
        self.body.addWidget(self.confirmed)
        self.body.addWidget(self.excluded)
        self.body.addLayout(row(label(self.tr("Segments without a translation:")), self.empty, None))
        self.body.addWidget(self._chosen)
        for box in (self.confirmed, self.excluded):
            box.toggled.connect(lambda _: self._count())

    # -- where to ------------------------------------------------------------------------------------------------

    def _recall(self, wanted: str) -> None:
        known = [each for each, _, _ in self._formats]
        came_in = self._original if self._original in known else "docx"
        name = wanted or _LAST.get("format", came_in)
        self.format.setCurrentIndex(max(0, self.format.findData(name)))
        self.confirmed.setChecked(_LAST.get("only_confirmed", False))
        self.excluded.setChecked(_LAST.get("excluded", False))
        self.empty.setCurrentIndex(max(0, self.empty.findData(_LAST.get("empty", ""))))
        self.licence.setText(_LAST.get("licence", ""))
        self._format_chosen()

    def _extension(self) -> str:
        return next(extension for name, _, extension in self._formats if name == self.format.currentData())

    def _format_chosen(self) -> None:
        self._suggest()
        chosen = self.format.currentData()
        # OpenDocument and EPUB have no other way; Word and HTML can be made anew.
        self.layout_kept.setVisible(chosen == self._original and chosen in ("docx", "html"))
        self.licence.setVisible(chosen in ("opus", "parquet"))

    def _suggest(self) -> None:
        """The same place and name with the format's extension; a two-column file never hides the plain one."""
        present = Path(self.path.text()) if self.path.text() else self._first_path()
        stem = present.name
        for extension in sorted((each for _, _, each in self._formats), key=len, reverse=True):
            if stem.endswith(extension):
                stem = stem.removesuffix(extension)
                break
        self.path.setText(str(present.with_name(stem + self._extension())))

    def _first_path(self) -> Path:
        session = self.desk.session
        title = session.head.title or session.path.stem if session is not None else "article"
        name = _file_name(title)
        folder = (
            Path(_LAST["folder"]) if "folder" in _LAST else session.path.parent if session is not None else Path.home()
        )
        return folder / name

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), self.path.text(), f"{self.format.currentText()} (*{self._extension()})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self.path.setText(name if Path(name).suffix else name + self._extension())

    # -- doing ---------------------------------------------------------------------------------------------------

    def _count(self) -> None:
        session = self.desk.session
        if session is None:
            return
        from ...review.filters import Filter

        states = (State.REVIEWED, State.FINAL) if self.confirmed.isChecked() else ()
        count = len(Filter(states=states, excluded=self.excluded.isChecked()).apply(session))
        self._chosen.setText(self.tr("%n segment(s) will be written.", "", count))

    def options(self) -> dict[str, Any]:
        return {
            "only_confirmed": self.confirmed.isChecked(),
            "excluded": self.excluded.isChecked(),
            "empty": self.empty.currentData(),
            "layout": self.layout_kept.isChecked(),
            "licence": self.licence.text().strip(),
        }

    def _export(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        self._folder = path.parent
        _LAST.update(self.options(), format=self.format.currentData(), folder=str(path.parent))
        if path.exists() and self.notice.property("asked") != str(path):
            self.notice.setProperty("asked", str(path))
            self.notice.say("warning", self.tr("“{0}” is there already.").format(path.name),
                            self.tr("Export again to replace it, or choose another name."))  # fmt: skip
            self.notice.show()
            return
        job = self.desk.export(self.format.currentData(), path, self.options())
        if job is None:
            return
        self.go.setEnabled(False)
        job.succeeded.connect(self._written)
        job.failed.connect(self._failed)
        job.finished.connect(lambda: self.go.setEnabled(True))

    def _written(self, exported: Exported) -> None:
        paths, warnings = exported.files, export_warnings(exported)
        self.notice.setProperty("asked", str(paths[0]))
        text = self.tr("Written: {0}").format(", ".join(path.name for path in paths))
        self.notice.say("warning" if warnings else "success", text, "\n".join((*warnings, str(paths[0].parent))))
        self.notice.show()
        self.open_folder.show()
        self.cancel.setText(self.tr("Close"))

    def _failed(self, error: Exception) -> None:
        self.notice.say("error", *told_failure(error, self.tr("An unexpected fault.")))
        self.notice.show()

    def _show_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _file_name(title: str) -> str:
    """Of a title, as many whole words as make a name one can read in a list of files."""
    clean = " ".join(_FORBIDDEN.sub(" ", title).split())
    short = clean if len(clean) <= _NAME_LENGTH else clean[:_NAME_LENGTH].rpartition(" ")[0] or clean[:_NAME_LENGTH]
    return short.strip(" .,;:–-«»“”") or "article"

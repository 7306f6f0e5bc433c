"""Fetch a Firefox translation model: size, licence and checksums first; then progress, cancel, and going on later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from ...kit.jobs import Eta
from ..controls import Notice, label
from ..docks.activity import time_left
from ..motion import BusyBar
from ..told import told, told_failure
from .frame import Dialog

if TYPE_CHECKING:
    from ...engines.model_store import ModelManifest
    from ..desk import Desk
    from ..jobs import JobHandle


class DownloadDialog(Dialog):
    """Closing it leaves the download running: it is in Activity. Cancelling keeps what came."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, pair: str = "fr-en") -> None:
        super().__init__(desk, parent, self.tr("Download a translation model"), modal=False)
        self.setMinimumWidth(540)
        from ...engines.model_store import manifest_for

        self.manifest: ModelManifest | None = manifest_for(pair)
        self.job: JobHandle | None = None
        self._eta: Eta | None = None
        self.notice = Notice("info")
        self.notice.hide()
        self.bar = BusyBar()
        self.bar.setAccessibleName(self.tr("Download"))
        self.bar.hide()
        self.state = label(role="muted", wrap=True)
        self._describe()
        for widget in (self.bar, self.state, self.notice):
            self.body.addWidget(widget)
        self.close_button = self.add_close()
        self.cancel = self.add_button(self.tr("Stop"), self._cancel)
        self.cancel.hide()
        self.go = self.add_button(self.tr("Download"), self.start, primary=True, icon_name="download")
        self.go.setEnabled(self.manifest is not None and not self.manifest.present())

    def _describe(self) -> None:
        manifest = self.manifest
        if manifest is None:
            self.body.addWidget(Notice("warning", self.tr("No model is known for these languages.")))
            return
        self.body.addWidget(label(told(manifest.title), "title", scale=1.2))
        size = QLocale().formattedDataSize(manifest.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        self.body.addWidget(label(self.tr("{0} · licence {1}").format(size, manifest.licence)))
        self.body.addWidget(
            label(self.tr("Comes from Mozilla; kept in {0}").format(manifest.folder()), "muted", wrap=True)
        )
        for file in manifest.files:
            size = QLocale().formattedDataSize(file.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
            text = self.tr("{0}, {1}, SHA-256 {2}…").format(file.name, size, file.sha256[:16])
            line = label(text, "muted", wrap=True)
            line.setToolTip(file.sha256)
            self.body.addWidget(line)
        if manifest.present():
            self.state.setText(self.tr("It is here already."))

    def start(self) -> None:
        manifest = self.manifest
        if manifest is None:
            return

        def work(ctx):
            from ...engines.model_store import download_model

            return download_model(manifest, ctx)

        self._eta = None
        self.job = self.desk.runner.submit(self.tr("Downloading {0}").format(told(manifest.title)), work, "bulk")
        self.job.progressed.connect(self._progress)
        self.job.succeeded.connect(self._done)
        self.job.failed.connect(self._failed)
        self.job.cancelled.connect(self._stopped)
        self.notice.hide()
        self.bar.wait()
        self.bar.show()
        self._running(True)

    def _running(self, on: bool) -> None:
        self.go.setEnabled(not on)
        self.cancel.setVisible(on)
        self.bar.setVisible(on)

    def _progress(self, done: int, total: int, _text: str) -> None:
        # In kilobytes: QProgressBar counts in 32 bits.
        self.bar.setRange(0, max(1, total // 1000))
        self.bar.setValue(done // 1000)
        self._eta = self._eta or Eta(total)
        left = self._eta.left(done)
        size = QLocale().formattedDataSize(done, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        self.state.setText(" · ".join(filter(None, (size, time_left(left) if left else ""))))

    def _done(self, _folder: object) -> None:
        self._running(False)
        self.go.setEnabled(False)
        self.state.setText("")
        self.notice.say("success", self.tr("The model is here and its checksums are right."))
        self.notice.show()
        self.desk.settingsChanged.emit()  # panels that list what is missing look again

    def _failed(self, error: Exception) -> None:
        self._running(False)
        self.state.setText("")
        self.go.setText(self.tr("Go on"))
        self.notice.say("error", *told_failure(error, self.tr("An unexpected fault.")))
        self.notice.show()

    def _stopped(self) -> None:
        self._running(False)
        self.go.setText(self.tr("Go on"))
        self.state.setText(self.tr("Stopped. What came is kept; it goes on from there."))

    def _cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()

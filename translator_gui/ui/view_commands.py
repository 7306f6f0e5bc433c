"""What the actions of the View menu do: views, the size of the text, where the keys go."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

_ZOOM_STEP, _SMALLEST, _LARGEST = 1.0, 7.0, 28.0


class ViewCommands:
    """Part of the window's Commands."""

    def view_grid(self) -> None:
        self._window.set_view("grid")

    def view_stacked(self) -> None:
        self._window.set_view("stacked")

    def view_reading(self) -> None:
        self._window.set_view("reading")

    def toggle_highlights(self) -> None:
        shown = not self._desk.settings.window.highlights
        self._desk.change_settings(window={"highlights": shown})

    def toggle_worst_first(self) -> None:
        """Running text is read in its own order, so the grid comes with the sorting."""
        wanted = not self._desk.worst_first
        if wanted and self._window.page.view == "reading":
            self._window.set_view("grid")
        self._desk.set_worst_first(wanted)

    def toggle_show_excluded(self) -> None:
        """The filter bar listens to the action itself."""

    def zoom(self, step: int) -> None:
        present = self._desk.settings.window.font_points or QGuiApplication.font().pointSizeF()
        points = max(_SMALLEST, min(_LARGEST, present + step * _ZOOM_STEP))
        self._desk.change_settings(window={"font_points": points})

    def zoom_in(self) -> None:
        self.zoom(1)

    def zoom_out(self) -> None:
        self.zoom(-1)

    def zoom_reset(self) -> None:
        self._desk.change_settings(window={"font_points": 0.0})

    def focus_editor(self) -> None:
        self._window.page.focus_text()

    def focus_source(self) -> None:
        self._window.page.focus_source()

    def focus_filter(self) -> None:
        self._window.page.bar.focus()

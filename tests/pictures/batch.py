"""Pictures of a batch: the form, a batch that goes on, one that is done."""

from __future__ import annotations

import os
from pathlib import Path

from .studio import PATIENCE, Studio, settle, spin


def batch(studio: Studio) -> None:
    """The form, a batch that goes on, and one that is done with an error in it; in processes of its own."""
    from tests.pipeline.made_articles import make_pairs
    from translator_gui.ui.dialogs.catalogue import open_dialog

    home = Path(os.environ["TRANSLATOR_GUI_HOME"])
    make_pairs(home / "Articles", 40)
    (home / "Articles" / "vide.html").touch()
    for theme, language in (("light", "en"), ("dark", "fr")):
        window = studio.open(theme=theme, language=language, sample=False)
        dialog = open_dialog("batch", window.desk, window)
        form, ending = dialog.form, f"{theme}-{language}"
        form.add_paths([home / "Articles"])
        form.out.setText(str(home / f"Corpus-{language}"))
        for box, value in ((form.engine, "none"), (form.scorer, "rules"), (form.aligner, "fast")):
            box.setCurrentIndex(box.findData(value))
        settle()
        studio.take(f"batch-form-{ending}", dialog)
        dialog.start()
        spin(lambda dialog=dialog: len(dialog.run.lines) > 12, PATIENCE)
        studio.take(f"batch-running-{ending}", dialog)
        spin(lambda dialog=dialog: not dialog.run.running, PATIENCE)
        settle()
        studio.take(f"batch-done-{ending}", dialog)
        dialog.reject()
        studio.close(window)

"""What engines say of their own candidates, in the interface language.

Engines tell their doubts as English sentences, which candidates carry into the project file; they are known by their
shape. One that is not known (a plug-in's) is shown as it is.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication


def doubt_text(sentence: str) -> str:
    for shape, text in _known():
        found = re.fullmatch(shape, sentence)
        if found is not None:
            return text.format(*found.groups())
    return sentence


def _known() -> tuple[tuple[str, str], ...]:
    tr = QCoreApplication.translate
    return (
        (r"The number (.+) is missing\.", tr("doubts", "The number {0} is missing.")),
        (r"The name (.+) is missing\.", tr("doubts", "The name {0} is missing.")),
        (r"The address (.+) is missing\.", tr("doubts", "The address {0} is missing.")),
        (r"“(.+)” does not stand in the source\.", tr("doubts", "“{0}” does not stand in the source.")),
        (r"The place of (.+) is a guess\.", tr("doubts", "The place of {0} is a guess.")),
        (r"A note in brackets is missing\.", tr("doubts", "A note in brackets is missing.")),
        (r"French is left in it: (.+)\.", tr("doubts", "French is left in it: {0}.")),
        (
            r"It is much shorter than the source: something may be left out\.",
            tr("doubts", "It is much shorter than the source: something may be left out."),
        ),
        (
            r"It is much longer than the source: something may be made up\.",
            tr("doubts", "It is much longer than the source: something may be made up."),
        ),
        (
            r"The scorer doubts it: divergence (.+) of 100\.",
            tr("doubts", "The scorer doubts it: divergence {0} of 100."),
        ),
    )

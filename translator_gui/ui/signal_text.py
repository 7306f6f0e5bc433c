"""What a signal has to say of one segment, and what would change its mind, in the interface language.

Signals tell what they measured as English sentences, which scorecards carry into the project file; they are known by
their shape. One that is not known (a plug-in's) is shown as it is.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from ..domain.score import Contribution
from .finding_text import signal_turns
from .told import told


def signal_story(part: Contribution) -> str:
    """What it found here, and what would lower or raise its points. What the checks found is a list of its own."""
    here = "" if part.signal == "rules" else signal_detail(part.detail)
    return "\n".join(filter(None, (here, signal_turns(part.signal))))


def signal_detail(sentence: str) -> str:
    """What it measured, translated where its shape is known."""
    for shape, text in _known():
        found = re.fullmatch(shape, sentence)
        if found is not None:
            return text.format(*found.groups())
    return told(sentence)


def _known() -> tuple[tuple[str, str], ...]:
    tr = QCoreApplication.translate
    return (
        (
            r"Similarity of meaning (\S+) \(a good translation has about (\S+)\)\.",
            tr("details", "Similarity of meaning {0} (a good translation has about {1})."),
        ),
        (
            r"Surprise of the draft given its source (\S+) nats a word piece\.",
            tr("details", "Surprise of the draft given its source: {0} nats a word piece."),
        ),
        (
            r"chrF\+\+ (\d+) with candidate (\d+), (\d+) % of its words would have to change\.",
            tr("details", "chrF++ {0} with candidate {1}; {2} % of its words would have to change."),
        ),
        (r"chrF\+\+ (\d+) with candidate (\d+)\.", tr("details", "chrF++ {0} with candidate {1}.")),
        (r"No candidates to compare with\.", tr("details", "There are no candidates to compare with.")),
        (
            r"The own target fits the source better than its neighbours'\.",
            tr("details", "The translation fits its source better than those of the neighbours do."),
        ),
        (
            r"The target of the previous row fits this source better\.",
            tr("details", "The translation of the row above fits this source better."),
        ),
        (
            r"The target of the next row fits this source better\.",
            tr("details", "The translation of the row below fits this source better."),
        ),
        (r"No word stands out\.", tr("details", "No word stands out.")),
        (r"“(.+)” stands out\.", tr("details", "“{0}” stands out.")),
        (r"One side is empty\.", tr("details", "One side is empty.")),
        (r"What a blameless translation has\.", tr("details", "What a blameless translation has.")),
    )

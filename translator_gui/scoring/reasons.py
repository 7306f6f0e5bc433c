"""Why a word or a segment is suspicious: the reason codes of the signals, with their English titles.

Findings bring codes of their own ("number.missing"); these are the codes for what no rule named. User interfaces
translate by code.
"""

from __future__ import annotations

ADDITION = "addition"
OMISSION = "omission"
OPPOSITE = "opposite"
MEANING = "meaning"
FLUENCY = "fluency"
UNRELATED = "unrelated"
SHIFTED = "shifted"
UNLIKE = "unlike"

TITLES = {
    ADDITION: "not in the source",
    OMISSION: "something of the source is missing here",
    OPPOSITE: "opposite meaning?",
    MEANING: "says something else?",
    FLUENCY: "reads oddly",
    UNRELATED: "this is not a translation of its source",
    SHIFTED: "looks like the translation of a neighbouring row",
    UNLIKE: "unlike what the engines propose",
}

CATEGORIES = {
    ADDITION: "accuracy/addition",
    OMISSION: "accuracy/omission",
    OPPOSITE: "accuracy/mistranslation",
    MEANING: "accuracy/mistranslation",
    FLUENCY: "linguistic-conventions/unintelligible",
    UNRELATED: "accuracy/mistranslation",
    SHIFTED: "accuracy/mistranslation",
    UNLIKE: "accuracy/mistranslation",
}


def title(code: str) -> str:
    """The English title of a reason code; a code that is not ours (a finding's) comes back as it is."""
    return TITLES.get(code, code)

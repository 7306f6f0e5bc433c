"""translator-gui segment: sentences of the text on standard input."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from .console import emit, read_stdin
from .running import OK


def segment(
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: fr or en.")] = "fr",
    as_json: bool = typer.Option(
        False, "--json", help='Print {"start", "end", "text"} for each sentence, a line each.'
    ),
) -> int:
    """Split the text on standard input into sentences.

    Reads UTF-8, line ends as they are. start and end are character offsets into the text, end exclusive.
    """
    from ..segmentation.default import segmenter

    text = read_stdin()
    for span in segmenter().spans(text, lang):
        sentence = span.of(text)
        if as_json:
            emit({"start": span.start, "end": span.end, "text": sentence})
        else:
            sys.stdout.write(" ".join(sentence.split("\n")) + "\n")
    return OK

"""translator-gui align: which sentences of two documents are translations of one another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .console import emit, existing, progress, say, show
from .running import OK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from ..domain.bead import AlignmentBead
    from ..pipeline.align import Sentences

_DOUBTFUL = 0.5


def align(
    source: Annotated[Path, typer.Argument(help="The French document.")],
    target: Annotated[Path, typer.Argument(help="Its English.")],
    lines: Annotated[
        bool, typer.Option("--lines", help="One sentence a line, a blank line between paragraphs if they are known.")
    ] = False,
    profile: Annotated[
        str, typer.Option("--profile", help="full: compare meanings; fast: words; signs: numbers and names.")
    ] = "full",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Also write the pairs to a file (TMX, XLIFF, CSV …).")
    ] = None,
    format_id: Annotated[str, typer.Option("--format", help="Of OUTPUT; without it, its extension decides.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the beads as one JSON document.")] = False,
) -> int:
    """Align two documents sentence by sentence.

    JSON: {"beads": [{"source": [0], "target": [0, 1], "probability": 0.97}, …]}, 0-based sentence indexes, in source
    order; an empty list where a sentence has no counterpart. Each sentence is in exactly one bead; target indexes
    need not rise, for passages that were moved are linked. Indexes count all sentences of the document (with --lines,
    all lines that are not blank); French lines around a web article are left without counterpart.
    """
    from ..pipeline.align import align as pair
    from ..pipeline.align import build_aligner, read_sentences

    aligner, notes = build_aligner(profile)
    for note in notes:
        say(note)
    ours, theirs = read_sentences(existing(source), lines), read_sentences(existing(target), lines)
    for warning in (*ours.warnings, *theirs.warnings):
        say(warning)
    with progress("Aligning") as ctx:
        beads = pair(ours, theirs, aligner, ctx)
    if output is not None:
        _write(ours, theirs, beads, output, format_id, source.stem)
    if as_json:
        emit({"beads": [_record(bead) for bead in beads]})
    elif output is None:
        show(_table(ours, theirs, beads))
    return OK


def _record(bead: AlignmentBead) -> dict[str, object]:
    return {"source": list(bead.source), "target": list(bead.target), "probability": bead.probability}


def _write(
    ours: Sentences, theirs: Sentences, beads: Sequence[AlignmentBead], output: Path, format_id: str, title: str
) -> None:
    from ..pipeline.align import opened_of
    from ..pipeline.export import export

    opened, homeless = opened_of(ours, theirs, beads, title)
    written = export(opened, output, format_id)
    for warning in written.warnings:
        say(warning)
    if homeless:
        say(f"{homeless} English sentence(s) without French were not written.")
    for path in written.files:
        say(str(path))


def _table(ours: Sentences, theirs: Sentences, beads: Sequence[AlignmentBead]) -> Table:
    from .tables import bead_table

    shown = []
    for bead in beads:
        french = " ".join(ours.texts[i] for i in bead.source)
        english = " ".join(theirs.texts[j] for j in bead.target)
        shown.append((_numbers(bead.source), french, _numbers(bead.target), english, bead.probability))
    return bead_table(shown, _DOUBTFUL)


def _numbers(indexes: Sequence[int]) -> str:
    """0-based, as in the JSON; a run by its ends."""
    if len(indexes) < 2:
        return "".join(map(str, indexes)) or "–"
    return f"{indexes[0]}–{indexes[-1]}"

"""A process to be killed: ``python -m tests.faults.victim FOLDER``. Warms up, then for each word on standard input
forks a child that does that piece of work over and over, and says its process id."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.formats.export_material import view
from translator_gui.domain.candidate import Candidate, Proposal, TranslationRequest
from translator_gui.domain.change import SetTarget
from translator_gui.domain.segment import Origin, Target
from translator_gui.domain.unit import TranslationUnit
from translator_gui.formats.catalogue import EXPORTERS
from translator_gui.kit.jobs import JobContext
from translator_gui.memory.store import MemoryStore
from translator_gui.pipeline import align, intake
from translator_gui.review import snapshots
from translator_gui.review.proposing import propose
from translator_gui.review.session import ReviewSession
from translator_gui.review.whole import Whole

TEXT = "\n\n".join(f"Le ministre a parlé {n} fois. Personne n’a répondu." for n in range(40))


class Echo:
    """Answers at once."""

    def signature(self) -> str:
        return "echo|v:1"

    def translate(self, requests: Sequence[TranslationRequest], ctx: JobContext) -> list[Proposal]:
        return [Proposal(r.id, (Candidate(f"[{r.text}]", "echo"),)) for r in requests]


def importing(folder: Path, number: int) -> None:
    document = intake.read_text(TEXT, "Port")
    ReviewSession.create(folder / "imported.tgproj", document, "Ana", overwrite=True).close()


def proposing(folder: Path, number: int) -> None:
    with ReviewSession.open(folder / "a.tgproj", "Ana") as session:
        wanted = snapshots.requests(session, [row.id for row in session.rows])
        propose(wanted, Echo(), None, JobContext(), session.add_candidates)  # type: ignore[arg-type]


def saving(folder: Path, number: int) -> None:
    for format_id in ("tmx", "xliff20", "docx", "tsv"):
        exporter = EXPORTERS.get(format_id)()
        exporter.write(view(), folder / f"out{exporter.extension}", {})


def aligning(folder: Path, number: int) -> None:
    ours = align.read_sentences(folder / "fr.txt", lines=True)
    theirs = align.read_sentences(folder / "en.txt", lines=True)
    beads = align.align(ours, theirs, align.build_aligner("fast")[0], JobContext())
    opened, _ = align.opened_of(ours, theirs, beads, "Port")
    from translator_gui.pipeline.export import export

    export(opened, folder / "aligned.tmx")


def remembering(folder: Path, number: int) -> None:
    memory = MemoryStore(folder / "memory.db")
    memory.add([TranslationUnit(f"Phrase {number} {n}", "Sentence", origin=str(number)) for n in range(50)])
    memory.close()


def changing(folder: Path, number: int) -> None:
    """Every target of the article in one change, piece by piece, as the window does it."""
    with ReviewSession.open(folder / "b.tgproj", "Ana") as session:
        whole = Whole(session)
        for row in list(session.rows):
            whole.do(SetTarget(row.id, row.target, Target(f"The sentence {number}.", origin=Origin.HUMAN)))
        list(whole.keep())


WORK = {work.__name__: work for work in (importing, proposing, saving, aligning, remembering, changing)}


def main() -> None:
    folder = Path(sys.argv[1])
    for work in WORK.values():
        work(folder, 0)
    print("warm", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            number = os.getpid()
            while True:
                WORK[line.strip()](folder, number)
                number += 1_000_000
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    main()

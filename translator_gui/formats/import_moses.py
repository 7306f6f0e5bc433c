"""Moses pairs: two plain files, line n of one is line n of the other. The second comes as an option."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..domain.article import Document
from ..domain.language import LanguagePair
from ..domain.segment import State
from ..kit.errors import FormatError, InputError
from .bilingual_rows import BilingualRows, segment_of, target_of
from .decoding import decode
from .limits import refuse_endless

_CODES = ("fr", "en", "de", "es", "it", "pt", "nl", "ca", "ro", "pl", "ru")


class MosesImporter:
    """format "moses". Never sniffed: whoever has the other file says so (see ``partner``)."""

    format = "moses"
    extensions = (".moses",)

    def sniff(self, head: bytes, name: str) -> float:
        return 0.0

    def read(self, data: bytes, name: str, options: Mapping[str, Any]) -> Document:
        """options: other (the bytes of the other file), pair ("fr-en": which the two are). Raises FormatError when
        the two have not as many lines, InputError without the other file."""
        other = options.get("other")
        if not isinstance(other, bytes):
            raise InputError(f"“{name}” is one half of a Moses pair.", "The other must lie beside it.")
        refuse_endless(data, name)
        refuse_endless(other, name)
        texts = [_lines(part, name) for part in (data, other)]
        if len(texts[0]) != len(texts[1]):
            counts = f"One has {len(texts[0]):,} lines, the other {len(texts[1]):,}."
            raise FormatError(f"The two files of “{name}” do not belong together.", counts)
        rows = BilingualRows()
        rows.pair = LanguagePair(*str(options.get("pair") or "fr-en").split("-", 1))
        for source, target in zip(*texts, strict=True):
            rows.add(segment_of("", source, {}, rows.next_paragraph), target_of(target, State.INITIAL, {}))
        return rows.document(self.format, name)


def _lines(data: bytes, name: str) -> list[str]:
    """Lines as programs count them: other separators of Unicode may stand inside a sentence."""
    if not data:
        return []
    lines = decode(data, name).text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines and not lines[-1] else lines


def partner(path: Path) -> tuple[Path, Path, str] | None:
    """(source file, target file, "fr-en") when ``path`` is one half of NAME.fr and NAME.en, both there, of as many
    lines; or NAME.moses that stands for the two. French is the source if it is one of them."""
    suffix = path.suffix.lower().lstrip(".")
    if suffix == "moses":
        halves = [path.with_suffix(f".{code}") for code in _CODES if path.with_suffix(f".{code}").is_file()]
    elif suffix in _CODES:
        others = [path.with_suffix(f".{code}") for code in _CODES if code != suffix]
        halves = [path, *(each for each in others if each.is_file())]
    else:
        return None
    if len(halves) != 2:
        return None
    source, target = sorted(halves, key=lambda each: _CODES.index(each.suffix.lower().lstrip(".")))
    return source, target, f"{source.suffix.lower()[1:]}-{target.suffix.lower()[1:]}"

"""The file an article came from, kept with it, so that the English can be written into its layout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Original:
    """format: id of the importer that read it. name: the file's, without a folder. data: every byte."""

    format: str
    name: str
    data: bytes

"""The tables of a run for people who work with them in Python: notes in words, not as messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probe.runs.opening import StoredFiles
from probe.runs.stored import MESSAGE_COLUMNS
from probe.wording import wording_of

if TYPE_CHECKING:
    import pandas as pd

STATUS = "status"
"""Column of `images.parquet` that says why a picture could not be used."""


class FilesInWords(StoredFiles):
    """Reads the files of a run; the notes of its tables are turned into English."""

    def table(self, name: str) -> pd.DataFrame:
        """The table of a Parquet file, its notes in words (see `StoredFiles.table`)."""
        table = super().table(name)
        words = wording_of()
        for column in table.columns.intersection([*MESSAGE_COLUMNS, STATUS]):
            texts = {note: words.stored(note) for note in table[column].unique()}
            table[column] = table[column].map(texts)
        return table

"""A run for people who work with it in Python: words where its files hold messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from probe.errors import WordingError
from probe.runs.manifest import Manifest
from probe.runs.opening import StoredFiles
from probe.runs.stored import MESSAGE_COLUMNS
from probe.wording import Wording, is_stored_message, wording_of

if TYPE_CHECKING:
    import pandas as pd

STATUS = "status"
"""Column of `images.parquet` that says why a picture could not be used."""


@dataclass(frozen=True)
class FilesInWords(StoredFiles):
    """Reads the files of a run; messages in its tables and JSON are turned into words.

    Attributes:
        language: code of the language of the words.
    """

    language: str = "en"

    def table(self, name: str, wanted: Mapping[str, str] | None = None) -> pd.DataFrame:
        """The table of a Parquet file, its notes in words (see `StoredFiles.table`)."""
        table = super().table(name, wanted)
        for column in table.columns.intersection([*MESSAGE_COLUMNS, STATUS]):
            texts = {note: self._in_words(note) for note in table[column].unique()}
            table[column] = table[column].map(texts)
        return table

    def json(self, name: str) -> Any:
        """What a JSON file holds, in words (see `StoredFiles.json`)."""
        return self._in_words(super().json(name))

    def index(self, arrays: Mapping[str, NDArray[Any]]) -> Any:
        """What the JSON among arrays holds, in words (see `StoredFiles.index`)."""
        return self._in_words(super().index(arrays))

    def _in_words(self, data: Any) -> Any:
        return data_in_words(data, wording_of(self.language))


def data_in_words(data: Any, words: Wording) -> Any:
    """Plain data with every message in it, as data or as JSON, turned into words.

    What the language has no words for (of a newer version, or damaged) stays as it is.
    """
    if is_stored_message(data):
        try:
            return words.stored(data)
        except WordingError:
            return data
    if isinstance(data, dict):
        return {name: data_in_words(part, words) for name, part in data.items()}
    if isinstance(data, list | tuple):
        return [data_in_words(part, words) for part in data]
    return data


def manifest_in_words(manifest: Manifest, language: str = "en") -> Manifest:
    """The manifest with words for its notes, those of models and thresholds, and reasons."""
    data = manifest.model_dump()
    return Manifest.model_validate(data_in_words(data, wording_of(language)))

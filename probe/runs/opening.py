"""The files of a run directory opened; a missing or damaged one is refused by its name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from probe.errors import DamagedFileError, RunError
from probe.files.json_text import parse_json
from probe.runs.encoding import file_sha256
from probe.runs.paths import (
    CELLS,
    CHANGES,
    DIFFERENCES,
    IMAGES,
    INTERACTIONS,
    LEANINGS,
    PAIRS,
    PARTS,
    RATES,
)
from probe.wording import Message, refusal

if TYPE_CHECKING:
    import pandas as pd

_PLACE = ("protocol", "backbone", "i", "j")

_COLUMNS = {
    CELLS: (*_PLACE, "kind", "mean"),
    PAIRS: (*_PLACE, "image_a", "image_b", "score"),
    DIFFERENCES: ("protocol", "backbone_a", "backbone_b", "figure", "difference"),
    CHANGES: ("protocol", "backbone", "figure", "difference"),
    IMAGES: ("image_id", "subject", "role", "status"),
    RATES: ("protocol", "backbone", "variant", "i", "j"),
    LEANINGS: ("variant", "backbone", "against", "side"),
    PARTS: ("protocol", "backbone", "variant", "part", "i", "j", "mean"),
    INTERACTIONS: ("protocol", "backbone", "variant", "kind"),
}
"""Columns by which a table is known: those that a reader of any run asks for first."""


RESTORE = Message("step-copy-or-anew")
"""The next step for a file of a run that is missing or damaged."""

NO_ARRAYS = Message("run-no-arrays")
"""What is wrong where arrays cannot be read, whatever NumPy or zipfile say."""


@dataclass(frozen=True)
class StoredFiles:
    """The files below a run directory, by name.

    Attributes:
        folder: the run directory.
        status: of the run; unless it is `complete`, what is missing may still come.
        hashes: sha256 that the content of each file must have, by name; None: not held against.
    """

    folder: Path
    status: str
    hashes: Mapping[str, str] | None = None

    def check(self, name: str) -> None:
        """Refuse a file that is not the one whose hash the manifest holds.

        Raises:
            DamagedFileError: it was changed, or the manifest does not hold its hash.
        """
        if self.hashes is None:
            return
        if name not in self.hashes:
            why = Message("run-no-hash")
        elif file_sha256(self.folder / name) != self.hashes[name]:
            why = Message("run-other-hash")
        else:
            return
        raise refusal(DamagedFileError, why, place=self.folder / name, hint=RESTORE)

    def path(self, name: str) -> Path:
        """Where a file lies that must be there.

        Raises:
            RunError: it is missing.
        """
        path = self.folder / name
        if not path.is_file():
            complete = self.status == "complete"
            raise refusal(
                RunError,
                Message(
                    "run-file-missing", {"file": name, "status": None if complete else self.status}
                ),
                place=self.folder,
                hint=RESTORE if complete else Message("step-finish-run"),
            )
        return path

    def checked_path(self, name: str) -> Path:
        """Where a file lies whose content is what was written.

        Raises:
            RunError: it is missing, or was changed.
        """
        path = self.path(name)
        self.check(name)
        return path

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        return (self.folder / name).is_file()

    def content(self, name: str) -> bytes:
        """The content of a file.

        Raises:
            RunError: it is missing, or was changed.
        """
        path = self.checked_path(name)
        try:
            return path.read_bytes()
        except OSError as error:
            raise _damaged(path, error.strerror) from None

    def text(self, name: str) -> str:
        """A text file.

        Raises:
            RunError: it is missing, or no text.
        """
        path = self.path(name)
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            raise _damaged(path, Message("run-no-text")) from None
        except OSError as error:
            raise _damaged(path, error.strerror) from None
        return text

    def mapping(self, name: str) -> dict[str, Any]:
        """What a JSON file holds that has keys and values.

        Raises:
            RunError: it is missing, no JSON, or holds something else.
        """
        content = self.json(name)
        if not isinstance(content, dict):
            raise _damaged(self.folder / name, Message("run-no-keys"))
        return content

    def json(self, name: str) -> Any:
        """What a JSON file holds.

        Raises:
            RunError: it is missing, or no JSON.
        """
        text = self.text(name)
        try:
            content = parse_json(text)
            json.dumps(content, ensure_ascii=False).encode("utf-8")  # no half character
        except UnicodeEncodeError:
            raise _damaged(self.folder / name, Message("run-half-character")) from None
        except ValueError as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else None
            detail = None if line else str(error)
            fault = Message("run-no-json", {"line": line, "detail": detail})
            raise _damaged(self.folder / name, fault) from None
        self.check(name)
        return content

    def arrays(self, name: str, *needed: str) -> dict[str, NDArray[Any]]:
        """The arrays of an .npz file by name.

        Args:
            name: of the file.
            needed: arrays that it must hold.

        Raises:
            RunError: it is missing or damaged, or lacks an array.
        """
        path = self.path(name)
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                arrays = {array: stored[array] for array in stored.files}
        except OSError as error:
            raise _damaged(path, error.strerror or NO_ARRAYS) from None
        except Exception:
            # NumPy, zipfile and the parser of an array's header meet any bytes here, and raise
            # whatever their code raises.
            raise _damaged(path, NO_ARRAYS) from None
        lacking = [array for array in needed if array not in arrays]
        if lacking:
            raise _damaged(path, Message("run-no-array", {"name": repr(lacking[0])}))
        self.check(name)
        return arrays

    def index(self, arrays: Mapping[str, NDArray[Any]]) -> Any:
        """What the JSON that stands among the arrays of a file holds."""
        try:
            return parse_json(arrays["told"].tobytes())
        except ValueError:
            raise _damaged(self.folder, Message("run-no-index")) from None

    def table(self, name: str, wanted: Mapping[str, str] | None = None) -> pd.DataFrame:
        """The table of a Parquet file.

        Args:
            name: of the file.
            wanted: column -> text; only rows with these texts, of which other row groups are not
                read. None: every row.

        Raises:
            RunError: it is missing or damaged, or lacks columns that every run has.
        """
        import pandas as pd

        path = self.path(name)
        try:
            filters = [(column, "==", text) for column, text in (wanted or {}).items()]
            table = pd.read_parquet(path, filters=filters or None)
        except Exception:
            # What the libraries say speaks of magic bytes, footers and Thrift; what they raise on
            # flipped bits is not listed anywhere.
            raise _damaged(path, Message("run-no-parquet")) from None
        lacking = [column for column in _COLUMNS.get(name, ()) if column not in table]
        if lacking:
            raise _damaged(path, Message("run-no-column", {"name": repr(lacking[0])}))
        self.check(name)
        return table


def _damaged(path: Path, why: Message | str | None) -> RunError:
    return refusal(
        RunError, Message("run-cannot-be-read", {"fault": why}), place=path, hint=RESTORE
    )

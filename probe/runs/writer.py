"""A run directory written: `started` first, every file whole, `complete` last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from probe.files.atomic import overwrite, replacing, write_bytes, write_text
from probe.files.lock import FolderLock
from probe.runs.archive import Files, write_archive
from probe.runs.encoding import (
    arrays_checksum,
    file_sha256,
    json_text,
    npz,
    parquet,
    sha256,
    write_parquet,
)
from probe.runs.manifest import Manifest
from probe.runs.paths import (
    FINDINGS,
    HISTOGRAMS,
    MANIFEST,
    PICTURES,
    embeddings_file,
    pair_scores_file,
)
from probe.runs.reading import Run
from probe.runs.stored import Finding, Histograms

if TYPE_CHECKING:
    import pandas as pd


class RunWriter:
    """Writes a run directory: manifest `started` first, every file whole, `complete` last.

    Args:
        path: the directory, made if it is not there.
        manifest: what is known at the start.
        lock: held on the directory while it is written; None where nobody else can.
    """

    def __init__(self, path: Path, manifest: Manifest, lock: FolderLock | None = None) -> None:
        self.path = path
        self._lock = lock
        self.manifest = manifest
        self._hashes: dict[str, str] = {}
        path.mkdir(parents=True, exist_ok=True)
        self._write_manifest()

    def bytes(self, name: str, data: bytes, *, durable: bool = True) -> None:
        """Write a file of the run and remember its hash (`durable`: see `probe.files.atomic`)."""
        write_bytes(self.path / name, data, durable=durable)
        self._hashes[name] = sha256(data)

    def text(self, name: str, text: str) -> None:
        """Write a text file of the run."""
        self.bytes(name, text.encode("utf-8"))

    def json(self, name: str, data: object) -> None:
        """Write data as JSON."""
        self.text(name, json_text(data))

    def table(self, name: str, frame: pd.DataFrame) -> None:
        """Write a DataFrame as Parquet."""
        self.bytes(name, parquet(frame))

    def table_in_groups(self, name: str, groups: Iterable[pd.DataFrame]) -> None:
        """Write a table as Parquet while its row groups are made (see `write_parquet`)."""
        path = self.path / name
        with replacing(path) as temporary:
            write_parquet(temporary, groups)
        self._hashes[name] = file_sha256(path)

    def pictures(self, pictures: Files) -> None:
        """Write small pictures while they are made.

        Args:
            pictures: `picture_file` and WebP bytes of each.
        """
        path = self.path / PICTURES
        with replacing(path, durable=False) as temporary:
            write_archive(temporary, pictures)
        self._hashes[PICTURES] = file_sha256(path)

    def embeddings(
        self, backbone: str, variant: str, ids: Sequence[str], vectors: NDArray[np.float32]
    ) -> None:
        """Write the vectors of a backbone and mask variant."""
        self._arrays(
            embeddings_file(backbone, variant), ids=np.array(ids, dtype=str), vectors=vectors
        )

    def pair_scores(
        self,
        backbone: str,
        variant: str,
        ids: Sequence[str],
        pairs: NDArray[np.int64],
        scores: NDArray[np.float32],
    ) -> None:
        """Write the scores of a pair scorer: `pairs` `(n, 2)` are places in `ids`."""
        self._arrays(
            pair_scores_file(backbone, variant),
            ids=np.array(ids, dtype=str),
            pairs=pairs.astype(np.int32),
            scores=scores,
        )

    def _arrays(self, name: str, **arrays: NDArray[Any]) -> None:
        """Write arrays with their checksum, which is held against them when they are read."""
        checksum = np.array(arrays_checksum(*arrays.values()))
        self.bytes(name, npz(**arrays, checksum=checksum))

    def histograms(self, histograms: Histograms) -> None:
        """Write the score counts."""
        rows = json.dumps([dict(row) for row in histograms.rows])
        data = npz(edges=histograms.edges, counts=histograms.counts, rows=np.array(rows))
        self.bytes(HISTOGRAMS, data)

    def findings(self, findings: Sequence[Finding]) -> None:
        """Write what the cells say: keys and values, not texts."""
        self.json(FINDINGS, [finding.data() for finding in findings])

    def update(self, **changes: object) -> None:
        """Change fields of the manifest and write it."""
        self.manifest = self.manifest.model_copy(update=changes)
        self._write_manifest()

    def complete(self) -> Run:
        """Write the manifest as `complete`, with the hash of every file; the run read back."""
        self.update(status="complete", finished=now(), files=dict(sorted(self._hashes.items())))
        self.release()
        return Run(self.path)

    def fail(self, note: str) -> None:
        """Write the manifest as `failed`, with a note as JSON; on a full disk the word alone."""
        try:
            self.update(status="failed", notes=(*self.manifest.notes, note))
        except OSError:
            # As long as `started`, so that it fits where that stands; JSON allows the blank.
            overwrite(self.path / MANIFEST, b'"status": "started"', b'"status": "failed" ')

    def release(self) -> None:
        """Let others work on the directory."""
        if self._lock is not None:
            self._lock.release()

    def _write_manifest(self) -> None:
        _write_manifest(self.path, self.manifest)


def add_json(run: Run, name: str, data: object, **options: object) -> Run:
    """Write a JSON file into a finished run, its hash and the options into the manifest.

    Returns:
        The run read back.
    """
    text = json_text(data)
    write_text(run.path / name, text)
    hashes = {**run.manifest.files, name: sha256(text.encode("utf-8"))}
    changes = {
        "files": dict(sorted(hashes.items())),
        "options": {**run.manifest.options, **options},
    }
    _write_manifest(run.path, run.manifest.model_copy(update=changes))
    return Run(run.path)


def add_files(run: Run, files: Mapping[str, bytes], name: str, data: object) -> Run:
    """Write files of a folder, and the JSON file that names them, into a finished run.

    What the JSON file named before goes: files of the same folders.

    Returns:
        The run read back.
    """
    run = Run(run.path)
    folders = {file.partition("/")[0] + "/" for file in files}
    stale = [file for file in run.manifest.files if file.startswith(tuple(folders))]
    for file, content in files.items():
        write_bytes(run.path / file, content, durable=False)
    kept = {file: digest for file, digest in run.manifest.files.items() if file not in stale}
    hashes = {**kept, **{file: sha256(content) for file, content in files.items()}}
    done = add_json(Run(run.path), name, data)
    whole = {**hashes, name: done.manifest.files[name]}
    changes = {"files": dict(sorted(whole.items()))}
    _write_manifest(run.path, done.manifest.model_copy(update=changes))
    for file in stale:
        if file not in files:
            (run.path / file).unlink(missing_ok=True)
    return Run(run.path)


def note_derived(run: Run, files: Mapping[str, bytes]) -> None:
    """Keep the hashes of a report that was written into a finished run.

    Args:
        run: the run.
        files: name below its folder and content of each file.
    """
    manifest = Run(run.path).manifest
    hashes = {**manifest.derived, **{name: sha256(content) for name, content in files.items()}}
    changed = manifest.model_copy(update={"derived": dict(sorted(hashes.items()))})
    _write_manifest(run.path, changed)


def now() -> str:
    """The time, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    write_text(folder / MANIFEST, manifest.model_dump_json(indent=1) + "\n")

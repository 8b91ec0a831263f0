"""The run directory: created, written once, read back. It stores and reads; it never computes."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from probe.errors import RunError
from probe.files.atomic import write_bytes, write_text
from probe.protocol.finding import load_protocol
from probe.protocol.model import Protocol
from probe.runs.manifest import Manifest, read_manifest
from probe.runs.stored import Finding, Histograms, StoredMasks

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "add_json",
    "UNMASKED",
    "Finding",
    "Histograms",
    "Run",
    "RunWriter",
    "StoredMasks",
    "attention_file",
    "embeddings_file",
    "file_sha256",
    "json_text",
    "mask_file",
    "now",
    "npz",
    "remedies_file",
]

UNMASKED = "unmasked"


class Run:
    """A run directory, read back.

    Args:
        path: the directory; its `manifest.json` must be there.

    Raises:
        RunError: no run directory, damaged, or from a newer version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.manifest: Manifest = read_manifest(path / "manifest.json")

    @property
    def backbones(self) -> list[str]:
        """Names of the backbones, in the order they were given."""
        return [entry.name for entry in self.manifest.backbones]

    @cached_property
    def protocols(self) -> dict[str, Protocol]:
        """The protocols of the study by name, in order."""
        return {
            entry.name: load_protocol(self._file(f"protocols/{entry.name}.yaml"))
            for entry in self.manifest.protocols
        }

    @cached_property
    def images(self) -> pd.DataFrame:
        """One row a picture of a protocol (columns: see `probe.study.steps.IMAGE_COLUMNS`)."""
        return self._table("images.parquet")

    @cached_property
    def cells(self) -> pd.DataFrame:
        """One row a cell; a cell stands twice, as (i, j) and as (j, i)."""
        return self._table("cells.parquet")

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """Scores of pairs of pictures: protocol, backbone, variant, kind, i, j, image_a,
        image_b, score; all mated pairs, and a stated sample of the others.
        """
        return self._table("pairs.parquet")

    @cached_property
    def differences(self) -> pd.DataFrame:
        """Paired differences between backbones, second minus first, with decisions: one row a
        protocol, variant, pair of backbones, figure and condition ("" for all but the standard).
        """
        return self._table("differences.parquet")

    @cached_property
    def changes(self) -> pd.DataFrame | None:
        """Paired differences that a mask makes to a backbone, masked minus as shot: one row a
        protocol, variant, backbone, figure and condition ("" for all but the standard); None in a
        run without masks.
        """
        masked = len(self.manifest.variants) > 1
        return self._table("changes.parquet") if masked else None

    @cached_property
    def rates(self) -> pd.DataFrame | None:
        """Error rates of every cell at every false match rate asked for; None in an older run."""
        return self._optional("rates.parquet")

    @cached_property
    def leanings(self) -> pd.DataFrame | None:
        """Precision- or recall-first, by model and pair of models; None in an older run."""
        return self._optional("leanings.parquet")

    @cached_property
    def interactions(self) -> pd.DataFrame | None:
        """What crossed factors do to retention: one row an effect, interaction or variance share
        (columns: see `probe.statistics.interaction.table`); None in a run without crossed factors.
        """
        return self._optional("interactions.parquet")

    @cached_property
    def findings(self) -> list[Finding]:
        """The sentences of the report, each with the cells it rests on."""
        told = json.loads(self._file("findings.json").read_text("utf-8"))
        return [Finding(**{**each, "cells": tuple(each["cells"])}) for each in told]

    @cached_property
    def histograms(self) -> Histograms:
        """Score counts of every condition against the standard condition."""
        with np.load(self._file("histograms.npz"), allow_pickle=False) as stored:
            rows = json.loads(str(stored["rows"]))
            return Histograms(stored["edges"], stored["counts"], tuple(rows))

    def embeddings(
        self, backbone: str, variant: str = UNMASKED
    ) -> tuple[list[str], NDArray[np.float32]]:
        """Image ids and vectors `float32 (n, d)` of a backbone and mask variant."""
        with np.load(self._file(embeddings_file(backbone, variant)), allow_pickle=False) as stored:
            return [str(each) for each in stored["ids"]], stored["vectors"]

    def picture(self, image_id: str, variant: str = UNMASKED) -> Path | None:
        """The small rendition of a picture (WebP), None when it was not kept."""
        path = self.path / picture_file(image_id, variant)
        return path if path.is_file() else None

    def size(self, image_id: str) -> tuple[int, int] | None:
        """Height and width of a picture, in pixels; None when it was not usable or not there."""
        found = self.images[self.images["image_id"] == image_id]
        return (int(found["height"].iloc[0]), int(found["width"].iloc[0])) if len(found) else None

    def masks(self, variant: str) -> StoredMasks:
        """The person masks of a variant."""
        with np.load(self._file(mask_file(variant)), allow_pickle=False) as stored:
            told = json.loads(stored["told"].tobytes())
            parts = np.split(stored["bits"], stored["ends"][:-1]) if told["ids"] else []
            packed = dict(zip(told["ids"], parts, strict=True))
            shapes = dict(zip(told["ids"], map(tuple, told["shapes"]), strict=True))
            reasons = {image: reason for image, _, reason in told["failures"]}
            return StoredMasks(packed, shapes, reasons, told["fill"])

    def mask_quality(self, variant: str) -> dict[str, Any]:
        """Overlap with exact masks (`iou_mean`, `iou_low`, `pictures`); empty where not known."""
        return self._json(mask_file(variant, ".json"))

    def evidence(
        self, protocol: str, backbone: str, variant: str = UNMASKED
    ) -> list[dict[str, Any]]:
        """The evidence maps of a protocol, one dict a condition; empty when none were made.

        Keys: see `probe.evidence.survey`: figures, image ids, and the maps `first`, `second` and
        `mean`.
        """
        path = self.path / attention_file(backbone, variant, protocol)
        if not path.is_file():
            return []
        with np.load(path, allow_pickle=False) as stored:
            told: list[dict[str, Any]] = json.loads(stored["told"].tobytes())
            for each in told:
                for name in ("first", "second", "mean"):
                    each[name] = stored[f"c{each['condition']}.{name}"]
            return told

    def points(
        self, protocol: str, backbone: str, variant: str = UNMASKED
    ) -> dict[str, NDArray[Any]] | None:
        """The point-to-point map of the pair shown (`matrix`, `ids`, ...); None without one."""
        path = self.path / attention_file(backbone, variant, f"{protocol}.points")
        if not path.is_file():
            return None
        with np.load(path, allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}

    def remedies(self, protocol: str, backbone: str) -> dict[str, Any]:
        """What remedies did (`condition`, `recommendation`, `rungs`); empty when none was tried."""
        return self._json(remedies_file(backbone, protocol))

    @property
    def site(self) -> dict[str, Any]:
        """The advice for the site the run was asked about (`site`, `verdicts`, `notes`); empty
        where none was.
        """
        return self._json("site.json")

    def looks(self, protocol: str, backbone: str, variant: str = UNMASKED) -> dict[str, Any]:
        """How faithful the maps are, and how much the background counts; empty without maps."""
        return self._json(attention_file(backbone, variant, protocol, ".json"))

    def matrix(
        self,
        protocol: str,
        backbone: str,
        figure: str = "mean",
        *,
        kind: str = "mated",
        variant: str = UNMASKED,
    ) -> NDArray[np.float64]:
        """One figure of all cells `float64 (conditions, conditions)`; NaN where there is none."""
        n = len(self.protocols[protocol].conditions)
        rows = self.cells.query(
            "protocol == @protocol and backbone == @backbone and variant == @variant"
            " and kind == @kind"
        )
        matrix = np.full((n, n), np.nan)
        matrix[rows["i"], rows["j"]] = rows[figure].astype(float)
        return matrix

    def changed_files(self) -> list[str]:
        """Files that are missing or whose sha256 is not the manifest's."""
        return [
            name
            for name, sha in self.manifest.files.items()
            if not (self.path / name).is_file() or file_sha256(self.path / name) != sha
        ]

    def _file(self, name: str) -> Path:
        path = self.path / name
        if not path.is_file():
            status = self.manifest.status
            raise RunError(
                f"{name} is missing" + ("" if status == "complete" else f" (the run is {status})"),
                place=self.path,
                hint="finish it: probe run ... --resume" if status != "complete" else None,
            )
        return path

    def _json(self, name: str) -> dict[str, Any]:
        """A file that need not be there: empty without it."""
        path = self.path / name
        found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
        return found

    def _optional(self, name: str) -> pd.DataFrame | None:
        """A table that not every run has."""
        return self._table(name) if name in self.manifest.files else None

    def _table(self, name: str) -> pd.DataFrame:
        import pandas as pd
        import pyarrow

        path = self._file(name)
        try:
            return pd.read_parquet(path)
        except (pyarrow.ArrowException, OSError) as error:
            raise RunError(f"cannot be read ({error})", place=path) from None


class RunWriter:
    """Writes a run directory: manifest `started` first, every file whole, `complete` last.

    Args:
        path: the directory, made if it is not there.
        manifest: what is known at the start.
    """

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.path = path
        self.manifest = manifest
        self._files: dict[str, str] = {}
        path.mkdir(parents=True, exist_ok=True)
        self._write_manifest()

    def bytes(self, name: str, data: bytes, *, durable: bool = True) -> None:
        """Write a file of the run and remember its hash (`durable`: see `probe.files.atomic`)."""
        write_bytes(self.path / name, data, durable=durable)
        self._files[name] = hashlib.sha256(data).hexdigest()

    def text(self, name: str, text: str) -> None:
        """Write a text file of the run."""
        self.bytes(name, text.encode("utf-8"))

    def json(self, name: str, data: Any) -> None:
        """Write data as JSON."""
        self.text(name, json_text(data))

    def table(self, name: str, frame: pd.DataFrame) -> None:
        """Write a DataFrame as Parquet."""
        buffer = io.BytesIO()
        frame.to_parquet(buffer, index=False, compression="zstd")
        self.bytes(name, buffer.getvalue())

    def embeddings(
        self, backbone: str, variant: str, ids: Sequence[str], vectors: NDArray[np.float32]
    ) -> None:
        """Write the vectors of a backbone and mask variant."""
        self.bytes(
            embeddings_file(backbone, variant), npz(ids=np.array(ids, dtype=str), vectors=vectors)
        )

    def histograms(self, histograms: Histograms) -> None:
        """Write the score counts."""
        rows = json.dumps([dict(row) for row in histograms.rows])
        data = npz(edges=histograms.edges, counts=histograms.counts, rows=np.array(rows))
        self.bytes("histograms.npz", data)

    def findings(self, findings: Sequence[Finding]) -> None:
        """Write the sentences."""
        told = [{**vars(each), "cells": [dict(cell) for cell in each.cells]} for each in findings]
        self.json("findings.json", told)

    def update(self, **changes: Any) -> None:
        """Change fields of the manifest and write it."""
        self.manifest = self.manifest.model_copy(update=changes)
        self._write_manifest()

    def complete(self) -> Run:
        """Write the manifest as `complete`, with the hash of every file; the run read back."""
        self.update(status="complete", finished=now(), files=dict(sorted(self._files.items())))
        return Run(self.path)

    def _write_manifest(self) -> None:
        write_text(self.path / "manifest.json", self.manifest.model_dump_json(indent=1) + "\n")


def add_json(run: Run, name: str, data: Any, **options: Any) -> Run:
    """Write a JSON file into a finished run, its hash and the options into the manifest.

    Returns:
        The run read back.
    """
    text = json_text(data)
    write_text(run.path / name, text)
    known = {**run.manifest.files, name: hashlib.sha256(text.encode("utf-8")).hexdigest()}
    told = {"files": dict(sorted(known.items())), "options": {**run.manifest.options, **options}}
    manifest = run.manifest.model_copy(update=told)
    write_text(run.path / "manifest.json", manifest.model_dump_json(indent=1) + "\n")
    return Run(run.path)


def json_text(data: Any) -> str:
    """Data as the text of a JSON file of a run."""
    return json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def npz(**arrays: NDArray[Any]) -> bytes:
    """Arrays as the bytes of a compressed .npz file; equal arrays give equal bytes."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def embeddings_file(backbone: str, variant: str) -> str:
    """Path of the vectors of a backbone and variant, safe for any backbone name."""
    return f"embeddings/{_safe(f'{backbone}.{variant}')}.npz"


def picture_file(image_id: str, variant: str = UNMASKED) -> str:
    """Path of the small rendition of a picture; of a mask variant, its background filled."""
    folder = "pictures" if variant == UNMASKED else f"pictures/{_safe(variant)}"
    return f"{folder}/{image_id}.webp"


def mask_file(variant: str, suffix: str = ".npz") -> str:
    """Path of the masks of a variant; with `.json` of how good they are."""
    return f"masks/{_safe(variant)}{suffix}"


def attention_file(backbone: str, variant: str, protocol: str, suffix: str = ".npz") -> str:
    """Path of what is stored of a backbone's evidence maps."""
    return f"attention/{_safe(f'{backbone}.{variant}.{protocol}')}{suffix}"


def remedies_file(backbone: str, protocol: str) -> str:
    """Path of what remedies did for a backbone in a protocol."""
    return f"remedies/{_safe(f'{backbone}.{protocol}')}.json"


def _safe(name: str) -> str:
    safe = "".join(c if c.isalnum() or c in "._-" else "_" for c in name)
    return safe if safe == name else f"{safe}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def file_sha256(path: Path) -> str:
    """Hex sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def now() -> str:
    """The time, UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

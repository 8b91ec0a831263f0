"""A run directory read back, file by file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from probe.errors import DamagedFileError, WordingError
from probe.files.json_text import parse_json
from probe.protocol.finding import load_protocol
from probe.protocol.model import Protocol
from probe.runs.archive import Archive
from probe.runs.encoding import arrays_checksum, file_sha256
from probe.runs.examination import ExaminationRecord
from probe.runs.manifest import Manifest, ProtocolEntry, read_manifest
from probe.runs.names import check_name, check_names
from probe.runs.opening import RESTORE, StoredFiles
from probe.runs.paths import (
    CELLS,
    CHANGES,
    DIFFERENCES,
    EXAMINATION,
    FINDINGS,
    GENERATED,
    HISTOGRAMS,
    IMAGES,
    INTERACTIONS,
    LEANINGS,
    MANIFEST,
    PAIRS,
    PARTS,
    PICTURES,
    RATES,
    SITE,
    UNMASKED,
    attention_file,
    embeddings_file,
    mask_file,
    pair_scores_file,
    picture_file,
    protocol_file,
    remedies_file,
)
from probe.runs.records import EvidenceRecord, GeneratedRecord
from probe.runs.stored import Finding, Histograms, StoredMasks, StoredPartMap, finding_from
from probe.wording import Message, refusal

if TYPE_CHECKING:
    import pandas as pd


class Run:
    """A run directory, read back.

    A backbone, protocol or mask variant that the run does not have is refused with a UsageError
    that names the nearest.

    Args:
        path: the directory; its `manifest.json` must be there.
        checked: whether every file that is read is held against its hash in the manifest.

    Raises:
        RunError: no run directory, damaged, or from a newer version.
    """

    def __init__(self, path: Path, *, checked: bool = True) -> None:
        self.path = path
        self.manifest: Manifest = read_manifest(path / MANIFEST)
        hashes = self.manifest.files if checked and self.manifest.status == "complete" else None
        self._files = StoredFiles(path, self.manifest.status, hashes)

    @property
    def backbones(self) -> list[str]:
        """Names of the backbones, in the order they were given."""
        return [entry.name for entry in self.manifest.backbones]

    @cached_property
    def protocols(self) -> dict[str, Protocol]:
        """The protocols of the study by name, in order, with the fit that their pictures had."""
        return {entry.name: self._protocol(entry) for entry in self.manifest.protocols}

    def _protocol(self, entry: ProtocolEntry) -> Protocol:
        protocol = load_protocol(self._files.checked_path(protocol_file(entry.name)))
        return protocol if entry.fit is None else protocol.with_fit(entry.fit)

    @cached_property
    def images(self) -> pd.DataFrame:
        """One row a picture of a protocol (columns: see `probe.runs.rows.ImageRow`)."""
        return self._files.table(IMAGES)

    @cached_property
    def cells(self) -> pd.DataFrame:
        """One row a cell; a cell stands twice, as (i, j) and as (j, i)."""
        return self._files.table(CELLS)

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """Scores of pairs of pictures: protocol, backbone, variant, kind, i, j, image_a,
        image_b, score; all mated pairs, and a stated sample of the others.
        """
        return self._files.table(PAIRS)

    def pairs_of(self, variant: str, backbone: str = "", protocol: str = "") -> pd.DataFrame:
        """The rows of `pairs` of a mask variant, a backbone and a protocol (empty: of all)."""
        names = {"variant": variant, "backbone": backbone, "protocol": protocol}
        return self._files.table(PAIRS, {name: text for name, text in names.items() if text})

    @cached_property
    def differences(self) -> pd.DataFrame:
        """Paired differences between backbones, second minus first, with decisions: one row a
        protocol, variant, pair of backbones, figure and condition ("" for all but the standard).
        """
        return self._files.table(DIFFERENCES)

    @cached_property
    def changes(self) -> pd.DataFrame | None:
        """Paired differences that a mask makes to a backbone, masked minus as shot: one row a
        protocol, variant, backbone, figure and condition ("" for all but the standard); None in a
        run without masks.
        """
        masked = len(self.manifest.variants) > 1
        return self._files.table(CHANGES) if masked else None

    @cached_property
    def rates(self) -> pd.DataFrame | None:
        """Error rates of every cell at every false match rate asked for; None in an older run."""
        return self._optional(RATES)

    @cached_property
    def leanings(self) -> pd.DataFrame | None:
        """Precision- or recall-first, by model and pair of models; None in an older run."""
        return self._optional(LEANINGS)

    @cached_property
    def parts(self) -> pd.DataFrame | None:
        """Mean cosines of single parts of vectors in mated cells (`probe.runs.rows.PartRow`); the
        parts and their places stand in the manifest. None where no backbone has parts.
        """
        return self._optional(PARTS)

    def part_matrix(
        self, backbone: str, protocol: str, part: str, variant: str = UNMASKED
    ) -> NDArray[np.float64]:
        """Mean cosine of one part of all mated cells `float64 (conditions, conditions)`, NaN where
        there is no pair.

        Args:
            backbone: name of a backbone with parts.
            protocol: name of the protocol.
            part: name of a part (`manifest.backbone(backbone).parts`).
            variant: mask variant.

        Raises:
            UsageError: there is no such backbone, protocol or variant here, or the backbone has no
                such part.
        """
        check_names(self.manifest, backbone=backbone, protocol=protocol, variant=variant)
        parts = [entry.name for entry in self.manifest.backbone(backbone).parts]
        table = self.parts
        noun = Message("run-part-of", {"backbone": backbone})
        check_name(noun, part, () if table is None else parts)
        assert table is not None
        chosen = table[
            (table["backbone"] == backbone)
            & (table["protocol"] == protocol)
            & (table["part"] == part)
            & (table["variant"] == variant)
        ]
        count = len(self.protocols[protocol].conditions)
        matrix = np.full((count, count), np.nan)
        rows, columns = chosen["i"].to_numpy(int), chosen["j"].to_numpy(int)
        matrix[rows, columns] = matrix[columns, rows] = chosen["mean"].to_numpy(float)
        return matrix

    @cached_property
    def interactions(self) -> pd.DataFrame | None:
        """What crossed factors do to retention: one row an effect, interaction or variance share
        (columns: see `probe.runs.rows.InteractionRow`); None in a run without crossed factors.
        """
        return self._optional(INTERACTIONS)

    @cached_property
    def findings(self) -> list[Finding]:
        """What the cells say, each with the cells it rests on.

        Raises:
            RunError: the file holds something else.
        """
        try:
            return [self._finding(data) for data in self._files.json(FINDINGS)]
        except (AttributeError, KeyError, TypeError, WordingError):
            raise refusal(
                DamagedFileError,
                Message("run-findings-damaged"),
                place=self.path / FINDINGS,
                hint=RESTORE,
            ) from None

    def _finding(self, data: Mapping[str, Any]) -> Finding:
        """A finding from its stored data."""
        return finding_from(data)

    @cached_property
    def histograms(self) -> Histograms:
        """Score counts of every condition against the standard condition."""
        stored = self._files.arrays(HISTOGRAMS, "edges", "counts", "rows")
        try:
            rows = parse_json(str(stored["rows"]))
        except ValueError:
            raise _not_written(self.path / HISTOGRAMS) from None
        return Histograms(stored["edges"], stored["counts"], tuple(rows))

    def embeddings(
        self, backbone: str, variant: str = UNMASKED
    ) -> tuple[list[str], NDArray[np.float32]]:
        """Image ids and vectors `float32 (n, d)` of a backbone and mask variant.

        Raises:
            UsageError: a name that is not in this run.
            RunError: the file is missing.
            DamagedFileError: it is not what was written; the message names it.
        """
        check_names(self.manifest, backbone=backbone, variant=variant)
        stored = self._verified(embeddings_file(backbone, variant), "ids", "vectors")
        return [str(image_id) for image_id in stored["ids"]], stored["vectors"]

    def pair_scores(
        self, backbone: str, variant: str = UNMASKED
    ) -> tuple[list[str], NDArray[np.int64], NDArray[np.float32]] | None:
        """Image ids, pairs `(n, 2)` of places in them, and scores `float32 (n,)` of a pair scorer.

        None for a backbone that gives vectors, and in a run of schema version 1, which keeps a
        matrix among the embeddings.

        Raises:
            DamagedFileError: the file is not what was written; the message names it.
        """
        check_names(self.manifest, backbone=backbone, variant=variant)
        name = pair_scores_file(backbone, variant)
        if not self._files.has(name):
            return None
        stored = self._verified(name, "ids", "pairs", "scores")
        ids = [str(image_id) for image_id in stored["ids"]]
        return ids, stored["pairs"].astype(np.int64), stored["scores"]

    def scored_pictures(self, backbone: str, variant: str = UNMASKED) -> list[str]:
        """Image ids of the pictures that a backbone was run on."""
        stored = self.pair_scores(backbone, variant)
        return stored[0] if stored else self.embeddings(backbone, variant)[0]

    def _verified(self, name: str, *arrays: str) -> Mapping[str, NDArray[Any]]:
        """The arrays of a file, held against their checksum (older runs have none)."""
        stored = self._files.arrays(name, *arrays)
        checksum = str(stored["checksum"]) if "checksum" in stored else None
        if checksum not in (None, arrays_checksum(*(stored[array] for array in arrays))):
            raise _not_written(self.path / name)
        return stored

    def score_edges(self, backbone: str) -> NDArray[np.float64]:
        """Edges of the bins of a backbone's score counts, on the scale of its score."""
        low, high = self.manifest.backbone(backbone).score_range
        return np.linspace(low, high, self.histograms.counts.shape[1] + 1)

    @property
    def picture_files(self) -> list[str]:
        """The files that its small pictures lie in; empty where it keeps none."""
        files = self.manifest.files
        return [name for name in files if name == PICTURES or name.startswith("pictures/")]

    def picture(self, image_id: str, variant: str = UNMASKED) -> bytes | None:
        """The small rendition of a picture, as a WebP file; None when it was not kept."""
        check_names(self.manifest, variant=variant)
        name = picture_file(image_id, variant)
        if self._pictures is not None:
            return self._pictures.read(name)
        return self._files.content(name) if self._files.has(name) else None

    @cached_property
    def _pictures(self) -> Archive | None:
        """The small pictures; None in an older run, which has a file for each, or none."""
        there = PICTURES in self.manifest.files and self._files.has(PICTURES)
        return Archive(self._files.checked_path(PICTURES)) if there else None

    def size(self, image_id: str) -> tuple[int, int] | None:
        """Height and width of a picture, in pixels; None when it was not usable or not there."""
        rows = self.images[self.images["image_id"] == image_id]
        return (int(rows["height"].iloc[0]), int(rows["width"].iloc[0])) if len(rows) else None

    def masks(self, variant: str) -> StoredMasks:
        """The person masks of a variant."""
        check_names(self.manifest, variant=variant)
        stored = self._files.arrays(mask_file(variant), "told", "bits", "ends")
        index = self._files.index(stored)
        bits = np.split(stored["bits"], stored["ends"][:-1]) if index["ids"] else []
        packed = dict(zip(index["ids"], bits, strict=True))
        shapes = dict(zip(index["ids"], map(tuple, index["shapes"]), strict=True))
        refused = {image: reason for image, _, reason in index["failures"]}
        return StoredMasks(packed, shapes, refused, index["fill"])

    def mask_quality(self, variant: str) -> dict[str, Any]:
        """Overlap with exact masks (`iou_mean`, `iou_low`, `pictures`); empty where not known."""
        check_names(self.manifest, variant=variant)
        return self._json(mask_file(variant, ".json"))

    def evidence(
        self, backbone: str, protocol: str, variant: str = UNMASKED
    ) -> list[EvidenceRecord]:
        """The evidence maps of a protocol, one record a condition; empty when none were made."""
        check_names(self.manifest, backbone=backbone, protocol=protocol, variant=variant)
        name = attention_file(backbone, variant, protocol)
        if not self._files.has(name):
            return []
        stored = self._files.arrays(name, "told")
        conditions: list[dict[str, Any]] = self._files.index(stored)
        for condition in conditions:
            for side in ("first", "second", "mean"):
                condition[side] = stored[f"c{condition['condition']}.{side}"]
        return cast("list[EvidenceRecord]", conditions)

    def points(
        self, backbone: str, protocol: str, variant: str = UNMASKED
    ) -> dict[str, NDArray[Any]] | None:
        """The point-to-point map of the pair shown (`matrix`, `ids`, ...); None without one."""
        check_names(self.manifest, backbone=backbone, protocol=protocol, variant=variant)
        name = attention_file(backbone, variant, f"{protocol}.points")
        return self._files.arrays(name) if self._files.has(name) else None

    def part_maps(
        self, backbone: str, protocol: str, variant: str = UNMASKED
    ) -> tuple[StoredPartMap, ...]:
        """What each part adds to the cosine of the pair shown, in order; empty without maps."""
        check_names(self.manifest, backbone=backbone, protocol=protocol, variant=variant)
        name = attention_file(backbone, variant, f"{protocol}.parts")
        if not self._files.has(name):
            return ()
        stored = self._files.arrays(name, "ids", "parts", "cosines")
        ids = (str(stored["ids"][0]), str(stored["ids"][1]))
        parts = zip(stored["parts"], stored["cosines"], strict=True)
        return tuple(
            StoredPartMap(
                str(part), ids, float(cosine), stored[f"first_{k}"], stored[f"second_{k}"]
            )
            for k, (part, cosine) in enumerate(parts)
        )

    def remedies(self, backbone: str, protocol: str) -> dict[str, Any]:
        """What remedies did (`condition`, `recommendation`, `rungs`); empty when none was tried."""
        check_names(self.manifest, backbone=backbone, protocol=protocol)
        return self._json(remedies_file(backbone, protocol))

    @property
    def site(self) -> dict[str, Any]:
        """The advice for the site the run was asked about (`site`, `verdicts`, `notes`); empty
        where none was.
        """
        return self._json(SITE)

    @property
    def examination(self) -> ExaminationRecord | None:
        """What examiners expect beside miss rates; None in an older run. Sections that a run
        before them does not have are empty.
        """
        stored = self._json(EXAMINATION)
        if not stored:
            return None
        empty: dict[str, list[object]] = {name: [] for name in ExaminationRecord.__annotations__}
        return cast("ExaminationRecord", {**empty, **stored})

    @property
    def generated(self) -> GeneratedRecord | None:
        """What `probe generate --run` drew; None where nothing was."""
        stored = self._json(GENERATED)
        return cast("GeneratedRecord", stored) if stored else None

    def generated_picture(self, name: str) -> bytes:
        """The bytes (WebP) of a picture that was drawn, by its name in `generated`.

        Raises:
            RunError: it is missing.
        """
        return self._files.checked_path(name).read_bytes()

    def looks(self, backbone: str, protocol: str, variant: str = UNMASKED) -> dict[str, Any]:
        """How faithful the maps are, and how much the background counts; empty without maps."""
        check_names(self.manifest, backbone=backbone, protocol=protocol, variant=variant)
        return self._json(attention_file(backbone, variant, protocol, ".json"))

    def matrix(
        self,
        backbone: str,
        protocol: str,
        figure: str = "mean",
        *,
        kind: str = "mated",
        variant: str = UNMASKED,
    ) -> NDArray[np.float64]:
        """One figure of all cells `float64 (conditions, conditions)`; NaN where there is none."""
        check_names(self.manifest, backbone=backbone, protocol=protocol, variant=variant)
        n = len(self.protocols[protocol].conditions)
        rows = self.cells.query(
            "protocol == @protocol and backbone == @backbone and variant == @variant"
            " and kind == @kind"
        )
        matrix = np.full((n, n), np.nan)
        matrix[rows["i"], rows["j"]] = rows[figure].astype(float)
        return matrix

    def changed_files(self) -> list[str]:
        """Missing files, and those whose sha256 is not the manifest's; of a report, the changed."""
        changed = [
            name
            for name, sha in self.manifest.files.items()
            if not (self.path / name).is_file() or file_sha256(self.path / name) != sha
        ]
        return changed + [
            name
            for name, sha in self.manifest.derived.items()
            if (self.path / name).is_file() and file_sha256(self.path / name) != sha
        ]

    def unlisted_files(self) -> list[str]:
        """Files that every run has and whose hash a finished run's manifest does not hold."""
        if self.manifest.status != "complete":
            return []
        needed = [CELLS, PAIRS, DIFFERENCES, IMAGES, HISTOGRAMS, FINDINGS]
        needed += [protocol_file(entry.name) for entry in self.manifest.protocols]
        return [name for name in needed if name not in self.manifest.files]

    def foreign_files(self) -> list[str]:
        """Files in the folder that are none of the run; hidden ones are left out."""
        below = (path.relative_to(self.path) for path in self.path.rglob("*") if path.is_file())
        shown = [path.as_posix() for path in below if not path.name.startswith(".")]
        kept = {MANIFEST, *self.manifest.files, *self.manifest.derived, *self.unlisted_files()}
        return sorted({*shown} - kept)

    def _json(self, name: str) -> dict[str, Any]:
        """A file that need not be there: empty without it."""
        return self._files.mapping(name) if self._files.has(name) else {}

    def _optional(self, name: str) -> pd.DataFrame | None:
        """A table that not every run has."""
        return self._files.table(name) if name in self.manifest.files else None


def _not_written(path: Path) -> DamagedFileError:
    return refusal(
        DamagedFileError, Message("run-not-as-written"), place=path, hint=Message("run-study-again")
    )

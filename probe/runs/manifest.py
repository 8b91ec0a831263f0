"""The manifest of a run: what was asked, with what, what happened, and the hash of every file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from probe.contracts import Fit
from probe.errors import RunError
from probe.files.data_path import stays_below
from probe.files.misfit import UnfitError, misfit_text
from probe.files.neighbours import neighbours
from probe.files.places import is_file, is_folder
from probe.runs.paths import MANIFEST, protocol_file
from probe.wording import Message, refusal

SCHEMA_VERSION = 2
"""Of the run directory: 2 stores findings, advice and notes as messages, 1 stored their texts."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ProtocolEntry(_Part):
    """One protocol of the study.

    Attributes:
        name: its name; its text stands in `protocols/<name>.yaml`.
        file: the file it was read from, as given.
        digest: sha256 over everything but its texts.
        source: `photos` or `scene`.
        pictures: usable pictures.
        failures: pictures that could not be used.
        fit: how its pictures came to the input size of a network; None in an older run, which went
            by what the file says, and by `letterbox` where it says nothing.
    """

    name: str
    file: str
    digest: str
    source: Literal["photos", "scene"]
    pictures: int
    failures: int
    fit: Fit | None = None


COSINE = "cosine"
"""The score of backbones that give vectors."""


class PartEntry(_Part):
    """A slice of a vector that describes one part of the picture (see `probe.contracts`).

    Attributes:
        name: of the part.
        length: values of the vector it takes; parts stand one after another.
        top, bottom, left, right: its place, as fractions of the fitted picture.
    """

    name: str
    length: int
    top: float = 0.0
    bottom: float = 1.0
    left: float = 0.0
    right: float = 1.0


class BackboneEntry(_Part):
    """One backbone of the study.

    Attributes:
        name: as shown everywhere, unique in the run.
        card: every field of its card, with tag and sha256 of what was loaded.
        digest: of everything about it that decides a figure: weights, card, precision, code.
        dimension: length of a vector; 0 for a pair scorer.
        parts: the parts of a vector, in order; empty for a vector that is one piece.
        score: what two pictures are compared by: `cosine`, or the name of a pair scorer's score.
        score_range: lowest and highest score of its scale: bins and axes lie between.
        engine: what ran the network.
        notes: what a reader must know (a fallback, a measured change, ...).
        embedded: pictures embedded in this run.
        cached: pictures whose vectors came from the cache.
        pairs: pairs of pictures scored, by a pair scorer.
        seconds: spent embedding.
    """

    name: str
    card: Mapping[str, Any]
    digest: str
    dimension: int
    parts: tuple[PartEntry, ...] = ()
    score: str = COSINE
    score_range: tuple[float, float] = (-1.0, 1.0)
    engine: str = "numpy"
    notes: tuple[str, ...] = ()
    embedded: int = 0
    cached: int = 0
    pairs: int = 0
    seconds: float = 0.0


class FailedBackbone(_Part):
    """A backbone that could not finish: it has no figures in the run, the others have theirs.

    Attributes:
        name: as it was asked for.
        reason: what went wrong, in words.
        hint: the next step; empty where none is known.
    """

    name: str
    reason: str
    hint: str = ""


class Failure(_Part):
    """A failure to acquire: a picture that could not be used.

    Attributes:
        protocol: name of the protocol.
        picture: path below the photo folder, or the scene's description.
        condition: key of the condition it was meant for.
        subject: whose picture it was meant to be.
        reason: why, in words.
        variant: mask variant that could not use it; `unmasked` where no variant could.
    """

    protocol: str
    picture: str
    condition: str
    subject: str
    reason: str
    variant: str = "unmasked"


MOST_TIMES = 3.0
"""A threshold whose rate among other people may be more than so many times the rate that it was set
for is not said to have that rate (our choice: of two models at such thresholds one may pass three
times as many strangers; 60 people keep within it at 1 %, 20 people do at 5 %)."""


class ThresholdEntry(_Part):
    """The decision threshold of one backbone and mask variant.

    A pair matches if and only if its score is above `value`.

    Attributes:
        backbone: name of the backbone.
        variant: mask variant, `unmasked` for the pictures as they are.
        fmr: the false match rate asked for, 0..1.
        value: the threshold; None when the rate cannot be resolved.
        false_matches: comparisons of strangers above it.
        comparisons: comparisons of strangers (at large, standard condition) it was set on.
        subjects: people whose pictures took part.
        strangers: people in the other role.
        resolved: whether at least five false matches support the rate.
        note: why not, or what to keep in mind: a message as JSON, empty for nothing (a text in
            runs of schema version 1).
        tuned_on, tested_on: people of the two halves, where the people were split.
        tested_comparisons, tested_false_matches: comparisons among the half it was not set on, and
            how many are above it.
        true_low, true_high: 95 % interval of the false match rate that the threshold has among
            other people (`probe.statistics.fmr`), from the half it was not set on where people were
            split; None without one, and in older runs.
        effective: comparisons that share nobody which would tell as much.
        carrying_pairs, carrying_people: pairs of people with a comparison above it, and the people
            in them.
        resolves: where the rate is not held, the lowest rate of a round number that these people
            would hold; None where there is none, or the rate is held.
        people_enough: about how many people would do for the rate asked for, also where it is not
            resolved; None where it is held.
    """

    backbone: str
    variant: str
    fmr: float
    value: float | None
    false_matches: int
    comparisons: int
    subjects: int
    strangers: int
    resolved: bool
    note: str = ""
    tuned_on: int | None = None
    tested_on: int | None = None
    tested_comparisons: int | None = None
    tested_false_matches: int | None = None
    true_low: float | None = None
    true_high: float | None = None
    effective: float | None = None
    carrying_pairs: int | None = None
    carrying_people: int | None = None
    resolves: float | None = None
    people_enough: int | None = None

    @property
    def rate_open(self) -> bool:
        """Whether its rate among other people may be more than `MOST_TIMES` the one asked for.

        False without an interval: then nothing is known, which older runs and notes say.
        """
        return self.true_high is not None and self.true_high > MOST_TIMES * self.fmr


class Manifest(_Part):
    """What a run is; `status` is written first as `started`, last as `complete`.

    Attributes:
        schema_version: of the run directory; older ones stay readable.
        status: `started`, `complete` or `failed`.
        study: name of the study.
        run: name of the run directory.
        created: UTC, ISO 8601.
        finished: UTC, empty until complete.
        protocols, backbones: what was compared.
        variants: mask variants, `unmasked` first.
        images_digest: sha256 over the pictures of all protocols.
        options: the options the user gave, as text.
        failures: failures to acquire.
        failed_backbones: backbones that could not finish, and why.
        thresholds: decision thresholds, one a backbone and variant.
        further_thresholds: thresholds for further false match rates.
        seeds: every seed that was used.
        device: what the networks ran on.
        packages: versions of the packages that can change a number.
        notes: what a reader must know.
        files: sha256 of every file of the run, by path below its folder.
        derived: sha256 of the report's files where they lie in the folder; they may be deleted and
            made again.
    """

    schema_version: int = SCHEMA_VERSION
    status: Literal["started", "complete", "failed"]
    study: str
    run: str
    created: str
    finished: str = ""
    protocols: tuple[ProtocolEntry, ...] = ()
    backbones: tuple[BackboneEntry, ...] = ()
    variants: tuple[str, ...] = ("unmasked",)
    images_digest: str = ""
    options: Mapping[str, Any] = Field(default_factory=dict)
    failures: tuple[Failure, ...] = ()
    failed_backbones: tuple[FailedBackbone, ...] = ()
    thresholds: tuple[ThresholdEntry, ...] = ()
    further_thresholds: tuple[ThresholdEntry, ...] = ()
    seeds: Mapping[str, int] = Field(default_factory=dict)
    device: str = "cpu"
    packages: Mapping[str, str] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()
    files: Mapping[str, str] = Field(default_factory=dict)
    derived: Mapping[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _check_paths(self) -> Manifest:
        names = [*self.files, *self.derived, *(protocol_file(p.name) for p in self.protocols)]
        for name in names:
            if not stays_below(name):
                raise UnfitError(Message("run-leads-out", {"name": repr(name)}))
        return self

    def backbone(self, name: str) -> BackboneEntry:
        """The entry of a backbone.

        Raises:
            RunError: there is none of this name.
        """
        for entry in self.backbones:
            if entry.name == name:
                return entry
        names = tuple(entry.name for entry in self.backbones)
        raise refusal(
            RunError,
            Message(
                "run-no-name",
                {"noun": Message("run-noun", {"noun": "backbone"}), "name": repr(name)},
            ),
            hint=Message("run-has", {"names": names}),
        )

    def threshold(self, backbone: str, variant: str = "unmasked") -> ThresholdEntry | None:
        """The threshold of a backbone and variant, None when none was set."""
        for entry in self.thresholds:
            if (entry.backbone, entry.variant) == (backbone, variant):
                return entry
        return None


def read_manifest(path: Path) -> Manifest:
    """Read `manifest.json`.

    Raises:
        RunError: missing, damaged, or written by a newer version.
    """
    try:
        text = path.read_text("utf-8")
    except OSError:
        raise _no_run(path.parent) from None
    except UnicodeDecodeError:
        raise refusal(
            RunError,
            Message("run-manifest-damaged", {"fault": Message("run-no-text")}),
            place=path,
            hint=Message("step-copy-or-anew"),
        ) from None
    try:
        return Manifest.model_validate_json(text)
    except ValidationError as error:
        version = _version(text)
        if version is not None and version > SCHEMA_VERSION:
            raise refusal(
                RunError,
                Message("run-newer-version", {"version": str(version), "read": SCHEMA_VERSION}),
                place=path,
                hint=Message("run-update"),
            ) from None
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        no_json = Message("run-no-json", {"line": None, "detail": None})
        reason = no_json if first["type"] == "json_invalid" else misfit_text(first, where)
        raise refusal(
            RunError,
            Message("run-manifest-damaged", {"fault": reason}),
            place=path,
            hint=Message("step-copy-or-anew"),
        ) from None


def _no_run(folder: Path) -> RunError:
    """Why a folder is no run directory, and where one is."""
    looks = Message("run-looks", {"example": "runs/STUDY/20260131T120000Z-1a2b"})
    if is_file(folder):
        return refusal(RunError, Message("run-is-file"), place=folder, hint=looks)
    if not is_folder(folder):
        return refusal(RunError, Message("run-no-folder"), place=folder, hint=neighbours(folder))
    inside = sorted(path.parent for path in folder.glob(f"*/{MANIFEST}"))
    inside = inside or sorted(path.parent for path in folder.glob(f"*/*/{MANIFEST}"))
    return refusal(
        RunError,
        Message("run-no-manifest"),
        place=folder,
        hint=Message("run-holds-runs", {"count": len(inside), "newest": str(inside[-1])})
        if inside
        else looks,
    )


def _version(text: str) -> int | None:
    from probe.files.json_text import parse_json

    try:
        data = parse_json(text)
    except ValueError:
        return None
    version = data.get("schema_version") if isinstance(data, dict) else None
    return version if isinstance(version, int) else None

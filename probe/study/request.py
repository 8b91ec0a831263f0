"""What the user asked a study to do, and who is told how it goes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from probe.contracts import Runtime
from probe.errors import UsageError
from probe.files.cache_folder import default_cache_folder

FMR = 0.01
"""The false match rate thresholds are set for by default."""

FURTHER_FMR = (0.001,)
"""Further rates at which errors are stated by default, where the strangers resolve them."""


@dataclass(frozen=True)
class StudyRequest:
    """What the user asked for.

    Attributes:
        protocol: a protocol, or a folder of protocols.
        backbones: as on the command line (see `probe.embedding.registry`); none: the default.
        photos: the photo folder; None renders the protocols' scenes.
        subjects: people to render; None for the default.
        out: folder for runs; a run directory is made inside.
        fmr: the false match rate thresholds are set for, 0..1.
        further_fmr: further rates at which errors are stated where the strangers resolve them.
        split_strangers: whether thresholds are set on half of the people, and false match rates
            measured on the other half.
        resume: continue the newest unfinished run with the same inputs.
        pictures: whether small renditions are kept for the report.
        pixelate_faces: whether the heads in them are made unrecognisable.
        cache: folder of the cache; None for the platform's.
        runtime: how networks are run.
        workers: threads that decode, processes that render; None for as many as there are cores.
        masks: maskers as on the command line (`scene`, `grabcut`, `files=DIR`, `sam=FILE`); each
            runs the study again with the background filled.
        attention: whether evidence maps are made and stored.
        remedies: whether remedies are tried on what cost each model most.
        site: the deployment that is planned (see `probe.conclusions.site`); the report recommends
            for it.
    """

    protocol: str | Path
    backbones: tuple[str, ...] = ()
    photos: Path | None = None
    subjects: int | None = None
    out: Path = Path("runs")
    fmr: float = FMR
    further_fmr: tuple[float, ...] = FURTHER_FMR
    split_strangers: bool = False
    resume: bool = False
    pictures: bool = True
    pixelate_faces: bool = False
    cache: Path | None = None
    runtime: Runtime = field(default_factory=Runtime)
    workers: int | None = None
    masks: tuple[str, ...] = ()
    attention: bool = False
    remedies: bool = False
    site: str | None = None

    def check(self) -> None:
        """Refuse options that do not fit together.

        Raises:
            UsageError: says which, and what to write instead.
        """
        for fmr in (self.fmr, *self.further_fmr):
            if not 0 < fmr < 1:
                raise UsageError(f"--fmr {fmr} is not between 0 and 1", hint="1 % is written 0.01")
        _check_out(self.out)
        if self.subjects is not None and self.subjects < 1:
            raise UsageError(f"--subjects {self.subjects}: at least one person is needed")
        if self.subjects is not None and self.photos is not None:
            raise UsageError(
                "--subjects is for rendered people",
                hint="with --photos, everybody in the folder takes part",
            )
        if "scene" in self.masks and self.photos is not None:
            raise UsageError(
                "--mask scene is for rendered people: a photograph has no exact mask",
                hint="--mask grabcut, --mask sam=CHECKPOINT or --mask files=FOLDER",
            )

    @property
    def other_rates(self) -> tuple[float, ...]:
        """The further rates, each once and none of them `fmr`."""
        return tuple(rate for rate in dict.fromkeys(self.further_fmr) if rate != self.fmr)

    @property
    def cache_folder(self) -> Path:
        """Where the cache lies."""
        return self.cache or default_cache_folder()

    @property
    def threads(self) -> int:
        """Threads that decode pictures."""
        return self.workers or 4

    def told(self) -> dict[str, Any]:
        """The options as they appear in the manifest."""
        return {
            "protocol": Path(self.protocol).name,
            "backbones": [_without_folder(given) for given in self.backbones],
            "masks": [_without_folder(given) for given in self.masks],
            "attention": self.attention,
            "remedies": self.remedies,
            "photos": None if self.photos is None else self.photos.name,
            "subjects": self.subjects,
            "fmr": self.fmr,
            "further_fmr": list(self.other_rates),
            "split_strangers": self.split_strangers,
            "pictures": self.pictures,
            "pixelate_faces": self.pixelate_faces,
            "engine": self.runtime.engine,
            "precision": self.runtime.precision,
            **({"site": self.site} if self.site is not None else {}),
        }


def _check_out(folder: Path) -> None:
    """Refuse a folder for runs that cannot be written, before pictures are embedded for it."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    hint = "name another folder with --out"
    if not there.is_dir():
        raise UsageError("this is a file, not a folder for runs", place=there, hint=hint)
    if not os.access(there, os.W_OK | os.X_OK):
        raise UsageError("runs may not be written into this folder", place=there, hint=hint)


def _without_folder(given: str) -> str:
    """`NAME=FILE` without the folder: where things lie on a machine is not part of a result."""
    name, equals, path = given.partition("=")
    return f"{name}={Path(path).name}" if equals else Path(given).name

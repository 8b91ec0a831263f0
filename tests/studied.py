"""Studies that several tests ask for alike: each is run once a process, and copied."""

import hashlib
import shutil
from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path

from probe.runs.reading import Run
from probe.study.request import StudyRequest
from probe.study.steps import run_study

PLACES = {"protocol", "photos", "masks", "out", "cache"}
"""Fields that name files or folders: what those hold decides, not where they lie."""


class Studies:
    """`studies(request)`: the run of a request, in the folder that it names, to read or to change.

    Not for tests of what a run does to the cache, or under code that was changed for the test.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, tuple[Path, Path]] = {}

    def __call__(self, request: StudyRequest) -> Run:
        key = asked_for(request)
        if key not in self._kept:
            run = run_study(request)
            kept = shutil.copytree(run.path, self._folder / key)
            self._kept[key] = kept, run.path.relative_to(request.runs_folder)
            return run
        kept, name = self._kept[key]
        path = request.runs_folder / name
        if path.exists():  # it was asked for twice in one place
            return run_study(request)
        return Run(shutil.copytree(kept, path))


def asked_for(request: StudyRequest) -> str:
    """What decides the run of a request: its options, and the bytes of the files it names."""
    told = hashlib.sha256()
    for field in fields(request):
        if field.name not in PLACES:
            told.update(repr((field.name, getattr(request, field.name))).encode())
    masks = [mask.partition("=") for mask in request.masker_names]
    told.update(repr([kind for kind, _, _ in masks]).encode())
    own = [str(name).partition(":")[0] for name in request.backbone_names if ":" in str(name)]
    models = [find_spec(module).origin for module in own]
    for place in (request.protocol, request.photos, *(place for *_, place in masks), *models):
        if place:
            told.update(held_by(Path(place)))
    return told.hexdigest()


def held_by(place: Path) -> bytes:
    """Names and bytes of what a file or folder holds; the name itself where neither is there."""
    held = hashlib.sha256(b"" if place.exists() else str(place).encode())
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if path.is_file():
            held.update(f"{path.relative_to(place)} {path.stat().st_size} ".encode())
            held.update(path.read_bytes())
    return held.digest()

"""The run directory of a study: a new one, the unfinished one that is resumed, a finished one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from probe.comparison import SPLIT_SEED
from probe.contracts import Reporter
from probe.errors import ProbeError, RunError
from probe.files.atomic import sweep
from probe.files.lock import FolderLock
from probe.pictures.image_set import ImageSet, study_digest
from probe.runs.manifest import Manifest, ProtocolEntry
from probe.runs.reading import Run
from probe.runs.versions import package_versions
from probe.runs.writer import RunWriter, now
from probe.study.request import StudyRequest
from probe.wording import Message, as_stored, refusal

REPORT = ("report.html", "report.pdf", "report.json")
"""The files of a report in the folder of its run."""


def open_run_folder(
    request: StudyRequest,
    files: Sequence[Path],
    sets: Sequence[ImageSet],
    backbones: Sequence[tuple[str, str]],
    say: Reporter,
    masks: Sequence[str] = (),
) -> RunWriter:
    """The writer of a run's directory, its manifest written as `started`.

    Args:
        request: what the user asked for; with `resume`, the newest unfinished run of the same
            inputs is taken up.
        files: the protocol files.
        sets: their pictures.
        backbones: names and digests of what was loaded.
        say: told which directory is taken up.
        masks: digests of the maskers.
    """
    digest = _inputs_digest(request, sets, backbones, masks)
    folder = _study_folder(request, sets)
    path = _unfinished(folder, digest) if request.resume else None
    if path is not None:
        say.step(Message("progress-resuming", {"folder": str(path)}))
    elif request.resume:
        say.step(Message("progress-nothing-to-resume"))
    created = now()
    path = path or _new_folder(folder, created, digest)
    lock = _held(path)
    sweep(path)
    manifest = Manifest(
        status="started",
        study=folder.name,
        run=path.name,
        created=created,
        protocols=tuple(
            _protocol_entry(file, images) for file, images in zip(files, sets, strict=True)
        ),
        images_digest=study_digest(sets),
        options={**request.manifest_options(), "inputs": digest},
        failures=tuple(failure for images in sets for failure in images.failures),
        seeds={"split_strangers": SPLIT_SEED} if request.split_strangers else {},
        device=request.device,
        packages=package_versions(),
        notes=tuple(as_stored(note) for images in sets for note in images.notes),
    )
    writer = RunWriter(path, manifest, lock)
    for file, images in zip(files, sets, strict=True):
        writer.bytes(f"protocols/{images.protocol.name}.yaml", file.read_bytes())
    return writer


def without_report(
    request: StudyRequest,
    sets: Sequence[ImageSet],
    backbones: Sequence[tuple[str, str]],
    say: Reporter,
    masks: Sequence[str] = (),
) -> Run | None:
    """The newest run of the same inputs, where it is complete and only its report is missing.

    Args:
        request: what the user asked for.
        sets: the pictures.
        backbones: names and digests of what was loaded.
        say: told which run is taken up.
        masks: digests of the maskers.
    """
    digest = _inputs_digest(request, sets, backbones, masks)
    for run in _runs(_study_folder(request, sets), digest):
        reported = all((run.path / name).is_file() for name in REPORT)
        if run.manifest.status != "complete" or reported:
            return None
        say.step(Message("progress-resuming", {"folder": str(run.path)}))
        return run
    return None


def _study_folder(request: StudyRequest, sets: Sequence[ImageSet]) -> Path:
    """Where the runs of a study lie."""
    if len(sets) == 1:
        return request.runs_folder / sets[0].protocol.name
    given = Path(request.protocols[0]).name if len(request.protocols) == 1 else ""
    return request.runs_folder / (given or "study")


def _runs(folder: Path, digest: str) -> Iterator[Run]:
    """The runs of these inputs that can be read, the newest first."""
    for path in sorted(folder.glob("*/manifest.json"), reverse=True):
        try:
            run = Run(path.parent)
        except ProbeError:
            continue
        if run.manifest.options.get("inputs") == digest:
            yield run


def _held(path: Path) -> FolderLock:
    """The lock of a run's directory.

    Raises:
        RunError: another process is computing this run.
    """
    try:
        return FolderLock(path)
    except BlockingIOError:
        raise refusal(
            RunError, Message("study-run-held"), place=path, hint=Message("study-run-held-step")
        ) from None


def _inputs_digest(
    request: StudyRequest,
    sets: Sequence[ImageSet],
    backbones: Sequence[tuple[str, str]],
    masks: Sequence[str],
) -> str:
    """Hex digest of everything that decides the figures: the last part of a run's name."""
    inputs = {
        "protocols": [images.protocol.digest() for images in sets],
        "images": study_digest(sets),
        "backbones": list(backbones),
        "masks": list(masks),
        "options": request.deciding_values(),
    }
    return hashlib.sha256(json.dumps(inputs).encode()).hexdigest()


def _new_folder(folder: Path, created: str, digest: str) -> Path:
    """A directory of this run alone: two studies begun in the same second each make their own."""
    stamp = created.replace("-", "").replace(":", "")
    name = f"{stamp}-{digest[:4]}"
    count = 1
    while True:
        path = folder / (name if count == 1 else f"{name}-{count}")
        try:
            path.mkdir(parents=True, exist_ok=False)
        except FileExistsError:
            count += 1
        else:
            return path


def _unfinished(folder: Path, digest: str) -> Path | None:
    """The newest run of these inputs that is not complete."""
    for run in _runs(folder, digest):
        if run.manifest.status != "complete":
            return run.path
    return None


def _protocol_entry(file: Path, images: ImageSet) -> ProtocolEntry:
    return ProtocolEntry(
        name=images.protocol.name,
        file=file.name,
        digest=images.protocol.digest(),
        source=images.source,
        pictures=len(images.records),
        failures=len(images.failures),
        fit=images.protocol.fit,
    )


@contextmanager
def marking_failure(writer: RunWriter) -> Iterator[None]:
    """Mark the run as failed, with the reason, when the block raises."""
    try:
        yield
    except Exception as error:
        failed = Message("note-failed", {"error": str(error)}).json()
        with suppress(OSError):  # a disk that is gone
            writer.fail(failed)
        raise
    finally:
        writer.release()

"""The cameras of a match: people are cut out where they are not yet, and their walks are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from probe.contracts import Detector, Reporter
from probe.errors import FramesError, RunError, UsageError
from probe.files.data_path import path_in_data
from probe.files.places import is_file
from probe.frames.box_table import BoxRow, read_rows
from probe.frames.cropping import CROPS, TABLE, CropTask, crop_people
from probe.frames.detecting import open_detector
from probe.frames.opening import open_frames
from probe.frames.progress_file import NAME as PROGRESS
from probe.frames.progress_file import CropProgress, notes_of, read_progress, stored_progress
from probe.frames.request import check_fps
from probe.matching.request import MatchRequest
from probe.matching.timing import Stopwatch, TimedDetector
from probe.pictures.photo_folder import readable
from probe.runs.match_file import MATCHES, CameraEntry, read_match
from probe.stores import FolderCopy, copy_of
from probe.wording import Message, refusal, wording_of

CAMERAS = "cameras"
"""Below the folder of a match: the crops of each camera that had none."""


@dataclass(frozen=True)
class Walk:
    """One track of one camera that has crops.

    Attributes:
        camera: name of the camera.
        track: its number there.
        folder: of the camera's crops, that holds `boxes.csv`.
        rows: its rows with a crop, in order; at least one.
        copy: where the folder was brought from, if it was.
    """

    camera: str
    track: int
    folder: Path
    rows: tuple[BoxRow, ...]
    copy: FolderCopy | None = None

    @property
    def name(self) -> str:
        """Such as `gate/p0003`."""
        return f"{self.camera}/p{self.track:04d}"

    @property
    def shown(self) -> BoxRow:
        """The crop that stands for it: the one in the middle."""
        return self.rows[len(self.rows) // 2]


@dataclass(frozen=True)
class Camera:
    """A camera with everybody who was cut out of it.

    Attributes:
        entry: what is stored of it.
        walks: its tracks with crops, by number.
        notes: what could not be read.
    """

    entry: CameraEntry
    walks: tuple[Walk, ...]
    notes: tuple[Message | str, ...] = ()


def read_cameras(request: MatchRequest, reporter: Reporter, watch: Stopwatch) -> list[Camera]:
    """Every camera that was named, in order.

    Args:
        request: what is asked for.
        reporter: told what is done.
        watch: told what it takes.

    Raises:
        FramesError: a video or folder cannot be read, or crops are unfinished; crops that are
            done are kept.
        UsageError: frames are named without a detector.
    """
    _check_folder(request.out, request.cameras)
    frames = [path for path in request.cameras if not _is_cropped(path)]
    if frames and not request.detector:
        raise refusal(
            UsageError,
            Message("matching-no-detector"),
            place=frames[0],
            hint=Message("matching-no-detector-step"),
        )
    check_fps(request.fps, frames or request.cameras)
    for path in request.cameras:  # what is wrong with one is said before hours go into another
        _check(path)
    detector = open_detector(request.detector, request.runtime) if frames else None
    cameras: list[Camera] = []
    for path in request.cameras:
        taken = [camera.entry.name for camera in cameras]
        if detector is None or _is_cropped(path):
            cameras.append(_of_crops(path, taken, watch))
        else:
            cameras.append(_of_frames(request, path, detector, taken, reporter, watch))
    return cameras


def _is_cropped(path: Path) -> bool:
    return is_file(path / PROGRESS)


def _check_folder(out: Path, cameras: Sequence[Path]) -> None:
    """Refuse a folder of something else; a match to which cameras are added is gone on with.

    Raises:
        UsageError: it holds files and no match, or one of a camera that is not named now.
    """
    ours = {CAMERAS, MATCHES}
    if out.is_dir() and (held := {path.name for path in out.iterdir()}) and not held & ours:
        raise refusal(
            UsageError,
            Message("matching-folder-taken"),
            place=out,
            hint=Message("matching-new-folder"),
        )
    try:
        kept = read_match(out)[0].cameras
    except RunError:  # none yet, or of no use to anybody
        return
    named = {readable(name) for path in cameras for name in (path.name, path.resolve().name)}
    for camera in kept:
        if Path(camera.source).name not in named:
            raise refusal(
                UsageError,
                Message("matching-other-cameras", {"camera": camera.source}),
                place=out,
                hint=Message("matching-other-cameras-step"),
            )


def _check(path: Path) -> None:
    if not _is_cropped(path):
        open_frames(path)
    elif not stored_progress(path, wording_of().text("matching-crop-again")).complete:
        raise refusal(
            FramesError,
            Message("matching-not-cropped"),
            place=path,
            hint=Message("matching-crop-on"),
        )


def _of_frames(
    request: MatchRequest,
    path: Path,
    detector: Detector,
    taken: Sequence[str],
    reporter: Reporter,
    watch: Stopwatch,
) -> Camera:
    """A camera whose people are cut out now, or were by the same command before."""
    source = open_frames(path, request.fps)
    opened = tuple(source.notes)
    timed = TimedDetector(detector)
    task = CropTask(source, timed, request.limits, request.every, request.out)
    name = _free(task.camera, taken)
    task = CropTask(source, timed, request.limits, request.every, request.out / CAMERAS / name)
    before = read_progress(task.out, task.digest).frames
    with watch.of("crop") as spent:
        progress = crop_people(task, reporter)
        fresh = progress.frames - before
        spent.counted(fresh, before)
        spent.less(timed.seconds)
    watch.add("detect", timed.seconds, fresh, before)
    folder = Path(CAMERAS) / name
    return _read(name, path, request.out, folder, progress, opened)


def _of_crops(path: Path, taken: Sequence[str], watch: Stopwatch) -> Camera:
    """A camera whose people `probe crop` cut out."""
    progress = stored_progress(path, "")
    watch.add("crop", 0.0, 0, progress.frames)
    first = next((row.crop for row in read_rows(path / TABLE) if row.crop), path.resolve().name)
    name = _free(first.partition("/")[0], taken)
    return _read(name, path, Path(), path.resolve(), progress, ())


def _free(name: str, taken: Sequence[str]) -> str:
    """The name, numbered where another camera has it already."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _read(
    name: str,
    source: Path,
    out: Path,
    folder: Path,
    progress: CropProgress,
    notes: tuple[Message, ...],
) -> Camera:
    rows: dict[int, list[BoxRow]] = {}
    tracks: set[int] = set()
    left_out: Counter[str] = Counter()
    boxes = 0
    for row in read_rows(out / folder / TABLE):
        boxes += 1
        tracks.add(row.track)
        if row.crop:
            rows.setdefault(row.track, []).append(row)
        else:
            left_out[row.left_out] += 1
    place = out / folder
    shot, copy = copy_of(source), copy_of(place)
    walks = tuple(Walk(name, track, place, tuple(own), copy) for track, own in sorted(rows.items()))
    entry = CameraEntry(
        name=name,
        source=str(shot.address) if shot else readable(str(source)),
        folder=str(copy.address) if copy else readable(folder.as_posix()),
        frames=progress.frames,
        boxes=boxes,
        tracks=len(tracks),
        walks=len(walks),
        left_out=dict(sorted(left_out.items())),
    )
    return Camera(entry, walks, (*notes, *notes_of(progress, boxes)))


def crop_path(walk: Walk, row: BoxRow) -> Path:
    """Where the crop of a row lies.

    Raises:
        FramesError: it leads out of its folder.
    """
    return path_in_data(walk.folder / CROPS, row.crop, FramesError, walk.folder / TABLE)

"""`probe generate --run`: the people of a finished run, turned through its conditions."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Reporter
from probe.errors import RunError, UsageError
from probe.files.lock import holding
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.runs.paths import GENERATED, generated_file
from probe.runs.reading import Run
from probe.runs.records import COPY, DrawnRecord, GeneratedProtocolRecord, GeneratedRecord
from probe.runs.writer import add_files
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.backbones.fdgan.drawing import Drawer
    from probe.backbones.fdgan.pose_maps import JointLayout
    from probe.cli.judge import Judge
    from probe.contracts import Pictures


@dataclass(frozen=True)
class TurnedPicture:
    """A picture of a person, and another one of theirs, in whose pose they are to be drawn."""

    subject: str
    condition: int
    source: ImageRecord
    true: ImageRecord


@dataclass(frozen=True, eq=False)
class RunDrawing:
    """How people of a run are drawn.

    Attributes:
        drawers: what draws; all at one size.
        judge: gives unit vectors of pictures; None for no cosine.
        seed: of the noise.
        layout: of the joints in files of photographs; rendered people have OpenPose's.
    """

    drawers: tuple[Drawer, ...]
    judge: Judge | None
    seed: int
    layout: JointLayout


def draw_in_run(run: Run, how: RunDrawing, photos: Path | None, reporter: Reporter) -> Run:
    """Draw everybody of a run in the poses of their pictures, and keep pictures and figures in it.

    Args:
        run: it must be finished, and keep pictures.
        how: they are drawn.
        photos: folder of the run's photographs; None where people are rendered.
        reporter: told how it goes.

    Returns:
        The run read back.

    Raises:
        RunError: the run is not finished.
        UsageError: it keeps no pictures, its pictures are not here, or none has keypoints; or
            another process writes into it.
    """
    with holding(run.path):
        return _draw(Run(run.path), how, photos, reporter)


def _draw(run: Run, how: RunDrawing, photos: Path | None, reporter: Reporter) -> Run:
    check_run(run)
    files: dict[str, bytes] = {}
    protocols: dict[str, GeneratedProtocolRecord] = {}
    for images in image_sets(run, photos, reporter):
        drawing = _Drawing(how, files)
        protocols[images.protocol.name] = drawing.protocol(images)
    if not any(protocol["drawn"] for protocol in protocols.values()):
        raise refusal(
            UsageError,
            Message("command-no-keypoints"),
            place=run.path,
            hint=Message("command-no-keypoints-step"),
        )
    names = [drawer.name for drawer in how.drawers]
    record: GeneratedRecord = {
        "kind": "poses", "models": names, "judge": how.judge.name if how.judge else "",
        "seed": how.seed, "protocols": protocols,
    }  # fmt: skip
    return add_files(run, files, GENERATED, record)


def check_run(run: Run) -> None:
    """Refuse a run whose people cannot be drawn and shown.

    Raises:
        RunError: it is not finished.
        UsageError: it keeps no pictures, or no faces.
    """
    if run.manifest.status != "complete":
        raise refusal(
            RunError,
            Message("run-not-complete", {"status": run.manifest.status, "so": None}),
            place=run.path,
            hint=Message("step-finish-run"),
        )
    options = run.manifest.options
    if options.get("pixelate_faces") or options.get("pictures") is False:
        raise refusal(
            UsageError,
            Message("command-keeps-no-faces"),
            place=run.path,
            hint=Message("command-keeps-no-faces-step"),
        )
    lost = [name for name in run.picture_files if not (run.path / name).is_file()]
    if lost:
        raise refusal(
            RunError,
            Message("command-small-pictures-lost"),
            place=run.path / lost[0],
            hint=Message("command-small-pictures-lost-step"),
        )


def image_sets(run: Run, photos: Path | None, reporter: Reporter) -> list[ImageSet]:
    """The pictures of a run, acquired again; the same ones, by their content.

    Args:
        run: finished.
        photos: folder of its photographs; None where people are rendered.
        reporter: told how it goes.

    Raises:
        UsageError: the photographs are not named, or the pictures are others than the run's.
    """
    from probe.files.cache_folder import default_cache_folder
    from probe.pictures.acquisition import PictureSource

    options = run.manifest.options
    if options.get("photos") and photos is None:
        raise refusal(
            UsageError,
            Message("command-run-of-photographs"),
            place=run.path,
            hint=Message("command-name-photos"),
        )
    subjects = options.get("subjects")
    source = PictureSource(photos, subjects, default_cache_folder(), None, 1).brought(reporter)
    sets = [source.acquire(protocol, reporter) for protocol in run.protocols.values()]
    stored = set(run.images["image_id"])
    if any(record.image_id not in stored for images in sets for record in images.records):
        raise refusal(
            UsageError,
            Message("command-other-pictures"),
            place=photos or run.path,
            hint=Message("command-other-pictures-step"),
        )
    return sets


class _Drawing:
    """What is drawn in one protocol."""

    def __init__(self, how: RunDrawing, files: dict[str, bytes]) -> None:
        self.how = how
        self.files = files

    def protocol(self, images: ImageSet) -> GeneratedProtocolRecord:
        """Everybody's pictures; those without keypoints are counted."""
        wanted = _turned(images)
        joints = [_joints_of(turned.true, self.how.layout) for turned in wanted]
        posed = [pair for pair in zip(wanted, joints, strict=True) if pair[1] is not None]
        missing = len(wanted) - len(posed)
        if not posed:
            return {"missing": missing, "drawn": []}
        turned = [one for one, _ in posed]
        maps = np.stack([self._map(one, points) for one, points in posed if points is not None])
        sources, true = (
            np.stack([self._fitted(getattr(one, side)) for one in turned])
            for side in ("source", "true")
        )
        drawn = self._rows(turned, COPY, sources, true)
        for model, drawer in enumerate(self.how.drawers):
            drawn += self._rows(turned, model, drawer.draw(sources, maps, self.how.seed), true)
        return {"missing": missing, "drawn": drawn}

    def _map(self, turned: TurnedPicture, joints: PictureJoints) -> NDArray[np.float32]:
        from probe.backbones.fdgan.drawing import maps_of

        picture = (turned.true.height, turned.true.width)
        size = self.how.drawers[0].size
        return maps_of(joints.places, picture, size, joints.layout, joints.file)

    def _fitted(self, record: ImageRecord) -> Pictures:
        from probe.pictures.fitting import Fitting, fit_picture

        fitting = Fitting(self.how.drawers[0].size, "stretch", "bilinear")
        return fit_picture(record.origin.load(), fitting)

    def _rows(
        self, turned: Sequence[TurnedPicture], model: int, made: Pictures, true: Pictures
    ) -> list[DrawnRecord]:
        from probe.backbones.fdgan.picture_figures import l1, ssim

        cosines = self.how.judge.cosines(made, true) if self.how.judge else [None] * len(turned)
        columns = zip(turned, made, l1(made, true), ssim(made, true), cosines, strict=True)
        rows: list[DrawnRecord] = []
        for one, picture, difference, alike, cosine in columns:
            rows.append({
                "subject": one.subject, "condition": one.condition, "model": model,
                "source": one.source.image_id, "true": one.true.image_id,
                "picture": "" if model == COPY
                else keep_picture(self.files, one.true, one.condition, model, picture),
                "l1": float(difference), "ssim": float(alike),
                "cosine": None if cosine is None else float(cosine), "other": None,
            })  # fmt: skip
        return rows


def keep_picture(
    files: dict[str, bytes], shown: ImageRecord, condition: int, model: int, picture: Pictures
) -> str:
    """Keep a picture that was drawn, in the shape of another one; returns the name of its file.

    Args:
        files: to be kept, by name.
        shown: the picture whose person, protocol and shape it has.
        condition: in which it is shown.
        model: that drew it.
        picture: `uint8 (h, w, 3)`.
    """
    from PIL import Image

    width = max(1, round(picture.shape[0] * shown.width / shown.height))
    name = generated_file(shown.protocol, shown.subject, condition, model)
    buffer = io.BytesIO()
    shaped = Image.fromarray(picture).resize((width, picture.shape[0]))
    shaped.save(buffer, "WEBP", quality=90)
    files[name] = buffer.getvalue()
    return name


def _turned(images: ImageSet) -> list[TurnedPicture]:
    """Everybody's first picture of the standard condition, with their first other of each."""
    standard = images.protocol.standard.index
    by_place: dict[tuple[str, int], list[ImageRecord]] = {}
    for record in images.records:
        if record.role == "subject":
            by_place.setdefault((record.subject, record.condition), []).append(record)
    turned = []
    for (subject, condition), records in by_place.items():
        sources = by_place.get((subject, standard))
        others = [record for record in records if sources and record is not sources[0]]
        if sources and others:
            turned.append(TurnedPicture(subject, condition, sources[0], others[0]))
    return turned


@dataclass(frozen=True, eq=False)
class PictureJoints:
    """Joints of a picture.

    Attributes:
        places: `(joints, 3)`: column, row, seen.
        layout: of the joints.
        file: where they come from; None of a rendered picture.
    """

    places: NDArray[np.float32]
    layout: JointLayout
    file: Path | None = None


def _joints_of(record: ImageRecord, layout: JointLayout) -> PictureJoints | None:
    """Joints of a picture: of a rendered one exactly, of a photograph from its file, if any."""
    from probe.pictures.rendered import RenderedScene
    from probe.scenes import render_many

    origin = record.origin
    if isinstance(origin, RenderedScene):
        scene = next(iter(render_many([origin.recipe], workers=1, cache=origin.cache)))
        seen = np.ones((len(scene.keypoints), 1), np.float32)
        return PictureJoints(np.hstack([scene.keypoints, seen]), "openpose18")
    return _joints_beside(record, layout)


def _joints_beside(record: ImageRecord, layout: JointLayout) -> PictureJoints | None:
    """Joints of a photograph, in pixels of its crop; None where there is no file."""
    from probe.backbones._training.keypoints import check_inside, read_keypoints
    from probe.pictures.photographs import PhotoFile

    origin = record.origin
    if not isinstance(origin, PhotoFile):
        return None
    root = Path(str(origin.path).removesuffix(record.source))
    path = (root / "keypoints" / record.source).with_suffix(".json")
    if not path.is_file():
        return None
    joints = read_keypoints(path)
    if origin.box is not None:
        joints = joints - np.array([max(0, round(origin.box.x)), max(0, round(origin.box.y)), 0])
    check_inside(joints, (record.width, record.height), path)
    return PictureJoints(joints.astype(np.float32), layout, path)


def mean_figures(record: GeneratedRecord) -> Mapping[str, Mapping[str, float]]:
    """Name of a model, or of the copy of the source -> mean L1, SSIM and cosines over pictures."""
    rows = [row for protocol in record["protocols"].values() for row in protocol["drawn"]]
    names = {COPY: "copy of the source", **dict(enumerate(record["models"]))}
    figures: dict[str, dict[str, float]] = {}
    for model, name in sorted(names.items(), key=lambda pair: pair[0] == COPY):
        drawn = [row for row in rows if row["model"] == model]
        figures[name] = {
            "L1": float(np.mean([row["l1"] for row in drawn])),
            "SSIM": float(np.mean([row["ssim"] for row in drawn])),
        }
        for key, values in {
            "cosine": [row["cosine"] for row in drawn],
            "other": [row.get("other") for row in drawn],
        }.items():
            measured = [value for value in values if value is not None]
            if measured:
                figures[name][key] = float(np.mean(measured))
    return figures

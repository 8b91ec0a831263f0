"""`probe generate` of poses: people of a data set or of a run, beside the true pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.wording import Message, refusal

if TYPE_CHECKING:
    from PIL import Image

    from probe.backbones._training.keypoints import JointCounts
    from probe.backbones._training.table import TrainingRecord
    from probe.backbones.fdgan.drawing import Drawer
    from probe.cli.generate import DrawingRequest
    from probe.contracts import Pictures
    from probe.wording import Value

SHEET, FIGURES = "generated.png", "figures.json"
COPY, MEAN = "copy of the source", "mean of the person"
"""What a generator has to be better than: the source as it is, and the person's other pictures."""

LABEL = 14
"""Height of the labels above the columns, in pixels."""


def draw_poses(drawers: Sequence[Drawer], asked: DrawingRequest, *, as_json: bool) -> int:
    """Draw, write the sheet and the figures, and print them.

    Args:
        drawers: all of one size.
        asked: what `probe generate` is asked for.
        as_json: whether the figures are printed for machines.
    """
    import json

    from probe.files.atomic import replacing, write_text
    from probe.files.lock import holding
    from probe.wording import wording_of

    _check_sizes(drawers)
    if asked.run is not None:
        return _call_in_run(asked.run, asked, drawers, as_json=as_json)
    assert asked.data is not None
    posed = _posed_people(asked.data, asked.people, asked.seed, drawers[0].size, asked.layout)
    _tell_joints(posed)
    columns = _columns(drawers, posed, asked.seed)
    figures = _figures(columns, posed, asked.judge)
    with holding(asked.out):
        with replacing(asked.out / SHEET) as temporary:
            _sheet(columns, posed).save(temporary, format="PNG")
        write_text(asked.out / FIGURES, json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures) if as_json else _table(figures, len(posed.sources)))
    if not as_json:
        for name in (SHEET, FIGURES):
            print(wording_of().text("cli-written", file=str(asked.out / name)))
    return 0


def _check_sizes(drawers: Sequence[Drawer]) -> None:
    from probe.errors import UsageError

    for drawer in drawers:
        if drawer.size != drawers[0].size:
            sizes = [f"{height}x{width}" for height, width in (drawer.size, drawers[0].size)]
            raise refusal(
                UsageError,
                Message(
                    "command-two-sizes",
                    {
                        "first": drawer.name,
                        "size": sizes[0],
                        "second": drawers[0].name,
                        "other": sizes[1],
                    },
                ),
                hint=Message("command-two-sizes-step"),
            )


def _call_in_run(
    folder: Path, asked: DrawingRequest, drawers: Sequence[Drawer], *, as_json: bool
) -> int:
    """Draw the people of a run, and write its report anew."""
    import json

    from probe.api import StudyRun
    from probe.backbones.fdgan.pose_maps import layout_named
    from probe.cli.generate import DrawingRequest
    from probe.cli.generate_in_run import RunDrawing, draw_in_run, mean_figures
    from probe.cli.judge import open_judge
    from probe.cli.result_lines import result_line
    from probe.contracts.reporter import Console
    from probe.errors import UsageError
    from probe.runs.reading import Run

    judge = open_judge(asked.judge) if asked.judge else None
    if asked.people != DrawingRequest.people:
        raise refusal(
            UsageError,
            Message("command-everybody-drawn"),
            hint=Message("command-everybody-drawn-step"),
        )
    drawing = RunDrawing(tuple(drawers), judge, asked.seed, layout_named(asked.layout))
    run = draw_in_run(Run(folder), drawing, asked.photos, Console())
    record = run.generated
    assert record is not None
    figures = mean_figures(record)
    rows = [row for protocol in record["protocols"].values() for row in protocol["drawn"]]
    people = len({row["subject"] for row in rows})
    files = StudyRun(folder).report()
    if as_json:
        print(json.dumps({"figures": figures, "reports": {k: str(v) for k, v in files.items()}}))
        return 0
    print(_table(figures, people))
    for kind, path in files.items():
        print(result_line(kind, path))
    return 0


@dataclass(frozen=True, eq=False)
class PosedPeople:
    """Pictures of people; pictures are `uint8 (n, h, w, 3)` at the size of the generators.

    Attributes:
        sources: what is to be drawn in another pose.
        targets: the true pictures in that pose.
        means: of the person's pictures without the target.
        maps: pose maps `(n, 18, h, w)` of the targets.
        joints: of the targets: shown, missing, outside, a count for each.
        reaches: how far down the joints reach, of targets that have enough of them.
    """

    sources: Pictures
    targets: Pictures
    means: Pictures
    maps: NDArray[np.float32]
    joints: tuple[JointCounts, ...]
    reaches: tuple[float, ...]


def _posed_people(
    data: str, count: int, seed: int, size: tuple[int, int], layout: str
) -> PosedPeople:
    """People of the test part (of a table: all), each with a source and another picture."""
    from probe.errors import UsageError

    people: dict[int, list[TrainingRecord]] = {}
    for record in _records(data):
        if record.keypoints is not None:
            people.setdefault(record.person, []).append(record)
    several = sorted(person for person, records in people.items() if len(records) > 1)
    if not several:
        raise refusal(
            UsageError,
            Message("command-nobody-twice"),
            place=data,
            hint=Message("command-nobody-twice-step"),
        )
    drawn = np.random.default_rng(seed)
    chosen = drawn.permutation(several)[:count]
    rows = [_posed_person(people[int(person)], drawn, size, layout) for person in chosen]
    sources, targets, means, maps = (
        np.stack([getattr(row, name) for row in rows])
        for name in ("source", "target", "mean", "maps")
    )
    reaches = tuple(row.reach for row in rows if row.reach is not None)
    return PosedPeople(sources, targets, means, maps, tuple(row.joints for row in rows), reaches)


@dataclass(frozen=True, eq=False)
class _PosedPerson:
    """One of `PosedPeople`."""

    source: Pictures
    target: Pictures
    mean: Pictures
    maps: NDArray[np.float32]
    joints: JointCounts
    reach: float | None


def _posed_person(
    records: Sequence[TrainingRecord],
    drawn: np.random.Generator,
    size: tuple[int, int],
    layout: str,
) -> _PosedPerson:
    from probe.backbones._training.keypoints import (
        check_inside,
        count_joints,
        reach,
        read_keypoints,
    )
    from probe.backbones.fdgan.drawing import maps_of
    from probe.backbones.fdgan.pose_maps import layout_named
    from probe.pictures.decoding import read_picture
    from probe.pictures.fitting import Fitting, fit_picture

    source, target = (int(place) for place in drawn.permutation(len(records))[:2])
    given = [read_picture(record.path) for record in records]
    fitting = Fitting(size, "stretch", "bilinear")
    fitted = [fit_picture(picture, fitting) for picture in given]
    path = records[target].keypoints
    assert path is not None
    joints = read_keypoints(path)
    down, across = given[target].shape[:2]
    check_inside(joints, (across, down), path)
    maps = maps_of(joints, (down, across), size, layout_named(layout), path)
    others = [picture for place, picture in enumerate(fitted) if place != target]
    mean = np.mean(others, axis=0).round().astype(np.uint8)
    counts, lowest = count_joints(joints, (across, down)), reach(joints, (across, down))
    return _PosedPerson(fitted[source], fitted[target], mean, maps, counts, lowest)


def _tell_joints(posed: PosedPeople) -> None:
    """Say how many joints of the poses are missing, and whether they are of smaller pictures."""
    from probe.backbones._training.keypoints import are_small
    from probe.contracts.reporter import Console

    missing = sum(counts.missing + counts.outside for counts in posed.joints)
    if missing:
        poseless = sum(not counts.shown for counts in posed.joints)
        joints = missing + sum(counts.shown for counts in posed.joints)
        values: dict[str, Value] = {"joints": joints, "missing": missing, "poseless": poseless}
        Console().step(Message("cli-generate-joints", values))
    if are_small(posed.reaches):
        Console().step(Message("keypoints-small", {"share": float(np.median(posed.reaches))}))


def _records(data: str) -> list[TrainingRecord]:
    from probe.backbones._training.data import TABLE, tested_records
    from probe.backbones._training.picture_table import read_table

    form, _, folder = data.partition("=")
    if form == TABLE:
        return read_table(Path(folder), TABLE, target=False)
    return tested_records(data)


def _columns(drawers: Sequence[Drawer], posed: PosedPeople, seed: int) -> dict[str, Pictures]:
    """Name -> the pictures that it makes."""
    return {drawer.name: drawer.draw(posed.sources, posed.maps, seed) for drawer in drawers}


def _figures(
    columns: Mapping[str, Pictures], posed: PosedPeople, judge: str | None
) -> dict[str, dict[str, float]]:
    from probe.backbones.fdgan.picture_figures import l1, ssim

    everything = {**columns, COPY: posed.sources, MEAN: posed.means}
    figures = {
        name: {
            "L1": float(l1(made, posed.targets).mean()),
            "SSIM": float(ssim(made, posed.targets).mean()),
        }
        for name, made in everything.items()
    }
    if judge:
        for name, cosine in _cosines(everything, posed.targets, judge).items():
            figures[name]["cosine"] = cosine
    return figures


def _cosines(columns: Mapping[str, Pictures], true: Pictures, judge: str) -> dict[str, float]:
    from probe.cli.judge import open_judge

    opened = open_judge(judge)
    return {name: float(opened.cosines(made, true).mean()) for name, made in columns.items()}


def _table(figures: Mapping[str, Mapping[str, float]], people: int) -> str:
    from probe.wording import wording_of

    words = wording_of()
    width = max(map(len, figures))
    names = list(next(iter(figures.values())))
    lines = [f"{'':<{width}}  " + "  ".join(f"{name:>6}" for name in names)]
    for name, values in figures.items():
        row = "  ".join(f"{words.numbers.decimal(values[key], 3):>6}" for key in names)
        lines.append(f"{name:<{width}}  {row}")
    return "\n".join([*lines, words.text("cli-generate-people", people=people)])


def _sheet(columns: Mapping[str, Pictures], posed: PosedPeople) -> Image.Image:
    """A row a person: source, pose, what each makes, the true picture."""
    from PIL import Image, ImageDraw

    shown = (255 * posed.maps.max(axis=1)).round().astype(np.uint8)
    poses = np.repeat(shown[..., None], 3, axis=3)
    everything = {"source": posed.sources, "pose": poses, **columns, "true": posed.targets}
    count, height, width = posed.sources.shape[:3]
    across = max(width, 64) + 6
    sheet = Image.new("RGB", (across * len(everything), LABEL + count * (height + 4)), "white")
    labels = ImageDraw.Draw(sheet)
    for column, (name, pictures) in enumerate(everything.items()):
        labels.text((column * across, 1), name[: across // 6], fill="black")
        for row, picture in enumerate(pictures):
            place = (column * across, LABEL + row * (height + 4))
            sheet.paste(Image.fromarray(picture), place)
    return sheet

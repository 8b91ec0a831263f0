"""`probe generate`: people of a data set drawn in other poses, beside the true pictures."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray

from probe.options import Option
from probe.options.paths import check_new_folder

if TYPE_CHECKING:
    from PIL import Image

    from probe.backbones._training.table import TrainingRecord
    from probe.backbones.fdgan.drawing import Drawer
    from probe.contracts import Pictures

SHEET, FIGURES = "generated.png", "figures.json"
COPY, MEAN = "copy of the source", "mean of the person"
"""What a generator has to be better than: the source as it is, and the person's other pictures."""

LABEL = 14
"""Height of the labels above the columns, in pixels."""


@dataclass(frozen=True, kw_only=True)
class DrawingRequest:
    """What `probe generate` is asked for."""

    drawers: Annotated[
        Sequence[str],
        Option("folder of a training, FOLDER@STAGE, or the official files ENCODER+GENERATOR",
               "TRAINING", repeats=True),
    ]  # fmt: skip
    data: Annotated[
        str, Option("pictures with keypoints; table=FILE.csv", "FORM=DIR", flag="--data")
    ]
    people: Annotated[int, Option("how many", "N", least=1)] = 8
    layout: Annotated[Literal["openpose18", "coco17", "body14"], Option("of the keypoints")] = (
        "openpose18"
    )
    judge: Annotated[
        str | None,
        Option("a backbone: cosine of what is drawn with the true picture", "NAME[=WEIGHTS]"),
    ] = None
    seed: Annotated[int, Option("of people and noise", "N", least=0)] = 0
    out: Annotated[
        Path, Option("folder for the sheet and the figures", "DIR", check=check_new_folder)
    ] = Path("generated")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe generate`."""
    from probe.cli.arguments import add_json, add_options

    add_options(parser, DrawingRequest)
    add_json(parser)


def call(args: argparse.Namespace) -> int:
    """Draw, write the sheet and the figures, and print them."""
    import json

    from probe.backbones.fdgan.drawing import open_drawer
    from probe.cli.arguments import request_from
    from probe.files.atomic import replacing, write_text
    from probe.wording import wording_of

    asked = request_from(DrawingRequest, args)
    drawers = [open_drawer(given) for given in asked.drawers]
    posed = _posed_people(asked.data, asked.people, asked.seed, drawers[0].size, asked.layout)
    columns = _columns(drawers, posed, asked.seed)
    figures = _figures(columns, posed, asked.judge)
    asked.out.mkdir(parents=True, exist_ok=True)
    with replacing(asked.out / SHEET) as temporary:
        _sheet(columns, posed).save(temporary, format="PNG")
    write_text(asked.out / FIGURES, json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures) if args.json else _table(figures, len(posed.sources)))
    if not args.json:
        for name in (SHEET, FIGURES):
            print(wording_of().text("cli-written", file=str(asked.out / name)))
    return 0


@dataclass(frozen=True, eq=False)
class PosedPeople:
    """Pictures of people; pictures are `uint8 (n, h, w, 3)` at the size of the generators.

    Attributes:
        sources: what is to be drawn in another pose.
        targets: the true pictures in that pose.
        means: of the person's pictures without the target.
        maps: pose maps `(n, 18, h, w)` of the targets.
    """

    sources: Pictures
    targets: Pictures
    means: Pictures
    maps: NDArray[np.float32]


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
        raise UsageError(
            "nobody has two pictures with keypoints",
            place=data,
            hint="Keypoints lie beside the pictures (keypoints/NAME.json) or in a table's column.",
        )
    drawn = np.random.default_rng(seed)
    chosen = drawn.permutation(several)[:count]
    rows = [_posed_person(people[int(person)], drawn, size, layout) for person in chosen]
    return _stacked(rows)


def _posed_person(
    records: Sequence[TrainingRecord],
    drawn: np.random.Generator,
    size: tuple[int, int],
    layout: str,
) -> tuple[Pictures, Pictures, Pictures, NDArray[np.float32]]:
    from probe.backbones._training.keypoints import check_inside, read_keypoints
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
    maps = maps_of(joints, (down, across), size, layout_named(layout))
    others = [picture for place, picture in enumerate(fitted) if place != target]
    mean = np.mean(others, axis=0).round().astype(np.uint8)
    return fitted[source], fitted[target], mean, maps


def _stacked(rows: Sequence[tuple[Any, Any, Any, Any]]) -> PosedPeople:
    sources, targets, means, maps = map(np.stack, zip(*rows, strict=True))
    return PosedPeople(sources, targets, means, maps)


def _records(data: str) -> list[TrainingRecord]:
    from probe.backbones._training.data import TABLE, tested_records
    from probe.backbones._training.picture_table import read_table

    form, _, folder = data.partition("=")
    if form == TABLE:
        return read_table(Path(folder), TABLE, target=False)
    return tested_records(data)


def _columns(drawers: Sequence[Drawer], posed: PosedPeople, seed: int) -> dict[str, Pictures]:
    """Name -> the pictures that it makes."""
    from probe.errors import UsageError

    columns: dict[str, Pictures] = {}
    for drawer in drawers:
        if drawer.size != posed.targets.shape[1:3]:
            raise UsageError(f"{drawer.name} draws at {drawer.size}, the first one at another size")
        columns[drawer.name] = drawer.draw(posed.sources, posed.maps, seed)
    return columns


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
    from probe.contracts import Backbone, Runtime
    from probe.embedding.registry import find
    from probe.errors import BackboneError
    from probe.pictures.fitting import Fitting, fit_picture
    from probe.retrieval import unit_rows

    model = find(judge).load(Runtime())
    if not isinstance(model, Backbone):
        raise BackboneError(f"{judge} scores pairs and has no vectors", hint="--judge a backbone")
    fitting = Fitting.for_card("card", model.card)

    def vectors(pictures: Pictures) -> NDArray[np.float32]:
        fitted = np.stack([fit_picture(picture, fitting) for picture in pictures])
        return unit_rows(model.embed(fitted))

    there = vectors(true)
    return {name: float((vectors(made) * there).sum(1).mean()) for name, made in columns.items()}


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

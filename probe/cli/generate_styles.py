"""`probe generate` of styles: every picture in every camera's style, as a data set."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from probe.cli.style_figures import known_people
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from PIL import Image

    from probe.backbones._training.table import TrainingRecord
    from probe.backbones.stargan.drawing import StyleDrawer
    from probe.backbones.stargan.styled_set import StyledPicture, StyledPlan
    from probe.cli.generate import DrawingRequest
    from probe.cli.style_figures import StyleFigures

FigureName = Literal["source", "other", "nearer", "small"]
FIGURE_NAMES: tuple[FigureName, ...] = ("source", "other", "nearer", "small")
"""In the order of columns; see `StyleFigures`."""

SHEET, FIGURES = "styles.png", "figures.json"

LABEL = 14
"""Height of the labels above the columns, in pixels."""


def draw_styles(drawers: Sequence[StyleDrawer], asked: DrawingRequest, *, as_json: bool) -> int:
    """Draw a styled set, its sheet and, with a judge, its figures; print them.

    Args:
        drawers: one.
        asked: what `probe generate` is asked for.
        as_json: whether the result is printed for machines.
    """
    drawer = _only(drawers)
    drawer.generator.normalise_by(asked.statistics)
    if asked.run is not None:
        from probe.cli.styles_in_run import draw_styles_in_run

        return draw_styles_in_run(asked.run, drawer, asked, as_json=as_json)
    plan = _plan(drawer, asked)
    if asked.judge:
        known_people(plan.records)
    rows = _written(plan, asked)
    _write_sheet(plan, asked)
    figures = _judged(plan, rows, asked) if asked.judge else None
    assert asked.data is not None
    _print_result(plan, rows, figures, asked.out, asked.data, as_json=as_json)
    return 0


def _only(drawers: Sequence[StyleDrawer]) -> StyleDrawer:
    from probe.errors import UsageError

    if len(drawers) > 1:
        raise refusal(
            UsageError, Message("command-one-generator"), hint=Message("command-one-generator-step")
        )
    return drawers[0]


def _plan(drawer: StyleDrawer, asked: DrawingRequest) -> StyledPlan:
    from probe.backbones._training.data import tested_records, trained_records
    from probe.backbones.stargan.styled_set import plan_styles

    assert asked.data is not None
    read = trained_records if asked.part == "train" else tested_records
    form = asked.data.partition("=")[0]
    return plan_styles(drawer, read(asked.data), form, own_camera=not asked.other_cameras)


def _written(plan: StyledPlan, asked: DrawingRequest) -> list[StyledPicture]:
    from probe.backbones.stargan.styled_set import write_styled_set
    from probe.contracts.reporter import Console

    progress = Console().progress(Message("progress-styling"), "pictures")
    return write_styled_set(plan, asked.out, asked.statistics, progress, resume=asked.resume)


def _write_sheet(plan: StyledPlan, asked: DrawingRequest) -> None:
    """A row a picture: the source, then the styles in the order of the cameras."""
    from probe.files.atomic import replacing

    drawn = np.random.default_rng(asked.seed)
    chosen = drawn.permutation(len(plan.records))[: asked.people]
    records = [plan.records[int(place)] for place in chosen]
    with replacing(asked.out / SHEET) as temporary:
        _sheet(plan, records, asked.out).save(temporary, format="PNG")


def _sheet(plan: StyledPlan, records: Sequence[TrainingRecord], out: Path) -> Image.Image:
    from PIL import Image, ImageDraw

    from probe.backbones._training.fitted_file import fitted_file
    from probe.backbones.stargan.styled_set import copy_path
    from probe.pictures.decoding import read_picture

    height, width = plan.drawer.size
    across = max(width, 64) + 6
    size = (across * (1 + len(plan.styles)), LABEL + len(records) * (height + 4))
    sheet = Image.new("RGB", size, "white")
    labels = ImageDraw.Draw(sheet)
    heads = ["source", *(f"camera {style.camera}" for style in plan.styles)]
    for column, head in enumerate(heads):
        labels.text((column * across, 1), head, fill="black")
    for row, record in enumerate(records):
        down = LABEL + row * (height + 4)
        sheet.paste(Image.fromarray(fitted_file(record.path, plan.drawer.size)), (0, down))
        for column, style in enumerate(plan.styles, start=1):
            path = out / copy_path(record.name, style)
            if style in plan.styles_of(record):
                sheet.paste(Image.fromarray(read_picture(path)), (column * across, down))
    return sheet


def _judged(
    plan: StyledPlan, rows: Sequence[StyledPicture], asked: DrawingRequest
) -> Mapping[str, StyleFigures]:
    from probe.cli.judge import open_judge
    from probe.cli.style_figures import figures_by_style, judged_styles
    from probe.files.atomic import write_text

    assert asked.judge is not None
    judge = open_judge(asked.judge)
    styled = judged_styles(plan.records, rows, asked.out, asked.judged, asked.seed)
    figures = figures_by_style(styled, judge, plan.drawer.size)
    payload = {"judge": judge.name, "sources": len(styled.sources), "figures": figures}
    write_text(asked.out / FIGURES, json.dumps(payload, indent=1) + "\n")
    return figures


def _print_result(
    plan: StyledPlan,
    rows: Sequence[StyledPicture],
    figures: Mapping[str, StyleFigures] | None,
    out: Path,
    data: str,
    *,
    as_json: bool,
) -> None:
    from probe.cli.result_lines import result_line, typed
    from probe.wording import wording_of

    if as_json:
        payload = {
            "folder": str(out), "sources": len(plan.records), "pictures": len(rows),
            "cameras": [style.camera for style in plan.styles], "figures": figures,
        }  # fmt: skip
        print(json.dumps(payload))
        return
    words = wording_of()
    values = {"pictures": len(rows), "sources": len(plan.records), "cameras": len(plan.styles)}
    print(words.text("cli-styles-counts", **values))
    if figures:
        print(figures_text(figures))
    print(words.text("cli-written", file=str(out / SHEET)))
    following = words.text("cli-styles-next", data=typed(data), folder=typed(out))
    print(result_line(words.text("cli-next"), following))


def figures_text(figures: Mapping[str, StyleFigures]) -> str:
    """A row a style and one of all, as printed."""
    from probe.wording import wording_of
    from probe.wording.columns import right

    words = wording_of()
    names = FIGURE_NAMES
    heads = [words.text("cli-styles-figure", name=name) for name in names]
    width = max(map(len, figures))
    lines = [f"{'':<{width}}  " + "  ".join(right(head, 12) for head in heads)]
    for style, values in figures.items():
        cells = (words.numbers.decimal(values[name], 3) for name in names)
        lines.append(f"{style:<{width}}  " + "  ".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)

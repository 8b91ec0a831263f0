"""`probe generate --run` of styles: the people of a finished run in the styles of cameras."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from probe.cli.generate_in_run import check_run, image_sets, keep_picture
from probe.errors import UsageError
from probe.files.lock import holding
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.runs.paths import GENERATED
from probe.runs.reading import Run
from probe.runs.records import COPY, DrawnRecord, GeneratedProtocolRecord, GeneratedRecord
from probe.runs.writer import add_files
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from probe.backbones.stargan.drawing import StyleDrawer
    from probe.cli.generate import DrawingRequest
    from probe.cli.judge import Judge
    from probe.contracts import Pictures, Reporter


def draw_styles_in_run(
    folder: Path, drawer: StyleDrawer, asked: DrawingRequest, *, as_json: bool
) -> int:
    """Draw the people of a run in styles, and write its report anew."""
    import json

    from probe.api import StudyRun
    from probe.cli.generate_in_run import mean_figures
    from probe.cli.judge import open_judge
    from probe.cli.result_lines import result_line
    from probe.contracts.reporter import Console
    from probe.wording import wording_of

    judge = open_judge(asked.judge) if asked.judge else None
    record = add_styles(Run(folder), drawer, judge, asked.photos, Console())
    files = StudyRun(folder).report()
    if as_json:
        reports = {kind: str(path) for kind, path in files.items()}
        print(json.dumps({"figures": mean_figures(record), "reports": reports}))
        return 0
    rows = [row for protocol in record["protocols"].values() for row in protocol["drawn"]]
    people = len({row["subject"] for row in rows})
    print(wording_of().text("cli-styles-run", people=people, styles=len(record["models"])))
    for kind, path in files.items():
        print(result_line(kind, path))
    return 0


def add_styles(
    run: Run, drawer: StyleDrawer, judge: Judge | None, photos: Path | None, reporter: Reporter
) -> GeneratedRecord:
    """Draw everybody's first picture of every condition in every style, and keep them in the run.

    Args:
        run: it must be finished, and keep pictures.
        drawer: what draws.
        judge: gives unit vectors of pictures; None for no cosines.
        photos: folder of the run's photographs; None where people are rendered.
        reporter: told how it goes.

    Returns:
        What is kept.

    Raises:
        RunError: the run is not finished.
        UsageError: it keeps no pictures, or its pictures are not here; or another process writes
            into it.
    """
    with holding(run.path):
        return _add(Run(run.path), drawer, judge, photos, reporter)


def _add(
    run: Run, drawer: StyleDrawer, judge: Judge | None, photos: Path | None, reporter: Reporter
) -> GeneratedRecord:
    check_run(run)
    files: dict[str, bytes] = {}
    protocols: dict[str, GeneratedProtocolRecord] = {}
    for images in image_sets(run, photos, reporter):
        drawing = _Drawing(drawer, judge, files)
        protocols[images.protocol.name] = {"missing": 0, "drawn": drawing.protocol(images)}
    record: GeneratedRecord = {
        "kind": "styles", "models": style_names(drawer), "judge": judge.name if judge else "",
        "seed": 0, "protocols": protocols,
    }  # fmt: skip
    add_files(run, files, GENERATED, record)
    return record


def style_names(drawer: StyleDrawer) -> list[str]:
    """What rows of the report call the styles: the cameras, or their numbers from 1."""
    if drawer.cameras is None:
        return [f"{drawer.name}, {number + 1}" for number in range(drawer.generator.shape.cameras)]
    return [f"{drawer.name}, {camera.data_set} {camera.number}" for camera in drawer.cameras]


@dataclass(frozen=True, eq=False)
class _Drawing:
    """What is drawn in one protocol."""

    drawer: StyleDrawer
    judge: Judge | None
    files: dict[str, bytes]

    def protocol(self, images: ImageSet) -> list[DrawnRecord]:
        """Everybody's first picture of every condition, in every style."""
        shown = list(_first_pictures(images))
        if not shown:
            raise refusal(UsageError, Message("command-nobody-to-draw"), place=images.protocol.name)
        sources = np.stack([self._fitted(record) for record in shown])
        rows = self._rows(shown, COPY, sources, sources)
        for style in range(self.drawer.generator.shape.cameras):
            made = self.drawer.draw(sources, np.full(len(shown), style, np.int64))
            rows += self._rows(shown, style, made, sources)
        return rows

    def _fitted(self, record: ImageRecord) -> Pictures:
        from probe.pictures.fitting import Fitting, fit_picture

        return fit_picture(record.origin.load(), Fitting(self.drawer.size, "stretch", "bilinear"))

    def _rows(
        self, shown: Sequence[ImageRecord], style: int, made: Pictures, sources: Pictures
    ) -> list[DrawnRecord]:
        from probe.backbones.fdgan.picture_figures import l1, ssim

        cosines = self._cosines(shown, made)
        columns = zip(shown, made, l1(made, sources), ssim(made, sources), strict=True)
        return [
            {
                "subject": record.subject, "condition": record.condition, "model": style,
                "source": record.image_id, "true": record.image_id,
                "picture": "" if style == COPY
                else keep_picture(self.files, record, record.condition, style, picture),
                "l1": float(difference), "ssim": float(alike),
                "cosine": cosines["source"][place], "other": cosines["other"][place],
            }
            for place, (record, picture, difference, alike) in enumerate(columns)
        ]  # fmt: skip

    def _cosines(
        self, shown: Sequence[ImageRecord], made: Pictures
    ) -> Mapping[str, Sequence[float | None]]:
        """Of every picture with its source as it was taken, and its mean with other people's."""
        if self.judge is None:
            return {"source": [None] * len(shown), "other": [None] * len(shown)}
        whole = self.judge.vectors(record.origin.load() for record in shown)
        cosines = self.judge.vectors(made) @ whole.T
        people = np.array([record.subject for record in shown])
        conditions = np.array([record.condition for record in shown])
        others = (people[:, None] != people) & (conditions[:, None] == conditions)
        return {"source": cosines.diagonal().tolist(), "other": _means(cosines, others)}


def _means(cosines: NDArray[np.float32], chosen: NDArray[np.bool_]) -> list[float | None]:
    return [
        float(row[taken].mean()) if taken.any() else None
        for row, taken in zip(cosines, chosen, strict=True)
    ]


def _first_pictures(images: ImageSet) -> list[ImageRecord]:
    """Everybody's first picture of every condition."""
    firsts: dict[tuple[str, int], ImageRecord] = {}
    for record in images.records:
        if record.role == "subject":
            firsts.setdefault((record.subject, record.condition), record)
    return list(firsts.values())

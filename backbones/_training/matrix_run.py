"""A matrix of trainings, one after another: shared stages once, a failing row beside the others."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from probe.backbones._training.checkpoint import CHECKPOINT
from probe.backbones._training.export import STAGES
from probe.backbones._training.log import LINES, read_lines
from probe.backbones._training.machine import Machine
from probe.backbones._training.matrix import PlannedTraining, failure_text, shared_stages
from probe.backbones._training.training import TrainingRun, train_run, train_stages
from probe.backbones._training.training_manifest import MANIFEST
from probe.contracts import Reporter
from probe.errors import CheckpointError
from probe.files.atomic import write_text
from probe.files.json_text import parse_json
from probe.files.lock import holding
from probe.wording import Message, refusal

RESULT = "result.json"
TRAINING = "training"
"""Name under which the last line of the log stands among the figures."""

Figures = Mapping[str, Mapping[str, float]]
"""Data set -> name of a figure -> its value."""

Evaluate = Callable[[Path], Figures]
"""Card file of a trained backbone -> its figures on the data sets that were asked for."""


@dataclass(frozen=True)
class RowResult:
    """What became of one training of a matrix.

    Attributes:
        row: its row.
        seed: its seed.
        digest: of its recipe.
        error: why it failed; empty where it did not.
        seconds: it took, evaluation included, without stages that it shares.
        figures: by data set; the last line of its log as `training`.
        data: digest of what it learnt from; empty in results of older versions.
    """

    row: str
    seed: int
    digest: str
    error: str = ""
    seconds: float = 0.0
    figures: Figures = field(default_factory=dict)
    data: str = ""


@dataclass(frozen=True)
class MatrixRun:
    """How a matrix is run.

    Attributes:
        out: its folder.
        machine: what it runs on.
        reporter: told how it goes.
        evaluate: figures of a trained row; None for those of the log alone.
        data: `FORM=DIR` of what is learnt from.
        target: `FORM=DIR` of what is adapted to.
        styled: folders of styled copies of the targets' pictures.
        data_digest: of all of them; results of other data are not gone on with.
    """

    out: Path
    machine: Machine
    reporter: Reporter
    evaluate: Evaluate | None = None
    data: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    styled: tuple[str, ...] = ()
    data_digest: str = ""


def run_matrix(
    trainings: Sequence[PlannedTraining], run: MatrixRun, *, resume: bool
) -> list[RowResult]:
    """Train every row with every seed that has not been trained yet.

    Args:
        trainings: see `matrix.planned`.
        run: how.
        resume: go on with the matrix in the folder; rows that failed are tried again.

    Returns:
        One result a training, in their order; a row that failed says why.

    Raises:
        CheckpointError: the folder holds a matrix and `resume` was not said, or it was trained on
            other data.
        UsageError: another process works in the folder.
    """
    with holding(run.out):
        return _train_all(list(trainings), run, resume=resume)


def _train_all(
    trainings: list[PlannedTraining], run: MatrixRun, *, resume: bool
) -> list[RowResult]:
    if not resume and any(run.out.glob(f"rows/*/*/{CHECKPOINT}")):
        raise refusal(
            CheckpointError,
            Message("train-matrix-there"),
            place=run.out,
            hint=Message("step-resume-or-out"),
        )
    results = []
    for number, training in enumerate(trainings, start=1):
        place = {"number": number, "count": len(trainings), "seed": training.seed}
        run.reporter.step(Message("matrix-training-begins", {**place, "row": training.row}))
        results.append(_kept(training, run) or _trained(training, trainings, run))
    return results


def _kept(training: PlannedTraining, run: MatrixRun) -> RowResult | None:
    """The result of a training that is done."""
    path = run.out / training.folder / RESULT
    if not path.is_file():
        return None
    try:
        result = RowResult(**parse_json(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        raise refusal(
            CheckpointError,
            Message("train-no-result"),
            place=path,
            hint=Message("train-restore-or-delete"),
        ) from None
    if result.data and run.data_digest and result.data != run.data_digest:
        raise refusal(
            CheckpointError,
            Message("train-matrix-other-data"),
            place=path,
            hint=Message("train-matrix-begun-with"),
        )
    return None if result.error or result.digest != training.recipe.digest() else result


def _trained(
    training: PlannedTraining, trainings: list[PlannedTraining], run: MatrixRun
) -> RowResult:
    folder, start = run.out / training.folder, time.monotonic()
    digest = training.recipe.digest()
    try:
        _begin_with_shared_stages(training, trainings, run)
        start = time.monotonic()
        result = train_run(training.recipe, folder, _run(training, run))
        evaluated = run.evaluate(result.card) if run.evaluate else {}
        figures = {TRAINING: _last_line(folder), **evaluated}
        took = round(time.monotonic() - start, 2)
        done = RowResult(
            training.row, training.seed, digest, seconds=took, figures=figures,
            data=run.data_digest,
        )  # fmt: skip
    except Exception as error:
        # Whatever stopped this row must not stop the others: it is written down and shown.
        took = round(time.monotonic() - start, 2)
        done = RowResult(training.row, training.seed, digest, failure_text(error), took)
        names = {"row": training.row, "error": done.error}
        run.reporter.step(Message("matrix-row-failed", {**names, "seed": training.seed}))
    write_text(folder / RESULT, json.dumps(asdict(done), indent=1) + "\n")
    return done


def _run(training: PlannedTraining, run: MatrixRun, folder: Path | None = None) -> TrainingRun:
    """How one training is run; pictures that recipes render are rendered once for all."""
    resume = (run.out / (folder or training.folder) / CHECKPOINT).is_file()
    pictures = run.out / "pictures" / training.recipe.data_digest()[:12]
    return TrainingRun(
        run.reporter, run.machine, run.data, run.target, resume=resume, pictures=pictures,
        styled=run.styled,
    )  # fmt: skip


def _begin_with_shared_stages(
    training: PlannedTraining, trainings: list[PlannedTraining], run: MatrixRun
) -> None:
    """Bring the first stages of a training from where they were trained for all that share them."""
    folder = run.out / training.folder
    count = shared_stages(training, trainings)
    if not count or (folder / CHECKPOINT).is_file():
        return
    shared = Path("shared") / training.recipe.stage_digest(count - 1)[:12]
    train_stages(training.recipe, run.out / shared, _run(training, run, shared), count)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(run.out / shared / STAGES, folder / STAGES, dirs_exist_ok=True)
    # The checkpoint comes last: a copy that is cut short begins anew.
    for name in (LINES, MANIFEST, CHECKPOINT):
        shutil.copy2(run.out / shared / name, folder / name)


def _last_line(folder: Path) -> dict[str, float]:
    line = read_lines(folder)[-1]
    if len(line.losses) == 1:
        return {"loss": line.loss, **line.watched}
    return {**{f"loss {name}": value for name, value in line.losses.items()}, **line.watched}

"""A whole training: its folder, its pictures, the loop, and the weights files in the end."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from probe.backbones._training.batches import TrainingPictures, epoch_batches
from probe.backbones._training.data import DataRequest, training_table
from probe.backbones._training.export import CARD, WEIGHTS, export_stage
from probe.backbones._training.keypoint_check import check_keypoints
from probe.backbones._training.loop import fit
from probe.backbones._training.machine import Machine
from probe.backbones._training.objective import Networks
from probe.backbones._training.processes import first, join, meet
from probe.backbones._training.recipe import Recipe
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.saving import state_to_resume
from probe.backbones._training.table import TrainingTable, counts_by_set, single_picture_people
from probe.backbones._training.training_manifest import MANIFEST, read_training_manifest
from probe.backbones.naming import sha256_of
from probe.contracts import Reporter
from probe.errors import UsageError
from probe.files.atomic import sweep, write_text
from probe.files.lock import holding
from probe.files.places import is_file
from probe.wording import Message, refusal

RECIPE = "recipe.yaml"
PICTURES = "pictures"
"""Folder of the pictures that a recipe renders, below the training's."""


@dataclass(frozen=True)
class TrainingRun:
    """How a recipe is trained; none of it is part of the recipe.

    Attributes:
        reporter: told how it goes.
        machine: what to run on.
        data: `FORM=DIR` of the data sets, for recipes that do not render their own; several are
            trained on together.
        target: `FORM=DIR` of data sets whose people are not known, for recipes that adapt.
        resume: go on with the training in the folder.
        pictures: folder of pictures that the recipe renders; None for `pictures` in its own.
        styled: folders of styled copies of the targets' pictures, in the order of the targets.
    """

    reporter: Reporter
    machine: Machine
    data: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    resume: bool = False
    pictures: Path | None = None
    styled: tuple[str, ...] = ()

    @property
    def learnt(self) -> DataRequest:
        """Where its pictures are."""
        return DataRequest(self.data, self.target, self.styled)


@dataclass(frozen=True)
class TrainingResult:
    """What a training left behind.

    Attributes:
        weights: the safetensors file of the backbone.
        card: the card file that goes with it, for `--backbone`.
        sha256: of that file.
        folder: with checkpoint, log, recipe and every network.
        pictures: how many it learnt from.
        people: of how many identities (tracks).
        networks: files of all networks, by name.
        draws: whether the weights are a generator's, for `probe generate`.
        detector: name of the detector that opens them, for `probe crop`; empty for none.
    """

    weights: Path
    card: Path
    sha256: str
    folder: Path
    pictures: int
    people: int
    networks: Mapping[str, Path]
    draws: bool = False
    detector: str = ""


def train(
    recipe: Recipe,
    out: Path,
    reporter: Reporter,
    machine: Machine = Machine(),  # noqa: B008 - frozen
    *,
    data: tuple[str, ...] = (),
    target: tuple[str, ...] = (),
    styled: tuple[str, ...] = (),
    resume: bool = False,
) -> TrainingResult:
    """Train a recipe in a folder.

    Args:
        recipe: what to do.
        out: its folder: `recipe.yaml`, `checkpoint.pt`, `log.jsonl`, TensorBoard events,
            `pictures/` where the recipe renders its own; in the end `weights.safetensors` with
            `card.yaml`, `networks/` and `training.json`.
        reporter: told how it goes.
        machine: what to run on.
        data: `FORM=DIR` of the data sets, for recipes that do not render their own; several are
            trained on together.
        target: `FORM=DIR` of data sets whose people are not known, for recipes that adapt.
        styled: folders of styled copies of the targets' pictures, in the order of the targets.
        resume: go on with the training in the folder.

    Raises:
        ProbeError: the data do not fit the recipe, the folder holds another training, ...
    """
    run = TrainingRun(reporter, machine, data, target, resume, styled=styled)
    return train_run(recipe, out, run)


def train_run(recipe: Recipe, out: Path, run: TrainingRun) -> TrainingResult:
    """Train all stages of a recipe; see `train`."""
    table = train_stages(recipe, out, run, len(recipe.stages))
    last = read_training_manifest(out).stages[-1]
    return TrainingResult(
        weights=out / WEIGHTS,
        card=out / CARD,
        sha256=sha256_of(out / WEIGHTS),
        folder=out,
        pictures=len(table),
        people=table.classes,
        networks={name: out / network.file for name, network in last.networks.items()},
        draws=not recipe.network.backbones and bool(recipe.network.generators),
        detector=recipe.network.detector,
    )


def train_stages(recipe: Recipe, out: Path, run: TrainingRun, stages: int) -> TrainingTable:
    """Train the first stages of a recipe in a folder; another recipe that shares them can go on.

    Args:
        recipe: what to do.
        out: its folder.
        run: how.
        stages: how many.

    Returns:
        The pictures that were learnt from.

    Raises:
        ProbeError: see `train`.
    """
    join()
    with holding(out) if first() else nullcontext():
        return _train_stages(recipe, out, run, stages)


def _train_stages(recipe: Recipe, out: Path, run: TrainingRun, stages: int) -> TrainingTable:
    reporter = run.reporter if first() else Reporter()
    table = training_table(
        recipe.data,
        run.learnt,
        run.pictures or out / PICTURES,
        reporter,
        max(1, run.machine.workers),
    )
    _report_counts(table, recipe, reporter)
    state = state_to_resume(recipe, table, out, resume=run.resume)
    _check_stages(recipe, table, reporter, state.stage if state else 0)
    out.mkdir(parents=True, exist_ok=True)
    if first():
        if run.resume:
            sweep(out)
        write_text(out / RECIPE, recipe_text(recipe))

    def stage_done(number: int, networks: Networks) -> None:
        if first():
            export_stage(recipe, number, networks, table, out)

    networks = fit(recipe, table, out, run.machine, reporter, state, stages, stage_done)
    if first() and not _is_whole(out, stages):
        export_stage(recipe, stages - 1, networks, table, out)
    meet()
    return table


def _is_whole(out: Path, stages: int) -> bool:
    """Whether the files of the last stage are there, as its manifest says."""
    if not is_file(out / MANIFEST):
        return False
    written = read_training_manifest(out).stages
    if len(written) < stages:
        return False
    return all((out / network.file).is_file() for network in written[-1].networks.values())


def recipe_text(recipe: Recipe) -> str:
    """A recipe as YAML that reads back as the same recipe."""
    import yaml

    content = recipe.model_dump(mode="json")
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, default_flow_style=None)


def settings_of(assignments: tuple[str, ...]) -> dict[str, object]:
    """`name=value` settings of the command line; values are read as YAML.

    Raises:
        UsageError: not name=value.
    """
    from probe.files.strict_yaml import parse_yaml

    changes: dict[str, object] = {}
    for given in assignments:
        name, equals, text = given.partition("=")
        if not name or not equals or not text:
            raise refusal(
                UsageError,
                Message("train-not-name-value", {"given": repr(given)}),
                hint=Message("train-name-value-example"),
            )
        changes[name] = parse_yaml(text, Path(given)).data
    return changes


def changed(recipe: Recipe, assignments: tuple[str, ...]) -> Recipe:
    """The recipe with `name=value` settings of the command line.

    Raises:
        UsageError: not name=value, no such name, or a value that does not fit.
    """
    changes = settings_of(assignments)
    return with_changes(recipe, changes) if changes else recipe


def _report_counts(table: TrainingTable, recipe: Recipe, reporter: Reporter) -> None:
    frames = [record.frame for record in table.records if record.frame is not None]
    if frames:
        marked = [one for frame in frames for one in frame.instances]
        values = {
            "frames": len(frames), "instances": len(marked),
            "masks": sum(one.mask is not None for one in marked),
        }  # fmt: skip
        reporter.step(Message("training-frames", values))
        return
    counts = {
        "pictures": len(table), "people": table.classes or None, "cameras": table.camera_count,
    }  # fmt: skip
    reporter.step(Message("training-counts", counts))
    if len(table.set_names) > 1:
        for line in counts_by_set(table):
            reporter.step(line)
    _report_single_pictures(table, recipe, reporter)


def _report_single_pictures(table: TrainingTable, recipe: Recipe, reporter: Reporter) -> None:
    samplers = [stage.sampler for stage in recipe.stages if stage.objective.by_identity]
    notes = dict.fromkeys(
        (single_picture_people(table.labels[sampler.chosen(table)]), sampler.single_pictures)
        for sampler in samplers
    )
    for people, effect in notes:
        if people:
            note = Message("training-single-pictures", {"people": people, "effect": effect})
            reporter.step(Message("retrieval-note", {"note": note}))


def _check_stages(recipe: Recipe, table: TrainingTable, reporter: Reporter, begin: int) -> None:
    """Refuse data that a stage cannot learn from before the first one has taken its hours."""
    recipe.network.check(table)
    stages = recipe.stages[begin:]
    for number, stage in enumerate(stages, start=begin):
        stage.objective.check(table)
        size = recipe.stages[0].shown.size
        stage.objective.check_stage(recipe.network, size, stage.sampler.roles)
        pictures = TrainingPictures(table, stage.augmentations, 1, recipe.seed, number)
        epoch_batches(pictures, stage.sampler, 0)
    if first():
        check_keypoints(stages, table, reporter)

"""A whole training: its folder, its pictures, the loop, and the weights file in the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from probe.backbones._training.card_file import card_text
from probe.backbones._training.loop import CHECKPOINT, LabelledFiles, Machine, Reporter, fit
from probe.backbones._training.processes import first, join, meet
from probe.backbones._training.recipe import DataFolder, Recipe, with_changes
from probe.backbones._training.rendered import RenderedTracks, write_tracks
from probe.backbones._training.sampler import PeopleTimesPictures, single_picture_people
from probe.backbones.naming import sha256_of
from probe.errors import PictureSourceError, ProbeError, UsageError
from probe.files.atomic import replacing, write_text
from probe.pictures.data_sets import read_data, without_broken
from probe.pictures.labelled import JUNK, LabelledPictures, ReidData, joined

WEIGHTS = "weights.safetensors"
RECIPE = "recipe.yaml"
CARD = "card.yaml"
RENDERED = "pictures"


class Silent:
    """A reporter that says nothing: of all processes but the first."""

    def step(self, text: str) -> None:
        """Say nothing."""

    def progress(self, text: str, unit: str) -> Callable[[int, int], None]:
        """Say nothing."""
        return lambda done, everything: None


@dataclass(frozen=True)
class TrainingResult:
    """What a training left behind.

    Attributes:
        weights: the safetensors file of the backbone.
        card: the card file that goes with it, for `--backbone`.
        sha256: of that file.
        folder: with checkpoint, log and recipe.
        pictures: how many it learnt from.
        people: of how many identities (tracks).
        epochs: how many.
    """

    weights: Path
    card: Path
    sha256: str
    folder: Path
    pictures: int
    people: int
    epochs: int


def train(
    recipe: Recipe,
    out: Path,
    reporter: Reporter,
    machine: Machine = Machine(),  # noqa: B008 - frozen
    *,
    data: tuple[str, ...] = (),
    resume: bool = False,
) -> TrainingResult:
    """Train a recipe in a folder.

    Args:
        recipe: what to do.
        out: its folder: `recipe.yaml`, `checkpoint.pt`, `log.jsonl`, TensorBoard events,
            `pictures/` where the recipe renders its own, and `weights.safetensors` in the end.
        reporter: told how it goes.
        machine: what to run on.
        data: `FORM=DIR` of the data sets, for recipes that do not render their own; several are
            trained on together.
        resume: go on with the training in the folder.

    Raises:
        ProbeError: the data do not fit the recipe, the folder holds another training, ...
    """
    join()
    if not first():
        reporter = Silent()
    out.mkdir(parents=True, exist_ok=True)
    pictures = _pictures(recipe, out, reporter, max(1, machine.workers), data)
    _tell_about(pictures, recipe, reporter)
    if first() and not (out / CHECKPOINT).is_file():
        write_text(out / RECIPE, recipe_text(recipe))
    chosen = LabelledFiles(tuple(pictures.files), pictures.labels(), pictures.digest())
    weights = fit(recipe, chosen, out, machine, reporter, resume=resume)
    path = out / WEIGHTS
    if first():
        _write_weights(path, weights, recipe)
    meet()
    count, people = len(pictures), pictures.identities
    if first():
        write_text(out / CARD, card_text(recipe, WEIGHTS, count, people))
    return TrainingResult(path, out / CARD, sha256_of(path), out, count, people, recipe.epochs)


def recipe_text(recipe: Recipe) -> str:
    """A recipe as YAML that reads back as the same recipe."""
    import yaml

    told = recipe.model_dump(mode="json")
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, default_flow_style=None)


def changed(recipe: Recipe, assignments: tuple[str, ...]) -> Recipe:
    """The recipe with `name=value` settings of the command line; values are read as YAML.

    Raises:
        UsageError: not name=value, no such name, or a value that does not fit.
    """
    from probe.files.strict_yaml import parse_yaml

    changes: dict[str, object] = {}
    for given in assignments:
        name, equals, text = given.partition("=")
        if not equals or not text:
            raise UsageError(f"{given!r} is not NAME=VALUE", hint="For example objective.m2=0.25")
        changes[name] = parse_yaml(text, Path(given)).data
    return with_changes(recipe, changes) if changes else recipe


def _pictures(
    recipe: Recipe, out: Path, reporter: Reporter, workers: int, data: tuple[str, ...]
) -> LabelledPictures:
    if isinstance(recipe.data, RenderedTracks):
        if data:
            raise UsageError(
                "this recipe renders its own pictures",
                place=recipe.name,
                hint="Leave --data out, or use a recipe with data.kind folder.",
            )
        folder = out / RENDERED
        if first():
            tell = reporter.progress("rendering", "pictures")
            write_tracks(recipe.data, folder, tell, workers)
        meet()
        return read_data(f"identity_folders={folder}").train
    return _from_folders(recipe.data, data, reporter)


def _from_folders(
    wanted: DataFolder, data: tuple[str, ...], reporter: Reporter
) -> LabelledPictures:
    if not data:
        raise UsageError(
            "this recipe learns from a data set of yours",
            hint=f"Name it: --data FORM=DIR with a form of {', '.join(wanted.forms)}",
        )
    sets = []
    for given in data:
        form = given.partition("=")[0]
        if form not in wanted.forms:
            raise UsageError(
                f"this recipe does not take {form!r}", hint=f"Forms: {', '.join(wanted.forms)}"
            )
        found = without_broken(read_data(given))
        _tell(found, reporter)
        sets.append(_everything(found) if wanted.all_parts else found.train)
    together = joined(sets)
    if not len(together):
        raise PictureSourceError("there is no training picture in it", place=", ".join(data))
    return together


def _everything(data: ReidData) -> LabelledPictures:
    """All parts of a data set; people of the test part are others than those of the training."""
    test = [part for part in (data.query, data.gallery) if len(part)]
    if not test:
        return data.train
    rows = [
        row
        for part in test
        for row in zip(part.paths, part.people.tolist(), part.cameras.tolist(), strict=True)
        if row[1] not in (0, JUNK)
    ]
    tested = LabelledPictures(
        test[0].root,
        tuple(path for path, _, _ in rows),
        np.array([person for _, person, _ in rows], np.int64),
        np.array([camera for _, _, camera in rows], np.int64),
    )
    return joined([data.train, tested]) if len(data.train) else tested


def _tell(data: ReidData, reporter: Reporter) -> None:
    for note in data.notes:
        reporter.step(f"note: {note}")
    for lost in data.broken[:10]:
        reporter.step(f"left out: {lost.path}: {lost.reason}")
    if len(data.broken) > 10:
        reporter.step(f"left out: {len(data.broken) - 10} more pictures that do not open")


def _tell_about(pictures: LabelledPictures, recipe: Recipe, reporter: Reporter) -> None:
    labels = pictures.labels()
    cameras = len(np.unique(pictures.cameras))
    reporter.step(
        f"{len(pictures):,} pictures of {pictures.identities:,} identities under {cameras} "
        f"camera{'s' if cameras != 1 else ''}"
    )
    alone = single_picture_people(labels)
    if alone and recipe.objective.kind == "margin":
        told = f"note: {alone:,} identities have one picture only"
        if isinstance(recipe.sampler, PeopleTimesPictures):
            told += f"; the sampler repeats it {recipe.sampler.pictures} times"
        reporter.step(told)


def _write_weights(path: Path, weights: Mapping[str, object], recipe: Recipe) -> None:
    from safetensors.torch import save_file

    # One entry: safetensors writes several in varying order, and equal weights are equal files.
    told = {"trained_by": f"{recipe.name} {recipe.digest()}"}
    try:
        with replacing(path) as temporary:
            save_file(dict(weights), temporary, metadata=told)  # type: ignore[arg-type]
    except OSError as error:
        raise ProbeError(
            f"the weights could not be written ({error.strerror or error})",
            place=path,
            hint="Make room on the disk and run again with --resume: no epoch is repeated.",
        ) from error

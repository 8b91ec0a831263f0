"""A matrix of trainings: rows that differ in some settings of one recipe, each with several seeds.

name: margin
summary: what the angular margin does
recipe: arcface.demo        # a shipped recipe, or a file beside this one
seeds: [1, 2, 3]
rows:
none: {set: {objective.m2: 0.0}}
half: {set: {objective.m2: 0.5}}
half without helmets: {after: half, set: {data.helmets: 0.0}}

A row may state figures that someone else published for it, under the names that the table has, as
shares: `published: {mAP: 0.407, rank-1: 0.582}`; `published_in` of the matrix says where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, ValidationError, model_validator

from probe.backbones._training.recipe import Recipe
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe, shipped_recipes
from probe.backbones._training.recipe_part import RecipePart
from probe.errors import ProbeError, UsageError, YamlError
from probe.files.data_path import path_in_data
from probe.files.misfit import misfit_hint, misfit_text
from probe.files.places import is_file
from probe.files.strict_yaml import YamlFile
from probe.wording import Message, nearest, reason_of, refusal, wording_of

Metric = Literal["cosine", "euclidean"]


MOST_TRAININGS = 1000
"""Trainings of one matrix (ours: months of any machine; more is a slip of a list of seeds)."""


class Row(RecipePart):
    """A row: what it changes in the recipe, or in the row that it comes after.

    Attributes:
        set: settings by dotted name, as `--set` takes them.
        after: a row whose changes it has, too; null for the recipe as it is.
        published: figures that a source gives for this row, shares 0..1 by the names of the table.
    """

    set: dict[str, Any] = {}  # noqa: RUF012 - pydantic copies it
    after: str | None = None
    published: dict[str, Annotated[float, Field(ge=0, le=1)]] = {}  # noqa: RUF012 - as above


class Evaluated(RecipePart):
    """How rows are evaluated on the data sets of the command line; see `probe evaluate`.

    Attributes:
        rule, fit, flip: as there.
        metrics: what vectors are compared by.
        features: cards beside `card.yaml` that are evaluated, too, in the rows that have them.
    """

    rule: str = "market1501"
    metrics: Annotated[tuple[Metric, ...], Field(min_length=1)] = ("cosine",)
    features: tuple[str, ...] = ()
    fit: Literal["card", "letterbox", "stretch"] = "card"
    flip: bool = False


class Matrix(RecipePart):
    """A matrix; see the module.

    Attributes:
        name: of the matrix; its folder is `trainings/NAME`.
        summary: one line for people.
        recipe: what all rows start from.
        seeds: of every row.
        rows: by name, in the order of the table.
        evaluate: how rows are evaluated.
        published_in: where the figures that rows state as published stand, and on which data.
    """

    name: str
    summary: str
    recipe: str
    seeds: Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(min_length=1)]
    rows: Annotated[dict[Annotated[str, Field(pattern=r"^[\w .+-]+$")], Row], Field(min_length=1)]
    evaluate: Evaluated = Evaluated()
    published_in: str = ""

    @model_validator(mode="after")
    def _rows_come_after_rows(self) -> Matrix:
        if len(set(self.seeds)) < len(self.seeds):
            raise ValueError(wording_of().text("train-seed-twice"))
        if (count := len(self.rows) * len(self.seeds)) > MOST_TRAININGS:
            raise ValueError(
                wording_of().text("train-many-trainings", count=count, most=MOST_TRAININGS)
            )
        for name in self.rows:
            self.changes(name)
            if self.rows[name].published and not self.published_in:
                raise ValueError(wording_of().text("train-published-where", row=repr(name)))
        return self

    def changes(self, name: str) -> dict[str, Any]:
        """All settings that a row changes, those of the rows before it included.

        Raises:
            ValueError: rows that come after each other, or after none that there is.
        """
        chain: list[str] = []
        at: str | None = name
        while at is not None:
            if at not in self.rows:
                raise ValueError(
                    wording_of().text(
                        "train-row-after",
                        row=repr(name),
                        after=repr(at),
                        near=nearest(at, self.rows),
                    )
                )
            if at in chain:
                raise ValueError(wording_of().text("train-row-after-itself", row=repr(name)))
            chain.append(at)
            at = self.rows[at].after
        rows = [self.rows[before] for before in reversed(chain)]
        return {key: value for row in rows for key, value in row.set.items()}


class RowEvaluation(NamedTuple):
    """One evaluation of a row: data set, card beside `card.yaml` (empty for it), metric, label."""

    data: str
    feature: str
    metric: Metric
    label: str


def evaluations(how: Evaluated, data_sets: Sequence[str]) -> list[RowEvaluation]:
    """Every evaluation of a row; the label says of a figure what it is of.

    Args:
        how: of the matrix.
        data_sets: `FORM=DIR` of the command line.
    """
    return [
        RowEvaluation(
            data, feature, metric, ", ".join(filter(None, (data, feature, _unusual(metric))))
        )
        for data in data_sets
        for feature in ("", *how.features)
        for metric in how.metrics
    ]


def _unusual(metric: Metric) -> str:
    """A metric as a label names it: cosine is what figures are of unless said otherwise."""
    return "" if metric == "cosine" else metric


@dataclass(frozen=True)
class PlannedTraining:
    """A training of a matrix."""

    row: str
    seed: int
    recipe: Recipe

    @property
    def folder(self) -> Path:
        """Its folder, below the matrix's."""
        return Path("rows") / self.row.replace(" ", "_") / f"seed-{self.seed}"


def is_matrix(file: YamlFile) -> bool:
    """Whether a file is a matrix, not a recipe."""
    return isinstance(file.data, dict) and "rows" in file.data


def matrix_of(file: YamlFile) -> Matrix:
    """Check the data of a YAML file as a matrix.

    Raises:
        YamlError: something in it does not fit; the message names file and line.
    """
    try:
        return Matrix.model_validate(file.data)
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(first["loc"])
        message = misfit_text(first, ".".join(str(part) for part in where))
        keys = (Row if where[:1] == ("rows",) else Matrix).model_fields
        hint = misfit_hint(first, keys) or Message("train-matrix-keys", {"keys": tuple(keys)})
        raise refusal(
            YamlError,
            Message("train-matrix-misfit", {"misfit": message}),
            place=file.place(where),
            hint=hint,
        ) from None


def planned(matrix: Matrix, file: YamlFile, settings: Mapping[str, Any]) -> list[PlannedTraining]:
    """Every training of a matrix, row by row, seed by seed.

    Args:
        matrix: what is asked for.
        file: it is from; recipes are looked for beside it.
        settings: of the command line, for all rows.

    Raises:
        YamlError: a row that changes a setting that there is not, or to a value that does not fit.
    """
    recipe = _recipe(matrix, file)
    trainings = []
    for row in matrix.rows:
        for seed in matrix.seeds:
            name = f"{recipe.name}.{row.replace(' ', '_')}.seed{seed}"
            changes = {**settings, **matrix.changes(row), "seed": seed, "name": name}
            try:
                trainings.append(PlannedTraining(row, seed, with_changes(recipe, changes)))
            except UsageError as error:
                place = file.place(("rows", row))
                raise refusal(
                    YamlError,
                    Message("train-matrix-row", {"row": repr(row), "reason": reason_of(error)}),
                    place=place,
                    hint=error.hint,
                ) from None
    return trainings


def _recipe(matrix: Matrix, file: YamlFile) -> Recipe:
    """What all rows start from: a shipped recipe, or a file beside the matrix or below."""
    if matrix.recipe in shipped_recipes():
        return load_recipe(shipped_recipes()[matrix.recipe])
    place = file.place(("recipe",))
    beside = path_in_data(file.path.parent, matrix.recipe, YamlError, place)
    if not is_file(beside):
        raise refusal(
            YamlError,
            Message("train-no-matrix-recipe", {"recipe": repr(matrix.recipe)}),
            place=place,
            hint=nearest(matrix.recipe, shipped_recipes()),
        )
    return load_recipe(beside)


def shared_stages(training: PlannedTraining, trainings: list[PlannedTraining]) -> int:
    """How many of a training's first stages another one has, too; 0 for none."""
    recipe = training.recipe
    for count in range(len(recipe.stages), 0, -1):
        digest = recipe.stage_digest(count - 1)
        alike = [
            other
            for other in trainings
            if len(other.recipe.stages) >= count and other.recipe.stage_digest(count - 1) == digest
        ]
        if len(alike) > 1:
            return count
    return 0


def failure_text(error: Exception) -> str:
    """An error as one line of a table."""
    text = error.message if isinstance(error, ProbeError) else f"{type(error).__name__}: {error}"
    return " ".join(text.split())

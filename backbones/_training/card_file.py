"""The card files of a training: what must be known to use its weights (`--backbone card.yaml`)."""

from __future__ import annotations

from typing import Any

import numpy as np
from torch import nn

from probe.backbones._training.recipe import Recipe
from probe.backbones._training.registry import architecture_named
from probe.backbones._training.table import TrainingTable
from probe.wording import Message, Value, languages, wording_of


def backbone_card(
    recipe: Recipe,
    number: int,
    weights: str,
    table: TrainingTable,
    network: nn.Module,
    card: str = "",
) -> str:
    """The text of the card file of a backbone.

    Args:
        recipe: what was trained.
        number: of the stage after which.
        weights: name of the weights file beside the card file.
        table: what was learnt from.
        network: the backbone.
        card: that it changes; unless named, the architecture's own.
    """
    stage = recipe.stages[number]
    sizing, normalisation = stage.sizing, stage.shown.normalisation
    return _text(
        {
            "backbone": card or architecture_named(recipe.architecture).card,
            "weights": weights,
            "tag": _tag(recipe, number),
            "summary": recipe.summary,
            "input_size": list(sizing.size),
            "mean": list(normalisation.mean),
            "std": list(normalisation.std),
            "interpolation": sizing.interpolation,
            "fit": sizing.fit,
            "feature": recipe.network.feature(),
            "training_data": _learnt_from(recipe, number, table),
            "licence": Message("card-licence-yours"),
            "source": _source(recipe, number),
            "options": {**recipe.network.options(), **recipe.network.options_of(network)},
        }
    )


def _learnt_from(recipe: Recipe, number: int, table: TrainingTable) -> Message:
    """How much was learnt from; where stages drew from a target, also from what to what."""
    stages = recipe.stages[: number + 1]
    counts: dict[str, Value] = {
        "pictures": int((~table.target).sum()),
        "people": table.classes if any(s.objective.by_identity for s in stages) else None,
        "rendered": recipe.data.renders,
    }
    learnt = Message("card-data-trained", counts)
    drawn = [stage.sampler.chosen(table) for stage in stages]
    adapted = table.target & np.logical_or.reduce(drawn)
    if not adapted.any():
        return learnt
    source, target = (_set_names(table.only(part)) for part in (~table.target, adapted))
    count = int(adapted.sum())
    values: dict[str, Value] = {
        "learnt": learnt,
        "source": source,
        "target": target,
        "pictures": count,
    }
    return Message("card-data-adapted", values)


def _set_names(table: TrainingTable) -> str:
    return ", ".join(dict.fromkeys(name.partition("#")[0] for name in table.set_names))


def network_card(recipe: Recipe, number: int, name: str, weights: str) -> str:
    """The text of the card file of a network that is no backbone, for whoever builds on it."""
    return _text(
        {
            "network": name,
            "architecture": recipe.architecture,
            "weights": weights,
            "summary": recipe.summary,
            "objective": recipe.stages[number].objective.kind,
            "source": _source(recipe, number),
            "options": recipe.network.options(),
        }
    )


def _tag(recipe: Recipe, number: int) -> str:
    """The recipe's name after its architecture; of an earlier stage with the stage's name."""
    tag = recipe.name.partition(".")[2] or recipe.name
    last = number == len(recipe.stages) - 1
    return tag if last else f"{tag}.{recipe.stages[number].name}"


def _source(recipe: Recipe, number: int) -> str:
    stage = f", stage {recipe.stages[number].name}" if len(recipe.stages) > 1 else ""
    return f"probe train, recipe {recipe.name}{stage}, digest {recipe.digest()}"


def _text(content: dict[str, Any]) -> str:
    """A card file: what is in words stands there in every language there is."""
    import yaml

    written = {key: _in_every_language(value) for key, value in content.items()}
    return yaml.safe_dump(written, sort_keys=False, allow_unicode=True, default_flow_style=None)


def _in_every_language(value: object) -> object:
    """A message as texts by language, and texts in one language as a text."""
    if isinstance(value, Message):
        value = {language: wording_of(language)(value) for language in languages()}
    return value["en"] if isinstance(value, dict) and set(value) == {"en"} else value

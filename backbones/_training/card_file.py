"""The card file of a training: what must be known to use its weights (`--backbone card.yaml`)."""

from __future__ import annotations

from probe.backbones._training.augmentation import Resize, ResizedCrop
from probe.backbones._training.recipe import IResNetShape, Recipe
from probe.backbones._training.rendered import RenderedTracks

TRAINED = "{architecture}_trained"
"""The card of an architecture that takes weights of any shape."""


def card_text(recipe: Recipe, weights: str, pictures: int, people: int) -> str:
    """The text of a card file.

    Args:
        recipe: what was trained.
        weights: name of the weights file beside the card file.
        pictures: how many were learnt from.
        people: of how many identities.
    """
    import yaml

    told = {
        "backbone": TRAINED.format(architecture=recipe.architecture),
        "weights": weights,
        "tag": recipe.name.partition(".")[2] or recipe.name,
        "summary": recipe.summary,
        "input_size": list(recipe.steps.size),
        "mean": list(recipe.steps.normalisation.mean),
        "std": list(recipe.steps.normalisation.std),
        "interpolation": _sizing(recipe).interpolation,
        "fit": _fit(recipe),
        "feature": _feature(recipe),
        "training_data": _data(recipe, pictures, people),
        "source": f"probe train, recipe {recipe.name}, digest {recipe.digest()}",
        "options": options(recipe),
    }
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, default_flow_style=None)


def options(recipe: Recipe) -> dict[str, str | int]:
    """The shape of a recipe's network as a card's options (see `narrow.network_of`)."""
    shape = recipe.network
    told: dict[str, str | int] = {
        "blocks": "-".join(map(str, shape.blocks)),
        "widths": "-".join(map(str, shape.widths)),
    }
    if isinstance(shape, IResNetShape):
        told["dimension"] = shape.dimension
    else:
        told["last_stride"] = shape.last_stride
    return told


def _sizing(recipe: Recipe) -> Resize | ResizedCrop:
    sized = (step for step in recipe.augmentation if isinstance(step, Resize | ResizedCrop))
    return next(sized)


def _fit(recipe: Recipe) -> str:
    sizing = _sizing(recipe)
    return sizing.fit if isinstance(sizing, Resize) else "stretch"


def _feature(recipe: Recipe) -> str:
    if isinstance(recipe.network, IResNetShape):
        return f"{recipe.network.dimension}-d, after the linear layer and its batch norm"
    return f"global average of the last map, {4 * recipe.network.widths[-1]}-d"


def _data(recipe: Recipe, pictures: int, people: int) -> str:
    kind = "pictures of rendered people" if isinstance(recipe.data, RenderedTracks) else "pictures"
    return f"{pictures:,} {kind} in {people:,} folders"

"""Rendered people: exact factors, masks, part maps and keypoints, from numbers alone.

`render` makes one picture, `render_many` many on all cores, `SceneCache` keeps them. Nothing heavy
is imported before the first picture is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from probe.scenes.cache import SceneCache
from probe.scenes.identity import Identity, identity
from probe.scenes.piece import PARTS
from probe.scenes.recipe import (
    BACKGROUNDS,
    CLOTHES,
    DOMAINS,
    OUTFITS,
    POSES,
    RENDERER_VERSION,
    SceneRecipe,
)
from probe.scenes.scene import Scene
from probe.scenes.skeleton import KEYPOINTS

__all__ = [
    "BACKGROUNDS",
    "CLOTHES",
    "DOMAINS",
    "KEYPOINTS",
    "OUTFITS",
    "PARTS",
    "POSES",
    "RENDERER_VERSION",
    "Identity",
    "Scene",
    "SceneCache",
    "SceneRecipe",
    "identity",
    "render",
    "render_many",
]


def render(recipe: SceneRecipe) -> Scene:
    """Render one picture; equal recipes give equal scenes, on every run and in every process."""
    from probe.scenes.picture import render as draw

    return draw(recipe)


def render_many(
    recipes: Iterable[SceneRecipe],
    *,
    workers: int | None = None,
    cache: SceneCache | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Scene]:
    """Render many pictures on all cores, in the order given; see `probe.scenes.crowd`."""
    from probe.scenes.crowd import render_many as draw

    return draw(recipes, workers=workers, cache=cache, progress=progress)

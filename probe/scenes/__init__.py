"""Rendered people: exact factors, masks, part maps and keypoints, from numbers alone.

`render` makes one picture, `render_many` many on all cores, `SceneCache` keeps them,
`write_data_set` writes a folder of them. Nothing else of this package is for others, and nothing
heavy is imported before the first picture is asked for.

What the numbers in here rest on: the conditions (distances, heights, orientations, clothes, panel,
monitor) are the paper's (Yoshida et al.); bodies, cloth, light, sensor and gait are our choices,
drawn until two networks trained on photographs (OSNet x0.25 of MSMT17 and of Market-1501) gave
rendered people the cosines that they give real ones: 0.81 to 0.73 over turns of 45 to 180 degrees
against 0.78 to 0.69 of photographs, strangers 0.51 against 0.51 (`benchmarks/scenes_realism.txt`).
Whoever changes one of them raises `RENDERER_VERSION` and runs that benchmark again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from probe.cluster import Executor
from probe.scenes.cache import SceneCache
from probe.scenes.dataset import DatasetPlan, DatasetSummary, write_data_set
from probe.scenes.piece import PARTS
from probe.scenes.recipe import SceneRecipe
from probe.scenes.scene import Scene
from probe.scenes.skeleton import KEYPOINTS

__all__ = [
    "KEYPOINTS",
    "PARTS",
    "DatasetPlan",
    "DatasetSummary",
    "Scene",
    "SceneCache",
    "SceneRecipe",
    "render",
    "render_many",
    "write_data_set",
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
    nodes: Executor | None = None,
) -> Iterator[Scene]:
    """Render many pictures on all cores, in the order given; see `probe.scenes.crowd`."""
    from probe.scenes.crowd import render_many as draw

    return draw(recipes, workers=workers, cache=cache, progress=progress, nodes=nodes)

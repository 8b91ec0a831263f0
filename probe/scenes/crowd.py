"""Many scenes at once: on all cores or nodes, in order, from the cache where it has them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from queue import SimpleQueue

from probe.cluster import Executor, Here, Threads
from probe.cores import cores
from probe.errors import ProbeError
from probe.scenes.cache import SceneCache
from probe.scenes.recipe import SceneRecipe
from probe.scenes.scene import Scene
from probe.scenes.worker import Worker
from probe.wording import Message, refusal

Progress = Callable[[int], None]
"""Called with the number of scenes handed over so far."""

WINDOW = 480
"""Recipes looked at together, so that those of one figure are rendered after one another: building
a figure costs more than drawing it (ours: more would delay the first picture)."""

BATCH = 12
"""Most pictures of one figure given to a worker at once (ours: a figure with
more pictures is then built by several workers, and none keeps the others waiting)."""

ALONE = 4
"""So few pictures are rendered in this process: a worker takes over a second to start."""


def render_many(
    recipes: Iterable[SceneRecipe],
    *,
    workers: int | None = None,
    cache: SceneCache | None = None,
    progress: Progress | None = None,
    nodes: Executor | None = None,
) -> Iterator[Scene]:
    """Scenes of recipes in the order given, the same for any number of workers.

    Args:
        recipes: what to render; read in windows of `WINDOW`.
        workers: processes to use, each of at most about 300 MB; None takes one a core, 1 renders
            in this process.
        cache: scenes are taken from here where it has them, and kept in it.
        progress: told how many scenes have been handed over.
        nodes: of a cluster, which render; None: processes of this machine do.

    Raises:
        ProbeError: `workers` is not positive, or a rendering process ended early.
    """
    if workers is not None and workers < 1:
        raise refusal(
            ProbeError,
            Message("scenes-workers", {"workers": str(workers)}),
            place="workers",
            hint=Message("scenes-one-or-more"),
        )
    team = _Team(workers or cores()) if nodes is None else _Nodes(nodes)
    return _in_windows(iter(recipes), team, cache, progress)


def _in_windows(
    recipes: Iterator[SceneRecipe],
    team: _Team | _Nodes,
    cache: SceneCache | None,
    progress: Progress | None,
) -> Iterator[Scene]:
    done = 0
    with closing(team):
        while window := list(islice(recipes, WINDOW)):
            with closing(_window(window, team, cache)) as scenes:
                for scene in scenes:
                    done += 1
                    if progress is not None:
                        progress(done)
                    yield scene


def _window(
    window: Sequence[SceneRecipe], team: _Team | _Nodes, cache: SceneCache | None
) -> Generator[Scene, None, None]:
    kept = [None if cache is None else cache.get(recipe) for recipe in window]
    missing = [recipe for recipe, scene in zip(window, kept, strict=True) if scene is None]
    with closing(_rendered(missing, team)) as rendered:
        for n, scene in enumerate(kept):
            if scene is None:
                scene = next(rendered)
                if cache is not None:
                    cache.put(window[n], scene)
            kept[n] = None
            yield scene


def _rendered(recipes: Sequence[SceneRecipe], team: _Team | _Nodes) -> Generator[Scene, None, None]:
    """The scenes of recipes, in their order; those of a figure are rendered after one another."""
    executor = team.executor(len(recipes))
    groups = batches(recipes, executor.size)
    asked = (Shots(tuple(recipes[n] for n in group)) for group in groups)
    waiting: dict[int, Scene] = {}
    handed = 0
    for group, scenes in zip(
        groups, executor.ordered(team.render, asked, 2 * executor.size), strict=True
    ):
        waiting.update(zip(group, scenes, strict=True))
        while handed in waiting:
            yield waiting.pop(handed)
            handed += 1


@dataclass(frozen=True)
class Shots:
    """Pictures of one figure that are rendered after one another.

    Attributes:
        recipes: at least one.
    """

    recipes: tuple[SceneRecipe, ...]

    def __str__(self) -> str:
        return f"p{self.recipes[0].identity:03d}"


class _Nodes:
    """Nodes of a cluster."""

    def __init__(self, nodes: Executor) -> None:
        self._nodes = nodes
        self.render = rendered_each

    def executor(self, count: int) -> Executor:
        """What does the work; a few scenes are rendered here sooner."""
        return self._nodes if count > ALONE else Here()

    def close(self) -> None:
        """Nodes stay."""


class _Team:
    """Worker processes, started when there is enough to do for them."""

    def __init__(self, workers: int) -> None:
        self._size = workers
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._workers: list[Worker] = []

    def executor(self, count: int) -> Executor:
        """What does the work: a thread for each worker, or one that renders by itself."""
        if self._size == 1 or (count <= ALONE and not self._workers):
            return Here()
        if not self._workers:
            self._enlist()
        return Threads(self._size)

    def render(self, shots: Shots) -> list[Scene]:
        """The scenes of recipes, by a worker where there are any."""
        if not self._workers:
            return rendered_each(shots)
        worker = self._free.get()
        try:
            return [worker.render(recipe) for recipe in shots.recipes]
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.close()

    def _enlist(self) -> None:
        from probe.scenes.picture import render

        # The first compilation is written to disk here once instead of in every worker.
        render(SceneRecipe(0, distance=8.0))
        for _ in range(self._size):
            self._workers.append(Worker())
            self._free.put(self._workers[-1])


def rendered_each(shots: Shots) -> list[Scene]:
    """The scenes of recipes, rendered in this process."""
    from probe.scenes.picture import render

    return [render(recipe) for recipe in shots.recipes]


def batches(recipes: Sequence[SceneRecipe], workers: int) -> list[list[int]]:
    """Indices of recipes grouped by figure, in the order of their first appearance.

    A figure's recipes stay together; groups are cut into at most `BATCH`, or smaller where there
    are too few groups to keep all workers busy.
    """
    groups: dict[tuple[int, str, bool, str], list[int]] = {}
    for n, recipe in enumerate(recipes):
        key = (recipe.identity, recipe.clothes, recipe.wears_helmet, recipe.carries)
        groups.setdefault(key, []).append(n)
    size = max(1, min(BATCH, -(-len(recipes) // (2 * workers))))
    return [g[k : k + size] for g in groups.values() for k in range(0, len(g), size)]

"""Many scenes at once: on all cores, in order, from the cache where it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from itertools import islice
from queue import SimpleQueue

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
) -> Iterator[Scene]:
    """Scenes of recipes in the order given, the same for any number of workers.

    Args:
        recipes: what to render; read in windows of `WINDOW`.
        workers: processes to use, each of at most about 300 MB; None takes one a core, 1 renders
            in this process.
        cache: scenes are taken from here where it has them, and kept in it.
        progress: told how many scenes have been handed over.

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
    return _in_windows(iter(recipes), workers or cores(), cache, progress)


def _in_windows(
    recipes: Iterator[SceneRecipe],
    workers: int,
    cache: SceneCache | None,
    progress: Progress | None,
) -> Iterator[Scene]:
    done = 0
    with closing(_Team(workers)) as team:
        while window := list(islice(recipes, WINDOW)):
            for scene in _window(window, team, cache):
                done += 1
                if progress is not None:
                    progress(done)
                yield scene


def _window(
    window: Sequence[SceneRecipe], team: _Team, cache: SceneCache | None
) -> Iterator[Scene]:
    kept = [None if cache is None else cache.get(recipe) for recipe in window]
    missing = [n for n, scene in enumerate(kept) if scene is None]
    pending = team.start([window[n] for n in missing])
    waiting = dict(zip(missing, pending, strict=True))
    for n, scene in enumerate(kept):
        if scene is None:
            scene = waiting.pop(n)()
            if cache is not None:
                cache.put(window[n], scene)
        kept[n] = None
        yield scene


class _Team:
    """Worker processes, started when there is enough to do for them."""

    def __init__(self, workers: int) -> None:
        self._size = workers
        self._threads: ThreadPoolExecutor | None = None
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._workers: list[Worker] = []

    def start(self, recipes: Sequence[SceneRecipe]) -> list[Callable[[], Scene]]:
        """Begin to render; each returned call waits for its scene."""
        if self._size == 1 or (len(recipes) <= ALONE and self._threads is None):
            return [_Later(recipe) for recipe in recipes]
        if self._threads is None:
            self._enlist()
        assert self._threads is not None
        out: list[Callable[[], Scene]] = [_never] * len(recipes)
        for batch in batches(recipes, self._size):
            job = self._threads.submit(self._render, [recipes[n] for n in batch])
            for place, n in enumerate(batch):
                out[n] = _Part(job, place)
        return out

    def _enlist(self) -> None:
        from probe.scenes.picture import render

        # The first compilation is written to disk here once instead of in every worker.
        render(SceneRecipe(0, distance=8.0))
        self._threads = ThreadPoolExecutor(self._size)
        for _ in range(self._size):
            self._workers.append(Worker())
            self._free.put(self._workers[-1])

    def _render(self, recipes: list[SceneRecipe]) -> list[Scene]:
        worker = self._free.get()
        try:
            return [worker.render(recipe) for recipe in recipes]
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """End all processes; jobs not begun are dropped."""
        if self._threads is not None:
            self._threads.shutdown(wait=True, cancel_futures=True)
        for worker in self._workers:
            worker.close()


class _Later:
    """A scene rendered in this process when it is asked for."""

    def __init__(self, recipe: SceneRecipe) -> None:
        self._recipe = recipe

    def __call__(self) -> Scene:
        from probe.scenes.picture import render

        return render(self._recipe)


class _Part:
    """One scene of a batch."""

    def __init__(self, job: Future[list[Scene]], place: int) -> None:
        self._job, self._place = job, place

    def __call__(self) -> Scene:
        return self._job.result()[self._place]


def _never() -> Scene:
    raise AssertionError("every recipe belongs to a batch")


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

"""Pictures to vectors: decoding in threads beside the network, known vectors from the cache."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, Pictures, Vectors
from probe.contracts.vector_error import of_picture
from probe.embedding.fitted import Preparation, Prepare, fitted_pictures
from probe.embedding.key import key_of_ours
from probe.embedding.loaded import ModelKey
from probe.errors import BackboneError, ComparisonError, VectorError
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, refusal

_ASKED = 1000
"""Vectors that are asked of the cache at a time, and rows checked at a time (ours: some MB, so that
no second copy of all vectors is made)."""

Progress = Callable[[int, int], None]


class Cache(Protocol):
    """Where vectors are kept between runs (see `probe.embedding.vector_cache.VectorCache`)."""

    def get(self, space: str, images: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        """The vectors there are, by image id."""
        ...

    def put(self, space: str, label: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep a batch."""
        ...


@dataclass(frozen=True, eq=False)
class Embeddings:
    """The vectors of a set of pictures by one backbone.

    Attributes:
        ids: image ids, each once.
        vectors: `float32 (n, d)`, finite, none of them zero; read-only.

    Raises:
        ComparisonError: sizes that do not fit, or an id that stands twice.
        BackboneError: a vector that is zero or not finite; the message names the picture.
    """

    ids: tuple[str, ...]
    vectors: NDArray[np.float32]

    def __post_init__(self) -> None:
        if self.vectors.ndim != 2 or len(self.ids) != len(self.vectors):
            raise ComparisonError(
                f"{len(self.ids)} pictures but vectors of shape {self.vectors.shape}"
            )
        if len(set(self.ids)) != len(self.ids):
            raise ComparisonError("a picture stands twice among the embeddings")
        check_vectors(self._named, self.vectors)
        self.vectors.setflags(write=False)

    def _named(self, at: int) -> Message:
        return Message("embedding-picture-id", {"id": self.ids[at]})

    @cached_property
    def row(self) -> Mapping[str, int]:
        """Image id -> row of `vectors`."""
        return {image: index for index, image in enumerate(self.ids)}


@dataclass(frozen=True)
class EmbeddingTally:
    """How vectors or scores came about.

    Attributes:
        embedded: pictures the model was run on.
        cached: pictures that the cache knew all about.
        seconds: spent.
        pairs: pairs scored, by a pair scorer.
    """

    embedded: int
    cached: int
    seconds: float
    pairs: int = 0


@dataclass(frozen=True)
class EmbeddingTask:
    """One backbone over pictures prepared in one way.

    Attributes:
        backbone: the loaded backbone.
        fitting: how pictures become its input.
        variant: mask variant.
        prepare: done to a picture before fitting; None for nothing.
        prepare_digest: text that changes whenever `prepare` would.
        key: what stands for the backbone in keys (see `probe.embedding.key`); None: nothing is
            kept of code that is not ours.
    """

    backbone: Backbone
    fitting: Fitting
    variant: str = "unmasked"
    prepare: Prepare | None = None
    prepare_digest: str = ""
    key: ModelKey | None = None

    @property
    def space(self) -> str:
        """Key of everything but the picture that can change a vector; empty: nothing is kept."""
        key = self.key or key_of_ours(self.backbone)
        return key.space(self.fitting, self.prepare_digest)

    @property
    def label(self) -> str:
        """The task in words, for people who look into the cache."""
        return f"{self.backbone.card.name}, {self.fitting.digest()}, {self.variant}"


Batch = Sequence[ImageRecord]

VectorsOf = Callable[[EmbeddingTask, Sequence[Batch]], Iterator[Vectors]]
"""Computes the vectors of batches, in their order, as `vectors_of_batch` gives them."""


def embed(
    task: EmbeddingTask,
    records: Iterable[ImageRecord],
    cache: Cache | None = None,
    progress: Progress | None = None,
    workers: int = 4,
    vectors_of: VectorsOf | None = None,
) -> tuple[Embeddings, EmbeddingTally]:
    """The vectors of all pictures of `records`, each picture once.

    Args:
        task: backbone, fitting, masking.
        records: pictures; those with the same image id are embedded once.
        cache: asked first, and given every batch as it is made, where the task has a key.
        progress: told (pictures done, all).
        workers: threads that decode beside the network.
        vectors_of: where vectors are computed; None: by the network of the task, here.

    Raises:
        PictureError: a picture can no longer be read.
        BackboneError: a vector is not finite, is zero, or has the wrong shape.
    """
    start = time.perf_counter()
    unique = {record.image_id: record for record in records}
    table = _Table(tuple(unique), task.backbone.card.name)
    space = task.space
    if cache and space:
        for at in range(0, len(table.ids), _ASKED):
            table.fill(cache.get(space, table.ids[at : at + _ASKED]))
    todo = [record for image, record in unique.items() if not table.is_filled[table.row[image]]]
    done, size = len(unique) - len(todo), task.backbone.batch
    if progress:
        progress(done, len(unique))
    batches = [todo[at : at + size] for at in range(0, len(todo), size)]
    made = vectors_of(task, batches) if vectors_of else _made_here(task, batches, workers)
    for batch, vectors in zip(batches, made, strict=True):
        fresh = {r.image_id: vector for r, vector in zip(batch, vectors, strict=True)}
        if cache and space:
            cache.put(space, task.label, fresh)
        table.fill(fresh)
        done += len(batch)
        if progress:
            progress(done, len(unique))
    tally = EmbeddingTally(len(todo), len(unique) - len(todo), time.perf_counter() - start)
    return Embeddings(table.ids, table.vectors), tally


class _Table:
    """Vectors of pictures in one array, allocated with the first of them: no copy is ever held."""

    def __init__(self, ids: tuple[str, ...], backbone: str) -> None:
        self.ids = ids
        self.row = {image: index for index, image in enumerate(ids)}
        self.is_filled = np.zeros(len(ids), bool)
        self.vectors = np.zeros((0, 1), np.float32)
        self._backbone = backbone

    def fill(self, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        for image, vector in vectors.items():
            if not self.vectors.size:
                self.vectors = np.empty((len(self.ids), len(vector)), np.float32)
            if len(vector) != self.vectors.shape[1]:
                raise refusal(
                    BackboneError,
                    Message(
                        "embedding-two-lengths",
                        {"first": self.vectors.shape[1], "second": len(vector)},
                    ),
                    place=self._backbone,
                    hint=Message("embedding-one-length"),
                )
            self.vectors[self.row[image]] = vector
            self.is_filled[self.row[image]] = True


def check_vectors(name_of: Callable[[int], Message], vectors: NDArray[np.float32]) -> None:
    """Refuse vectors that are not finite or have no length.

    Args:
        name_of: a picture, as a message says it: `picture 3f2a (a/b.jpg)`.
        vectors: `float32 (n, d)`.

    Raises:
        BackboneError: the message names the first such picture.
    """
    finite, alive = np.empty(len(vectors), bool), np.empty(len(vectors), bool)
    for at in range(0, len(vectors), _ASKED):
        part = vectors[at : at + _ASKED]
        finite[at : at + _ASKED] = np.isfinite(part).all(axis=1)
        alive[at : at + _ASKED] = (part != 0).any(axis=1)
    alive &= finite
    if alive.all():
        return
    first = int(np.argmin(alive))
    fault = "zero" if finite[first] else "not-finite"
    count = int((~alive).sum())
    picture = name_of(first)
    raise refusal(
        BackboneError,
        Message("embedding-vector-unusable", {"picture": picture, "fault": fault, "count": count}),
        hint=Message("embedding-needs-length"),
    )


def vectors_of_batch(backbone: Backbone, batch: Batch, pictures: Pictures) -> Vectors:
    """The vectors of a batch, held against what a study needs of them.

    Args:
        backbone: the network.
        batch: the records of the pictures.
        pictures: `uint8 (n, h, w, 3)` at the input size of the network.

    Raises:
        BackboneError: a vector is not finite, is zero, or has the wrong shape.
    """

    def name_of(at: int) -> Message:
        named = {"id": batch[at].image_id[:12], "source": batch[at].source}
        return Message("embedding-picture", named)

    try:
        vectors = np.asarray(backbone.embed(pictures))
    except VectorError as error:
        if isinstance(error.picture, int) and error.picture < len(batch):
            raise of_picture(error, name_of(error.picture)) from None
        raise
    if vectors.ndim != 2 or len(vectors) != len(pictures) or not vectors.shape[1]:
        raise refusal(
            BackboneError,
            Message(
                "embedding-array-shape", {"pictures": len(pictures), "shape": str(vectors.shape)}
            ),
            place=backbone.card.name,
            hint=Message("embedding-embed-returns"),
        )
    check_vectors(name_of, vectors)
    return vectors.astype(np.float32, copy=False)


def _made_here(task: EmbeddingTask, batches: Sequence[Batch], workers: int) -> Iterator[Vectors]:
    """Vectors by the network of a task, the pictures of the next batches decoded beside it."""
    preparation = Preparation(task.fitting, task.prepare)
    records = [record for batch in batches for record in batch]
    fitted = fitted_pictures(preparation, records, workers, ahead=2 * task.backbone.batch)
    for batch in batches:
        pictures = np.stack([picture for _, picture in islice(fitted, len(batch))])
        yield vectors_of_batch(task.backbone, batch, pictures)

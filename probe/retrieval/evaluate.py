"""Retrieval figures of backbones on a re-identification data set, under a named rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from probe.cluster.ray_nodes import RayNodes
from probe.contracts import Backbone, Reporter
from probe.embedding.choice import Choice
from probe.embedding.embed import Cache, Embeddings, EmbeddingTask, embed
from probe.embedding.failure import ModelFailure, failure_of, open_each
from probe.embedding.fitted import Prepare
from probe.embedding.known_models import known_or_loaded
from probe.embedding.loaded import Loaded, ModelKey
from probe.embedding.on_nodes import OnNodes, on_cluster
from probe.embedding.pairs_on_nodes import PairsOnNodes
from probe.embedding.registry import find_all
from probe.embedding.same_weights import same_weights
from probe.embedding.setup_faults import is_setup_fault, spread, vector_faults
from probe.errors import BackboneError
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord
from probe.pictures.labelled import ReidData
from probe.retrieval.figures import (
    Retrieval,
    check_right_answers,
    cosine_distance_blocks,
    euclidean_distance_blocks,
    evaluate_blocks,
    unit_rows,
)
from probe.retrieval.pair_scoring import TOP, PairRetrieval
from probe.retrieval.parts import RetrievalParts, read_parts
from probe.retrieval.request import EvaluationRequest
from probe.retrieval.rerank import reranked_blocks
from probe.retrieval.rules import Labels, rule_named
from probe.wording import Message, Value, refusal, wording_of

if TYPE_CHECKING:
    import pandas as pd

MAX_RANK = 50
"""Ranks of the CMC curve, as torchreid and fast-reid keep."""

REPORTED_BROKEN = 10
"""So many unreadable pictures are named while it runs (ours: a screenful); the result lists all of
them."""

MOST_LOOKED_AT = 4_000
"""Pictures whose vectors are looked at for faults of the set-up (ours: some MB in float64)."""

RANKS = (1, 5, 10, 20)
"""Ranks of the CMC curve that tables show, as the field does."""

K1, K2, WEIGHT = 20, 6, 0.3
"""Re-ranking as in Zhong et al. (CVPR 2017), section 4.2, for Market-1501."""


Singles = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class BackboneFigures:
    """The figures of one backbone by one way of comparing.

    Attributes:
        backbone: its name.
        distance: what pictures were compared by.
        retrieval: the figures.
    """

    backbone: str
    distance: Message
    retrieval: Retrieval


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The figures of an evaluation.

    Attributes:
        data: the data set as it was used.
        request: what was asked for.
        results: one entry a backbone and distance, in the order they were asked for.
        faults: backbones that are not set up as they should be, whose figures say nothing of them,
            and those that are the same model under another name.
        failures: backbones that could not finish, and have no figures.
    """

    data: ReidData
    request: EvaluationRequest
    results: tuple[BackboneFigures, ...]
    faults: tuple[Message, ...] = ()
    failures: tuple[ModelFailure, ...] = ()

    def __repr__(self) -> str:
        names = ", ".join(dict.fromkeys(figures.backbone for figures in self.results))
        counts = f"{len(self.data.query)} queries, {len(self.data.gallery)} gallery pictures"
        return f"<Evaluation of {names} on {self.data.name}: {counts}, rule {self.request.rule}>"

    @property
    def table(self) -> pd.DataFrame:
        """One row a result: backbone, distance, rule, queries, mAP, mINP and CMC at `RANKS`."""
        import pandas as pd

        return pd.DataFrame([_row(figures) for figures in self.results])

    @property
    def notes(self) -> list[str]:
        """What to read beside the figures: of the set-up, the data set, queries left out."""
        words = wording_of()
        notices = dict.fromkeys(f.retrieval.notice for f in self.results if f.retrieval.notice)
        faults = map(words, self.faults)
        return [*faults, *map(words.either, self.data.notes), *map(words, notices)]


def _row(figures: BackboneFigures) -> dict[str, str | int | float]:
    retrieval = figures.retrieval
    return {
        "backbone": figures.backbone,
        "distance": wording_of()(figures.distance),
        "rule": retrieval.rule,
        "queries": retrieval.queries - retrieval.dropped,
        "mAP": retrieval.mean_ap,
        "mINP": retrieval.mean_inp,
        **{f"rank{rank}": share_at_rank(retrieval, rank) for rank in RANKS},
    }


def share_at_rank(retrieval: Retrieval, rank: int) -> float:
    """Share 0..1 of the queries with a right answer up to a rank, or to the last there is."""
    return float(retrieval.cmc[min(rank, len(retrieval.cmc)) - 1])


def evaluate_data_set(
    request: EvaluationRequest,
    reporter: Reporter | None = None,
    cache: Cache | None = None,
    parts: RetrievalParts | None = None,
) -> Evaluation:
    """Retrieval figures of backbones on a data set.

    Args:
        request: what is asked for.
        reporter: told what is done; None for nobody.
        cache: vectors known from before, kept for later.
        parts: the request's data set, where it has been read before; a picture that has changed
            since is refused.

    Raises:
        ProbeError: the folder is another data set, no query has a right answer, ...
    """
    request.check()
    reporter = reporter or Reporter()
    choices = find_all(request.backbone_names)
    with on_cluster(request, reporter) as (asked, nodes):
        parts = parts or read_parts(request.data, reporter, request.cache_folder)
        check_right_answers(parts.query.labels, parts.gallery.labels, rule_named(request.rule))
        _report_notes(parts.data, reporter)
        return _evaluated(_Evaluation(parts, asked, reporter, cache, nodes), choices)


def _evaluated(evaluation: _Evaluation, choices: Sequence[Choice]) -> Evaluation:
    """The figures of all backbones."""
    parts, request, reporter = evaluation.parts, evaluation.request, evaluation.reporter
    results: list[BackboneFigures] = []
    models, failures = open_each(choices, evaluation.opened, reporter)
    same = same_weights((opened.name, opened.key) for opened in models)
    for note in same:
        reporter.step(note)
    for opened in models:
        try:
            results += evaluation.figures_of(opened)
        except BackboneError as error:
            if len(failures) == len(choices) - 1:
                raise
            failures.append(failure_of(opened.name, error))
            reporter.step(failures[-1].note)
    told = (*same, *evaluation.faults)
    return Evaluation(parts.data, request, tuple(results), told, tuple(failures))


@dataclass(frozen=True, eq=False)
class _Opened:
    """A model that is ready, and the backbone of its first stage if it is to have one."""

    loaded: Loaded
    first: Loaded | None = None

    @property
    def name(self) -> str:
        return self.loaded.name

    @property
    def key(self) -> ModelKey:
        return self.loaded.key


@dataclass(frozen=True, eq=False)
class SideVectors:
    """The vectors of one backbone.

    Attributes:
        backbone: its name.
        query: `(q, d)`, in the order of the query's labels.
        gallery: `(g, d)`, in the order of the gallery's labels.
    """

    backbone: str
    query: Singles
    gallery: Singles


def side_vectors(
    request: EvaluationRequest,
    parts: RetrievalParts,
    reporter: Reporter | None = None,
    cache: Cache | None = None,
) -> Iterator[SideVectors]:
    """The vectors that `evaluate_data_set` compares, backbone by backbone.

    Args:
        request: what is asked for; its data set is `parts`.
        parts: query and gallery, from `read_parts`.
        reporter: told what is done; None for nobody.
        cache: vectors known from before, kept for later.

    Raises:
        ProbeError: a backbone that cannot be opened, or that scores pairs and has no vectors.
    """
    request.check()
    with on_cluster(request, reporter or Reporter()) as (asked, nodes):
        evaluation = _Evaluation(parts, asked, reporter or Reporter(), cache, nodes)
        for choice in find_all(request.backbone_names):
            yield evaluation.vectors_of(choice)


def _report_notes(data: ReidData, reporter: Reporter) -> None:
    notes = list(data.notes)
    for picture in data.broken[:REPORTED_BROKEN]:
        values = {"picture": picture.path, "reason": picture.reason}
        notes.append(Message("data-picture-left-out", values))
    for note in notes:
        reporter.step(Message("retrieval-note", {"note": note}))


@dataclass(frozen=True, eq=False)
class _Evaluation:
    """What the backbones of an evaluation share."""

    parts: RetrievalParts
    request: EvaluationRequest
    reporter: Reporter
    cache: Cache | None
    nodes: RayNodes | None = None
    faults: list[Message] = field(default_factory=list)

    def opened(self, choice: Choice) -> _Opened:
        """A model that is loaded, before anything is computed with any.

        Raises:
            BackboneError: it cannot be loaded.
            UsageError: it scores pairs, and too many of them, or the first stage is none.
        """
        loaded = self._loaded(choice)
        if isinstance(loaded.model, Backbone):
            return _Opened(loaded)
        self.request.check_pair_scorer(choice.name)
        if not self.request.first_stage:
            return _Opened(loaded)
        (first,) = find_all([self.request.first_stage])
        backbone = self._loaded(first)
        if not isinstance(backbone.model, Backbone):
            raise refusal(
                BackboneError,
                Message("retrieval-first-scores-pairs", {"name": first.name}),
                hint=Message("retrieval-first-stage"),
            )
        return _Opened(loaded, backbone)

    def figures_of(self, opened: _Opened) -> list[BackboneFigures]:
        """The figures of one backbone or pair scorer."""
        model, name, first = opened.loaded.model, opened.name, opened.first
        if isinstance(model, Backbone):
            return self._of_vectors(name, *self._sides(opened.loaded, model))
        task = (model, opened.key, self.parts, self.request, self.reporter, self.cache)
        computed = None if self.nodes is None else PairsOnNodes(self.nodes, opened.loaded)
        pairs = PairRetrieval(*task, computed)
        if first is None:
            distance = Message("evaluate-every-pair", {"score": model.card.score})
            return [self._figures(name, distance, pairs.distances())]
        assert isinstance(first.model, Backbone)
        nearest = np.concatenate(list(self._distances(*self._sides(first, first.model))))
        stage: dict[str, Value] = {"score": model.card.score, "top": TOP, "backbone": first.name}
        # Figures overwrite what they are given, and the second stage needs it as it was.
        return [
            self._figures(first.name, self._compared_by(stage="first"), [nearest.copy()]),
            self._figures(
                name, Message("evaluate-second-stage", stage), pairs.second_stage(nearest)
            ),
        ]

    def vectors_of(self, choice: Choice) -> SideVectors:
        """The vectors of one backbone.

        Raises:
            BackboneError: it scores pairs.
        """
        loaded = self._loaded(choice)
        if not isinstance(loaded.model, Backbone):
            raise BackboneError(f"{choice.name} scores pairs of pictures and has no vectors")
        return SideVectors(choice.name, *self._sides(loaded, loaded.model))

    def _loaded(self, choice: Choice) -> Loaded:
        runtime = self.request.runtime
        model = known_or_loaded(choice, runtime)
        again = partial(choice.loaded, runtime)
        for note in choice.notes:
            self.reporter.step(note)
        key = choice.key_of(model, runtime)
        return Loaded(choice.name, model, key, choice.notes, again)

    def _sides(self, loaded: Loaded, backbone: Backbone) -> tuple[Singles, Singles]:
        """Vectors of the query and of the gallery; with flip, sums of two unit vectors."""
        ids, vectors = self._embedded(loaded, backbone)
        if self.request.flip:
            _, mirrored = self._embedded(loaded, backbone, "mirrored", _mirror)
            vectors = unit_rows(vectors) + unit_rows(mirrored)
        row = {image: index for index, image in enumerate(ids)}
        query, gallery = (
            vectors[[row[record.image_id] for record in side.records]]
            for side in (self.parts.query, self.parts.gallery)
        )
        return query, gallery

    def _embedded(
        self,
        loaded: Loaded,
        backbone: Backbone,
        variant: str = "unmasked",
        prepare: Prepare | None = None,
    ) -> tuple[tuple[str, ...], Singles]:
        fitting = Fitting.for_card(self.request.fit, backbone.card)
        digest = variant if prepare else ""
        task = EmbeddingTask(backbone, fitting, variant, prepare, digest, loaded.key)
        values = {"model": backbone.card.name, "mask": None}
        text = Message("progress-mirrored" if prepare else "progress-embedding", values)
        progress = self.reporter.progress(text, "pictures")
        threads = self.request.decoding_threads
        computed = None if self.nodes is None else OnNodes(self.nodes, loaded)
        embeddings, _ = embed(task, self.parts.records, self.cache, progress, threads, computed)
        if prepare is None:
            self._note_faults(backbone, embeddings)
        return embeddings.ids, embeddings.vectors

    def _note_faults(self, backbone: Backbone, embeddings: Embeddings) -> None:
        """Keep and tell what shows that a backbone is not set up as it should be."""
        looked_at = spread(self.parts.records, MOST_LOOKED_AT)
        faults = vector_faults(embeddings, looked_at)
        declared = [note for note in backbone.notes if is_setup_fault(note)]
        for fault in (*faults, *declared):
            values: dict[str, Value] = {"model": backbone.card.name, "fault": fault}
            self.faults.append(Message("headline-setup", values))
            self.reporter.step(self.faults[-1])

    def _of_vectors(self, name: str, query: Singles, gallery: Singles) -> list[BackboneFigures]:
        distance = self._compared_by(flip=self.request.flip)
        results = [self._figures(name, distance, self._distances(query, gallery))]
        if self.request.rerank:
            blocks = reranked_blocks(query, gallery, K1, K2, WEIGHT)
            numbers = {"k1": K1, "k2": K2, "weight": WEIGHT}
            distance = Message("evaluate-reranked", {"compared": distance, **numbers})
            results.append(self._figures(name, distance, blocks))
        return results

    def _compared_by(self, *, flip: bool = False, stage: str = "only") -> Message:
        """What vectors are compared by."""
        how = {"distance": self.request.distance, "flip": flip, "stage": stage}
        return Message("evaluate-vectors", how)

    def _distances(self, query: Singles, gallery: Singles) -> Iterator[NDArray[np.floating]]:
        """Blocks of distances between the vectors of both sides."""
        if self.request.distance == "cosine":
            yield from cosine_distance_blocks(unit_rows(query), unit_rows(gallery))
        else:
            yield from euclidean_distance_blocks(query, gallery)

    def _figures(
        self, name: str, distance: Message, blocks: Iterable[NDArray[np.floating]]
    ) -> BackboneFigures:
        return BackboneFigures(name, distance, evaluate_blocks(blocks, *self._rule))

    @property
    def _rule(self) -> tuple[Labels, Labels, str, int, int]:
        """What the figures are counted by, as `evaluate_blocks` takes it."""
        labels = self.parts.query.labels, self.parts.gallery.labels
        return *labels, self.request.rule, MAX_RANK, self.request.seed


def _mirror(record: ImageRecord, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(picture[:, ::-1])

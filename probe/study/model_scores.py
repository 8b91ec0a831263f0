"""The scores that a model gives the pictures of a variant, kept in the run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from probe.cluster.ray_nodes import RayNodes
from probe.comparison import NoScores, PairScores, ScoreSource, VectorScores, pairs_needed
from probe.comparison.scores import limits_of
from probe.contracts import COSINE, Backbone, BackboneCard, PairScorer, Reporter
from probe.embedding.embed import EmbeddingTally, EmbeddingTask, embed
from probe.embedding.loaded import Loaded
from probe.embedding.on_nodes import OnNodes
from probe.embedding.pairs_on_nodes import PairsOnNodes
from probe.embedding.pairwise import PairTask, score_pairs
from probe.embedding.setup_faults import setup_fault, vector_faults
from probe.embedding.vector_cache import KeptVectors, is_kept
from probe.errors import BackboneError
from probe.masking.variants import Variant
from probe.pictures.fitting import Fitting
from probe.runs.manifest import BackboneEntry, PartEntry
from probe.runs.paths import UNMASKED
from probe.runs.writer import RunWriter
from probe.study.request import StudyRequest
from probe.wording import Message, as_stored, reason_of, refusal


@dataclass(frozen=True)
class ModelScores:
    """Computes scores and writes what they are made of into the run.

    Attributes:
        request: what the user asked for.
        writer: of the run.
        say: told.
        nodes: of a cluster, where vectors and scores are computed; None: here.
    """

    request: StudyRequest
    writer: RunWriter
    say: Reporter
    nodes: RayNodes | None = None

    def scored(
        self, backbone: Loaded, variant: Variant, earlier: BackboneEntry | None
    ) -> tuple[ScoreSource, BackboneEntry]:
        """The scores of a variant, and the backbone as the manifest tells it so far.

        Args:
            backbone: the model.
            variant: the pictures.
            earlier: what the manifest tells of earlier variants; None for the first.

        Raises:
            BackboneError: what it gives cannot be compared; the message names the backbone.
        """
        with _named(backbone.name):
            if isinstance(backbone.model, PairScorer):
                pairs, tally = self._pairs(backbone, backbone.model, variant, earlier)
                return pairs, _entry(backbone, tally, earlier, limits=pairs.limits)
            vectors, tally = self._vectors(backbone, backbone.model, variant)
        dimension = vectors.embeddings.vectors.shape[1]
        entry = _entry(backbone, tally, earlier, dimension=dimension)
        return vectors, self._with_faults(entry, vectors, variant, earlier)

    def _with_faults(
        self,
        entry: BackboneEntry,
        vectors: VectorScores,
        variant: Variant,
        earlier: BackboneEntry | None,
    ) -> BackboneEntry:
        """The entry with what the vectors of the pictures as they are say of the set-up."""
        if variant.name != UNMASKED:
            faults = [note for note in (earlier.notes if earlier else ()) if setup_fault([note])]
        else:
            records = [record for images in variant.sets for record in images.records]
            messages = vector_faults(vectors.embeddings, records)
            faults = [as_stored(message) for message in messages]
            for message in messages:
                self.say.step(Message("note-of-member", {"model": entry.name, "note": message}))
        new = tuple(fault for fault in faults if fault not in entry.notes)
        return entry.model_copy(update={"notes": (*entry.notes, *new)})

    def _vectors(
        self, backbone: Loaded, model: Backbone, variant: Variant
    ) -> tuple[VectorScores, EmbeddingTally]:
        records = [record for images in variant.sets for record in images.records]
        task = _task(backbone, model, variant)
        cache = KeptVectors(self.request.cache_folder, self.say.step)
        progress = self.say.progress(
            Message("progress-embedding", {"model": backbone.name, "mask": _mask(variant)}),
            "pictures",
        )
        threads = self.request.decoding_threads
        computed = None if self.nodes is None else OnNodes(self.nodes, backbone)
        embeddings, tally = embed(task, records, cache, progress, threads, computed)
        cache.trim()
        self.writer.embeddings(backbone.name, variant.name, embeddings.ids, embeddings.vectors)
        return VectorScores(embeddings), tally

    def _pairs(
        self, backbone: Loaded, model: PairScorer, variant: Variant, earlier: BackboneEntry | None
    ) -> tuple[PairScores, EmbeddingTally]:
        records = {r.image_id: r for images in variant.sets for r in images.records}
        pairs = pairs_needed(variant.sets, NoScores(variant.sets))
        task = PairTask(
            model,
            _fitting(variant, backbone),
            backbone.key,
            variant.name,
            prepare=variant.prepare,
            prepare_digest=variant.prepare_digest,
        )
        cache = KeptVectors(self.request.cache_folder, self.say.step)
        what = Message("progress-scoring", {"model": backbone.name, "mask": _mask(variant)})
        scores, tally = score_pairs(
            task,
            list(records.values()),
            pairs,
            cache=cache,
            progress=self.say.progress(what, "pairs"),
            say=self.say.step,
            workers=self.request.decoding_threads,
            scores_of=None if self.nodes is None else PairsOnNodes(self.nodes, backbone),
        )
        cache.trim()
        limits = earlier.score_range if earlier else limits_of(scores, backbone.card.score_range)
        self.writer.pair_scores(backbone.name, variant.name, tuple(records), pairs, scores)
        return PairScores(tuple(records), pairs, scores, limits), tally


def kept_vectors(backbone: Loaded, variant: Variant, folder: Path, say: Reporter) -> int:
    """How many pictures of a variant have vectors of a backbone from earlier runs.

    Args:
        backbone: the model; of a pair scorer nothing counts here.
        variant: the pictures.
        folder: of the cache; a run makes it, looking does not.
        say: told where the cache cannot be used.
    """
    if not isinstance(backbone.model, Backbone) or not is_kept(folder):
        return 0
    images = sorted({record.image_id for images in variant.sets for record in images.records})
    space = _task(backbone, backbone.model, variant).space
    return KeptVectors(folder, say.step).count(space, images) if space else 0


def _task(backbone: Loaded, model: Backbone, variant: Variant) -> EmbeddingTask:
    return EmbeddingTask(
        model,
        _fitting(variant, backbone),
        variant.name,
        prepare=variant.prepare,
        prepare_digest=variant.prepare_digest,
        key=backbone.key,
    )


def _fitting(variant: Variant, backbone: Loaded) -> Fitting:
    return Fitting.for_card(variant.sets[0].protocol.fit, backbone.card)


def _mask(variant: Variant) -> str | None:
    return None if variant.name == UNMASKED else variant.name


@contextmanager
def _named(backbone: str) -> Iterator[None]:
    """Among several backbones, an error says whose it is."""
    try:
        yield
    except BackboneError as error:
        raise refusal(
            BackboneError,
            reason_of(error),
            place=error.place or backbone,
            hint=error.hint,
        ) from None


def _entry(
    backbone: Loaded,
    tally: EmbeddingTally,
    earlier: BackboneEntry | None,
    *,
    dimension: int = 0,
    limits: tuple[float, float] | None = None,
) -> BackboneEntry:
    """The backbone as the manifest tells it, the pictures of this variant counted in."""
    card, model = backbone.card, backbone.model
    before = earlier or BackboneEntry(name=backbone.name, card={}, digest="", dimension=0)
    span = limits or card.score_range or before.score_range
    return BackboneEntry(
        name=backbone.name,
        card={**asdict(card), "options": dict(card.options)},
        digest=backbone.digest,
        dimension=dimension,
        parts=tuple(PartEntry(**asdict(part)) for part in backbone.parts),
        score=card.score,
        score_range=span,
        engine=model.engine,
        notes=tuple(map(as_stored, (*model.notes, *backbone.notes, *_score_note(card, span)))),
        embedded=before.embedded + tally.embedded,
        cached=before.cached + tally.cached,
        pairs=before.pairs + tally.pairs,
        seconds=round(before.seconds + tally.seconds, 3),
    )


def _score_note(card: BackboneCard, span: tuple[float, float]) -> tuple[Message, ...]:
    """What a reader must know of a score that is no cosine."""
    if card.score == COSINE:
        return ()
    low, high = span
    return (Message("note-score-scale", {"name": card.score, "low": low, "high": high}),)

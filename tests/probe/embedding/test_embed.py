import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard
from probe.embedding.embed import Embeddings, EmbeddingTask, embed
from probe.embedding.loaded import ModelKey
from probe.embedding.vector_cache import VectorCache
from probe.errors import BackboneError, ComparisonError
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord

PLAIN = Fitting((16, 8))


class Drawn:
    """A picture made from its number; counts how often it is loaded."""

    loads = 0

    def __init__(self, number):
        self.number = number

    def load(self):
        type(self).loads += 1
        return np.random.default_rng(self.number).integers(0, 256, (16, 8, 3), dtype=np.uint8)


class Mean(Backbone):
    """The mean colours of four stripes; counts its batches."""

    batch = 4

    def __init__(self, broken=None, architecture="mean"):
        self.card = BackboneCard(architecture, input_size=(16, 8), needs_weights=False)
        self.batches = []
        self.broken = broken

    def embed(self, images):
        self.batches.append(len(images))
        vectors = images.reshape(len(images), 4, -1, 3).mean(axis=2).reshape(len(images), -1)
        if self.broken:
            self.broken(vectors)
        return vectors.astype(np.float32)


def records(count):
    return [
        ImageRecord(
            f"{k:04d}", "p", "s", "subject", 0, "", "", "", str(k), f"{k}.png", Drawn(k), 8, 16
        )
        for k in range(count)
    ]


def task(backbone, fitting=PLAIN, **changes):
    """A task with the key of a backbone whose code is taken as it is."""
    return EmbeddingTask(backbone, fitting, key=ModelKey(backbone.card.digest()), **changes)


def test_every_picture_is_embedded_once_in_order():
    backbone = Mean()
    twice = records(10) + records(10)
    embeddings, tally = embed(task(backbone), twice)
    assert embeddings.ids == tuple(r.image_id for r in records(10))
    assert sum(backbone.batches) == 10
    assert max(backbone.batches) == 4
    assert (tally.embedded, tally.cached) == (10, 0)
    for record, vector in zip(records(10), embeddings.vectors, strict=True):
        alone = Mean().embed(record.origin.load()[None])[0]
        assert np.array_equal(vector, alone)


def test_the_cache_answers_the_second_time(tmp_path):
    cache = VectorCache(tmp_path)
    first, _ = embed(task(Mean()), records(10), cache)
    backbone = Mean()
    Drawn.loads = 0
    again, tally = embed(task(backbone), records(12), cache)
    assert (tally.embedded, tally.cached) == (2, 10)
    assert backbone.batches == [2]
    assert Drawn.loads == 2
    assert np.array_equal(first.vectors, again.vectors[:10])


@pytest.mark.parametrize(
    "other",
    [
        lambda: task(Mean(architecture="other")),
        lambda: task(Mean(), Fitting((16, 8), "stretch")),
        lambda: task(Mean(), Fitting((32, 8))),
        lambda: task(Mean(), prepare_digest="masked"),
    ],
)
def test_whatever_changes_a_vector_is_another_space(tmp_path, other):
    assert other().space != task(Mean()).space


def test_the_tag_of_weights_does_not_change_the_space_but_their_hash_does():
    plain = task(Mean())
    renamed, changed = Mean(), Mean()
    renamed.card = renamed.card.with_changes(tag="mine")
    changed.card = changed.card.with_changes(sha256="ab")
    assert task(renamed).space == plain.space
    assert task(changed).space != plain.space


def test_what_was_embedded_before_a_failure_is_kept(tmp_path):
    class Stops(Mean):
        def embed(self, images):
            if len(self.batches) == 2:
                raise KeyboardInterrupt
            return super().embed(images)

    cache = VectorCache(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        embed(task(Stops()), records(12), cache)
    _, tally = embed(task(Mean()), records(12), cache)
    assert (tally.embedded, tally.cached) == (4, 8)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (lambda v: v.__setitem__(1, np.nan), r"0001 \(1\.png\) holds NaN"),
        (lambda v: v.__setitem__(2, 0), r"0002 \(2\.png\) is zero"),
        (lambda v: v.__setitem__((0, 3), np.inf), r"0000 \(0\.png\) holds NaN or infinity"),
    ],
)
def test_vectors_no_cosine_can_use_name_the_picture(broken, told):
    with pytest.raises(BackboneError, match=told):
        embed(task(Mean(broken)), records(4))


def test_vectors_of_the_wrong_shape_are_refused():
    class Flat(Mean):
        def embed(self, images):
            return np.zeros(len(images), np.float32)

    with pytest.raises(BackboneError, match=r"shape \(4,\)"):
        embed(task(Flat()), records(4))


def test_embeddings_check_themselves():
    vectors = np.ones((2, 3), np.float32)
    with pytest.raises(ComparisonError, match="twice"):
        Embeddings(("a", "a"), vectors)
    with pytest.raises(ComparisonError, match="3 pictures"):
        Embeddings(("a", "b", "c"), vectors)
    kept = Embeddings(("a", "b"), vectors)
    with pytest.raises(ValueError, match="read-only"):
        kept.vectors[0, 0] = 2


def test_vectors_of_another_length_are_refused():
    class Growing(Mean):
        def embed(self, images):
            self.batches.append(len(images))
            return np.ones((len(images), 2 + len(self.batches)), np.float32)

    backbone = Growing()
    with pytest.raises(BackboneError, match="of 3 and of 4 values"):
        embed(task(backbone), records(8))


def test_many_known_vectors_are_asked_for_in_parts(tmp_path):
    cache, backbone = VectorCache(tmp_path), Mean()
    several = records(2300)
    first, _ = embed(task(backbone), several[::2], cache)
    again, tally = embed(task(backbone), several, cache)
    assert (tally.embedded, tally.cached) == (1150, 1150)
    np.testing.assert_array_equal(again.vectors[::2], first.vectors)
    np.testing.assert_array_equal(again.vectors, embed(task(Mean()), several)[0].vectors)


def test_nothing_is_kept_of_code_without_a_key(tmp_path):
    cache = VectorCache(tmp_path)
    unknown = EmbeddingTask(Mean(), Fitting((16, 8)))
    assert unknown.space == ""
    embed(unknown, records(4), cache)
    assert embed(unknown, records(4), cache)[1].embedded == 4
    assert cache.spaces() == []

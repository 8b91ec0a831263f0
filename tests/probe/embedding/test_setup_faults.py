"""Tables of vectors that say that a model is not set up."""

import numpy as np
import pytest

from probe.embedding.embed import Embeddings
from probe.embedding.setup_faults import setup_fault, vector_faults
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, as_stored


def record(image, subject, role="subject"):
    return ImageRecord(image, "p", subject, role, 0, "", "", "", image, image, None, 1, 1)


def faults(vectors, subjects, roles=None):
    ids = tuple(map(str, range(len(vectors))))
    roles = roles or ["subject"] * len(ids)
    records = [record(*row) for row in zip(ids, subjects, roles, strict=True)]
    return vector_faults(Embeddings(ids, np.asarray(vectors, np.float32)), records)


def test_sound_vectors_have_no_fault():
    assert faults(np.eye(4), "aabb") == ()
    assert faults([[1, 0], [1, 0]], "aa") == ()


def test_one_vector_for_everybody_is_a_fault():
    assert [fault.id for fault in faults(np.ones((4, 3)), "aabb")] == ["setup-vectors-equal"]


def test_people_that_are_all_alike_are_a_fault_with_their_mean_cosine():
    vectors = np.array([[10.0, 10.0], [11.0, 10.0], [10.0, 12.0]])
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    mean = (unit[0] @ unit[1] + unit[0] @ unit[2] + unit[1] @ unit[2]) / 3
    (fault,) = faults(vectors, "abc")
    assert fault.id == "setup-vectors-alike"
    assert fault.values["cosine"] == pytest.approx(mean, abs=1e-6)


def test_people_dressed_alike_are_held_against_strangers_only():
    vectors = [[1, 0], [1, 0], [0, 1], [0, 1]]
    assert faults(vectors, "abab", ["subject", "subject", "stranger", "stranger"]) == ()


@pytest.mark.parametrize("length", [1e-9, 1e9])
def test_lengths_that_vanish_or_run_away_are_a_fault(length):
    assert [fault.id for fault in faults(np.eye(2) * length, "ab")] == ["setup-lengths"]


def test_a_fault_is_found_among_the_notes_of_a_backbone():
    fault = Message("setup-vectors-equal")
    assert (
        setup_fault(["a text", as_stored(Message("note-weights-shuffled")), as_stored(fault)])
        == fault
    )
    assert setup_fault(["a text"]) is None

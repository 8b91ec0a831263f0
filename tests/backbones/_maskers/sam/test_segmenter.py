"""The masker on a stub of the predictor: what it asks, what it takes, what it keeps."""

import numpy as np
import pytest
import torch

from probe.backbones._maskers.sam import segmenter
from probe.backbones._maskers.sam.segmenter import SamMasker


@pytest.fixture
def stub(shirt, person, everything):
    """`stub()`: a predictor that gives a shirt, a person and the whole crop."""
    return lambda: Stub(np.stack([shirt, person, everything]))


class Stub:
    """A predictor that gives three masks and remembers what it was asked."""

    def __init__(self, masks):
        self.masks = masks
        self.scores = np.array([0.95, 0.9, 0.8])
        self.looked = 0
        self.asked = []
        self.features = self.original_size = self.input_size = None
        self.is_image_set = False

    def set_image(self, image):
        self.looked += 1
        self.features = torch.full((1, 2, 2, 2), float(image[0, 0, 0]) / 3)
        self.original_size, self.input_size = image.shape[:2], (1024, 410)
        self.is_image_set = True

    def predict(self, point_coords, point_labels, box, multimask_output):
        assert self.is_image_set
        assert multimask_output
        self.asked.append((point_coords, point_labels, box, float(self.features[0, 0, 0, 0])))
        return self.masks, self.scores, None


def test_the_person_is_chosen_over_the_shirt_and_the_whole(crop, person, stub):
    np.testing.assert_array_equal(SamMasker(stub(), "d").mask(crop()), person)


def test_the_points_are_all_of_the_person(crop, stub):
    predictor = stub()
    SamMasker(predictor, "d").mask(crop())
    points, labels, box, _ = predictor.asked[0]
    assert len(points) == len(labels)
    assert (labels == 1).all()
    np.testing.assert_array_equal(box, [0, 0, 48, 120])


def test_an_embedding_is_computed_once_and_kept(crop, stub, tmp_path):
    predictor = stub()
    sam = SamMasker(predictor, "d", tmp_path / "cache")
    sam.mask(crop(0))
    sam.mask(crop(1))
    sam.mask(crop(0))
    assert predictor.looked == 2
    asked = [features for _, _, _, features in predictor.asked]
    assert asked[0] == asked[2] != asked[1]
    later = stub()
    SamMasker(later, "d", tmp_path / "cache").mask(crop(1))
    assert later.looked == 0
    # Exactly: the mask must not depend on whether the embedding was stored.
    assert later.asked[0][3] == asked[1]
    assert later.original_size == (120, 48)


def test_a_damaged_embedding_is_computed_again(crop, stub, tmp_path):
    SamMasker(stub(), "d", tmp_path).mask(crop())
    (stored,) = tmp_path.glob("*.npz")
    stored.write_bytes(b"cut short")
    predictor = stub()
    SamMasker(predictor, "d", tmp_path).mask(crop())
    assert predictor.looked == 1


def test_few_embeddings_stay_in_memory_and_the_oldest_files_go(crop, stub, tmp_path, monkeypatch):
    monkeypatch.setattr(segmenter, "_IN_MEMORY", 2)
    monkeypatch.setattr(segmenter, "_ON_DISK", 3)
    predictor = stub()
    sam = SamMasker(predictor, "d")  # no folder: only what is in memory is known again
    for seed in (0, 1, 2, 2, 1, 0):
        sam.mask(crop(seed))
    assert predictor.looked == 4
    kept = SamMasker(stub(), "d", tmp_path)
    for seed in range(5):
        kept.mask(crop(seed))
    assert len(list(tmp_path.glob("*.npz"))) == 3

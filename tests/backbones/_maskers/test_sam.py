"""SAM: prompts, choice and cache on a stub of the predictor; the real package once, slowly."""

import numpy as np
import pytest
import torch

from probe.backbones._maskers.sam import spec
from probe.backbones._maskers.sam.choice import best_mask, person_likeness
from probe.backbones._maskers.sam.opening import open_sam
from probe.backbones._maskers.sam.prompts import content_box, prompts_of
from probe.backbones._maskers.sam.segmenter import SamMasker
from probe.contracts import Runtime
from probe.errors import CheckpointError, MaskError
from probe.masking import open_masker
from probe.wording import Message, reason_of

SIZE = (120, 48)


def crop(seed=0, size=SIZE):
    return np.random.default_rng(seed).integers(0, 256, (*size, 3), dtype=np.uint8)


def person(size=SIZE):
    mask = np.zeros(size, bool)
    mask[6:116, 14:34] = True
    return mask


def shirt(size=SIZE):
    mask = np.zeros(size, bool)
    mask[30:60, 14:34] = True
    return mask


class Stub:
    """A predictor that gives three masks and remembers what it was asked."""

    def __init__(self, masks=None, scores=(0.95, 0.9, 0.8)):
        self.masks = np.stack([shirt(), person(), np.ones(SIZE, bool)]) if masks is None else masks
        self.scores = np.array(scores)
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


def test_the_person_is_chosen_over_the_shirt_and_the_whole():
    np.testing.assert_array_equal(SamMasker(Stub(), "d").mask(crop()), person())


def test_likeness_is_highest_for_the_person():
    prompts = prompts_of(crop())
    found = [person_likeness(m, prompts) for m in (shirt(), person(), np.ones(SIZE, bool))]
    assert found[1] == pytest.approx(1)
    assert max(found[0], found[2]) < 0.6
    assert person_likeness(np.zeros(SIZE, bool), prompts) == 0


def test_masks_beside_the_middle_are_refused():
    aside = np.zeros((3, *SIZE), bool)
    aside[:, :, :5] = True
    with pytest.raises(MaskError, match="none of SAM's masks holds the middle") as caught:
        best_mask(aside, np.ones(3), prompts_of(crop()))
    assert reason_of(caught.value) == Message("reason-mask-off-middle", {"masker": "SAM"})


def test_prompts_lie_in_the_content():
    boxed = np.full((140, 100, 3), 128, np.uint8)
    boxed[10:130, 26:74] = crop()
    assert content_box(boxed) == (26, 10, 74, 130)
    prompts = prompts_of(boxed)
    np.testing.assert_array_equal(prompts.box, [26, 10, 74, 130])
    assert (prompts.points[:, 0] == 50).all()
    assert ((prompts.points[:, 1] > 40) & (prompts.points[:, 1] < 90)).all()
    assert content_box(np.full((8, 6, 3), 5, np.uint8)) == (0, 0, 6, 8)


def test_the_points_are_all_of_the_person():
    stub = Stub()
    SamMasker(stub, "d").mask(crop())
    points, labels, box, _ = stub.asked[0]
    assert len(points) == len(labels)
    assert (labels == 1).all()
    np.testing.assert_array_equal(box, [0, 0, 48, 120])


def test_an_embedding_is_computed_once_and_kept(tmp_path):
    stub = Stub()
    sam = SamMasker(stub, "d", tmp_path / "cache")
    sam.mask(crop(0))
    sam.mask(crop(1))
    sam.mask(crop(0))
    assert stub.looked == 2
    assert stub.asked[0][3] == stub.asked[2][3] != stub.asked[1][3]
    later = Stub()
    SamMasker(later, "d", tmp_path / "cache").mask(crop(1))
    assert later.looked == 0
    # Exactly: the mask must not depend on whether the embedding was stored.
    assert later.asked[0][3] == stub.asked[1][3]
    assert later.original_size == SIZE


def test_a_damaged_embedding_is_computed_again(tmp_path):
    SamMasker(Stub(), "d", tmp_path).mask(crop())
    (stored,) = tmp_path.glob("*.npz")
    stored.write_bytes(b"cut short")
    stub = Stub()
    SamMasker(stub, "d", tmp_path).mask(crop())
    assert stub.looked == 1


def test_what_is_no_checkpoint_says_so(tmp_path):
    with pytest.raises(MaskError, match="needs a checkpoint"):
        open_masker("sam")
    with pytest.raises(CheckpointError, match="no such"):
        spec.open(tmp_path / "absent.pth", Runtime())
    torch.save({"conv1.weight": torch.zeros(3)}, tmp_path / "resnet.pth")
    with pytest.raises(CheckpointError, match="no SAM checkpoint"):
        open_sam(tmp_path / "resnet.pth", Runtime())
    torch.save({"image_encoder.pos_embed": torch.zeros(1, 64, 64, 192)}, tmp_path / "mobile.pth")
    with pytest.raises(CheckpointError, match="neither"):
        open_sam(tmp_path / "mobile.pth", Runtime())
    whole = (tmp_path / "mobile.pth").read_bytes()
    (tmp_path / "cut.pth").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CheckpointError, match="cut short"):
        open_sam(tmp_path / "cut.pth", Runtime())


@pytest.mark.slow
def test_the_real_package_from_a_checkpoint_to_a_mask(tmp_path):
    """Seeded weights: the way is tested, not the quality; low-resolution logits are official."""
    from probe.backbones._torch.torchvision_import import allow_torchvision

    allow_torchvision()
    from segment_anything import SamPredictor, build_sam_vit_b

    torch.manual_seed(0)
    network = build_sam_vit_b()
    torch.save(network.state_dict(), tmp_path / "sam_vit_b.pth")
    sam = open_sam(tmp_path / "sam_vit_b.pth", Runtime(device="cpu", cache=tmp_path / "cache"))
    assert sam.digest.startswith("sam 2, vit_b")
    picture = crop(5)
    prompts = prompts_of(picture)
    official = SamPredictor(network)
    official.set_image(picture)
    official.features = official.features.half().float()
    asked = {
        "point_coords": prompts.points,
        "point_labels": np.ones(3, np.int64),
        "box": prompts.box,
        "multimask_output": True,
    }
    masks, scores, logits = official.predict(**asked)
    try:
        chosen = sam.mask(picture)
    except MaskError:
        assert not masks[:, :, 24].any()
    else:
        assert any((chosen == mask).all() for mask in masks)
    _, ours, low = sam._predictor.predict(**asked)
    np.testing.assert_allclose(low, logits, atol=1e-4)
    np.testing.assert_allclose(ours, scores, atol=1e-4)
    tensors = network.state_dict()
    tensors.pop("mask_decoder.iou_token.weight")
    torch.save(tensors, tmp_path / "partial.pth")
    with pytest.raises(CheckpointError, match="missing, such as mask_decoder"):
        open_sam(tmp_path / "partial.pth", Runtime(device="cpu"))

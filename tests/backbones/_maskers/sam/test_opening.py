"""A SAM checkpoint is told from its tensors; what is none, or not whole, is refused."""

from pathlib import Path

import numpy as np
import pytest
import torch

from probe.backbones._maskers.sam import spec
from probe.backbones._maskers.sam.opening import open_sam, sam_kind
from probe.backbones._maskers.sam.prompts import prompts_of
from probe.backbones._torch.checkpoint import Checkpoint
from probe.contracts import Runtime
from probe.errors import CheckpointError, MaskError
from probe.masking import open_masker


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


@pytest.mark.parametrize(
    ("width", "places", "kind"),
    [
        (768, 64, "vit_b"),
        (1024, 64, "vit_l"),
        (1280, 64, "vit_h"),
        (768, 32, None),
        (384, 64, None),
    ],
)
def test_the_network_is_told_from_its_positions(width, places, kind):
    """A width of a published encoder, at 1024 pixels: 64 x 64 patches."""
    positions = torch.empty(1, places, places, width, device="meta")
    tensors = {"image_encoder.pos_embed": positions}
    checkpoint = Checkpoint(Path("sam.pth"), "", "", tensors, ())
    if kind:
        assert sam_kind(checkpoint) == kind
    else:
        with pytest.raises(CheckpointError, match="neither vit_b nor vit_l nor vit_h"):
            sam_kind(checkpoint)


@pytest.mark.slow
def test_the_real_package_from_a_checkpoint_to_a_mask(crop, tmp_path):
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

"""CLIP-ReID against its published definition; weights that need a choice, and others."""

import pytest
import torch

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.doctor import examine
from probe.backbones._torch.families import recognise
from probe.backbones.clip_reid import spec
from probe.contracts import Runtime
from probe.embedding.registry import cards
from probe.errors import CheckpointError
from probe.wording import wording_of


def card(spec_card, name, **options):
    """The card of that name with options changed."""
    shipped = spec_card(spec, name)
    return shipped.with_changes(options={**shipped.options, **options})


@pytest.mark.parametrize("stride", [16, 12])
@pytest.mark.parametrize("after", [False, True])
def test_clip_reid_equals_its_definition(
    plain, spec_card, stride, after, pictures, tmp_path, eager
):
    tensors = plain.values(plain.clip_shapes(stride=stride))
    file = plain.saved(tensors, tmp_path / "w.pth")
    settings = card(spec_card, "clip_reid", neck="after" if after else "before")
    runtime = eager if after else Runtime(device="cpu")
    backbone = spec.load(settings, file, runtime)
    images = pictures(2, (256, 128))
    wanted = [
        plain.clip_reid(p, plain.double(tensors), stride, after=after)
        for p in plain.normalised(images)
    ]
    plain.assert_equal(backbone, images, torch.stack(wanted))
    assert after or backbone.engine.startswith("onnxruntime"), backbone.notes


def test_clip_reid_adds_the_mean_camera_to_the_class_token(
    plain, spec_card, pictures, tmp_path, eager
):
    tensors = plain.values(plain.clip_shapes(cameras=15))
    file = plain.saved(tensors, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="one of the 15"):
        spec.load(card(spec_card, "clip_reid"), file, eager)
    backbone = spec.load(card(spec_card, "clip_reid_mean_camera"), file, eager)
    images = pictures(1, (256, 128))
    side = tensors["cv_embed"].double().mean(0)
    wanted = [plain.clip_reid(p, plain.double(tensors), 16, side) for p in plain.normalised(images)]
    plain.assert_equal(backbone, images, torch.stack(wanted))
    diagnosis = examine(backbone, images, read_checkpoint(file))
    found = next(f for f in diagnosis.findings if f.check == "camera embedding")
    assert found.verdict == "suspicious"
    assert "15 training cameras" in wording_of()(found.message)
    assert not diagnosis.healthy


def test_a_neck_that_is_none_and_the_resnet_are_refused(plain, spec_card, tmp_path, eager):
    with pytest.raises(CheckpointError, match="before or after"):
        spec.load(card(spec_card, "clip_reid", neck="no"), tmp_path / "none.pth", eager)
    file = plain.saved({"image_encoder.bn1.weight": torch.ones(32)}, tmp_path / "r.pth")
    with pytest.raises(CheckpointError, match="ResNet-50 is not built"):
        spec.load(card(spec_card, "clip_reid"), file, eager)


@pytest.mark.parametrize(
    ("contents", "name"),
    [({}, "clip_reid"), ({"cameras": 6}, "clip_reid_mean_camera")],
)
def test_the_family_names_the_card_that_runs_it(plain, contents, name):
    shapes = plain.clip_shapes(**contents)
    family = recognise({k: torch.empty(s, device="meta") for k, s in shapes.items()})
    assert (family.name, family.card) == ("CLIP-ReID", name)
    assert name in cards()

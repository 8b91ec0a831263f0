"""TransReID against its published definition; weights that need a choice, and others."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.families import recognise
from probe.backbones.transreid import spec
from probe.contracts import Runtime
from probe.embedding.registry import cards
from probe.errors import CheckpointError
from probe.wording import wording_of


def card(spec_card, name, **options):
    """The card of that name with options changed."""
    shipped = spec_card(spec, name)
    return shipped.with_changes(options={**shipped.options, **options})


TRANSREID = {
    "stride 16": {"stride": 16},
    "stride 12, jigsaw": {"stride": 12, "jigsaw": True},
    "stride 16, jigsaw, after the necks": {"stride": 16, "jigsaw": True, "after": True},
    "after the neck": {"stride": 16, "after": True},
    "jigsaw in order": {"stride": 16, "jigsaw": True, "shuffled": False},
    "384x128": {"stride": 16, "height": 384},
}


@pytest.mark.parametrize("case", TRANSREID)
def test_transreid_equals_its_definition(plain, spec_card, case, pictures, tmp_path, eager):
    told = dict(TRANSREID[case])
    height, after = told.pop("height", 256), told.get("after", False)
    jigsaw, shuffled = told.get("jigsaw", False), told.get("shuffled", True)
    tensors = plain.values(
        plain.transreid_shapes(height=height, stride=told["stride"], jigsaw=jigsaw)
    )
    file = plain.saved(tensors, tmp_path / "w.pth", "module.")
    settings = card(
        spec_card, "transreid", neck="after" if after else "before", shuffled=shuffled
    ).with_changes(input_size=(height, 128))
    images = pictures(2, (height, 128))
    wanted = torch.stack(
        [plain.transreid(p, plain.double(tensors), **told) for p in plain.normalised(images)]
    )
    backbone = spec.load(settings, file, eager)
    plain.assert_equal(backbone, images, wanted)
    assert not backbone.report.unexpected
    assert not any("blocks.3" in name for name in backbone.report.dropped)


@pytest.mark.parametrize(
    "width", [pytest.param(width, marks=pytest.mark.slow) for width in (128, 768)]
)
def test_transreid_runs_as_a_graph(plain, spec_card, width, pictures, tmp_path):
    tensors = plain.values(plain.transreid_shapes(width, stride=12, jigsaw=True))
    file = plain.saved(tensors, tmp_path / "w.pth")
    backbone = spec.load(card(spec_card, "transreid"), file, Runtime(device="cpu"))
    images = pictures(2, (256, 128))
    wanted = [
        plain.transreid(p, plain.double(tensors), 12, jigsaw=True) for p in plain.normalised(images)
    ]
    plain.assert_equal(backbone, images, torch.stack(wanted))
    assert backbone.engine.startswith("onnxruntime"), backbone.notes


def test_camera_embeddings_are_refused_unless_one_is_asked_for(
    plain, spec_card, pictures, tmp_path, eager
):
    tensors = plain.values(plain.transreid_shapes(cameras=6))
    file = plain.saved(tensors, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="one of the 6") as caught:
        spec.load(card(spec_card, "transreid"), file, eager)
    assert f"--backbone transreid_mean_camera={file}" in caught.value.hint
    images = pictures(2, (256, 128))
    rows = tensors["base.sie_embed"][:, 0].double()
    for asked, name, side in (
        ("mean", "transreid_mean_camera", rows.mean(0)),
        (4, "transreid", rows[4]),
    ):
        backbone = spec.load(card(spec_card, name, camera=asked), file, eager)
        added = 3.0 * side
        wanted = [
            plain.transreid(p, plain.double(tensors), 16, added) for p in plain.normalised(images)
        ]
        plain.assert_equal(backbone, images, torch.stack(wanted))
        assert "of 6 " in wording_of()(backbone.card.feature) + " "
    for wrong in (6, -1, "first", True):
        with pytest.raises(CheckpointError, match="from 0 to 5"):
            spec.load(card(spec_card, "transreid", camera=wrong), file, eager)


def test_weights_without_cameras_under_the_card_for_cameras(plain, spec_card, tmp_path, eager):
    file = plain.saved(plain.values(plain.transreid_shapes()), tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="these have none") as caught:
        spec.load(card(spec_card, "transreid_mean_camera"), file, eager)
    assert f"--backbone transreid={file}" in caught.value.hint


def test_weights_of_another_size_say_which(plain, spec_card, tmp_path, eager):
    file = plain.saved(plain.values(plain.transreid_shapes(height=384)), tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="192 places") as caught:
        spec.load(card(spec_card, "transreid"), file, eager)
    assert "input_size: [384, 128] (stride 16)" in caught.value.hint


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t.pop("base.pos_embed"), "no weights of TransReID"),
        (lambda t: [t.pop(k) for k in list(t) if ".11." in k], "11 blocks"),
        (lambda t: t.pop("base.blocks.0.attn.qkv.bias"), "without biases"),
        (lambda t: t.pop("base.blocks.5.mlp.fc1.weight"), "base.blocks.5.mlp.fc1.weight"),
        (lambda t: t.update({"base.extra.weight": torch.ones(3)}), "base.extra"),
    ],
)
def test_other_networks_are_refused(plain, spec_card, change, message, tmp_path, eager):
    tensors = plain.values(plain.transreid_shapes())
    change(tensors)
    with pytest.raises(CheckpointError, match=message):
        spec.load(card(spec_card, "transreid"), plain.saved(tensors, tmp_path / "w.pth"), eager)


def test_a_neck_that_is_none_is_refused(spec_card, tmp_path, eager):
    with pytest.raises(CheckpointError, match="before or after"):
        spec.load(card(spec_card, "transreid", neck="no"), tmp_path / "none.pth", eager)


@pytest.mark.parametrize(
    ("contents", "name"),
    [({}, "transreid"), ({"cameras": 6, "jigsaw": True}, "transreid_mean_camera")],
)
def test_the_family_names_the_card_that_runs_it(plain, contents, name):
    shapes = plain.transreid_shapes(**contents)
    family = recognise({k: torch.empty(s, device="meta") for k, s in shapes.items()})
    assert (family.name, family.card) == ("TransReID", name)
    assert name in cards()


def test_doctor_examines_weights_with_cameras(plain, tmp_path, capsys):
    from probe.cli import main

    file = plain.saved(plain.values(plain.transreid_shapes(cameras=6)), tmp_path / "w.pth")
    photos = tmp_path / "photos"
    photos.mkdir()
    assert main(["doctor", str(file), "--photos", str(made_photos(photos))]) == 1
    told = capsys.readouterr().out
    assert "TransReID" in told
    assert "6 training cameras" in told


def made_photos(folder):
    from PIL import Image

    rng = np.random.default_rng(0)
    for number in range(8):
        blocks = rng.integers(0, 256, (16, 8, 3), dtype=np.uint8).repeat(8, 0).repeat(8, 1)
        Image.fromarray(blocks).save(folder / f"{number}.png")
    return folder

"""OSNet equals torchreid's, in float32 and float64, through the reader that users use."""

import numpy as np
import pytest
import torch

from probe.backbones.osnet import CHANNELS, spec
from probe.backbones.osnet.model import OSNet

NAMES = {
    "osnet_x1_0": "torchreid_osnet_x1_0_256x128",
    "osnet_x0_25": "torchreid_osnet_x0_25_256x128",
    "osnet_ain_x1_0": "torchreid_osnet_ain_x1_0_256x128",
}


@pytest.mark.parametrize("architecture", NAMES)
def test_equals_torchreid(architecture, golden, eager, spec_card, tmp_path):
    data = golden(NAMES[architecture])
    file = data.save(tmp_path / "model.pth.tar-60", lambda key: f"module.{key}", "state_dict")
    backbone = spec.load(spec_card(spec, architecture), file, eager)
    assert backbone.report.dropped == ("classifier.bias", "classifier.weight")
    for dtype in (torch.float32, torch.float64):
        network, x = backbone.network.to(dtype), torch.from_numpy(data.input).to(dtype)
        with torch.inference_mode():
            data.assert_equal("map", network.feature_map(x))
            data.assert_equal("feature", network(x))


@pytest.mark.parametrize(
    ("architecture", "millions"),
    [("osnet_x1_0", 2.2), ("osnet_x0_75", 1.3), ("osnet_x0_5", 0.6), ("osnet_x0_25", 0.2)],
)
def test_widths_have_the_published_size(architecture, millions):
    """Zhou et al. 2019, table 7: parameters in millions, without the classifier."""
    network = OSNet(CHANNELS[architecture])
    assert round(sum(p.numel() for p in network.parameters()) / 1e6, 1) == millions


@pytest.mark.parametrize("tag", ["msmt17", "market1501"])
def test_real_weights_know_people(tag, real, eager, spec_card):
    """Same person, other camera and side, is nearer than strangers in the same situation."""
    from PIL import Image

    backbone = spec.load(
        spec_card(spec, f"osnet_x0_25.{tag}"), real / "weights" / f"osnet_x0_25_{tag}.pth", eager
    )
    files = sorted((real / "pku_reid").glob("*_o[37].png"))
    pictures = np.stack(
        [np.asarray(Image.open(f).convert("RGB").resize((128, 256))) for f in files]
    )
    vectors = backbone.embed(pictures)
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    who = np.array([f.name[:3] for f in files])
    camera = np.array([f.name[4:6] for f in files])
    scores = unit @ unit.T
    other_camera = camera[:, None] != camera[None, :]
    same = who[:, None] == who[None, :]
    assert scores[same & other_camera].mean() > scores[~same & other_camera].mean() + 0.05


def test_one_picture_does_not_depend_on_the_batch(golden, eager, spec_card, pictures, tmp_path):
    data = golden(NAMES["osnet_x0_25"])
    backbone = spec.load(spec_card(spec, "osnet_x0_25"), data.save(tmp_path / "a.pth"), eager)
    many = pictures(19, (256, 128))
    together = backbone.embed(many)
    alone = np.concatenate([backbone.embed(many[i : i + 1]) for i in range(len(many))])
    np.testing.assert_allclose(together, alone, rtol=0, atol=1e-5 * np.abs(alone).max())
    backbone.network.train()
    np.testing.assert_array_equal(together, backbone.embed(many))

"""The LUPerson ResNet-50 equals the official one, whatever container its weights come in."""

import numpy as np
import pytest
import torch

from probe.backbones.moco import spec
from probe.errors import CheckpointError

CASES = {
    "luperson_resnet50_ls1_384x128": "moco",
    "luperson_resnet50_ls2_256x128": "moco_256x128",
    "luperson_resnet50_ls1_256x128": ("moco", (256, 128)),
    "luperson_resnet50_ls2_384x128": ("moco_256x128", (384, 128)),
}

QUICK = ("luperson_resnet50_ls1_256x128", "luperson_resnet50_ls2_256x128")
"""Either stride at the smaller size; the larger one is among the slow tests."""


def assert_parity(network, data, dtype):
    network, x = network.to(dtype), torch.from_numpy(data.input).to(dtype)
    with torch.inference_mode():
        data.assert_equal("map", network.feature_map(x))
        data.assert_equal("gap", network(x))


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in CASES],
)
def test_equals_luperson(name, golden, eager, spec_card, tmp_path):
    data, case = golden(name), CASES[name]
    card = spec_card(spec, case if isinstance(case, str) else case[0])
    card = card if isinstance(case, str) else card.with_changes(input_size=case[1])
    backbone = spec.load(card, data.save(tmp_path / "lup_moco_r50.pth"), eager)
    assert backbone.card.name == f"{card.architecture}.lup_moco_r50"
    assert_parity(backbone.network, data, torch.float32)
    assert_parity(backbone.network, data, torch.float64)


def momentum_entries(data):
    """What a MoCo training run saves beside the online encoder."""
    key = {f"module.encoder_k.{k}": torch.from_numpy(v) * 0 + 9 for k, v in data.weights.items()}
    head = {"module.encoder_q.fc.0.weight": torch.ones(4, 4), "module.queue": torch.ones(8, 9)}
    return key | head | {"module.queue_ptr": torch.zeros(1, dtype=torch.int64)}


CONTAINERS = {
    "raw moco": (lambda k: f"module.encoder_q.{k}", "state_dict", momentum_entries),
    "fast-reid": (
        lambda k: f"backbone.{k}",
        "model",
        lambda data: {
            "heads.bottleneck.0.weight": torch.ones(2048),
            "heads.weight": torch.ones(751, 2048),
        },
    ),
}


@pytest.mark.parametrize("container", CONTAINERS)
def test_other_containers_give_the_same_weights(container, golden, eager, spec_card, tmp_path):
    data = golden("luperson_resnet50_ls1_256x128")
    rename, wrapper, more = CONTAINERS[container]
    file = data.save(tmp_path / "w.pth", rename, wrapper, more(data))
    backbone = spec.load(spec_card(spec, "moco"), file, eager)
    assert not backbone.report.unexpected
    assert backbone.report.part == wrapper
    for name, tensor in backbone.network.state_dict().items():
        np.testing.assert_array_equal(tensor.numpy(), data.weights[name])


def test_the_two_normalisations_differ(spec_card):
    pretrained, tuned = spec_card(spec, "moco"), spec_card(spec, "moco_finetuned")
    assert pretrained.std[0] / tuned.std[0] == pytest.approx(1.06, abs=0.01)
    assert pretrained.digest() != tuned.digest()


def test_wrong_last_stride_is_refused(eager, spec_card, tmp_path):
    card = spec_card(spec, "moco").with_changes(options={"last_stride": 3})
    with pytest.raises(CheckpointError, match="1 or 2"):
        spec.load(card, tmp_path / "none.pth", eager)

"""Every head of YOLACT++ equals the official network."""

import numpy as np
import pytest
import torch

from probe.backbones._yolact.model import YolactShape


@pytest.mark.slow
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_heads_equal_the_official_ones(person, dtype):
    network, data = person
    network.to(dtype)
    with torch.inference_mode():
        given = network(torch.from_numpy(data.input).to(dtype))
        maps = network.backbone(torch.from_numpy(data.input).to(dtype))
        segmented = network.semantic_seg_conv(network.fpn(maps)[0])
    network.float()
    rows = data.arrays["level_rows"]
    assert [9 * height * width for height, width in given.levels] == rows.tolist()
    for name, values in (
        ("loc", given.offsets), ("conf_logits", given.logits), ("conf", given.logits.softmax(-1)),
        ("mask", given.coefficients), ("proto", given.prototypes), ("segm", segmented),
    ):  # fmt: skip
        data.assert_equal(name, values)
        if name in ("loc", "conf_logits", "conf", "mask"):
            means = [part.mean().item() for part in values[0].split(rows.tolist())]
            np.testing.assert_allclose(
                means, data.arrays[f"{name}.level_mean"], rtol=1e-4, atol=1e-6
            )


def test_scores_of_masks_equal_the_official_ones(person):
    network, data = person
    given = torch.from_numpy(data.inputs["maskiou_input"]).sigmoid()
    with torch.inference_mode():
        data.assert_equal("maskiou", network.maskiou_net(given))


def test_numbers_of_parameters_and_names(person, plus_50):
    network, data = person
    assert set(network.state_dict()) == set(data.weights)
    assert sum(p.numel() for p in network.parameters()) == sum(
        value.size
        for name, value in data.weights.items()
        if not name.endswith(("running_mean", "running_var", "num_batches_tracked"))
    )
    assert plus_50.name == "YOLACT++ ResNet-50"
    assert YolactShape((3, 4, 23, 3), frozenset(), 3, 80, False).name == "YOLACT ResNet-101"

"""A frame is resized, normalised and ordered as the official code does it."""

import zlib

import numpy as np
import pytest
import torch

from probe.backbones._yolact.preprocess import as_seen


@pytest.mark.parametrize("size", [(480, 640), (128, 64), (1080, 720)])
def test_frames_as_the_official_code_sees_them(parity, size):
    data, name = parity("yolact_preprocess"), f"image{size[0]}x{size[1]}"
    seed = [1, zlib.crc32(f"yolact_image:{size[0]}x{size[1]}".encode())]
    blue_first = np.random.default_rng(seed).integers(0, 256, (*size, 3), dtype=np.uint8)
    assert zlib.crc32(blue_first.tobytes()) == int(data[f"{name}.crc32"])
    seen = as_seen(blue_first[..., ::-1], dtype=torch.float64).numpy()
    at = np.sort(
        np.random.default_rng([0, zlib.crc32(f"sample:{name}.tensor".encode())]).integers(
            0, seen.size, 1024
        )
    )
    sample = data[f"{name}.tensor.sample@f64"]
    np.testing.assert_allclose(seen.ravel()[at], sample, rtol=0, atol=1e-6)
    np.testing.assert_allclose(seen.mean((0, 2, 3)), data[f"{name}.channel_mean"], atol=1e-5)
    single = as_seen(blue_first[..., ::-1].copy()).numpy()
    official = data[f"{name}.tensor.sample"]
    np.testing.assert_allclose(single.ravel()[at], official, rtol=0, atol=3e-4)

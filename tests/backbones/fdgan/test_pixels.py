"""Units of generator and encoder."""

import torch

from probe.backbones.fdgan.pixels import PixelScale

SCALE = PixelScale((0.485, 0.456, 0.406), (0.229, 0.224, 0.225), same=True)


def test_units_of_generator_and_encoder():
    scale = PixelScale(SCALE.mean, SCALE.std)
    pixels = torch.randint(0, 256, (1, 4, 2, 3), dtype=torch.uint8)
    shares = pixels.permute(0, 3, 1, 2) / 255
    mean, std = (torch.tensor(v)[:, None, None] for v in (scale.mean, scale.std))
    normalised = (shares - mean) / std
    drawn = scale.to_generator(normalised)
    torch.testing.assert_close(drawn, 2 * shares - 1, atol=1e-5, rtol=0)
    torch.testing.assert_close(scale.to_encoder(drawn), normalised, atol=1e-4, rtol=0)
    assert torch.equal(scale.to_pixels(drawn), pixels)
    assert torch.equal(SCALE.to_pixels(normalised), pixels)

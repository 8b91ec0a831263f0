import io

import numpy as np
from PIL import Image

from probe.pictures.renditions import FRAME, HEAD_SHARE, pixelated, rendition


def picture(height=300, width=100):
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


def opened(data):
    return Image.open(io.BytesIO(data))


def test_a_rendition_is_small_and_keeps_the_shape():
    image = opened(rendition(picture(900, 300)))
    assert image.format == "WEBP"
    assert image.height <= FRAME[0]
    assert image.width <= FRAME[1]
    assert abs(image.height / image.width - 3) < 0.05
    assert opened(rendition(picture(60, 20))).size == (20, 60)


def test_a_pixelated_head_has_a_few_flat_blocks_and_the_rest_is_untouched():
    covered = pixelated(picture())
    bottom = round(HEAD_SHARE * 300)
    assert len(np.unique(covered[:bottom].reshape(-1, 3), axis=0)) <= 4 * 4
    assert np.array_equal(covered[bottom:], picture()[bottom:])


def test_pixelating_comes_before_the_picture_is_made_small():
    """No face may be recovered from a rendition: it only ever saw the blocks."""
    flat = opened(rendition(picture(), pixelate_faces=True)).convert("RGB")
    head = np.asarray(flat)[: int(HEAD_SHARE * flat.height) - 4].astype(float)
    free = np.asarray(opened(rendition(picture())).convert("RGB"))[: len(head)].astype(float)
    assert np.abs(np.diff(head, axis=1)).mean() < 0.2 * np.abs(np.diff(free, axis=1)).mean()

"""Every picture is embedded once in each way it is prepared."""

import numpy as np
import pytest

from probe.remedies import View
from probe.remedies.embedder import RemedyEmbedder
from probe.remedies.picture_changes import mirrored_view


def test_pictures_are_embedded_once_and_timed(planted, frame):
    seen = []

    def first_row(picture):
        seen.append(1)
        return picture[0].ravel() + 0.1

    pictures = np.random.default_rng(0).integers(0, 256, (3, 32, 16, 3), dtype=np.uint8)
    views = [View(f"v{k}", k, picture) for k, picture in enumerate(pictures)]
    embedder = RemedyEmbedder(planted(first_row), frame)
    plain = embedder.vectors([*views, views[0]], "", lambda view: view)
    np.testing.assert_array_equal(plain[0], plain[3])
    np.testing.assert_allclose(np.linalg.norm(plain, axis=1), 1)
    embedder.vectors(views, "", lambda view: view)
    assert len(seen) == 3
    turned = embedder.vectors(views, "flipped", mirrored_view)
    assert len(seen) == 6
    assert np.abs(turned - plain[:3]).max() > 0.01
    both = embedder.milliseconds(frozenset({"", "flipped"}))
    alone = (embedder.milliseconds(frozenset({way})) for way in ("", "flipped"))
    assert both == pytest.approx(sum(alone))

"""The judge of drawn pictures: cosines of a backbone, of pictures of any size."""

import numpy as np
import pytest

from probe.cli.judge import Judge, open_judge
from probe.contracts import Backbone, BackboneCard
from probe.errors import BackboneError


class Means(Backbone):
    """The mean colour of a picture, less grey."""

    card = BackboneCard("means", input_size=(8, 4), needs_weights=False)

    def embed(self, images):
        return images.reshape(len(images), -1, 3).mean(1).astype(np.float32) - 100


def plain(*colours, size=(20, 10)):
    return np.stack([np.full((*size, 3), colour, np.uint8) for colour in colours])


def test_equal_pictures_have_the_cosine_one_and_opposite_ones_less():
    judge = Judge("means", Means())
    red, blue, dark = (200, 0, 0), (0, 0, 200), (0, 200, 200)
    cosines = judge.cosines(plain(red, red, red), plain(red, blue, dark))
    assert cosines[0] == pytest.approx(1)
    assert cosines[2] == pytest.approx(-1)
    assert -1 < cosines[1] < 1
    np.testing.assert_allclose(
        np.linalg.norm(judge.vectors(plain(red, blue)), axis=1), 1, rtol=1e-5
    )


def test_a_backbone_is_opened_by_name():
    assert open_judge("stripes").name == "stripes"


def test_a_pair_scorer_has_no_vectors(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "two_towers.py").write_text(
        "from probe.contracts import BackboneCard, BackboneSpec, PairScorer\n"
        "class Pairs(PairScorer):\n"
        "    card = BackboneCard('pairs', input_size=(8, 4), needs_weights=False, score='s',\n"
        "                        score_range=(0, 1))\n"
        "    def score(self, first, second):\n"
        "        return first[:, 0]\n"
        "spec = BackboneSpec(cards=(Pairs.card,), load=lambda c, w, r: Pairs())\n"
    )
    with pytest.raises(BackboneError, match="scores pairs and has no vectors"):
        open_judge("two_towers:spec")

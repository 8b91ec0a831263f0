"""Runs of a few photographs by models whose code stands here."""

import pytest

from probe.study.request import StudyRequest

OTHER = '''
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec

class Other:
    """Mean colours of a few bands, and nothing else."""

    def __init__(self, card):
        self.card = card

    def embed(self, images):
        bands = images.reshape(len(images), 6, -1, 3).mean(axis=2)
        return bands.reshape(len(images), -1).astype(np.float32) - 100

class Pairs:
    """A pair scorer: how near two pictures' mean colours are."""

    def __init__(self, card):
        self.card = card

    def score(self, first, second):
        a, b = (x.mean(axis=(1, 2)).astype(np.float32) for x in (first, second))
        return -np.linalg.norm(a - b, axis=1) / 255

def card(name):
    return BackboneCard(name, input_size=(48, 20), needs_weights=False)

spec = BackboneSpec(cards=(card("other"),), load=lambda c, w, r: Other(c))
pairs = BackboneSpec(cards=(card("pairs"),), load=lambda c, w, r: Pairs(c))
'''


@pytest.fixture
def own_models(tmp_path, monkeypatch):
    (tmp_path / "own_models.py").write_text(OTHER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.fixture
def asked(tmp_path, protocol_file, photos, own_models):
    """The request for a run of the photographs by these models."""

    def told(*backbones, folder=photos, fmr=0.03):
        return StudyRequest(protocol_file, backbones, photos=folder, out=tmp_path / "runs", fmr=fmr)

    return told


@pytest.fixture
def stored_study(asked, studied):
    """A run of them that the test may change."""
    return lambda *backbones, **changes: studied(asked(*backbones, **changes))

"""A pair scorer of logits, from the pictures to the page: nothing is lost, or called a cosine."""

import sys

import numpy as np
import pytest

from probe.reports.document import build
from probe.reports.html import render
from probe.runs.reading import Run
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from probe.study.verification import verify

MODELS = '''
import numpy as np
from probe.contracts import Backbone, BackboneCard, BackboneSpec, PairScorer

SIZE = (48, 20)

class Logits(PairScorer):
    """Up to 40 for equal mean colours, far below 0 for others."""

    symmetric = True
    prepared = 0

    def __init__(self, card):
        self.card = card

    def prepare(self, pictures):
        type(self).prepared += len(pictures)
        return pictures.reshape(len(pictures), 6, -1, 3).mean(2).reshape(len(pictures), -1)

    def score(self, first, second):
        return (40 - np.abs(first - second).mean(1)).astype(np.float32)

def spec_of(span):
    card = BackboneCard(
        "logits", input_size=SIZE, needs_weights=False, score="logit", score_range=span
    )
    return BackboneSpec(cards=(card,), load=lambda c, w, r: Logits(c))

stated, measured = spec_of((-100.0, 40.0)), spec_of(None)
'''


@pytest.fixture
def study(tmp_path, protocol_file, photos, monkeypatch):
    (tmp_path / "their_scorer.py").write_text(MODELS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    def make(*backbones, **options):
        return run_study(
            StudyRequest(
                protocol_file, backbones, photos=photos, out=tmp_path / "runs", fmr=0.03,
                cache=tmp_path / "cache", **options,
            )
        )  # fmt: skip

    yield make
    sys.modules.pop("their_scorer", None)


@pytest.mark.parametrize("name", ["stated", "measured"])
def test_every_score_stands_in_the_histograms(study, name):
    run = study(f"their_scorer:{name}")
    entry = run.manifest.backbones[0]
    scores = run.pair_scores("logits")[2]
    assert entry.score == "logit"
    if name == "measured":
        assert entry.score_range == (scores.min(), scores.max())
    edges = run.score_edges("logits")
    standard = run.protocols["turn"].standard.index
    of_standard = run.pairs[(run.pairs["i"] == standard) & (run.pairs["j"] == standard)]["score"]
    counts = run.histograms.find(kind="mated", i=standard, j=standard)
    assert counts.sum() == len(of_standard) > 0
    centres = (edges[1:] + edges[:-1]) / 2
    width = edges[1] - edges[0]
    assert abs(counts @ centres / counts.sum() - of_standard.mean()) < width
    assert verify(run).problems == ()


def test_only_pairs_of_cells_are_scored_and_pictures_once(study):
    run = study("their_scorer:stated")
    ids, pairs, scores = run.pair_scores("logits")
    assert len(pairs) == len(scores) == run.manifest.backbones[0].pairs < len(ids) ** 2 / 2
    assert sys.modules["their_scorer"].Logits.prepared == len(ids)
    again = study("their_scorer:stated")
    assert sys.modules["their_scorer"].Logits.prepared == len(ids)
    assert np.array_equal(again.pair_scores("logits")[2], scores)


def test_the_page_shows_its_curves_on_its_scale_and_names_its_score(study):
    run = study("their_scorer:stated")
    document = build(run)
    (model,) = document.models
    places = [place for place, _ in model.axis_marks]
    assert 3 <= len(places) <= 8
    assert all(0 <= place <= 100 for place in places)
    page = render(document)
    assert 'class="mated" d=' in page
    assert "osine" not in page.replace("no cosine", "")
    assert "logit" in page
    assert "first as raw scores" in page
    assert "unit-length" not in page
    assert '<i class="ramp similarity"></i><div class="marks"></div>' in page, "no cosine marks"


def test_beside_a_backbone_each_has_its_own_axis(study):
    run = study("stripes", "their_scorer:stated")
    document = build(run)
    first, second = (model.axis_marks for model in document.models)
    assert first != second
    assert render(build(run)).count('class="mated" d=') >= 4


def test_evidence_is_by_occlusion(study):
    run = study("their_scorer:stated", attention=True)
    evidence = Run(run.path).evidence("logits", "turn")
    assert {level["kind"] for level in evidence} == {"occlusion"}
    assert any(abs(level["first"]).max() > 0 for level in evidence)
    assert all(abs(score) <= 100 for level in evidence for score in level["cosine"])

"""A pair scorer of logits, from the pictures to the page: nothing is lost, or called a cosine."""

import json
import sys

import numpy as np
import pytest

from probe.reports.document import build
from probe.reports.html import render
from probe.reports.json import render as as_json
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
def asked(tmp_path, protocol_file, photos, monkeypatch):
    (tmp_path / "their_scorer.py").write_text(MODELS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)

    def told(*backbones, **options):
        return StudyRequest(
            protocol_file, backbones, photos=photos, out=tmp_path / "runs", fmr=0.03,
            cache=tmp_path / "cache", **options,
        )  # fmt: skip

    yield told
    sys.modules.pop("their_scorer", None)


@pytest.fixture
def study(asked, studied):
    return lambda *backbones, **options: studied(asked(*backbones, **options))


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


CHECKED = 14
"""Made pictures that a scorer prepares when it is loaded: three pairs twice, and one pair."""


def test_only_pairs_of_cells_are_scored_and_pictures_once(asked):
    run = run_study(asked("their_scorer:stated"))
    ids, pairs, scores = run.pair_scores("logits")
    assert len(pairs) == len(scores) == run.manifest.backbones[0].pairs < len(ids) ** 2 / 2
    prepared = sys.modules["their_scorer"].Logits.prepared
    assert prepared == len(ids) + CHECKED
    again = run_study(asked("their_scorer:stated"))
    assert sys.modules["their_scorer"].Logits.prepared == prepared + CHECKED
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


def printed(told):
    """Every text of the report but cards, options and the texts that explain the method."""
    return list(strings({k: v for k, v in told.items() if k not in NOT_ABOUT_SCORES}))


NOT_ABOUT_SCORES = {"provenance", "models", "method"}


def strings(data):
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from strings(part)


@pytest.mark.parametrize(
    ("is_alone", "beside"),
    [(False, ()), (False, ("stripes",)), (True, ())],
    ids=["strangers, alone", "strangers, beside cosines", "one person, alone"],
)
def test_no_finding_heading_or_legend_calls_it_a_cosine(study, photos, is_alone, beside):
    for path in photos.iterdir():
        if is_alone and not path.name.startswith("01_"):
            path.unlink()
    run = study("their_scorer:stated", *beside, attention=True, masks=["grabcut"])
    document = build(run)
    told = json.loads(as_json(document))
    assert not [text for text in printed(told) if "osine" in text and "with stripes" not in text]
    before_method, _, after = render(document).partition('<section id="method"')
    shown = before_method + after.partition("</section>")[2]
    assert "osine" not in shown.replace("mean cosine of", "" if beside else "mean cosine of")
    own_word = "Logit" if not beside else "Score"
    groups = told["chapters"][0]["groups"]
    assert groups[0]["title"] == own_word
    assert ("logit" if not beside else "score") in groups[0]["caption"]


def test_the_method_says_what_each_model_compares_by(study):
    method = " ".join(
        text for _, text in build(study("stripes", "their_scorer:stated")).data("method").texts
    )
    assert "the cosine of unit-length feature vectors with stripes" in method
    assert "the logit that the model gives them with logits" in method


def test_beside_a_backbone_each_has_its_own_axis(study):
    run = study("stripes", "their_scorer:stated")
    document = build(run)
    first, second = (model.axis_marks for model in document.models)
    assert first != second
    assert render(document).count('class="mated" d=') >= 4


def test_evidence_is_by_occlusion(study):
    run = study("their_scorer:stated", attention=True)
    evidence = Run(run.path).evidence("logits", "turn")
    assert {level["kind"] for level in evidence} == {"occlusion"}
    assert any(abs(level["first"]).max() > 0 for level in evidence)
    assert all(abs(score) <= 100 for level in evidence for score in level["cosine"])

"""Scores from the nodes of a cluster are those of one machine, whatever becomes of a node."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from probe.embedding import pairwise
from probe.embedding.loaded import Loaded, ModelKey
from probe.embedding.on_nodes import Likeness, LoadThere
from probe.embedding.pair_work import PairBlock, PairWork
from probe.embedding.pairs_on_nodes import ScorerThere, scorer_there
from probe.errors import ClusterError
from probe.retrieval.evaluate import evaluate_data_set
from probe.retrieval.request import EvaluationRequest
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from tests.probe.cluster.two_nodes import Killing, assert_same_run, two_nodes
from tests.probe.embedding.test_pairwise import Reds, every_pair, records, task

UNLIKE = '''
import time
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec, PairScorer

class Unlike(PairScorer):
    """How unlike two pictures are, not the same in both orders, after a while."""

    batch = 8

    def __init__(self, card):
        self.card = card

    def prepare(self, pictures):
        return pictures.reshape(len(pictures), -1)[:, ::37].astype(np.float32) / 255

    def score(self, first, second):
        time.sleep(0.005)
        return -((first - second) ** 2).sum(axis=1) + first.mean(axis=1) / 3

card = BackboneCard("unlike", input_size=(48, 20), needs_weights=False)
spec = BackboneSpec(cards=(card,), load=lambda c, w, r: Unlike(c))
'''


@pytest.fixture
def unlike(tmp_path, monkeypatch):
    (tmp_path / "unlike_model.py").write_text(UNLIKE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "unlike_model:spec"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_scores_of_two_nodes_of_which_one_dies_are_those_of_one_machine(
    tmp_path, photos, protocol_file, coloured, unlike, monkeypatch
):
    """One cluster for a study and an evaluation: to start one takes longer than both."""
    monkeypatch.setattr(pairwise, "BLOCK", 128)
    request = StudyRequest(
        protocol_file, unlike, photos=photos, fmr=0.03, out=tmp_path / "here", threads=1,
        cache=tmp_path / "cache_here", attention=True,
    )  # fmt: skip
    asked = EvaluationRequest(f"market_form={coloured}", unlike, device="cpu", threads=1)
    here, figures = run_study(request), evaluate_data_set(asked)
    with two_nodes() as cluster:
        there = run_study(
            replace(request, cluster=cluster.address, out=tmp_path / "there",
                    cache=tmp_path / "cache_there"),
            killing := Killing(cluster, "progress-scoring", "progress-looks"),
        )  # fmt: skip
        on_nodes = evaluate_data_set(replace(asked, cluster=cluster.address))
    assert killing.left == []
    assert len(killing.seen["progress-scoring"]) > 10
    assert_same_run(here, there)
    pd.testing.assert_frame_equal(figures.table, on_nodes.table, check_exact=True)


def loaded(scorer, loads):
    key = ModelKey("digest")

    def again():
        loads.append(1)
        return scorer, key

    return Loaded("reds", scorer, key, again=again)


def test_a_node_has_the_scores_of_this_machine_and_loads_once():
    loads = []
    scorer = scorer_there(loaded(Reds(), loads))
    assert (scorer.card, scorer.engine) == (Reds().card, Reds().engine)
    for symmetric in (False, True):
        scorer = scorer_there(loaded(Reds(symmetric), loads))
        there, here = (
            PairWork(model, task(scorer).preparation, records(11), 1)
            for model in (scorer, Reds(symmetric))
        )
        for rows in (slice(0, 30), slice(30, None)):
            block = PairBlock(every_pair(11)[rows], ("0", "1"))
            np.testing.assert_array_equal(there(block), here(block))
    assert loads == [1, 1]


def test_a_node_that_scores_otherwise_is_refused(monkeypatch):
    monkeypatch.setattr("probe.embedding.on_nodes.this_node", lambda: "far (10.0.0.7, 1)")
    likeness = replace(Likeness.of(Reds(), ModelKey("other")), vectors="other")
    load = LoadThere("reds", likeness, lambda: (Reds(), ModelKey("other")))
    with pytest.raises(ClusterError, match=r"far \(10.0.0.7, 1\).*scores of made pictures"):
        ScorerThere(load, Reds()).prepare(np.zeros((1, 8, 4, 3), np.uint8))

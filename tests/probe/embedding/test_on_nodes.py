"""Vectors from the nodes of a cluster are those of one machine, whatever becomes of a node."""

import copy
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from probe.contracts import Runtime
from probe.embedding.embed import vectors_of_batch
from probe.embedding.fitted import Preparation
from probe.embedding.known_models import Facts, KnownBackbone
from probe.embedding.loaded import Loaded, ModelKey
from probe.embedding.on_nodes import (
    EmbeddingWork,
    Likeness,
    LoadThere,
    PictureBatch,
    backbone_there,
    nodes_for,
)
from probe.embedding.registry import find_all
from probe.errors import ClusterError
from probe.pictures.fitting import Fitting
from probe.pictures.kept_crops import KeptCrops
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from tests.probe.cluster.two_nodes import Killing, assert_same_run, two_nodes
from tests.probe.embedding.test_embed import Mean, records

SLOWLY = '''
import time
import numpy as np
from probe.contracts import Backbone, BackboneCard, BackboneSpec

class Slowly(Backbone):
    """Pixels of a picture, after a while."""

    batch = 4

    def __init__(self, card):
        self.card = card

    def embed(self, images):
        time.sleep(0.2)
        return images.reshape(len(images), -1)[:, ::37].astype(np.float32) - 100

card = BackboneCard("slowly", input_size=(48, 20), needs_weights=False)
spec = BackboneSpec(cards=(card,), load=lambda c, w, r: Slowly(c))
'''


@pytest.fixture
def slowly(tmp_path, monkeypatch):
    (tmp_path / "slow_model.py").write_text(SLOWLY, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "slow_model:spec"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_study_on_two_nodes_of_which_one_dies_has_the_figures_of_one_machine(
    tmp_path, photos, protocol_file, slowly
):
    request = StudyRequest(
        protocol_file, slowly, photos=photos, fmr=0.03, out=tmp_path / "here", threads=1,
        cache=tmp_path / "cache_here",
    )  # fmt: skip
    here = run_study(request)
    with two_nodes() as cluster:
        there = run_study(
            replace(request, cluster=cluster.address, out=tmp_path / "there",
                    cache=tmp_path / "cache_there"),
            killing := Killing(cluster, "progress-embedding"),
        )  # fmt: skip
        assert cluster.second is None
    seen = killing.seen["progress-embedding"]
    assert (seen[0], seen[-1]) == ((0, 72), (72, 72))
    assert_same_run(here, there)


def work(model, **changes):
    key = ModelKey("digest")
    likeness = replace(Likeness.of(model, key), **changes)
    there = LoadThere("mean", likeness, lambda: (model, key))
    preparation = Preparation(Fitting(model.card.input_size))
    return EmbeddingWork(KnownBackbone(there, Facts.of(model)), preparation, 2)


def test_a_batch_has_the_vectors_of_this_machine():
    batch = PictureBatch(tuple(records(5)))
    pictures = np.stack([work(Mean()).preparation(record) for record in batch.records])
    expected = vectors_of_batch(Mean(), batch.records, pictures)
    np.testing.assert_array_equal(work(Mean())(batch), expected)
    assert str(batch) == f"{batch.records[0].source} ... {batch.records[-1].source}"


@pytest.mark.parametrize(
    ("changed", "said"), [("vectors", "made pictures"), ("key", "weights"), ("engine", "other")]
)
def test_a_node_that_computes_something_else_is_refused(monkeypatch, changed, said):
    monkeypatch.setattr("probe.embedding.on_nodes.this_node", lambda: "far (10.0.0.7, 1)")
    with pytest.raises(ClusterError, match=rf"far \(10.0.0.7, 1\).*{said}"):
        work(Mean(), **{changed: f"other {changed}"})(PictureBatch(tuple(records(2))))


def test_a_node_loads_a_network_once_for_all_work():
    loads = []

    def load():
        loads.append(1)
        return Mean(), ModelKey("once")

    likeness = Likeness.of(Mean(), ModelKey("once"))
    first, second = (LoadThere("mean", likeness, load) for _ in range(2))
    assert first() is second()
    assert len(loads) == 1


def test_what_is_sent_to_a_node_holds_no_network():
    choice = find_all(["arcface.demo"])[0]
    runtime = Runtime(threads=1)
    model, key = choice.loaded(runtime)
    loaded = Loaded("arcface.demo", model, key, again=partial(choice.loaded, runtime))
    cloudpickle = pytest.importorskip("ray", reason="the extra `cluster`").cloudpickle
    sent = cloudpickle.dumps(backbone_there(loaded))
    assert len(sent) < 10_000
    arrived = cloudpickle.loads(sent)
    assert (arrived.card, arrived.engine, arrived.batch) == (model.card, model.engine, model.batch)
    picture = np.full((1, *model.card.input_size, 3), 90, np.uint8)
    np.testing.assert_array_equal(arrived.embed(picture), model.embed(picture))


def test_crops_that_are_kept_stay_where_they_are():
    crops = KeptCrops(1000)
    crops.keep("a", np.ones((4, 4, 3), np.uint8))
    other = copy.deepcopy(crops)
    assert other.crop("a", lambda: np.zeros((1, 1, 3), np.uint8)).sum() == 0


def test_the_nodes_of_models_have_a_gpu_where_one_of_them_runs_on_it():
    class Nodes:
        def on_gpus(self, needing):
            return f"with a GPU, for {needing}"

    nodes, plain, fast = Nodes(), Mean(), Mean()
    fast.engine = "torch, cuda, float32"
    assert nodes_for(nodes, plain, plain) is nodes
    assert nodes_for(nodes, plain, fast) == f"with a GPU, for {fast.card.name}"

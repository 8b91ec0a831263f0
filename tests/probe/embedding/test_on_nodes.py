"""Vectors from the nodes of a cluster are those of one machine, whatever becomes of a node."""

import copy
import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from probe.contracts import Reporter
from probe.embedding.embed import vectors_of_batch
from probe.embedding.fitted import Preparation
from probe.embedding.loaded import ModelKey
from probe.embedding.on_nodes import EmbeddingWork, Likeness, PictureBatch
from probe.errors import ClusterError
from probe.pictures.fitting import Fitting
from probe.pictures.kept_crops import KeptCrops
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from tests.probe.cluster.two_nodes import two_nodes
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


class Killing(Reporter):
    """Takes a node away when a few pictures are embedded."""

    def __init__(self, cluster):
        self.cluster, self.seen = cluster, []

    def progress(self, text, unit):
        def told(done, everything):
            if text.id == "progress-embedding":
                self.seen.append((done, everything))
                if done and self.cluster.second is not None:
                    self.cluster.remove_node(self.cluster.second, allow_graceful=False)
                    self.cluster.second = None

        return told


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
            killing := Killing(cluster),
        )  # fmt: skip
        assert cluster.second is None
    assert killing.seen[0] == (0, 72)
    assert killing.seen[-1] == (72, 72)
    names = {path.relative_to(here.path) for path in here.path.rglob("*") if path.is_file()}
    assert names == {path.relative_to(there.path) for path in there.path.rglob("*")
                     if path.is_file()}  # fmt: skip
    for name in sorted(names):
        one, other = here.path / name, there.path / name
        if name.suffix == ".parquet":
            pd.testing.assert_frame_equal(pd.read_parquet(one), pd.read_parquet(other))
        elif name.suffix == ".npz":
            with np.load(one) as first, np.load(other) as second:
                assert set(first) == set(second)
                for key in first:
                    np.testing.assert_array_equal(first[key], second[key])
        elif name.name == "manifest.json":
            assert _figures(one) == _figures(other)
        else:
            assert one.read_bytes() == other.read_bytes(), name


def _figures(path):
    """A manifest without what is of this run alone."""
    manifest = json.loads(path.read_text("utf-8"))
    for backbone in manifest["backbones"]:
        del backbone["seconds"]
    own = {"run", "created", "finished", "files"}
    return {key: manifest[key] for key in manifest if key not in own}


def work(model, **changes):
    key = ModelKey("digest")
    likeness = replace(Likeness.of(model, key), **changes)
    preparation = Preparation(Fitting(model.card.input_size))
    return EmbeddingWork("mean", lambda: (model, key), likeness, preparation, 2)


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
        work(Mean(), **{changed: "other"})(PictureBatch(tuple(records(2))))


def test_a_file_that_a_node_cannot_see_is_told_with_the_node(monkeypatch, tmp_path):
    from probe.pictures.photographs import PhotoFile

    monkeypatch.setattr("probe.embedding.on_nodes.this_node", lambda: "far (10.0.0.7, 1)")
    gone = replace(records(1)[0], origin=PhotoFile(tmp_path / "gone.jpg"))
    with pytest.raises(ClusterError, match=r"gone.jpg: the node far") as caught:
        work(Mean())(PictureBatch((gone,)))
    assert "all nodes share" in str(caught.value).replace("\n", " ")


def test_crops_that_are_kept_stay_where_they_are():
    crops = KeptCrops(1000)
    crops.keep("a", np.ones((4, 4, 3), np.uint8))
    other = copy.deepcopy(crops)
    assert other.crop("a", lambda: np.zeros((1, 1, 3), np.uint8)).sum() == 0

"""A data set's figures are those of the rule on the vectors of its pictures."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from probe.contracts import Reporter, Runtime
from probe.embedding.registry import find
from probe.errors import BackboneError
from probe.pictures.data_sets import read_data
from probe.pictures.decoding import read_picture
from probe.pictures.fitting import Fitting, fit_picture
from probe.retrieval import evaluate_vectors, labels, unit_rows
from probe.retrieval.evaluate import evaluate_data_set, side_vectors
from probe.retrieval.parts import read_parts
from probe.retrieval.request import EvaluationRequest
from probe.wording import wording_of
from tests.probe.cluster.two_nodes import Killing, two_nodes

CPU = Runtime("cpu")


def vectors_of(data, *, mirrored=False):
    backbone = find("stripes").load(CPU)
    fitting = Fitting(backbone.card.input_size, "stretch")

    def picture(file):
        shown = read_picture(file)
        return fit_picture(shown[:, ::-1].copy() if mirrored else shown, fitting)

    return [
        backbone.embed(np.stack([picture(file) for file in part.files]))
        for part in (data.query, data.gallery)
    ]


def sides(data):
    return [labels(part.people, part.cameras) for part in (data.query, data.gallery)]


def test_figures_are_those_of_the_rule_on_the_vectors(coloured):
    request = EvaluationRequest(
        f"market_form={coloured}", ("stripes",), fit="stretch", device="cpu"
    )
    evaluation = evaluate_data_set(request)
    data = read_data(request.data)
    expected = evaluate_vectors(*vectors_of(data), *sides(data))
    np.testing.assert_allclose(evaluation.results[0].retrieval.ap, expected.ap, atol=1e-9)


def test_a_flipped_vector_is_the_sum_of_both_unit_vectors(coloured):
    request = EvaluationRequest(
        f"market_form={coloured}", ("stripes",), fit="stretch", flip=True, rerank=True, device="cpu"
    )
    plain, reranked = evaluate_data_set(request).results
    data = read_data(request.data)
    both = zip(vectors_of(data), vectors_of(data, mirrored=True), strict=True)
    expected = evaluate_vectors(*(unit_rows(a) + unit_rows(b) for a, b in both), *sides(data))
    np.testing.assert_allclose(plain.retrieval.ap, expected.ap, atol=1e-6)
    assert wording_of()(plain.distance) == "cosine, picture + mirrored"
    reranking = "cosine, picture + mirrored, re-ranked (k1 20, k2 6, weight 0.3)"
    assert wording_of()(reranked.distance) == reranking


def test_side_vectors_are_what_the_figures_are_made_of(coloured):
    request = EvaluationRequest(
        f"market_form={coloured}", ("stripes", "stripes"), fit="stretch", device="cpu"
    )
    parts = read_parts(request.data)
    first, second = side_vectors(request, parts)
    assert (first.backbone, second.backbone) == ("stripes", "stripes.2")
    expected = evaluate_data_set(request).results[0].retrieval
    found = evaluate_vectors(first.query, first.gallery, parts.query.labels, parts.gallery.labels)
    np.testing.assert_array_equal(found.ap, expected.ap)


CONSTANT = """
import numpy as np
from probe import Backbone, BackboneCard, BackboneSpec

class Constant(Backbone):
    card = BackboneCard("constant", input_size=(8, 4), dimension=3, needs_weights=False)

    def embed(self, images):
        return np.ones((len(images), 3), np.float32)

spec = BackboneSpec(cards=(Constant.card,), load=lambda card, weights, runtime: Constant())
"""


def test_a_backbone_that_is_not_set_up_is_said_before_its_figures(coloured, tmp_path, monkeypatch):
    (tmp_path / "constant_model.py").write_text(CONSTANT)
    monkeypatch.syspath_prepend(tmp_path)
    request = EvaluationRequest(f"market_form={coloured}", ("constant_model:spec",), flip=True)
    evaluation = evaluate_data_set(request)
    assert [fault.id for fault in evaluation.faults] == ["headline-setup"]
    assert evaluation.notes[0].startswith(
        "constant is not set up as it should be: it gives every picture the same vector"
    )


def test_a_model_that_cannot_finish_costs_the_others_nothing(coloured, frail):
    given = EvaluationRequest(f"market_form={coloured}", (frail, "stripes"), device="cpu")
    evaluation = evaluate_data_set(given)
    (failure,) = evaluation.failures
    assert failure.name == "frail"
    assert "holds NaN or infinity" in failure.reason
    assert [figures.backbone for figures in evaluation.results] == ["stripes"]
    alone = evaluate_data_set(replace(given, backbones=("stripes",)))
    assert alone.failures == ()
    np.testing.assert_array_equal(evaluation.results[0].retrieval.ap, alone.results[0].retrieval.ap)
    with pytest.raises(BackboneError, match="holds NaN or infinity"):
        evaluate_data_set(replace(given, backbones=(frail,)))


def test_a_model_that_cannot_be_loaded_is_said_before_any_figure(coloured, tmp_path):
    empty = tmp_path / "empty.pth"
    empty.write_bytes(b"")
    names = ("stripes", f"osnet_x0_25={empty}")
    told = Steps()
    with pytest.raises(BackboneError):
        evaluate_data_set(EvaluationRequest(f"market_form={coloured}", names, device="cpu"), told)
    assert told.progressed == []


class Steps(Reporter):
    def __init__(self):
        self.progressed = []

    def progress(self, text, unit):
        self.progressed.append(text)
        return super().progress(text, unit)


def test_the_same_weights_given_twice_are_said_to_be_one_model(coloured):
    request = EvaluationRequest(f"market_form={coloured}", ("stripes", "stripes"), device="cpu")
    said = [note for note in evaluate_data_set(request).notes if "are the same weights" in note]
    assert len(said) == 1
    assert said[0].startswith("stripes and ")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_figures_of_two_nodes_of_which_one_dies_are_those_of_one_machine(coloured, tmp_path):
    request = EvaluationRequest(
        f"market_form={coloured}", "arcface.demo", flip=True, rerank=True, device="cpu", threads=1,
        cache=tmp_path / "cache",
    )  # fmt: skip
    here = evaluate_data_set(request)
    with two_nodes() as cluster:
        there = evaluate_data_set(
            replace(request, cluster=cluster.address),
            killing := Killing(cluster, "progress-mirrored"),
        )
    assert killing.left == []
    assert set(killing.seen) >= {"progress-embedding", "progress-mirrored"}
    pd.testing.assert_frame_equal(here.table, there.table, check_exact=True)
    for one, other in zip(here.results, there.results, strict=True):
        np.testing.assert_array_equal(one.retrieval.ap, other.retrieval.ap)

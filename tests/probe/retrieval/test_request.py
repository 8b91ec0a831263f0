"""What an evaluation is asked for: what does not go together is refused beforehand."""

import dataclasses

import pytest

from probe.errors import ComparisonError, UsageError
from probe.retrieval.evaluate import evaluate_data_set
from probe.retrieval.request import EvaluationRequest


def request(**changes):
    return dataclasses.replace(EvaluationRequest("market1501=x", "stripes"), **changes)


def test_one_backbone_may_be_named_without_a_list():
    assert request().backbone_names == ("stripes",)
    assert request(backbones=["stripes", "moco.demo"]).backbone_names == ("stripes", "moco.demo")


def test_what_goes_together_is_not_refused():
    request().check()
    request(distance="euclidean", flip=True).check()
    request(rerank=True, rule="cuhk03").check()


def test_a_rule_that_does_not_exist_is_refused_before_pictures_are_read():
    with pytest.raises(ComparisonError, match="no retrieval rule 'map'"):
        evaluate_data_set(EvaluationRequest("scenes=nowhere", ("stripes",), rule="map"))


def test_reranking_works_on_cosines_only():
    with pytest.raises(UsageError, match="works on cosines, not with --distance euclidean"):
        request(distance="euclidean", rerank=True).check()


def test_a_value_that_an_option_does_not_have_names_those_it_has():
    with pytest.raises(UsageError, match="cosine"):
        request(distance="cosin").check()


@pytest.mark.parametrize("option", ["flip", "rerank"])
def test_a_pair_scorer_gives_no_vectors_to_change(option):
    request().check_pair_scorer("pairs")
    with pytest.raises(UsageError, match=f"--{option} works on vectors, and pairs scores pairs"):
        request(**{option: True}).check_pair_scorer("pairs")

"""Which address names a cluster, and what cannot be computed on one."""

from pathlib import Path

import pytest

from probe.errors import UsageError
from probe.matching.request import MatchRequest
from probe.options.cluster import check_cluster
from probe.retrieval.request import EvaluationRequest
from probe.study.request import StudyRequest


@pytest.mark.parametrize("address", ["local", "auto", "10.0.0.7:6379", "head.lan:6379", "h:1"])
def test_an_address_of_a_cluster(address):
    check_cluster(address)


@pytest.mark.parametrize("address", ["", "Local", "10.0.0.7", "ray://h:1", "h:", "a b:1", "h:x"])
def test_what_is_no_address_says_how_one_is_written(address):
    with pytest.raises(
        UsageError, match=r"no address of a cluster[\s\S]*local, auto, or HOST:PORT"
    ):
        check_cluster(address)


REQUESTS = (
    lambda **options: StudyRequest("distance", **options),
    lambda **options: EvaluationRequest("market1501=DIR", "arcface.demo", **options),
    lambda **options: MatchRequest((Path("a"), Path("b")), Path("out"), "arcface.demo", **options),
)


@pytest.mark.parametrize("request_of", REQUESTS)
def test_another_precision_is_refused_on_a_cluster(request_of):
    request_of(cluster="local").check()
    request_of(precision="bfloat16").check()
    with pytest.raises(UsageError, match="leave --bf16 out, or --cluster"):
        request_of(cluster="local", precision="bfloat16").check()


@pytest.mark.parametrize("request_of", REQUESTS)
def test_one_gpu_of_this_machine_is_refused_on_a_cluster(request_of):
    request_of(cluster="local", device="cuda").check()
    request_of(device="cuda:1").check()
    with pytest.raises(UsageError, match=r"cuda:1 names one GPU[\s\S]*write --device cuda:"):
        request_of(cluster="local", device="cuda:1").check()

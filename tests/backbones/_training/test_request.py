"""What `probe train` is asked for."""

import pytest

from probe.backbones._training.request import TrainingRequest
from probe.errors import UsageError


def test_one_data_set_is_as_good_as_a_list():
    request = TrainingRequest(data="market1501=DIR", target=["a=1", "b=2"])
    assert request.sources == ("market1501=DIR",)
    assert request.targets == ("a=1", "b=2")
    assert request.evaluated == ()


def test_nothing_said_is_possible():
    request = TrainingRequest()
    request.check()
    assert (request.device, request.workers, request.threads) == ("auto", 0, 0)
    assert (request.resume, request.out, request.sources) == (False, None, ())


@pytest.mark.parametrize("option", ["workers", "threads"])
def test_fewer_than_none_is_refused(option):
    with pytest.raises(UsageError, match=f"--{option} -1: at least 0"):
        TrainingRequest(**{option: -1}).check()

"""Options that say on what is computed."""

from pathlib import Path

import pytest

from probe.contracts import Runtime
from probe.errors import UsageError
from probe.options import MachineOptions, check_options


def test_they_make_the_runtime_of_a_loader():
    machine = MachineOptions(device="cpu", engine="torch", precision="bfloat16", threads=3)
    assert machine.runtime == Runtime("cpu", "torch", "bfloat16", 3, machine.cache_folder)


def test_the_cache_is_the_folder_given_or_the_users(own_cache):
    assert MachineOptions(cache="here").cache_folder == Path("here")
    assert MachineOptions().cache_folder == own_cache


@pytest.mark.parametrize("device", ["auto", "cpu", "cuda", "cuda:3", "mps"])
def test_every_device_that_the_help_names_is_taken(device):
    check_options(MachineOptions(device=device))


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"workers": 0}, "--workers 0"),
        ({"threads": -1}, "--threads -1"),
        ({"engine": "tf"}, "'tf'"),
        ({"device": "gpu"}, r"--device gpu: there is no such device\n.*cuda:1"),
        ({"device": "cuda:"}, "--device cuda:"),
    ],
)
def test_what_is_not_possible_is_refused(asked, refusal):
    with pytest.raises(UsageError, match=refusal):
        check_options(MachineOptions(**asked))

"""The cores that a process may use."""

import os

import pytest

from probe.cores import cores


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="cores are not dealt out here")
def test_a_process_bound_to_one_core_has_one():
    before = os.sched_getaffinity(0)
    assert cores() == len(before)
    try:
        os.sched_setaffinity(0, {min(before)})
        assert cores() == 1
    finally:
        os.sched_setaffinity(0, before)

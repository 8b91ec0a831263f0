"""The cores that a process may use."""

import os
import threading

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from probe.cores import cores, products_on_one_core


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="cores are not dealt out here")
def test_a_process_bound_to_one_core_has_one():
    before = os.sched_getaffinity(0)
    assert cores() == len(before)
    try:
        os.sched_setaffinity(0, {min(before)})
        assert cores() == 1
    finally:
        os.sched_setaffinity(0, before)


def threads_of_products():
    return {
        library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"
    }


def test_products_take_one_core_until_the_last_thread_is_done():
    assert np.ones((3, 3)).dot(np.ones(3)).sum() == 9
    before, inside, leave = threads_of_products(), threading.Event(), threading.Event()

    def other():
        with products_on_one_core():
            inside.set()
            leave.wait(60)

    thread = threading.Thread(target=other)
    thread.start()
    assert inside.wait(60)
    with products_on_one_core():
        assert threads_of_products() == {1}
    assert threads_of_products() == {1}
    leave.set()
    thread.join()
    assert threads_of_products() == before

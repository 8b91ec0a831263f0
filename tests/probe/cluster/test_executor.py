"""Threads as an executor: results in order, few items begun, errors where they are asked for."""

import threading

import pytest

from probe.cluster import Here, Threads
from probe.cluster.executor import in_order


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize("ahead", [0, 1, 7, 100])
def test_results_come_in_the_order_of_the_items(size, ahead):
    assert list(Threads(size).ordered(lambda item: item * item, range(20), ahead)) == [
        item * item for item in range(20)
    ]


def test_no_more_items_are_begun_than_may_wait():
    begun, lock = [], threading.Lock()

    def work(item):
        with lock:
            begun.append(item)
        return item

    results = Threads(2).ordered(work, range(50), 3)
    assert [next(results) for _ in range(2)] == [0, 1]
    assert len(begun) <= 2 + 3
    results.close()
    assert len(begun) <= 2 + 3


def test_items_are_read_as_they_are_needed():
    read = []

    def items():
        for item in range(50):
            read.append(item)
            yield item

    results = in_order(lambda item: lambda: item, items(), 4)
    next(results)
    assert read == [0, 1, 2, 3, 4]


def test_what_work_raises_is_raised_where_its_result_is_asked_for():
    def work(item):
        if item == 2:
            raise LookupError(item)
        return item

    results = Threads(2).ordered(work, range(5), 4)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(LookupError):
        next(results)


def test_here_an_item_is_worked_on_when_its_result_is_asked_for():
    begun = []
    results = Here().ordered(lambda item: begun.append(item) or threading.get_ident(), range(5))
    assert begun == []
    assert next(results) == threading.get_ident()
    assert begun == [0]

"""Two nodes on this machine, as Ray's own tests have them."""

import pytest

from tests.probe.cluster.two_nodes import two_nodes


@pytest.fixture(scope="module")
def address():
    with two_nodes(gpus=1) as cluster:
        yield cluster.address

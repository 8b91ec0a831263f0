"""Work on the nodes of a cluster: in order, errors as they were, processes that die."""

import os
import socket
import sys
from pathlib import Path

import pytest

from probe.cluster.place import is_on_a_node
from probe.cluster.ray_nodes import RETRIES, living_nodes, ray_nodes, this_node
from probe.contracts.vector_error import vector_error
from probe.errors import ClusterError, PictureError, UsageError, VectorError
from probe.wording import Message, refusal

MACHINE = {"engine": "one"}


def machine():
    return MACHINE


def another():
    return {"engine": f"process {os.getpid()}"}


def where(item):
    return item, this_node(), str(Path.cwd())


def gpu(item):
    return os.environ.get("CUDA_VISIBLE_DEVICES")


def faulty(item):
    if item == 3:
        raise vector_error("planted", 3, " after the second block")
    return item


def unreadable(item):
    assert is_on_a_node()
    raise refusal(PictureError, Message("reason-changed"), place="a/b.jpg")


def without_package(item):
    raise refusal(UsageError, Message("stores-secret"), place="s3://b", hint="pip install it")


def no_folder(item):
    Path("/proc/none/here").mkdir(parents=True)


def deadly(item):
    if item == 2:
        os._exit(1)
    return item


def test_a_package_that_is_missing_names_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with (
        pytest.raises(ClusterError, match=r"pip install 'probe-reid\[cluster\]'"),
        ray_nodes("local", machine),
    ):
        pass


@pytest.mark.parametrize("address", ["127.0.0.1:{port}", "127.0.0.1:70000"])
def test_an_address_where_nobody_listens_is_refused_at_once(address):
    pytest.importorskip("ray", reason="the extra `cluster` is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        asked = address.format(port=free.getsockname()[1])
    said = rf"--cluster {asked}: the cluster cannot be joined"
    with pytest.raises(ClusterError, match=said), ray_nodes(asked, machine, 1):
        pass


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_of_two_nodes(address, tmp_path, monkeypatch):
    """One cluster for all: to start one takes longer than everything that is tried on it."""
    monkeypatch.chdir(tmp_path)
    with ray_nodes(address, machine, 1) as nodes:
        assert nodes.size == 2
        done = list(nodes.ordered(where, range(40), 4))
        assert [item for item, _, _ in done] == list(range(40))
        assert {folder for _, _, folder in done} == {str(tmp_path)}
        assert len({node for _, node, _ in done}) == 2

        results = nodes.ordered(faulty, range(8), 4)
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(VectorError, match="after the second block") as caught:
            next(results)
        assert (caught.value.backbone, caught.value.picture) == ("planted", 3)

        with pytest.raises(ClusterError, match=r"a/b.jpg: the node \S+ .* the file has changed"):
            next(nodes.ordered(unreadable, [1], 1))
        with pytest.raises(ClusterError, match=r"s3://b: the node .* not read") as caught:
            next(nodes.ordered(without_package, [1], 1))
        assert caught.value.hint == "pip install it"
        with pytest.raises(ClusterError, match=r"/proc/none: the node \S+ .* cannot use a file"):
            next(nodes.ordered(no_folder, [1], 1))

        alive = living_nodes()
        left = {"NodeID": "ab" * 28, "Alive": True, "Resources": {"CPU": 1.0}}
        with monkeypatch.context() as listed:
            listed.setattr("probe.cluster.ray_nodes.living_nodes", lambda: [left, *alive])
            nodes.check_nodes()  # a node that has left since it was listed is no reason to stop

        small = nodes.on_single_cores(memory=10**6)
        assert list(small.ordered(abs, [-1, -2], 1)) == [1, 2]
        assert nodes.on_single_cores(memory=10**15).size == 0

        on_gpus = nodes.on_gpus("sam")
        there = {node for _, node, _ in on_gpus.ordered(where, range(8), 2)}
        assert len(there) == 1  # the one node that has a GPU
        assert set(on_gpus.ordered(gpu, range(4), 2)) == {"0"}
        assert set(nodes.ordered(gpu, range(4), 2)) <= {"", None}
        with monkeypatch.context() as listed:
            plain = [node for node in alive if "GPU" not in node["Resources"]]
            listed.setattr("probe.cluster.ray_nodes.living_nodes", lambda: plain)
            with pytest.raises(ClusterError, match=r"sam: .* no node of the cluster has one"):
                nodes.on_gpus("sam")

        results = nodes.ordered(deadly, range(3), 0)
        assert [next(results), next(results)] == [0, 1]
        with pytest.raises(ClusterError, match=f"on 2 ended before .* {1 + RETRIES} times"):
            next(results)

        with pytest.raises(ClusterError, match="cannot be sent"):
            next(nodes.ordered(lambda item: results, [1], 1))
    with (
        pytest.raises(ClusterError, match="no node of the cluster has 64 cores"),
        ray_nodes(address, machine, 64),
    ):
        pass
    with (
        pytest.raises(ClusterError, match=r"the node \S+ \(\S+, \w+\) differs .* engine: process"),
        ray_nodes(address, another, 1),
    ):
        pass

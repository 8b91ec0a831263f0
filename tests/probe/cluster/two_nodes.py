"""A cluster of two nodes of one core each, on this machine (Ray's own test cluster)."""

import json
import os
import socket
from contextlib import contextmanager

import numpy as np
import pandas as pd
import pytest

from probe.contracts import Reporter

NODE = {"num_cpus": 1, "object_store_memory": 100_000_000}
HEAD = {"include_dashboard": False, "include_log_monitor": False, "no_monitor": True}
PORTS = (
    "metrics_agent_port", "metrics_export_port", "runtime_env_agent_port",
    "dashboard_agent_listen_port",
)  # fmt: skip


def on_ports():
    """A node whose agents have ports already: else it waits half a minute for them, and no more."""
    sockets = [socket.socket() for _ in PORTS]
    for one in sockets:
        one.bind(("", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return NODE | dict(zip(PORTS, ports, strict=True))


@contextmanager
def two_nodes(gpus=0):
    """The cluster; its `second` node can be taken away with `remove_node`.

    Args:
        gpus: that the second node says it has; Ray counts them and does not look for them.
    """
    pytest.importorskip("ray", reason="the extra `cluster` is not installed")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args=on_ports() | HEAD)
    try:
        cluster.second = cluster.add_node(num_gpus=gpus, **on_ports())
        yield cluster
    finally:
        cluster.shutdown()


class Killing(Reporter):
    """Takes a node away when a phase has begun to progress; another one joins for the next."""

    def __init__(self, cluster, *phases):
        self.cluster, self.left, self.seen = cluster, list(phases), {}

    def progress(self, text, unit):
        if text.id in self.left and self.cluster.second is None:
            self.cluster.second = self.cluster.add_node(**on_ports())

        def told(done, everything):
            self.seen.setdefault(text.id, []).append((done, everything))
            if done and text.id in self.left:
                self.left.remove(text.id)
                self.cluster.remove_node(self.cluster.second, allow_graceful=False)
                self.cluster.second = None

        return told


def assert_same_run(here, there):
    """Two runs have the same files, tables and figures, to the last bit."""
    names = {path.relative_to(here.path) for path in here.path.rglob("*") if path.is_file()}
    assert names == {path.relative_to(there.path) for path in there.path.rglob("*")
                     if path.is_file()}  # fmt: skip
    for name in sorted(names):
        one, other = here.path / name, there.path / name
        if name.suffix == ".parquet":
            pd.testing.assert_frame_equal(
                pd.read_parquet(one), pd.read_parquet(other), check_exact=True
            )
        elif name.suffix == ".npz":
            with np.load(one) as first, np.load(other) as second:
                assert set(first) == set(second)
                for key in first:
                    np.testing.assert_array_equal(first[key], second[key])
        elif name.name == "manifest.json":
            assert _figures(one) == _figures(other)
        elif name.suffix == ".json":
            first, second = (json.loads(path.read_text("utf-8")) for path in (one, other))
            assert without_times(first) == without_times(second), name
        else:
            assert one.read_bytes() == other.read_bytes(), name


def without_times(told):
    """What is stored, without what was measured of this machine: times, and prices in time."""
    if isinstance(told, dict):
        kept = told.keys() - {"seconds", "milliseconds", "price"}
        return {key: without_times(told[key]) for key in kept}
    return [without_times(one) for one in told] if isinstance(told, list) else told


def _figures(path):
    """A manifest without what is of this run alone."""
    manifest = json.loads(path.read_text("utf-8"))
    for backbone in manifest["backbones"]:
        del backbone["seconds"]
    own = {"run", "created", "finished", "files"}
    return {key: manifest[key] for key in manifest if key not in own}

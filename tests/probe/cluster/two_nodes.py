"""A cluster of two nodes of one core each, on this machine (Ray's own test cluster)."""

import os
import socket
from contextlib import contextmanager

import pytest

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
def two_nodes():
    """The cluster; its `second` node can be taken away with `remove_node`."""
    pytest.importorskip("ray", reason="the extra `cluster` is not installed")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args=on_ports() | HEAD)
    try:
        cluster.second = cluster.add_node(**on_ports())
        yield cluster
    finally:
        cluster.shutdown()

"""Work on many items at once, in threads of this machine or on the nodes of a cluster."""

from probe.cluster.executor import Executor, Here, Threads

__all__ = ["Executor", "Here", "Threads"]

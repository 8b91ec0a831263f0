"""The nodes of a Ray cluster as an executor: Ray places work, moves it, and begins it again."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from probe.cluster.executor import in_order
from probe.cluster.place import on_a_node
from probe.cores import cores
from probe.errors import ClusterError, PictureError, PictureSourceError, ProbeError, UsageError
from probe.wording import Message, Value, reason_of, refusal, speaking, spoken_language

Item = TypeVar("Item")
Result = TypeVar("Result")

RETRIES = 3
"""Times that work is begun again whose process or node died (ours: one that dies four times dies of
the work)."""

LOOKED = 5.0
"""Seconds of waiting for a result after which it is looked whether a node lives at all (ours)."""

GPU_SHARE = 0.5
"""Of a GPU that an item takes (ours): one is decoded while the other is computed."""

KNOCKING = 10.0
"""Seconds within which the head of a cluster answers (ours)."""

Machine = Callable[[], Mapping[str, str]]
"""What must be alike on all nodes, by name."""


@dataclass(frozen=True)
class Surroundings:
    """What a process on a node must share with the one that asks.

    Attributes:
        folder: current folder, which relative paths start from.
        machine: says what a machine is.
        expected: what it must say.
        language: that errors speak.
        paths: folders from which modules are imported.
    """

    folder: Path
    machine: Machine
    expected: Mapping[str, str]
    language: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class RayNodes:
    """The nodes of a cluster that this process has joined, as a `probe.cluster.Executor`.

    Work and items travel by pickle. A process keeps the work that it did last, so that a network
    is loaded once for all of its batches.

    Attributes:
        cpus: cores that an item takes.
        gpus: share of a GPU that an item takes.
        memory: bytes that an item takes; 0: not counted.
        surroundings: reference to the `Surroundings`.
    """

    cpus: int
    surroundings: Any
    gpus: float = 0.0
    memory: int = 0

    @property
    def size(self) -> int:
        """How many items are worked on at once, by the nodes that live."""
        return sum(self._places(node["Resources"]) for node in living_nodes())

    def on_gpus(self, needing: str) -> RayNodes:
        """The same, each item with a share of a GPU.

        Args:
            needing: name of what computes on a GPU.

        Raises:
            ClusterError: no node has one.
        """
        chosen = replace(self, gpus=GPU_SHARE)
        if not chosen.size:
            raise refusal(ClusterError, Message("cluster-no-gpu"), place=needing)
        return chosen

    def on_single_cores(self, memory: int = 0) -> RayNodes:
        """The same, each item on one core, with so many bytes of memory."""
        return replace(self, cpus=1, memory=memory)

    def ordered(
        self, work: Callable[[Item], Result], items: Iterable[Item], ahead: int
    ) -> Iterator[Result]:
        """As `Executor.ordered`; what is begun and lost with its node is begun again elsewhere.

        Raises:
            ClusterError: no node can take the work, or an item's process died again and again.
            ProbeError: what `work` raises.
        """
        held = _sent(work)

        def begin(item: Item) -> Callable[[], Result]:
            return partial(self._result, self._begin(held, item), item)

        # What is begun when nobody asks any more is left to finish: it is a few items.
        yield from in_order(begin, items, ahead)

    def check_nodes(self) -> None:
        """Refuse a node that differs from this machine; each of them is asked.

        Raises:
            ClusterError: it names the node and the difference; or none is left.
        """
        from ray.exceptions import TaskUnschedulableError
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        held = _sent(_nothing)
        there = [
            self._begin(held, 0, NodeAffinitySchedulingStrategy(node["NodeID"], soft=False))
            for node in living_nodes()
            if self._places(node["Resources"])
        ]
        for reference in there:
            with contextlib.suppress(TaskUnschedulableError):  # it has left since
                self._result(reference, 0)
        self._need_a_node()

    def _begin(self, held: Any, item: object, where: Any = "DEFAULT") -> Any:
        """Begin the work on an item, on the node that Ray or `where` chooses."""
        import ray

        # max_calls: a process with a GPU stays, too, and keeps its network.
        remote = ray.remote(max_calls=0, max_retries=RETRIES)(_worked).options(
            num_cpus=self.cpus,
            num_gpus=self.gpus,
            memory=self.memory or None,
            scheduling_strategy=where,
        )
        # In a list a reference stays one: the process fetches what it does not hold yet.
        return remote.remote([self.surroundings], [held], item)

    def _result(self, reference: Any, item: object) -> Any:
        import ray
        from ray.exceptions import RayError, RayTaskError, TaskUnschedulableError

        try:
            while not ray.wait([reference], timeout=LOOKED)[0]:
                self._need_a_node()
            result, error = ray.get(reference)
        except (RayTaskError, TaskUnschedulableError):
            raise
        except RayError as fault:
            values: dict[str, Value] = {"item": str(item), "times": 1 + RETRIES}
            values["detail"] = type(fault).__name__
            raise refusal(
                ClusterError,
                Message("cluster-work-lost", values),
                hint=Message("cluster-work-lost-hint"),
            ) from None
        if error is not None:
            raise error
        return result

    def _need_a_node(self) -> None:
        if not self.size:
            raise refusal(ClusterError, Message("cluster-no-node", {"cores": self.cpus}))

    def _places(self, resources: Mapping[str, float]) -> int:
        """How many items a node works on at once."""
        taken = {"CPU": self.cpus, "GPU": self.gpus, "memory": self.memory}
        return min(int(resources.get(name, 0) // each) for name, each in taken.items() if each)


@contextlib.contextmanager
def ray_nodes(address: str, machine: Machine, cpus: int = 0) -> Iterator[RayNodes]:
    """Join a cluster, or start one on this machine, and leave it again.

    Args:
        address: `local` for this machine alone, `auto` for the cluster that it belongs to,
            `HOST:PORT` for another.
        machine: says what must be alike on all nodes; a function that can be pickled.
        cpus: cores that an item takes; 0: those of this machine, or of the smallest node if that
            has fewer.

    Raises:
        ClusterError: the package is missing, there is no such cluster, no node has so many cores,
            or a node differs from this machine.
    """
    ray = _ray()
    joined = not ray.is_initialized()
    if joined:
        _join(ray, address)
    try:
        surroundings = ray.put(
            Surroundings(Path.cwd(), machine, machine(), spoken_language(), tuple(sys.path))
        )
        nodes = RayNodes(cpus or _fewest_cores(), surroundings)
        nodes.check_nodes()
        yield nodes
    finally:
        if joined:
            ray.shutdown()


def living_nodes() -> list[dict[str, Any]]:
    """What Ray says of the nodes that live."""
    import ray

    return [node for node in ray.nodes() if node["Alive"]]


def this_node() -> str:
    """The node that this process works on, in words: host, address and number."""
    import ray

    number = ray.get_runtime_context().get_node_id()[:8]
    return f"{socket.gethostname()} ({ray.util.get_node_ip_address()}, {number})"


def _fewest_cores() -> int:
    """Cores of this machine, or of the smallest node if that has fewer."""
    have = [int(node["Resources"].get("CPU", 0)) for node in living_nodes()]
    return max(1, min([cores(), *(count for count in have if count)]))


def _ray() -> Any:
    # Ray would report its use to its makers.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        raise refusal(
            ClusterError,
            Message("cluster-no-ray", {"detail": str(error)}),
            hint="pip install 'probe-reid[cluster]'",
        ) from None
    return ray


def _join(ray: Any, address: str) -> None:
    quiet = {"logging_level": "ERROR", "log_to_driver": False}
    try:
        if address == "local":
            ray.init(address="local", num_cpus=cores(), include_dashboard=False, **quiet)
        else:
            _knock(address)
            ray.init(address=address, **quiet)
    except (ConnectionError, OSError, ValueError, RuntimeError, OverflowError) as error:
        detail = str(error).partition("\n")[0]
        raise refusal(
            ClusterError,
            Message("cluster-not-there", {"detail": detail}),
            place=f"--cluster {address}",
            hint=Message("cluster-not-there-hint"),
        ) from None


def _knock(address: str) -> None:
    """Whether somebody listens at HOST:PORT; Ray itself asks for minutes.

    Raises:
        OSError, OverflowError: nobody does, or there is no such port.
    """
    host, _, port = address.rpartition(":")
    if host:
        socket.create_connection((host, int(port)), KNOCKING).close()


def _sent(work: object) -> Any:
    """A reference to work that every node can fetch."""
    import ray

    try:
        return ray.put(work)
    except (TypeError, AttributeError) as error:
        raise refusal(
            ClusterError, Message("cluster-cannot-send", {"detail": str(error).partition("\n")[0]})
        ) from None


def _nothing(item: object) -> None:
    """Work that takes no time."""


def _worked(surroundings: list[Any], held: list[Any], item: Any) -> tuple[Any, ProbeError | None]:
    """Done on a node: the result, or the error that is the input's fault."""
    with speaking(_fetched_surroundings(surroundings[0]).language):
        try:
            _enter(surroundings[0])
            with on_a_node(), _files_of_a_node():
                return _fetched(held[0])(item), None
        except ProbeError as error:
            return None, error


@contextlib.contextmanager
def _files_of_a_node() -> Iterator[None]:
    """A file that cannot be used here is told with the node: another may have it."""
    try:
        yield
    except PictureError as error:
        message = Message("cluster-node-cannot-read", told_here(error))
        raise cannot_share(message, error) from None
    except (PictureSourceError, UsageError) as error:  # of a store
        message = Message("cluster-node-cannot-read", told_here(error))
        raise refusal(ClusterError, message, place=error.place, hint=error.hint) from None
    except OSError as error:
        message = Message("cluster-node-cannot-use", {"node": this_node(), "detail": str(error)})
        hint = Message("cluster-shared-hint")
        raise refusal(ClusterError, message, place=error.filename, hint=hint) from None


def told_here(error: ProbeError) -> dict[str, Value]:
    """The name of this node and the reason of an error, as messages name them."""
    return {"node": this_node(), "reason": reason_of(error)}


def cannot_share(message: Message, error: ProbeError) -> ClusterError:
    """That this node cannot do what another can, with the place of the error."""
    return refusal(ClusterError, message, place=error.place, hint=Message("cluster-shared-hint"))


@lru_cache(maxsize=1)
def _fetched_surroundings(reference: Any) -> Surroundings:
    import ray

    surroundings: Surroundings = ray.get(reference)
    return surroundings


@lru_cache(maxsize=1)
def _fetched(reference: Any) -> Any:
    """The work of a reference, kept by the process until it is given another."""
    import ray

    return ray.get(reference)


@lru_cache(maxsize=1)
def _enter(reference: Any) -> None:
    """Come, once a process, to where the process that asks is, and refuse to where that differs.

    Raises:
        ClusterError: it names the node and the difference.
    """
    surroundings = _fetched_surroundings(reference)
    if surroundings.folder.is_dir():
        os.chdir(surroundings.folder)
    sys.path += [path for path in surroundings.paths if path not in sys.path]
    there = surroundings.machine()
    names = sorted({*there, *surroundings.expected})
    for name in names:
        if there.get(name) != surroundings.expected.get(name):
            values: dict[str, Value] = {"node": this_node(), "name": name}
            values["there"] = there.get(name)
            values["here"] = surroundings.expected.get(name)
            raise refusal(
                ClusterError,
                Message("cluster-node-differs", values),
                hint=Message("cluster-node-differs-hint"),
            )

"""What models of this package say of themselves, kept between runs: a network is loaded only when
something is computed with it.

A run whose vectors are all kept needs a model's card, engine and notes, and no network. They are
kept by everything that decides them: the card, the bytes of the weights file, how networks are run,
the installed versions, this package's code and this machine. Kept are no models of other code, no
pair scorers and none with further files: what they depend on is not known here. A file of facts has
a checksum over its name and content: a damaged one, or that of another model, counts as absent.
"""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache, cached_property, partial
from hashlib import file_digest, sha256
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from probe.contracts import (
    Backbone,
    BackboneCard,
    PairEvidence,
    PairScorer,
    Pictures,
    PointEvidence,
    Runtime,
    VectorPart,
    Vectors,
)
from probe.embedding.choice import Choice
from probe.embedding.key import is_ours, loads_ours
from probe.embedding.weights_files import has_companions
from probe.errors import BackboneError, WordingError
from probe.files.atomic import write_bytes
from probe.files.json_text import parse_json
from probe.files.pruning import prune
from probe.wording import Message, refusal
from probe.wording.message import (
    as_stored,
    is_stored_message,
    message_from,
    stored_message,
)

LIMIT = 4 << 20
"""Bytes of facts that are kept (ours): those of three thousand models, at 1.2 kB each."""

LARGEST = 1 << 20
"""Bytes of the facts of one model at most (ours)."""

COMPUTING = ("torch", "onnxruntime", "openvino", "timm", "numpy")
"""Distributions whose version may change what a model says of itself."""

ROOMS = ("probe.backbones", "probe.embedding", "probe.contracts")
"""Packages of ours whose code does."""


def known_or_loaded(choice: Choice, runtime: Runtime) -> Backbone | PairScorer:
    """A chosen model: the network itself, or what it said of itself when it was loaded before.

    Args:
        choice: the model.
        runtime: how it is to be run; `cache` names the folder of the facts.

    Raises:
        BackboneError: see `Choice.load`; of a known model when its network is first needed.
    """
    file = _file(choice, runtime)
    if file is not None and (facts := _read(file)) is not None:
        return KnownBackbone(partial(_loaded, choice, runtime), facts)
    model = choice.load(runtime)
    if file is not None and file == _file(choice, runtime):  # nobody wrote weights meanwhile
        _keep(model, choice, file)
    return model


@dataclass(frozen=True)
class Facts:
    """What a backbone says of itself once it is loaded; see `probe.contracts.Backbone`."""

    card: BackboneCard
    engine: str
    precision: str
    batch: int
    notes: tuple[Message | str, ...]
    operations: float | None
    parts: tuple[VectorPart, ...]

    @classmethod
    def of(cls, model: Backbone) -> Facts:
        """Those of a loaded backbone."""
        return cls(
            model.card,
            model.engine,
            model.precision,
            model.batch,
            tuple(model.notes),
            model.operations,
            tuple(model.parts),
        )


class KnownBackbone(Backbone):
    """A backbone that was loaded in an earlier run or elsewhere; its network is loaded when needed.

    Args:
        load: loads it.
        facts: what it says of itself.

    Attributes:
        loaded: whether it was.
    """

    def __init__(self, load: Callable[[], Backbone], facts: Facts) -> None:
        self._load = load
        self._facts = facts
        self.loaded = False

    @cached_property
    def _model(self) -> Backbone:
        """The network.

        Raises:
            BackboneError: it is not the one that was known: its weights were written anew.
        """
        model = self._load()
        if model.card.digest() != self.card.digest():
            raise refusal(
                BackboneError,
                Message("embedding-weights-changed"),
                place=self.card.name,
                hint=Message("embedding-weights-changed-step"),
            )
        self.loaded = True
        return model

    @property
    def card(self) -> BackboneCard:
        """The card of what was loaded."""
        return self._facts.card

    @property
    def engine(self) -> str:
        """What computes, in words."""
        return self._model.engine if self.loaded else self._facts.engine

    @property
    def precision(self) -> str:
        """What it computes in."""
        return self._facts.precision

    @property
    def batch(self) -> int:
        """Pictures that are best handed over at a time."""
        return self._model.batch if self.loaded else self._facts.batch

    @property
    def notes(self) -> tuple[Message | str, ...]:
        """What a reader of the figures must know."""
        return self._model.notes if self.loaded else self._facts.notes

    @property
    def operations(self) -> float | None:
        """Operations of the processor that a picture takes."""
        return self._facts.operations

    @property
    def parts(self) -> tuple[VectorPart, ...]:
        """The parts of a vector."""
        return self._facts.parts

    def embed(self, images: Pictures) -> Vectors:
        """As the network does."""
        return self._model.embed(images)

    def forget_pictures(self) -> None:
        """As the network does, where it was loaded."""
        if self.loaded:
            self._model.forget_pictures()

    def attend(self, first: Pictures, second: Pictures) -> PairEvidence | None:
        """As the network does."""
        return self._model.attend(first, second)

    def attend_parts(self, first: Pictures, second: Pictures) -> tuple[PairEvidence, ...] | None:
        """As the network does."""
        return self._model.attend_parts(first, second)

    def attend_points(
        self, first: NDArray[np.uint8], second: NDArray[np.uint8]
    ) -> PointEvidence | None:
        """As the network does."""
        return self._model.attend_points(first, second)

    def scrambled(self, seed: int = 0) -> Backbone | None:
        """As the network does."""
        return self._model.scrambled(seed)


def _loaded(choice: Choice, runtime: Runtime) -> Backbone:
    """The network of a choice of which a backbone is known."""
    return cast("Backbone", choice.load(runtime))


def _file(choice: Choice, runtime: Runtime) -> Path | None:
    """Where the facts of a model are kept; None where they are not."""
    weights = choice.weights
    one_of_ours = type(choice) is Choice and loads_ours(choice.spec.load)
    if runtime.cache is None or not one_of_ours or (weights and has_companions(weights)):
        return None
    code = _code()
    if not code:
        return None
    settings = asdict(runtime) | {"cache": None}
    decided = [asdict(choice.card), _file_told(weights), settings, _versions(), code, _machine()]
    name = sha256(json.dumps(decided, sort_keys=True).encode()).hexdigest()
    return runtime.cache / "models" / f"{name}.json"


def _file_told(weights: Path | None) -> tuple[str, str]:
    """Name and digest of a weights file; the card states those that come with the package."""
    if weights is None:
        return "", ""
    with weights.open("rb") as file:
        return weights.name, file_digest(file, "sha256").hexdigest()


def _versions() -> dict[str, str]:
    """Of what computes."""
    found = {"python": platform.python_version()}
    for name in COMPUTING:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


@cache
def _code() -> str:
    """Digest of every source file that may change what a model says; empty where there is none.

    By content: files of two wheels may have the same size and time.
    """
    files = [
        Path(folder, name)
        for room in ROOMS
        for folder, _, names in os.walk(str(resources.files(room)))
        for name in names
        if name.endswith(".py")
    ]
    digest = sha256()
    for path in sorted(files):
        digest.update(f"{path}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest() if files else ""


def _machine() -> list[str]:
    """The machine and the GPUs that it shows."""
    gpus = sorted(path.name for path in Path("/dev").glob("nvidia*"))
    shown = os.environ.get("CUDA_VISIBLE_DEVICES", "")
    return [platform.node(), platform.platform(), platform.processor(), shown, *gpus]


def _keep(model: Backbone | PairScorer, choice: Choice, file: Path) -> None:
    """Keep what a model says of itself.

    A folder that cannot be written, or is full, costs the next run some time, and this none.
    """
    ours = is_ours(model, choice.spec.load)
    if not isinstance(model, Backbone) or model.files or not ours:
        return
    facts = Facts.of(model)
    told = {**asdict(facts), "notes": [as_stored(note) for note in facts.notes]}
    with suppress(OSError):
        content = json.dumps(told).encode()
        write_bytes(file, _checksum(file, content) + b"\n" + content, durable=False)
        prune(([each] for each in file.parent.glob("*.json")), LIMIT, spared=1)


def _checksum(file: Path, content: bytes) -> bytes:
    """Of the content of a file under its name."""
    return sha256(file.name.encode() + b"\n" + content).hexdigest().encode()


def _read(file: Path) -> Facts | None:
    """The facts of a file; None where there is none or it is not what was kept under its name."""
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            return None
        checksum, _, content = file.read_bytes().partition(b"\n")
        if checksum != _checksum(file, content):
            return None
        facts = _facts(parse_json(content))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, WordingError):
        return None
    with suppress(OSError):  # of a folder that is only read nothing is pruned
        os.utime(file)
    return facts if facts.batch > 0 and math.isfinite(facts.operations or 0) else None


def _facts(told: Mapping[str, Any]) -> Facts:
    """The facts as they were before they were written."""
    card = {name: _plain(value) for name, value in told["card"].items()}
    return Facts(
        BackboneCard(**card),
        str(told["engine"]),
        str(told["precision"]),
        int(told["batch"]),
        tuple(map(stored_message, told["notes"])),
        None if told["operations"] is None else float(told["operations"]),
        tuple(VectorPart(**part) for part in told["parts"]),
    )


def _plain(value: Any) -> Any:
    """A value of a card as the card holds it: messages, and tuples for lists."""
    if is_stored_message(value):
        return message_from(value)
    return tuple(value) if isinstance(value, list) else value

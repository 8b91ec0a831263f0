"""Options that say on what is computed; every command that runs networks has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from probe.contracts import Runtime
from probe.errors import UsageError
from probe.files.cache_folder import default_cache_folder
from probe.options.declared import Option
from probe.options.paths import check_new_folder
from probe.wording import Message, refusal

DECODING_THREADS = 4
"""Threads that decode pictures where `workers` is not given (ours): more do not help one
network."""


MOST_WORKERS = 1024
"""Threads or processes at most (ours: more than one machine has cores; a larger number is a slip of
the finger, and each of them takes memory)."""

DEVICES = ("auto", "cpu", "cuda", "cuda:1", "mps")
"""What `device` may be, as its help says it; any number may stand behind `cuda:`."""


def check_device(name: str) -> None:
    """Refuse what names no device, also where no network would ask for it.

    Raises:
        UsageError: names the devices there are.
    """
    if not re.fullmatch(r"auto|cpu|(cuda|mps)(:\d+)?", name):
        raise refusal(
            UsageError,
            Message("option-no-device", {"name": name}),
            hint=Message("option-devices", {"devices": DEVICES}),
        )


@dataclass(frozen=True, kw_only=True)
class MachineOptions:
    """How networks are run on this machine, and where vectors are kept."""

    device: Annotated[
        str,
        Option(Message("help-device", {"devices": DEVICES}), check=check_device, manifest="never"),
    ] = "auto"
    engine: Annotated[
        Literal["auto", "torch", "onnxruntime", "openvino"],
        Option(Message("help-engine"), decides="value"),
    ] = "auto"
    precision: Annotated[
        Literal["float32", "bfloat16"],
        Option(
            Message("help-precision"),
            flag_help=Message("help-bf16"),
            flag="--bf16",
            constant="bfloat16",
            decides="value",
        ),
    ] = "float32"
    threads: Annotated[
        int, Option(Message("help-threads"), "N", within=(0, MOST_WORKERS), manifest="never")
    ] = 0
    workers: Annotated[
        int | None, Option(Message("help-workers"), "N", within=(1, MOST_WORKERS), manifest="never")
    ] = None
    cache: Annotated[
        str | Path | None,
        Option(Message("help-cache"), "DIR", check=check_new_folder, manifest="never"),
    ] = None

    @property
    def runtime(self) -> Runtime:
        """How networks are run, for their loaders; exported graphs are kept in the cache."""
        return Runtime(self.device, self.engine, self.precision, self.threads, self.cache_folder)

    @property
    def cache_folder(self) -> Path:
        """Where the cache lies."""
        return default_cache_folder() if self.cache is None else Path(self.cache)

    @property
    def decoding_threads(self) -> int:
        """Threads that decode pictures."""
        return self.workers or DECODING_THREADS

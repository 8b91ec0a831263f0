"""Wrong input by the thousand: python tools/fuzz.py --minutes 5 --seed 1.

Protocols, cards, recipes, tables, pictures, folders of photographs, checkpoints, ONNX files, run
directories, styled sets, keypoints, crop runs, detector cards, trainings, videos and frames with
boxes and masks are made, changed at random and read. What is allowed is success, or an error that
a user may meet (`probe.ProbeError`). Counted and printed are tracebacks, hangs, and whatever is
written, started or read outside the folder of the case, each with the seed that makes it again:
--only SEED.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import importlib
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import numpy as np
from fuzz_kinds import KINDS
from sandbox import SECRET, Sandbox

from probe.errors import ProbeError

HANG = 20
"""Seconds after which reading counts as a hang (ours: nothing here takes one second)."""

SHOWN_EVERY = 100
"""Seeds after which it is said how far it is: a crash of the process is searched from there."""

SANDBOX = Sandbox()


HEAVY = (
    "torch",
    "onnxruntime",
    "onnx",
    "pandas",
    "probe.backbones._training.matrix",
    "probe.backbones.stargan.drawing",
    "probe.backbones.fdgan.drawing",
    "probe.backbones._training.frame_data",
)
"""Modules that are imported before anything is timed or watched."""


class HangError(BaseException):
    """Reading took longer than `HANG`."""


def warm_up() -> None:
    """Import what takes long on a busy machine: it is no fault of the first input."""
    sys.dont_write_bytecode = True
    for name in HEAVY:
        importlib.import_module(name)
    # A graph is tried in a process of its own, which the sandbox allows; not for minutes here.
    importlib.import_module("probe.backbones.onnx.trial").SECONDS = HANG // 2


@contextlib.contextmanager
def no_longer_than(seconds: int) -> Iterator[None]:
    """Raise `HangError` where the block takes longer (POSIX, in the main thread).

    A library that hangs outside Python ends the process, with the place.
    """

    def end(number: int, frame: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(seconds)
    faulthandler.dump_traceback_later(3 * seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def outcome(kind: str, seed: int) -> str:
    """`read`, `refused`, or the fault: `hang`, a traceback, or what was done outside."""
    with tempfile.TemporaryDirectory() as name, SANDBOX.watching(Path(name)) as (folder, deeds):
        result = "read"
        try:
            with no_longer_than(HANG):
                KINDS[kind](folder, np.random.default_rng([seed, len(kind)]))
        except ProbeError as error:
            result = "refused" if SECRET not in str(error) else f"quotes a file outside: {error}"
        except HangError:
            result = "hang"
        except Exception:
            result = traceback.format_exc()
    return "\n".join(["outside the folder:", *deeds]) if deeds else result


def _count(counts: Counter[str], kind: str, seed: int) -> None:
    """Try one input; a fault is printed with what makes it again."""
    result = outcome(kind, seed)
    fault = result not in {"read", "refused"}
    counts[f"{kind} {'FAULT' if fault else result}"] += 1
    if fault:
        print(f"--only {seed} --kind {kind}\n{result}", flush=True)


def main() -> int:
    """Try inputs until the time is over, or Ctrl-C; 1 where any ended in a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seeds", type=int, help="end after so many seeds, whatever the time")
    parser.add_argument("--seed", type=int, default=0, help="of the first input")
    parser.add_argument("--only", type=int, help="try the input of this seed alone")
    parser.add_argument("--kind", choices=KINDS, action="append")
    asked = parser.parse_args()
    faulthandler.enable()
    warm_up()
    counts: Counter[str] = Counter()
    first = asked.seed if asked.only is None else asked.only
    last = first + 1 if asked.only is not None else first + (asked.seeds or sys.maxsize)
    end = time.monotonic() + 60 * asked.minutes if asked.seeds is None else float("inf")
    seed = first
    with contextlib.suppress(KeyboardInterrupt):
        while seed < last and time.monotonic() < end:
            for kind in asked.kind or KINDS:
                _count(counts, kind, seed)
            seed += 1
            if (seed - first) % SHOWN_EVERY == 0:
                print(
                    f"{sum(counts.values()):,} inputs, up to seed {seed - 1}: {dict(counts)}",
                    flush=True,
                )
    print(f"{sum(counts.values()):,} inputs, seeds {first} to {seed - 1}")
    for name, count in sorted(counts.items()):
        print(f"{count:>9,}  {name}")
    return int(any("FAULT" in name for name in counts))


if __name__ == "__main__":
    sys.exit(main())

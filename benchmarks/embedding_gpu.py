"""Pictures a second on a GPU, as a share of its measured peak, and how exact the vectors are.

    python benchmarks/embedding_gpu.py --out benchmarks

Decoded uint8 pictures in host memory in, float32 vectors in host memory out. First the peak: the
median of bfloat16 products of two 8192 x 8192 random matrices, and the bandwidths of copying. Then
every way in turn over the same pictures: plain PyTorch loops as other libraries run them, and our
engine in its forms. The operations of a network are counted exactly (convolutions and products of
matrices, two for every multiplication with addition). Cosines between 64 pictures are compared with
float64 on the CPU. Weights are random but shaped like trained ones; speed does not depend on them.
A way that fails is reported and the others go on.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).parents[1]))

from gpu_cases import CASES, COMPARED, Case, filled, made_pictures, operations
from gpu_loops import better_plain_loop, plain_loop
from gpu_peaks import milliseconds, peaks

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.cuda_engine import CudaEngine, CudaForm
from probe.backbones._torch.export import PictureNetwork
from probe.backbones._torch.float32 import float32_products
from probe.backbones._torch.preprocess import Normalise
from probe.contracts import BackboneCard, Pictures, Runtime, Vectors

PIXELS = 2048 * 384 * 128
"""Of all pictures that a way is timed on, at most 4096 pictures."""
LEAST_SECONDS = 0.4
"""Rounds of a way take at least so long together; the median round counts."""


LAYERS = CudaForm(fused=False, graphed=False)
FORMS = {
    "layer by layer": LAYERS,
    "graph": CudaForm(fused=False),
    "fused, graph": CudaForm(),
}
FLOAT32 = {
    "layer by layer": LAYERS,
    "fused, graph": CudaForm(),
    "fused, searched, graph": CudaForm(searched=True),
    "fused, graph, TF32": CudaForm(tf32=True),
}
COMPILED = {"compiled, graph": CudaForm(fused=False, compiled=True)}
BATCHES = (64, 128, 512)


def speed(run: Callable[[Pictures], Vectors], pictures: Pictures) -> float:
    """Median pictures/s of whole passes over the pictures."""
    run(pictures)
    speeds: list[float] = []
    begun = time.perf_counter()
    while len(speeds) < 2 or time.perf_counter() - begun < LEAST_SECONDS:
        started = time.perf_counter()
        run(pictures)
        speeds.append(len(pictures) / (time.perf_counter() - started))
        if time.perf_counter() - begun > 6:
            break
    return statistics.median(speeds)


def exact_vectors(
    card: BackboneCard, network: nn.Module, pictures: Pictures, seconds: float
) -> np.ndarray:
    """Float64 on the CPU: of all pictures, or of as many as the time allows."""
    double = PictureNetwork(Normalise(card), copy.deepcopy(network)).double().eval()
    found: list[np.ndarray] = []
    begun = time.perf_counter()
    with torch.inference_mode():
        for start in range(0, len(pictures), 8):
            taken = torch.from_numpy(pictures[start : start + 8])
            found.append(double(taken).numpy())
            if (time.perf_counter() - begun) * (1 + 1 / len(found)) > seconds:
                break
    return np.concatenate(found)


def cosines(vectors: np.ndarray) -> np.ndarray:
    """Cosines `(n, n)` of vectors `(n, d)`, in float64."""
    unit = vectors.astype(np.float64)
    unit = unit / np.linalg.norm(unit, axis=1, keepdims=True)
    return unit @ unit.T


def exactness(found: Vectors, exact: np.ndarray) -> dict[str, float]:
    """Changes of the cosines between pictures, and of the vectors relative to their length.

    Random networks give vectors that are nearly alike: the cosines around their mean are the harder
    test.
    """
    pairs = np.triu_indices(len(exact), 1)
    apart = np.abs(cosines(found) - cosines(exact))[pairs]
    mean = exact.mean(axis=0)
    centred = np.abs(cosines(found - mean) - cosines(exact - mean))[pairs]
    change = np.linalg.norm(found - exact, axis=1) / np.linalg.norm(exact, axis=1)
    return {
        "largest change of a cosine": float(apart.max()),
        "mean change of a cosine": float(apart.mean()),
        "largest change of a cosine around the mean": float(centred.max()),
        "relative change of a vector": float(change.max()),
    }


def ways(
    case: Case, network: nn.Module
) -> Iterator[tuple[int, str, str, Callable[[], Callable[[Pictures], Vectors]]]]:
    """(turn, precision, name, a function that makes the way ready); the first turn comes first."""
    card, device = case.card, torch.device("cuda")
    loops = [("plain", plain_loop, 64), ("uint8 copied", better_plain_loop, 64)]
    loops.append(("uint8 copied", better_plain_loop, 256))
    for low, precision in ((True, "bfloat16"), (False, "float32, PyTorch's default")):
        for told, loop, batch in loops if low else (loops[0], loops[2]):
            run = partial(loop, network, card, batch=batch, low=low)
            yield 1, precision, f"loop, {told}, batch {batch}", lambda run=run: run
    for precision in ("bfloat16", "float32"):
        runtime = Runtime(device="cuda", precision=precision)
        yield (
            1,
            precision,
            "ours, as users get it",
            lambda runtime=runtime: TorchBackbone(card, network, runtime).embed,
        )
    forms = [(1, "bfloat16", name, form, 256) for name, form in FORMS.items()]
    forms += [(1, "float32", name, form, 256) for name, form in FLOAT32.items()]
    forms += [(2, "bfloat16", name, form, 256) for name, form in COMPILED.items()]
    forms += [(2, "bfloat16", "fused, graph", CudaForm(), batch) for batch in BATCHES]
    for turn, precision, name, form, batch in forms:
        ready = partial(CudaEngine, network, card, device, precision, form, batch)
        yield turn, precision, f"ours, {name}, batch {batch}", lambda ready=ready: ready().run


def stages(case: Case, network: nn.Module, batch: int = 256) -> dict[str, float]:
    """Microseconds a picture of each stage alone; the engine runs the copies beside the rest."""
    device = torch.device("cuda")
    engine = CudaEngine(network, case.card, device, "bfloat16", CudaForm(), batch)
    pictures = made_pictures(batch, case.card.input_size)
    pinned = torch.empty(pictures.shape, dtype=torch.uint8, pin_memory=True)
    there = torch.from_numpy(pictures).cuda()
    normalise = Normalise(case.card).cuda()
    started = time.perf_counter()
    for _ in range(5):
        pinned.copy_(torch.from_numpy(pictures))
    spent = {"into pinned memory": (time.perf_counter() - started) / 5 * 1000}
    with torch.inference_mode(), float32_products():
        spent["to the GPU"] = milliseconds(lambda: there.copy_(pinned, non_blocking=True))
        spent["normalise"] = milliseconds(lambda: normalise(there))
        engine.run(pictures)
        line = engine._line
        assert line is not None
        torch.cuda.synchronize()
        both = milliseconds(lambda: line._step(there))
        spent["network"] = both - spent["normalise"]
        vectors = line._step(there)
        back = torch.empty(vectors.shape, pin_memory=True)
        spent["to the host"] = milliseconds(lambda: back.copy_(vectors, non_blocking=True))
    return {stage: round(1000 * value / batch, 2) for stage, value in spent.items()}


def kernels(case: Case, network: nn.Module) -> list[dict[str, Any]]:
    """The kernels that take most of the time of a batch of 256."""
    form = CudaForm(graphed=False)
    engine = CudaEngine(network, case.card, torch.device("cuda"), "bfloat16", form, 256)
    pictures = torch.from_numpy(made_pictures(256, case.card.input_size)).cuda()
    with torch.inference_mode():
        engine.step(pictures)
        with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CUDA]) as seen:
            engine.step(pictures)
            torch.cuda.synchronize()
    found = sorted(seen.key_averages(), key=lambda each: -each.self_device_time_total)[:12]
    return [
        {
            "kernel": each.key[:110],
            "calls": each.count,
            "microseconds a picture": round(each.self_device_time_total / 256, 2),
        }
        for each in found
    ]


class Measurement:
    """One network: its pictures, exact vectors, and the ways measured so far."""

    def __init__(self, case: Case, asked: Any) -> None:
        height, width = case.card.input_size
        self.case = case
        self.pictures = made_pictures(min(4096, PIXELS // (height * width)), (height, width))
        network = filled(case.build())
        started = time.perf_counter()
        some = self.pictures[: min(case.compared, asked.compared)]
        self.exact = exact_vectors(case.card, network, some, asked.seconds / 10)
        self.work = operations(case)
        self.result: dict[str, Any] = {
            "GFLOP a picture": round(self.work, 3),
            "pictures compared with float64 on the CPU": len(self.exact),
            "seconds for them": round(time.perf_counter() - started, 1),
            "ways": [],
        }
        print(case.name, self.result, flush=True)
        self.network = network.cuda()

    def measure(self, turn: int, peak: float, until: float, only: list[str] | None) -> None:
        """Measure the ways of a turn; those after `until` are left out."""
        for stage, precision, name, ready in ways(self.case, self.network):
            if stage != turn or (only and not any(word in name for word in only)):
                continue
            row: dict[str, Any] = {"precision": precision, "way": name}
            self.result["ways"].append(row)
            if time.perf_counter() > until:
                row["left out"] = "no time left"
                continue
            try:
                self._fill(row, ready, peak)
            except Exception as error:
                row["failed"] = f"{type(error).__name__}: {str(error)[:300]}"
            torch.cuda.empty_cache()
            print(line_of(self.case.name, row), flush=True)

    def _fill(self, row: dict[str, Any], ready: Callable[[], Any], peak: float) -> None:
        begun = time.perf_counter()
        run = ready()
        row.update(exactness(run(self.pictures[: len(self.exact)]), self.exact))
        row["seconds to get ready"] = round(time.perf_counter() - begun, 1)
        few = "loop" in row["way"] and "256" not in row["way"]
        found = speed(run, self.pictures[:512] if few else self.pictures)
        row["pictures/s"] = round(found, 1)
        row["TFLOP/s"] = round(found * self.work / 1000, 2)
        row["share of the bfloat16 peak"] = round(found * self.work / 1000 / peak, 4)

    def look_inside(self) -> None:
        """The time of each stage, and the kernels that take most of it."""
        for told, look in (
            ("microseconds a picture, batch 256", stages),
            ("kernels", kernels),
        ):
            try:
                self.result[told] = look(self.case, self.network)
            except Exception as error:
                self.result[told] = f"failed: {error!r}"[:300]
            print(self.case.name, self.result[told], flush=True)


def line_of(case: str, row: dict[str, Any]) -> str:
    """A measured row as a line for people."""
    told = f"{case:<20} {row['precision']:<27} {row['way']:<40}"
    if "pictures/s" not in row:
        return f"{told} {row.get('failed', row.get('left out', ''))}"
    share = 100 * row["share of the bfloat16 peak"]
    return (
        f"{told} {row['pictures/s']:>9.1f}/s {row['TFLOP/s']:>7.1f} TFLOP/s {share:>5.1f} % "
        f"cos {row['largest change of a cosine']:.1e} "
        f"centred {row['largest change of a cosine around the mean']:.1e} "
        f"vector {row['relative change of a vector']:.1e} ready {row['seconds to get ready']} s"
    )


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--seconds", type=float, default=170, help="when to stop beginning ways")
    parser.add_argument("--compared", type=int, default=COMPARED, help="pictures, with float64")
    parser.add_argument("--networks", nargs="*", help="those whose name holds one of these")
    parser.add_argument("--only", nargs="*", help="ways whose name holds one of these")
    parser.add_argument("--out", type=Path, help="folder for embedding_gpu.json")
    asked = parser.parse_args()
    if not torch.cuda.is_available():
        sys.exit("This needs an NVIDIA GPU that PyTorch can use.")
    begun = time.perf_counter()
    properties = torch.cuda.get_device_properties(0)
    result: dict[str, Any] = {
        "GPU": properties.name,
        "memory, GiB": round(properties.total_memory / 2**30, 1),
        "torch": torch.__version__,
        "CUDA": torch.version.cuda,
        "cuDNN": torch.backends.cudnn.version(),
        "CPU cores": os.cpu_count(),
        "peaks": peaks(),
        "networks": {},
    }
    print(json.dumps(result, indent=2), flush=True)

    peak = result["peaks"]["bfloat16 product, TFLOP/s"]
    cases = [c for c in CASES if not asked.networks or any(w in c.name for w in asked.networks)]
    until = begun + asked.seconds
    made: list[Measurement] = []
    for case in cases:
        try:
            made.append(Measurement(case, asked))
        except Exception as error:
            print(case.name, "failed:", repr(error)[:500], flush=True)
    for turn in (1, 2):
        for each in made:
            each.measure(turn, peak, until, asked.only)
            if turn == 1:
                each.look_inside()
            result["networks"][each.case.name] = each.result
            result["seconds"] = round(time.perf_counter() - begun, 1)
            if asked.out:
                asked.out.mkdir(parents=True, exist_ok=True)
                text = json.dumps(result, indent=2, default=float)
                (asked.out / "embedding_gpu.json").write_text(text + "\n")
    print(f"\n{result['GPU']}, {time.perf_counter() - begun:.0f} s")
    for name, value in result["peaks"].items():
        print(f"  {name}: {value}")
    for name, found in result["networks"].items():
        print(f"{name}: {found.get('GFLOP a picture')} GFLOP a picture")
        for row in found.get("ways", ()):
            print(line_of("", row).strip())


if __name__ == "__main__":
    main()

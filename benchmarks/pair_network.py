"""What comparing a pair costs IDLA: two forms of the same numbers, and pairs at a time.

    python benchmarks/pair_network.py > benchmarks/pair_network.txt

One thread. CPU seconds of the process (its own and the system's for it), so that other work on the
machine matters less; the median of several rounds.
"""

from __future__ import annotations

import resource
import statistics
import sys
from collections.abc import Callable

import torch
from torch.nn import functional

from probe.backbones.idla.differences import in_blocks, neighbourhood_differences, summarised
from probe.backbones.idla.model import PairNetwork

PAIRS, ROUNDS = 32, 7


def spent() -> float:
    """CPU seconds of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def milliseconds(work: Callable[[], object]) -> float:
    """CPU milliseconds a pair of something that does `PAIRS` of them; the median of `ROUNDS`."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        before = spent()
        work()
        rounds.append(spent() - before)
    return 1000 * statistics.median(rounds) / PAIRS


def main() -> None:
    """Measure and print."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    network = PairNetwork().eval().requires_grad_(False)
    first, second = torch.randn(2, PAIRS, 25, 37, 12).relu()

    def shifted(at_a_time: int) -> list[torch.Tensor]:
        parts = zip(first.split(at_a_time), second.split(at_a_time), strict=True)
        return [
            summarised(neighbourhood_differences(one, two).relu(), network.patch1)
            for one, two in parts
        ]

    def blocks(at_a_time: int) -> list[torch.Tensor]:
        parts = zip(first.split(at_a_time), second.split(at_a_time), strict=True)
        return [
            network.patch1(in_blocks(neighbourhood_differences(one, two).relu()))
            for one, two in parts
        ]

    def unfolded(at_a_time: int) -> list[torch.Tensor]:
        parts = zip(first.split(at_a_time), second.split(at_a_time), strict=True)
        return [network.patch1(unfolded_blocks(one, two)) for one, two in parts]

    print(f"python {' '.join(sys.argv)}, torch {torch.__version__}, one thread, 25 maps of 37x12")
    with torch.inference_mode():
        fast, slow = (torch.cat(form(4)).double() for form in (shifted, unfolded))
        change = (fast - slow).norm() / slow.norm()
        print(f"relative difference of the first and the last form: {change:.1e} (L2, float32)\n")
        print("CPU ms a pair for differences and patch summary of one branch")
        print("pairs at a time   25 shifts + 1x1   25 shifts + blocks   unfolded + blocks")
        for count in (1, 4, 32):
            figures = [milliseconds(lambda f=f: f(count)) for f in (shifted, blocks, unfolded)]  # noqa: B023
            print(f"{count:>15}{figures[0]:>18.2f}{figures[1]:>21.2f}{figures[2]:>20.2f}")
        print("\nCPU ms a pair for everything after the tied convolutions")
        for count in (1, 2, 4, 8, 16, 32):
            parts = list(zip(first.split(count), second.split(count), strict=True))
            figure = milliseconds(lambda p=parts: [network.compare(*part) for part in p])
            print(f"{count:>15}{figure:>18.2f}")


def unfolded_blocks(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """The differences in blocks as they are mostly written: an unfold, a repeat, a subtraction."""
    count, channels, height, width = first.shape
    around = functional.unfold(second, 5, padding=2).view(count, channels, 5, 5, height, width)
    laid_out = around.permute(0, 1, 4, 2, 5, 3).reshape(count, channels, 5 * height, 5 * width)
    repeated = first.repeat_interleave(5, 2).repeat_interleave(5, 3)
    return functional.relu(repeated - laid_out)


if __name__ == "__main__":
    main()

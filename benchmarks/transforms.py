"""What transforms cost: CPU milliseconds a picture of 256 x 128 pixels, one thread.

    OMP_NUM_THREADS=1 python benchmarks/transforms.py > benchmarks/transforms.txt

10,000 pictures a minute on two cores are 12 ms each.
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from probe.transforms import chain_of

SIZE = (256, 128, 3)

GOAL = 12.0
"""Milliseconds: 10,000 pictures a minute on two cores."""

CASES = (
    ("exposure", {"stops": -2}),
    ("gamma", {"exponent": 2}),
    ("colour_temperature", {"kelvin": 2700}),
    ("colour_cast", {"green": 1.0}),
    ("fog", {"visibility": 30}),
    ("mirror", {}),
    ("framing", {"cut_feet": 20}),
    ("framing", {"scale": 140}),
    ("occlusion", {"share": 40}),
    ("occlusion", {"share": 40, "by": "person"}),
    ("jpeg", {"quality": 30}),
    ("resolution", {"person_height": 32}),
    ("video", {"bit_rate": 2000}),
    ("video", {"bit_rate": 2000, "codec": "h265"}),
    ("low_light", {"lux": 3}),
    ("motion_blur", {"exposure": 20}),
    ("motion_blur", {"exposure": 160, "angle": 30}),
    ("defocus", {"disc": 2}),
    ("defocus", {"disc": 16}),
    ("lens", {"distortion": -20}),
    ("rain", {"coverage": 10}),
    ("rain", {"coverage": 30}),
    ("snow", {"coverage": 10}),
    ("snow", {"coverage": 30}),
)


def milliseconds(name: str, parameters: dict[str, str | int | float | bool], count: int) -> float:
    """CPU time a picture; tables and kernels are made before."""
    rng = np.random.default_rng(1)
    coarse = rng.integers(0, 255, (32, 16, 3)).astype(np.uint8)
    picture = coarse.repeat(8, 0).repeat(8, 1)
    chain = chain_of({name: parameters})
    chain.change(picture, "first")
    started = time.process_time()
    for k in range(count):
        chain.change(picture, str(k))
    return (time.process_time() - started) / count * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=20)
    count = parser.parse_args().pictures
    print(f"CPU milliseconds a picture of {SIZE[0]} x {SIZE[1]} pixels, {count} pictures each")
    for name, parameters in CASES:
        spent = milliseconds(name, parameters, count)
        said = " ".join(f"{key}={value}" for key, value in parameters.items())
        beyond = "" if spent <= GOAL else "  below 10,000 a minute on two cores"
        print(f"{name:<19} {said:<24} {spent:7.2f}{beyond}")


if __name__ == "__main__":
    main()

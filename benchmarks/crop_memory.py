"""Memory of `probe crop` over a long video: it must not grow with the video.

    python benchmarks/crop_memory.py --minutes 10 > benchmarks/crop_memory.txt

A drawn video of 320 x 180 (Motion JPEG, 25 frames a second) in which two people walk to and fro,
and their exact boxes as the table of `--detector boxes`. The process that crops is this one; its
resident memory is read from /proc every so many frames (Linux alone).
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts.reporter import Progress, Reporter, Unit
from probe.frames.cropping import CropTask, crop_people
from probe.frames.detecting import open_detector
from probe.frames.limits import Limits
from probe.frames.opening import open_frames
from probe.wording import Message

SIZE, FPS = (180, 320), 25
POINTS = 10
"""Times at which memory is read."""


def resident() -> float:
    """Megabytes that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def boxes_of(number: int) -> list[tuple[int, int, int, int]]:
    """Left, top, width, height of both people."""
    way = abs(number * 2 % (2 * (SIZE[1] - 40)) - (SIZE[1] - 40))
    return [(way, 10, 30, 70), (SIZE[1] - 40 - way, 95, 30, 70)]


def frame_of(number: int, ground: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A frame in OpenCV's order of channels."""
    frame = ground.copy()
    for person, (left, top, width, height) in enumerate(boxes_of(number)):
        frame[top : top + height, left : left + width] = (40, 200 * person, 200)
    return frame


def write_video(path: Path, table: Path, frames: int) -> None:
    """The video, and the table of its boxes."""
    import cv2

    ground = np.random.default_rng(0).integers(90, 130, (*SIZE, 3)).astype(np.uint8)
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), FPS, SIZE[::-1])
    with table.open("w") as file:
        file.write("frame,x,y,width,height,score\n")
        for number in range(frames):
            writer.write(frame_of(number, ground))
            for box in boxes_of(number):
                file.write(f"{number},{','.join(map(str, box))},0.9\n")
    writer.release()


class Watch(Reporter):
    """Prints memory while frames go by."""

    def progress(self, text: Message, unit: Unit) -> Progress:
        """Told (done, all)."""
        start = time.perf_counter()

        def tell(done: int, everything: int) -> None:
            if done % max(1, everything // POINTS) == 0 or done == 1:
                rate = done / (time.perf_counter() - start)
                print(f"{done:8,} {resident():10.1f} {rate:10.1f}", flush=True)

        return tell


def main() -> None:
    """Write a video, crop it, print memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--out", type=Path, help="folder to work in; removed where none is named")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.out) as folder:
        video, table = Path(folder) / "long.avi", Path(folder) / "boxes.csv"
        write_video(video, table, round(asked.minutes * 60 * FPS))
        source = open_frames(video)
        print(f"{source.count:,} frames of {SIZE[1]} x {SIZE[0]}")
        print(f"{'frame':>8} {'MB held':>10} {'frames/s':>10}")
        detector = open_detector(f"boxes={table}")
        task = CropTask(source, detector, Limits(0.3, 48, 16, 0.0), 1, Path(folder) / "out")
        crop_people(task, Watch())


if __name__ == "__main__":
    main()

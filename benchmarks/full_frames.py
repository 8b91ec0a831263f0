"""What people cut from full frames cost: every frame decoded again, and crops that are kept.

    PYTHONPATH=. python benchmarks/full_frames.py [FRAMES]

Made-up JPEG frames of 12 megapixels with one box each. The pictures are acquired, then loaded once
for each of four models and once for the report, as `probe run` does; the networks are left out.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

import numpy as np
from PIL import Image

from probe.pictures import photographs
from probe.pictures.kept_crops import KEPT_BYTES, KeptCrops
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol

HEIGHT, WIDTH, MODELS = 3000, 4000, 4


def made_frames(folder: Path, frames: int) -> Path:
    """Frames of smooth noise and a protocol of them."""
    rng = np.random.default_rng(0)
    rows = ["path,x,y,width,height"]
    for frame in range(frames):
        coarse = rng.integers(0, 256, (HEIGHT // 20, WIDTH // 20, 3), np.uint8)
        name = f"p{frame // 2}_{frame % 2}_0.jpg"
        Image.fromarray(coarse).resize((WIDTH, HEIGHT)).save(folder / name, quality=92)
        rows.append(f"{name},{100 * frame + 50},400,300,900")
    (folder / "boxes.csv").write_text("\n".join(rows), "utf-8")
    path = folder / "two.yaml"
    path.write_text(
        'name: two\ntitle: {en: Two}\nquestion: {en: "What?"}\nexpectation: invariant\ntakes: 1\n'
        "factors: [{name: place, title: {en: Place}, levels: ['0', '1'], standard: '0'}]\n"
        'photos: {pattern: "{subject}_{level}_{take}.jpg", boxes: boxes.csv}\n',
        "utf-8",
    )
    return path


def seconds(protocol: Path, most: int) -> tuple[float, list[np.ndarray]]:
    """CPU seconds with so many bytes of crops kept, and the crops."""
    start = time.process_time()
    with patch.object(photographs, "KeptCrops", lambda: KeptCrops(most)):
        images = photo_set(load_protocol(protocol), protocol.parent)
    for _ in range(MODELS + 1):
        crops = [record.origin.load() for record in images.records]
    return time.process_time() - start, crops


def main() -> None:
    """Measure both ways in turn and print."""
    frames = int(sys.argv[1]) if sys.argv[1:] else 12
    with tempfile.TemporaryDirectory() as folder:
        protocol = made_frames(Path(folder), frames)
        again, expected = seconds(protocol, 0)
        kept, crops = seconds(protocol, KEPT_BYTES)
    assert len(crops) == frames
    for one, other in zip(expected, crops, strict=True):
        np.testing.assert_array_equal(one, other)
    print(f"{frames} frames, {MODELS} models: decoded again {again:.1f} s, kept {kept:.1f} s CPU; "
          "crops equal")  # fmt: skip


if __name__ == "__main__":
    main()

"""A match of two cameras as it is stored, with names that a page must spell out."""

import io

import numpy as np
import pytest
from PIL import Image

from probe.runs.match_file import (
    PICTURES,
    Calibration,
    CameraEntry,
    MatchFile,
    MatchTimes,
    ModelEntry,
    QueryEntry,
    RankedWalk,
    Sighting,
    StageTime,
    WalkEntry,
    write_match,
)

HOSTILE = "<script>alert(1)</script>"
CALIBRATED = Calibration(
    run="runs/turn/x", study="turn", condition="180°", fmr=0.01, threshold=0.6125, low=0.002,
    high=0.04, comparisons=9000, people=20,
)  # fmt: skip


def seen(frame, time):
    return Sighting(frame=frame, time=time, box=(12.4, 5.0, 30.0, 61.0))


def walk(name, time):
    camera, track = name.split("/p")
    return WalkEntry(
        walk=name, camera=camera, track=int(track), first=seen(0, time), last=seen(50, time),
        shown=seen(25, time), crop=f"{camera}/p{track}/f0000025.png", crops=51, compared=8,
    )  # fmt: skip


def camera(name):
    return CameraEntry(
        name=name, source=f"{HOSTILE}/{name}.mp4", folder=f"cameras/{name}", frames=60, boxes=120,
        tracks=3, walks=2, left_out={"small": 4, "blurred": 2},
    )  # fmt: skip


def stored(calibration=CALIBRATED):
    """Two cameras of two walks each, by one model."""
    names = ["gate/p0001", "gate/p0002", "hall/p0001", "hall/p0002"]
    queries = []
    for place, name in enumerate(names):
        others = names[2:] if place < 2 else names[:2]
        scores = (0.81234, 0.5)
        ranked = tuple(
            RankedWalk(walk=w, score=s, above=s > 0.6125 if calibration else None)
            for w, s in zip(others, scores, strict=True)
        )
        above = 1 if calibration else None
        queries.append(QueryEntry(walk=name, model=HOSTILE, compared=2, above=above, ranked=ranked))
    model = ModelEntry(
        name=HOSTILE, digest="d", score="cosine", demonstration="only shown",
        calibration=calibration, notes=("a note of the model",),
    )  # fmt: skip
    times = [None, 3725.46]
    return MatchFile(
        cameras=(camera("gate"), camera("hall")), models=(model,),
        walks=tuple(walk(name, times[k % 2]) for k, name in enumerate(names)),
        queries=tuple(queries), detector="scene", mask="", fit="letterbox", pictures=8, ranks=10,
    )  # fmt: skip


def timed(kept=0):
    stages = (
        StageTime(stage="crop", seconds=1.0, done=120, kept=kept),
        StageTime(stage="detect", seconds=2.0, done=120, kept=kept),
        StageTime(stage="embed", model=HOSTILE, seconds=1.0, done=32, operations=5e9),
        StageTime(stage="compare", model=HOSTILE, seconds=0.0, done=4),
    )
    return MatchTimes(stages=stages, frames=120, kept=kept, peak=2e10)


@pytest.fixture
def make_match():
    return stored


@pytest.fixture
def make_times():
    return timed


@pytest.fixture
def folder(tmp_path):
    """A folder as `probe match` leaves it, without its page."""
    write_match(tmp_path, stored(), timed())
    for number, one in enumerate(stored().walks):
        path = tmp_path / PICTURES / f"{one.walk}.webp"
        path.parent.mkdir(parents=True, exist_ok=True)
        shown = np.full((96, 40, 3), 40 + 50 * number, np.uint8)
        buffer = io.BytesIO()
        Image.fromarray(shown).save(buffer, "WEBP")
        path.write_bytes(buffer.getvalue())
    return tmp_path

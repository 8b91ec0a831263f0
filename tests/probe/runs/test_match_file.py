"""The files of a match: written, read back, and refused where damaged."""

import pytest

from probe.errors import RunError
from probe.runs.match_file import (
    MATCHES,
    CameraEntry,
    MatchFile,
    MatchTimes,
    ModelEntry,
    QueryEntry,
    RankedWalk,
    Sighting,
    StageTime,
    WalkEntry,
    read_match,
    write_match,
)  # fmt: skip

SEEN = Sighting(frame=3, time=0.12, box=(1.5, 2, 30, 60))


@pytest.fixture
def files():
    camera = CameraEntry(name="a", source="a.mp4", folder="cameras/a", frames=4, boxes=4, tracks=1,
                         walks=1, left_out={"small": 1})  # fmt: skip
    walk = WalkEntry(walk="a/p0001", camera="a", track=1, first=SEEN, last=SEEN, shown=SEEN,
                     crop="a/p0001/f0000003.png", crops=3, compared=3)  # fmt: skip
    ranked = RankedWalk(walk="b/p0001", score=0.25, above=None)
    query = QueryEntry(walk="a/p0001", model="é", compared=1, above=None, ranked=(ranked,))
    model = ModelEntry(name="é", digest="d", score="cosine")
    matches = MatchFile(cameras=(camera,), models=(model,),
                        walks=(walk,), queries=(query,), detector="scene", mask="", fit="card",
                        pictures=8, ranks=10)  # fmt: skip
    stages = (
        StageTime(stage="crop", seconds=2.0, done=4),
        StageTime(stage="detect", seconds=1.5, done=4),
    )
    return matches, MatchTimes(stages=stages, frames=4, kept=0, peak=None)


def test_written_and_read_back(files, tmp_path):
    write_match(tmp_path, *files)
    assert read_match(tmp_path) == files
    assert "é" in (tmp_path / MATCHES).read_text("utf-8"), "for people to read"
    assert files[1].seconds == 3.5


@pytest.mark.parametrize("damage", ["{", "[]", '{"walks": 3}', "\0"])
def test_damaged_files_are_refused(files, tmp_path, damage):
    write_match(tmp_path, *files)
    (tmp_path / MATCHES).write_text(damage)
    with pytest.raises(RunError, match="damaged"):
        read_match(tmp_path)


def test_a_missing_file(tmp_path):
    with pytest.raises(RunError, match="no such file") as caught:
        read_match(tmp_path)
    assert "probe match" in caught.value.hint

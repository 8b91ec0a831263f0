"""Times of stages are added up; what the processor reaches is a rate."""

import numpy as np
import pytest

from probe.contracts import Detections, Detector, FrameRecord, nobody
from probe.matching.timing import Stopwatch, TimedDetector, product_rate


def test_stages_add_up_in_their_order():
    watch = Stopwatch()
    with watch.of("crop") as spent:
        spent.counted(3, 1)
    watch.add("detect", 2.0, 3)
    with watch.of("crop") as spent:
        spent.counted(4)
        spent.less(-5.0)
    watch.add("embed", 1.0, 2, operations=10.0, model="a")
    watch.add("embed", 1.0, 2, operations=30.0, model="a")
    crop, detect, embed = watch.stages
    assert (crop.stage, crop.done, crop.kept, crop.operations) == ("crop", 7, 1, None)
    assert 5 <= crop.seconds < 6
    assert (detect.seconds, embed.seconds, embed.operations) == (2.0, 2.0, 40.0)


def test_a_stage_that_fails_is_timed_all_the_same():
    watch = Stopwatch()
    with pytest.raises(ValueError, match="x"), watch.of("mask"):
        raise ValueError("x")
    assert [stage.stage for stage in watch.stages] == ["mask"]


class Once(Detector):
    name, has_masks = "once", True

    @property
    def digest(self):
        return "once 3"

    def detect(self, frame):
        return Detections(np.array([[1.0, 2, 3, 4]]), np.ones(1)) if frame.any() else nobody()


def test_a_detector_stays_what_it_is(tmp_path):
    timed = TimedDetector(Once())
    assert (timed.name, timed.has_masks, timed.digest) == ("once", True, "once 3")
    record = FrameRecord(0, "a", None, tmp_path)
    assert len(timed.detect_in(record, np.ones((4, 4, 3), np.uint8))) == 1
    assert len(timed.detect_in(record, np.zeros((4, 4, 3), np.uint8))) == 0
    assert timed.seconds > 0


def test_a_processor_multiplies_millions_a_second():
    assert 1e6 < product_rate() < 1e16

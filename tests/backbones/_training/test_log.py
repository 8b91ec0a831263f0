"""The log: lines of JSON, and the same numbers as TensorBoard reads them."""

import importlib.util

import pytest

from probe.backbones._training import log as log_module
from probe.backbones._training.log import EpochLine, TrainingLog, read_lines
from probe.errors import CheckpointError

NEEDS_TENSORBOARD = pytest.mark.skipif(
    importlib.util.find_spec("tensorboard") is None, reason="the extra `training` is not installed"
)


def line(epoch, stage="pairs"):
    return EpochLine(
        stage, epoch, 10 * epoch, {"train": 1.5 / epoch}, {"right": 0.25}, {"all": 0.1}, 100.0,
        0.0, 3.0 * epoch, 1000.0 + epoch,
    )  # fmt: skip


def scalars(folder):
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    events = EventAccumulator(str(folder))
    events.Reload()
    return {
        name: [(event.step, event.value, event.wall_time) for event in events.Scalars(name)]
        for name in events.Tags()["scalars"]
    }


@NEEDS_TENSORBOARD
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_tensorboard_reads_the_numbers_back(tmp_path):
    with TrainingLog(tmp_path) as log:
        for epoch in (1, 2):
            log.add(line(epoch))
    found = scalars(tmp_path)
    assert found["pairs/loss/train"] == [(10, 1.5, 1001.0), (20, 0.75, 1002.0)]
    assert set(found) == {
        "pairs/loss/train", "pairs/watched/right", "pairs/rate/all", "pairs/pictures_per_second",
        "pairs/waited",
    }  # fmt: skip


@NEEDS_TENSORBOARD
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_both_logs_are_cut_back_to_the_checkpoint(tmp_path):
    with TrainingLog(tmp_path) as log:
        for epoch in (1, 2, 3):
            log.add(line(epoch))
    with TrainingLog(tmp_path) as log:
        log.cut_back(2)
        log.add(line(3, "adapt"))
    assert [each.stage for each in read_lines(tmp_path)] == ["pairs", "pairs", "adapt"]
    found = scalars(tmp_path)
    assert [step for step, _, _ in found["pairs/loss/train"]] == [10, 20]
    assert [step for step, _, _ in found["adapt/loss/train"]] == [30]


def test_without_tensorboard_the_lines_are_the_log(tmp_path, monkeypatch):
    monkeypatch.setattr(log_module, "has_tensorboard", lambda: False)
    with TrainingLog(tmp_path) as log:
        log.add(line(1))
    assert [path.name for path in tmp_path.iterdir()] == ["log.jsonl"]
    assert read_lines(tmp_path) == [line(1)]


def test_a_line_of_something_else_is_named(tmp_path):
    (tmp_path / "log.jsonl").write_text('{"epoch": 1}\n')
    with pytest.raises(CheckpointError, match="not a line of a training log"):
        read_lines(tmp_path)

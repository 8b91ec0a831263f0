"""Which device a network runs on, and how many pictures it takes at a time."""

import pytest
import torch

from probe.backbones._torch.device import (
    batch_size,
    choose_device,
    computes_bfloat16,
    use_threads,
)
from probe.contracts import Runtime
from probe.errors import BackboneError


@pytest.mark.parametrize("device", ["cuda:99", "tpu", "nonsense"])
def test_devices_this_machine_lacks(device):
    with pytest.raises(BackboneError, match=f"no device {device}") as caught:
        choose_device(device)
    assert "Use auto" in caught.value.hint


def test_the_cpu_is_always_there():
    assert choose_device("cpu").type == "cpu"
    assert choose_device("auto").type in {"cpu", "cuda", "mps"}


def test_bfloat16_without_instructions_is_told(monkeypatch):
    for has in (True, False):
        monkeypatch.setattr(torch.ops.mkldnn, "_is_mkldnn_bf16_supported", lambda has=has: has)
        assert computes_bfloat16(torch.device("cpu")) is has
        assert computes_bfloat16(torch.device("cuda"))


@pytest.mark.parametrize(
    ("size", "device", "threads", "count"),
    [
        ((256, 128), "cpu", 4, 16),
        ((256, 128), "cpu", 1, 8),  # as for two threads: one computes while another waits
        ((384, 128), "cpu", 2, 4),
        ((2048, 1024), "cpu", 2, 2),
        ((8, 8), "cpu", 2, 512),
        ((384, 128), "cuda", 2, 1024),
        ((64, 32), "cuda", 2, 2048),
        ((384, 128), "mps", 2, 256),
    ],
)
def test_pictures_at_a_time_grow_as_pictures_shrink(size, device, threads, count, small_card):
    card = small_card.with_changes(input_size=size)
    assert batch_size(card, torch.device(device), threads) == count


def test_threads_are_set_where_the_runtime_states_them(monkeypatch):
    stated = []
    monkeypatch.setattr(torch, "set_num_threads", stated.append)
    for threads in (0, 3):
        use_threads(Runtime(threads=threads))
    assert stated == [3]

"""What a training runs on."""

from types import SimpleNamespace

import pytest
import torch

from probe.backbones._training.machine import Machine, check_precision, low_precision
from probe.errors import UsageError


def recipe(*precisions):
    stages = tuple(SimpleNamespace(precision=precision) for precision in precisions)
    return SimpleNamespace(name="tiny", stages=stages)


def test_nothing_said_means_one_process_and_torchs_threads():
    assert Machine() == Machine(device="auto", workers=0, threads=0)


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_a_cpu_trains_with(precision):
    check_precision(recipe(precision), torch.device("cpu"))


@pytest.mark.parametrize("device", ["cpu", "mps"])
def test_float16_needs_a_cuda_gpu_in_every_stage(device):
    with pytest.raises(UsageError, match=f"float16, which {device} does not") as refused:
        check_precision(recipe("float32", "float16"), torch.device(device))
    assert refused.value.place == "tiny"
    assert "bfloat16" in refused.value.hint


def test_a_cuda_gpu_trains_with_float16():
    check_precision(recipe("float16"), torch.device("cuda"))


@pytest.mark.parametrize("has", [True, False])
def test_a_processor_without_bfloat16_computes_in_float32(has, monkeypatch):
    monkeypatch.setattr("probe.backbones._training.machine.computes_bfloat16", lambda device: has)
    cpu = torch.device("cpu")
    assert low_precision("bfloat16", cpu) is (torch.bfloat16 if has else None)
    assert low_precision("float16", cpu) is torch.float16
    assert low_precision("float32", cpu) is None

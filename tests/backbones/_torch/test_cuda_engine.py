"""The engine on a GPU gives the CPU's vectors; its parts that need no GPU are checked without."""

import copy

import numpy as np
import pytest
import torch

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.cuda_engine import CudaEngine, CudaForm, with_fewer_kernels
from probe.contracts import BackboneCard, Runtime
from probe.wording import wording_of

in_words = wording_of().stored

SIZE = (64, 32)
CONVOLUTIONAL = ("resnet50", "resnet50_ibn_a", "osnet", "iresnet")
TRANSFORMERS = ("transreid", "clip_reid", "solider")


@pytest.fixture
def cuda():
    if not torch.cuda.is_available():
        pytest.skip("no NVIDIA GPU that PyTorch can use")
    return torch.device("cuda", 0)


def card_of(kind):
    return BackboneCard(architecture=kind, input_size=SIZE, channels="BGR")


def relative(found, wanted):
    apart = np.linalg.norm(np.asarray(found) - np.asarray(wanted), axis=1)
    return float((apart / np.linalg.norm(np.asarray(wanted), axis=1)).max())


def exact(network, card, images):
    """Float64 vectors on the CPU, by NumPy's own normalisation."""
    planes = (images[..., ::-1] / 255.0 - card.mean) / card.std
    with torch.inference_mode():
        taken = torch.from_numpy(np.ascontiguousarray(planes.transpose(0, 3, 1, 2)))
        return copy.deepcopy(network).double()(taken).numpy()


@pytest.mark.parametrize("kind", TRANSFORMERS)
def test_networks_without_batch_norms_of_maps_stay_as_they_are(as_trained, kind):
    network = as_trained(kind)
    assert with_fewer_kernels(network, torch.float32) is network


def test_networks_that_cannot_be_traced_stay_as_they_are():
    class Choosing(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.norm = torch.nn.BatchNorm2d(3)

        def forward(self, x):
            return self.norm(x).mean((2, 3)) if x.sum() > 0 else x.mean((2, 3))

    network = Choosing().eval()
    assert with_fewer_kernels(network, torch.float32) is network


@pytest.mark.gpu
@pytest.mark.parametrize("kind", [*CONVOLUTIONAL, *TRANSFORMERS])
@pytest.mark.parametrize("fusing", [True, False])
@pytest.mark.parametrize("graphed", [True, False])
def test_gpu_equals_float64_on_the_cpu(as_trained, kind, fusing, graphed, cuda, pictures):
    images = pictures(23, SIZE)
    wanted = exact(as_trained(kind), card_of(kind), images)
    form = CudaForm(fused=fusing, graphed=graphed)
    engine = CudaEngine(as_trained(kind), card_of(kind), cuda, "float32", form, batch=8)
    assert relative(engine.run(images), wanted) < 1e-5
    low = CudaEngine(as_trained(kind), card_of(kind), cuda, "bfloat16", form, batch=8)
    assert 1e-5 < relative(low.run(images), wanted) < 0.05


@pytest.mark.gpu
@pytest.mark.parametrize("count", [1, 7, 8, 9, 16, 17, 40])
def test_batches_of_one_size_come_back_in_order(as_trained, count, cuda, pictures):
    images = pictures(count, SIZE, seed=count)
    images.setflags(write=False)
    engine = CudaEngine(as_trained("osnet"), card_of("osnet"), cuda, "float32", batch=8)
    found = engine.run(images)
    for i in range(count):
        np.testing.assert_array_equal(engine.run(images[i : i + 1])[0], found[i])
    np.testing.assert_array_equal(engine.run(images[::-1])[::-1], found)


@pytest.mark.gpu
def test_auto_takes_the_quick_engine_and_says_what_it_is(as_trained, cuda, pictures):
    images = pictures(300, SIZE)
    quick = TorchBackbone(card_of("resnet50"), as_trained("resnet50"), Runtime(device="cuda"))
    slow = TorchBackbone(
        card_of("resnet50"), as_trained("resnet50"), Runtime(device="cuda", engine="torch")
    )
    cpu = TorchBackbone(
        card_of("resnet50"), as_trained("resnet50"), Runtime(device="cpu", engine="torch")
    )
    assert "CUDA graph" in quick.engine
    assert "no TF32" in quick.engine
    assert "no TF32" in slow.engine
    assert quick.notes == ()
    wanted = cpu.embed(images[:32])
    assert relative(quick.embed(images)[:32], wanted) < 1e-5
    assert relative(slow.embed(images)[:32], wanted) < 1e-5
    low = TorchBackbone(
        card_of("resnet50"), as_trained("resnet50"), Runtime(device="cuda", precision="bfloat16")
    )
    assert 1e-4 < relative(low.embed(images)[:32], wanted) < 0.05
    assert "bfloat16 changes the cosines between" in in_words(low.notes[-1])


@pytest.mark.gpu
@pytest.mark.parametrize("kind", ["resnet50", "iresnet"])
def test_evidence_maps_are_those_of_the_cpu(as_trained, kind, cuda, pictures):
    first, second = pictures(3, SIZE, seed=1), pictures(3, SIZE, seed=2)
    found = [
        TorchBackbone(card_of(kind), as_trained(kind), Runtime(device=device)).attend(first, second)
        for device in ("cuda", "cpu")
    ]
    for field in ("first", "second"):
        on_gpu, on_cpu = (np.asarray(getattr(evidence, field)) for evidence in found)
        np.testing.assert_allclose(on_gpu, on_cpu, atol=2e-5)


class Greedy(torch.nn.Module):
    """Runs out of memory above five pictures."""

    def forward(self, x):
        if len(x) > 5:
            raise torch.OutOfMemoryError
        return x.mean((2, 3))


@pytest.mark.gpu
def test_gpu_without_memory_halves_the_batch_and_says_so_once(cuda, pictures, caplog):
    images = pictures(40, SIZE)
    form = CudaForm(fused=False)
    engine = CudaEngine(Greedy(), card_of("small"), cuda, "float32", form, batch=32)
    found = engine.run(images)
    engine.run(images)
    assert engine.batch == 4
    assert len(caplog.records) == 1
    assert "too little free memory" in caplog.text
    assert "(4)" in engine.note
    wanted = CudaEngine(Greedy(), card_of("small"), cuda, "float32", form, batch=4).run(images)
    np.testing.assert_array_equal(found, wanted)


@pytest.mark.gpu
def test_real_shortage_of_memory_is_survived(as_trained, cuda, pictures):
    network, card = as_trained("resnet50"), card_of("resnet50")
    images = pictures(64, SIZE)
    wanted = CudaEngine(copy.deepcopy(network), card, cuda, "float32", batch=8).run(images)
    torch.cuda.empty_cache()
    engine = CudaEngine(network, card, cuda, "float32", batch=4096)
    try:
        whole = torch.cuda.get_device_properties(cuda).total_memory
        held = torch.cuda.memory_reserved(cuda)
        torch.cuda.set_per_process_memory_fraction((held + (600 << 20)) / whole, cuda)
        found = engine.run(images)
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0, cuda)
    assert "too little free memory" in engine.note
    assert relative(found, wanted) < 1e-5

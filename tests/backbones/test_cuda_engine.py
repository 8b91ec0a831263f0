"""The engine on a GPU gives the CPU's vectors; its parts that need no GPU are checked without."""

import copy
import operator

import numpy as np
import pytest
import torch

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.cuda_engine import CudaEngine, CudaForm, with_fewer_kernels
from probe.backbones._torch.float32 import float32_products
from probe.backbones._torch.fusing import FusedConvolution, fused
from probe.backbones._torch.resnet import ResNet50
from probe.backbones.arcface.model import IResNet
from probe.backbones.clip_reid.model import ClipReid
from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet.model import OSNet
from probe.backbones.solider.model import SemanticSwin, Solider
from probe.backbones.transreid.model import JigsawTransReid
from probe.contracts import BackboneCard, Runtime
from probe.wording import wording_of

in_words = wording_of().stored

SIZE = (64, 32)
NETWORKS = {
    "resnet50": lambda: ResNet50(1),
    "resnet50_ibn_a": lambda: ResNet50(1, ibn_a=True),
    "osnet": lambda: OSNet(CHANNELS["osnet_x0_25"]),
    "iresnet": lambda: IResNet(SIZE, blocks=(1, 1, 2, 1)),
}
TRANSFORMERS = {
    "transreid": lambda: JigsawTransReid(SIZE, 128, 16, after=True, shuffled=True),
    "clip_reid": lambda: ClipReid(SIZE, 12, (128, 64), after=True),
    "solider": lambda: Solider(SemanticSwin(32, (1, 1, 2, 2), 0.2), 256, 0, after=True),
}


@pytest.fixture
def cuda():
    if not torch.cuda.is_available():
        pytest.skip("no NVIDIA GPU that PyTorch can use")
    return torch.device("cuda", 0)


def made(kind):
    """A network with statistics and slopes as after training."""
    torch.manual_seed(0)
    network = (NETWORKS | TRANSFORMERS)[kind]()
    for name, tensor in network.named_parameters():
        if "embed" in name or name.endswith((".proj", "in_proj_weight")):
            torch.nn.init.normal_(tensor, 0, 0.1)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d | torch.nn.BatchNorm1d):
            module.running_mean.normal_(0, 0.1)
            module.running_var.uniform_(0.5, 1.5)
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
    return network.eval().requires_grad_(False)


def card_of(kind):
    return BackboneCard(architecture=kind, input_size=SIZE, channels="BGR")


def relative(found, wanted):
    apart = np.linalg.norm(np.asarray(found) - np.asarray(wanted), axis=1)
    return float((apart / np.linalg.norm(np.asarray(wanted), axis=1)).max())


def exact(kind, images):
    """Float64 vectors on the CPU, by NumPy's own normalisation."""
    card = card_of(kind)
    planes = (images[..., ::-1] / 255.0 - card.mean) / card.std
    with torch.inference_mode():
        taken = torch.from_numpy(np.ascontiguousarray(planes.transpose(0, 3, 1, 2)))
        return copy.deepcopy(made(kind)).double()(taken).numpy()


@pytest.mark.parametrize("kind", NETWORKS)
def test_fused_network_has_the_values_of_the_network(kind):
    network = made(kind).double()
    names = set(network.state_dict())
    x = torch.randn(3, 3, *SIZE, dtype=torch.float64)
    changed = fused(network, torch.float64)
    with torch.inference_mode():
        assert relative(changed(x), network(x)) < 1e-12
    assert set(network.state_dict()) == names


def count(network, kind):
    return sum(isinstance(part, kind) for part in network.modules())


def test_what_is_taken_into_convolutions():
    resnet = fused(made("resnet50"), torch.float32)
    assert count(resnet, FusedConvolution) == 49
    assert count(resnet, torch.nn.Conv2d) == count(resnet, torch.nn.BatchNorm2d) == 4
    assert not any(node.target is operator.add for node in resnet.graph.nodes)
    before = made("iresnet")
    iresnet = fused(before, torch.float32)
    assert count(iresnet, FusedConvolution) == 0
    assert count(iresnet, torch.nn.BatchNorm2d) == count(before, torch.nn.BatchNorm2d)
    osnet = fused(made("osnet"), torch.float32)
    assert count(osnet, FusedConvolution) > 5


class Twice(torch.nn.Module):
    """One convolution called twice, once with a batch norm; a sum with itself; a reused map."""

    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(3, 3, 3, padding=1)
        self.norm = torch.nn.BatchNorm2d(3)
        self.circular = torch.nn.Conv2d(3, 3, 3, padding=1, padding_mode="circular")
        self.same = torch.nn.Conv2d(3, 3, 3, padding="same")
        self.last = torch.nn.Conv2d(3, 3, 1)

    def forward(self, x):
        x = torch.relu(self.norm(self.conv(x)) + self.conv(x))
        x = torch.relu(self.circular(x)) + torch.relu(self.same(x))
        y = self.last(x)
        return (torch.relu(y + y) + y).mean((2, 3))


def test_what_cannot_be_fused_is_left_alone():
    torch.manual_seed(0)
    network = Twice().double().eval()
    network.norm.running_var.fill_(2.5)
    x = torch.randn(2, 3, 8, 8, dtype=torch.float64)
    changed = fused(network, torch.float64)
    assert not any(isinstance(part, FusedConvolution) for part in changed.modules())
    torch.testing.assert_close(changed(x), network(x))


def test_settings_of_tf32_come_back():
    before = torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32
    for asked in (True, False):
        with float32_products(tf32=asked):
            assert torch.backends.cuda.matmul.allow_tf32 is asked
            assert torch.backends.cudnn.allow_tf32 is asked
    with pytest.raises(ZeroDivisionError), float32_products(tf32=True):
        raise ZeroDivisionError
    assert (torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32) == before


@pytest.mark.parametrize("kind", TRANSFORMERS)
def test_networks_without_batch_norms_of_maps_stay_as_they_are(kind):
    network = made(kind)
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
@pytest.mark.parametrize("kind", NETWORKS | TRANSFORMERS)
@pytest.mark.parametrize("fusing", [True, False])
@pytest.mark.parametrize("graphed", [True, False])
def test_gpu_equals_float64_on_the_cpu(kind, fusing, graphed, cuda, pictures):
    images = pictures(23, SIZE)
    wanted = exact(kind, images)
    form = CudaForm(fused=fusing, graphed=graphed)
    engine = CudaEngine(made(kind), card_of(kind), cuda, "float32", form, batch=8)
    assert relative(engine.run(images), wanted) < 1e-5
    low = CudaEngine(made(kind), card_of(kind), cuda, "bfloat16", form, batch=8)
    assert 1e-5 < relative(low.run(images), wanted) < 0.05


@pytest.mark.gpu
@pytest.mark.parametrize("count", [1, 7, 8, 9, 16, 17, 40])
def test_batches_of_one_size_come_back_in_order(count, cuda, pictures):
    images = pictures(count, SIZE, seed=count)
    images.setflags(write=False)
    engine = CudaEngine(made("osnet"), card_of("osnet"), cuda, "float32", batch=8)
    found = engine.run(images)
    for i in range(count):
        np.testing.assert_array_equal(engine.run(images[i : i + 1])[0], found[i])
    np.testing.assert_array_equal(engine.run(images[::-1])[::-1], found)


@pytest.mark.gpu
def test_auto_takes_the_quick_engine_and_says_what_it_is(cuda, pictures):
    images = pictures(300, SIZE)
    quick = TorchBackbone(card_of("resnet50"), made("resnet50"), Runtime(device="cuda"))
    slow = TorchBackbone(
        card_of("resnet50"), made("resnet50"), Runtime(device="cuda", engine="torch")
    )
    cpu = TorchBackbone(
        card_of("resnet50"), made("resnet50"), Runtime(device="cpu", engine="torch")
    )
    assert "CUDA graph" in quick.engine
    assert "no TF32" in quick.engine
    assert "no TF32" in slow.engine
    assert quick.notes == ()
    wanted = cpu.embed(images[:32])
    assert relative(quick.embed(images)[:32], wanted) < 1e-5
    assert relative(slow.embed(images)[:32], wanted) < 1e-5
    low = TorchBackbone(
        card_of("resnet50"), made("resnet50"), Runtime(device="cuda", precision="bfloat16")
    )
    assert 1e-4 < relative(low.embed(images)[:32], wanted) < 0.05
    assert "bfloat16 changes the cosines between" in in_words(low.notes[-1])


@pytest.mark.gpu
@pytest.mark.parametrize("kind", ["resnet50", "iresnet"])
def test_evidence_maps_are_those_of_the_cpu(kind, cuda, pictures):
    first, second = pictures(3, SIZE, seed=1), pictures(3, SIZE, seed=2)
    found = [
        TorchBackbone(card_of(kind), made(kind), Runtime(device=device)).attend(first, second)
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
def test_real_shortage_of_memory_is_survived(cuda, pictures):
    network, card = made("resnet50"), card_of("resnet50")
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

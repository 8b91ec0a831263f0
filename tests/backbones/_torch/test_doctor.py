"""The doctor: seeded faults are caught, good set-ups are left alone."""

import warnings

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.doctor import Diagnosis, examine
from probe.backbones._torch.families import Family
from probe.backbones._torch.preprocess import Normalise
from probe.backbones.onnx.session import open_onnx
from probe.contracts import Backbone, BackboneCard, Runtime
from probe.wording import Message

SIZE = (64, 32)
SEEDS = (0, 1, 2)
NORMALISATIONS = {
    "imagenet": ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
    "half": ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
    "luperson": ((0.3525, 0.3106, 0.3140), (0.2660, 0.2522, 0.2505)),
    "unit": ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
    "raw": ((0.0, 0.0, 0.0), (1 / 255, 1 / 255, 1 / 255)),
}


def people(seed, count=24):
    """Noisy figures in warm light: two garments, a skin-coloured head, a background."""
    rng = np.random.default_rng(seed)
    pictures = np.empty((count, *SIZE, 3))

    def colours(low, high, tint):
        return rng.uniform(low, high, (count, 1, 1, 3)) * tint

    pictures[:] = colours(60, 170, (1.1, 1.0, 0.8))
    pictures[:, 14:38, 8:24] = colours(10, 240, (1.0, 0.85, 0.65))
    pictures[:, 38:, 10:22] = colours(10, 160, (1.0, 0.85, 0.65))
    pictures[:, 4:14, 12:20] = rng.uniform(0.6, 1.1, (count, 1, 1, 1)) * (205, 150, 115)
    pictures += rng.normal(0, 18, pictures.shape)
    return np.clip(pictures, 0, 255).astype(np.uint8)


class Trained(nn.Module):
    """A small embedding network with statistics of training pictures."""

    def __init__(self, seed, card, inside=None):
        super().__init__()
        torch.manual_seed(seed)
        self.body = nn.Sequential(
            nn.Conv2d(3, 24, 5, 2, 2), nn.BatchNorm2d(24), nn.ReLU(),
            nn.Conv2d(24, 48, 3, 2, 1), nn.BatchNorm2d(48), nn.ReLU(),
            nn.Conv2d(48, 64, 3, 2, 1), nn.BatchNorm2d(64), nn.ReLU(),
        )  # fmt: skip
        self.dropout = nn.Dropout(0.5)
        self.neck = nn.BatchNorm1d(64)
        self.inside = inside
        self.train()
        self.dropout.eval()
        for module in self.modules():
            if isinstance(module, nn.BatchNorm2d | nn.BatchNorm1d):
                module.momentum = None  # the plain average of all batches
        with torch.no_grad():
            for i in range(6):
                self(Normalise(card)(torch.from_numpy(people(1000 + 37 * seed + i))))

    def forward(self, x):
        if self.inside is not None:
            mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in self.inside)
            x = (x - mean) / std
        return self.neck(self.dropout(self.body(x).mean((2, 3))))


def card_of(normalisation="imagenet", **changes):
    mean, std = NORMALISATIONS[normalisation]
    card = BackboneCard("small", input_size=SIZE, mean=mean, std=std, dimension=64)
    return card.with_changes(**changes)


def backbone_of(network, card):
    return TorchBackbone(card, network, Runtime(device="cpu", engine="torch"))


def other_card(trained, **changes):
    return lambda seed: backbone_of(Trained(seed, card_of(trained)), card_of(trained, **changes))


def other_normalisation(trained, used):
    mean, std = NORMALISATIONS[used]
    return other_card(trained, mean=mean, std=std)


def normalised_inside_too(seed):
    """The network normalises by itself, and the card does so again."""
    inside = NORMALISATIONS["imagenet"]
    network = Trained(seed, card_of("unit"), inside)
    return backbone_of(network, card_of("imagenet"))


def changed(change):
    def build(seed):
        backbone = backbone_of(Trained(seed, card_of()), card_of())
        change(backbone.network)
        return backbone

    return build


def forget_statistics(network):
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d | nn.BatchNorm1d):
            module.reset_running_stats()


def kill(network):
    """The last layer sees nothing of the picture."""
    network.body[6].weight.data.zero_()
    network.body[6].bias.data.normal_()
    network.body[7].reset_running_stats()
    network.neck.reset_running_stats()


def answer_with_classes(network):
    network.neck = nn.Sequential(network.neck, nn.Linear(64, 10), nn.Softmax(1))


FAULTS = {
    "channels swapped": other_card("imagenet", channels="BGR"),
    "imagenet for half": other_normalisation("half", "imagenet"),
    "half for imagenet": other_normalisation("imagenet", "half"),
    "unit for imagenet": other_normalisation("imagenet", "unit"),
    "raw for imagenet": other_normalisation("imagenet", "raw"),
    "imagenet for raw": other_normalisation("raw", "imagenet"),
    "unit for raw": other_normalisation("raw", "unit"),
    "normalised twice": normalised_inside_too,
    "training mode": changed(lambda n: n.train()),
    "dropout on": changed(lambda n: n.dropout.train()),
    "statistics lost": changed(forget_statistics),
    "dead layer": changed(kill),
    "probabilities": changed(answer_with_classes),
    "identities as length": other_card("imagenet", dimension=751),
}


@pytest.fixture(scope="module")
def caught():
    """Fault and seed: the checks that complained."""
    found = {}
    for name, build in FAULTS.items():
        for seed in SEEDS:
            diagnosis = examine(build(seed), people(seed))
            found[name, seed] = [
                f.check for f in diagnosis.findings if f.verdict in ("wrong", "suspicious")
            ]
    return found


@pytest.mark.slow
def test_at_least_95_of_100_faults_are_caught(caught):
    assert len(caught) >= 40
    missed = [case for case, checks in caught.items() if not checks]
    assert len(missed) <= 0.05 * len(caught), missed


RIGHT_CHECK = {
    "channels swapped": "channel order",
    "raw for imagenet": "normalisation",
    "normalised twice": "normalisation",
    "training mode": "batch norm",
    "dropout on": "repeatable",
    "statistics lost": "batch norm",
    "dead layer": "collapse",
    "probabilities": "classifier as feature",
    "identities as length": "classifier as feature",
}


@pytest.mark.slow
@pytest.mark.parametrize("fault", RIGHT_CHECK)
def test_the_right_test_complains(fault, caught):
    assert all(RIGHT_CHECK[fault] in caught[fault, seed] for seed in SEEDS)


@pytest.mark.slow
def test_good_set_ups_are_left_alone():
    alarms, count = [], 0
    for normalisation in NORMALISATIONS:
        for seed in range(10):
            card = card_of(normalisation, channels=("RGB", "BGR")[seed % 2])
            diagnosis = examine(backbone_of(Trained(seed, card), card), people(seed))
            count += 1
            alarms += [] if diagnosis.healthy else [(normalisation, seed, diagnosis.table())]
    assert count >= 50
    assert len(alarms) < 0.02 * count, alarms


def test_few_pictures_and_networks_without_batch_norm():
    backbone = backbone_of(Trained(0, card_of()), card_of())
    diagnosis = examine(backbone, people(0, 3))
    assert diagnosis.healthy
    assert "--photos" in diagnosis.table()

    class Bare(nn.Module):
        def __init__(self):
            super().__init__()
            self.layer = nn.Conv2d(3, 64, 8, 8)

        def forward(self, x):
            return self.layer(x).mean((2, 3))

    torch.manual_seed(0)
    told = examine(backbone_of(Bare(), card_of()), people(0)).table()
    assert "no batch norm" in told


def exported(network, card, path):
    """The network as an ONNX graph that keeps its batch norms, run by ONNX Runtime."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Apart(network).eval(), (torch.zeros(2, 3, *SIZE),), str(path), dynamo=False,
            input_names=["x"], output_names=["v"],
            dynamic_axes={"x": {0: "n"}, "v": {0: "n"}},
        )  # fmt: skip
    return open_onnx(card, path, Runtime(device="cpu"))


class Apart(nn.Module):
    """A rectifier between each convolution and its batch norm keeps exporters from folding it."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, x):
        for layer in self.network.body:
            x = layer(x)
            if isinstance(layer, nn.Conv2d):
                x = torch.maximum(x, torch.full((), -1e6))
        return self.network.neck(x.mean((2, 3)))


@pytest.mark.parametrize("used", ["imagenet", "raw", "swapped"])
def test_a_graph_is_looked_into_as_its_network(tmp_path, used):
    trained = card_of()
    network = Trained(0, trained).eval()
    card = card_of(channels="BGR") if used == "swapped" else card_of(used)
    inside = {f.check: f for f in examine(backbone_of(network, card), people(0)).findings}
    graph = exported(network, card, tmp_path / "net.onnx")
    told = {f.check: f for f in examine(graph, people(0)).findings}
    assert told.keys() == inside.keys()
    for check in ("channel order", "normalisation", "batch norm", "collapse", "mirror"):
        assert told[check].verdict == inside[check].verdict, check
    expected = inside["normalisation"].message.values["misfit"]
    assert told["normalisation"].message.values["misfit"] == pytest.approx(expected, rel=1e-3)
    if used != "imagenet":
        assert "suspicious" in {told[c].verdict for c in ("channel order", "normalisation")}


def test_what_cannot_be_seen_is_said():
    """Of own code in NumPy, what a network takes is not measured; the rest is."""
    card = card_of()
    network = Trained(0, card).eval()

    class Own(Backbone):
        card = property(lambda self: card)
        engine = property(lambda self: "own")
        files = property(lambda self: ())

        def embed(self, images):
            with torch.inference_mode():
                return network(Normalise(card)(torch.from_numpy(images))).numpy()

    diagnosis = examine(Own(), people(0))
    verdicts = {f.check: f.verdict for f in diagnosis.findings}
    assert verdicts["channel order"] == verdicts["normalisation"] == "not measured"
    assert verdicts["mirror"] == verdicts["collapse"] == "good"
    assert "in PyTorch and in ONNX graphs only" in diagnosis.table()


def test_a_vector_that_turns_over_with_the_picture():
    class Sides(nn.Module):
        def __init__(self):
            super().__init__()
            self.gain = nn.Parameter(torch.ones(()))

        def forward(self, x):
            columns = x.mean(2)
            return self.gain * (columns - columns.flip(2)).flatten(1)

    findings = examine(backbone_of(Sides(), card_of()), people(0)).findings
    assert [f.verdict for f in findings if f.check == "mirror"] == ["suspicious"]


def test_findings_of_the_file(tmp_path):
    network = Trained(0, card_of())
    tensors = network.state_dict() | {
        "base.sie_embed": torch.ones(6, 1, 768),
        "classifier.weight": torch.ones(64, 12),
    }
    torch.save(tensors, tmp_path / "w.pth")
    card = card_of(input_size=(32, 64))
    found = examine(
        backbone_of(network, card),
        np.empty((0, 32, 64, 3), np.uint8),
        read_checkpoint(tmp_path / "w.pth"),
    )
    by_check = {f.check: f for f in found.findings}
    assert by_check["camera embedding"].verdict == "wrong"
    assert by_check["camera embedding"].message.values["count"] == 6
    assert "6 training cameras" in found.table()
    assert by_check["classifier as feature"].verdict == "suspicious"
    assert by_check["size"].verdict == "suspicious"


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["msmt17", "market1501"])
def test_real_weights_on_real_pictures(tag, real, eager, spec_card):
    from PIL import Image

    from probe.backbones.osnet import spec

    files = sorted((real / "pku_reid").glob("*_c1_o[37].png"))[::2]
    opened = [
        Image.open(file).convert("RGB").resize((128, 256), Image.Resampling.BILINEAR)
        for file in files
    ]
    pictures = np.stack([np.asarray(picture) for picture in opened])
    weights = real / "weights" / f"osnet_x0_25_{tag}.pth"
    card = spec_card(spec, "osnet_x0_25")
    checkpoint = read_checkpoint(weights)
    good = examine(spec.load(card, weights, eager), pictures, checkpoint)
    assert good.healthy, good.table()
    assert good.family.card == "osnet_x0_25"
    for name in ("unit", "raw"):
        mean, std = NORMALISATIONS[name]
        wrong = spec.load(card.with_changes(mean=mean, std=std), weights, eager)
        bad = [f.check for f in examine(wrong, pictures).findings if f.verdict == "suspicious"]
        assert "normalisation" in bad


def test_weights_that_a_card_runs_are_used_by_the_card():
    shipped = Message("family-use-card", {"card": "ibn"})
    found = Diagnosis(Family("ResNet", None, (), shipped, "ibn"), ())
    assert "ibn=FILE" in found.table()
    told = found.run_as("my nets/card.yaml").table()
    assert "Use --backbone 'my nets/card.yaml'." in told
    assert "ibn=FILE" not in told
    assert Diagnosis(None, ()).run_as("card.yaml").table() == ""

"""A classifier that is not trained is the head of the encoder."""

import json

import torch
from safetensors.torch import load_file

from probe.backbones._training.training import train
from probe.contracts import Reporter

OTHERS = ("encoder", "generator", "identity", "pose")


def networks_after(folder, stage):
    """Tensors of every network as a stage left them."""
    stages = json.loads((folder / "training.json").read_text())["stages"]
    files = next(entry["networks"] for entry in stages if entry["name"] == stage)
    return {name: load_file(folder / file["file"]) for name, file in files.items()}


def test_a_frozen_classifier_is_the_head_of_the_encoder(tiny, people, one_thread, tmp_path):
    frozen = {"stages.transfer.frozen": [*OTHERS, "domain.verifier"]}
    train(tiny(**frozen), tmp_path, Reporter(), one_thread, data=people)
    after = networks_after(tmp_path, "transfer")
    head, own = after["encoder"]["embed_model.classifier.weight"], after["domain"]
    assert torch.equal(own["verifier.classifier.weight"], (head[1] - head[0])[None])
    for name in ("weight", "running_mean", "running_var"):
        assert torch.equal(own[f"verifier.bn.{name}"], after["encoder"][f"embed_model.bn.{name}"])

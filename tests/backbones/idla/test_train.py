"""From a training to the pair scorer of `probe evaluate`: resumed, frozen, opened, ranked."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from probe.backbones._training.training import train
from probe.cli import main
from probe.contracts import Reporter, Runtime
from probe.embedding.registry import find
from probe.files.strict_yaml import load_yaml


@pytest.fixture(scope="module")
def trained(tiny, people, tmp_path_factory):
    """A tiny training of both stages."""
    from probe.backbones._training.machine import Machine

    before, folder = torch.get_num_threads(), tmp_path_factory.mktemp("trained")
    train(tiny(), folder, Reporter(), Machine("cpu", threads=1), data=people)
    torch.set_num_threads(before)
    return folder


def as_market(folder, market):
    """The people as a Market-1501: one query each, from a camera of its own."""
    parts = {"bounding_box_train": (), "query": (0,), "bounding_box_test": (1, 2, 3)}
    for part, numbers in parts.items():
        (market / part).mkdir(parents=True)
        for person in range(4):
            for number in numbers:
                name = f"{person + 1:04d}_c{number + 1}s1_{number:06d}_00.jpg"
                Image.open(folder / f"p{person}" / f"{number}.png").save(market / part / name)
    return market


def test_the_second_stage_moves_the_last_layer_only(trained):
    before = load_file(trained / "stages" / "pairs" / "pairs.safetensors")
    after = load_file(trained / "weights.safetensors")
    moved = {name for name, value in after.items() if not torch.equal(value, before[name])}
    assert moved == {"fc2.weight", "fc2.bias"}


def test_a_training_opens_as_a_pair_scorer(trained):
    card = load_yaml(trained / "card.yaml").data
    assert (card["backbone"], card["options"]) == ("idla", {"port": "paper"})
    scorer = find(str(trained / "card.yaml")).load(Runtime(device="cpu", engine="torch"))
    pictures = np.random.default_rng(1).integers(0, 256, (3, 48, 32, 3)).astype(np.uint8)
    maps = scorer.prepare(pictures)
    assert scorer.score(maps[:2], maps[1:]).shape == (2,)


def test_killed_and_resumed_is_never_killed(one_thread, killed, tiny, people, trained, tmp_path):
    killed_error, kills_after = killed
    with pytest.raises(killed_error):
        train(tiny(), tmp_path, kills_after(5), one_thread, data=people)
    again = train(tiny(), tmp_path, Reporter(), one_thread, data=people, resume=True)
    assert (trained / "weights.safetensors").read_bytes() == again.weights.read_bytes()


def test_people_are_ranked_and_the_cost_is_said_before(trained, people, tmp_path, capsys):
    cards = [f"--backbone={trained / name}" for name in ("card.yaml", "stages/pairs/pairs.yaml")]
    market = as_market(Path(people[0].partition("=")[2]), tmp_path / "market")
    cache = ["--cache", str(tmp_path / "cache")]
    assert main(["evaluate", "--data", f"market1501={market}", *cards, *cache]) == 0
    printed = capsys.readouterr()
    assert "idla.small" in printed.out
    assert "idla.small.pairs" in printed.out
    assert "pairs of" in printed.out + printed.err

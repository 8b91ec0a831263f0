"""Tiny trainings of all stages on rendered people: who moves, exact resume, bad input."""

import json
from pathlib import Path
from shutil import copytree, rmtree

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from probe.backbones._training.log import read_lines
from probe.backbones._training.machine import Machine
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.schedule import Moment
from probe.backbones._training.training import TrainingRun, train, train_stages
from probe.backbones.fdgan import spec
from probe.backbones.fdgan.opening import open_generator
from probe.contracts import Reporter, Runtime
from probe.errors import CheckpointError, PictureError, UsageError
from probe.wording import wording_of

PARITY = Path(__file__).parents[2] / "data" / "parity"

OTHERS = ("encoder", "generator", "identity", "pose")


LAST_BLOCK = ["generator", "identity", "pose", *(
    f"encoder.base_model.base.{part}" for part in ("conv1", "bn1", "layer1", "layer2", "layer3")
)]  # fmt: skip


BASELINE = {
    "stages.transfer.objective": {"kind": "verification"},
    "stages.transfer.frozen": LAST_BLOCK,
    "stages.transfer.optimisers.domain.networks": ["encoder"],
}


def networks_after(folder, stage):
    """Tensors of every network as a stage left them."""
    stages = json.loads((folder / "training.json").read_text())["stages"]
    files = next(entry["networks"] for entry in stages if entry["name"] == stage)
    return {name: load_file(folder / file["file"]) for name, file in files.items()}


def moved(before, after):
    """Names of the tensors that differ."""
    return {key for key in after if not torch.equal(before[key], after[key])}


def generated(folder, stage):
    """Pictures that the generator makes of the encoder's features, as a stage left both."""
    stages = json.loads((folder / "training.json").read_text())["stages"]
    files = next(entry["networks"] for entry in stages if entry["name"] == stage)
    generator = open_generator(folder / files["generator"]["file"])
    card = spec.cards[0].with_changes(input_size=(64, 32))
    path = folder / files["encoder"]["file"]
    encoder = spec.load(card, path, Runtime(device="cpu", engine="torch")).network
    torch.manual_seed(0)
    given = torch.randn(3, 3, 64, 32), torch.rand(3, 18, 64, 32), torch.randn(3, 8)
    with torch.inference_mode():
        return generator(encoder(given[0]), *given[1:])


@pytest.mark.parametrize("model", ["A", "B"])
def test_the_transfer_moves_the_additional_encoder_only(
    model, tiny, people, one_thread, tmp_path, eager
):
    recipe = tiny(**{"stages.transfer.objective.model": model})
    result = train(recipe, tmp_path, Reporter(), one_thread, data=people)
    before, after = (networks_after(tmp_path, name) for name in ("joint", "transfer"))
    for name in OTHERS:
        assert not moved(before[name], after[name])
    assert torch.equal(generated(tmp_path, "joint"), generated(tmp_path, "transfer"))
    own = {key for key in after["domain"] if not key.startswith("encoder.")}
    for key, value in before["encoder"].items():
        assert torch.equal(value, after["domain"][f"encoder.{key}"])
    assert any(key.startswith("additional.") for key in own)
    assert any(key.startswith("verifier.") for key in own)
    backbone = spec.load(spec.cards[0].with_changes(input_size=(64, 32)), result.weights, eager)
    assert f"Model {model}" in wording_of()(backbone.card.feature)
    stages = [line.stage for line in read_lines(tmp_path)]
    assert list(dict.fromkeys(stages)) == ["baseline", "generator", "joint", "transfer"]


def test_every_stage_moves_its_own_networks(tiny, people, one_thread, tmp_path):
    train(tiny(), tmp_path, Reporter(), one_thread, data=people)
    pairs, drawing, joint = (
        networks_after(tmp_path, name) for name in ("baseline", "generator", "joint")
    )
    assert not moved(pairs["encoder"], drawing["encoder"])
    for name in ("generator", "identity", "pose"):
        assert moved(pairs[name], drawing[name])
        assert moved(drawing[name], joint[name])
    changed = moved(drawing["encoder"], joint["encoder"])
    assert "base_model.base.layer1.0.conv1.weight" in changed
    assert not any("running" in key for key in changed), "batch norms of E_I are as they were"
    assert not any("running" in key for key in moved(drawing["identity"], joint["identity"]))


@pytest.fixture(scope="module")
def whole(people, tiny, tmp_path_factory):
    """The training of all stages that nobody kills."""
    before = torch.get_num_threads()
    folder = tmp_path_factory.mktemp("whole")
    result = train(tiny(), folder, Reporter(), Machine("cpu", threads=1), data=people)
    torch.set_num_threads(before)
    return result


@pytest.mark.parametrize("killed_at", [2, 5, 8, 11])
def test_a_killed_training_resumes_exactly(
    tiny, people, killed, one_thread, tmp_path, killed_at, whole
):
    error, kills_after = killed
    with pytest.raises(error):
        train(tiny(), tmp_path, kills_after(killed_at), one_thread, data=people)
    torch.manual_seed(999)
    again = train(tiny(), tmp_path, Reporter(), one_thread, data=people, resume=True)
    for name, path in whole.networks.items():
        assert again.networks[name].read_bytes() == path.read_bytes()


@pytest.fixture
def own_people(people, tmp_path):
    """A copy of the first data set's folder, to be spoilt."""
    return Path(copytree(people[0].partition("=")[2], tmp_path / "data"))


@pytest.fixture
def refused(tiny, people, one_thread, tmp_path):
    """`refused(error, message, data, ...)`: the error of a training that must leave nothing."""

    def refuse(error, message, data=people, **changes):
        out = tmp_path / "out"
        with pytest.raises(error, match=message) as caught:
            train(tiny(**changes), out, Reporter(), one_thread, data=data)
        assert not out.exists(), "before the first stage has taken its hours"
        return caught.value

    return refuse


def test_pictures_without_keypoints_are_named(refused, own_people, people):
    rmtree(own_people / "keypoints")
    error = refused(UsageError, "have no keypoints", (f"scenes={own_people}", people[1]))
    assert "keypoints/bounding_box_train/0001_c1s1_059196_00.json" in error.hint


def test_the_second_data_set_needs_no_keypoints(tiny, own_people, people, one_thread, tmp_path):
    rmtree(own_people / "keypoints")
    data = (people[0], f"scenes={own_people}")
    train(tiny(), tmp_path / "out", Reporter(), one_thread, data=data)
    assert (tmp_path / "out" / "weights.safetensors").is_file()


def test_keypoints_of_another_picture_size_are_refused(refused, own_people, people):
    for path in (own_people / "keypoints").rglob("*.json"):
        content = json.loads(path.read_text())
        content["keypoints"] = [[4 * x, 4 * y] for x, y in content["keypoints"]]
        path.write_text(json.dumps(content))
    error = refused(PictureError, "of another size", (f"scenes={own_people}", people[1]))
    assert str(own_people) in error.place


def test_another_layout_of_joints_is_named(refused):
    layout = {"stages.generator.objective.poses.layout": "coco17"}
    error = refused(UsageError, "18 joints, not the 17 of coco17", **layout)
    assert error.place.endswith(".json")


def test_one_target_person_is_too_few(refused):
    share = {"stages.transfer.sampler.share_of_people": 0.01}
    error = refused(UsageError, "1 people do not fill", **share)
    assert "two people or more" in error.hint


def test_a_missing_second_data_set_is_named(refused, people):
    refused(UsageError, "data set 1, counted from 0; there is 1", people[:1])


class Steps(Reporter):
    def __init__(self):
        self.lines = []

    def step(self, message):
        self.lines.append(wording_of().either(message))


def folders_of(place, people, pictures):
    """`--data` of people in folders, whose pictures have no camera; the last has one picture."""
    drawn = np.random.default_rng(0)
    for person in range(people):
        (place / f"p{person}").mkdir(parents=True)
        for number in range(1 if person == people - 1 else pictures):
            picture = drawn.integers(0, 256, (64, 32, 3), dtype=np.uint8)
            Image.fromarray(picture).save(place / f"p{person}" / f"{number}.png")
    return f"identity_folders={place}"


def test_a_target_without_cameras_and_a_person_with_one_picture(tiny, people, one_thread, tmp_path):
    """Neither stands in the way of a transfer; what becomes of the person is said."""
    steps, target = Steps(), folders_of(tmp_path / "target", people=3, pictures=4)
    train(tiny(), tmp_path / "out", steps, one_thread, data=(people[0], target))
    assert (
        "note: 1 identities have one picture only; they take part in pairs of different people only"
        in steps.lines
    )
    counts = next(line for line in steps.lines if line.startswith("keypoints of"))
    assert "for generator and joint" in counts
    assert "missing" in counts


def test_nobody_with_two_pictures_is_refused(refused, people, tmp_path):
    target = folders_of(tmp_path / "target", people=3, pictures=1)
    refused(UsageError, "0 pictures of 3 people do not fill", (people[0], target))


def test_a_checkpoint_of_other_stages_is_not_resumed(tiny, people, one_thread, tmp_path):
    """Stage I of one recipe is no beginning of a recipe whose stage I is another."""
    train_stages(tiny(), tmp_path, TrainingRun(Reporter(), one_thread, people), 1)
    before = (tmp_path / "checkpoint.pt").read_bytes()
    other = tiny(**{"stages.baseline.length": {"steps": 4}})
    with pytest.raises(CheckpointError, match="begun with another recipe") as caught:
        train(other, tmp_path, Reporter(), one_thread, data=people, resume=True)
    assert "recipe.yaml beside the checkpoint" in caught.value.hint
    assert (tmp_path / "checkpoint.pt").read_bytes() == before


def test_a_start_of_another_stage_is_refused(tiny, people, one_thread, tmp_path):
    """A stage that begins with networks of stage I is not given those of another training."""
    first = tmp_path / "first"
    train_stages(tiny(), first, TrainingRun(Reporter(), one_thread, people), 1)
    start = {"training": str(first), "stage": "baseline", "digest": "0" * 64,
             "networks": ["encoder"]}  # fmt: skip
    with pytest.raises(CheckpointError, match="has the digest"):
        train(
            tiny(**{"stages.baseline.start_from": [start]}), tmp_path / "out", Reporter(),
            one_thread, data=people,
        )  # fmt: skip
    start |= {"stage": "joint"}
    with pytest.raises(UsageError, match="no stage 'joint'"):
        train(
            tiny(**{"stages.baseline.start_from": [start]}), tmp_path / "again", Reporter(),
            one_thread, data=people,
        )  # fmt: skip


def test_the_baseline_moves_the_last_block_and_the_pictures(tiny, people, one_thread, tmp_path):
    train(tiny(**BASELINE), tmp_path, Reporter(), one_thread, data=people)
    before, after = (networks_after(tmp_path, name) for name in ("joint", "transfer"))
    changed = moved(before["encoder"], after["encoder"])
    assert changed
    assert all(".layer4." in key or key.startswith("embed_model.") for key in changed)
    assert not moved(before["generator"], after["generator"])
    assert not torch.equal(generated(tmp_path, "joint"), generated(tmp_path, "transfer"))


@pytest.mark.parametrize("stage", [1, 2, 3])
def test_rates_fall_as_officially(stage):
    """Each epoch's share of the rate in the published recipe, beside the official scheduler's."""
    with np.load(PARITY / "fdgan_schedule.seed1.npz") as stored:
        official = stored[f"stage{stage}_factor"]
    trained = load_recipe("fdgan.resnet50").stages[stage - 1]
    assert trained.length.epochs == len(official)
    for optimiser in trained.optimisers.values():
        factors = [
            optimiser.schedule.factor(Moment(epoch, 0.3, len(official)))
            for epoch in range(len(official))
        ]
        np.testing.assert_allclose(factors, official, atol=1e-12)

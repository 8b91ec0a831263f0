"""Tiny trainings: what they leave, exact resume, and data without two cameras."""

import json

import pytest
import torch

from probe.backbones._training.log import read_lines
from probe.backbones._training.training import train
from probe.cli import main
from probe.contracts import Reporter
from probe.errors import CheckpointError, ProbeError, UsageError
from probe.files.strict_yaml import load_yaml


@pytest.fixture
def whole(tiny, target, one_thread, tmp_path):
    return train(tiny(), tmp_path / "whole", Reporter(), one_thread, target=target)


def test_what_a_training_leaves(whole):
    assert whole.draws
    assert set(whole.networks) == {"generator", "discriminator"}
    assert whole.networks["generator"] == whole.weights
    card = load_yaml(whole.card).data
    assert (card["network"], card["architecture"]) == ("generator", "stargan")
    manifest = json.loads((whole.folder / "training.json").read_text())
    assert manifest["cameras"] == [["table", 1], ["table", 2]]
    (line, *_) = read_lines(whole.folder)
    assert set(line.losses) == {"discriminator", "generator"}


@pytest.mark.parametrize("killed_at", [1, 2, 3])
def test_a_killed_training_resumes_exactly(
    tiny, target, whole, killed, one_thread, tmp_path, killed_at
):
    error, kills_after = killed
    cut = tmp_path / "cut"
    with pytest.raises(error):
        train(tiny(), cut, kills_after(killed_at), one_thread, target=target)
    torch.manual_seed(999)
    again = train(tiny(), cut, Reporter(), one_thread, target=target, resume=True)
    for name, path in whole.networks.items():
        assert again.networks[name].read_bytes() == path.read_bytes()


def test_people_are_not_looked_at(tiny, filmed, whole, one_thread, tmp_path):
    """The same pictures without their people give the same networks."""
    nobody = train(
        tiny(), tmp_path / "nobody", Reporter(), one_thread,
        target=(f"table={filmed(people=False)}",),
    )  # fmt: skip
    assert nobody.weights.read_bytes() == whole.weights.read_bytes()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "whose people it does not look at"),
        ({"data": True}, "whose people it does not look at"),
        ({"data": True, "target": True}, "whose people it does not look at"),
    ],
)
def test_a_labelled_set_is_not_taken(tiny, target, one_thread, tmp_path, data, message):
    given = dict.fromkeys(data, target)
    with pytest.raises(UsageError, match=message) as caught:
        train(tiny(), tmp_path / "t", Reporter(), one_thread, **given)
    assert "--target FORM=DIR" in caught.value.hint
    assert not (tmp_path / "t").exists()


def test_one_camera_only_is_refused(tiny, filmed, one_thread, tmp_path):
    target = (f"table={filmed(cameras=(3,))}",)
    with pytest.raises(UsageError, match="all of camera 3"):
        train(tiny(), tmp_path / "t", Reporter(), one_thread, target=target)
    assert not (tmp_path / "t").exists()


def test_a_target_without_cameras_is_refused(tiny, filmed, one_thread, tmp_path):
    table = filmed()
    (folder := tmp_path / "folders").mkdir()
    for path in table.parent.glob("*_c1.png"):
        (folder / path.stem[:2]).mkdir()
        (folder / path.stem[:2] / "1.png").write_bytes(path.read_bytes())
    with pytest.raises(UsageError, match="all of camera 0") as caught:
        train(
            tiny(), tmp_path / "t", Reporter(), one_thread, target=(f"identity_folders={folder}",)
        )
    assert "does not know cameras" in caught.value.hint
    blank = table.with_name("blank.csv")
    blank.write_text(table.read_text().replace(",1\n", ",\n"))
    with pytest.raises(ProbeError, match="no camera") as caught:
        train(tiny(), tmp_path / "t", Reporter(), one_thread, target=(f"table={blank}",))
    assert not (tmp_path / "t").exists()


def test_a_checkpoint_of_the_other_direction_is_not_resumed(
    tiny, filmed, target, whole, one_thread
):
    before = (whole.folder / "checkpoint.pt").read_bytes()
    other = (f"table={filmed(cameras=(1, 4))}",)
    with pytest.raises(CheckpointError, match="begun with other pictures"):
        train(tiny(), whole.folder, Reporter(), one_thread, target=other, resume=True)
    wider = tiny(**{"network.width": 8})
    with pytest.raises(CheckpointError, match="begun with another recipe"):
        train(wider, whole.folder, Reporter(), one_thread, target=target, resume=True)
    assert (whole.folder / "checkpoint.pt").read_bytes() == before


def test_the_command_names_the_next_step(target, tmp_path, capsys):
    settings = {
        "network.width": 4, "network.blocks": 1, "network.discriminator_width": 4,
        "stages.styles.length": "{steps: 1}", "stages.styles.sampler.batch": 2,
    }  # fmt: skip
    sets = [word for name, value in settings.items() for word in ("--set", f"{name}={value}")]
    out = tmp_path / "t"
    assert main(["train", "stargan.small", "--target", *target, "--out", str(out), *sets]) == 0
    printed = capsys.readouterr().out
    assert f"probe generate {out} --data FORM=DIR" in printed
    assert "identities" not in printed

"""What an lstm recipe trains: losses over domains, HHL's slip, whole trainings with two cards."""

from pathlib import Path

import pytest
import torch
from torch.nn import functional

from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._training.training import train
from probe.backbones.lstm.domain import connected_triplet
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.errors import CheckpointError, ProbeError, UsageError
from probe.files.strict_yaml import load_yaml
from probe.wording import languages

HHL = {
    "branches": {"local": "none", "pooling": "average"},
    "triplet": {"weight": 0.5, "margin": 0.3, "groups": [["source", "target"]]},
    "official_groups": True,
}


@pytest.mark.parametrize("local", ["lstm", "independent", "none"])
@pytest.mark.parametrize("statistics", ["by_role", "together"])
def test_the_loss_is_classes_and_a_triplet_of_every_head(tiny, learner, domains, local, statistics):
    recipe = tiny({"branches": {"local": local}, "statistics": statistics})
    taught, batch = learner(recipe).eval(), domains()
    with torch.no_grad():
        step = taught("train", batch)
        outputs = [
            taught.networks["heads"].outputs(*taught.networks["backbone"].branches(part.pictures))
            for part in (batch["source"], batch["target"])
        ]
        people = torch.cat([batch["source"].labels, 4 + batch["target"].rows])
        expected = sum(
            source.weight
            * (
                functional.cross_entropy(source.logits, batch["source"].labels)
                + 0.3
                * connected_triplet(
                    [torch.cat([source.embedding, target.embedding])], [people], 0.5
                )
            )
            for source, target in zip(*outputs, strict=True)
        )
    torch.testing.assert_close(step.loss, expected)
    heads = {"lstm": 2, "independent": 4, "none": 1}[local]
    assert len(outputs[0]) == heads
    assert set(step.watched) == {"identity", "triplet", "right"}


def test_batch_norms_see_one_domain_or_all(tiny, learner, domains):
    losses = []
    for statistics in ("by_role", "together"):
        taught = learner(tiny({"statistics": statistics, "branches": {"dropout": 0.0}})).train()
        losses.append(float(taught("train", domains()).loss.detach()))
    assert abs(losses[0] - losses[1]) > 1e-3


@pytest.mark.parametrize("slip", [True, False])
def test_hhls_slip_leaves_layers_as_they_begin(tiny, learner, domains, slip):
    taught = learner(tiny({**HHL, "official_groups": slip})).train()
    before = {name: value.clone() for name, value in taught.networks.named_parameters()}
    moving = [value for value in taught.networks.parameters() if value.requires_grad]
    optimiser = torch.optim.SGD(moving, lr=1.0)
    taught("train", domains()).loss.backward()
    optimiser.step()
    same = {
        name
        for name, value in taught.networks.named_parameters()
        if torch.equal(value, before[name])
    }
    layers = ("feat", "feat_bn", "triplet")
    frozen = {f"heads.whole.{layer}.{kind}" for layer in layers for kind in ("weight", "bias")}
    assert frozen <= same if slip else not frozen & same
    assert "heads.whole.classifier.weight" not in same
    assert "backbone.base.conv1.weight" not in same


def test_what_a_later_stage_cannot_learn_is_said_before_the_first(
    tiny, given, one_thread, tmp_path, quiet
):
    first = tiny({"branches": {"local": "none"}}).stages[0].model_dump(mode="json")
    wrong = {
        "role 'targt'": {"triplet": {"weight": 1, "margin": 0.5, "groups": [["targt"]]}},
        "a map of 4 rows has no 3 parts of kind 'chunk'": {"branches": {"rows": "chunk"}},
    }
    for message, change in wrong.items():
        second = tiny(change).stages[0].model_dump(mode="json")
        recipe = tiny(stages=[{**first, "name": "source"}, second])
        with pytest.raises(UsageError, match=message) as caught:
            train(recipe, tmp_path / "t", quiet, one_thread, **given)
        assert "'target'" in caught.value.hint or "last_stride" in caught.value.hint
        assert not (tmp_path / "t").exists()


def test_classes_of_pictures_without_names_are_refused(tiny, learner, domains):
    with pytest.raises(UsageError, match="nobody's name"):
        learner(tiny({"classes": "target"}))("train", domains())


def test_a_batch_of_one_identity_is_refused(tiny, learner, domains):
    recipe = tiny({"triplet": {"weight": 1, "margin": 0.5, "groups": [["source"], ["target"]]}})
    with pytest.raises(UsageError, match="one identity only"):
        learner(recipe)("train", domains(rows=(7,)))


def test_a_role_in_two_groups_is_no_recipe(tiny):
    groups = [["source", "target"], ["target"]]
    with pytest.raises(ProbeError, match="would count twice"):
        tiny({"triplet": {"weight": 1, "margin": 0.5, "groups": groups}})


@pytest.fixture
def given(domain_folders, styled_set, tmp_path):
    """What a training is given of two domains."""
    source, target = domain_folders
    styled = styled_set(target, tmp_path / "styled")
    return {"data": (source,), "target": (target,), "styled": (str(styled),)}


@pytest.mark.parametrize("local", ["lstm", "independent", "none"])
def test_trained_weights_open_under_their_cards(
    tiny, given, one_thread, tmp_path, quiet, pictures, local
):
    recipe = tiny({"branches": {"local": local, "pooling": "concat"}})
    result = train(recipe, tmp_path / "t", quiet, one_thread, **given)
    shown = pictures(2, (64, 32))
    runtime = Runtime(device="cpu", engine="torch")
    plain = find(str(result.card)).load(runtime)
    assert plain.embed(shown).shape == (2, 16)
    assert plain.attend(shown, shown[::-1]).kind == "exact"
    said = load_yaml(result.card).data["training_data"]
    assert said["en"] == (
        "30 pictures, 5 identities, of market_form; adapted to 30 pictures of market_form "
        "without labels"
    )
    assert set(said) == set(languages())
    beside = result.folder / "lstm_branch.yaml"
    assert beside.is_file() == (local != "none")
    if local != "none":
        whole = find(str(beside)).load(runtime)
        assert whole.embed(shown).shape == (2, 16 + 30)
        assert [part.name for part in whole.parts] == ["whole", "head", "body", "legs"]


def test_killed_and_resumed_is_never_killed(tiny, given, one_thread, killed, tmp_path, quiet):
    killed_error, kills_after = killed
    first = tiny({"branches": {"local": "none", "pooling": "average"}}).stages[0]
    second = tiny().stages[0]
    stages = [first.model_copy(update={"name": "source"}), second]
    recipe = tiny(stages=[stage.model_dump(mode="json") for stage in stages])
    whole = train(recipe, tmp_path / "whole", quiet, one_thread, **given)
    with pytest.raises(killed_error):
        train(recipe, tmp_path / "cut", kills_after(5), one_thread, **given)
    again = train(recipe, tmp_path / "cut", quiet, one_thread, **given, resume=True)
    assert again.sha256 == whole.sha256


def test_a_training_of_the_other_direction_is_not_gone_on_with(
    tiny, given, domain_folders, styled_set, one_thread, tmp_path, quiet
):
    train(tiny(), tmp_path / "t", quiet, one_thread, **given)
    source, target = domain_folders
    extra = Path(source.partition("=")[2]) / "bounding_box_train" / "0001_c1s1_000000_00.jpg"
    extra.rename(extra.with_name("0001_c1s1_000000_01.jpg"))
    styled = styled_set(source, tmp_path / "again")
    back = {"data": (target,), "target": (source,), "styled": (str(styled),)}
    with pytest.raises(CheckpointError, match="data"):
        train(tiny(), tmp_path / "t", quiet, one_thread, **back, resume=True)


def test_source_and_target_may_not_be_the_same_pictures(tiny, given, one_thread, tmp_path, quiet):
    given["data"] = given["target"]
    with pytest.raises(UsageError, match="the same pictures"):
        train(tiny(), tmp_path / "t", quiet, one_thread, **given)
    assert not (tmp_path / "t").exists()


def test_a_target_without_styled_copies_names_the_option(tiny, given, one_thread, tmp_path, quiet):
    del given["styled"]
    with pytest.raises(UsageError, match="no styled copies") as caught:
        train(tiny(), tmp_path / "t", quiet, one_thread, **given)
    assert "--styled" in caught.value.hint


def test_published_recipes_have_the_documents_numbers():
    stage = load_recipe("lstm.published").stages[0]
    triplet, branches = stage.objective.triplet, stage.objective.branches
    assert (triplet.weight, triplet.margin, triplet.groups) == (0.3, 0.5, (("source", "target"),))
    assert (branches.hidden, branches.features, branches.embedding) == (256, 2048, 128)
    assert (branches.dropout, branches.local, stage.length.epochs) == (0.5, "lstm", 30)
    (optimiser,) = stage.optimisers.values()
    assert (optimiser.kind, optimiser.rate) == ("adam", 0.0003)
    crop = stage.shown.sizing
    assert (crop.size, crop.area) == ((256, 128), (0.64, 1.0))
    assert [round(1 / aspect, 2) for aspect in crop.aspect] == [3, 2]
    hhl = load_recipe("lstm.hhl_published").stages[0]
    assert (hhl.objective.triplet.weight, hhl.objective.triplet.margin) == (0.5, 0.3)
    assert hhl.objective.official_groups
    assert hhl.objective.branches.local == "none"

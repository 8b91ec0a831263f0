"""The matrices beside the studies: every row is a recipe of its own, and says what it changes."""

from pathlib import Path

import pytest

from probe.backbones._training.matrix import matrix_of, planned
from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe_file import load_recipe
from probe.files.strict_yaml import load_yaml

FOLDER = Path(__file__).parents[2] / "examples" / "studies"
MATRICES = sorted(FOLDER.glob("*.yaml"))
FACTS = DataFacts(size=(128, 64), classes=3, cameras=1, sets=1)


def trainings(name):
    file = load_yaml(FOLDER / f"{name}.yaml")
    return planned(matrix_of(file), file, {})


def rows(name):
    """The recipe of the first seed of every row."""
    first = {}
    for training in trainings(name):
        first.setdefault(training.row, training.recipe)
    return first


@pytest.mark.parametrize("path", MATRICES, ids=lambda path: path.stem)
def test_every_training_differs(path):
    plans = trainings(path.stem)
    assert len({plan.recipe.digest() for plan in plans}) == len(plans)
    assert {plan.seed for plan in plans} == {1, 2, 3}
    told = "".join(path.read_text(encoding="utf-8"))
    assert f"probe train examples/studies/{path.name}" in told


def test_table4_is_cumulative_on_the_plain_trunk():
    def tricks(recipe):
        stage = recipe.stages[0]
        optimiser = stage.optimisers["all"]
        return (
            recipe.network.ibn_a,
            optimiser.weight_decay > 0,
            stage.objective.label_smoothing > 0,
            bool(optimiser.groups),
            stage.average is not None,
        )

    assert [tricks(recipe) for recipe in rows("ibn_table4").values()] == [
        (True, False, False, False, False),
        (False, False, False, False, False),
        (False, True, False, False, False),
        (False, True, True, False, False),
        (False, True, True, True, False),
        (False, True, True, True, True),
        (True, True, True, True, True),
    ]


def test_erasing_is_the_only_difference_of_its_row():
    recipes = rows("ibn_domains")
    plain, erasing = (
        recipes[name].stages[0].augmentation["all"] for name in ("IBN-a", "IBN-a with erasing")
    )
    assert erasing[:-1] == plain
    assert erasing[-1].step == "erase"


def test_three_narrow_networks_have_the_weights_of_three_branches():
    def weights(recipe):
        network = recipe.network.networks(FACTS)["backbone"]
        return sum(parameter.numel() for parameter in network.parameters())

    recipes = rows("ensemble_branches")
    assert [recipes[name].network.branches for name in recipes] == [1, 2, 3, 4, 1]
    three, narrow = weights(recipes["3 branches"]), weights(recipes["1 narrow branch"])
    assert abs(3 * narrow / three - 1) < 0.01


def test_table4_states_the_figures_of_the_document():
    matrix = matrix_of(load_yaml(FOLDER / "ibn_table4.yaml"))
    assert "table 4" in matrix.published_in
    published = {name: row.published for name, row in matrix.rows.items() if row.published}
    assert published == {
        "ResNet IBN-a": {"mAP": 0.407, "rank-1": 0.582},
        "ResNet": {"mAP": 0.492, "rank-1": 0.660},
        "+ weight decay": {"mAP": 0.501, "rank-1": 0.680},
        "+ label smoothing": {"mAP": 0.475, "rank-1": 0.660},
        "+ no bias weight decay": {"mAP": 0.537, "rank-1": 0.703},
        "+ tuning": {"mAP": 0.556, "rank-1": 0.716},
    }


def test_the_transfer_states_the_figures_of_the_document():
    matrix = matrix_of(load_yaml(FOLDER / "fdgan_transfer.yaml"))
    shown = {name: row.published for name, row in matrix.rows.items() if row.published}
    assert len(shown) == 15
    assert shown["Model B 100"] == {"rank-1": 0.576, "mAP": 0.375}
    assert shown["Baseline 20"] == {"rank-1": 0.450, "mAP": 0.282}


def test_all_transfers_share_the_stages_before():
    plans = trainings("fdgan_transfer")
    for seed in (1, 2, 3):
        digests = {t.recipe.stage_digest(2) for t in plans if t.seed == seed}
        assert len(digests) == 1


def test_rows_of_the_adaptation_differ_by_one_part_each():
    def parts(recipe):
        objective = recipe.stages[1].objective
        branches, sampler = objective.branches, recipe.stages[1].sampler
        return (
            tuple(sampler.parts), objective.triplet.groups, branches.local, branches.pooling,
            objective.official_groups,
        )  # fmt: skip

    both, one = ("source", "target"), (("source", "target"),)
    apart, three = (("source",), ("target",)), ("source", "people", "target")
    hhl = (three, (("people", "target"),), "none", "average")
    assert {name: parts(recipe) for name, recipe in rows("lstm_domains").items()} == {
        "source only": (("source",), (("source",),), "none", "average", False),
        "+ styled target": (both, apart, "none", "average", False),
        "+ domain connectivity": (both, one, "none", "average", False),
        "+ LSTM branch": (both, one, "lstm", "average", False),
        "independent parts instead": (both, one, "independent", "average", False),
        "+ average and maximum": (both, one, "lstm", "sum", False),
        "HHL": (*hhl, True),
        "HHL without its slip": (*hhl, False),
    }


def test_all_adaptations_share_the_stage_before_and_end_in_the_shipped_recipes():
    plans = trainings("lstm_domains")
    for seed in (1, 2, 3):
        assert len({t.recipe.stage_digest(0) for t in plans if t.seed == seed}) == 1
    first = rows("lstm_domains")
    for row, name in (("+ average and maximum", "lstm.small"), ("HHL", "lstm.hhl_small")):
        assert first[row].stage_digest(1) == load_recipe(name).stage_digest(1)

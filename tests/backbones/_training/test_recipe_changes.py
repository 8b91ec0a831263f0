"""Values of a recipe replaced by their names."""

import pytest

from probe.backbones._training.recipe_changes import _names_that_can_be_set, with_changes
from probe.backbones._training.training import changed
from probe.errors import UsageError


def test_settings_of_the_command_line(tiny):
    recipe = changed(tiny(), ("objective.m2=0.25", "epochs=7"))
    stage = recipe.stages[0]
    assert (stage.objective.m2, stage.length.epochs) == (0.25, 7)
    assert recipe.digest() != tiny().digest()
    with pytest.raises(UsageError, match=r"objective\.m4"):
        with_changes(tiny(), {"objective.m4": 1})
    with pytest.raises(UsageError, match="NAME=VALUE"):
        changed(tiny(), ("epochs",))
    with pytest.raises(UsageError, match="m2"):
        changed(tiny(), ("objective.m2=-1",))


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("objectve.m2=1", "no value 'objectve.m2'\n  did you mean 'objective.m2'?"),
        ("optimiser.rat=1", "did you mean 'optimiser.rate'?"),
        ("objective.m2=abc", "objective.m2 is 'abc': a number is needed"),
        ("epochs=many", "epochs is 'many': a whole number is needed"),
        ("length.steps=-5", "length.steps is -5: a number of at least 1 is needed"),
        ("length.steps=5x", "length.steps is '5x': a whole number is needed"),
        ("seed=x", "seed is 'x': a whole number is needed\n  leave the --set out"),
        ("length=3", "length is 3: "),
        ("length.epochs=abc", "epochs is 'abc': a whole number is needed"),
        ("lenght.steps=3", "no value 'lenght.steps'\n  did you mean 'length.steps'?"),
        ("objective.m2=[1]", "objective.m2 is the list [1]: a number is needed"),
    ],
)
def test_a_setting_is_named_as_it_is_written(setting, message, tiny):
    with pytest.raises(UsageError) as caught:
        changed(tiny(), (setting,))
    assert message in str(caught.value)
    assert "stages" not in str(caught.value)


def test_every_name_that_is_proposed_can_be_set(tiny):
    recipe = tiny()
    for name in _names_that_can_be_set(recipe.model_dump(mode="json"), one_stage=True):
        assert "no value" not in _refusal(recipe, name), name


def _refusal(recipe, name):
    try:
        with_changes(recipe, {name: None})
    except UsageError as refused:
        return str(refused)
    return ""


def test_steps_take_the_place_of_epochs(tiny):
    length = changed(tiny(), ("length.steps=5",)).stages[0].length
    assert (length.steps, length.epochs) == (5, None)

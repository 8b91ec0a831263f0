"""Values of a recipe replaced by their names."""

import pytest

from probe.backbones._training.recipe_changes import with_changes
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

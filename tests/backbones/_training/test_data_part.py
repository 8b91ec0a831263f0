"""Every kind of data of a recipe has the shares, whole unless said otherwise."""

import pytest

from probe.backbones._training.data import DATA
from probe.backbones._training.data_part import DataPart


@pytest.mark.parametrize("kind", DATA)
def test_every_kind_has_the_shares(kind):
    model = DATA[kind]
    assert issubclass(model, DataPart)
    assert model.model_fields["share_of_people"].default == 1.0
    assert model.model_fields["share_seed"].default == 0


def test_only_rendered_data_are_rendered():
    assert [kind for kind, model in DATA.items() if model.renders] == ["rendered_tracks"]

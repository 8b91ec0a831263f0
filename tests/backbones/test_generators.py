"""What a name of `probe generate` can do."""

import pytest

from probe.backbones.fdgan.drawing import Drawer
from probe.backbones.generators import GENERATORS, generator_of
from probe.backbones.stargan.drawing import StyleDrawer
from probe.errors import UsageError


def test_shipped_generators_say_what_they_draw():
    kinds = {name: (spec.draws, spec.drawer) for name, spec in GENERATORS.all().items()}
    assert kinds == {"fdgan": ("poses", Drawer), "stargan": ("styles", StyleDrawer)}


@pytest.mark.parametrize(("architecture", "draws"), [("fdgan", "poses"), ("stargan", "styles")])
def test_a_training_is_of_its_architecture(architecture, draws, tmp_path):
    (tmp_path / "recipe.yaml").write_text(f"architecture: {architecture}\n")
    for given in (str(tmp_path), f"{tmp_path}@styles"):
        assert generator_of(given).draws == draws


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "has ended a stage"),
        ("architecture: ibn\n", "networks of ibn draw no pictures"),
        ("- 1\n", "networks of this training draw no pictures"),
    ],
)
def test_what_does_not_draw_is_refused(text, message, tmp_path):
    if text:
        (tmp_path / "recipe.yaml").write_text(text)
    with pytest.raises(UsageError, match=message):
        generator_of(str(tmp_path))

"""What `probe generate` takes for StarGAN."""

from probe.backbones.stargan.drawing import StyleDrawer
from probe.backbones.stargan.generate import GENERATES


def test_a_file_of_its_own_and_a_training_draw_styles(trained):
    assert GENERATES.draws == "styles"
    assert GENERATES.takes(str(trained / "weights.safetensors"))
    assert not GENERATES.takes(str(trained))
    assert isinstance(GENERATES.open(str(trained)), StyleDrawer)

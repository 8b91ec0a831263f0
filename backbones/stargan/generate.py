"""What StarGAN's generators can do."""

from __future__ import annotations

from probe.backbones.generators import GeneratorSpec
from probe.backbones.stargan.drawing import StyleDrawer, open_style_drawer
from probe.files.places import is_file

GENERATES = GeneratorSpec(draws="styles", drawer=StyleDrawer, open=open_style_drawer, takes=is_file)
"""`probe generate FILE`, or a training of StarGAN."""

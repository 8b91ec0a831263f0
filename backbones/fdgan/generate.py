"""What FD-GAN's generators can do."""

from __future__ import annotations

from probe.backbones.fdgan.drawing import Drawer, is_pair_of_files, open_drawer
from probe.backbones.generators import GeneratorSpec

GENERATES = GeneratorSpec(draws="poses", drawer=Drawer, open=open_drawer, takes=is_pair_of_files)
"""`probe generate ENCODER+GENERATOR`, or a training of FD-GAN."""

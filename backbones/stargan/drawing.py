"""Drawing pictures in the styles of cameras with a trained generator."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.families import recognise
from probe.backbones._torch.load_report import load_tensors, stripped
from probe.backbones.naming import sha256_of
from probe.backbones.stargan.discriminator import is_discriminator
from probe.backbones.stargan.generator import StyleGenerator, generator_shape
from probe.backbones.stargan.shape import GENERATOR, StarganShape
from probe.contracts import Pictures
from probe.errors import CheckpointError, UsageError
from probe.files.places import is_file
from probe.wording import Message, refusal

OFFICIAL_SIZE = (256, 128)
"""(height, width) that official files draw at; the tensors do not tell."""

AT_ONCE = 32
"""Pictures drawn together (ours; each is drawn alike in any company)."""


@dataclass(frozen=True)
class StyleCamera:
    """A camera whose style a generator draws.

    Attributes:
        data_set: form of the data set that it belongs to.
        number: within the data set.
    """

    data_set: str
    number: int


@dataclass(frozen=True, eq=False)
class StyleDrawer:
    """A generator of styles.

    Attributes:
        name: for people.
        generator: in evaluation mode.
        size: (height, width) of its pictures.
        sha256: of its weights file.
        cameras: in the order of its styles; None where the file does not tell.
    """

    name: str
    generator: StyleGenerator
    size: tuple[int, int]
    sha256: str
    cameras: tuple[StyleCamera, ...] | None

    @torch.inference_mode()
    def draw(self, pictures: Pictures, styles: NDArray[np.int64]) -> Pictures:
        """Pictures `uint8 (n, h, w, 3)` in styles.

        Args:
            pictures: `uint8 (n, h, w, 3)` RGB at `size`.
            styles: `(n,)` numbers of styles, 0, 1, ...
        """
        drawn = [
            self._drawn(pictures[at : at + AT_ONCE], styles[at : at + AT_ONCE])
            for at in range(0, len(pictures), AT_ONCE)
        ]
        return np.concatenate(drawn)

    def _drawn(self, pictures: Pictures, styles: NDArray[np.int64]) -> Pictures:
        given = torch.tensor(pictures).permute(0, 3, 1, 2).float() / 127.5 - 1
        made = self.generator(given, torch.from_numpy(styles))
        pixels = (127.5 * (made + 1)).round().clamp(0, 255).byte()
        return np.ascontiguousarray(pixels.permute(0, 2, 3, 1).numpy())


def open_style_drawer(given: str) -> StyleDrawer:
    """A generator of styles by name.

    Args:
        given: folder of a training, or a file in the official form.

    Raises:
        UsageError: the training has not ended.
        CheckpointError: the file is damaged, was changed, or holds something else.
    """
    path = Path(given)
    if is_file(path):
        generator = open_generator(path)
        return StyleDrawer(path.stem, generator, OFFICIAL_SIZE, sha256_of(path), None)
    return _of_training(path)


def open_generator(path: Path) -> StyleGenerator:
    """A generator in evaluation mode; width, blocks and cameras are read from its tensors.

    Raises:
        CheckpointError: the file is damaged, or holds another network.
    """
    checkpoint = read_checkpoint(path)
    tensors = stripped(checkpoint.tensors)
    shape = generator_shape(tensors)
    if shape is None:
        other = {"family": str(recognise(tensors))}
        kind = Message("backbones-stargan-other-file", other)
        if is_discriminator(tensors):
            kind = Message("backbones-stargan-discriminator")
        raise refusal(
            CheckpointError,
            kind,
            place=path,
            hint=Message("backbones-stargan-generator-is"),
        )
    network = StyleGenerator(shape)
    load_tensors(network, checkpoint, expected="StarGAN's generator")
    return network.eval().requires_grad_(False)


def _of_training(folder: Path) -> StyleDrawer:
    from probe.backbones._training.recipe_file import load_recipe
    from probe.backbones._training.training_manifest import read_training_manifest, weights_of

    manifest = read_training_manifest(folder)
    recipe = load_recipe(folder / "recipe.yaml")
    file = manifest.stages[-1].networks.get(GENERATOR)
    if file is None or not isinstance(recipe.network, StarganShape):
        raise refusal(
            UsageError,
            Message("backbones-no-stargan-training"),
            place=folder,
            hint=Message("backbones-name-stargan-out"),
        )
    path = weights_of(folder, file)
    cameras = tuple(StyleCamera(name, number) for name, number in manifest.cameras)
    generator = open_generator(path)
    _check_shape(generator, recipe.network.width, len(cameras), path)
    size = recipe.stages[0].shown.size
    return StyleDrawer(recipe.name, generator, size, file.sha256, cameras)


def _check_shape(generator: StyleGenerator, width: int, cameras: int, path: Path) -> None:
    """Refuse weights of another training that somebody has put in the folder."""
    shape = generator.shape
    if (shape.width, shape.cameras) != (width, cameras):
        raise refusal(
            CheckpointError,
            Message(
                "backbones-stargan-shape",
                {
                    "width": shape.width,
                    "cameras": shape.cameras,
                    "stated_width": width,
                    "stated_cameras": cameras,
                },
            ),
            place=path,
            hint=Message("backbones-restore-training"),
        )

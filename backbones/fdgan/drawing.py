"""Drawing people in other poses with a trained encoder and generator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from probe.backbones._torch.taken_array import tensor_of
from probe.backbones._training.training_manifest import MANIFEST, NetworkFile
from probe.backbones.fdgan.encoder import Siamese
from probe.backbones.fdgan.generation import GenerationObjective
from probe.backbones.fdgan.generator import PoseGenerator
from probe.backbones.fdgan.opening import open_generator, open_siamese
from probe.backbones.fdgan.pixels import PixelScale
from probe.backbones.fdgan.pose_maps import SIGMA, JointLayout, in_channel_order, pose_maps
from probe.backbones.fdgan.shape import FdganShape
from probe.backbones.generators import STAGE
from probe.contracts import Pictures
from probe.errors import UsageError
from probe.files.places import is_file, is_there
from probe.wording import Message, nearest, refusal

if TYPE_CHECKING:
    from probe.backbones._training.recipe import Recipe

FILES = "+"
"""Between the files of an encoder and of a generator."""

HEIGHT = 256
"""Of the pictures that the official sigma is for."""

DEPTH = 4
"""How far above a file of a training its folder lies at most: `stages/NAME/networks/FILE`."""

IMAGENET = PixelScale((0.485, 0.456, 0.406), (0.229, 0.224, 0.225), same=True)
"""Of official files, whose generators draw in the encoder's units."""


@dataclass(frozen=True, eq=False)
class Drawer:
    """An encoder and a generator that belong together.

    Attributes:
        name: for people.
        encoder: in evaluation mode, as the generator.
        generator: of pictures of its own size.
        scale: the units of both.
    """

    name: str
    encoder: Siamese
    generator: PoseGenerator
    scale: PixelScale

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of its pictures."""
        return self.generator.shape.size

    @torch.inference_mode()
    def draw(self, sources: Pictures, maps: NDArray[np.float32], seed: int) -> Pictures:
        """Pictures `uint8 (n, h, w, 3)` of the people of sources in other poses.

        Args:
            sources: `uint8 (n, h, w, 3)` RGB at `size`.
            maps: `(n, 18, h, w)`; see `maps_of`.
            seed: of the noise.
        """
        shares = tensor_of(sources).permute(0, 3, 1, 2).float() / 255
        # Without `same`, what the generator calls -1..1 is brought to the encoder's units.
        units = PixelScale(self.scale.mean, self.scale.std).to_encoder(2 * shares - 1)
        generator = torch.Generator().manual_seed(seed)
        noise = torch.randn(len(sources), self.generator.shape.noise, generator=generator)
        made = self.generator(self.encoder(units), tensor_of(maps), noise)
        return np.ascontiguousarray(self.scale.to_pixels(made).numpy())


def maps_of(
    joints: NDArray[np.float32],
    picture: tuple[int, int],
    size: tuple[int, int],
    layout: JointLayout,
    file: Path | None = None,
) -> NDArray[np.float32]:
    """Pose maps `(18, h, w)` at the size of a generator.

    Args:
        joints: `(joints, 3)`, in pixels of the picture.
        picture: its (height, width).
        size: of the maps.
        layout: of the joints.
        file: where they come from, for the message.

    Raises:
        UsageError: another number of joints than the layout has.
    """
    scale = np.array([size[1] / picture[1], size[0] / picture[0], 1], np.float32)
    try:
        channels = in_channel_order(torch.from_numpy(joints * scale)[None], layout)
    except UsageError as error:
        raise UsageError(error.message, place=file, hint=error.hint) from None
    # The official sigma is one of pictures 256 high.
    maps: NDArray[np.float32] = pose_maps(channels, size, SIGMA * size[0] / HEIGHT)[0].numpy()
    return maps


def is_pair_of_files(given: str) -> bool:
    """Whether a name means `ENCODER+GENERATOR`."""
    return FILES in given and not is_there(given)


def open_drawer(given: str) -> Drawer:
    """A drawer by name.

    Args:
        given: folder of a training, with `@STAGE` for another stage than its last; or
            `ENCODER+GENERATOR`, two official files.

    Raises:
        UsageError: there is no such training or stage, or it has no generator.
        CheckpointError: a file is damaged or holds something else.
    """
    if is_pair_of_files(given):
        encoder, _, generator = given.partition(FILES)
        _refuse_files_of_a_training(Path(generator))
        opened = open_siamese(Path(encoder)), open_generator(Path(generator))
        return Drawer(Path(generator).stem, *opened, IMAGENET)
    folder, _, stage = given.partition(STAGE)
    return _of_training(Path(folder), stage)


def _refuse_files_of_a_training(generator: Path) -> None:
    """Refuse a generator of `probe train` by its file: its units stand in its recipe alone."""
    for folder in generator.absolute().parents[:DEPTH]:
        if is_file(folder / MANIFEST):
            raise refusal(
                UsageError,
                Message("backbones-generator-units"),
                place=generator,
                hint=Message(
                    "backbones-name-training",
                    {"folder": str(folder), "with_stage": f"{folder}{STAGE}STAGE"},
                ),
            )


def _of_training(folder: Path, stage: str) -> Drawer:
    from probe.backbones._training.recipe_file import load_recipe
    from probe.backbones._training.training_manifest import read_training_manifest, weights_of

    stages = read_training_manifest(folder).by_name()
    name = stage or list(stages)[-1]
    if name not in stages:
        raise refusal(
            UsageError,
            Message("backbones-no-stage", {"stage": repr(name)}),
            place=folder,
            hint=nearest(name, list(stages)),
        )
    networks = _with_both(stages[name].networks, folder)
    recipe = load_recipe(folder / "recipe.yaml")
    if not isinstance(recipe.network, FdganShape):
        raise refusal(
            UsageError,
            Message("backbones-no-fdgan-training"),
            place=folder,
            hint=Message("backbones-name-fdgan-out"),
        )
    _refuse_untaught(name, recipe, folder)
    same = any(
        stage.objective.normalised_targets
        for stage in recipe.stages
        if isinstance(stage.objective, GenerationObjective)
    )
    encoder, generator = (weights_of(folder, networks[part]) for part in ("encoder", "generator"))
    scale = PixelScale(recipe.network.mean, recipe.network.std, same=same)
    shape = recipe.network.generator_shape(recipe.stages[0].shown.size)
    opened = open_siamese(encoder, recipe.network.last_stride), open_generator(generator, shape)
    return Drawer(f"{recipe.name}, {name}", *opened, scale)


def _refuse_untaught(name: str, recipe: Recipe, folder: Path) -> None:
    """Refuse a stage by whose end the generator has not been trained: it has its first weights."""
    drawing = [
        place
        for place, stage in enumerate(recipe.stages)
        if isinstance(stage.objective, GenerationObjective)
    ]
    names = [stage.name for stage in recipe.stages]
    if name in names and (not drawing or names.index(name) < drawing[0]):
        later = tuple(names[drawing[0] :]) if drawing else None
        raise refusal(
            UsageError,
            Message("backbones-untaught", {"stage": repr(name)}),
            place=folder,
            hint=Message("backbones-untaught-step", {"sign": STAGE, "stages": later}),
        )


def _with_both(networks: Mapping[str, NetworkFile], folder: Path) -> Mapping[str, NetworkFile]:
    for part in ("encoder", "generator"):
        if part not in networks:
            raise refusal(
                UsageError,
                Message("backbones-training-lacks", {"part": part}),
                place=folder,
                hint=Message("backbones-name-with-stage"),
            )
    return networks

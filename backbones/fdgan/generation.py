"""Stages II and III: generator and discriminators take turns; in stage III E_I learns, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, cast

import torch
from pydantic import Field
from torch.nn import functional

from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.objective import DataFacts, Networks, NetworkShape, Objective
from probe.backbones._training.recipe_part import NotNegative, Positive, RecipePart, Share
from probe.backbones.fdgan.encoder import Siamese
from probe.backbones.fdgan.generator import PoseGenerator
from probe.backbones.fdgan.losses import (
    GeneratorLosses,
    adversarial,
    discrimination,
    same_pose_difference,
    smooth_labels,
)
from probe.backbones.fdgan.pair_learner import ENCODER
from probe.backbones.fdgan.pixels import PixelScale
from probe.backbones.fdgan.pose_discriminator import PoseDiscriminator
from probe.backbones.fdgan.pose_maps import JOINTS, JointLayout, in_channel_order, pose_maps
from probe.backbones.fdgan.pose_pairs import SOURCE, TARGET
from probe.backbones.fdgan.shape import FdganShape
from probe.errors import UsageError
from probe.wording import Message, refusal

GENERATOR, IDENTITY, POSE = "generator", "identity", "pose"
"""Networks, and the turns in which they learn."""


class Poses(RecipePart):
    """How keypoints become pose maps.

    Attributes:
        layout: of the keypoints.
        sigmas: of the Gaussian, in pixels of the picture; one is drawn a batch.
        erased: probability with which one joint of a map is left out.
    """

    layout: JointLayout
    sigmas: Annotated[tuple[Positive, ...], Field(min_length=1)]
    erased: Share


class GenerationObjective(Objective):
    """FD-GAN's adversarial stages; needs a sampler of kind `pose_pairs` and `load: [keypoints]`.

    Attributes:
        kind: `generation`.
        reconstruction, verification, same_pose: weights of the losses (officially 100; 0 in stage
            II and 10 in III; 10).
        smooth: labels of the discriminators are drawn (U(0.7, 1) and U(0, 0.3)).
        poses: how maps are made.
        identity_from_encoder: D_id begins as E_I with the row "same" of its head (stage II).
        normalised_targets: the official code's slip: true pictures are in the encoder's units
            (-2.1 to 2.6), of which the generator's tanh reaches the middle only. False: the
            generator draws in -1..1, and is brought to the encoder's units for D_id.
    """

    kind: Literal["generation"]
    reconstruction: NotNegative
    verification: NotNegative
    same_pose: NotNegative
    smooth: bool
    poses: Poses
    identity_from_encoder: bool
    normalised_targets: bool

    @property
    def joint_layout(self) -> str:
        """The layout of its poses."""
        return self.poses.layout

    @property
    def joints(self) -> int:
        """As many as the layout has."""
        return JOINTS[self.poses.layout]

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The learner of the shape's networks."""
        assert isinstance(shape, FdganShape)
        scale = PixelScale(shape.mean, shape.std, same=self.normalised_targets)
        return GenerationLearner(networks, self, scale)


@dataclass(frozen=True, eq=False)
class MadePictures:
    """What the turns of a step share; pictures one pair after the other, `(2 n, ...)`.

    Attributes:
        sources: in the encoder's units.
        targets: the true pictures, in the generator's units.
        fakes: the pictures made, likewise.
        maps: `(2 n, 18, h, w)`.
        features: of the sources.
        same: `(n,)` whether a pair is of one person.
    """

    sources: torch.Tensor
    targets: torch.Tensor
    fakes: torch.Tensor
    maps: torch.Tensor
    features: torch.Tensor
    same: torch.Tensor


class GenerationLearner(Learner):
    """Turns `identity` (D_id), `pose` (D_pd) and `generator` (G; in stage III with E_I)."""

    turns = (IDENTITY, POSE, GENERATOR)

    def __init__(
        self, networks: Networks, objective: GenerationObjective, scale: PixelScale
    ) -> None:
        super().__init__(networks)
        self.objective = objective
        self.scale = scale

    def begin(self) -> None:
        """D_id takes E_I's trunk and the row "same" of its head, where the recipe says so."""
        if self.objective.identity_from_encoder:
            copy_to_identity(self._encoder, cast("Siamese", self.networks[IDENTITY]))

    def prepare(self, batch: Batch) -> MadePictures:
        """The pictures of a step: features of the sources, each drawn in its target's pose."""
        source, target = batch[SOURCE], batch[TARGET]
        if target.keypoints is None:
            raise refusal(
                UsageError,
                Message("backbones-poses-need-keypoints"),
                hint=Message("backbones-load-keypoints"),
            )
        generator = cast("PoseGenerator", self.networks[GENERATOR])
        maps = self.maps(target.keypoints[0], (source.views.shape[-2], source.views.shape[-1]))
        features = self._encoder(source.pictures)
        noise = torch.randn(
            len(maps) // 2, generator.shape.noise, device=maps.device
        ).repeat_interleave(2, 0)
        fakes = generator(features, maps, noise)
        same = source.labels[0::2] == source.labels[1::2]
        targets = self.scale.to_generator(target.pictures)
        return MadePictures(source.pictures, targets, fakes, maps, features, same)

    def forward(self, turn: str, prepared: MadePictures) -> Step:
        """The loss of a turn."""
        if turn == GENERATOR:
            return self._generator_step(prepared)
        with torch.no_grad():
            labels = smooth_labels(prepared.maps.device) if self.objective.smooth else (1.0, 0.0)
        judge = self._identity_logits if turn == IDENTITY else self._pose_logits
        real, fake = judge(prepared, prepared.targets, prepared.fakes.detach())
        return Step(discrimination(real, fake, labels))

    def maps(self, joints: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
        """Pose maps of a batch; pairs with equal joints lose the same joint."""
        poses = self.objective.poses
        sigma = poses.sigmas[int(torch.randint(len(poses.sigmas), ()))]
        channels = in_channel_order(joints, poses.layout)
        maps = pose_maps(channels, size, sigma)
        if poses.erased:
            erased = torch.rand(len(maps)) < poses.erased
            joint = torch.randint(maps.shape[1], (len(maps),))
            shared = (joints[0::2] == joints[1::2]).flatten(1).all(1).cpu()
            for drawn in (erased, joint):
                drawn[1::2] = torch.where(shared, drawn[0::2], drawn[1::2])
            maps[erased.to(maps.device), joint[erased].to(maps.device)] = 0
        return maps

    @property
    def _encoder(self) -> Siamese:
        return cast("Siamese", self.networks[ENCODER])

    def _identity_logits(
        self, made: MadePictures, *pictures: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        judge = cast("Siamese", self.networks[IDENTITY])
        others = (self.scale.to_encoder(some) for some in pictures)
        return judge.logits_against(made.sources, *others)

    def _pose_logits(self, made: MadePictures, *pictures: torch.Tensor) -> tuple[torch.Tensor, ...]:
        judge = cast("PoseDiscriminator", self.networks[POSE])
        return tuple(judge(made.maps, some) for some in pictures)

    def _generator_step(self, made: MadePictures) -> Step:
        losses = GeneratorLosses(
            identity=adversarial(self._identity_logits(made, made.fakes)[0], 1.0),
            pose=adversarial(self._pose_logits(made, made.fakes)[0], 1.0),
            reconstruction=functional.l1_loss(made.fakes, made.targets),
            same_pose=same_pose_difference(made.fakes, made.same),
            verification=self._verification(made),
        )
        weights = self.objective
        loss = (
            losses.identity
            + losses.pose
            + weights.reconstruction * losses.reconstruction
            + weights.same_pose * losses.same_pose
            + weights.verification * losses.verification
        )
        return Step(loss, {"L1": losses.reconstruction, "verification": losses.verification})

    def _verification(self, made: MadePictures) -> torch.Tensor:
        head = self._encoder.embed_model
        logits = head(made.features[0::2].float(), made.features[1::2].float())
        return functional.cross_entropy(logits, made.same.long())


@torch.no_grad()
def copy_to_identity(encoder: Siamese, identity: Siamese) -> None:
    """D_id begins as E_I; of the head's two rows it takes the second, "same", as officially."""
    identity.base_model.load_state_dict(encoder.base_model.state_dict())
    identity.embed_model.bn.load_state_dict(encoder.embed_model.bn.state_dict())
    for name in ("weight", "bias"):
        row = getattr(encoder.embed_model.classifier, name)[1:2]
        getattr(identity.embed_model.classifier, name).copy_(row)

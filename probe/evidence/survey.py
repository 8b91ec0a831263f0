"""The evidence maps of a protocol: a few pairs a condition, their shares, mean maps and points.

Every condition is compared with the standard one: each subject gives one pair, a picture of the
condition first and one of the standard condition second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.cluster import Executor, Here
from probe.contracts import Backbone, PairScorer
from probe.evidence.conditions import MeanMap, mask_box, mean_map, with_margin
from probe.evidence.grids import Box, box_in_frame, placed
from probe.evidence.maps import PairMaps, pair_maps
from probe.evidence.shapley import ChangeShares, change_shares
from probe.evidence.shares import Regions, Shares, regions_of, shares
from probe.masking import Layers, person_of
from probe.pictures.fitting import Fitting, fit_picture
from probe.pictures.image_set import ImageRecord, ImageSet

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Masks = Callable[[ImageRecord], Mapping[str, Mask] | None]
"""Masks of a record's crop by name (of the person first, then `carried`); None without any."""

Body = Callable[[ImageRecord], Box | None]
"""The body's box in pixels of a record's crop, fitted to keypoints; None when not known."""

Registered = Literal["keypoints", "mask", ""]

Prepare = Callable[[ImageRecord, NDArray[np.uint8]], NDArray[np.uint8]]
Corners = tuple[float, float, float, float]
SUBJECTS = 8
"""Pairs a condition: one a subject, so many subjects at most (ours, where a study does not say)."""


@dataclass(frozen=True, eq=False)
class ConditionEvidence:
    """Evidence of one condition against the standard one.

    Attributes:
        condition: index of the condition.
        first, second: image ids of the pairs, the condition's picture first.
        maps: of the pairs.
        shares: of the first pictures' maps on regions; None without masks.
        mean: mean map of the first pictures over the person's box (the whole frame where no box is
            known); pictures without a box take no part in it where others have one.
        registered: what the boxes come from; empty for whole frames.
        places: where the first and the second picture of each pair lie in the fitted frame, as
            shares (top, left, bottom, right) of its height and width.
        boxes: what the mean map covers of each first picture's frame, in the same shares.
        changes: per pair with masks, what each region adds to the change of the similarity since
            the standard condition, by composites; none in the standard condition itself.
    """

    condition: int
    first: tuple[str, ...]
    second: tuple[str, ...]
    maps: PairMaps
    shares: Shares | None
    mean: MeanMap
    places: tuple[tuple[Corners, Corners], ...] = ()
    boxes: tuple[Corners, ...] = ()
    changes: tuple[ChangeShares, ...] = ()
    registered: Registered = ""


@dataclass(frozen=True)
class SurveyTask:
    """What a survey is of.

    Attributes:
        backbone: any backbone or pair scorer.
        fitting: how pictures become its input.
        masks: masks of a record; None for none.
        prepare: done to a picture before fitting (the mask variant); None for nothing.
        subjects: pairs a condition.
        body: the body's box of a record; None takes the box of the mask, where there is one.
    """

    backbone: Backbone | PairScorer
    fitting: Fitting
    masks: Masks | None = None
    prepare: Prepare | None = None
    subjects: int = SUBJECTS
    body: Body | None = None

    def picture(self, record: ImageRecord) -> NDArray[np.uint8]:
        """The prepared picture `uint8 (h, w, 3)` of a record."""
        loaded = record.origin.load()
        return self.prepare(record, loaded) if self.prepare else loaded

    def fitted(self, records: Sequence[ImageRecord]) -> NDArray[np.uint8]:
        """Pictures of records at the backbone's input size."""
        return np.stack([fit_picture(self.picture(r), self.fitting) for r in records])

    def masks_of(self, record: ImageRecord) -> Mapping[str, Mask] | None:
        """Masks of a record; None without."""
        return self.masks(record) if self.masks else None

    def box_of(self, record: ImageRecord) -> tuple[Box | None, Registered]:
        """The person's box in pixels of the crop, and what it comes from."""
        if self.body and (box := self.body(record)):
            return box, "keypoints"
        masks = self.masks_of(record)
        person = person_of(masks) if masks else None
        return (mask_box(person), "mask") if person is not None and person.any() else (None, "")


Trio = tuple[ImageRecord, ImageRecord, ImageRecord]
"""Pictures of a subject: of a condition, of the standard one, and another of that (or the same)."""


@dataclass(frozen=True)
class ConditionPairs:
    """What is looked at in one condition.

    Attributes:
        condition: index of the condition.
        pairs: of every subject (see `pairs_with_standard`).
    """

    condition: int
    pairs: tuple[Trio, ...]

    def __str__(self) -> str:
        return self.pairs[0][0].source


@dataclass(frozen=True)
class SurveyWork:
    """Pairs of a condition to its evidence.

    Attributes:
        task: backbone, fitting, masks.
        standard: index of the standard condition.
    """

    task: SurveyTask
    standard: int

    def __call__(self, asked: ConditionPairs) -> ConditionEvidence:
        """The evidence of a condition."""
        evidence = _evidence(self.task, asked.condition, asked.pairs)
        if asked.condition == self.standard:
            return evidence
        changes = (_change(self.task, pair) for pair in asked.pairs)
        return replace(evidence, changes=tuple(filter(None, changes)))


def survey(
    task: SurveyTask,
    images: ImageSet,
    progress: Callable[[int, int], None] | None = None,
    executor: Executor | None = None,
) -> tuple[ConditionEvidence, ...]:
    """Evidence of every condition of a protocol that has a pair of pictures.

    Args:
        task: backbone, fitting, masks.
        images: the pictures of the protocol.
        progress: told (conditions done, all).
        executor: what looks; None: this process, at one condition after another.
    """
    conditions = [
        ConditionPairs(condition.index, tuple(pairs))
        for condition in images.protocol.conditions
        if (pairs := pairs_with_standard(images, condition.index, task.subjects))
    ]
    looks = executor or Here()
    work = SurveyWork(task, images.protocol.standard.index)
    surveyed = []
    for evidence in looks.ordered(work, conditions, 2 * looks.size):
        surveyed.append(evidence)
        if progress:
            progress(len(surveyed), len(conditions))
    return tuple(surveyed)


def pairs_with_standard(images: ImageSet, condition: int, most: int) -> list[Trio]:
    """One pair a subject: condition, standard, and another standard picture (or the same one).

    The first is compared with the second; the third stands for the first in the standard condition.
    Only pictures that the protocol compares meet the second (see `ImageSet.comparable`).
    """
    standard = images.protocol.standard.index
    pairs = []
    for subject in images.subjects:
        pictures = [r for r in images.records if r.role == "subject" and r.subject == subject]
        asked = [r for r in pictures if r.condition == condition]
        standards = [r for r in pictures if r.condition == standard]
        met = ((a, b) for a in asked for b in standards if images.comparable(a, b))
        if pair := next(met, None):
            first, second = pair
            others = (r for r in standards if r is not first and images.comparable(r, second))
            pairs.append((first, second, next(others, second)))
    return pairs[:most]


def _evidence(task: SurveyTask, condition: int, pairs: Sequence[Trio]) -> ConditionEvidence:
    boxes_by_id = {pair[0].image_id: task.box_of(pair[0]) for pair in pairs}
    # Pictures with a box first: the mean map is drawn over the first picture.
    pairs = sorted(pairs, key=lambda pair: boxes_by_id[pair[0].image_id][0] is None)
    asked, standards = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    maps = pair_maps(task.backbone, task.fitted(asked), task.fitted(standards))
    masks = [task.masks_of(record) for record in asked]
    frame = task.fitting.size
    boxes = [_in_frame(task, record, boxes_by_id[record.image_id][0]) for record in asked]
    return ConditionEvidence(
        condition,
        tuple(record.image_id for record in asked),
        tuple(record.image_id for record in standards),
        maps,
        _shares(maps, masks, task.fitting),
        _mean(maps, boxes, frame),
        tuple((_place(task, a), _place(task, b)) for a, b, _ in pairs),
        tuple(_corners(with_margin(box) if box else Box(0, 0, *frame), frame) for box in boxes),
        registered=boxes_by_id[asked[0].image_id][1],
    )


def _in_frame(task: SurveyTask, record: ImageRecord, box: Box | None) -> Box | None:
    shape = (record.height, record.width)
    return box_in_frame(box, shape, task.fitting) if box else None


def _mean(maps: PairMaps, boxes: Sequence[Box | None], frame: tuple[int, int]) -> MeanMap:
    """The mean over all pictures, or over those with a box where there are any."""
    used = [k for k, box in enumerate(boxes) if box] or list(range(len(boxes)))
    return mean_map(
        maps.maps_first[used],
        maps.constant_first[used],
        maps.cosine[used],
        [boxes[k] for k in used],
        frame,
    )


def _place(task: SurveyTask, record: ImageRecord) -> Corners:
    """Where a picture lies in the fitted frame, as shares of it."""
    shape = (record.height, record.width)
    return _corners(placed(shape, task.fitting), task.fitting.size)


def _corners(box: Box, frame: tuple[int, int]) -> Corners:
    height, width = frame
    return box.top / height, box.left / width, box.bottom / height, box.right / width


def _shares(
    maps: PairMaps, masks: Sequence[Mapping[str, Mask] | None], fitting: Fitting
) -> Shares | None:
    regions: list[Regions] = [regions_of(named, fitting) for named in masks if named]
    if len(regions) != len(masks):
        return None
    return shares(maps.maps_first, maps.constant_first, maps.cosine, regions)


def _change(task: SurveyTask, pair: Trio) -> ChangeShares | None:
    """What the regions add to the change from the standard picture to the condition's."""
    after, reference, before = pair
    if len({record.image_id for record in pair}) < 3:
        return None
    masks = [task.masks_of(record) for record in (before, after)]
    if not masks[0] or not masks[1] or masks[0].keys() != masks[1].keys():
        return None
    layers = [
        Layers(task.picture(record), named, _body(task, record))
        for record, named in zip((before, after), masks, strict=True)
        if named
    ]
    return change_shares(task.backbone, task.fitting, task.picture(reference), *layers)


def _body(task: SurveyTask, record: ImageRecord) -> Corners | None:
    box = task.body(record) if task.body else None
    return (box.top, box.left, box.bottom, box.right) if box else None

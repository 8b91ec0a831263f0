"""Where the models look: evidence maps of a study, made after the comparison and stored."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np
from numpy.typing import NDArray

from probe.cluster.ray_nodes import RayNodes
from probe.comparison import Costliest
from probe.contracts import Backbone, PairScorer, Reporter
from probe.embedding.loaded import Loaded
from probe.embedding.on_nodes import backbone_there, nodes_for
from probe.embedding.pairs_on_nodes import scorer_there
from probe.errors import ClusterError, ProbeError
from probe.evidence import (
    Box,
    ConditionEvidence,
    SurveyTask,
    agreement,
    faithfulness,
    keypoint_box,
    mask_box,
    measure_reliance,
    pair_maps,
    parts_bytes,
    points_bytes,
    survey,
    survey_bytes,
)
from probe.masking import CutOut, as_shown, mask_regions, scene_of, scene_parts
from probe.masking.regions import RegionsOf
from probe.masking.variants import Variant
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.runs.notes import note_in_run
from probe.runs.paths import UNMASKED, attention_file
from probe.runs.writer import RunWriter
from probe.wording import Message, reason_of

PAIRS = 32
"""Pairs of a protocol, shared by its conditions (our choice: minutes, not hours, a study) ..."""

SUBJECTS = 4
"""... of which so many subjects are shown at most, and one at least (ours: enough to see whether
they agree)."""

FAITHFUL_PAIRS = 2
"""Pairs whose maps are put to the test (ours): each takes 68 pictures more, 17 for each of 4
curves."""

BACKGROUND = "background"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, eq=False)
class _SurveyPlan:
    """One survey: a backbone on the pictures of a protocol, prepared in one way."""

    backbone: Loaded
    variant: Variant
    images: ImageSet
    task: SurveyTask

    def file(self, suffix: str = ".npz", part: str = "") -> str:
        """Name of the file in the run that holds the evidence."""
        protocol = f"{self.images.protocol.name}{part}"
        return attention_file(self.backbone.name, self.variant.name, protocol, suffix)


def measure_evidence(
    backbones: Sequence[Loaded],
    variants: Sequence[Variant],
    costliest: Costliest,
    writer: RunWriter,
    say: Reporter,
    nodes: RayNodes | None = None,
) -> None:
    """Make and store the evidence maps of every backbone, variant and protocol.

    A backbone whose maps cannot be made is noted in the run, and the others go on.

    Args:
        backbones: the models.
        variants: of the pictures.
        costliest: which condition is shown.
        writer: of the run.
        say: told.
        nodes: of a cluster, which look at conditions; None: this machine does.

    Raises:
        ClusterError: nodes cannot do what this machine does.
    """
    for backbone in backbones:
        try:
            looks = _OnNodes.of(nodes, backbone)
            for plan in _plans(backbone, variants):
                _survey(plan, costliest, writer, say, looks)
        except ClusterError:
            raise
        except ProbeError as error:
            note_in_run(_no_maps(backbone, reason_of(error)), writer, say)
        except Exception as error:
            # Maps run networks in ways their authors never tried; they must not cost the run.
            reason = f"{type(error).__name__}: {error}".splitlines()[0]
            note_in_run(_no_maps(backbone, reason), writer, say)


@dataclass(frozen=True)
class _OnNodes:
    """Where conditions are looked at.

    Attributes:
        nodes: of a cluster.
        model: that can be sent to them.
    """

    nodes: RayNodes
    model: Backbone | PairScorer

    @classmethod
    def of(cls, nodes: RayNodes | None, loaded: Loaded) -> _OnNodes | None:
        """The nodes for a model; None where there are none."""
        if nodes is None:
            return None
        there = backbone_there if isinstance(loaded.model, Backbone) else scorer_there
        return cls(nodes_for(nodes, loaded.model), there(loaded))

    def survey(
        self, task: SurveyTask, images: ImageSet, progress: Progress
    ) -> tuple[ConditionEvidence, ...]:
        """As `probe.evidence.survey.survey`."""
        return survey(replace(task, backbone=self.model), images, progress, self.nodes)


def _no_maps(backbone: Loaded, reason: Message | str) -> Message:
    return Message("note-no-evidence", {"model": backbone.name, "reason": reason})


def _plans(backbone: Loaded, variants: Sequence[Variant]) -> Iterator[_SurveyPlan]:
    model = backbone.model
    for variant in variants:
        for images in variant.sets:
            fitting = Fitting.for_card(images.protocol.fit, model.card)
            shown = max(1, min(SUBJECTS, PAIRS // len(images.protocol.conditions)))
            regions = _regions(images, variant, variants)
            body = _body_box if images.source == "scene" else None
            task = SurveyTask(model, fitting, regions, variant.prepare, shown, body)
            yield _SurveyPlan(backbone, variant, images, task)


def _regions(images: ImageSet, variant: Variant, variants: Sequence[Variant]) -> RegionsOf | None:
    """Exact regions of rendered pictures; of photographs those of a masker, if there is plan."""
    if images.source == "scene":
        return scene_parts
    masks = variant.masks or next((other.masks for other in variants if other.masks), None)
    return mask_regions(masks) if masks else None


def _body_box(record: ImageRecord) -> Box | None:
    """The body's box of a rendered picture: the renderer knows where hidden joints are, too.

    After transforms it is that of what is left to see; None where nothing is.
    """
    scene = scene_of(record)
    if record.shot not in ("", record.image_id):
        left = as_shown(record, scene.mask)
        return mask_box(left) if left.any() else None
    keypoints = scene.keypoints
    return keypoint_box(keypoints, np.ones(len(keypoints), bool))


def _survey(
    plan: _SurveyPlan,
    costliest: Costliest,
    writer: RunWriter,
    say: Reporter,
    nodes: _OnNodes | None,
) -> None:
    start = time.perf_counter()
    name, protocol = plan.backbone.name, plan.images.protocol.name
    mask = None if plan.variant.name == UNMASKED else plan.variant.name
    values = {"model": name, "protocol": protocol, "mask": mask}
    progress = say.progress(Message("progress-looks", values), "conditions")
    conditions = (nodes.survey if nodes else survey)(plan.task, plan.images, progress)
    if not conditions:
        return
    writer.bytes(plan.file(), survey_bytes(conditions))
    worst = costliest(protocol, name, plan.variant.name)
    shown = next((one for one in conditions if one.condition == worst), conditions[0])
    pair = _records(plan, shown)[0]
    for part, data in (
        (".points", points_bytes(plan.task, *pair)),
        (".parts", parts_bytes(plan.task, *pair)),
    ):
        if data is not None:
            writer.bytes(plan.file(part=part), data)
    record: dict[str, object] = {"shown": shown.condition, "pairs": len(shown.first)}
    if plan.variant.name == UNMASKED:
        record |= {"faithfulness": _faithful(plan, shown), "reliance": _reliance(plan)}
    seconds = round(time.perf_counter() - start, 2)
    writer.json(plan.file(".json"), {**record, "seconds": seconds})


def _records(plan: _SurveyPlan, shown: ConditionEvidence) -> list[tuple[ImageRecord, ImageRecord]]:
    by_id = {record.image_id: record for record in plan.images.records}
    return [(by_id[a], by_id[b]) for a, b in zip(shown.first, shown.second, strict=True)]


def _faithful(plan: _SurveyPlan, shown: ConditionEvidence) -> dict[str, object]:
    """Deletion and insertion areas, and the likeness to the maps of a scrambled network."""
    pairs = _records(plan, shown)[:FAITHFUL_PAIRS]
    first = plan.task.fitted([a for a, _ in pairs])
    second = plan.task.fitted([b for _, b in pairs])
    maps = shown.maps.maps_first[: len(pairs)]
    model = plan.task.backbone
    areas = faithfulness(model, first, second, maps).areas()
    figures: dict[str, object] = {"pairs": len(pairs), **_finite(areas)}
    scrambled = model.scrambled() if isinstance(model, Backbone) else None
    if scrambled is not None:
        other = pair_maps(scrambled, first, second)
        likeness = agreement(maps, other.maps_first)
        figures |= _finite({"scrambled": float(np.nanmean(likeness))})
    return figures


def _reliance(plan: _SurveyPlan) -> dict[str, object] | None:
    """Background reliance, where the pictures hold different backgrounds and their masks."""
    if not isinstance(plan.task.backbone, Backbone):
        return None
    people = [cut for record in _standard(plan) if (cut := _cut_out(plan, record))]
    if plan.images.source == "scene":
        if all(factor.name != BACKGROUND for factor in plan.images.protocol.factors):
            return None
        firsts = {r.condition: r for r in reversed(plan.images.records) if r.role == "subject"}
        backgrounds = [cut.plate for r in firsts.values() if (cut := _cut_out(plan, r))]
    else:
        backgrounds = [cut.plate for cut in people[:SUBJECTS]]
    if len(people) < 2 or len(backgrounds) < 2:
        return None
    reliance = measure_reliance(plan.task.backbone, plan.task.fitting, people, backgrounds)
    index = _finite(asdict(reliance.index))
    return {**_finite(asdict(reliance)), "index": index}


def _standard(plan: _SurveyPlan) -> list[ImageRecord]:
    """One picture a person in the standard condition."""
    standard = plan.images.protocol.standard.index
    records = [r for r in plan.images.records if r.role == "subject" and r.condition == standard]
    return list({record.subject: record for record in reversed(records)}.values())


def _cut_out(plan: _SurveyPlan, record: ImageRecord) -> CutOut | None:
    masks = plan.task.masks_of(record)
    if not masks:
        return None
    person: NDArray[np.bool_] = np.any(list(masks.values()), axis=0)
    return CutOut(plan.task.picture(record), person) if person.any() else None


def _finite(figures: Mapping[str, object]) -> dict[str, object]:
    """The same with None for numbers that are none: JSON has no NaN."""
    return {
        name: None if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in figures.items()
    }

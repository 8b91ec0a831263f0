"""Remedies in a study: tried on the change that cost each model most, on the same people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from probe.cluster.ray_nodes import RayNodes
from probe.comparison import Costliest
from probe.contracts import Backbone, Reporter
from probe.embedding.loaded import Loaded
from probe.embedding.on_nodes import backbone_there, nodes_for
from probe.masking.variants import Variant
from probe.pictures.image_set import ImageSet
from probe.protocol.labels import title_value
from probe.remedies.recommendation import recommendation
from probe.remedies.remedy import Remedy
from probe.remedies.task import RemedyTask, RemedyWork, Tried
from probe.runs.notes import note_in_run
from probe.runs.paths import UNMASKED, remedies_file
from probe.runs.writer import RunWriter
from probe.wording import Message, Value


def measure_remedies(
    backbones: Sequence[Loaded],
    variants: Sequence[Variant],
    costliest: Costliest,
    fmr: float,
    writer: RunWriter,
    say: Reporter,
    own: Mapping[str, Remedy] | None = None,
    nodes: RayNodes | None = None,
) -> None:
    """Try the remedies for every backbone and every factor it should not react to.

    What cannot be tried is noted, and the others go on.

    Args:
        backbones: the models.
        variants: of the pictures.
        costliest: which condition remedies are tried against.
        fmr: the false match rate thresholds are set for.
        writer: of the run.
        say: told.
        own: remedies of the user's, by name, beside those that are registered.
        nodes: of a cluster, which try those of this package; None: this machine does.

    Raises:
        ClusterError: nodes cannot do what this machine does.
    """
    invariant = {s.protocol.name: s for s in variants[0].sets if _is_invariant(s)}
    for images in variants[0].sets:
        if not _is_invariant(images):
            place = {"protocol": title_value(images.protocol.title)}
            note_in_run(Message("note-remedies-not-meant", place), writer, say)
    masker = next((variant for variant in variants if variant.masks), None)
    masks, spent = (masker.masks, masker.milliseconds) if masker else (None, 0.0)
    work = RemedyWork(invariant, masks, spent, fmr, own or {})
    models = {backbone.name: backbone for backbone in backbones}
    asked = [(name, protocol) for name in models for protocol in invariant]
    planned = {place: _planned(models[place[0]], place[1], costliest) for place in asked}
    tasks = [task for task in planned.values() if isinstance(task, RemedyTask)]
    if nodes is None or not tasks or not work.can_be_sent:
        made = _tried_here(work, tasks, say)
    else:
        made = _tried_there(work, tasks, models, nodes, say)
    for (name, protocol), task in planned.items():
        tried = next(made) if isinstance(task, RemedyTask) else task
        if isinstance(tried, tuple):
            assert isinstance(task, RemedyTask)
            payload = {
                "condition": task.condition,
                "recommendation": recommendation(tried).data(),
                "rungs": [result.row() for result in tried],
            }
            writer.json(remedies_file(name, protocol), payload)
        else:
            title = title_value(invariant[protocol].protocol.title)
            values: dict[str, Value] = {"model": name, "protocol": title, "reason": tried}
            note_in_run(Message("note-no-remedies", values), writer, say)


def _is_invariant(images: ImageSet) -> bool:
    return images.protocol.expectation != "sensitive"


def _planned(backbone: Loaded, protocol: str, costliest: Costliest) -> RemedyTask | Message:
    """What is to be tried for a model in a protocol, or why nothing can be."""
    if not isinstance(backbone.model, Backbone):
        return Message("remedy-needs-vectors")
    worst = costliest(protocol, backbone.name, UNMASKED)
    if worst is None:
        return Message("remedy-nothing-compared")
    return RemedyTask(backbone.name, backbone.model, protocol, worst)


def _tried_here(work: RemedyWork, tasks: Sequence[RemedyTask], say: Reporter) -> Iterator[Tried]:
    """What remedies do, task by task."""
    for task in tasks:
        place = {"model": task.name, "protocol": task.protocol}
        yield work(task, say.progress(Message("progress-remedies", place), "remedies"))


def _tried_there(
    work: RemedyWork,
    tasks: Sequence[RemedyTask],
    models: Mapping[str, Loaded],
    nodes: RayNodes,
    say: Reporter,
) -> Iterator[Tried]:
    """The same from nodes: each takes a task at a time."""
    there = {name: backbone_there(models[name]) for name in dict.fromkeys(t.name for t in tasks)}
    # A task takes what the neediest of the models does: any of them may come to a node.
    chosen = nodes_for(nodes, *(task.model for task in tasks))
    progress = say.progress(Message("progress-remedies-there", {"models": len(there)}), "steps")
    progress(0, len(tasks))
    items = (replace(task, model=there[task.name]) for task in tasks)
    for done, tried in enumerate(chosen.ordered(work, items, chosen.size), start=1):
        progress(done, len(tasks))
        yield tried

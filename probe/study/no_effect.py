"""What was asked of a study and changes nothing in it, told in notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probe.embedding.loaded import Loaded
from probe.embedding.same_weights import same_weights
from probe.options import as_tuple, options_of
from probe.study.request import StudyRequest
from probe.wording import Message

MACHINE = ("device", "engine", "precision", "threads")
"""Options that say on what networks are run; NumPy takes none of them."""

NUMPY = "numpy"
"""What a model that computes without a network declares as its engine."""


def notes_without_effect(request: StudyRequest, backbones: Sequence[Loaded]) -> list[Message]:
    """A note for every option that changes nothing with these models, and for what stands twice.

    Args:
        request: what was asked for.
        backbones: as they were loaded, in the order in which they were named.
    """
    return [
        *_pixels_of_no_picture(request),
        *_machine_of_no_network(request, backbones),
        *_rates_named_twice(request),
        *_models_named_twice(request, backbones),
    ]


def _pixels_of_no_picture(request: StudyRequest) -> Iterator[Message]:
    if request.pixelate_faces and not request.pictures:
        reason = Message("note-no-effect-pictures")
        yield Message("note-no-effect", {"option": "--pixelate-faces", "reason": reason})


def _machine_of_no_network(request: StudyRequest, backbones: Sequence[Loaded]) -> Iterator[Message]:
    """Options of networks where one or more of the models is none."""
    models = tuple(backbone.name for backbone in backbones if backbone.model.engine == NUMPY)
    if not models:
        return
    for declared in options_of(StudyRequest):
        if declared.name in MACHINE and getattr(request, declared.name) != declared.default:
            reason = Message("note-no-effect-numpy", {"models": models})
            yield Message("note-no-effect", {"option": declared.flag, "reason": reason})


def _rates_named_twice(request: StudyRequest) -> Iterator[Message]:
    rates = as_tuple(request.fmr)
    if len({*map(float, rates)}) < len(rates):
        yield Message("note-rate-twice")


def _models_named_twice(request: StudyRequest, backbones: Sequence[Loaded]) -> Iterator[Message]:
    """One model under one name, or the same weights under two."""
    first: dict[object, str] = {}
    once: list[Loaded] = []
    for given, backbone in zip(request.backbone_names, backbones, strict=False):
        if given in first:
            yield Message("note-same-model-twice", {"model": str(given), "name": backbone.name})
        else:
            once.append(backbone)
        first.setdefault(given, backbone.name)
    yield from same_weights((backbone.name, backbone.key) for backbone in once)

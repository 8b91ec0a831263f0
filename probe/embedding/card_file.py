"""Card files: which backbone, which weights, and what differs from the shipped card."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from probe.errors import BackboneError
from probe.files.data_path import stays_below
from probe.files.misfit import misfit_hint, misfit_text
from probe.files.places import is_file
from probe.files.strict_yaml import YamlFile
from probe.protocol.factor import LanguageText, Text
from probe.protocol.labels import text_value
from probe.wording import Message, nearest, refusal

NAME_WEIGHTS = Message("embedding-card-names-it")


class CardFile(BaseModel):
    """A card file: which backbone, which weights, and what differs from the shipped card.

    Attributes:
        backbone: the card that it changes: a name of `probe backbones`, `timm:NAME`, `onnx:FILE`.
        weights: the weights file, from the folder of the card.
        tag: name of the weights, behind the dot in reports.
        summary: one line for people.
        input_size: height and width in pixels of the pictures it takes.
        mean: of each channel, of 0..1 pixels, in the order of `channels`.
        std: standard deviation of each channel, likewise, above 0.
        channels: order of the channels in training: `RGB` or `BGR`.
        interpolation: `bilinear`, `bicubic` or `nearest`, used with `fit: card`.
        fit: how pictures were brought to the input size in training, `letterbox` or `stretch`; used
            with `fit: card`. Where neither this file nor the shipped card says it (`timm:NAME`,
            `onnx:FILE`, one's own code), `stretch` is meant.
        feature: which layer the vector is, in words.
        training_data: what the weights were trained on, in words.
        licence: of the weights.
        source: where the weights come from.
        options: settings that change the vectors: `part` (which network of the file), `ignore`
            (layers to leave out), `head` (layers the network goes on with, or `ignore`), `output`
            (of an ONNX graph), and those of the architecture, which its README names.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    backbone: str
    weights: str | None = None
    tag: str | None = None
    summary: LanguageText | None = None
    input_size: tuple[int, int] | None = None
    mean: tuple[float, float, float] | None = None
    std: tuple[float, float, float] | None = None
    channels: str | None = None
    interpolation: str | None = None
    fit: str | None = None
    feature: LanguageText | None = None
    training_data: LanguageText | None = None
    licence: LanguageText | None = None
    source: LanguageText | None = None
    options: dict[str, str | int | float | bool] | None = None


WORDS = ("summary", "feature", "training_data", "licence", "source")
"""Keys whose values are words, in one language or in several."""

LARGEST_SIDE = 4096
"""Pixels a side of what a network takes (ours: more than ten times what any is trained at)."""

_UNION_PARTS = {"str", "int", "float", "bool"}
"""What pydantic puts into a place where several types may stand."""


def checked_card(file: YamlFile) -> CardFile:
    """What a card file states.

    Raises:
        BackboneError: names the line of a key that is unknown, or of a value that is not possible.
    """
    try:
        return CardFile.model_validate(file.data)
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(part for part in first["loc"] if part not in _UNION_PARTS)
        message = misfit_text(first, ".".join(str(part) for part in where))
        hint = misfit_hint(first, CardFile.model_fields) or _card_hint(file)
        raise refusal(
            BackboneError,
            Message("embedding-card-misfit", {"misfit": message}),
            place=file.place(where),
            hint=hint,
        ) from None


def changes_of(written: CardFile) -> dict[str, Any]:
    """What a card file changes, as the fields of a card take it."""
    given = written.model_dump(exclude_none=True, exclude={"backbone", "weights", *WORDS})
    for name in WORDS:
        text: Text | None = getattr(written, name)
        if text is not None:
            words = text_value(text)
            one = isinstance(words, str)
            given[name] = words if one else Message("card-words", {"text": words})
    return given


def _card_hint(file: YamlFile) -> Message:
    """The next step where no nearer one is known: the card that the file changes."""
    name = file.data.get("backbone") if isinstance(file.data, dict) else None
    if isinstance(name, str):
        return Message("embedding-card-prints", {"name": name})
    return Message("embedding-card-states")


def check_values(changes: Mapping[str, Any], file: YamlFile) -> None:
    """Refuse values that a type alone does not: sizes, deviations, names of channels.

    Raises:
        BackboneError: names the line.
    """
    allowed = {
        "channels": {"RGB", "BGR"},
        "interpolation": {"bilinear", "bicubic", "nearest"},
        "fit": {"letterbox", "stretch"},
    }
    for name, values in allowed.items():
        if name in changes and changes[name] not in values:
            raise refusal(
                BackboneError,
                Message("embedding-card-value", {"name": name, "value": repr(changes[name])}),
                place=file.place((name,)),
                hint=nearest(str(changes[name]), values),
            )
    if any(value <= 0 for value in changes.get("std", ())):
        raise refusal(
            BackboneError,
            Message("embedding-std-above-zero"),
            place=file.place(("std",)),
            hint=_card_hint(file),
        )
    if any(value > LARGEST_SIDE for value in changes.get("input_size", ())):
        raise refusal(
            BackboneError,
            Message("embedding-input-size-most", {"most": LARGEST_SIDE}),
            place=file.place(("input_size",)),
            hint=Message("embedding-input-size-example"),
        )
    if any(value < 1 for value in changes.get("input_size", ())):
        raise refusal(
            BackboneError,
            Message("embedding-input-size-least"),
            place=file.place(("input_size",)),
            hint=Message("embedding-input-size-example"),
        )


def file_of_card(argument: str, weights: str | None, file: YamlFile) -> Path | None:
    """The file of `backbone: onnx:FILE`, or of `backbone: onnx` with `weights: FILE`.

    Raises:
        BackboneError: it is named twice, or is not there.
    """
    if argument and weights:
        raise refusal(
            BackboneError,
            Message("embedding-card-two-files"),
            place=file.place(("weights",)),
            hint=Message("embedding-card-one-file"),
        )
    stated = argument or weights
    if not stated:
        return None
    path = file.path.parent / stated
    if not is_file(path) and not stays_below(stated):
        raise refusal(
            BackboneError, Message("embedding-no-such-file"), place=path, hint=NAME_WEIGHTS
        )
    return path

"""A weights file given without its network: run where it can only be of one, else refused."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from probe.contracts import FileReadings
from probe.errors import BackboneError, ProbeError
from probe.files.strict_yaml import load_yaml
from probe.wording import Message, refusal, wording_of

_RECOGNITION = "probe.backbones.recognition"
"""Module that knows files by their bytes and tensors: rooms above it do not import it."""


def only_reading(path: Path) -> str:
    """What a file is run as: the card beside it that names it, or the one network it can be of.

    Args:
        path: the file, which is there.

    Returns:
        what would stand behind `--backbone`, such as `osnet_x0_25=FILE`.

    Raises:
        BackboneError: there is none or more than one; the message says what the file looks like and
            what to type.
        CheckpointError: it is no weights file, or cannot be read.
    """
    if card := card_beside(path):
        return card
    readings = file_readings(path)
    if readings.sure and readings.given:
        return readings.given[0]
    raise refusal(
        BackboneError,
        Message("embedding-file-not-named", {"looks": looks(readings)}),
        place=path,
        hint=lines_to_type(readings),
    )


def file_readings(path: Path) -> FileReadings:
    """What a file may be; see `probe.backbones.recognition.readings_of`."""
    module = importlib.import_module(_RECOGNITION)
    return cast("Callable[[Path], FileReadings]", module.readings_of)(path)


def looks(readings: FileReadings) -> str:
    """What a file looks like, for people."""
    return wording_of().text("file-looks", looks=readings.looks, known=bool(readings.given))


def lines_to_type(readings: FileReadings) -> str:
    """The lines that would run a file; what to do where none is known."""
    if not readings.given:
        return wording_of()(readings.advice)
    lines = tuple(f"--backbone {given}" for given in readings.given)
    return wording_of().text("file-lines", lines=lines)


def card_beside(weights: Path) -> str | None:
    """The card that a training has left beside its weights, where it is of this file.

    Args:
        weights: the file.
    """
    cards = cards_in(weights.parent)
    return next((str(card) for card, names in cards if names == weights.name), None)


def cards_in(folder: Path) -> Iterator[tuple[Path, object]]:
    """The card files in a folder, each with the weights that it names, None for none.

    `card.yaml` and `encoder.yaml` come before the cards of pair scorers, which have longer names.
    """
    for card in sorted(folder.glob("*.yaml"), key=lambda card: (len(card.name), card.name)):
        try:
            content = load_yaml(card).data
        except ProbeError:
            continue  # of something else
        if isinstance(content, dict) and "backbone" in content:
            yield card, content.get("weights")

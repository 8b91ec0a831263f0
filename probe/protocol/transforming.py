"""What is done to the pictures of a condition: what a protocol states, checked and made."""

from __future__ import annotations

from collections.abc import Iterator

from probe.errors import ProtocolError
from probe.files.strict_yaml import Place, YamlFile
from probe.protocol.model import Condition, Protocol
from probe.transforms import Chain, TransformError, chain_of
from probe.wording import Message, reason_of, refusal, spoken_language


def chain_in(protocol: Protocol, condition: Condition) -> Chain:
    """The transforms of a condition's pictures.

    Raises:
        ProtocolError: an unknown transform or parameter, a value that does not fit.
    """
    try:
        return chain_of(protocol.transform_steps(condition))
    except TransformError as error:
        place = {"protocol": protocol.name, "condition": condition.key, "place": error.place}
        raise refusal(
            ProtocolError,
            reason_of(error),
            place=Message("protocol-transform-place", place),
            hint=error.hint,
        ) from None


def check_transforms(protocol: Protocol, file: YamlFile) -> None:
    """Refuse transforms that no picture can go through, with their place in the file.

    Raises:
        ProtocolError: see `chain_in`.
    """
    for condition in protocol.conditions if protocol.transforms else ():
        try:
            chain_of(protocol.transform_steps(condition))
        except TransformError as error:
            label = protocol.label(condition, spoken_language())
            raise refusal(
                ProtocolError,
                Message("protocol-transform-at", {"fault": reason_of(error), "condition": label}),
                place=file.place(_place(protocol, condition, error.where)),
                hint=error.hint,
            ) from None


def _place(protocol: Protocol, condition: Condition, where: tuple[str, ...]) -> Place:
    """Where a step stands in the file: the last one that states it."""
    stated = [place for place, names in _stating(protocol, condition) if where[0] in names]
    return (*stated[-1], "transform", *where) if stated else ("transform",)


def _stating(protocol: Protocol, condition: Condition) -> Iterator[tuple[Place, set[str]]]:
    yield (), set(protocol.transform or {})
    keys = (*condition.levels, condition.series)
    for number, axis in enumerate(protocol.axes):
        inside: Place = ("series",) if axis is protocol.series else ("factors", number)
        for position, level in enumerate(axis.levels):
            if level.key == keys[number]:
                yield (*inside, "levels", position), set(level.transform or {})

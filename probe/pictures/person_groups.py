"""Which group a photographed person is of, by what paths and metadata say of their pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from probe.errors import PictureSourceError
from probe.pictures.photo_placing import PlacedFile
from probe.protocol.model import Protocol
from probe.wording import Message, nearest, refusal


def groups_of_people(
    protocol: Protocol, placed: Sequence[PlacedFile]
) -> Mapping[str, tuple[str, ...]]:
    """Person -> their group by each of the protocol's `groups`; empty where no picture states it.

    Raises:
        PictureSourceError: pictures of one person state two groups, or nobody's states any.
    """
    columns = [_stated(protocol, placed, name) for name in protocol.groups]
    people = sorted({file.subject for file in placed})
    return {person: tuple(column.get(person, "") for column in columns) for person in people}


def _stated(protocol: Protocol, placed: Sequence[PlacedFile], name: str) -> Mapping[str, str]:
    """Person -> their group by one attribute, of those of whom it is stated."""
    pictures: dict[str, dict[str, str]] = defaultdict(dict)
    for file in placed:
        if value := file.fields.get(name):
            pictures[file.subject].setdefault(value, file.path)
    if not pictures:
        fields = sorted({field for file in placed for field in file.fields})
        raise refusal(
            PictureSourceError,
            Message("pictures-group-of-nobody", {"name": name}),
            place=Message("place-protocol-part", {"name": protocol.name, "part": "groups"}),
            hint=Message("pictures-group-column", {"name": name, "near": nearest(name, fields)}),
        )
    for person, values in pictures.items():
        if len(values) > 1:
            stated = " and ".join(f"{value!r} ({path})" for value, path in list(values.items())[:2])
            raise refusal(
                PictureSourceError,
                Message(
                    "pictures-two-groups", {"person": repr(person), "name": name, "groups": stated}
                ),
                place=Message("place-protocol-part", {"name": protocol.name, "part": "groups"}),
                hint=Message("pictures-one-group"),
            )
    return {person: next(iter(values)) for person, values in pictures.items()}

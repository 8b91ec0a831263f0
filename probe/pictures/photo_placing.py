"""Which photograph stands where: files of a folder, placed in a protocol by their paths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from probe.errors import PictureSourceError, ProbeError, ProtocolError
from probe.pictures.decoding import PICTURE_FILES, SUFFIXES, Box
from probe.pictures.image_set import Role
from probe.pictures.photo_folder import OTHER_PICTURES, PhotoFolder, composed, ending
from probe.pictures.photo_pattern import PathPattern
from probe.pictures.photo_tables import PhotoTables
from probe.protocol.model import Condition, Factor, PhotoSource, Protocol, as_key
from probe.wording import Message, nearest, refusal


@dataclass(frozen=True)
class PlacedFile:
    """A file with its place in the protocol.

    Attributes:
        path: below the photo folder.
        role, condition: its place.
        fields: what its path and the metadata table say of it.
        box: the part of the picture that is used; None for all of it.
        trouble: why it cannot be used; None otherwise.
    """

    path: str
    role: Role
    condition: Condition
    fields: Mapping[str, str]
    box: Box | None
    trouble: Message | None = None

    @property
    def subject(self) -> str:
        """The person; `person` where the path does not say."""
        return self.fields.get("subject", "person")


def place_files(
    protocol: Protocol,
    source: PhotoSource,
    contents: PhotoFolder,
    tables: PhotoTables,
) -> list[PlacedFile]:
    """The files that fit the patterns of a protocol, each with its condition.

    A file that fits but cannot be used is placed with its trouble: a broken link, a picture format
    that is not read, a picture without a box.

    Raises:
        PictureSourceError: no file fits, an unknown level, a stranger who is a subject, a path and
            a row of the metadata that contradict each other.
        ProtocolError: the pattern cannot be used.
    """
    boxes = tables.boxes
    patterns: list[tuple[Role, str]] = [("subject", source.pattern)]
    if source.strangers:
        patterns.append(("stranger", source.strangers))
    unread = contents.unread_pictures()
    placed: list[PlacedFile] = []
    taken: set[str] = set()
    for role, text in patterns:
        pattern = PathPattern.parse(text)
        for path in sorted({*contents.names, *unread} - taken):
            fields = _fields(pattern, path) if ending(path) or path in unread else None
            if fields is None:
                continue
            described = _described(source, path, fields, tables.metadata.get(path, {}))
            condition = _condition(protocol, source, described, role, path)
            if condition is None:
                continue
            taken.add(path)
            box = boxes.get(path) if boxes else None
            trouble = unread.get(path)
            if trouble is None and boxes is not None and box is None:
                trouble = Message("reason-no-box", {"table": str(source.boxes)})
            placed.append(PlacedFile(path, role, condition, described, box, trouble))
        if role == "subject" and not any(file.trouble is None for file in placed):
            raise _no_match(contents, text, placed)
    _check_strangers(placed)
    return placed


def _described(
    source: PhotoSource, path: str, fields: Mapping[str, str], row: Mapping[str, str]
) -> Mapping[str, str]:
    """What a picture's path and its row of the metadata say.

    Raises:
        PictureSourceError: they contradict each other.
    """
    for name, value in row.items():
        if name in fields and not _same(fields[name], composed(value)):
            raise refusal(
                PictureSourceError,
                Message(
                    "pictures-path-and-table",
                    {
                        "field": name,
                        "by_path": repr(fields[name]),
                        "by_table": repr(value),
                        "table": source.metadata,
                    },
                ),
                place=path,
                hint=Message("pictures-correct-one", {"field": repr(name)}),
            )
    return {**row, **fields}


def _same(first: str, second: str) -> bool:
    """Whether two texts say one thing: `045` is `45`."""
    try:
        return first == second or float(first) == float(second)
    except ValueError:
        return False


def _fields(pattern: PathPattern, path: str) -> Mapping[str, str] | None:
    """What a picture's path says; a picture whose ending alone is another one fits as well."""
    kind = ending(path)
    if kind and kind not in SUFFIXES | OTHER_PICTURES:
        return None
    fields = pattern.match(path)
    if fields is None and (not kind or kind in OTHER_PICTURES or pattern.takes_ending(kind)):
        return pattern.match_but_for_ending(path)
    return fields


def _condition(
    protocol: Protocol, source: PhotoSource, fields: Mapping[str, str], role: Role, path: str
) -> Condition | None:
    """The condition a file's fields name; None when the protocol leaves this level out."""
    keys: list[str] = []
    for axis in protocol.axes:
        written, field = _written(protocol, axis, fields)
        if written is not None and axis in protocol.made:
            raise _told_though_made(protocol, source, axis, field)
        if written is None and axis in protocol.made:
            keys.append(axis.standard_key)
            continue
        if written is None:
            if axis is not protocol.series and role == "subject":
                raise refusal(
                    ProtocolError,
                    Message("pictures-pattern-lacks", {"field": field}),
                    place=Message(
                        "place-protocol-part", {"name": protocol.name, "part": "photos.pattern"}
                    ),
                    hint=Message("pictures-pattern-write", {"field": field, "factor": axis.name}),
                )
            keys.append(axis.standard_key)
            continue
        key = _level_key(axis, written, source, field, path)
        if key is None:
            return None
        keys.append(key)
    series = keys.pop() if protocol.series else ""
    levels = tuple(keys)
    return next(c for c in protocol.conditions if c.levels == levels and c.series == series)


def _told_though_made(
    protocol: Protocol, source: PhotoSource, axis: Factor, field: str
) -> ProbeError:
    """A pattern or a table that says the level of a factor whose levels a transform makes."""
    in_path = any(f"{{{field}}}" in (text or "") for text in (source.pattern, source.strangers))
    values = {"field": field, "factor": repr(axis.name)}
    return refusal(
        ProtocolError,
        Message("pictures-pattern-has-made" if in_path else "pictures-table-has-made", values),
        place=Message(
            "place-protocol-part",
            {"name": protocol.name, "part": f"photos.{'pattern' if in_path else 'metadata'}"},
        ),
        hint=Message(
            "pictures-pattern-other-name" if in_path else "pictures-table-other-name",
            {"field": field},
        ),
    )


def _written(protocol: Protocol, axis: Factor, fields: Mapping[str, str]) -> tuple[str | None, str]:
    general = "series" if axis is protocol.series else "level"
    allowed = general == "series" or len(protocol.factors) == 1
    for name in (axis.name, general) if allowed else (axis.name,):
        if name in fields:
            return fields[name], name
    return None, general if allowed else axis.name


def _level_key(
    axis: Factor, written: str, source: PhotoSource, field: str, path: str
) -> str | None:
    mapping = source.values.get(field) or source.values.get(axis.name) or {}
    mapping = {composed(name): value for name, value in mapping.items()}
    if written in mapping:
        value = mapping[written]
        if value is None:
            return None
        key = as_key(value)
    else:
        key = _plain_key(axis, written)
    if key in {level.key for level in axis.levels}:
        return key
    raise refusal(
        PictureSourceError,
        Message("pictures-no-level", {"written": repr(written), "factor": repr(axis.name)}),
        place=path,
        hint=Message(
            "pictures-say-what-it-means",
            {"near": nearest(written, [level.key for level in axis.levels]), "field": field},
        ),
    )


def _plain_key(axis: Factor, written: str) -> str:
    """`045` and `45.0` mean the level 45 of a factor with numbers."""
    try:
        number = float(written)
    except ValueError:
        return written
    same = [
        level.key
        for level in axis.levels
        if isinstance(level.value, int | float) and float(level.value) == number
    ]
    return same[0] if same else written


def _check_strangers(placed: Iterable[PlacedFile]) -> None:
    roles: dict[str, set[str]] = defaultdict(set)
    for file in placed:
        roles[file.subject].add(file.role)
    both = sorted(subject for subject, held in roles.items() if len(held) == 2)
    if both:
        raise refusal(
            PictureSourceError,
            Message(
                "pictures-subject-and-stranger", {"person": repr(both[0]), "people": len(both)}
            ),
            place="photos.strangers",
            hint=Message("pictures-stranger-else"),
        )


def check_varying(protocol: Protocol, source: PhotoSource, placed: Iterable[PlacedFile]) -> None:
    """Refuse a condition whose pictures differ in a field that nobody declared a repeat."""
    axes = {axis.name for axis in protocol.axes} | {"level", "series", "subject", "take"}
    values: dict[tuple[str, int, str], dict[str, str]] = defaultdict(dict)
    for file in placed:
        if file.role == "stranger":
            continue
        for name, value in file.fields.items():
            if name in axes or name in source.repeat:
                continue
            first_with = values[file.subject, file.condition.index, name]
            first_with.setdefault(value, file.path)
            if len(first_with) > 1:
                first, second = list(first_with.values())[:2]
                raise refusal(
                    PictureSourceError,
                    Message(
                        "pictures-differ-in", {"field": name, "first": first, "second": second}
                    ),
                    place=Message(
                        "place-protocol-condition",
                        {"name": protocol.name, "condition": file.condition.key},
                    ),
                    hint=Message("pictures-declare-repeat", {"name": name}),
                )


def _no_match(
    contents: PhotoFolder, pattern: str, placed: Sequence[PlacedFile]
) -> PictureSourceError:
    pictures = contents.pictures
    if placed:
        first = placed[0]
        assert first.trouble is not None
        return refusal(
            PictureSourceError,
            Message(
                "pictures-none-usable",
                {
                    "placed": len(placed),
                    "pattern": repr(pattern),
                    "first": repr(first.path),
                    "trouble": first.trouble,
                },
            ),
            place=contents.folder,
            hint=PICTURE_FILES,
        )
    if not pictures:
        return contents.no_picture()
    return refusal(
        PictureSourceError,
        Message(
            "pictures-none-fits",
            {"pictures": len(pictures), "pattern": repr(pattern), "first": repr(pictures[0])},
        ),
        place=contents.folder,
        hint=_other_pattern(pattern, pictures[0]),
    )


def _other_pattern(pattern: str, picture: str) -> Message:
    """The next step: the pattern that goes down to where a picture lies, where that suffices."""
    above, slash, name = pattern.rpartition("/")
    deeper = above + slash + "*/" * (picture.count("/") - pattern.count("/")) + name
    if deeper != pattern and PathPattern.parse(deeper).match(picture):
        return Message("pictures-deeper-pattern", {"pattern": repr(deeper)})
    return Message("pictures-mend-pattern")

"""Who is on which picture of a stored run, as its table of pictures says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from probe.runs.reading import Run


@dataclass(frozen=True)
class Shown:
    """A picture in its place.

    Attributes:
        image: its id.
        person: who is on it.
        subject: whether the picture stands in the role of subject (else of stranger).
        condition: index.
        outfit: what the person wears; empty where nobody said.
        place: camera or day that compared pictures must differ in, or the picture that this one was
            made from by a transform; empty where nothing is asked.
    """

    image: str
    person: str
    subject: bool
    condition: int
    outfit: str
    place: str


@dataclass(frozen=True)
class Album:
    """The pictures of one protocol, or of the standard condition of all.

    Attributes:
        pictures: each in its place.
        rule: how strangers dressed alike are known: `role` (rendered: those in the protocol's
            clothes), `outfit`, or `unknown`.
        standard: index of the standard condition.
        conditions: how many there are.
        across: whether compared pictures must differ in their place.
        groups: attribute -> person -> group; empty where not stated.
    """

    pictures: tuple[Shown, ...]
    rule: str
    standard: int
    conditions: int
    across: bool
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def subjects(self) -> list[str]:
        """Names of the people who are shown in the role of subject."""
        return sorted({shown.person for shown in self.pictures if shown.subject})

    @property
    def people(self) -> list[str]:
        """Names of everybody: the subjects first, then further strangers."""
        subjects = self.subjects
        return subjects + sorted({shown.person for shown in self.pictures} - set(subjects))

    def of(self, condition: int, *, subject: bool) -> list[Shown]:
        """The pictures of a condition in one of the roles."""
        return [
            shown
            for shown in self.pictures
            if shown.condition == condition and shown.subject == subject
        ]


def albums_of(run: Run, scored: Collection[str]) -> dict[str, Album]:
    """The album of every protocol, of the pictures that were scored."""
    return {entry.name: _album(run, entry.name, entry.source, scored)
            for entry in run.manifest.protocols}  # fmt: skip


def _album(run: Run, name: str, source: str, scored: Collection[str]) -> Album:
    table, protocol = run.images, run.protocols[name]
    rows = table[(table["protocol"] == name) & (table["status"] == "ok")].to_dict("records")
    # Of rendered people the day is the session.
    across: str | None = "day" if protocol.again is not None else None
    if source == "photos":
        across = protocol.photos.across if protocol.photos else None
    # Pictures that were made from one have its path, or its place in the scene.
    across = across or ("source" if protocol.transforms else None)
    pictures = tuple(
        Shown(
            str(row["image_id"]), str(row["subject"]), row["role"] == "subject",
            int(row["condition"]), str(row["outfit"]), str(row[across]) if across else "",
        )
        for row in rows
        if row["image_id"] in scored
    )  # fmt: skip
    dressed = any(row["outfit"] for row in rows)
    rule = "role" if source == "scene" else "outfit" if dressed else "unknown"
    count = len(protocol.conditions)
    groups = {
        name: {str(row["subject"]): str(row[f"group_{name}"]) for row in rows}
        for name in protocol.groups
    }
    return Album(pictures, rule, protocol.standard.index, count, across is not None, groups)


def standard_album(albums: Sequence[Album]) -> Album:
    """The standard pictures of all protocols as one condition, a picture of a role once."""
    once: dict[tuple[bool, str], Shown] = {}
    for album in albums:
        for shown in album.pictures:
            if shown.condition == album.standard:
                moved = Shown(
                    shown.image, shown.person, shown.subject, 0, shown.outfit, shown.place
                )
                once.setdefault((shown.subject, shown.image), moved)
    first = albums[0]
    return Album(tuple(once.values()), first.rule, 0, 1, first.across)

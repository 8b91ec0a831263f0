"""Every picture of a data set in every camera's style: drawn, listed, and gone on with."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np

from probe.backbones._training.fitted_file import fitted_file
from probe.backbones._training.styled_manifest import (
    COLUMNS,
    PICTURES,
    StyledManifest,
    list_rows,
    read_manifest,
    write_manifest,
)
from probe.backbones._training.table import UNLABELLED, TrainingRecord
from probe.backbones.naming import sha256_of
from probe.backbones.stargan.drawing import StyleCamera, StyleDrawer
from probe.contracts import Pictures
from probe.errors import PictureSourceError, UsageError
from probe.files.atomic import sweep, write_bytes, write_text
from probe.files.lock import holding
from probe.wording import Message, refusal

QUALITY = 95
"""Of JPEG files, with all colours kept (ours; the official code takes PIL's 75 and half of the
colours, which shows in small pictures)."""

BETWEEN_LISTS = 256
"""Sources between two writings of the list: what a kill loses at most."""


@dataclass(frozen=True)
class Style:
    """A style that is drawn.

    Attributes:
        number: of the generator's.
        camera: number of the camera as the data set has it.
    """

    number: int
    camera: int


@dataclass(frozen=True)
class StyledPicture:
    """A row of `pictures.csv`; see `COLUMNS`."""

    path: str
    person: str
    camera: int
    source: str
    source_sha256: str
    sha256: str


@dataclass(frozen=True)
class StyledPlan:
    """What is to be drawn.

    Attributes:
        drawer: what draws.
        records: pictures of one data set.
        styles: in the order of the cameras' numbers.
        own_camera: whether a picture is drawn in its own camera's style, too.
        form: of the data set.
    """

    drawer: StyleDrawer
    records: Sequence[TrainingRecord]
    styles: tuple[Style, ...]
    own_camera: bool
    form: str

    def styles_of(self, record: TrainingRecord) -> list[Style]:
        """The styles in which a picture is drawn."""
        return [s for s in self.styles if self.own_camera or s.camera != record.camera]


def plan_styles(
    drawer: StyleDrawer, records: Sequence[TrainingRecord], form: str, *, own_camera: bool
) -> StyledPlan:
    """What is to be drawn of a data set.

    Raises:
        UsageError: the generator was trained on another data set, or knows other cameras.
    """
    numbers = sorted({record.camera for record in records})
    styles = _all_styles(drawer, numbers) if drawer.cameras is None else _styles_of(drawer, form)
    unknown = sorted(set(numbers) - {style.camera for style in styles})
    if unknown:
        raise refusal(
            UsageError,
            Message(
                "backbones-unknown-cameras",
                {"known": _listed([s.camera for s in styles]), "unknown": _listed(unknown)},
            ),
            place=drawer.name,
            hint=Message("backbones-generator-of-data"),
        )
    plan = StyledPlan(drawer, records, styles, own_camera, form)
    _check_names(plan)
    return plan


def _all_styles(drawer: StyleDrawer, numbers: Sequence[int]) -> tuple[Style, ...]:
    """Styles of a file that names no cameras: the data set's, in the order of their numbers."""
    count = drawer.generator.shape.cameras
    if count != len(numbers):
        raise refusal(
            UsageError,
            Message(
                "backbones-camera-count",
                {"known": count, "cameras": len(numbers), "numbers": _listed(numbers)},
            ),
            place=drawer.name,
            hint=Message("backbones-generator-of-data"),
        )
    return tuple(Style(place, number) for place, number in enumerate(numbers))


def _styles_of(drawer: StyleDrawer, form: str) -> tuple[Style, ...]:
    """Styles of the cameras of one data set."""
    assert drawer.cameras is not None
    styles = [
        Style(place, camera.number)
        for place, camera in enumerate(drawer.cameras)
        if _form_of(camera) == form
    ]
    if not styles:
        forms = ", ".join(dict.fromkeys(_form_of(camera) for camera in drawer.cameras))
        raise refusal(
            UsageError,
            Message("backbones-trained-on-forms", {"forms": forms, "form": form}),
            place=drawer.name,
            hint=Message("backbones-this-direction"),
        )
    if len({style.camera for style in styles}) < len(styles):
        raise refusal(
            UsageError,
            Message("backbones-several-sets", {"form": form}),
            place=drawer.name,
            hint=Message("backbones-generator-each"),
        )
    return tuple(sorted(styles, key=lambda style: style.camera))


def _form_of(camera: StyleCamera) -> str:
    return camera.data_set.partition("#")[0].partition("/")[0]


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _check_names(plan: StyledPlan) -> None:
    """Refuse two pictures whose copies would have one name."""
    sources: dict[str, str] = {}
    for record in plan.records:
        stem = str(PurePosixPath(record.name).with_suffix(""))
        if stem in sources:
            raise refusal(
                UsageError,
                Message("backbones-one-copy-name", {"first": record.name, "second": sources[stem]}),
                hint=Message("backbones-rename-one"),
            )
        if PurePosixPath(stem).is_absolute() or ".." in PurePosixPath(stem).parts:
            raise refusal(UsageError, Message("backbones-outside-set", {"name": record.name}))
        sources[stem] = record.name


def copy_path(name: str, style: Style) -> str:
    """Name of a copy, as the official code has it: styles count from 1."""
    source = PurePosixPath(name)
    return str(source.with_name(f"{source.stem}_fake_{style.number + 1}.jpg"))


def write_styled_set(
    plan: StyledPlan,
    out: Path,
    statistics: str,
    progress: Callable[[int, int], None],
    *,
    resume: bool,
) -> list[StyledPicture]:
    """Draw a plan into a folder.

    Args:
        plan: what is to be drawn.
        out: its folder.
        statistics: what normalises, for the manifest; the drawer is set to it already.
        progress: told (pictures drawn, all).
        resume: go on with what is there.

    Returns:
        The rows of its list.

    Raises:
        UsageError: another styled set is there, or one that was not asked to go on.
        PictureError: a source cannot be read.
    """
    with holding(out):
        return _draw_all(plan, out, statistics, progress, resume=resume)


def _draw_all(
    plan: StyledPlan,
    out: Path,
    statistics: str,
    progress: Callable[[int, int], None],
    *,
    resume: bool,
) -> list[StyledPicture]:
    digests = {record.name: sha256_of(record.path) for record in plan.records}
    manifest = _manifest(plan, digests, statistics)
    rows = _rows_there(out, manifest, digests, resume=resume)
    write_manifest(out, manifest)
    for number, record in enumerate(plan.records):
        wanted = [s for s in plan.styles_of(record) if copy_path(record.name, s) not in rows]
        for row in _drawn(plan, record, wanted, out, digests[record.name]):
            rows[row.path] = row
        progress(len(rows), manifest.expected)
        if number % BETWEEN_LISTS == BETWEEN_LISTS - 1:
            _write_list(plan, rows, out)
    return _write_list(plan, rows, out)


def _manifest(plan: StyledPlan, digests: Mapping[str, str], statistics: str) -> StyledManifest:
    content = "".join(f"{name}\t{digest}\n" for name, digest in digests.items())
    return StyledManifest(
        generator=plan.drawer.name,
        generator_sha256=plan.drawer.sha256,
        statistics=statistics,
        data=plan.form,
        size=plan.drawer.size,
        cameras=tuple(style.camera for style in plan.styles),
        own_camera=plan.own_camera,
        sources=len(plan.records),
        sources_sha256=hashlib.sha256(content.encode()).hexdigest(),
        expected=sum(len(plan.styles_of(record)) for record in plan.records),
    )


def _rows_there(
    out: Path, manifest: StyledManifest, digests: Mapping[str, str], *, resume: bool
) -> dict[str, StyledPicture]:
    """Path -> row of pictures that are there and whole."""
    there = read_manifest(out)
    if there is None:
        return {}
    if there != manifest:
        names = [n for n in vars(manifest) if getattr(manifest, n) != getattr(there, n)]
        raise refusal(
            UsageError,
            Message("backbones-other-styled-set", {"names": tuple(names)}),
            place=out,
            hint=Message("step-another-out"),
        )
    if not resume:
        raise refusal(
            UsageError,
            Message("backbones-styled-set-there"),
            place=out,
            hint=Message("step-resume-or-out"),
        )
    sweep(out)
    rows = read_list(out) if (out / PICTURES).is_file() else []
    return {row.path: row for row in rows if _is_whole(row, out, digests)}


def _is_whole(row: StyledPicture, out: Path, digests: Mapping[str, str]) -> bool:
    path = out / row.path
    return (
        digests.get(row.source) == row.source_sha256
        and path.is_file()
        and sha256_of(path) == row.sha256
    )


def read_list(folder: Path) -> list[StyledPicture]:
    """The rows of `pictures.csv`.

    Raises:
        PictureSourceError: it lacks a column, or a camera is no number.
    """
    path = folder / PICTURES
    try:
        return [
            StyledPicture(**{n: int(row[n]) if n == "camera" else row[n] for n in COLUMNS})  # type: ignore[arg-type]
            for row in list_rows(path, COLUMNS)
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise refusal(
            PictureSourceError,
            Message("backbones-no-styled-list", {"error": str(error)}),
            place=path,
            hint=Message("backbones-styled-columns", {"columns": tuple(COLUMNS)}),
        ) from None


def _write_list(
    plan: StyledPlan, rows: Mapping[str, StyledPicture], out: Path
) -> list[StyledPicture]:
    """Write the list whole, in the order of sources and styles, whenever it was drawn."""
    paths = (
        copy_path(record.name, style) for record in plan.records for style in plan.styles_of(record)
    )
    ordered = [rows[path] for path in paths if path in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(vars(row) for row in ordered)
    write_text(out / PICTURES, text.getvalue())
    return ordered


def _drawn(
    plan: StyledPlan, record: TrainingRecord, styles: Sequence[Style], out: Path, digest: str
) -> Iterator[StyledPicture]:
    """Draw a picture in styles, file by file."""
    if not styles:
        return
    given = fitted_file(record.path, plan.drawer.size)
    numbers = np.array([style.number for style in styles], np.int64)
    made = plan.drawer.draw(np.repeat(given[None], len(styles), axis=0), numbers)
    person = "" if record.person == UNLABELLED else str(record.person)
    for style, picture in zip(styles, made, strict=True):
        path, content = copy_path(record.name, style), _jpeg(picture)
        write_bytes(out / path, content, durable=False)
        sha256 = hashlib.sha256(content).hexdigest()
        yield StyledPicture(path, person, style.camera, record.name, digest, sha256)


def _jpeg(picture: Pictures) -> bytes:
    from PIL import Image

    content = io.BytesIO()
    Image.fromarray(picture).save(content, "JPEG", quality=QUALITY, subsampling=0)
    return content.getvalue()

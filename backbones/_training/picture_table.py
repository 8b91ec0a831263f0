"""A CSV file of training pictures: the form `table` of a recipe's data."""

from __future__ import annotations

from pathlib import Path

from probe.backbones._training.styled_manifest import check_whole
from probe.backbones._training.table import (
    UNLABELLED,
    TrainingRecord,
)
from probe.errors import PictureSourceError
from probe.files.neighbours import neighbours
from probe.files.places import is_file
from probe.pictures import table_file
from probe.wording import Message, refusal


def read_table(path: Path, data_set: str, *, target: bool) -> list[TrainingRecord]:
    """Records from a CSV file, whose paths are relative to it.

    Columns: path, person (of the target it may be empty), camera; and, where there are any,
    data_set, split, mask, keypoints, styled (paths with `;` between them).

    Raises:
        PictureSourceError: the file is missing, or lacks a column or a number.
    """
    if not is_file(path):
        raise refusal(
            PictureSourceError, Message("train-no-table"), place=path, hint=neighbours(path)
        )
    rows = [row for _, row in table_file.read_table(path, ("path", "person", "camera")).rows]
    try:
        _check_cameras(rows, path)
        check_whole(path, len(rows))
        return [_record(row, path.parent, data_set, target) for row in rows]
    except (KeyError, ValueError) as error:
        raise refusal(
            PictureSourceError,
            Message("train-no-picture-table", {"error": str(error)}),
            place=path,
            hint=Message("train-table-columns"),
        ) from None


def _record(row: dict[str, str], root: Path, data_set: str, target: bool) -> TrainingRecord:
    within = row.get("data_set")
    return TrainingRecord(
        path=root / row["path"],
        name=row["path"],
        data_set=f"{data_set}/{within}" if within else data_set,
        person=_person(row["person"], target),
        camera=int(row["camera"]),
        split=row.get("split") or "train",
        target=target,
        mask=root / row["mask"] if row.get("mask") else None,
        keypoints=root / row["keypoints"] if row.get("keypoints") else None,
        styled=tuple(root / name for name in (row.get("styled") or "").split(";") if name),
    )


def _person(given: str, target: bool) -> int:
    """Nobody is known where the target's table names nobody."""
    return UNLABELLED if target and not given else int(given)


def _check_cameras(rows: list[dict[str, str]], path: Path) -> None:
    unknown = [row["path"] for row in rows if not row["camera"]]
    if unknown:
        raise refusal(
            PictureSourceError,
            Message(
                "train-no-camera", {"unknown": len(unknown), "rows": len(rows), "first": unknown[0]}
            ),
            place=path,
            hint=Message("train-write-camera"),
        )

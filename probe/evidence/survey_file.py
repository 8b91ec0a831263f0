"""The evidence maps of a survey as files of a run (`probe.runs.reading.Run` reads them)."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.evidence.maps import part_maps, point_maps
from probe.evidence.survey import ConditionEvidence, SurveyTask
from probe.pictures.image_set import ImageRecord
from probe.wording import as_stored


def points_bytes(task: SurveyTask, first: ImageRecord, second: ImageRecord) -> bytes | None:
    """The point-to-point map of a pair as the bytes of an .npz file; None without one.

    The matrix is float16: it is drawn in 256 colours, and it is the largest array of a run.
    """
    a, b = task.fitted([first, second])
    points = point_maps(task.backbone, a, b)
    if points is None:
        return None
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        ids=np.array([first.image_id, second.image_id]),
        matrix=points.matrix.astype(np.float16),
        first=points.first.astype(np.float32),
        second=points.second.astype(np.float32),
        constant=np.float32(points.constant),
        cosine=np.float32(points.cosine),
    )
    return buffer.getvalue()


def parts_bytes(task: SurveyTask, first: ImageRecord, second: ImageRecord) -> bytes | None:
    """The maps of a pair, part by part of the vectors, as the bytes of an .npz file; None without.

    Holds `ids` of both pictures, `parts` (names) and `cosines` (what each adds), and of part k the
    maps `first_k` and `second_k`.
    """
    maps = part_maps(task.backbone, task.fitted([first]), task.fitted([second]))
    if maps is None:
        return None
    arrays: dict[str, NDArray[Any]] = {
        "ids": np.array([first.image_id, second.image_id]),
        "parts": np.array(list(maps)),
        "cosines": np.array([float(part.cosine[0]) for part in maps.values()]),
    }
    for k, part in enumerate(maps.values()):
        arrays[f"first_{k}"] = part.maps_first[0].astype(np.float32)
        arrays[f"second_{k}"] = part.maps_second[0].astype(np.float32)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()


def survey_bytes(survey: Sequence[ConditionEvidence]) -> bytes:
    """A survey as the bytes of an .npz file.

    Arrays `cN.first`, `cN.second` and `cN.mean` hold the maps of condition N, float32; the array
    `told` the figures of all conditions, as the bytes of a JSON list.
    """
    arrays: dict[str, NDArray[Any]] = {}
    for evidence in survey:
        key = f"c{evidence.condition}"
        arrays[f"{key}.first"] = evidence.maps.maps_first.astype(np.float32)
        arrays[f"{key}.second"] = evidence.maps.maps_second.astype(np.float32)
        arrays[f"{key}.mean"] = evidence.mean.mean.astype(np.float32)
    figures = json.dumps([_figures(evidence) for evidence in survey]).encode()
    arrays["told"] = np.frombuffer(figures, np.uint8)  # the file format's name since version 1
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()


def _figures(evidence: ConditionEvidence) -> dict[str, object]:
    """What is stored of a condition beside its maps."""
    maps = evidence.maps
    return {
        "condition": evidence.condition,
        "ids_first": evidence.first,
        "ids_second": evidence.second,
        "kind": maps.kind,
        "note": as_stored(maps.note),
        "cosine": maps.cosine.tolist(),
        "constant_first": maps.constant_first.tolist(),
        "constant_second": maps.constant_second.tolist(),
        "additivity_error": maps.additivity_error.tolist(),
        "shares": dict(evidence.shares.mean()) if evidence.shares else None,
        "outside": evidence.mean.outside,
        "places": evidence.places,
        "boxes": evidence.boxes,
        "registered": evidence.registered,
        "changes": [
            {
                "names": change.names,
                "parts": change.parts.tolist(),
                "before": change.before,
                "after": change.after,
            }
            for change in evidence.changes
        ],
    }

"""Annotated frames by the form of their set: `penn_fudan=DIR`, `crops=DIR`, `coco=FILE.json`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from probe.errors import FramesError, nearest
from probe.files.places import is_file, is_folder, is_there
from probe.frames.annotated.coco import coco
from probe.frames.annotated.crops import cropped
from probe.frames.annotated.frame import AnnotatedFrame, Say, unsaid
from probe.frames.annotated.penn_fudan import penn_fudan

FORMS: Mapping[str, Callable[[Path, Say], list[AnnotatedFrame]]] = {
    "penn_fudan": penn_fudan,
    "crops": cropped,
    "coco": coco,
}
"""Name of a form -> its reader."""

_FILES = ("coco",)


def annotated_frames(given: str, say: Say = unsaid) -> list[AnnotatedFrame]:
    """The frames of FORM=PATH, those without instances included.

    Args:
        given: as it is written.
        say: told what is left out of the set, and why.

    Raises:
        FramesError: no such form or path, no frame in it, or a frame that does not fit.
    """
    form, equals, written = given.partition("=")
    if not equals or not written:
        raise FramesError(f"{given!r} is not FORM=PATH", hint=f"Forms: {', '.join(FORMS)}.")
    if form not in FORMS:
        raise FramesError(f"the form {form!r} is not known", hint=nearest(form, FORMS))
    path = Path(written)
    if not (is_file(path) if form in _FILES else is_folder(path)):
        kind, other = ("file", "folder") if form in _FILES else ("folder", "file")
        there = f"this is a {other}, and a {kind} is needed"
        raise FramesError(
            there if is_there(path) else f"there is no such {kind}",
            place=path,
            hint=f"--data {form}=PATH",
        )
    frames = FORMS[form](path, say)
    if not frames:
        raise FramesError(
            "there is no frame in it", place=path, hint="Name the set that holds the frames."
        )
    return frames

"""Annotated frames by the form of their set: `penn_fudan=DIR`, `crops=DIR`, `coco=FILE.json`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from probe.errors import FramesError
from probe.files.places import is_file, is_folder, is_there
from probe.frames.annotated.coco import coco
from probe.frames.annotated.crops import cropped
from probe.frames.annotated.frame import AnnotatedFrame, Say, unsaid
from probe.frames.annotated.penn_fudan import penn_fudan
from probe.wording import Message, nearest, refusal

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
        raise refusal(
            FramesError,
            Message("frames-not-form-path", {"given": repr(given)}),
            hint=Message("frames-forms", {"forms": tuple(FORMS)}),
        )
    if form not in FORMS:
        raise refusal(
            FramesError,
            Message("frames-form-unknown", {"form": repr(form)}),
            hint=nearest(form, FORMS),
        )
    path = Path(written)
    as_file = form in _FILES
    if not (is_file(path) if as_file else is_folder(path)):
        wrong = _not_there(path, as_file)
        raise refusal(FramesError, wrong, place=path, hint=f"--data {form}=PATH")
    frames = FORMS[form](path, say)
    if not frames:
        raise refusal(
            FramesError,
            Message("frames-no-frame-in-it"),
            place=path,
            hint=Message("frames-name-set"),
        )
    return frames


def _not_there(path: Path, as_file: bool) -> Message:
    if is_there(path):
        return Message("frames-file-needed" if as_file else "frames-folder-needed")
    return Message("frames-no-such-file" if as_file else "frames-no-such-folder")

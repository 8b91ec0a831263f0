"""Maskers by name: `scene`, `files=FOLDER`, shipped segmenters, third parties' entry points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from probe.contracts import Masker, MaskerSpec, Reporter, Runtime
from probe.errors import CheckpointError, MaskError, PictureSourceError, ProbeError, UsageError
from probe.files.neighbours import neighbours
from probe.files.places import is_there
from probe.files.plug_in_path import plug_in_path
from probe.registries import Registry
from probe.stores import local_data
from probe.wording import Message, Value, reason_of, refusal

MASKERS = Registry(
    noun="masker",
    kind=MaskerSpec,
    group="probe.maskers",
    packages=("probe.masking.maskers", "probe.backbones._maskers"),
    error=MaskError,
)
"""Modules of `probe.masking.maskers`, folders of `probe.backbones._maskers`, and third parties."""


FOLDER = "FOLDER"
"""What a masker says that takes a folder of files, and no weights."""


def open_masker(given: str, runtime: Runtime | None = None) -> Masker:
    """What `--mask GIVEN` means: NAME or NAME=PATH (`files=FOLDER`), opened.

    Raises:
        MaskError: unknown, the path missing or not taken.
        CheckpointError: the weights cannot be read.
    """
    name, equals, written = given.partition("=")
    spec = MASKERS.get(name)
    path = plug_in_path(name, written if equals else None, spec, "--mask", MaskError)
    if path is not None and not is_there(path):
        raise refusal(
            MaskError,
            Message("plug-in-not-there", {"what": (spec.argument or "file").lower()}),
            place=path,
            hint=neighbours(path),
        )
    return spec.open(path, runtime or Runtime())


def brought(given: str, say: Reporter, cache: Path | None = None) -> str:
    """`NAME=PATH` with a path of this machine: a folder of mask files may lie in a store.

    Args:
        given: as `open_masker` takes it, or with an address.
        say: told what is fetched.
        cache: the cache folder that copies lie in; None for that of this machine.

    Raises:
        ProbeError: an unknown masker; or see `probe.stores.local_folder`.
    """
    is_folder = MASKERS.get(given.partition("=")[0]).argument == FOLDER
    return local_data(given, say, cache) if is_folder else given


@dataclass(frozen=True)
class Opened:
    """A masker that was asked for.

    Attributes:
        masker: the masker.
        again: opens it once more, in this process or another.
    """

    masker: Masker
    again: Callable[[], Masker]


def open_maskers(
    given: Sequence[str], runtime: Runtime, say: Reporter, cache: Path | None = None
) -> tuple[list[Opened], list[Message]]:
    """What `--mask` named, opened; and why some of them take no part.

    Args:
        given: names, and files or folders; folders may lie in a store.
        runtime: where and how they work.
        say: told.
        cache: the cache folder that copies lie in; None for that of this machine.

    A checkpoint that cannot be read costs its own variant only: the rest of the run goes on.

    Raises:
        MaskError: an unknown masker, or a folder of masks that is not there.
        UsageError: two masks of one name.
        PictureSourceError: a store cannot be read.
    """
    maskers: list[Opened] = []
    notes: list[Message] = []
    for written in given:
        again = partial(open_masker, brought(written, say, cache), runtime)
        try:
            maskers.append(Opened(again(), again))
        except CheckpointError as error:
            notes.append(why_left_out(written.partition("=")[0], error))
            say.step(notes[-1])
    names = [opened.masker.name for opened in maskers]
    for name in names:
        if names.count(name) > 1:
            raise refusal(
                UsageError,
                Message("masking-twice", {"name": repr(name)}),
                hint=Message("masking-twice-step"),
            )
    return maskers, notes


def why_left_out(name: str, error: ProbeError) -> Message:
    """The note that a mask takes no part: what is wrong, where, and the next step."""
    of_folder = error.place and isinstance(error, PictureSourceError)
    said = reason_of(error)
    values: dict[str, Value] = {
        "file": _file_of(error),
        "fault": said.rstrip(".") if isinstance(said, str) else said,
        "place": error.place if of_folder else None,
        "hint": error.hint,
    }
    reason = Message("masking-left-out", values)
    return Message("note-mask-left-out", {"name": name, "reason": reason})


def _file_of(error: ProbeError) -> str | None:
    """Name of the weights file that an error is about."""
    if error.place and isinstance(error, CheckpointError):
        return Path(error.place).name
    return None

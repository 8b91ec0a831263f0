"""The exceptions a user may meet: each says what is wrong, where, and what to do next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches


class ProbeError(Exception):
    """Base of every error that is the input's fault, not the program's.

    The command line prints it without a traceback and exits with `exit_code`.

    Args:
        message: what is wrong, in one sentence.
        place: where: a file, `file:line:column`, a condition or a picture.
        hint: the next step to take.
    """

    exit_code = 2

    def __init__(self, message: str, *, place: object = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = None if place is None else str(place)
        self.hint = hint
        self.reason: object = None
        """The message it was made of (`probe.wording.refusal`), for what stores why; or None."""

    def __reduce__(self) -> tuple[object, ...]:
        """What a worker process raises arrives whole, whatever its class takes."""
        return _arrived, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head}\n  {self.hint}" if self.hint else head


def _arrived(kind: type[ProbeError], args: tuple[object, ...], state: dict[str, object]) -> object:
    """An error from another process."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class UsageError(ProbeError):
    """A command or a call was given arguments that do not fit together."""


class YamlError(ProbeError):
    """A YAML file cannot be read as plain data."""


class ProtocolError(ProbeError):
    """A protocol does not say a runnable experiment."""


class PictureError(ProbeError):
    """A picture cannot be read, or cannot be used; counted as a failure to acquire."""


class PictureSourceError(ProbeError):
    """The picture source as a whole cannot serve the protocol (a condition is left empty, ...)."""


class BackboneError(ProbeError):
    """A backbone is unknown, or its card or output cannot be used."""


class VectorError(BackboneError):
    """A backbone gives a picture a vector that is not finite.

    Args:
        backbone: its name.
        picture: which picture: its place in the batch until somebody knows its name.
        cause: where in the network it comes from, as the end of the sentence.
    """

    def __init__(self, backbone: str, picture: int | str, cause: str = "") -> None:
        which = f"picture {picture} of the batch" if isinstance(picture, int) else picture
        super().__init__(
            f"{backbone} gives a vector that is not finite for {which}{cause}",
            hint="Check the weights with another precision or engine.",
        )
        self.backbone, self.picture, self.cause = backbone, picture, cause

    def named(self, picture: str) -> VectorError:
        """The same of a picture that is named."""
        return VectorError(self.backbone, picture, self.cause)


class CheckpointError(BackboneError):
    """A weights file does not fit the network it is meant for, or is not safe to open."""


class MaskError(ProbeError):
    """A masker or a mask cannot be used."""


class DetectorError(ProbeError):
    """A detector of people, or what it says of a frame, cannot be used."""


class FramesError(ProbeError):
    """Frames or a video cannot be read, or crops of them cannot be written."""


class ComparisonError(ProbeError):
    """The comparison asked for is not defined on these pictures."""


class RunError(ProbeError):
    """A run directory is missing, unfinished, damaged or cannot be compared."""


class DamagedFileError(RunError):
    """A file of a run directory does not hold what was written."""


class ClusterError(ProbeError):
    """A cluster is not there, or its nodes cannot do what this machine does."""


class ExportError(ProbeError):
    """A run cannot be handed to another tool: its package is missing, or it refuses."""


class WordingError(ProbeError):
    """A message cannot be turned into text, or what is stored is no message."""


MOST_NAMES = 20
"""So many valid names are listed where none is near."""


def nearest(name: object, valid: Iterable[str]) -> str:
    """`did you mean 'x'?`, or the list of valid names when none is near.

    Args:
        name: what was written.
        valid: the names that exist.
    """
    names = sorted({str(candidate) for candidate in valid})
    near = near_name(str(name), names)
    if near:
        return f"did you mean {near!r}?"
    if not names:
        return "there are none to choose from"
    more = len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
    return f"valid names: {shown}"


def near_name(name: str, names: Sequence[str]) -> str | None:
    """The name that was most likely meant: as a whole, without regard to case, or by its stem."""
    small = {candidate.lower(): candidate for candidate in reversed(names)}
    if close := get_close_matches(name, names, n=1):
        return close[0]
    if close := get_close_matches(name.lower(), small, n=1):
        return small[close[0]]
    stems = [re.split(r"[._:=-]", key)[0] for key in small]
    if close := get_close_matches(name.lower(), stems, n=1):
        kin = [key for key, stem in zip(small, stems, strict=True) if stem == close[0]]
        return small[get_close_matches(name.lower(), kin, n=1, cutoff=0.0)[0]]
    return None

"""The exceptions a user may meet: each says what is wrong, where, and what to do next."""

from __future__ import annotations


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
    """A backbone gives a picture a vector that is not finite (see `probe.contracts.vector_error`).

    Attributes:
        backbone: its name.
        picture: which picture: its place in the batch until somebody knows its name.
        cause: where in the network it comes from, as the end of the sentence.
    """

    backbone: str = ""
    picture: int | str = ""
    cause: str = ""


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

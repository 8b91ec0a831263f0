"""A vector that is not finite, told in the language that is spoken."""

from __future__ import annotations

from probe.errors import VectorError
from probe.wording import Message, refusal, wording_of


def vector_error(backbone: str, picture: int | str | Message, cause: str = "") -> VectorError:
    """The error that a backbone gives a picture a vector that is not finite.

    Args:
        backbone: its name.
        picture: which picture: its place in the batch until somebody knows its name.
        cause: where in the network it comes from, as the end of the sentence.
    """
    number = Message("backbones-picture-of-batch", {"number": str(picture)})
    which = number if isinstance(picture, int) else picture
    values = {"backbone": backbone, "picture": which, "cause": cause or None}
    reason = Message("backbones-vector-not-finite", values)
    error = refusal(VectorError, reason, hint=Message("backbones-other-precision"))
    error.backbone, error.cause = backbone, cause
    error.picture = wording_of()(picture) if isinstance(picture, Message) else picture
    return error


def of_picture(error: VectorError, picture: Message) -> VectorError:
    """The same of a picture that is named."""
    return vector_error(error.backbone, picture, error.cause)

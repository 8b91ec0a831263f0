"""A mask as a picture file: white, or opaque, is the person."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError, ProbeError
from probe.pictures.decoding import open_picture, read_bytes
from probe.wording import Message, reason_of, refusal

Mask = NDArray[np.bool_]


def read_mask(path: Path, digest: str = "") -> Mask:
    """A mask file: `bool (h, w)`, true where the file is 128 or more (or opaque).

    Args:
        path: the file.
        digest: hex sha256 that its content must have; empty for any.

    Raises:
        MaskError: not a readable picture, or another one than it was.
    """
    try:
        data = read_bytes(path)
        if digest and hashlib.sha256(data).hexdigest() != digest:
            raise refusal(MaskError, Message("reason-changed"), place=path)
        with open_picture(data) as opened:
            if "A" in opened.getbands():
                # A cut-out: half opaque or more is the person, as half white is in a mask.
                opaque = np.asarray(opened.getchannel("A")) >= 128
                if not opaque.all():
                    return np.asarray(opaque)
            return np.asarray(np.asarray(opened.convert("L")) >= 128)
    except ProbeError as error:
        raise refusal(MaskError, reason_of(error), place=path) from None
    except Exception as error:
        # Decoders raise whatever their format's code raises on damaged bytes.
        reason = Message("reason-mask-not-readable", {"detail": type(error).__name__})
        raise refusal(MaskError, reason, place=path) from None

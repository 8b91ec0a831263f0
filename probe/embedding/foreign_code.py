"""Errors of code that is not ours, such as a plug-in's: named, with the line that raised them."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from probe.errors import BackboneError, ProbeError
from probe.wording import Message, refusal


@contextmanager
def named_errors(name: str) -> Iterator[None]:
    """An error of another's code inside the block becomes one that names the backbone and the line.

    What a user may meet anyway (`ProbeError`) and what the system says (`OSError`: a full disk, a
    missing file) passes unchanged.

    Args:
        name: of the backbone.

    Raises:
        BackboneError: in place of any other error, which stays its cause.
    """
    try:
        yield
    except (ProbeError, OSError):
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        text = str(error).strip().splitlines()
        said = f"{type(error).__name__}: {text[0][:300]}" if text else type(error).__name__
        raise refusal(
            BackboneError,
            Message("embedding-code-failed", {"said": said}),
            place=name,
            hint=Message(
                "embedding-raised-in",
                {"file": last.filename, "line": last.lineno, "function": last.name},
            ),
        ) from error

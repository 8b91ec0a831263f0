"""How pages are made from templates: values escaped, names that are not given refused."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from contextlib import suppress

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket


class KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates in Jinja's folder of this user, which nobody else may write to.

    Compiling takes several times as long as filling them. What is kept is found by a template's
    name, text and the version of Python; what cannot be read is compiled anew, what cannot be
    written is not kept.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the kept code, if there is some that is whole."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, if there is room."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def page_environment(load: Callable[[str], str]) -> Environment:
    """An environment that escapes every value, and refuses a name that is not given.

    Args:
        load: the text of a template, by its name.
    """
    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        # Filters are ours and may change while a template does not: nothing is worked out early.
        optimized=False,
        bytecode_cache=_kept_templates(),
    )


def _kept_templates() -> BytecodeCache | None:
    """The kept templates; none where this user has no safe folder for them."""
    try:
        return KeptTemplates()
    except (RuntimeError, OSError):
        return None

"""How pages are made from templates: values escaped, names that are not given refused."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, FunctionLoader, StrictUndefined


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
    )

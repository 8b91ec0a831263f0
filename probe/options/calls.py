"""Functions whose keywords are the options of a request."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import ParamSpec, TypeVar, get_type_hints

from probe.errors import ProbeError, UsageError
from probe.options.checking import check_options
from probe.options.documented import docstring_options
from probe.options.keywords import in_keywords
from probe.wording import nearest, wording_of

Keywords = ParamSpec("Keywords")
Request = TypeVar("Request")
Result = TypeVar("Result")


def takes(
    request: Callable[Keywords, Request],
) -> Callable[[Callable[[Request], Result]], Callable[Keywords, Result]]:
    """Makes a function of a request a function of its options, for callers and type checkers.

    Args:
        request: the dataclass that declares the options.

    Returns:
        a decorator; the decorated function refuses unknown keywords and values of another type with
        a UsageError that says what is taken, and its docstring lists the options where it says
        `{options}`.
    """

    def decorate(function: Callable[[Request], Result]) -> Callable[Keywords, Result]:
        signature = _signature(request, function)

        @functools.wraps(function)
        def call(*args: Keywords.args, **options: Keywords.kwargs) -> Result:
            _check_keywords(function.__name__, signature, args, options)
            try:
                asked = request(*args, **options)
                check_options(asked)
                return function(asked)
            except ProbeError as error:
                _name_keywords(error, request)
                raise

        call.__signature__ = signature  # type: ignore[attr-defined]  # where inspect looks for it
        if isinstance(request, type) and function.__doc__:
            call.__doc__ = function.__doc__.replace("{options}", docstring_options(request))
        return call

    return decorate


def _name_keywords(error: ProbeError, request: Callable[..., object]) -> None:
    """Put keywords in place of flags: who calls a function has no command line."""
    if isinstance(request, type):
        error.message = in_keywords(error.message, request)
        error.hint = error.hint and in_keywords(error.hint, request)


def _check_keywords(
    name: str, signature: inspect.Signature, args: tuple[object, ...], options: dict[str, object]
) -> None:
    valid = list(signature.parameters)
    for option in options:
        if option not in valid:
            raise UsageError(
                f"{name}() has no option {option!r}", hint=wording_of()(nearest(option, valid))
            )
    try:
        signature.bind(*args, **options)
    except TypeError as error:
        raise UsageError(f"{name}(): {error}", hint=f"help(probe.{name}) lists them") from None


def _signature(
    request: Callable[..., object], function: Callable[..., object]
) -> inspect.Signature:
    """The options with their types, without what else is declared of them."""
    hints = get_type_hints(request)
    signature = inspect.signature(request)
    parameters = [
        parameter.replace(annotation=hints[parameter.name])
        for parameter in signature.parameters.values()
    ]
    returned = inspect.signature(function).return_annotation
    return signature.replace(parameters=parameters, return_annotation=returned)

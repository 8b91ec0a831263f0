"""Names of networks, modules and parameters, chosen by patterns as a recipe writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from probe.errors import UsageError
from probe.wording import Message, nearest, refusal


def is_chosen(name: str, patterns: Iterable[str]) -> bool:
    """Whether a dotted name is one of the patterns, lies below one, or fits one.

    `generator` chooses the network and all that is in it, `generator.decoder` a part of it, and
    `*.bias` every bias (`*` stands for any characters, dots included).
    """
    return any(
        name == pattern or name.startswith(f"{pattern}.") or fnmatchcase(name, pattern)
        for pattern in patterns
    )


def check_patterns(
    patterns: Sequence[str], names: Iterable[str], setting: str, place: object
) -> None:
    """Refuse a pattern that chooses nothing: a slip of the pen would silently train all of it.

    Args:
        patterns: as the recipe writes them.
        names: dotted names of every network, module, parameter and buffer.
        setting: name of the setting, for the message.
        place: where the recipe is.

    Raises:
        UsageError: a pattern chooses nothing; the message names the nearest network.
    """
    everything = list(names)
    for pattern in patterns:
        if not any(is_chosen(name, (pattern,)) for name in everything):
            networks = {name.partition(".")[0] for name in everything}
            raise refusal(
                UsageError,
                Message("train-nothing-named", {"setting": setting, "pattern": repr(pattern)}),
                place=place,
                hint=nearest(pattern, networks),
            )

"""Names that a run is asked for: one that it does not have is refused, and the nearest is named."""

from __future__ import annotations

from collections.abc import Iterable

from probe.errors import UsageError
from probe.runs.manifest import Manifest
from probe.wording import Message, nearest, refusal


def check_name(noun: Message | str, name: object, valid: Iterable[str]) -> None:
    """Refuse a name that is not among those of a run.

    Args:
        noun: what it should be the name of: `backbone`, `figure`, `kind`, `protocol`, `variant`; or
            a message.
        name: what was given.
        valid: the names there are.

    Raises:
        UsageError: the hint names the nearest, or lists them.
    """
    names = list(valid)
    if name not in names:
        called = Message("run-noun", {"noun": noun}) if isinstance(noun, str) else noun
        raise refusal(
            UsageError,
            Message("run-no-name", {"noun": called, "name": repr(name)}),
            hint=nearest(name, names),
        )


def check_names(manifest: Manifest, **names: object) -> None:
    """Refuse names that are not in a run.

    Args:
        manifest: of the run.
        names: `backbone`, `protocol` or `variant`, each with the name that was given.

    Raises:
        UsageError: the hint names the nearest, or lists them.
    """
    valid = {
        "backbone": [entry.name for entry in manifest.backbones],
        "protocol": [entry.name for entry in manifest.protocols],
        "variant": list(manifest.variants),
    }
    for kind, name in names.items():
        check_name(kind, name, valid[kind])

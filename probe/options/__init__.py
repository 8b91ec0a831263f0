"""Options, declared once: they serve the command line, the Python API, the manifest and the docs.

An option is a field of a frozen dataclass, annotated with an `Option`:

    subjects: Annotated[int | None, Option(Message("help-run-subjects"), metavar="N")] = None

From that field come the argument `--subjects N` (`probe.cli.arguments`), the keyword `subjects=` of
`probe.run` with its type (`takes`), the entry of the manifest (`manifest_options`), what decides
`--resume` (`deciding_values`) and the row of `docs/options.md` (`probe.options.documented`).
"""

from probe.options.calls import takes
from probe.options.checking import check_arguments, check_options
from probe.options.cluster import ClusterOptions
from probe.options.declared import (
    Declared,
    Option,
    as_tuple,
    deciding_values,
    manifest_options,
    options_of,
)
from probe.options.machine import MachineOptions

__all__ = [
    "ClusterOptions",
    "Declared",
    "MachineOptions",
    "Option",
    "as_tuple",
    "check_arguments",
    "check_options",
    "deciding_values",
    "manifest_options",
    "options_of",
    "takes",
]

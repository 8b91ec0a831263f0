"""How help is laid out: in the language that is spoken, by the columns that its letters take."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from probe.wording import wording_of
from probe.wording.columns import columns, wrapped


class HelpText(argparse.HelpFormatter):
    """Argparse's layout, with lines broken where the script breaks them."""

    def _format_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None,
    ) -> str:
        if prefix is not None:  # a part of it, for the name of a command
            return super()._format_usage(usage, actions, groups, prefix)
        heading = wording_of().text("help-usage") + " "
        blank = " " * columns(heading)  # argparse indents further lines by letters, not by columns
        laid_out = super()._format_usage(usage, actions, groups, blank)
        return heading + laid_out.removeprefix(blank)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))

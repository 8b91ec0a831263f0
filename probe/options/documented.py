"""Options as text: the part of a docstring, and the tables of `docs/options.md`."""

from __future__ import annotations

import importlib
import textwrap
from typing import Any

from probe.options.declared import Declared, options_of

COMMANDS = {
    "`probe run`, `probe.run`": "probe.study.request:StudyRequest",
    "`probe evaluate`, `probe.evaluate`": "probe.retrieval.request:EvaluationRequest",
    "`probe train`": "probe.backbones._training.request:TrainingRequest",
}
"""Heading -> the dataclass that declares its options; named, not imported: it lies above."""

PAGE_HEAD = """# Options

Written by `python tools/options.py` from the declarations; change those, not this page. An option
is declared once, as a field of the request of its command, and serves the command line, Python, the
manifest of a run and this page. "Decides figures" says whether a run with another value is another
run (for `--resume` too); "by content" means that what the option names is digested, not its name.
"""

DECIDES = {"value": "yes", "content": "by content", "nothing": "no"}


def docstring_options(request: type) -> str:
    """The options of a request, one entry each, as they stand in a docstring below `Args:`."""
    lines = []
    for declared in options_of(request):
        text = f"{declared.name}: {declared.option.help}{_default_text(declared)}."
        lines.append(textwrap.fill(text, 100, initial_indent=" " * 8, subsequent_indent=" " * 12))
    return "\n".join(lines).strip()


def markdown_table(request: type) -> str:
    """The options of a request as a table in Markdown, without its heading."""
    rows = [
        "| command line | Python | default | what it does | decides figures |",
        "|---|---|---|---|---|",
    ]
    for declared in options_of(request):
        shown = " ".join(part for part in (declared.flag, declared.option.metavar) if part)
        cells = (
            f"`{shown}`",
            f"`{declared.name}`",
            "" if declared.required else f"`{printed_default(declared.default)}`",
            declared.option.help,
            DECIDES[declared.option.decides],
        )
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows)


def options_page() -> str:
    """The text of `docs/options.md`."""
    parts = [PAGE_HEAD]
    for command, place in COMMANDS.items():
        module, _, name = place.partition(":")
        request = getattr(importlib.import_module(module), name)
        parts.append(f"## {command}\n\n{markdown_table(request)}\n")
    return "\n".join(parts)


def printed_default(default: Any) -> str:
    """A default as it is written on the command line."""
    if isinstance(default, tuple):
        return ",".join(str(entry) for entry in default) or "none"
    return "none" if default is None else str(default)


def _default_text(declared: Declared) -> str:
    plain = declared.required or declared.default in (None, (), False)
    return "" if plain else f" (default {printed_default(declared.default)})"

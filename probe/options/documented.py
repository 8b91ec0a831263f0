"""Options as text: the part of a docstring, and the tables of `docs/options.md`."""

from __future__ import annotations

import importlib
import textwrap
from collections.abc import Callable, Collection

from probe.options.declared import Declared, options_of
from probe.wording import Message, wording_of

COMMANDS = {
    "`probe run`, `probe.run`": "probe.study.request:StudyRequest",
    "`probe init`": "probe.cli.init:ProposalRequest",
    "`probe validate`": "probe.cli.validate:ValidationRequest",
    "`probe images`": "probe.cli.images:ImagesRequest",
    "`probe doctor`": "probe.cli.doctor:DoctorRequest",
    "`probe backbones`": "probe.cli.backbones:CardRequest",
    "`probe compare`": "probe.cli.compare:ComparisonRequest",
    "`probe advise`": "probe.cli.advise:AdviceRequest",
    "`probe verify`": "probe.cli.verify:VerificationRequest",
    "`probe evaluate`, `probe.evaluate`": "probe.retrieval.request:EvaluationRequest",
    "`probe train`": "probe.backbones._training.request:TrainingRequest",
    "`probe generate`": "probe.cli.generate:DrawingRequest",
    "`probe crop`": "probe.cli.crop:CropRequest",
    "`probe match`": "probe.matching.request:MatchRequest",
    "`probe scenes`": "probe.cli.scenes:DataSetRequest",
    "`probe plan`": "probe.cli.plan:PlanRequest",
    "`probe report`": "probe.cli.report:ReportRequest",
    "`probe export`": "probe.cli.export:ExportRequest",
    "`probe cache`": "probe.cli.cache:CacheRequest",
}
"""Heading -> the dataclass that declares its options; named, not imported: it lies above. A module
names in `OPTIONS` those that its command has, where it inherits more.
"""

PAGE_HEAD = """# Options

Written by `python tools/options.py` from the declarations; change those, not this page. An option
is declared once, as a field of the request of its command, and serves the command line, Python
(where `probe.run` and `probe.evaluate` have it), the manifest of a run and this page. "Decides
figures" says whether a run with another value is another run (for `--resume` too); "by content"
means that what the option names is digested, not its name.

Beside these, `probe run --no-report` stores the run only, and run, backbones, compare, advise,
evaluate, train, generate, match, plan and export have `--json`, which prints the result for
machines. Every command has `--language CODE` (en, ja, zh), also before it: without it
`PROBE_LANGUAGE` says which, then the locale.
"""

DECIDES = {"value": "yes", "content": "by content", "nothing": "no"}


def docstring_options(request: type) -> str:
    """The options of a request, one entry each, as they stand in a docstring below `Args:`."""
    lines = []
    for declared in options_of(request):
        text = f"{declared.name}: {in_english(declared.option.help)}{_default_text(declared)}."
        lines.append(textwrap.fill(text, 100, initial_indent=" " * 8, subsequent_indent=" " * 12))
    return "\n".join(lines).strip()


def markdown_table(request: type, only: Collection[str] = (), *, in_python: bool = True) -> str:
    """The options of a request as a table in Markdown, without its heading.

    Args:
        request: the dataclass that declares them.
        only: names of the options to list, in order; empty for all.
        in_python: whether a function of the API has them, and they decide a run.
    """
    options = {option.name: option for option in options_of(request)}
    listed = [options[name] for name in only or options]
    columns: dict[str, Callable[[Declared], str]] = {"command line": _shown_flag}
    if in_python:
        columns["Python"] = lambda option: f"`{option.name}`"
    columns["default"] = _shown_default
    columns["what it does"] = lambda option: in_english(option.on_command_line)
    if in_python:
        columns["decides figures"] = lambda option: DECIDES[option.option.decides]
    rows = [list(columns), ["---"] * len(columns)]
    rows += [[text(option) for text in columns.values()] for option in listed]
    return "\n".join("| " + " | ".join(_cell(text) for text in row) + " |" for row in rows)


def options_page() -> str:
    """The text of `docs/options.md`."""
    parts = [PAGE_HEAD]
    for command, place in COMMANDS.items():
        module_name, _, name = place.partition(":")
        module = importlib.import_module(module_name)
        only = getattr(module, "OPTIONS", ())
        table = markdown_table(getattr(module, name), only, in_python="probe." in command)
        parts.append(f"## {command}\n\n{table}\n")
    return "\n".join(parts)


def in_english(text: Message) -> str:
    """The words of documentation, whatever language is spoken."""
    return wording_of("en")(text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _shown_flag(declared: Declared) -> str:
    """The flag with what stands for its value: its metavar, or its choices."""
    option = declared.option
    metavar = option.metavar or "|".join(map(str, declared.choices))
    valueless = isinstance(declared.default, bool) or option.constant or declared.positional
    return f"`{declared.flag}`" if valueless or not metavar else f"`{declared.flag} {metavar}`"


def _shown_default(declared: Declared) -> str:
    """What holds where the option is not given; a flag without a value is then not given."""
    if declared.required:
        return ""
    if isinstance(declared.default, bool):
        return "not given"
    return f"`{printed_default(declared.default)}`"


def printed_default(default: object) -> str:
    """A default as it is written on the command line."""
    if isinstance(default, tuple):
        return ",".join(str(entry) for entry in default) or "none"
    return "none" if default in (None, "") else str(default)


def _default_text(declared: Declared) -> str:
    plain = declared.required or declared.default in (None, (), False)
    return "" if plain else f" (default {printed_default(declared.default)})"

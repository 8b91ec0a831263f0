"""Writes docs/api.md, the names of `import probe`, from their docstrings: python tools/api.py."""

from __future__ import annotations

import inspect
import re
import textwrap
from pathlib import Path
from typing import Any

import probe
from probe.errors import ProbeError

PAGE = Path(__file__).parents[1] / "docs" / "api.md"

HEAD = """# Python

Written by `python tools/api.py` from the docstrings; change those, not this page. These are all
names of `import probe`. What is not here may change in any version.

Importing `probe` loads nothing heavy. Examples are run as tests.
"""

CHAPTERS = {
    "Running and reading": ("run", "open_run", "StudyRun", "evaluate", "wrap"),
    "What a model offers": (
        "Backbone",
        "PairScorer",
        "BackboneCard",
        "BackboneSpec",
        "VectorPart",
        "Runtime",
        "WrappedModel",
        "Masker",
    ),
}
"""Heading -> the names below it; errors have a chapter of their own."""

SECTION = re.compile(r"(Args|Options|Attributes|Returns|Raises|Example|Yields):$")


def api_page() -> str:
    """The text of `docs/api.md`."""
    parts = [HEAD]
    for heading, names in CHAPTERS.items():
        parts.append(f"## {heading}\n")
        parts += [entry(name, getattr(probe, name)) for name in names]
    parts.append("## Errors\n\nAll are a `ProbeError`; catch that one, or one of its kinds.\n")
    parts += [f"- `{name}`: {first_line(error)}" for name, error in errors().items()]
    return "\n".join(parts).rstrip() + "\n"


def errors() -> dict[str, type[ProbeError]]:
    """Name -> class of every error that may be caught, `ProbeError` first."""
    found = {name: getattr(probe, name) for name in probe.__all__ if name.endswith("Error")}
    return {"ProbeError": found.pop("ProbeError"), **found}


def entry(name: str, value: Any) -> str:
    """A name with its signature and docstring; of a class its public members, too."""
    prefix = "class " if inspect.isclass(value) else ""
    text = f"### {name}\n\n```text\n{prefix}{name}{signature(value)}\n```\n\n{document(value)}\n"
    if inspect.isclass(value):
        for member, what in members(value).items():
            shown = "" if isinstance(what, property) else signature(what, within=True)
            text += f"\n#### {name}.{member}{'' if shown == '' else '()'}\n"
            text += f"\n```text\n{member}{shown}\n```\n" if shown else ""
            text += f"\n{document(what)}\n"
    return text


def members(value: type) -> dict[str, Any]:
    """Public methods and properties with a docstring, those of our own bases included."""
    found: dict[str, Any] = {}
    for base in reversed(value.__mro__):
        if not base.__module__.startswith("probe"):
            continue
        for name, what in vars(base).items():
            plain = what.__func__ if isinstance(what, (classmethod, staticmethod)) else what
            if name.startswith("_") or not (inspect.isfunction(plain) or is_property(plain)):
                continue
            if (plain.__doc__ or "").strip():
                found[name] = plain
    return dict(sorted(found.items()))


def is_property(value: Any) -> bool:
    """Whether it is a property, cached or not."""
    return isinstance(value, property) or type(value).__name__ == "cached_property"


def signature(value: Any, *, within: bool = False) -> str:
    """The call as text, without modules in front of types and, of a method, without `self`."""
    if is_property(value):
        return ""
    try:
        told = inspect.signature(value)
    except (TypeError, ValueError):
        return ""
    parameters = list(told.parameters.values())
    if within and parameters and parameters[0].name in ("self", "cls"):
        parameters = parameters[1:]
    plain = [one.replace(annotation=inspect.Parameter.empty) for one in parameters]
    text = str(told.replace(parameters=plain, return_annotation=inspect.Signature.empty))
    return re.sub(r"<factory>|<[^>]*object at 0x[0-9a-f]+>", "...", text)


def document(value: Any) -> str:
    """A docstring in Google's form as Markdown."""
    lines = inspect.cleandoc(value.__doc__ or "").splitlines()
    blocks: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        if begin := SECTION.fullmatch(line):
            blocks.append((begin[1], []))
        else:
            blocks[-1][1].append(line)
    return "\n\n".join(text for text in (block(*each) for each in blocks) if text)


def block(heading: str, lines: list[str]) -> str:
    """One part of a docstring."""
    text = textwrap.dedent("\n".join(lines)).strip("\n ")
    if not heading:
        return indented_code(text)
    if heading == "Example":
        return f"```pycon\n{text}\n```"
    if heading in ("Args", "Options", "Attributes", "Raises"):
        return f"**{heading}**\n\n" + items(text)
    return f"**{heading}**\n\n{text}"


def indented_code(text: str) -> str:
    """Text whose indented lines become a block of code with a name, as elsewhere in the pages."""
    pieces = re.split(r"(?m)^((?: {4}.*\n?)+)", text + "\n")
    return "".join(
        f"```text\n{textwrap.dedent(piece).strip()}\n```\n" if piece.startswith("    ") else piece
        for piece in pieces
    ).strip()


def items(text: str) -> str:
    """`name: what it is` as a list; lines that go on are joined."""
    found: list[str] = []
    for line in text.splitlines():
        if begin := re.match(r"(\w+): (.*)", line):
            found.append(f"- `{begin[1]}`: {begin[2]}")
        elif found and line.strip():
            found[-1] += " " + line.strip()
        elif line.strip():
            found.append(line.strip())
    return "\n".join(found)


def first_line(value: Any) -> str:
    """The first sentence of a docstring."""
    return inspect.cleandoc(value.__doc__ or "").partition("\n\n")[0].replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(api_page(), "utf-8")
    print(f"written {PAGE}")

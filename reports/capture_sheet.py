"""The capture sheet: a tick box for every picture a photographer has to take, and where it goes."""

from __future__ import annotations

import itertools
import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path

from probe.errors import UsageError
from probe.files.atomic import write_bytes
from probe.protocol.model import Condition, Protocol
from probe.reports.fonts import families, font_folders
from probe.reports.section import Json, plain
from probe.wording import Message, Wording, refusal, wording_of

WORDS = {
    "person": "sheet-person",
    "pictures": "sheet-pictures",
    "save-as": "sheet-save-as",
    "date": "sheet-date",
    "place": "sheet-place",
    "consent": "sheet-consent",
}
"""Fixed words of the sheet, with their messages."""

_FIELD = re.compile(r"\{(\w+)\}")

TAKE = "{take}"
"""Where the number of a picture stands in a pattern."""

MOST_PEOPLE = 500
"""A longer sheet is no help to anybody (ours: more than a day of photographing)."""


def write_sheet(
    protocol: Protocol, people: int, takes: int, out: Path, language: str = "en"
) -> None:
    """Print the sheet as PDF: a block a person, one row a condition, one box a picture.

    Conditions that transforms make are not photographed, and have no row.

    Args:
        protocol: what is photographed; its `photos.pattern` says where pictures go.
        people: how many; as many stand on a page as fit whole.
        takes: boxes a row.
        out: the PDF.
        language: of everything printed.

    Raises:
        UsageError: more people than can be printed, no words in this language, or more pictures
            of a condition than the pattern has names for.
    """
    import typst

    if not 1 <= people <= MOST_PEOPLE:
        raise refusal(
            UsageError,
            Message("drawn-too-many-people", {"people": people, "most": MOST_PEOPLE}),
            hint=Message("drawn-too-many-people-step"),
        )
    with tempfile.TemporaryDirectory(prefix="probe-sheet-") as folder:
        root = Path(folder)
        data = sheet_data(protocol, people, takes, language)
        (root / "sheet.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        template = resources.files("probe.reports") / "templates" / "capture_sheet.typ"
        (root / "sheet.typ").write_text(template.read_text("utf-8"), "utf-8")
        pdf = typst.compile(root / "sheet.typ", root=root, font_paths=font_folders(), timestamp=0)
    write_bytes(out, bytes(pdf))


def sheet_data(protocol: Protocol, people: int, takes: int, language: str) -> dict[str, Json]:
    """What the sheet prints."""
    words = wording_of(language)
    standard = protocol.label(protocol.standard, language)
    width = max(2, len(str(people)))
    places = [_places(protocol, condition, takes) for condition in protocol.taken]
    numbered = TAKE in _pattern(protocol)
    return {
        "words": {name: words.text(key) for name, key in WORDS.items()},
        "fonts": plain(families(language)),
        "title": protocol.title.language(language),
        "question": protocol.question.language(language),
        "takes": takes,
        "people": [
            _person(f"{number:0{width}d}", standard, numbered, words)
            for number in range(1, people + 1)
        ],
        "rows": [
            {
                "label": protocol.label(condition, language),
                "standard": condition == protocol.standard,
                "where": ", ".join(where),
            }
            for condition, where in zip(protocol.taken, places, strict=True)
        ],
    }


def _person(number: str, standard: str, numbered: bool, words: Wording) -> dict[str, Json]:
    """The person's number, and what to do."""
    values = {"standard": standard, "person": number, "numbered": "yes" if numbered else None}
    return {"id": number, "instruction": words.text("sheet-instruction", **values)}


def _places(protocol: Protocol, condition: Condition, takes: int) -> tuple[str, ...]:
    """The paths of a condition's pictures: one where a part of it stays open, else one a picture.

    Levels stand as files name them (`photos.values` of the protocol).

    Raises:
        UsageError: the pattern has no place for a number, and not so many names for the level.
    """
    pattern = _pattern(protocol)
    fields = {f.name: k for f, k in zip(protocol.factors, condition.levels, strict=True)}
    fields |= {"level": condition.level, "series": condition.series}
    if protocol.series:
        fields[protocol.series.name] = condition.series
    values = protocol.photos.values if protocol.photos else {}
    named = set(_FIELD.findall(pattern))
    used = [name for name in fields if name in named]
    written = [_names_in_files(fields[name], values.get(name, {})) for name in used]
    several = [dict(zip(used, names, strict=True)) for names in itertools.product(*written)]
    places = tuple(dict.fromkeys(_filled(pattern, names) for names in several))
    if named - {*used, "subject"}:
        return places[:1]
    if len(places) < takes:
        counts = {"takes": takes, "names": len(places)}
        raise refusal(
            UsageError,
            Message("drawn-one-name", {"pattern": repr(pattern), "place": places[0], **counts}),
            place=protocol.name,
            hint=Message("drawn-one-name-step"),
        )
    return places[:takes]


def _names_in_files(level: str, values: Mapping[str, object]) -> Sequence[str]:
    """How files name a level, the shortest first: by itself too where the others only number it."""
    tokens = [token for token, meant in values.items() if meant is not None and str(meant) == level]
    numbered = any(token.startswith(level) for token in tokens)
    own = [level] if level not in values and (numbered or not tokens) else []
    return sorted([*own, *tokens] or [level], key=len)


def _filled(pattern: str, fields: Mapping[str, str]) -> str:
    """The path of a picture with what is known of it filled in; ID and N stay open.

    `*`, which takes anything, stands for nothing where something is beside it.
    """
    fields = {**fields, "subject": "ID", "take": "N"}
    path = _FIELD.sub(lambda f: fields.get(f.group(1), f.group(1).upper()), pattern)
    path = path.removesuffix(".*") + ".jpg" if path.endswith(".*") else path
    return "/".join(_name_in_sheet(part) for part in path.split("/"))


def _pattern(protocol: Protocol) -> str:
    """The pattern that pictures are saved by, with a number where only `*` has a place for one."""
    pattern = protocol.photos.pattern if protocol.photos else _pattern_of(protocol)
    decided = {"subject", "level", "series", *(axis.name for axis in protocol.axes)}
    if set(_FIELD.findall(pattern)) - decided:
        return pattern
    body, ending = (pattern[:-2], ".*") if pattern.endswith(".*") else (pattern, "")
    before, star, after = body.rpartition("*")
    between = "_" if before and before[-1] not in "/_-. " else ""
    return f"{before}{between}{TAKE}{after}{ending}" if star else pattern


def _pattern_of(protocol: Protocol) -> str:
    """Where pictures go that a protocol of rendered people has no place for."""
    series = "{series}/" if protocol.series and protocol.series not in protocol.made else ""
    level = "" if all(factor in protocol.made for factor in protocol.factors) else "{level}/"
    return f"{{subject}}/{series}{level}{{take}}.jpg"


def _name_in_sheet(part: str) -> str:
    """A folder or file name without `*`; `N` where nothing else would be left."""
    stem, dot, ending = part.rpartition(".")
    name = (stem if dot else part).replace("*", "")
    return f"{name or 'N'}{dot}{ending.replace('*', '') or 'jpg'}" if dot else name or "N"

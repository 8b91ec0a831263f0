"""The capture sheet: a tick box for every picture a photographer has to take, and where it goes."""

from __future__ import annotations

import json
import re
import tempfile
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
        UsageError: more people than can be printed, or no words in this language.
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
    return {
        "words": {name: words.text(key) for name, key in WORDS.items()},
        "fonts": plain(families(language)),
        "title": protocol.title.language(language),
        "question": protocol.question.language(language),
        "takes": takes,
        "people": [
            _person(f"{number:0{width}d}", standard, words) for number in range(1, people + 1)
        ],
        "rows": [
            {
                "label": protocol.label(condition, language),
                "standard": condition == protocol.standard,
                "where": _where(protocol, condition),
            }
            for condition in protocol.taken
        ],
    }


def _person(number: str, standard: str, words: Wording) -> dict[str, Json]:
    """The person's number, and what to do."""
    instruction = words.text("sheet-instruction", standard=standard, person=number)
    return {"id": number, "instruction": instruction}


def _where(protocol: Protocol, condition: Condition) -> str:
    """The path of a picture, with what is known of the condition filled in; ID and N stay open.

    Levels stand as files name them (`photos.values` of the protocol); `*`, which takes anything,
    stands for nothing where something is beside it.
    """
    photos = protocol.photos
    pattern = photos.pattern if photos else _pattern_of(protocol)
    fields = {f.name: k for f, k in zip(protocol.factors, condition.levels, strict=True)}
    fields |= {"level": condition.level, "series": condition.series, "subject": "ID", "take": "N"}
    if protocol.series:
        fields[protocol.series.name] = condition.series
    for name, tokens in (photos.values if photos else {}).items():
        in_files = {str(level): token for token, level in tokens.items()}
        if name in fields:
            fields[name] = in_files.get(fields[name], fields[name])
    path = re.sub(r"\{(\w+)\}", lambda f: fields.get(f.group(1), f.group(1).upper()), pattern)
    path = path.removesuffix(".*") + ".jpg" if path.endswith(".*") else path
    return "/".join(_name_in_sheet(part) for part in path.split("/"))


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

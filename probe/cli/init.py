"""`probe init`: look at a folder of photographs and propose a protocol."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from probe.files.places import is_folder, is_there
from probe.options import Option
from probe.options.paths import check_file, check_folder_or_address, check_new_file
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.pictures.naming.readings import Reading
    from probe.pictures.proposal import Proposal


@dataclass(frozen=True)
class ProposalRequest:
    """What `probe init` is asked for."""

    photos: Annotated[
        str | Path, Option(Message("help-init-photos"), check=check_folder_or_address)
    ]
    out: Annotated[Path | None, Option(Message("help-init-out"), "FILE", check=check_new_file)] = (
        None
    )
    choose: Annotated[int | None, Option(Message("help-init-choose"), "N", least=1)] = None
    words: Annotated[Path | None, Option(Message("help-init-words"), "FILE", check=check_file)] = (
        None
    )
    force: Annotated[bool, Option(Message("help-force"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe init`."""
    from probe.cli.arguments import add_options

    add_options(parser, ProposalRequest)


def call(args: argparse.Namespace) -> int:
    """Write the proposal and say what to check."""
    from probe.cli.arguments import request_from
    from probe.cli.result_lines import typed
    from probe.contracts.reporter import Console
    from probe.errors import PictureSourceError, UsageError
    from probe.files.atomic import write_text
    from probe.pictures.naming.words import known_words
    from probe.pictures.photo_folder import look_into
    from probe.pictures.proposal import as_yaml, propose
    from probe.stores import local_folder
    from probe.wording import wording_of

    asked = request_from(ProposalRequest, args)
    name = _protocol_name(Path(asked.photos))
    out = asked.out or Path(f"{name}.yaml")
    if is_folder(out):
        raise refusal(
            UsageError,
            Message("command-out-is-folder"),
            place=out,
            hint=Message("command-out-new-file"),
        )
    if is_there(out) and not asked.force:
        raise refusal(UsageError, Message("path-is-there"), place=out, hint=Message("step-force"))
    words = known_words() if asked.words is None else known_words().with_words(asked.words)
    try:
        folder = local_folder(asked.photos, Console())
        proposal = propose(look_into(folder), words)
    except PictureSourceError as error:
        error.place = error.place or str(asked.photos)
        raise
    reading = _chosen(proposal, asked)
    text = as_yaml(reading, name, proposal.files, folder.resolve().name, proposal.boxes)
    write_text(out, text)
    print(text, end="")
    say = wording_of()
    fit = {"matched": reading.matched, "files": proposal.files}
    print("\n" + say.text("cli-init-fit", **fit, fields=_fields(reading)))
    if proposal.unread:
        count, first = len(proposal.unread), proposal.unread[0]
        print(say.text("cli-init-unread", count=count, first=first))
    print(say.text("cli-init-written", file=typed(out), photos=typed(asked.photos)))
    return 0


def _protocol_name(photos: Path) -> str:
    """A name for the protocol, from the folder's in small letters: `straße` is `strasse`."""
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", photos.resolve().name.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    name = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    return name if name[:1].isalpha() else f"photos-{name}".strip("-")


def _chosen(proposal: Proposal, asked: ProposalRequest) -> Reading:
    """The only reading, the one that was asked for, or the one that is answered on a terminal.

    Raises:
        UsageError: there are several, and nobody says which; or not so many.
    """
    import sys

    from probe.errors import UsageError
    from probe.wording import wording_of

    count = len(proposal.readings)
    number = asked.choose
    if number is None and proposal.asks:
        for line in _listed(proposal):
            print(line)
        if sys.stdin.isatty():
            number = _answered(wording_of().text("cli-init-which", most=count))
    if number is None and proposal.asks:
        raise refusal(
            UsageError,
            Message("command-several-readings", {"count": count}),
            place=asked.photos,
            hint=_step(proposal),
        )
    if number is not None and not 1 <= number <= count:
        raise refusal(
            UsageError,
            Message("command-no-reading", {"number": number, "count": count}),
            place=asked.photos,
            hint=Message("command-no-reading-step"),
        )
    return proposal.readings[(number or 1) - 1]


def _step(proposal: Proposal) -> Message:
    """What to do where several readings are possible, or where names may be those of people."""
    if any("subject" in reading.counts for reading in proposal.readings):
        return Message("command-several-readings-step")
    return Message("command-nobody-named-step")


def _answered(question: str) -> int | None:
    """The number that is typed; 0 for anything else, None where the terminal is closed."""
    try:
        answer = input(question).strip()
    except EOFError:
        print()
        return None
    return int(answer) if answer.isdecimal() else 0


def _listed(proposal: Proposal) -> list[str]:
    """Every reading with its counts and one picture."""
    from probe.wording import wording_of

    lines: list[str] = []
    words = wording_of()
    for number, reading in enumerate(proposal.readings, start=1):
        path, values = reading.example
        shown = tuple(
            Message("cli-init-reading-field", {"field": field, "value": value})
            for field, value in values.items()
        )
        fit = {"matched": reading.matched, "files": proposal.files}
        lines += [
            words.text("cli-init-reading", number=number, pattern=reading.pattern),
            "    " + words.text("cli-init-fit", **fit, fields=_fields(reading)),
            "    " + words.text("cli-init-reading-example", example=path, shown=shown),
        ]
    return lines


def _fields(reading: Reading) -> tuple[Message, ...]:
    return tuple(
        Message("cli-init-field", {"field": field, "count": count})
        for field, count in reading.counts.items()
    )

"""`probe init`: look at a folder of photographs and propose a protocol."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.files.places import is_folder, is_there
from probe.options import Option
from probe.options.paths import check_folder, check_new_file


@dataclass(frozen=True)
class ProposalRequest:
    """What `probe init` is asked for."""

    photos: Annotated[Path, Option("a folder of photographs", check=check_folder)]
    out: Annotated[
        Path | None,
        Option("where to write it (default FOLDER-NAME.yaml here)", "FILE", check=check_new_file),
    ] = None
    force: Annotated[bool, Option("replace a file that is there")] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe init`."""
    from probe.cli.arguments import add_options

    add_options(parser, ProposalRequest)


def call(args: argparse.Namespace) -> int:
    """Write the proposal and say what to check."""
    import re

    from probe.cli.arguments import request_from
    from probe.errors import PictureSourceError, UsageError
    from probe.files.atomic import write_text
    from probe.pictures.photo_folder import look_into
    from probe.pictures.proposal import as_yaml, propose
    from probe.wording import Message, wording_of

    asked = request_from(ProposalRequest, args)
    try:
        proposal = propose(look_into(asked.photos))
    except PictureSourceError as error:
        error.place = error.place or str(asked.photos)
        raise
    name = re.sub(r"[^a-z0-9]+", "-", asked.photos.resolve().name.lower()).strip("-")
    name = name if name[:1].isalpha() else f"photos-{name}".strip("-")
    out = asked.out or Path(f"{name}.yaml")
    if is_folder(out):
        raise UsageError("this is a folder", place=out, hint="give --out the name of a new file")
    if is_there(out) and not asked.force:
        raise UsageError("this file is there already", place=out, hint="--force replaces it")
    text = as_yaml(proposal, name)
    write_text(out, text)
    print(text, end="")
    fields = tuple(
        Message("cli-init-field", {"field": field, "count": count})
        for field, count in proposal.fields.items()
    )
    words = wording_of()
    fit = {"matched": proposal.matched, "files": proposal.files}
    print("\n" + words.text("cli-init-fit", **fit, fields=fields))
    if proposal.unread:
        count, first = len(proposal.unread), proposal.unread[0]
        print(words.text("cli-init-unread", count=count, first=first))
    print(words.text("cli-init-written", file=str(out), photos=str(asked.photos)))
    return 0

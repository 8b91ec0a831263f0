"""`probe init`: look at a folder of photographs and propose a protocol."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe init`."""
    parser.add_argument("photos", type=Path, help="a folder of photographs")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="where to write it (default FOLDER-NAME.yaml here)"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def call(args: argparse.Namespace) -> int:
    """Write the proposal and say what to check."""
    import re

    from probe.errors import PictureSourceError, UsageError
    from probe.files.atomic import write_text
    from probe.pictures.photo_placing import list_files
    from probe.pictures.proposal import as_yaml, propose
    from probe.wording import Message, wording_of

    try:
        proposal = propose(list_files(args.photos))
    except PictureSourceError as error:
        error.place = error.place or str(args.photos)
        raise
    name = re.sub(r"[^a-z0-9]+", "-", args.photos.resolve().name.lower()).strip("-")
    name = name if name[:1].isalpha() else f"photos-{name}".strip("-")
    out = args.out or Path(f"{name}.yaml")
    if out.is_dir():
        raise UsageError("this is a folder", place=out, hint="give --out the name of a new file")
    if out.exists() and not args.force:
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
    print(words.text("cli-init-written", file=str(out), photos=str(args.photos)))
    return 0

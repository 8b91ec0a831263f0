"""`probe images`: the pictures of a protocol, counted and on a contact sheet."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.options import Option
from probe.options.paths import check_new_file, check_replacing
from probe.study.request import StudyRequest
from probe.wording import Message

OPTIONS = ("protocol", "photos", "subjects", "workers", "cache", "sheet", "force")


@dataclass(frozen=True)
class ImagesRequest(StudyRequest):
    """What `probe images` is asked for: `OPTIONS`, and of what it inherits no other."""

    protocol: Annotated[str, Option(Message("help-plan-protocol"))]
    sheet: Annotated[
        Path | None, Option(Message("help-images-out"), "FILE", flag="--out", check=check_new_file)
    ] = None
    force: Annotated[bool, Option(Message("help-force"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe images`."""
    from probe.cli.arguments import add_options

    add_options(parser, ImagesRequest, OPTIONS)


def call(args: argparse.Namespace) -> int:
    """Print the counts and write the contact sheet."""
    from probe.cli.arguments import request_from
    from probe.contracts.reporter import Console
    from probe.files.atomic import replacing
    from probe.files.own_files import check_others_kept
    from probe.pictures.contact_sheet import contact_sheet, maker, sheet_labels
    from probe.pictures.sheet_font import font_file
    from probe.protocol.finding import find_protocol, load_protocol
    from probe.wording import wording_of
    from probe.wording.columns import left

    words = wording_of()
    request = request_from(ImagesRequest, args)
    if request.sheet is not None:
        check_replacing(request.sheet, request.force)
    protocol = load_protocol(find_protocol(request.protocol))
    out = request.sheet or Path(f"{protocol.name}-images.png")
    if request.sheet is None:
        check_others_kept([out], request.force)
    say = Console()
    images = request.picture_source.brought(say).acquire(protocol, say)
    for condition in protocol.conditions:
        here = [r for r in images.records if r.condition == condition.index]
        shown = [r for r in here if r.role == "subject"]
        people = len({r.subject for r in shown})
        strangers = len(here) - len(shown)
        counts = {"pictures": len(shown), "people": people, "strangers": strangers}
        standard = condition == protocol.standard
        line = words.text("cli-images-condition", **counts, standard=standard)
        print(f"{left(protocol.label(condition, words.language), 34)} {line}")
    for failure in images.failures:
        reason = words.stored(failure.reason)
        print(words.text("cli-images-failure", picture=failure.picture, reason=reason))
    with replacing(out) as temporary:
        contact_sheet(images).save(temporary, format="PNG", pnginfo=maker())
    if lacking := font_file("".join(sheet_labels(images)))[1]:
        print(words.text("cli-images-glyphs", characters=lacking))
    print(words.text("cli-written", file=str(out)))
    return 0

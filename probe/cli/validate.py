"""`probe validate`: check protocols, and that a photo folder serves them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from probe.options import Option
from probe.options.paths import check_folder_or_address
from probe.wording import Message

if TYPE_CHECKING:
    from probe.pictures.image_set import ImageSet


@dataclass(frozen=True)
class ValidationRequest:
    """What `probe validate` is asked for."""

    protocol: Annotated[Sequence[str], Option(Message("help-validate-protocol"), repeats=True)]
    photos: Annotated[
        Path | None, Option(Message("help-validate-photos"), "DIR", check=check_folder_or_address)
    ] = None
    verbose: Annotated[bool, Option(Message("help-validate-verbose"))] = False


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe validate`."""
    from probe.cli.arguments import add_options

    add_options(parser, ValidationRequest)


def call(args: argparse.Namespace) -> int:
    """Check every protocol; 0 when all are sound, 2 when any is not."""
    import sys

    from probe.cli.arguments import request_from
    from probe.contracts.reporter import Console
    from probe.errors import ProbeError
    from probe.protocol.finding import find_protocols
    from probe.stores import local_folder

    asked, bad = request_from(ValidationRequest, args), 0
    if asked.photos is not None:
        asked = replace(asked, photos=local_folder(asked.photos, Console()))
    for given in asked.protocol:
        try:
            files = find_protocols(given)
        except ProbeError as error:
            print(f"probe: {error}", file=sys.stderr)
            bad += 1
            continue
        for file in files:
            try:
                for line in _checked(file, asked):
                    print(line)
            except ProbeError as error:
                print(f"probe: {error}", file=sys.stderr)
                bad += 1
    return 2 if bad else 0


def _checked(file: Path, asked: ValidationRequest) -> list[str]:
    """What is said of a sound protocol: in a line, then what became of the photographs."""
    from probe.protocol.finding import load_protocol
    from probe.wording import wording_of

    words = wording_of()
    protocol = load_protocol(file)
    standard = protocol.standard.key
    parts = [
        words.text("cli-validate-sound", conditions=len(protocol.conditions), standard=standard)
    ]
    below: list[str] = []
    if protocol.scene is not None:
        from probe.pictures.rendered import SUBJECTS, scene_recipes

        scenes = len(set(scene_recipes(protocol, SUBJECTS)))
        if asked.photos is None:
            parts.append(words.text("cli-validate-scenes", scenes=scenes, people=SUBJECTS))
    else:
        from probe.pictures.transformed import check_made_differ

        check_made_differ(protocol)
    if asked.photos is not None:
        from probe.pictures.photographs import photo_set, unmatched_pictures

        images = photo_set(protocol, asked.photos)
        left = unmatched_pictures(protocol, asked.photos)
        photographs = {record.shot or record.image_id for record in images.records}
        counts = {"pictures": len(photographs), "people": len(images.subjects)}
        lost = len(images.failures)
        parts.append(
            words.text("cli-validate-photos", **counts, failures=lost, unmatched=len(left))
        )
        below = _not_used(images, left, verbose=asked.verbose)
    return [f"{file}: {words.text('parts-joined', parts=tuple(parts))}", *below]


def _not_used(images: ImageSet, left: Sequence[str], *, verbose: bool) -> list[str]:
    """Photographs that are not used, by reason, with the first of each or all; and notes."""
    from probe.wording import wording_of

    words = wording_of()
    reasons: dict[str, list[str]] = {}
    for failure in images.failures:
        reasons.setdefault(words.stored(failure.reason), []).append(failure.picture)
    lines: list[str] = []
    for reason, pictures in reasons.items():
        for first, count, more in _shown(pictures, verbose=verbose):
            given = {"reason": reason, "first": first}
            lines.append(words.text("cli-validate-reason", **given, count=count, more=more))
    if left:
        for first, count, more in _shown(left, verbose=verbose):
            lines.append(words.text("cli-validate-unmatched", first=first, count=count, more=more))
    notes = (note for note in images.notes if not _is_unmatched(note))
    lines += [words.text("cli-validate-note", note=words.either(note)) for note in notes]
    return [f"  {line}" for line in lines]


def _is_unmatched(note: Message | str) -> bool:
    """Whether a note says what stands in these lines already."""
    return not isinstance(note, str) and note.id == "note-ignored-pictures"


def _shown(pictures: Sequence[str], *, verbose: bool) -> list[tuple[str, int, int]]:
    """The first picture with the count and how many more; or each by itself."""
    if verbose:
        return [(picture, 1, 0) for picture in pictures]
    return [(pictures[0], len(pictures), len(pictures) - 1)]

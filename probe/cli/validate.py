"""`probe validate`: check protocols, and that a photo folder serves them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.options import Option
from probe.options.paths import check_folder


@dataclass(frozen=True)
class ValidationRequest:
    """What `probe validate` is asked for."""

    protocol: Annotated[
        Sequence[str], Option("protocol files, shipped names or folders", repeats=True)
    ]
    photos: Annotated[
        Path | None, Option("also read these photographs", "DIR", check=check_folder)
    ] = None


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe validate`."""
    from probe.cli.arguments import add_options

    add_options(parser, ValidationRequest)


def call(args: argparse.Namespace) -> int:
    """Check every protocol; 0 when all are sound, 2 when any is not."""
    import sys

    from probe.cli.arguments import request_from
    from probe.errors import ProbeError
    from probe.protocol.finding import find_protocols

    asked, bad = request_from(ValidationRequest, args), 0
    for given in asked.protocol:
        try:
            files = find_protocols(given)
        except ProbeError as error:
            print(f"probe: {error}", file=sys.stderr)
            bad += 1
            continue
        for file in files:
            try:
                print(f"{file}: {_checked(file, asked.photos)}")
            except ProbeError as error:
                print(f"probe: {error}", file=sys.stderr)
                bad += 1
    return 2 if bad else 0


def _checked(file: Path, photos: Path | None) -> str:
    from probe.protocol.finding import load_protocol
    from probe.wording import wording_of

    words = wording_of()
    protocol = load_protocol(file)
    standard = protocol.standard.key
    parts = [
        words.text("cli-validate-sound", conditions=len(protocol.conditions), standard=standard)
    ]
    if protocol.scene is not None:
        from probe.pictures.rendered import SUBJECTS, scene_recipes

        scenes = len(set(scene_recipes(protocol, SUBJECTS)))
        parts.append(words.text("cli-validate-scenes", scenes=scenes, people=SUBJECTS))
    if photos is not None:
        from probe.pictures.photographs import photo_set

        images = photo_set(protocol, photos)
        counts = {"pictures": len(images.records), "people": len(images.subjects)}
        lost = len(images.failures)
        parts.append(words.text("cli-validate-photos", **counts, failures=lost))
    return words.text("parts-joined", parts=tuple(parts))

"""`probe validate`: check protocols, and that a photo folder serves them."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe validate`."""
    parser.add_argument("protocol", nargs="+", help="protocol files, shipped names or folders")
    parser.add_argument("--photos", type=Path, metavar="DIR", help="also read these photographs")


def call(args: argparse.Namespace) -> int:
    """Check every protocol; 0 when all are sound, 2 when any is not."""
    import sys

    from probe.errors import ProbeError
    from probe.protocol.finding import find_protocols

    bad = 0
    for given in args.protocol:
        try:
            files = find_protocols(given)
        except ProbeError as error:
            print(f"probe: {error}", file=sys.stderr)
            bad += 1
            continue
        for file in files:
            try:
                print(f"{file}: {_checked(file, args.photos)}")
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

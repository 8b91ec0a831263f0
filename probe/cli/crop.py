"""`probe crop`: people cut out of frames or a video, with tracks, masks and a protocol for them."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from probe.frames.request import CroppingOptions
from probe.options import Option
from probe.options.paths import check_new_folder
from probe.wording import Message

OPTIONS = (
    "frames", "out", "detector", "every", "fps", "least_score", "least_height", "least_width",
    "least_sharpness", "device", "threads",
)  # fmt: skip


@dataclass(frozen=True)
class CropRequest(CroppingOptions):
    """What `probe crop` is asked for: `OPTIONS`, and of what it inherits no other."""

    frames: Annotated[Path, Option(Message("help-crop-frames"))]
    out: Annotated[
        Path, Option(Message("help-crop-out"), "DIR", flag="--out", check=check_new_folder)
    ]
    detector: Annotated[
        str, Option(Message("help-crop-detector"), "NAME[=FILE]", flag="--detector")
    ]


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe crop`."""
    from probe.cli.arguments import add_options

    add_options(parser, CropRequest, OPTIONS)


def call(args: argparse.Namespace) -> int:
    """Crop, and say what was seen, what was left out and what to do next."""
    from probe.cli.arguments import request_from
    from probe.cli.result_lines import typed
    from probe.contracts.reporter import Console
    from probe.files.atomic import replacing
    from probe.frames.cropping import CROPS, MASKS, CropTask, crop_people
    from probe.frames.detecting import open_detector
    from probe.frames.opening import open_frames
    from probe.frames.progress_file import notes_of
    from probe.frames.proposing import propose_protocol
    from probe.frames.request import check_fps
    from probe.frames.walks import contact_sheet, read_walks
    from probe.wording import wording_of

    words = wording_of()
    asked = request_from(CropRequest, args)
    check_fps(asked.fps, [asked.frames])
    source = open_frames(asked.frames, asked.fps)
    opened = tuple(source.notes)
    detector = open_detector(asked.detector, asked.runtime)
    task = CropTask(source, detector, asked.limits, asked.every, asked.out)
    progress = crop_people(task, Console())
    walks = read_walks(asked.out)
    for note in (*opened, *notes_of(progress, walks.boxes)):
        print(words.either(note))
    crops = sum(map(len, walks.crops.values()))
    counts = {"frames": progress.frames, "boxes": walks.boxes, "tracks": walks.tracks}
    print(words.text("cli-crop-summary", **counts, crops=crops))
    for reason, count in sorted(walks.left_out.items()):
        print(words.text("cli-crop-left-out", reason=reason, count=count))
    sheet = asked.out / "sheet.png"
    with replacing(sheet) as temporary:
        contact_sheet(asked.out, walks).save(temporary, format="PNG")
    print(words.text("cli-written", file=str(sheet)))
    protocol = propose_protocol(asked.out, walks, task.camera)
    if protocol is None:
        print(words.text("cli-crop-no-protocol"))
    else:
        masks = asked.out / MASKS if detector.has_masks else None
        shown = None if masks is None else typed(masks)
        next_step = {
            "protocol": typed(protocol), "photos": typed(asked.out / CROPS), "masks": shown,
        }  # fmt: skip
        print(words.text("cli-crop-next", **next_step))
    return 0

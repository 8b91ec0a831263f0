"""A protocol for the crops of a run, which asks whether people are known again in their walk.

A track is a person of its own: nobody knows yet who of one camera is who of another. What can be
asked at once is whether a walk's parts are found alike; `crops.csv` says which part a crop is of.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from probe.files.atomic import write_text
from probe.frames.cropping import CROPS
from probe.frames.walks import Walks
from probe.wording import wording_of

PARTS = 3
"""Beginning, middle and end of a walk (ours)."""

FEWEST = 2
"""Crops of a part, so that pictures of one part can be compared; and walks of a protocol."""

METADATA, PROTOCOL = "crops.csv", "protocol.yaml"


def propose_protocol(out: Path, walks: Walks, name: str) -> Path | None:
    """Write `crops.csv` beside the crops, and a protocol over the walks that are long enough.

    Args:
        out: folder of the run.
        walks: its walks.
        name: of the camera.

    Returns:
        The protocol's path; None where fewer than `FEWEST` walks are long enough.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("path", "part"))
    long = {track: paths for track, paths in walks.crops.items() if len(paths) >= PARTS * FEWEST}
    for track, paths in walks.crops.items():
        for place, path in enumerate(paths):
            part = 1 + place * PARTS // len(paths) if track in long else 0
            writer.writerow((path, part))
    write_text(out / CROPS / METADATA, text.getvalue())
    if len(long) < FEWEST:
        return None
    shortest = min(map(len, long.values())) // PARTS
    write_text(out / PROTOCOL, _text(name, shortest))
    return out / PROTOCOL


def _text(name: str, takes: int) -> str:
    words = wording_of()
    title, question = words.text("frames-title", camera=name), words.text("frames-question")
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")  # what names of protocols allow
    slug = f"walk-{plain or 'camera'}"
    return f"""\
name: {slug}
title: {json.dumps(title, ensure_ascii=False)}
question: {json.dumps(question, ensure_ascii=False)}
expectation: invariant
factors:
  - name: part
    kind: ordered
    levels: [1, 2, 3]
    standard: 1
takes: {takes}
fit: card
photos:
  pattern: "{{camera}}/{{subject}}/f{{take}}.png"
  metadata: {METADATA}
  values: {{part: {{"0": null}}}}
"""

"""The contact sheet: a row a condition."""

from dataclasses import replace

import numpy as np
from PIL import Image

from probe.pictures.contact_sheet import (
    BOX_COLOUR,
    CELL,
    FRAME_HEIGHT,
    GAP,
    LABEL,
    MOST_COLUMNS,
    contact_sheet,
    frames_of,
    sheet_labels,
)
from probe.pictures.decoding import Box
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.wording import speaking


def test_a_row_a_condition_and_a_column_a_picture(photos, protocol_file):
    images = photo_set(load_protocol(protocol_file), photos)
    sheet = contact_sheet(images)
    columns = min(MOST_COLUMNS, 3 + 7)  # one person's takes, then everybody else's first
    assert sheet.size == (LABEL + columns * (CELL[1] + 4), 3 * (CELL[0] + 4))
    picture = sheet.crop((LABEL, 0, LABEL + CELL[1], CELL[0]))
    assert np.asarray(picture).std() > 10


def test_frames_follow_with_the_boxes_that_are_used_of_them(photos, protocol_file, tmp_path):
    images = photo_set(load_protocol(protocol_file), photos)
    frame = tmp_path / "frame.png"
    Image.fromarray(np.full((480, 640, 3), 200, np.uint8)).save(frame)
    box = Box(100, 120, 80, 200)
    first, *others = images.records
    cut = replace(first, origin=replace(first.origin, path=frame, box=box, digest=""))
    framed = replace(images, records=(cut, *others))
    assert frames_of(images) == []
    assert frames_of(framed) == [(frame, [box])]
    sheet = contact_sheet(framed)
    plain = contact_sheet(images)
    assert sheet.height == plain.height + FRAME_HEIGHT + GAP
    scale = FRAME_HEIGHT / 480
    drawn = np.asarray(sheet)[plain.height :, LABEL : LABEL + 320]
    reddish = (drawn == BOX_COLOUR).all(axis=2)
    rows, columns = np.nonzero(reddish)
    assert abs(columns.min() - 100 * scale) <= 2
    assert abs(columns.max() - 180 * scale) <= 2
    assert abs(rows.min() - 120 * scale) <= 2
    assert abs(rows.max() - 320 * scale) <= 2
    assert not reddish[80:140, 60:80].any()  # the inside stays as it is


def test_conditions_are_named_in_the_language_that_is_spoken(photos, tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text(
        """
name: p
title: P
question: Q?
factors:
  - {name: orientation, unit: °, levels: [0, 90, 180], standard: 180}
series:
  name: sky
  levels: [{value: dry, label: {en: dry, ja: 雨なし}},
           {value: wet, label: {en: wet, ja: 雨}, transform: {rain: {coverage: 9}}}]
  standard: dry
photos: {pattern: "{subject}_o{level}_{take}.png"}
""",
        encoding="utf-8",
    )
    images = photo_set(load_protocol(path), photos)
    assert sheet_labels(images)[:3] == ["0°,\ndry", "90°,\ndry", "180°,\ndry"]
    with speaking("ja"):
        assert sheet_labels(images)[3] == "0°・\n雨"

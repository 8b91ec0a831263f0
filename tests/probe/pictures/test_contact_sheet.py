"""The contact sheet: a row a condition."""

import numpy as np

from probe.pictures.contact_sheet import CELL, LABEL, MOST_COLUMNS, contact_sheet
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol


def test_a_row_a_condition_and_a_column_a_picture(photos, protocol_file):
    images = photo_set(load_protocol(protocol_file), photos)
    sheet = contact_sheet(images)
    columns = min(MOST_COLUMNS, 3 + 7)  # one person's takes, then everybody else's first
    assert sheet.size == (LABEL + columns * (CELL[1] + 4), 3 * (CELL[0] + 4))
    picture = sheet.crop((LABEL, 0, LABEL + CELL[1], CELL[0]))
    assert np.asarray(picture).std() > 10

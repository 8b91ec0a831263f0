"""Values and light: the curve of sRGB, there and back."""

import numpy as np

from probe.transforms.light import by_table, light_of, light_of_values, values_of


def test_every_value_comes_back():
    values = np.arange(256, dtype=np.uint8).reshape(16, 16, 1).repeat(3, axis=2)
    np.testing.assert_array_equal(values_of(light_of(values)), values)


def test_known_points_of_the_standard():
    light = light_of_values()
    assert light[0] == 0
    assert light[255] == 1
    assert abs(light[188] - 0.5029) < 1e-3  # half of the light is value 188
    assert abs(light[10] - 10 / 255 / 12.92) < 1e-7


def test_beyond_black_and_white_is_cut_off():
    given = np.array([[[-1.0, 2.0, 0.5]]], np.float32)
    assert values_of(given).tolist() == [[[0, 255, 188]]]


def test_a_table_by_channel_changes_each_by_its_own():
    table = np.stack([np.arange(256), np.zeros(256), 255 - np.arange(256)], axis=1).astype(np.uint8)
    picture = np.full((2, 2, 3), 10, np.uint8)
    assert by_table(picture, table)[0, 0].tolist() == [10, 0, 245]
    assert by_table(picture, table[:, 2])[0, 0].tolist() == [245, 245, 245]

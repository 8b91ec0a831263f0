"""Tracks of people under cameras, in a folder `tracks` or here."""

from probe.pictures.data_sets import read_data, recognised_layouts


def test_cameras_are_in_the_names_of_folders(tmp_path, picture):
    for name in ("ann_c1", "bob_c2"):
        picture(tmp_path / "tracks" / name / "000.jpg", 1)
    train = read_data(f"tracks={tmp_path}").train
    assert train.identities == 2
    assert set(train.cameras) == {1, 2}
    assert "tracks" in recognised_layouts(tmp_path)


def test_without_the_inner_folder_it_is_not_recognised_but_read(people):
    assert "tracks" not in recognised_layouts(people)
    assert read_data(f"tracks={people}").train.identities == 4

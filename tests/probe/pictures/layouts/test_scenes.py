"""An export of `probe scenes`."""

from probe.pictures.data_sets import read_data


def test_it_reads_the_three_folders_and_has_no_published_counts(market):
    data = read_data(f"scenes={market}")
    assert data.name == "scenes"
    assert sorted(set(data.query.people.tolist())) == [5, 7]
    assert not any("as published" in note for note in data.notes)

"""Market-1501: the form of Market-1501, held against the published counts."""

from probe.pictures.data_sets import read_data
from probe.wording import wording_of

in_words = wording_of().stored


def test_it_reads_the_three_folders_and_says_which_counts_differ(market):
    data = read_data(f"market1501={market}")
    assert (data.name, len(data.train), len(data.query), len(data.gallery)) == (
        "market1501", 2, 4, 5,
    )  # fmt: skip
    assert "this is not market1501 as published: 2 training pictures instead of" in in_words(
        data.notes[0]
    )

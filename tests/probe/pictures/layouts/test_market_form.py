"""Any data set in the form of Market-1501: nothing is published of it."""

from probe.pictures.data_sets import read_data, recognised_layouts


def test_its_counts_are_held_against_nothing(market):
    data = read_data(f"market_form={market}")
    assert (len(data.train), len(data.query), len(data.gallery)) == (2, 4, 5)
    assert not any("as published" in note for note in data.notes)


def test_the_form_is_recognised_and_belongs_to_this_layout(market, people):
    assert "market_form" in recognised_layouts(market)
    assert "market_form" not in recognised_layouts(people)

"""What comparing asks for is counted as cells count it, and told in words."""

from dataclasses import replace
from itertools import combinations_with_replacement

import pytest

from probe.comparison import cast_of
from probe.comparison.mated import mated_rows
from probe.comparison.standard import NoScores, standard_strangers
from probe.comparison.tally import stranger_blocks
from probe.protocol.finding import load_protocol
from probe.study.workload import (
    Counts,
    counts_of,
    megabytes,
    planned_counts,
    rendering_values,
    what_it_takes,
    workload,
)
from probe.wording import Message, wording_of
from tests.probe.comparison.test_cells import photographs, study


def counted(images, kind):
    scores = NoScores([images])
    cast = cast_of(images, scores)
    return sum(
        block.compared.sum()
        for place in combinations_with_replacement(range(cast.conditions), 2)
        for block in stranger_blocks(scores, cast, kind, *place)
    )


def test_comparisons_of_photographs_are_about_those_of_the_cells():
    images, _ = study(photographs(6))
    counts, scores = counts_of(images), NoScores([images])
    cast = cast_of(images, scores)
    places = combinations_with_replacement(range(cast.conditions), 2)
    mated = sum(len(mated_rows(cast, i, j)[1]) for i, j in places)
    assert counts.pictures == len(images.records)
    assert counts.strangers == pytest.approx(counted(images, "at_large"), rel=0.1)
    assert counts.mated == pytest.approx(mated, rel=0.25)
    for_threshold = standard_strangers([images], scores).ranked.comparisons
    assert counts.for_threshold == pytest.approx(for_threshold, rel=0.1)


def test_comparisons_with_strangers_of_their_own_are_about_those_of_the_cells():
    images, _ = study(photographs(8))
    names = sorted({r.subject for r in images.records})[:5]
    records = tuple(
        replace(r, role="subject" if r.subject in names else "stranger") for r in images.records
    )
    images = replace(images, records=records)
    counts = counts_of(images)
    assert counts.pictures == len(records)
    assert counts.own * counts.conditions == sum(r.role == "subject" for r in records)
    assert counts.others * counts.conditions == sum(r.role == "stranger" for r in records)


def test_more_people_conditions_and_models_ask_for_more():
    plain = workload([Counts(16, 100, 500)], 1)
    assert plain.comparisons == pytest.approx(16**2 / 2 * 500**2, rel=0.02)
    people, conditions = workload([Counts(16, 1000, 5000)], 1), workload([Counts(300, 100, 500)], 1)
    assert people.seconds > 50 * plain.seconds
    assert conditions.seconds > 100 * plain.seconds
    assert min(people.memory, conditions.memory) > 2 * plain.memory
    twelve = workload([Counts(16, 100, 500)], 12)
    assert (twelve.comparisons, twelve.seconds) == (plain.comparisons, plain.seconds)
    assert twelve.memory > plain.memory
    assert twelve.disk == pytest.approx(12 * plain.disk)


def test_tables_by_pair_of_people_grow_with_their_square():
    few, many = (workload([Counts(16, people, people)], 1).memory for people in (500, 2000))
    standings, cell = 2 * 8 * 16, 100
    assert many - few > (standings + cell) * (2000**2 - 500**2)


def test_pairs_of_very_many_people_ask_for_disk_in_place_of_memory():
    few, many = (workload([Counts(16, people, people)], 1) for people in (2000, 10_000))
    bands = 10_000**2 / 2 * 2 * 8 * 16
    assert many.disk - few.disk > bands
    assert many.memory < few.memory + 500e6
    own_clothes = Counts(16, 10_000, 10_000, 10_000)
    assert workload([own_clothes], 1).memory > 2 * bands


def test_of_very_many_people_strangers_for_the_threshold_are_not_listed():
    few, many = (Counts(1, people, 5 * people) for people in (200, 20_000))
    assert few.listed == few.for_threshold
    assert many.listed < many.for_threshold / 1000
    own_clothes = Counts(1, 20_000, 100_000, 20_000)
    assert own_clothes.listed == own_clothes.for_threshold


def test_what_was_measured_is_foretold_within_a_factor_of_two():
    """`benchmarks/scale.txt`: CPU seconds of a model, peak MiB."""
    for people, conditions, takes, seconds, peak in (
        (10, 16, 5, 0.6, 179), (100, 16, 5, 3.4, 310), (10, 100, 2, 11.5, 354),
        (10_000, 4, 5, 1322, 1178), (10_000, 16, 5, 9480, 4164),
    ):  # fmt: skip
        foretold = workload([Counts(conditions, people, people * takes)], 1)
        assert seconds / 2 < foretold.seconds < 2 * seconds
        assert peak / 2 < foretold.memory / 2**20 < 2 * peak


def test_further_people_of_a_plan_stand_in_the_standard_condition_only():
    protocol = load_protocol("distance")
    counts = planned_counts(protocol, 20, 5, 30)
    assert counts.pictures == 20 * 5 * 7 + 30 * 5
    assert counts.for_threshold > planned_counts(protocol, 20, 5, 0).for_threshold


def test_it_is_told_in_words():
    images, _ = study(photographs(6))
    message = what_it_takes([images], 2, 512)
    text = wording_of()(Message(message.id, {**message.values, "comparisons": 1234567}))
    assert text.startswith("about 1,234,567 comparisons and 1\xa0s of one core for each model, ")
    values = rendering_values(load_protocol("distance"), 8, 2)
    assert values["pictures"] == 8 * 7 * 5 + 8 * (6 + 5)
    assert [megabytes(size) for size in (0, 1.4e6, 123.4e6, 3_456e6)] == [1, 1, 120, 3500]

"""Which pictures a report shows."""

import pandas as pd
import pytest

from probe.reports.pictures import (
    BUDGET,
    SHOWN,
    ordered,
    others_per_row,
    sheet_ids,
    shown_per_row,
    shown_subject,
)


def test_takes_are_in_the_order_of_their_numbers() -> None:
    columns = {"camera": "", "day": "", "status": "ok"}
    images = pd.DataFrame([{**columns, "take": take} for take in ("10", "2", "1")])
    assert list(ordered(images)["take"]) == ["1", "2", "10"]


def test_digits_that_are_no_number_are_ordered_as_text() -> None:
    columns = {"camera": "", "day": "", "status": "ok"}
    takes = ("\u00b2", "9" * 5000, "3")
    images = pd.DataFrame([{**columns, "take": take} for take in takes])
    assert list(ordered(images)["take"]) == ["3", "9" * 5000, "\u00b2"]


def test_the_shown_person_is_nearest_the_median(run_of) -> None:
    run = run_of("five")
    who = run.images.drop_duplicates("image_id").set_index("image_id")["subject"]
    own = run.pairs[(run.pairs["kind"] == "mated") & (run.pairs["backbone"] == run.backbones[0])]
    means = own.groupby(own["image_a"].map(who))["score"].mean()
    shown = shown_subject(run, "unmasked")
    assert abs(means[shown] - means.median()) == pytest.approx(abs(means - means.median()).min())


def test_a_row_holds_five_of_the_person_and_one_each_of_others(run_of) -> None:
    run = run_of("five")
    images = run.images[run.images["protocol"] == "distance"]
    ids = sheet_ids(images, 7, shown_subject(run, "unmasked"), 3)
    assert all(len(shown) == SHOWN for shown in ids.subject)
    assert all(len(others) == 3 for others in ids.others)


def test_rows_of_others_give_way_to_the_budget() -> None:
    assert others_per_row([7], [1]) == [14]
    assert others_per_row([16], [2]) == [6]
    assert others_per_row([BUDGET // SHOWN], [1]) == [0]


def test_the_shown_person_s_pictures_give_way_where_there_are_many_conditions() -> None:
    assert [shown_per_row(n) for n in (0, 7, 180, 300, 5000)] == [SHOWN, SHOWN, SHOWN, 3, 1]
    assert all(n * shown_per_row(n) <= BUDGET for n in (7, 180, 300))


def test_rows_have_no_more_pictures_of_the_shown_person_than_asked_for(run_of) -> None:
    run = run_of("one_model")
    images = run.images[run.images["protocol"] == next(iter(run.protocols))]
    subject = shown_subject(run, "unmasked")
    few, usual = (sheet_ids(images, 3, subject, 0, *most).subject for most in ((2,), ()))
    assert [row[:2] for row in usual] == list(few)

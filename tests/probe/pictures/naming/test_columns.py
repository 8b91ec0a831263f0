"""Names are split at marks and around numbers where most of them allow it."""

import pytest

from probe.pictures.naming.columns import Column, splits_of


def shapes(paths):
    """Texts, and `{}` for columns that vary, of every way to split."""
    return {
        "".join("{}" if isinstance(p, Column) and p.varies else
                (p if isinstance(p, str) else p.values[0]) for p in split.pieces)
        for split in splits_of(paths)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/1.jpg", "b/1.jpg", "b/2.jpg"], {"{}/{}"}),
        (["p01_c1.jpg", "p02_c2.jpg"], {"{}", "p{}_c{}"}),
        (["0deg/1.jpg", "45deg/2.jpg"], {"{}/{}", "{}deg/{}"}),
        (["1.5m/1.jpg", "3m/2.jpg"], {"{}/{}", "{}m/{}"}),
        (["c1s1.jpg", "c2s3.jpg"], {"{}", "c{}s{}"}),
        (["a_b-c.jpg", "d_e-f.jpg"], {"{}", "{}_{}", "{}-{}", "{}_{}-{}"}),
        (["Back1.jpg", "back2.jpg"], {"{}", "Back{}"}),
    ],
)
def test_the_ways_to_split(paths, expected):
    assert shapes(paths) == expected


def test_columns_know_the_letters_beside_them():
    splits = splits_of(["p01/3m_x.jpg", "p02/6m_x.jpg"])
    apart = [[(c.before, c.after, c.values) for c in split.columns] for split in splits]
    assert [("p", "", ("01", "02")), ("", "m", ("3", "6"))] in apart
    assert all(split.columns[0].folder and not split.columns[1].folder for split in splits)


def test_names_of_another_form_are_left_out_and_counted():
    paths = [f"{s}_{v}.jpg" for s in "abcd" for v in ("x", "y")] + ["overview.jpg"]
    marked = [split for split in splits_of(paths) if len(split.columns) == 2]
    assert [len(split.paths) for split in marked] == [8]
    few = ["a_1.jpg", "b.jpg", "c.jpg", "d.jpg"]
    assert all(len(split.paths) == 4 for split in splits_of(few)), "one in four is no form"


def test_paths_of_strays_are_left_out_and_told():
    paths = ["anna/front.jpg", "anna/back.jpg", "ben/odd.jpg", "ben/front.jpg"]
    (split,) = splits_of(paths)
    person, view = split.columns
    assert person.strays == ()
    less = split.without({view: ("odd",)})
    assert less.paths == ("anna/front.jpg", "anna/back.jpg", "ben/front.jpg")
    assert less.columns[0].values == ("anna", "anna", "ben")
    assert (less.columns[1].values, less.columns[1].strays) == (
        ("front", "back", "front"),
        ("odd",),
    )

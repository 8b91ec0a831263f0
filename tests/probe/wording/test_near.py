"""The nearest of the names that there are, or all of them."""

import pytest

from probe.wording import joined_hint, near_name, nearest, wording_of
from probe.wording.near import slips


@pytest.mark.parametrize(
    ("name", "valid", "told"),
    [
        ("strips", ["stripes", "moco.demo"], "did you mean 'stripes'?"),
        ("STRIPES", ["stripes", "moco.demo"], "did you mean 'stripes'?"),
        ("moco.dem", ["MoCo.demo"], "did you mean 'MoCo.demo'?"),
        ("A.STRIPES", ["a.stripes", "b"], "did you mean 'a.stripes'?"),
        ("zzz", ["b", "a", "a"], "valid names: a, b"),
        (
            "osnt",
            ["osnet_ain_x1_0", "osnet_x1_0", "b"],
            "did you mean 'osnet_x1_0'?",
        ),
        ("onnx", ["onnx:...", "timm:..."], "did you mean 'onnx:...'?"),
        (5, ["b", "a"], "valid names: a, b"),
        ("90", [0, 90], "did you mean '90'?"),
        ("x", [], "there are none to choose from"),
    ],
)
def test_the_nearest_name_is_named_or_all_of_them(name, valid, told):
    assert wording_of()(nearest(name, valid)) == told


def test_of_very_many_names_the_first_are_listed():
    told = wording_of()(nearest("zzz", [f"n{k:02d}" for k in range(30)]))
    assert told.startswith("valid names: n00, n01")
    assert told.endswith("n19 and 10 more")


@pytest.mark.parametrize(
    ("name", "names", "near"),
    [
        ("none", ["phone.py"], None),
        ("none", ["phone"], None),
        ("90", ["0", "180"], None),
        ("170", ["0", "180"], "180"),
        ("rnu", ["run", "runs"], "run"),
        ("height", ["camera_height", "distance"], "camera_height"),
        ("walk", ["walking"], "walking"),
        ("fotos", ["photos", "notes"], "photos"),
        ("bf16", ["float32", "bfloat16"], "bfloat16"),
        ("test", ["contest"], None),
        ("moco", ["moco.demo", "stripes"], "moco.demo"),
        ("", ["a", "b"], None),
    ],
)
def test_only_a_slip_a_beginning_or_a_last_part_is_near(name, names, near):
    assert near_name(name, names) == near


@pytest.mark.parametrize(
    ("name", "other", "count"),
    [("run", "run", 0), ("rnu", "run", 1), ("strpes", "stripes", 1), ("none", "phone", 2),
     ("", "ab", 2), ("gray", "grey", 1), ("abcd", "badc", 2)],
)  # fmt: skip
def test_slips_of_the_finger_are_counted(name, other, count):
    assert slips(name, other) == slips(other, name) == count


def test_it_is_said_in_other_languages():
    assert wording_of("ja")(nearest("stripe", ["stripes"])) == "'stripes'のことですか？"
    assert wording_of("zh")(nearest("stripe", ["stripes"])) == "是否指 'stripes'？"


def test_two_next_steps_are_parted_by_a_semicolon_or_follow_a_question():
    say = wording_of()
    assert say(joined_hint(nearest("stripe", ["stripes"]), "look there")) == (
        "did you mean 'stripes'? look there"
    )
    assert say(joined_hint(nearest("x", ["abc"]), "look there")) == "valid names: abc; look there"

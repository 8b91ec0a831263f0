import pytest

from probe import errors
from probe.wording import joined_hint, nearest, wording_of

NAMES = [f"name{number}" for number in range(30)]


@pytest.mark.parametrize(
    ("name", "valid"),
    [("stripe", ["stripes"]), ("x", []), ("zzz", ["a", "b"]), ("zzz", ["a"]), ("QQQ", NAMES)],
)
def test_it_says_what_errors_below_the_catalogue_say(name, valid):
    assert wording_of()(nearest(name, valid)) == errors.nearest(name, valid)


def test_it_is_said_in_other_languages():
    assert wording_of("ja")(nearest("stripe", ["stripes"])) == "'stripes'のことですか？"
    assert wording_of("zh")(nearest("stripe", ["stripes"])) == "是否指 'stripes'？"


def test_two_next_steps_are_parted_by_a_semicolon_or_follow_a_question():
    say = wording_of()
    assert say(joined_hint(nearest("stripe", ["stripes"]), "look there")) == (
        "did you mean 'stripes'? look there"
    )
    assert say(joined_hint(nearest("x", ["abc"]), "look there")) == "valid names: abc; look there"

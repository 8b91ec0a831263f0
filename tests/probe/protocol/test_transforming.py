"""What a protocol says of transforms: read, filled in, refused with its line."""

import pytest

from probe.errors import ProtocolError
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.protocol.finding import load_protocol
from probe.protocol.transforming import chain_in

BASE = """\
name: far
title: Far
question: Still the same?
factors:
  - name: height
    kind: ordered
    unit: px
    levels:
      - 16
      - 48
      - {value: 200, transform: none}
    standard: 200
photos:
  pattern: "{subject}_{take}.png"
transform: resolution
"""


@pytest.fixture
def read(tmp_path):
    """The function that reads a protocol of this text."""

    def of(text):
        path = tmp_path / "p.yaml"
        path.write_text(text, encoding="utf-8")
        return load_protocol(path)

    return of


def test_the_name_alone_gives_the_main_parameter_the_level(read):
    protocol = read(BASE)
    assert protocol.transforms
    assert protocol.made == protocol.factors
    steps = [protocol.transform_steps(condition) for condition in protocol.conditions]
    assert steps == [
        {"resolution": {"person_height": 16}},
        {"resolution": {"person_height": 48}},
        {},
    ]
    assert [bool(chain_in(protocol, c)) for c in protocol.conditions] == [True, True, False]


def test_parameters_are_filled_in_and_the_order_is_kept(read):
    protocol = read(
        BASE.replace(
            "transform: resolution",
            "transform:\n  motion_blur: {exposure: $height, angle: 30}\n  jpeg: {quality: 50}",
        ).replace(", transform: none", "")
    )
    assert protocol.transform_steps(protocol.conditions[0]) == {
        "motion_blur": {"exposure": 16, "angle": 30},
        "jpeg": {"quality": 50},
    }
    names = [step.name for step in chain_in(protocol, protocol.conditions[0]).steps]
    assert names == ["motion_blur", "jpeg"]


def test_a_level_may_bring_its_own(read):
    protocol = read(
        BASE.replace("transform: resolution\n", "").replace(
            "      - 16\n", "      - {value: 16, transform: {fog: {visibility: 20}}}\n"
        )
    )
    assert protocol.made == protocol.factors
    assert [protocol.transform_steps(c) for c in protocol.conditions] == [
        {"fog": {"visibility": 20}}, {}, {},
    ]  # fmt: skip


def test_a_level_joins_its_parameters_to_those_of_the_protocol(read):
    protocol = read(
        BASE.replace("resolution\n", "{occlusion: {share: 20}, jpeg: {quality: 50}}\n").replace(
            "      - 16\n", "      - {value: 16, transform: {occlusion: {by: person}}}\n"
        )
    )
    assert [protocol.transform_steps(c) for c in protocol.conditions] == [
        {"occlusion": {"share": 20, "by": "person"}, "jpeg": {"quality": 50}},
        {"occlusion": {"share": 20}, "jpeg": {"quality": 50}},
        {},
    ]


def test_what_numbers_do_is_known_of_levels_that_leave_it_out(read):
    protocol = read(BASE)
    plain = protocol.conditions[-1]
    assert protocol.transform_steps(plain) == {}
    (step,) = protocol.steps_of_numbers(plain).values()
    assert list(step.values()) == [protocol.factors[0].level(plain.levels[0]).value]


def test_a_transform_without_the_level_changes_all_and_makes_no_factor(read):
    protocol = read(
        BASE.replace("transform: resolution", "transform: {jpeg: {quality: 30}}")
        .replace("{take}", "{level}_{take}")
        .replace(", transform: none", "")
    )
    assert protocol.transforms
    assert protocol.made == ()


TWO = """\
name: outside
title: Outside
question: Still the same?
factors:
  - name: blur
    kind: ordered
    levels: [0, 20]
    standard: 0
  - name: visibility
    kind: ordered
    levels: [8, {value: 10000, transform: none}]
    standard: 10000
photos:
  pattern: "{subject}_{take}.png"
transform: {motion_blur: {exposure: $blur}, fog: {visibility: $visibility}, jpeg: {quality: 50}}
"""


def test_a_level_without_transforms_leaves_those_of_other_factors(read):
    protocol = read(TWO)
    steps = {c.key: [*protocol.transform_steps(c)] for c in protocol.conditions}
    assert steps == {
        "0|8": ["motion_blur", "fog", "jpeg"],
        "0|10000": ["motion_blur"],
        "20|8": ["motion_blur", "fog", "jpeg"],
        "20|10000": ["motion_blur"],
    }
    stated = read(
        TWO.replace("[0, 20]", "[0, {value: 20, transform: {motion_blur: {exposure: 20}}}]")
        .replace("motion_blur: {exposure: $blur}, ", "")
    )  # fmt: skip
    assert stated.transform_steps(stated.conditions[3]) == {"motion_blur": {"exposure": 20}}
    series = read(
        BASE.replace("photos:", "series: {name: sky, levels: [{value: dry, transform: none}, "
                     "{value: wet, transform: {rain: {coverage: 9}}}], standard: dry}\nphotos:")
    )  # fmt: skip
    assert series.transform_steps(series.conditions[0]) == {"resolution": {"person_height": 16}}


def test_conditions_that_pictures_are_taken_in(read):
    assert [c.key for c in read(BASE).taken] == ["200"]
    assert [c.key for c in read(TWO).taken] == ["0|10000"]
    half = TWO.replace("motion_blur: {exposure: $blur}, ", "").replace("{take}", "{blur}_{take}")
    assert [c.key for c in read(half).taken] == ["0|10000", "20|10000"]
    plain = half.replace(", transform: none}", "}").replace("fog: {visibility: $visibility}, ", "")
    assert read(plain).taken == read(plain).conditions


def test_the_digest_knows_transforms_and_old_protocols_keep_theirs(read, turn_yaml):
    plain = read(turn_yaml)
    assert not plain.transforms
    assert "transform" not in plain._content
    assert all("transform" not in level for level in plain._content["factors"][0]["levels"])
    blurred = read(turn_yaml + "transform: {defocus: {disc: 3}}\n")
    more = read(turn_yaml + "transform: {defocus: {disc: 4}}\n")
    assert len({one.digest() for one in (plain, blurred, more)}) == 3
    assert blurred.different_keys(plain) == ["transform"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("transform: resolution", "transform: resolutoin", 15, "did you mean 'resolution'"),
        ("transform: resolution", "transform: {resolutoin: {}}", 15, "did you mean 'resolution'"),
        (
            "transform: resolution",
            "transform:\n  resolution:\n    person_hight: 5",
            17,
            "did you mean 'person_height'",
        ),
        ("transform: resolution", "transform: {jpeg: {quality: 200}}", 15, "at most 100"),
        ("transform: resolution", "transform: {jpeg: {quality: $height}}", 15, "(at 200\u00a0px)"),
        (
            "transform: resolution",
            "transform: {jpeg: {quality: $width}}",
            15,
            "$width is not known",
        ),
        ("transform: none", "transform: {fog: {visibility: far}}", 11, "a number is needed"),
        ("transform: none", "transform: fogg", 11, "did you mean 'fog'"),
        ("- 16", "- 2", 15, "person_height is 2: a number of at least 4 is needed (at 2\u00a0px)"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(read, old, new, line, said):
    text = BASE.replace(old, new)
    if "quality: $height" in new:
        text = text.replace(", transform: none", "").replace("{value: 200}", "200")
    with pytest.raises(ProtocolError) as caught:
        read(text)
    assert f"p.yaml:{line}:" in str(caught.value)
    assert said in str(caught.value)


def test_without_a_file_the_condition_is_named():
    protocol = protocol_of(parse_yaml(BASE.replace("- 16", "- 2"), "p.yaml"))
    with pytest.raises(ProtocolError, match=r"protocol far, condition 2, transform\.resolution"):
        chain_in(protocol, protocol.conditions[0])

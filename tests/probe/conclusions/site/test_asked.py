"""How a site is read."""

import pytest

from probe.conclusions.site import parse_site
from probe.conclusions.site.asked import Range
from probe.errors import UsageError
from probe.protocol.finding import load_protocol


@pytest.mark.parametrize(
    ("text", "name", "protocol", "expected"),
    [
        ("distance=3..10", "distance", "distance", Range(3, 10)),
        ("distance=300cm..10m", "distance", "distance", Range(3, 10)),
        ("distance=2.5..3m", "distance", "distance", Range(2.5, 3)),
        ("camera_height=2.3m", "camera_height", "camera_height", Range(230, 230)),
        ("camera_height=230cm", "camera_height", "camera_height", Range(230, 230)),
        ("camera_height=230", "camera_height", "camera_height", Range(230, 230)),
        ("camera_height=2.3", "camera_height", "camera_height", Range(230, 230)),
        ("camera_height=50", "camera_height", "camera_height", Range(50, 50)),
        ("orientation=315..45", "orientation", "turn", Range(315, 405)),
        ("orientation=-45..45deg", "orientation", "turn", Range(315, 405)),
        ("orientation=0..360", "orientation", "turn", Range(0, 360)),
        ("orientation=400", "orientation", "turn", Range(40, 40)),
        ("orientation=90°", "orientation", "turn", Range(90, 90)),
    ],
)
def test_ranges_are_read_in_the_protocols_unit(protocols, text, name, protocol, expected):
    wish = parse_site(text, protocols).wish(name)
    assert wish.ranges[protocol] == expected
    assert bool(wish.note) == (text in ("camera_height=2.3", "orientation=400"))


def test_rates_and_levels(protocols):
    site = parse_site("clothing=red,grey backpack=any fmr=0.1% fnmr=0.05", protocols)
    assert (site.fmr, site.limit) == (0.001, 0.05)
    assert site.wish("clothing").levels["clothing"] == ("grey", "red")
    assert site.wish("backpack").anything
    assert parse_site("backpack=any", protocols).fmr is None


def test_who_has_photographs_is_told_to_measure_with_photographs(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(
        "name: mine\ntitle: Mine\nquestion: Which?\n"
        "factors: [{name: side, kind: nominal, levels: [front, back], standard: front}]\n"
        'photos: {pattern: "{subject}/{level}.jpg"}\n',
        encoding="utf-8",
    )
    protocols = {"mine": load_protocol(path)}
    hints = {}
    for name in ("low_light", "distance"):
        with pytest.raises(UsageError) as refused:
            parse_site(f"{name}=any", protocols)
        hints[name] = refused.value.hint
    assert "probe run low_light --photos FOLDER; in --site it is called light" in hints["low_light"]
    assert hints["distance"].endswith("probe run protocols/distance.yaml")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "names no factor", "distance=3..10"),
        ("fmr=0.01", "names no factor", "distance=3..10"),
        ("distance", "'distance' is not NAME=VALUE", "write, for example"),
        ("distance=", "is not NAME=VALUE", "write, for example"),
        ("distence=3", "did not vary 'distence'", "did you mean 'distance'?"),
        ("background=any", "did not vary 'background'", "probe run protocols/background.yaml"),
        ("distance=3 distance=4", "named twice", ""),
        ("distance=far", "'far' is no number", "write any"),
        ("distance=3..", "'' is no number", "write any"),
        ("distance=10..3", "the lower end stands first", ""),
        ("distance=3m..10", "the unit stands behind the last number", ""),
        ("distance=3ft", "measured in m, not in 'ft'", "m, cm, mm"),
        ("orientation=3m", "measured in °, not in 'm'", "such as orientation="),
        ("clothing=red..white", "has no order", "commas"),
        ("clothing=gray", "no measured level", "did you mean 'grey'?"),
        ("distance=3 fmr=2", "no false match rate between 0 and 1", "fmr=0.01"),
        ("distance=3 fnmr=x", "no false non-match rate between 0 and 1", "fnmr=0.01"),
    ],
)
def test_what_cannot_be_read_is_named(protocols, text, message, hint):
    with pytest.raises(UsageError) as refused:
        parse_site(text, protocols)
    assert message in refused.value.message
    assert hint in (refused.value.hint or "")
    if refused.value.place:
        assert refused.value.place in text

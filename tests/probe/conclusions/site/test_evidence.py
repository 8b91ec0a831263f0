"""Which protocols speak for a site."""

from probe.conclusions.site import parse_site
from probe.conclusions.site.evidence import grounds, unmeasured
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from tests.probe.conclusions.site.planted_runs import text_of


def test_a_factor_covered_by_one_of_two_protocols_is_measured(protocols):
    crossed = text_of("distance").replace("name: distance\ntitle", "name: near\ntitle", 1)
    crossed = crossed.replace("2, 4, 6, 8, 10, 14", "2, 4")
    near = protocol_of(parse_yaml(crossed, "near.yaml"))
    both = {"near": near, "distance": protocols["distance"]}
    assert not unmeasured(grounds(parse_site("distance=2..10", both), both))
    assert unmeasured(grounds(parse_site("distance=2..10", {"near": near}), {"near": near}))

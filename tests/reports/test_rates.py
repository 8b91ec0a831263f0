"""Misses at false match rates beyond the first, in the order they were asked for."""

import probe
from probe.reports.rates import further_of
from probe.reports.source import Source


def test_rates_that_strangers_resolve_stand_beside_the_first(
    protocol_file, make_photos, tmp_path
) -> None:
    photos = make_photos(tmp_path / "photos", people=12)
    run = probe.run(
        protocol_file, "stripes", photos=photos, out=tmp_path / "runs", fmr=(0.1, 0.2, 0.0001)
    )
    source = Source(probe.open_run(run.path))
    assert source.further_rates == (0.2,)
    further = further_of(source, "turn", "stripes")
    n = len(source.protocols["turn"].conditions)
    assert set(further) == {(i, j) for i in range(n) for j in range(i, n)}
    stored = run.rates[(run.rates["fmr_asked"] == 0.2)].set_index(["i", "j"])["fnmr"]
    for place, ((rate, figure),) in further.items():
        assert rate == "20\u00a0%"
        assert figure.value == stored[place]


def test_an_older_run_has_none(run_of) -> None:
    assert further_of(Source(run_of("five")), "distance", run_of("five").backbones[0]) == {}

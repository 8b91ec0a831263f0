"""How the figures were made: the counts, the thresholds and the intervals of this run."""

from probe.reports.document import build


def texts(run):
    return dict(build(run).data("method").texts)


def test_the_threshold_is_said_with_its_counts(run_of) -> None:
    run = run_of("five")
    text = texts(run)["Threshold"]
    for entry in run.manifest.thresholds:
        assert f"{entry.false_matches:,} of {entry.comparisons:,} comparisons above it" in text


def test_without_a_threshold_the_reason_is_said(run_of) -> None:
    assert "No threshold was set" in texts(run_of("few"))["Threshold"]


def test_one_person_is_no_sample_of_people(run_of) -> None:
    assert "One person was compared" in texts(run_of("one_person"))["Not covered"]
    assert "One person was compared" not in texts(run_of("five"))["Not covered"]


def test_what_is_compared_is_the_cosine_of_vectors(run_of) -> None:
    assert texts(run_of("five"))["Comparisons"].startswith("Cosine of unit-length feature vectors.")

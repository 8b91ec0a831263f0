"""What is needed to make a run again is printed, each digest under its own name."""


def test_a_digest_is_named_after_what_it_covers(run_of, document_of) -> None:

    run = run_of("one_model")
    rows = dict(document_of("one_model").data("provenance").rows)
    (entry,) = run.manifest.backbones
    model = rows[f"Model {entry.name}"]
    assert f"digest of what decides its figures {entry.digest}" in model
    assert f"weights sha256 {entry.card['sha256']}" in model
    assert rows["Pictures, sha256"] == run.manifest.images_digest


def test_options_are_words_and_empty_ones_are_left_out(run_of) -> None:
    from probe.reports.models import options_of
    from probe.reports.source import Source

    given = {"masks": [], "further_fmr": [], "fmr": 0.01, "split_strangers": False, "photos": None}
    text = options_of(Source(run_of("one_model")), given)
    assert text == "false match rate 0.01; strangers split no"

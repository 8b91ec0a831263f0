"""Where the decision falls: a ridge a level, with what is missed there."""


def test_every_level_has_its_ridge_with_the_misses_of_its_cell(run_of, document_of) -> None:
    run = run_of("five")
    for part in document_of("five").chapters:
        scores, axis = part.data("scores"), part.chapter.axis
        assert scores.decided
        for backbone, ridges in zip(run.backbones, scores.ridges, strict=True):
            assert [ridge.index for ridge in ridges] == list(range(len(axis.full)))
            stored = run.matrix(backbone, part.chapter.key, "fnmr")[:, axis.standard]
            for ridge in ridges:
                fault = part.chapter.key != "clothing"
                assert ridge.over == (fault and stored[ridge.index] > 0.10)
                assert max(ridge.mated) == 1


def test_without_thresholds_the_means_stand_beside_the_shapes(document_of) -> None:
    (part, *_) = document_of("few").chapters
    scores = part.data("scores")
    assert not scores.decided
    assert scores.head == "How the scores spread."
    assert scores.ridges[0][0].value.startswith((".", "1", "−"))


def test_where_a_fall_is_wanted_what_is_missed_is_green(document_of, report_of) -> None:
    green = "Green: the same person, missed"
    parts = document_of("five").chapters
    wanted = [part.chapter.key for part in parts if green in part.data("scores").caption]
    assert wanted == ["clothing"]
    page = report_of("five")["html"].read_text("utf-8")
    assert page.count('<linearGradient id="fell-clothing-') == 2
    assert 'fill="url(#fell-clothing-1)"' in page

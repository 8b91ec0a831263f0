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
                assert ridge.over == (stored[ridge.index] > 0.10)
                assert max(ridge.mated) == 1


def test_without_thresholds_the_means_stand_beside_the_shapes(document_of) -> None:
    (part, *_) = document_of("few").chapters
    scores = part.data("scores")
    assert not scores.decided
    assert scores.head == "How the scores spread."
    assert scores.ridges[0][0].value.startswith((".", "1", "−"))

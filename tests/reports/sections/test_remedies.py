"""What helps: the stored remedies, as printed."""


def test_remedies_are_the_stored_ones(run, told):
    from probe.wording.numbers import Numbers

    unit = Numbers().unit

    chapter = told["chapters"][0]
    assert [each["model"] for each in chapter["remedies"]] == run.backbones
    for each, backbone in zip(chapter["remedies"], run.backbones, strict=True):
        stored = run.remedies(backbone, "wall")["rungs"]
        assert [rung["figures"][0] for rung in each["rungs"]] == [
            unit(rung["retention"]) for rung in stored
        ]
        assert each["rungs"][0]["name"] == "nothing"

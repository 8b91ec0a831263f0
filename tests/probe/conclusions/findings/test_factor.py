"""What changing one factor costs."""

from tests.probe.conclusions.planted import CLOTHES, DISTANCE, cells, facts, protocol, sentences_of


def test_misses_at_the_standard_are_not_blamed_on_the_change() -> None:
    far = protocol(DISTANCE)
    sentences = sentences_of([far], cells(far, {"a": [0.9, 0.5, 0.9, 0.9, 0.9]}), facts("a"))
    assert sentences["headline"] == ["50\u00a0% of pairs are missed before anything changes"]
    assert "After a change of distance" not in sentences["deck"][0]
    already = "Before anything changes, misses are already 50\u00a0%"
    assert (
        f"{already} (95\u00a0% interval 47\u00a0% to 53\u00a0%) with a." in sentences["factor"][0]
    )


def test_a_fall_is_wanted_of_sensitive_factors() -> None:
    clothes = protocol(CLOTHES)
    sentences = sentences_of([clothes], cells(clothes, {"a": [0, 0.9, 0.8]}), facts("a"))
    assert sentences["factor"][0].startswith("Here a fall is what one wants.")
    interval = "95\u00a0% interval 87\u00a0% to 93\u00a0%"
    assert f"a rejects 90\u00a0% (grey; {interval})" in sentences["factor"][0]
    assert "breaks" not in sentences["headline"][0]
    assert "Not where" not in sentences["advice"][2]


def test_twelve_models_are_told_as_a_range() -> None:
    far = protocol(DISTANCE)
    rates = {f"m{k:02d}": [0, 0, 0, 0, k / 20] for k in range(12)}
    sentences = sentences_of([far], cells(far, rates), facts(*rates))
    assert (
        "the 12 models missed from 0\u00a0% (m00) to 55\u00a0% (m11, 10\u00a0m)"
        in sentences["factor"][0]
    )
    assert "3 of 12 stayed at or under 10\u00a0%" in sentences["factor"][0]
    assert max(len(text) for texts in sentences.values() for text in texts) < 600

"""The standard condition, and strangers, before anything changes."""

from tests.probe.conclusions.planted import DISTANCE, cells, facts, protocol, sentences_of


def test_strangers_dressed_alike_stand_beside_strangers_at_large() -> None:
    far = protocol(DISTANCE)
    rates = {"a": [0.0] * 5}
    sentences = sentences_of([far], cells(far, rates, alike=0.97), facts("a"))
    for key in ("deck", "advice"):
        text = sentences[key][-1]
        assert "97\u00a0% of strangers dressed alike pass" in text
        assert "1\u00a0% of strangers at large do" in text
    assert "above the threshold" in sentences["before"][0]
    none = sentences_of([far], cells(far, rates, alike=None), facts("a"))
    assert "How strangers dressed alike fare was not measured." in none["deck"][0]

"""How pictures came to the networks where the protocols do not say it."""

from probe.contracts import Runtime
from probe.embedding.key import ModelKey
from probe.embedding.loaded import Loaded
from probe.embedding.registry import find_all
from probe.protocol.finding import load_protocol, shipped
from probe.study.fit_notes import fit_by, fit_notes
from probe.wording import wording_of
from tests.probe.conclusions.planted import DISTANCE, protocol


def test_a_protocol_that_says_its_fit_decides():
    said = load_protocol(shipped()["orientation"])
    assert fit_by([said], "photos") == "protocol"
    silent = protocol(DISTANCE)
    assert fit_by([silent], "photos") == "photos"
    assert fit_by([silent], "scene") == "scene"


def test_each_card_is_named_where_photographs_go_by_the_cards():
    (choice,) = find_all(["stripes"])
    loaded = [Loaded("stripes", choice.load(Runtime("cpu")), ModelKey("a"))]
    (note,) = fit_notes("photos", loaded)
    assert "as its card says (stripes letterbox)" in wording_of()(note)
    assert fit_notes("protocol", loaded) == fit_notes("scene", loaded) == []

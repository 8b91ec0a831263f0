"""The same weights under several names."""

from probe.embedding.key import ModelKey
from probe.embedding.same_weights import same_weights


def test_every_further_name_of_the_same_weights_is_told() -> None:
    keys = [("a", "1"), ("b", "2"), ("c", "1"), ("d", "1")]
    notes = same_weights((name, ModelKey(digest)) for name, digest in keys)
    assert [(n.values["model"], n.values["name"]) for n in notes] == [("a", "c"), ("a", "d")]


def test_a_model_without_a_key_is_like_no_other() -> None:
    assert same_weights([("a", ModelKey("")), ("b", ModelKey(""))]) == []

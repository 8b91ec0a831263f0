from probe.wording.short_names import short_names


def test_short_names_only_where_they_tell_models_apart():
    assert short_names(["a.x", "a.y"]) == {"a.x": "x", "a.y": "y"}
    assert short_names(["a.x", "b.x"]) == {"a.x": "a.x", "b.x": "b.x"}
    assert short_names(["a.x"]) == {"a.x": "a.x"}
    assert short_names(["a.x", "a"]) == {"a.x": "a.x", "a": "a"}

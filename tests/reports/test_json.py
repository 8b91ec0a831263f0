"""report.json: declared fields, valid JSON, a name a model."""

import json

from probe.reports.json import FORMAT_VERSION, MODEL, render


def test_it_is_strict_json_with_its_version(document_of) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    told = json.loads(render(document_of("one_person")), parse_constant=refuse)
    assert told["format_version"] == FORMAT_VERSION
    assert told["headline"]


def test_models_are_their_declared_fields(run_of, document_of) -> None:
    told = json.loads(render(document_of("five")))
    assert all(tuple(model) == MODEL for model in told["models"])
    assert [chapter["key"] for chapter in told["chapters"]] == list(run_of("five").protocols)

"""The Document as JSON: the numbers of the report with their printed strings, for machines."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from probe.reports.document import Document

FORMAT_VERSION = 1


def render(document: Document) -> str:
    """`report.json`: the Document without its pictures and score shapes.

    Every figure is an object with `value` (null when there is none), `text` as printed, and
    `low`, `high`, `interval`, `note`.
    """
    return json.dumps(data(document), ensure_ascii=False, allow_nan=False) + "\n"


def data(document: Document) -> dict[str, Any]:
    """The Document as plain data, without what only a picture can show."""
    told = asdict(document)
    for name in ("pictures", "hero", "axis_marks"):
        del told[name]
    for chapter in told["chapters"]:
        del chapter["pairs"]
        chapter["sheet"] = chapter["sheet"]["caption"] if chapter["sheet"] else None
        for group in chapter["groups"]:
            group["matrices"] = [
                {"model": model.name, "texts": matrix["texts"], "extremes": matrix["extremes"]}
                for model, matrix in zip(document.models, group["matrices"], strict=True)
            ]
        chapter["masked"] = [_masked(each, document) for each in chapter["masked"]]
        chapter["looks"] = [_looks(each, document) for each in chapter["looks"]]
        for each in (*chapter["remedies"], *chapter["crossed"]):
            each["model"] = document.models[each["model"]].name
        for crossed in chapter["crossed"]:
            for pair in crossed["pairs"]:
                for each in pair["maps"]:
                    del each["steps"]
        chapter["cells"] = [
            {"model": model.name, "cells": cells}
            for model, cells in zip(document.models, chapter["cells"], strict=True)
        ]
        chapter["ridges"] = [
            [{"index": r["index"], "text": r["value"], "over": r["over"]} for r in ridges]
            for ridges in chapter["ridges"]
        ]
    for each in told["site"]["verdicts"] if told["site"] else ():
        each["model"] = document.models[each["model"]].name
        for sentence in each["sentences"]:
            sentence["links"] = [link["text"] for link in sentence["links"]]
    for distribution in told["distributions"]:
        for shape in ("mated", "strangers", "alike"):
            del distribution[shape]
    return {"format_version": FORMAT_VERSION, **told}


def _masked(told: dict[str, Any], document: Document) -> dict[str, Any]:
    """A mask variant without its pictures, heat maps as their printed cells."""
    models = [
        {
            "model": model.name,
            "threshold": one["threshold"],
            "strangers": one["strangers"],
            **{
                head: matrix["texts"]
                for head, matrix in zip(told["heads"], one["matrices"], strict=True)
            },
        }
        for model, one in zip(document.models, told["models"], strict=True)
    ]
    rows = [{**row, "model": document.models[row["model"]].name} for row in told["rows"]]
    kept = {name: told[name] for name in ("variant", "caption", "finding", "columns")}
    cells = [
        {"model": model.name, "cells": cells}
        for model, cells in zip(document.models, told["cells"], strict=True)
    ]
    return {**kept, "models": models, "rows": rows, "cells": cells}


def _looks(told: dict[str, Any], document: Document) -> dict[str, Any]:
    """Maps without their pictures."""
    names = ("sentence", "change", "facts", "test")
    models = [
        {
            "model": document.models[one["model"]].name,
            "standard": one["standard"]["label"],
            "level": one["level"]["label"],
            "further": [each["seen"]["label"] for each in one["further"]],
            "further_changes": [each["change"] for each in one["further"]],
            **{name: one[name] for name in names},
        }
        for one in told["models"]
    ]
    return {"variant": told["variant"], "head": told["head"], "models": models}

"""The HTML page as text: self-contained, escaped, small."""

import json
import re

import pytest

from probe import reports
from probe.reports.html import narrow

LIMIT = 3_000_000


def test_five_protocols_and_two_models_stay_under_the_limit(report_of) -> None:
    assert report_of("five")["html"].stat().st_size <= LIMIT


def test_nothing_is_fetched(report_of, page_parser) -> None:
    page = page_parser.Page(report_of("five")["html"].read_text("utf-8"))
    for tag, attributes in page.tags:
        for name in ("src", "href", "action", "srcset", "poster"):
            value = attributes.get(name)
            assert value is None or value.startswith(("#", "data:")), (tag, value)
    source = report_of("five")["html"].read_text("utf-8")
    assert "@import" not in source
    assert not re.search(r"url\((?!data:|#)", source)


def test_every_picture_is_embedded_once_and_every_use_has_one(report_of, page_parser) -> None:
    page = page_parser.Page(report_of("five")["html"].read_text("utf-8"))
    images = [a for tag, a in page.tags if tag == "image"]
    ids = {a["id"] for a in images}
    assert len(ids) == len(images) > 300
    uses = {str(a["href"])[1:] for tag, a in page.tags if tag == "use"}
    assert uses == ids


def test_text_cannot_become_markup(report_of, page_parser) -> None:
    page = page_parser.Page(report_of("hostile")["html"].read_text("utf-8"))
    assert [tag for tag, _ in page.tags].count("script") == 2
    assert not [a for _, a in page.tags if any(name.startswith("on") for name in a)]
    assert "img" not in [tag for tag, _ in page.tags]
    assert (
        '<script>alert("t")</script> & "Title" #strong[x] *bold* _it_ $x$ @ref / end' in page.text
    )
    assert page.data["chapters"]["hostile"]["levels"][0] == '<b>bright</b> & "warm"'


def test_script_json_cannot_end_its_element() -> None:
    from probe.reports.html import script_json

    hostile = {"a": "</script><!--\u2028&amp;<b>"}
    text = script_json(hostile)
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == hostile


@pytest.mark.parametrize("name", ["single_picture", "one_person", "few", "hostile"])
def test_missing_parts_are_said_not_drawn(report_of, page_parser, name: str) -> None:
    page = page_parser.Page(report_of(name)["html"].read_text("utf-8"))
    ids = {a.get("id") for _, a in page.tags}
    assert {"summary", "before", "failures", "method"} <= ids
    assert "nan" not in re.findall(r"[a-z]+", page.text.lower())
    assert not re.search(r"\bNone\b(?! are given)", page.text)
    if name == "single_picture":
        assert "Pictures were not kept with this run." in page.text
        assert "one picture a condition: no pair" in page.text


def test_cells_of_no_pair_are_dashes(report_of, page_parser) -> None:
    page = page_parser.Page(report_of("single_picture")["html"].read_text("utf-8"))
    first = page.maps[0].rows
    assert [first[k][k] for k in range(len(first))] == ["–"] * len(first)
    assert first[0][1] != "–"


def test_script_gets_only_printed_figures(report_of, page_parser) -> None:
    data = page_parser.Page(report_of("five")["html"].read_text("utf-8")).data
    assert data["units"][100 + 87] == ".87"
    assert data["units"][0] == "−1.00"
    for chapter in data["chapters"].values():
        for model in chapter["models"]:
            assert all(isinstance(text, str) for facts in model["facts"].values() for text in facts)


def test_pairs_are_the_stored_scores(run_of, report_of, page_parser) -> None:
    """Hundredths, plus 1000 below the threshold, for the shown person's pictures."""
    from probe.reports.pictures import ordered, shown_subject

    run = run_of("five")
    data = page_parser.Page(report_of("five")["html"].read_text("utf-8")).data
    subject = shown_subject(run, "unmasked")
    images = ordered(run.images[run.images["protocol"] == "distance"])
    own = images[(images["subject"] == subject) & (images["role"] == "subject")]
    a = own.loc[own["condition"] == 1, "image_id"].iloc[0]
    b = own.loc[own["condition"] == 6, "image_id"].iloc[2]
    found = run.pairs
    pairs = found[(found["image_a"] == a) & (found["image_b"] == b)]
    for k, backbone in enumerate(run.backbones):
        score = float(pairs.loc[pairs["backbone"] == backbone, "score"].iloc[0])
        cut = run.manifest.threshold(backbone).value
        told = data["chapters"]["distance"]["models"][k]["pairs"]["1-6"][0][2]
        assert told % 1000 == int(score * 100 + 0.5)
        assert (told >= 1000) == (score <= cut)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (".97", "97"),
        (".05", "05"),
        ("1.00", "1"),
        ("1.13", "1+"),
        (">.99", ">99"),
        ("<−.99", "<−99"),
        ("+.04", "+4"),
        ("−.12", "−12"),
        ("0.97", "97"),
        (">0.99", ">99"),
        ("+0.04", "+4"),
        ("−0.12", "−12"),
        ("−0.5", "−0.5"),
        ("0%", "0%"),
    ],
)
def test_cells_of_a_phone_hold_two_digits(text: str, wanted: str) -> None:
    assert narrow(text) == wanted


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_no_blank_stands_between_sentences_where_the_language_has_none(
    run_of, tmp_path, language: str
) -> None:
    made = reports.write(run_of("five"), tmp_path, ("html",), language=language)
    page = made["html"].read_text("utf-8")
    assert not re.findall(r"[^。]{0,20}。 (?:<span class[^>]*>)?[^\s<]{1,20}", page)


def test_no_pictures_are_promised_where_none_were_kept(report_of) -> None:
    pictures, scores = "choose it to see its pictures", "choose it to see the scores of its pairs"
    with_pictures = report_of("five")["html"].read_text("utf-8")
    without = report_of("single_picture")["html"].read_text("utf-8")
    assert pictures in with_pictures
    assert scores not in with_pictures
    assert scores in without
    assert pictures not in without

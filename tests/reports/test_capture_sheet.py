"""The capture sheet: a page a person, a box a picture."""

import json

import pymupdf
import pytest

from probe.errors import UsageError
from probe.protocol.finding import load_protocol
from probe.reports import capture_sheet
from probe.reports.capture_sheet import sheet_data


def test_every_condition_is_a_row_and_every_person_a_page(protocol_file) -> None:
    protocol = load_protocol(protocol_file)
    data = sheet_data(protocol, 12, 3, "en")
    assert len(data["rows"]) == len(protocol.conditions)
    assert [person["id"] for person in data["people"]][:2] == ["01", "02"]
    assert len(data["people"]) == 12
    json.dumps(data)


def test_the_sheet_is_printed(protocol_file, tmp_path) -> None:
    out = tmp_path / "sheet.pdf"
    capture_sheet.write_sheet(load_protocol(protocol_file), 3, 2, out)
    with pymupdf.open(out) as document:
        assert len(document) == 3
        assert "person ID" in document[0].get_text()


def test_too_many_people_are_refused(protocol_file, tmp_path) -> None:
    with pytest.raises(UsageError, match="people is not printed"):
        capture_sheet.write_sheet(load_protocol(protocol_file), 10**6, 2, tmp_path / "sheet.pdf")
    assert list(tmp_path.glob("*.pdf")) == []

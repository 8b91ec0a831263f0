"""Which files of a run go along: the report and the tables, no vectors and no pictures."""

from probe.exports.files import files_to_go


def test_report_tables_and_protocols_go_and_nothing_that_shows_or_measures_single_people(finished):
    names = [path.relative_to(finished.path).as_posix() for path in files_to_go(finished)]
    assert {"manifest.json", "report.html", "cells.parquet", "protocols/turn.yaml"} <= set(names)
    assert len(names) == len(set(names))
    kept = {path.relative_to(finished.path).parts[0] for path in finished.path.rglob("*")}
    assert {"embeddings", "pictures.zip", "pairs.parquet"} <= kept
    assert not {name.split("/")[0] for name in names} & {
        "embeddings",
        "pictures.zip",
        "pairs.parquet",
    }

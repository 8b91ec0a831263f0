"""With the background removed: the masked figures, their change, the pictures."""

import csv
import io

import numpy as np

from tests.reports.sections.conftest import figure


def test_the_change_is_masked_minus_as_shot(run, told):
    from probe.wording.numbers import Numbers

    unit = Numbers().unit

    for model in told["chapters"][0]["masked"][0]["models"]:
        shot, filled = (
            run.matrix(model["model"], "wall", variant=v) for v in ("unmasked", "files")
        )
        for i in range(3):
            for j in range(3):
                assert model["as shot"][i][j] == unit(shot[i, j])
                assert model["masked"][i][j] == unit(filled[i, j])
                assert model["change"][i][j].lstrip("+") == unit(filled[i, j] - shot[i, j])


def test_exported_tables_hold_the_masked_figures(run, told, tmp_path):
    from probe.reports import tables

    rows = list(csv.DictReader(io.StringIO(tables.cells_csv(run))))
    assert {row["variant"] for row in rows} == {"unmasked", "files"}
    for row in rows:
        where = int(row["i"]), int(row["j"])
        stored = run.matrix(row["backbone"], "wall", variant=row["variant"])[where]
        assert float(row["mean"]) == stored
    for model in told["chapters"][0]["masked"][0]["cells"]:
        for cell in model["cells"]:
            stored = run.matrix(model["model"], "wall", variant="files")[cell["i"], cell["j"]]
            assert cell["mean"]["value"] == stored
    names = {path.name for path in tables.export(run, tmp_path)}
    assert {"wall.stripes.mean.tex", "wall.stripes.mean.files.tex"} <= names
    masked = (tmp_path / "wall.stripes.mean.files.tex").read_text("utf-8")
    assert masked != (tmp_path / "wall.stripes.mean.tex").read_text("utf-8")


def test_masked_pictures_are_filled_at_full_size(run):
    """They are what the network saw, made small: not small pictures, filled."""
    from probe.pictures.renditions import rendition
    from probe.runs.paths import UNMASKED

    images = run.images
    row = images[(images["role"] == "subject") & (images["source"] == "0_70_1.png")].iloc[0]
    mask = run.masks("files").mask(row["image_id"])
    filled = np.where(mask[..., None], figure(0, 70, 1), np.uint8(128))
    stored = run.picture(row["image_id"], "files")
    assert stored == rendition(filled)
    assert run.picture(row["image_id"], UNMASKED) == rendition(figure(0, 70, 1))
    refused = images[images["source"] == "3_70_1.png"].iloc[0]["image_id"]
    assert run.picture(refused, "files") is None

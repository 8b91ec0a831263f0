"""FiftyOne, with FiftyOne itself: a data set in a database of this test's own."""

from pathlib import Path

import pytest
from PIL import Image

from probe.errors import ExportError
from probe.exports.pictures import shown_pictures
from probe.exports.shipped.fiftyone import field_name, spec
from probe.study.request import StudyRequest
from probe.study.steps import run_study
from tests.conftest import PLAIN_PROTOCOL, write_photos


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("arcface.demo_score", "arcface_demo_score"),
        ("factor_height above ground", "factor_height_above_ground"),
        ("照合_missed", "missed"),
        ("2nd", "field_2nd"),
        ("_x", "x"),
    ],
)
def test_names_of_fields_are_plain(name, told):
    assert field_name(name) == told


def test_a_run_without_pictures_is_refused(finished, tmp_path, monkeypatch):
    monkeypatch.setattr(type(finished), "picture_files", [])
    with pytest.raises(ExportError, match="keeps no pictures") as refused:
        spec.export(finished, str(tmp_path))
    assert "--no-pictures" in str(refused.value.hint)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shown")
    protocol = folder / "turn.yaml"
    protocol.write_text(PLAIN_PROTOCOL, encoding="utf-8")
    photos = write_photos(folder / "photos")
    return run_study(StudyRequest(protocol, "stripes", photos=photos, out=folder / "runs", fmr=0.1))


@pytest.fixture(scope="module")
def exported(run, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("fiftyone")
        patch.setenv("FIFTYONE_DATABASE_DIR", str(folder / "database"))
        patch.setenv("FIFTYONE_CONFIG_PATH", str(folder / "config.json"))
        pytest.importorskip("fiftyone", reason="FiftyOne is not installed: probe-reid[fiftyone]")
        made = spec.export(run, str(folder / "pictures"))
        yield made
        made.objects[0].delete()


def test_a_database_that_does_not_answer_is_told(run, tmp_path, monkeypatch):
    class WithoutDatabase:
        @staticmethod
        def dataset_exists(name):
            raise RuntimeError("no MongoDB\nmany more words")

    monkeypatch.setattr("probe.exports.shipped.fiftyone.tool_module", lambda *_: WithoutDatabase)
    with pytest.raises(ExportError, match="FiftyOne refuses: no MongoDB") as refused:
        spec.export(run, str(tmp_path / "there"))
    assert "many more words" not in str(refused.value)
    assert "FIFTYONE_DATABASE_URI" in str(refused.value.hint)
    assert not (tmp_path / "there").exists()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # FiftyOne's own
def test_a_picture_is_a_sample_with_what_the_model_says(run, exported):
    (made,) = exported.objects
    told = {each.image_id: each for each in shown_pictures(run)}
    assert made.name == exported.names[0] == f"{run.manifest.study} {run.manifest.run}"
    assert made.persistent
    assert len(made) == len(told)
    for sample in made:
        each = told[sample["image_id"]]
        assert sample.ground_truth.label == each.subject
        assert sample.condition.label == each.condition
        assert sample["stripes_score"] == pytest.approx(each.scores["stripes"].mean)
        assert 0 <= sample["stripes_missed"] == each.scores["stripes"].missed
        assert sample["stripes_embedding"].tolist() == each.scores["stripes"].vector.tolist()
        assert Path(sample.filepath).read_bytes() == run.picture(each.image_id)
        with Image.open(sample.filepath) as small:
            assert small.format == "WEBP"
    assert made.info["stripes"]["study"] == run.manifest.study


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_the_same_run_again_is_refused_and_what_is_there_stays(run, exported, tmp_path):
    with pytest.raises(ExportError, match="is there already, as ") as refused:
        spec.export(run, str(tmp_path / "again"))
    assert "fiftyone datasets delete" in str(refused.value.hint)
    assert not (tmp_path / "again").exists()
    assert len(exported.objects[0]) == len(list(shown_pictures(run)))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_place_that_is_a_file_is_refused_and_leaves_no_data_set(run, exported, tmp_path):
    import fiftyone

    exported.objects[0].name = f"{exported.names[0]}, kept"
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="there can be no such folder"):
        spec.export(run, str(tmp_path / "file"))
    assert not fiftyone.dataset_exists(exported.names[0])

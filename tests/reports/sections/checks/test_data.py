"""What to check before the results are read."""

from importlib import resources

from probe.reports.document import build
from probe.reports.sections.checks import data as module
from probe.wording import Message


def noted(run, monkeypatch, notes=(), of_model=(), failures=None):
    """The checks of a run with other notes."""
    manifest = run.manifest
    backbones = [entry.model_copy(update={"notes": ()}) for entry in manifest.backbones]
    backbones[0] = backbones[0].model_copy(update={"notes": tuple(n.json() for n in of_model)})
    update = {"notes": tuple(n.json() for n in notes), "backbones": tuple(backbones)}
    if failures is not None:
        update["failures"] = failures
    monkeypatch.setattr(run, "manifest", manifest.model_copy(update=update))
    return build(run, chapter=()).data("checks")


def test_a_run_with_nothing_to_check_has_no_box(run_of, monkeypatch) -> None:
    assert noted(run_of("few"), monkeypatch, failures=()) is None


def test_notes_of_pictures_and_models_stand_with_what_to_do(run_of, monkeypatch) -> None:
    run = run_of("five")
    ignored = Message("note-ignored-pictures", {"count": 93, "first": "a/b.png", "more": 92})
    norms = Message("setup-batch-norm", {"count": 8, "norms": 53})
    checks = noted(run, monkeypatch, [ignored], [norms], failures=())
    first, second = checks.rows
    assert first.text.startswith("93 picture files of the folder are not part of the protocol")
    assert "--verbose" in first.todo
    assert "8 of 53 batch norms were never trained" in second.text
    assert ":" in second.text.partition("batch")[0]  # which of the models
    assert second.todo


def test_tensors_that_are_not_used_are_told_where_there_are_any(run_of, monkeypatch) -> None:
    values = {"file": "own.pth", "family": None, "loaded": 10}
    none, some = (Message("note-weights-loaded", {**values, "dropped": n}) for n in (0, 2))
    run = run_of("one_model")
    assert noted(run, monkeypatch, of_model=[none], failures=()) is None
    (row,) = noted(run, monkeypatch, of_model=[some], failures=()).rows
    assert "2 left out" in row.text


def test_pictures_that_could_not_be_used_are_counted(document_of) -> None:
    rows = document_of("five").data("checks").rows
    assert rows[0].text.startswith("2 pictures")


def test_texts_of_older_runs_are_left_where_they_are(run_of, monkeypatch) -> None:
    run = run_of("few")
    old = run.manifest.model_copy(update={"notes": ("2 picture files are not part of it",)})
    monkeypatch.setattr(run, "manifest", old)
    assert build(run, chapter=()).data("checks") is None


def test_every_note_that_is_looked_for_has_words() -> None:
    english = (resources.files("probe.wording") / "en.ftl").read_text("utf-8")
    for note, todo in {**module.PICTURES, **module.MODELS}.items():
        assert f"\n{note} =" in english
        assert f"\n{todo} =" in english

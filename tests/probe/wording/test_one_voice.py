"""One file holds all English: with a second language nothing is left in the first.

The second language is English between marks (`marked.py`). A study is run and stored in English;
then its report, its advice and what commands print are made in that language. Whatever has letters
outside the marks must be a name, a path or a text that came with the data: `data_of` lists them.
"""

import json
import re
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from PIL import Image

import probe
from probe.cli import main
from probe.contracts import reporter
from probe.pictures.decoding import FORMATS
from probe.protocol.finding import load_protocol
from probe.wording import catalogue
from probe.wording.catalogue import read_wording
from tests.probe.wording.marked import marked_catalogue, outside

pytestmark = pytest.mark.checkout  # the wheel holds the same words: once is enough

SITE = "orientation=any fmr=0.05"
DATA = Path(__file__).parents[2] / "data"

SYMBOLS = (
    "c", "letterbox", "stretch", "cosine", "probe", "html", "pdf", "json", "sha256", "notes.png",
    "{a}", "{b}", ", ".join(FORMATS), "UnidentifiedImageError",
    *(f"p{number}" for number in range(500)),
)  # fmt: skip
"""Called the same in every language: the response bias, ways of fitting, the score, the program,
endings of files, places that the page's script fills in, formats of pictures, an error of Pillow,
and numbers of pictures in a report.
"""

EVALUATION = ("mAP", "mINP", "market1501", "card")
"""Symbols of retrieval figures, the name of a rule and of a way of fitting."""

IDENTIFIERS = {
    "answer", "cells", "data", "evidence", "key", "kind", "language", "measure", "scale", "variant",
}  # fmt: skip
"""Keys of report.json whose values are for machines."""


@pytest.fixture(scope="module")
def marked_text():
    return marked_catalogue((resources.files("probe.wording") / "en.ftl").read_text("utf-8"))


@pytest.fixture
def speak_marked(marked_text, tmp_path, monkeypatch):
    """A function that makes the marked language the one of commands, and `xx` beside it."""

    def switch():
        folder = tmp_path / "languages"
        folder.mkdir()
        for name in ("en", "xx"):
            (folder / f"{name}.ftl").write_text(marked_text, "utf-8")
        monkeypatch.setattr(catalogue, "FOLDER", folder)
        read_wording.cache_clear()

    yield switch
    monkeypatch.undo()
    read_wording.cache_clear()


@pytest.fixture
def masks(photos, tmp_path):
    """Masks of all photographs but one: the drawn figure (see `draw_person`), one unreadable."""
    folder = tmp_path / "masks"
    folder.mkdir()
    for path in sorted(photos.iterdir())[1:]:
        mask = np.zeros((96, 40), np.uint8)
        mask[4:94, 8:32] = 255
        Image.fromarray(mask).save(folder / path.name)
    (folder / path.name).write_bytes(b"no mask")
    return folder


@pytest.fixture
def run(photos, protocol_file, masks, tmp_path, monkeypatch):
    """Two models, one with maps; masks, remedies, a site; a picture and a mask that fail."""
    monkeypatch.syspath_prepend(str(DATA))
    (photos / "07_o90_9.png").write_bytes(b"no picture")
    (photos / "notes.png").write_bytes(b"no place in the protocol")
    return probe.run(
        protocol_file, ["stripes", "mapped_backbone:mapped"], photos=photos, fmr=0.05, site=SITE,
        masks=[f"files={masks}"], attention=True, remedies=True, out=tmp_path / "runs",
    )  # fmt: skip


def strings(value):
    """All texts in plain data, names of fields too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield name
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


def protocol_texts(protocol):
    """Title, question, levels and units of a protocol: texts that come with the data."""
    yield from strings(protocol.model_dump(mode="json"))
    for factor in protocol.axes:
        yield from strings(factor.heading.by_language)
    for condition in protocol.conditions:
        yield protocol.label(condition)


def data_of(run):
    """Names, paths and texts of a run that are the same in every language."""
    manifest = run.manifest
    allowed = [*SYMBOLS, str(run.path), run.path.name, manifest.study, manifest.created, SITE]
    allowed += strings([manifest.options, dict(manifest.packages), manifest.images_digest])
    allowed += [manifest.device, *manifest.variants]
    for model in manifest.backbones:
        allowed += [model.name, model.digest, model.engine, *strings(dict(model.card))]
        allowed += [part.name for part in model.parts]
    for entry in manifest.protocols:
        allowed += [entry.name, entry.file, entry.digest, entry.source]
        allowed += protocol_texts(run.protocols[entry.name])
    for failure in manifest.failures:
        allowed += [failure.picture, Path(failure.picture).stem, failure.subject]
    return allowed


class Page(HTMLParser):
    """The texts of a page: what is shown, what is read out, and what its script is given."""

    def __init__(self):
        super().__init__()
        self.texts = []
        self._within = ""

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in {"style", "script"}:
            self._within = attributes.get("type", tag)
        shown = ("title", "aria-label", "alt", "placeholder", "data-label")
        self.texts += [attributes[name] for name in shown if attributes.get(name)]

    def handle_endtag(self, tag):
        if tag in {"style", "script"}:
            self._within = ""

    def handle_data(self, data):
        if self._within == "application/json":
            self.texts += shown_strings(json.loads(data))
        elif not self._within:
            self.texts.append(data)


def shown_strings(value):
    """The texts in plain data, but for those of machines."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in IDENTIFIERS:
                yield from shown_strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from shown_strings(part)


def shown_in_python(run):
    """What a user at a prompt reads of a run besides figures."""
    manifest = run.manifest
    yield from manifest.notes
    yield from (note for model in manifest.backbones for note in model.notes)
    yield from (entry.note for entry in (*manifest.thresholds, *manifest.further_thresholds))
    yield from (failure.reason for failure in manifest.failures)
    yield from (text for finding in run.findings for text in (finding.message, finding.title))
    for model in run.backbones:
        yield from shown_strings(run.remedies(model, "turn").get("recommendation", ""))
        for rung in run.remedies(model, "turn").get("rungs", ()):
            yield from (rung["label"], rung["note"])
        yield from (record["note"] for record in run.evidence(model, "turn"))
    for verdict in run.site["verdicts"]:
        yield from (sentence["message"] for sentence in verdict["sentences"])
    yield from run.masks("files").refused.values()
    yield from run.cells["fnmr_note"].unique()


def paper_text(path):
    """All text of a PDF, in the order in which it was set; where a name may break, it is joined."""
    with pymupdf.open(path) as document:
        text = "\n".join(page.get_text(sort=False) for page in document)
    return text.replace("\u200b\n", "").replace("\u200b", "")


def left_in_english(texts, data):
    names = frozenset(data)
    return [part for text in texts for part in outside(text, names)]


def test_what_stands_outside_the_marks_is_seen():
    text = "«The model »stripes« misses »3 %« of pairs», and more; 10⁻¹⁵ of stripes.new"
    assert outside(text, ["stripes"]) == [", and more; 10⁻¹⁵ of", ".new"]
    assert outside("«Nothing» is «left»") == ["is"]
    assert outside("«Nothing» 3 % «left»") == []


def test_report_advice_and_commands_are_in_the_second_language(run, speak_marked, tmp_path, capsys):
    speak_marked()
    files = run.report(tmp_path / "report", language="xx")
    data = data_of(run)
    page = Page()
    page.feed(files["html"].read_text("utf-8"))
    assert len(page.texts) > 500
    assert left_in_english(page.texts, data) == []
    report = json.loads(files["json"].read_text("utf-8"))
    assert left_in_english(shown_strings(report), data) == []
    paper = paper_text(files["pdf"])
    assert paper.count("«") > 500
    assert left_in_english([paper], data) == []
    in_python = list(shown_in_python(probe.open_run(run.path, language="xx")))
    assert sum("«" in text for text in in_python) > 50
    assert left_in_english(in_python, data) == []
    shipped = list(protocol_texts(load_protocol(Path("orientation"))))
    for command in (
        ["advise", str(run.path), "--site", SITE],
        ["compare", str(run.path)],
        ["plan", "orientation"],
        ["verify", str(run.path)],
        ["report", str(run.path), "--out", str(tmp_path / "again.json")],
    ):
        assert main(command) == 0
        printed = capsys.readouterr().out
        assert "«" in printed or command[0] == "report"
        allowed = [*data, *shipped, str(tmp_path / "again.json")]
        assert left_in_english(printed.splitlines(), allowed) == [], command


def test_a_text_of_code_that_has_no_message_stays_and_is_seen(
    photos, protocol_file, speak_marked, tmp_path
):
    """What the check is worth: one English text in the manifest, and it finds it."""
    run = probe.run(protocol_file, "stripes", photos=photos, fmr=0.05, out=tmp_path / "runs")
    path = run.path / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["notes"].append("a plug-in says so")
    path.write_text(json.dumps(manifest), "utf-8")
    speak_marked()
    again = probe.open_run(run.path)
    files = again.report(tmp_path / "report", language="xx")
    page = Page()
    page.feed(files["html"].read_text("utf-8"))
    report = json.loads(files["json"].read_text("utf-8"))
    for texts in (page.texts, shown_strings(report), [paper_text(files["pdf"])]):
        left = left_in_english(texts, data_of(again))
        assert {text.lower().strip(".; ") for text in left} == {"a plug-in says so"}


@pytest.fixture
def every_progress(monkeypatch):
    """Progress is told at every turn, also of what is quick."""
    monkeypatch.setattr(reporter, "SLOW", -1.0)
    monkeypatch.setattr(reporter, "EVERY_PIPED", -1.0)


@pytest.mark.usefixtures("every_progress")
def test_what_evaluate_prints_is_in_the_second_language(coloured, speak_marked, tmp_path, capsys):
    speak_marked()
    command = ["evaluate", "--data", f"market_form={coloured}", "--backbone", "stripes"]
    assert main([*command, "--flip", "--rerank", "--cache", str(tmp_path / "cache")]) == 0
    printed, told = capsys.readouterr()
    data = ["stripes", f"market_form={coloured}", "market_form", str(coloured), *EVALUATION]
    assert left_in_english(printed.splitlines(), data) == []
    assert "«embedding with »stripes" in told
    assert "«mirrored, with »stripes" in told
    assert left_in_english(told.splitlines(), data) == []


def test_a_proposed_protocol_is_in_the_second_language(photos, speak_marked, tmp_path, capsys):
    speak_marked()
    out = tmp_path / "mine.yaml"
    assert main(["init", str(photos), "--out", str(out)]) == 0
    comments = [line.partition("#")[2] for line in out.read_text("utf-8").splitlines()]
    assert len(list(filter(None, comments))) == 5
    assert left_in_english(comments, []) == []
    question = load_protocol(out).question.language("en")
    assert left_in_english([question], ["orientation"]) == []
    last = capsys.readouterr().out.splitlines()[-2:]
    fields = ["subject", "level", "take", "camera", "day"]
    assert left_in_english(last, [str(out), str(photos), *fields]) == []


def test_tables_of_a_matrix_are_in_the_second_language(speak_marked):
    from probe.backbones._training.matrix import Matrix
    from probe.backbones._training.matrix_published import published_text
    from probe.backbones._training.matrix_run import RowResult
    from probe.backbones._training.matrix_table import table_text

    speak_marked()
    figures = {"training": {"loss": 2.0}, "duke": {"mAP": 0.5}}
    results = [
        RowResult("plain", 1, "d", figures=figures), RowResult("plain", 2, "d", error="OSError"),
        RowResult("ibn", 1, "d", error="OSError"),
    ]  # fmt: skip
    rows = {name: {"published": {"mAP": 0.4}} for name in ("plain", "ibn")}
    named = {"name": "m", "summary": "s", "recipe": "ibn.small", "seeds": [1, 2]}
    matrix = Matrix.model_validate({**named, "rows": rows, "published_in": "Duke"})
    data = ["plain", "ibn", "duke", "Duke", "mAP", "loss", "OSError"]
    for text in (table_text(results), published_text(matrix, results)):
        assert "«" in text
        assert left_in_english(text.splitlines(), data) == []


def test_what_doctor_prints_is_in_the_second_language(speak_marked, tmp_path):
    """Every test of the doctor that needs no trained weights, and what became of the tensors."""
    import torch

    from probe.backbones._torch.backbone import TorchBackbone
    from probe.backbones._torch.checkpoint import read_checkpoint
    from probe.backbones._torch.doctor import examine
    from probe.backbones._torch.load_report import load_tensors
    from probe.contracts import BackboneCard, Runtime

    speak_marked()
    torch.manual_seed(0)
    network = torch.nn.Sequential(
        torch.nn.Conv2d(3, 8, 8, 8), torch.nn.BatchNorm2d(8), torch.nn.Flatten()
    )
    torch.save(network.state_dict(), tmp_path / "w.pth")
    report = load_tensors(network, read_checkpoint(tmp_path / "w.pth"))
    pictures = np.random.default_rng(0).integers(0, 256, (12, 32, 16, 3), np.uint8)
    card = BackboneCard("small", input_size=(32, 16), dimension=64)
    names = ["ImageNet", "0.5 / 0.5", "LUPerson", "w.pth", "32x16"]
    for training in (False, True):
        network.train(training)
        backbone = TorchBackbone(card, network, Runtime(device="cpu", engine="torch"))
        network.train(training)
        for shown in (pictures, pictures[:3]):
            text = examine(backbone, shown).table()
            assert left_in_english(text.splitlines(), names) == []
    assert left_in_english(report.table().splitlines(), names) == []


@pytest.mark.usefixtures("every_progress")
def test_what_a_run_prints_is_in_the_second_language(
    photos, protocol_file, masks, speak_marked, tmp_path, capsys, monkeypatch
):
    monkeypatch.syspath_prepend(str(DATA))
    (photos / "07_o90_9.png").write_bytes(b"no picture")
    speak_marked()
    model = "mapped_backbone:mapped"
    command = [
        "run", str(protocol_file), "--photos", str(photos), "--backbone", model, "--fmr", "0.001",
        "--mask", f"files={masks}", "--attention", "--remedies", "--site", SITE, "--no-report",
        "--out", str(tmp_path / "runs"), "--cache", str(tmp_path / "cache"), "--resume",
    ]  # fmt: skip
    assert main(command) == 0
    printed, told = capsys.readouterr()
    (path,) = (tmp_path / "runs").glob("*/*")
    assert str(path) in printed
    data = [*data_of(probe.open_run(path)), str(protocol_file)]
    assert left_in_english(printed.splitlines(), data) == []
    for step in ("reading", "masking", "embedding", "comparing", "where", "remedies", "keeping"):
        assert f"«{step} " in told, step
    assert left_in_english(told.splitlines(), data) == []


NETWORK = re.compile(r"(BoT |AGW |SBS )?(SE-|i)?ResNet(-\d+)?(-IBN-a)?|ViT|Swin-[BST]|osnet\w*")
"""Names of networks."""

FAMILIES = (
    "insightface", "torchreid", "SOLIDER", "CLIP-ReID", "TransReID", "FastReID", "open-reid / HHL",
    "reid-strong-baseline", "EnsembleNet", "FD-GAN", "Person_reID_baseline_pytorch",
    "MoCo / LUPerson", "MoCo", "IBN-Net", "torchvision / timm", "timm / DINO", "probe train",
)  # fmt: skip
"""What those who made them call their weights."""


def test_families_of_weights_are_in_the_second_language(speak_marked):
    from probe.backbones._torch.families import recognise
    from tests.backbones._torch.test_families import MADE, OFFICIAL, empty, official

    speak_marked()
    everything = [*(shapes for shapes, *_ in MADE.values()), *map(official, OFFICIAL)]
    for shapes in everything:
        family = recognise(empty(shapes))
        text = str(family)
        assert text.count("«") > 1
        tensors = [evidence for evidence in family.evidence if isinstance(evidence, str)]
        stems = {name.split(".")[0] for name in shapes}
        networks = [found.group() for found in NETWORK.finditer(text)]
        names = [*FAMILIES, *tensors, *stems, *networks, *family.readings]
        names += ["BoT", "AGW", "SBS", "net_Di"]
        assert left_in_english([text], names) == []


@pytest.mark.usefixtures("every_progress")
def test_what_a_training_tells_is_in_the_second_language(speak_marked, tmp_path, capsys):
    """Two sets of people, one of them with a person of one picture, killed and gone on with."""
    from probe.backbones._training.machine import Machine
    from probe.backbones._training.recipe_changes import with_changes
    from probe.backbones._training.recipe_file import load_recipe
    from probe.backbones._training.training import train

    speak_marked()
    sets = [tmp_path / "first", tmp_path / "second"]
    for folder in sets:
        for person, number in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)]:
            path = folder / f"p{person}" / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            drawn = np.random.default_rng([len(str(folder)), person, number])
            drawn = drawn.integers(0, 256, (32, 16, 3), np.uint8)
            Image.fromarray(drawn).save(path)
        (folder / "p2" / "9.png").write_bytes(b"no picture")
    changes = {
        "data": {"kind": "folder", "forms": ["identity_folders"], "all_parts": False},
        "network.blocks": [1, 1, 1, 1], "network.widths": [4, 4, 4, 4], "network.dimension": 4,
        "sampler.batch": 4, "epochs": 1, "augmentation.all.0.size": [32, 16],
    }  # fmt: skip
    recipe = with_changes(load_recipe("arcface.demo"), changes)
    given = tuple(f"identity_folders={folder}" for folder in sets)
    for resume in (False, True):
        train(
            recipe, tmp_path / "out", reporter.Console(), Machine("cpu", threads=1), data=given,
            resume=resume,
        )  # fmt: skip
    told = capsys.readouterr().err
    for said in ("one picture only", "pictures/s, waited", "training »arcface.demo", "left out"):
        assert said in told, said
    stages = [stage.name for stage in recipe.stages]
    sets_shown = ["identity_folders", "identity_folders#5", "p2/9.png", ", ".join(FORMATS)]
    figures = ["right"]
    assert left_in_english(told.splitlines(), [recipe.name, *stages, *sets_shown, *figures]) == []

"""What a study says of input that carries less than was asked: on the screen, in the report."""

import json
import re

import pytest

from probe.cli import main
from probe.errors import UsageError
from probe.runs.reading import Run
from probe.wording import wording_of

in_words = wording_of().stored

BROKEN = '''
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec

class Broken:
    """Mean colours, spoilt for the seventh picture of a batch."""

    def __init__(self, card, value):
        self.card, self.value = card, value

    def embed(self, images):
        vectors = images.reshape(len(images), 8, -1).mean(axis=2).astype(np.float32)
        vectors[6:7] = self.value
        return vectors

class Pairs:
    """Scores of which some are no numbers."""

    def __init__(self, card):
        self.card = card

    def score(self, first, second):
        scores = np.zeros(len(first), np.float32)
        scores[0] = np.nan
        return scores

def spec_of(name, make):
    card = BackboneCard(name, input_size=(48, 20), needs_weights=False)
    return BackboneSpec(cards=(card,), load=lambda c, w, r: make(c))

nan = spec_of("nan", lambda c: Broken(c, np.nan))
infinite = spec_of("infinite", lambda c: Broken(c, np.inf))
zero = spec_of("zero", lambda c: Broken(c, 0))
pairs = spec_of("pairs", Pairs)
'''


@pytest.fixture
def probe_run(tmp_path, protocol_file, monkeypatch, capsys):
    (tmp_path / "broken_models.py").write_text(BROKEN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)

    def call(folder, *more):
        code = main(["run", str(protocol_file), "--photos", str(folder), *more])
        told = capsys.readouterr()
        runs = [Run(path.parent) for path in tmp_path.glob("runs/turn/*/manifest.json")]
        return code, told, runs

    return call


@pytest.mark.parametrize(
    ("name", "what"),
    [("nan", "NaN or infinity"), ("infinite", "NaN or infinity"), ("zero", "is zero")],
)
def test_vectors_that_are_no_vectors_stop_the_run_by_the_picture(probe_run, photos, name, what):
    code, told, (run,) = probe_run(photos, "--backbone", f"broken_models:{name}")
    assert code == 2
    assert "Traceback" not in told.err
    message = told.err[told.err.index("probe: ") :]
    assert re.search(rf"\d\d_o\d+_\d\.png.*{what}", message, re.DOTALL), message
    assert name in message
    assert run.manifest.status == "failed"
    assert what in in_words(run.manifest.notes[-1])


def test_pair_scores_that_are_no_numbers_stop_the_run(probe_run, photos):
    code, told, (run,) = probe_run(photos, "--backbone", "broken_models:pairs")
    assert code == 2
    assert re.search(r"probe: .*NaN", told.err, re.DOTALL), told.err
    assert run.manifest.status == "failed"


def test_a_rate_that_cannot_be_resolved_is_refused_by_how_many_people_it_takes(probe_run, photos):
    code, told, (run,) = probe_run(photos, "--fmr", "0.001", "--backbone", "stripes")
    assert code == 0
    wanted = r"0\.1 % needs at least \d+ people with three pictures each.*there are 8"
    assert re.search(wanted, told.out.replace("\u00a0", " ")), told.out
    assert run.manifest.threshold("stripes").value is None
    assert run.cells["fnmr"].isna().all()
    told = json.loads((run.path / "report.json").read_text("utf-8"))
    assert re.search(wanted, told["summary_note"].replace("\u00a0", " "))
    worst = [worst for row in told["summary"]["rows"] for worst in row["worst"]]
    said = {worst[key] for worst in worst for key in ("head", "limits", "standard", "usable")}
    assert said == {""}  # nothing of misses


def test_one_person_without_strangers_speaks_of_this_person_only(probe_run, make_photos, tmp_path):
    folder = make_photos(tmp_path / "one", people=1)
    code, told, (run,) = probe_run(folder, "--backbone", "stripes")
    assert code == 0
    assert "What follows speaks of new pictures of this person only." in told.out
    assert "no threshold could be set (there are no strangers to set it on)" in told.out
    assert run.cells["retention"].isna().all()
    page = (run.path / "report.html").read_text("utf-8")
    assert "No strangers were compared." in page
    assert "One person was compared: figures speak of new pictures of this person" in page


def test_no_false_match_rate_at_all_is_refused(photos, protocol_file, tmp_path):
    import probe

    with pytest.raises(UsageError, match="at least one false match rate"):
        probe.run(protocol_file, photos=photos, fmr=(), out=tmp_path)

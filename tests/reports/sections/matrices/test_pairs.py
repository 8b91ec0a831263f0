"""The scores of the shown person's pictures: the stored ones, no picture with itself."""

import pytest

from probe.reports.sections.matrices.pairs import NO_MATCH, pairs_of


@pytest.fixture(scope="module")
def stored(run):
    mated = run.pairs[(run.pairs["kind"] == "mated") & (run.pairs["variant"] == "unmasked")]
    rows = mated[mated["backbone"] == "mapped"]
    keys = zip(rows["image_a"], rows["image_b"], strict=True)
    return {frozenset(key): score for key, score in zip(keys, rows["score"], strict=True)}


def test_every_score_is_that_of_its_two_pictures(chapter, stored) -> None:
    shown, cut = chapter.shown.subject, chapter.source.cut("mapped")
    grids = pairs_of(chapter, "mapped")
    assert list(grids) == ["0-0", "0-1", "0-2", "1-1", "1-2", "2-2"]
    matches = 0
    for place, grid in grids.items():
        i, j = map(int, place.split("-"))
        for a, row in zip(shown[i], grid, strict=True):
            for b, value in zip(shown[j], row, strict=True):
                if a == b:
                    assert value is None
                    continue
                score = stored[frozenset((a, b))]
                printed = value - NO_MATCH if value > NO_MATCH / 2 else value
                assert printed == pytest.approx(100 * score, abs=0.51)
                assert (value > NO_MATCH / 2) == (score <= cut)
                matches += score > cut
    assert 0 < matches < 30


def test_without_a_threshold_nothing_is_marked(chapter, monkeypatch) -> None:
    monkeypatch.setattr(type(chapter.source), "cut", lambda *_: None)
    grids = pairs_of(chapter, "mapped").values()
    assert all(abs(v) <= 100 for grid in grids for row in grid for v in row if v is not None)


def test_a_chapter_whose_pairs_were_not_kept_has_none(chapter, run, monkeypatch) -> None:
    none = run.pairs.iloc[:0]
    monkeypatch.setattr(run, "pairs_of", lambda *_: none)
    assert pairs_of(chapter, "mapped") == {}

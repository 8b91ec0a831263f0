"""Where the models look with the background removed: maps of every mask variant, no other."""

from probe.reports.sections.looks.data import looks_in, looks_json
from probe.reports.sections.looks_masked.data import build, to_json, to_script


def test_documents_of_masked_runs_are_whole(document):
    chapter = document.chapters[0]
    assert [len(one.matrices) for one in chapter.data("masked")[0].models] == [3, 3]
    assert len(chapter.data("masked")[0].pictures) == 3
    for looks in (chapter.data("looks"), *chapter.data("looks_masked")):
        for look in looks.models:
            for key in (look.standard.picture, look.level.plain):
                assert key in document.pictures


def test_the_maps_are_those_of_the_masked_pictures(chapter, run):
    (looks,) = build(chapter)
    assert looks.variant == "files"
    evidence = {e["condition"]: e for e in run.evidence("mapped", "wall", "files")}
    shown = run.looks("mapped", "wall", "files")["shown"]
    printed = chapter.source.printer.unit(evidence[shown]["cosine"][0])
    assert ("Cosine", printed) in looks.models[1].facts
    assert looks.models[1].level.plain != looks_in(chapter, "unmasked").models[1].level.plain


def test_json_and_script_hold_them_after_those_of_the_pictures_as_shot(chapter, run):
    variants = build(chapter)
    stored = to_json(variants, run.backbones)
    assert stored == {"looks": [looks_json(variants[0], run.backbones)]}
    assert [points["variant"] for points in to_script(variants)["points"]] == ["files"]
    assert to_json(None, run.backbones) == {"looks": []}


def test_a_run_without_masks_has_none(document_of):
    assert document_of("one_model").chapters[0].data("looks_masked") is None

"""Everything the report says that is not a finding, by language.

A second language is a second entry of `PHRASES` with the same keys; titles, questions and level
labels come from the protocols, in their own languages.
"""

from __future__ import annotations

from collections.abc import Mapping

from probe.reports.answers import ANSWERS
from probe.reports.phrases_method import METHOD
from probe.runs.manifest import COSINE

Phrases = Mapping[str, str]

_ENGLISH: dict[str, str] = {
    **ANSWERS,
    "kicker": "Which model still recognises the same person?",
    "skip": "Skip to the summary",
    "sections": "Sections",
    "summary": "Summary",
    "method": "Method",
    "model": "Model",
    "factor": "Factor",
    "standard": "standard",
    "worst_title": "Worst case of each factor.",
    "worst_retention": "Retention is the share of the margin over strangers that is left: 1 "
    "is as good as the standard condition, 0 no better than a stranger. Each tick is one "
    "level, the dot the worst, the bar its 95 % interval.",
    "worst_mean": "Mean cosine against the standard condition; no strangers were compared, "
    "so it cannot be calibrated and models cannot be read against each other. Each tick is "
    "one level, the dot the lowest, the bar its 95 % interval.",
    "misses": "misses",
    "misses_up_to": "misses up to",
    "none": "none",
    "usable": "usable",
    "note_decided": "Misses: pairs of the same person at or below the threshold (FNMR), at "
    "the level where most are missed; the threshold lets {fmr} of strangers at large pass in "
    "the standard condition (FMR). Usable: the unbroken range around the standard in which "
    "misses stay at or under {limit}; nothing is claimed beyond what was measured.",
    "note_undecided": "Misses are not counted: {why}.",
    "before_title": "Before anything changes",
    "before_head": "The standard condition, and the threshold everything else is held to.",
    "before_head_undecided": "The standard condition.",
    "before_caption": "Cosine similarity of two pictures of the same person "
    "(blue){strangers}{alike}. {decision}Shapes are smoothed and each is scaled to its own "
    "peak.",
    "before_strangers": ", of two strangers at large (grey)",
    "before_alike": " and of two strangers dressed alike (dashed)",
    "before_decision": "Left of the line the system says “different”, right of it “same”. ",
    "same_person": "same person",
    "strangers": "strangers",
    "dressed_alike": "dressed alike",
    "threshold": "threshold",
    "how_title": "How to read the figures",
    "how_mean": "Cosine similarity of two pictures, always on this scale from 0 to 1. What a "
    "number means differs between models: a cosine can be a stranger for one and the same "
    "person for another.",
    "how_retention": "Retention, always on this scale: how much of the margin over strangers "
    "is left. It means the same for every model and is the figure to compare by.",
    "how_missed": "Missed: the red part of the same person’s scores lies at or below the "
    "threshold (FNMR). Strangers to the right of the line are false matches (FMR).",
    "sheet_head": "What was compared.",
    "sheet_caption": "One row a condition: pictures of one of the {subjects}, then of "
    "others. {rule}",
    "sheet_caption_one": "One row a condition: pictures of the one person who was compared.",
    "sheet_rule": "The person shown is the one whose mean score is nearest the median.",
    "sheet_own": "one person",
    "sheet_others": "other people",
    "sheet_strangers": "strangers in their own clothes",
    "no_pictures": "Pictures were not kept with this run.",
    "matrix_head": "Every condition against every other.",
    "matrix_caption": "{people}, {pairs}{calibrated}.",
    "matrix_calibrated": "; first as raw cosines, then the same cells calibrated",
    "contours": "Light lines are contours, every {step}.",
    "matrix_hint": "Point at a cell for its figures, choose it to see its pictures.",
    "phone_hint": "On a narrow screen cells are in hundredths: 97 is .97.",
    "more_matrices": "More matrices: {titles}",
    "lowest": "lowest",
    "highest": "highest",
    "mean": "Cosine similarity",
    "mean_caption": "Mean cosine of pictures of the same person.",
    "mean_low": "unlike",
    "mean_high": "alike",
    "retention": "Retention",
    "retention_caption": "(same person − strangers) in the cell ÷ (same person − strangers) "
    "in the standard condition.",
    "retention_low": "a stranger",
    "retention_high": "as standard",
    "fnmr": "Missed (FNMR)",
    "fnmr_caption": "Pairs of the same person at or below the threshold, in per cent.",
    "fnmr_low": "none missed",
    "fnmr_high": "all missed",
    "log10_fmr": "log₁₀ FMR",
    "log10_fmr_caption": "How rarely strangers in the standard condition score as high as "
    "the mean of the cell: −2 is one in a hundred. “<” means that no stranger did.",
    "log10_fmr_low": "every stranger",
    "log10_fmr_high": "1 in 10,000",
    "at_large": "Strangers at large",
    "at_large_caption": "Mean cosine of two different people, in clothes of their own.",
    "alike": "Strangers dressed alike",
    "alike_caption": "Mean cosine of two different people in the same clothes.",
    "ridge_head": "Where the decision falls.",
    "ridge_caption": "Scores of every level against the standard condition. Blue: the same person, "
    "accepted. Red: the same person, missed. {strangers}Shapes are smoothed and each is scaled to "
    "its own peak; what is missed is counted.",
    "ridge_head_undecided": "How the scores spread.",
    "ridge_caption_undecided": "Scores of every level against the standard condition. Blue: the "
    "same person. {strangers}Shapes are smoothed and each is scaled to its own peak.",
    "ridge_strangers": "Grey: strangers at large. ",
    "missed": "missed",
    "missed_head": "Missed",
    "mean_short": "mean",
    "table": "All figures against the standard condition",
    "level": "Level",
    "cosine": "Cosine",
    "sd_pairs": "sd pairs",
    "sd_subjects": "sd people",
    "pairs": "Pairs",
    "people": "People",
    "at_large_short": "Strangers",
    "alike_short": "Alike",
    "dprime": "d′",
    "auc": "AUC",
    "eer": "EER",
    "passing": "FMR",
    "passing_alike": "FMR alike",
    "table_note": "Below a figure its 95 % interval, pointwise, over people. Strangers, Alike: "
    "mean cosine of strangers at large and dressed alike; FMR, FMR alike: share of them above the "
    "threshold. sd: spread of the scores over pairs, and of the people’s means over people. {none}",
    "not_measured": "not measured",
    "failures_title": "Failures to acquire",
    "no_failures": "Every picture could be used.",
    "failures_text": "{n} could not be used and took no part; they are counted, not hidden.",
    "failures_more": "and {n} more, listed in manifest.json",
    "failure_heads": "Protocol|Condition|Person|Picture|Reason",
    "method_title": "Method and provenance",
    "pair_text_all": "All pairs of the person shown; the means below are over all people. "
    "Underlined in red: not above the threshold. Rows: {a}. Columns: {b}.",
    "as_shot": "as shot",
    "masked": "masked",
    "change": "change",
    "masked_head": "With the background removed.",
    "masked_caption": "The same pictures with everything that is not the person set to grey "
    "({fill}), {kind}; {refused}. The person covers {cover} of a picture. {quality}{threshold}",
    "masked_quality": "Held against the exact masks of {n} they overlap by {mean} (IoU; one in "
    "twenty under {low}). ",
    "masked_threshold": "The threshold is set anew for masked pictures.",
    "masked_by": "by the masks of {name}",
    "masked_by_scene": "from the renderer’s exact masks",
    "masked_by_files": "from mask files",
    "masked_by_sam": "by Segment Anything",
    "masked_by_grabcut": "by GrabCut, which knows no people: look at the pictures",
    "masked_none_refused": "no mask was refused",
    "masked_refused": "{n} of this factor had no usable mask and took no part ({why})",
    "masked_undecided": "Masked pictures have no threshold: {why}.",
    "masked_table": "Against the standard condition, as shot and masked",
    "masked_table_note": "Below a figure its 95\u00a0% interval over people; the change is paired, "
    "the same people with and without background. Changes of misses are in points of a hundred.",
    "lower_masked": "lower when masked",
    "higher_masked": "higher",
    "threshold_both": "threshold {a}, masked {b}",
    "strangers_both": "strangers {a}, masked {b}",
    "failures_masked": "{n} could be used as shot but not masked.",
    "looks_head": "Where the models look.",
    "looks_head_masked": "Where they look with the background removed ({name}).",
    "looks_caption": "The standard view beside the level that cost this model most. The brighter a "
    "place, the more it added to the similarity of these two pictures. Maps sum to the cosine "
    "where the sum is given as exact; a map says what a place contributed, not why, and a place "
    "has seen a little beyond itself.",
    "looks_caption_masked": "The same pictures after everything but the person was filled with "
    "grey.",
    "looks_further": "Other levels against the standard view, on the same scale, with the cosine; "
    "beside it the change of the mean map",
    "looks_points": "Choose a place in one picture to see where the other answers; arrow keys move "
    "it, Escape goes back.",
    "looks_sentence": "{person} of what makes these pictures alike to {model} lies on the "
    "person{parts}, {background} {around}{carried} (mean of {people}).",
    "looks_covering": "Covered bit by bit, {person} of what {model} loses lies on the "
    "person{parts}, {background} {around}{carried} (mean of {people}).",
    "looks_parts": " ({parts})",
    "looks_part": "{share} on {region}",
    "looks_around": "on the background",
    "looks_around_masked": "on the grey around them",
    "looks_carried": ", {share} on what is carried",
    "looks_mixed": "For {model} some regions speak for the match and others against it; no share "
    "is stated.",
    "looks_no_regions": "Without masks it cannot be said how much of what {model} sees is the "
    "person.",
    "looks_hardly": "From the standard condition to {level} the similarity hardly changes "
    "({before} to {after}).",
    "looks_change": "From the standard condition to {level} their similarity goes from {before} "
    "to {after}. {lead}{parts} (regions exchanged one at a time, {people}).",
    "looks_share": "{share} of the change is charged to {region}: ",
    "looks_whole": "The whole change is charged to {region}: ",
    "looks_charged": "Charged: ",
    "looks_no_pictures": "No picture was kept with this run: the maps lie on plain grey, the "
    "person lighter where a mask is known.",
    "region_person": "the person",
    "region_head": "the head",
    "region_torso": "the torso and arms",
    "region_legs": "the legs",
    "region_carried": "what is carried",
    "region_background": "the background",
    "fact_map": "from the map",
    "fact_constant": "belongs to no place",
    "fact_top": "brightest place adds",
    "fact_kind": "how",
    "kind_exact": "exact",
    "kind_gradient": "gradient, smooth factors held",
    "kind_occlusion": "by covering parts",
    "kind_no_sum": "need not sum",
    "fact_error": "error of the sum",
    "fact_leaky": "background’s part of the change, by the maps",
    "fact_reliance": "background reliance, 0 to 1",
    "looks_least": "adds nothing",
    "looks_most": "adds most",
    "looks_mean": "mean map of the level minus that of the standard (±{top})",
    "laid_keypoints": "Mean maps are laid over each other by the body’s joints.",
    "laid_mask": "Mean maps are laid over each other by the box of the person’s mask.",
    "laid_": "Mean maps are of whole pictures: nobody’s place in them is known.",
    "looks_mean_low": "lost",
    "looks_mean_high": "gained",
    "looks_test": "Put to the test on {pairs}: covering the strongest places first leaves a mean "
    "similarity of {deletion} (random order {deletion_random}; lower is better), building the "
    "picture up from them {insertion} ({insertion_random}; higher is better).",
    "looks_scrambled": "With its weights shuffled the model’s maps correlate {likeness} with these "
    "(1: the map shows the picture, not what was learned).",
    "remedies_head": "What helps.",
    "remedies_caption": "Remedies against the level at which each model keeps least, against the "
    "standard condition, each with its own threshold; the change is paired on the same people, "
    "with its 95\u00a0% interval. Doing nothing may differ a little from the figures above: here "
    "strangers are met in the standard condition only, and thresholds rest on everybody. "
    "Milliseconds a picture are of this machine, masks included "
    "where they had to be made.",
    "remedy": "Remedy",
    "remedy_cost": "ms",
    "remedy_nothing": "nothing",
    "remedy_flip-average": "mirror image averaged in",
    "remedy_left-right": "people turned to one side",
    "remedy_mask": "background removed",
    "remedy_resolution": "the lower resolution for both",
    "remedy_views-3": "three gallery views",
    "remedy_views-5": "five gallery views",
    "remedy_score-norm": "scores normalised by strangers",
    "remedy_together": "all of these together",
    "further": "Missed at {rate}",
    "decisions_head": "At the threshold.",
    "decisions_caption": "A pair matches above the threshold, which is set on strangers at large "
    "in the standard condition for the false match rate (FMR) named. Below a share of misses its "
    "95 % interval, for new people at this very threshold; last, that of the most missed for a "
    "threshold set anew, at the same rate, on other strangers.",
    "decisions_split": " The people were split: thresholds were set on {tuned} of them, and every "
    "FMR that is measured is that of the other {tested}.",
    "decisions_fmr": "FMR",
    "decisions_threshold": "Threshold",
    "decisions_all": "every model",
    "decisions_above": "Strangers above it",
    "decisions_tested": "Of the other half",
    "decisions_standard": "Missed, standard",
    "decisions_worst": "Most missed",
    "decisions_anew": "Set anew",
    "lean_title": "Leaning",
    "lean_note": "misses against false matches once conditions change",
    "lean_none": "not known",
    "lean_open": "no interval",
    "lean_precision-first": "precision-first",
    "lean_recall-first": "recall-first",
    "lean_neither": "neither shown",
    "lean_here": "{side} on these people",
    "versus_title": "Which model",
    "versus_head": "Paired on the same people and pictures.",
    "versus_caption": "Second model minus first, over all levels but the standard, with 95\u00a0% "
    "intervals over people. Bold: shown to differ. Raw cosines of two models are on different "
    "scales and are not compared.",
    "versus_pair": "Second − first",
    "versus_levels": "Single levels that differ",
    "versus_all_levels": "all",
    "versus_more": "{n} more in differences.parquet.",
    "versus_points": "Missed, points",
    "close": "Close",
    "of": "{a} of {b}",
    "missed_pairs": "{a} missed",
    "page_of": "{a} / {b}",
    "no_pairs_kept": "The scores of single pairs were not kept for this cell.",
    "enrolled": "Enrolled",
    "enrolled_text": "in the standard condition{over}",
    "enrolled_over": "; a match scores over {scores}",
    "hero_same": "Same person",
    "hero_same_text": "{level}: scores {scores}{verdict}",
    "hero_other": "Someone else",
    "hero_alike": "dressed alike: {passing} of such pairs pass as the same person",
    "hero_alike_mean": "dressed alike: such pairs score {scores} on average",
    "hero_large": "a stranger at large: such pairs score {scores} on average",
    "verdict_same": ", the same person to {who}",
    "verdict_stranger": ", a stranger to {who}",
    "verdict_split": ", a stranger to {who}",
    "the_model": "the model",
    "both_models": "both models",
    "all_models": "all {n} models",
    "some_models": "{k} of {n} models",
    **METHOD,
    "expect_sensitive": "a fall is wanted here",
    "conditions_of": "{n} conditions",
    "fact_cosine": "Cosine",
    "fact_strangers": "Strangers",
    "fact_alike": "Dressed alike",
    "fact_retention": "Retention",
    "fact_missed": "Missed",
    "fact_log10": "log₁₀ FMR",
    "fact_dprime": "d′, AUC, EER",
    "fact_pairs": "Pairs, people",
}

PHRASES: Mapping[str, Phrases] = {"en": _ENGLISH}


def phrases(language: str, score: str = COSINE) -> Phrases:
    """The phrases of a language; English where a language or a phrase is missing.

    Args:
        language: `en`, ...
        score: what all models of a run compare pictures by: it stands where phrases say cosine.
    """
    words = {**_ENGLISH, **PHRASES.get(language, {})}
    if score == COSINE:
        return words
    title = score[:1].upper() + score[1:]
    names = (("Cosine similarity", title), ("Cosine", title), ("cosine", score))
    for name, shown in names:
        words = {key: text.replace(name, shown) for key, text in words.items()}
    return words

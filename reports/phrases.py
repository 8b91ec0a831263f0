"""Everything the report says that is not a finding, by language.

A second language is a second entry of `PHRASES` with the same keys; titles, questions and level
labels come from the protocols, in their own languages.
"""

from __future__ import annotations

from collections.abc import Mapping

Phrases = Mapping[str, str]

_ENGLISH: dict[str, str] = {
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
    "m_pictures": "Pictures",
    "m_comparisons": "Comparisons",
    "m_threshold": "Threshold",
    "m_retention": "Retention and log₁₀ FMR",
    "m_intervals": "Intervals",
    "m_limits": "Not covered",
    "m_pictures_text": "{pictures} of {people} in {conditions}; {source}. {fit}",
    "m_scene": "rendered scenes, everything but the factor at the standard condition",
    "m_photos": "photographs",
    "m_mixed": "photographs and rendered scenes",
    "m_fit": "Pictures are brought to each network’s input size once ({fit}).",
    "m_comparisons_text": "Cosine of unit-length feature vectors. A mated cell averages all "
    "pairs of pictures across its two conditions (on the diagonal the pairs of different "
    "pictures; no picture meets itself), first within a person, then over people. "
    "{strangers} {alike}",
    "m_strangers": "Strangers at large: pictures of one person in the one condition against "
    "pictures of another in the other, both directions, each pair of people weighing the "
    "same.",
    "m_no_strangers": "No strangers were compared.",
    "m_alike": "Strangers dressed alike are two people in the same clothes.",
    "m_no_alike": "Strangers dressed alike were not measured.",
    "m_threshold_text": "A pair matches if and only if its score is above the threshold. It "
    "is set once for each model on strangers at large in the standard condition, at a false "
    "match rate of {fmr}, and applied to every condition. {each}",
    "m_threshold_each": "{model}: {value}, {matches} of {comparisons} comparisons above it.",
    "m_no_threshold": "No threshold was set: {why}. Misses, and ranges of use, are therefore "
    "not stated.",
    "m_retention_text": "Retention is (mated − non-mated) in a cell divided by (mated − "
    "non-mated) in the standard condition; it does not change when a model’s cosines are "
    "shifted or stretched. log₁₀ FMR is the share of strangers in the standard condition "
    "that score as high as the cell’s mean; it does not change under any increasing map of "
    "the scores.",
    "m_intervals_text": "95 %, pointwise, with the person as the unit: {methods}.",
    "m_intervals_caveat": "Keep in mind: {what}.",
    "m_intervals_none": "None are given.",
    "m_intervals_why": "Where none is printed: {why}.",
    "m_limits_text": "Nothing is claimed outside the measured levels, nor for people unlike "
    "those compared. A range of intervals is not simultaneous: among many cells some miss "
    "their truth.",
    "m_limits_one": "One person was compared: figures speak of new pictures of this person, "
    "taken the same way.",
    "p_study": "Study",
    "p_run": "Run",
    "p_images": "Pictures, sha256",
    "p_options": "Options",
    "p_seeds": "Seeds",
    "p_device": "Device",
    "p_packages": "Packages",
    "p_notes": "Notes",
    "p_protocol": "Protocol {name}",
    "p_model": "Model {name}",
    "p_failures_of": "{n} failures to acquire",
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


def phrases(language: str) -> Phrases:
    """The phrases of a language; English where a language or a phrase is missing."""
    return {**_ENGLISH, **PHRASES.get(language, {})}

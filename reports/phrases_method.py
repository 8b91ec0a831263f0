"""What the report says about how its figures were made, in English."""

from __future__ import annotations

METHOD: dict[str, str] = {
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
    "m_across": "Only pictures of different {places} are compared, of the same person as of "
    "strangers.",
    "m_no_strangers": "No strangers were compared.",
    "m_alike": "Strangers dressed alike are two people in the same clothes.",
    "m_no_alike": "Strangers dressed alike were not measured.",
    "m_threshold_text": "A pair matches if and only if its score is above the threshold. It "
    "is set once for each model on strangers at large in the standard condition, at a false "
    "match rate of {fmr}, and applied to every condition. {each}",
    "m_threshold_each": "{model}: {value}, {matches} of {comparisons} comparisons above it.",
    "m_threshold_split": "It was set on {tuned} of the people, chosen by a fixed shuffle; false "
    "match rates were then measured among the other {tested}, so that no threshold is tested on "
    "those it was tuned on. Misses are counted over everybody.",
    "m_threshold_further": "At further rates: {each}.",
    "m_leaning": "Precision- or recall-first",
    "m_leaning_text": "c is the response bias of signal detection theory, half the difference "
    "between the normal quantiles of the misses and of the false matches, both averaged over every "
    "changed condition of the factors that should leave the match unchanged. Above 0 a model "
    "rejects the same person more readily than it accepts a stranger (precision-first), below 0 it "
    "is the other way round (recall-first). It depends on the false match rate the threshold is "
    "set for.",
    "m_no_threshold": "No threshold was set: {why}. Misses, and ranges of use, are therefore "
    "not stated.",
    "m_retention_text": "Retention is (mated − non-mated) in a cell divided by (mated − "
    "non-mated) in the standard condition; it does not change when a model’s cosines are "
    "shifted or stretched. log₁₀ FMR is the share of strangers in the standard condition "
    "that score as high as the cell’s mean; it does not change under any increasing map of "
    "the scores.",
    "m_intervals_text": "95 %, pointwise, with the person as the unit: {methods}.",
    "m_intervals_misses": "Intervals of misses speak of new people at the threshold printed, not "
    "of a threshold set anew: that one errs too, and its wider intervals stand in the table of "
    "thresholds and in rates.parquet.",
    "m_intervals_bad": "The interval of a mean cosine cannot know of people who are not among "
    "those compared: in simulated studies in which one person in ten is very hard to recognise it "
    "held the truth in as few as {held} of the samples of this size, having been too high when "
    "none of them took part. Misses, retention and paired differences held theirs.",
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
}

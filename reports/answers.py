"""What the report says about crossed factors and about a site, in English."""

ANSWERS: dict[str, str] = {
    "crossed_head": "Together and one by one.",
    "crossed_caption": "Left: retention where both factors change, against the standard condition. "
    "Right: what they cost together beyond the sum of what each costs alone; amber where together "
    "they cost more. Bold: shown, with all departures decided together (Holm).",
    "crossed_retention": "Retention",
    "crossed_beyond": "Beyond the sum of both",
    "crossed_factors": "Change of retention",
    "crossed_ends": "at either end",
    "crossed_difference": "Difference",
    "crossed_detectable": "Would have been seen",
    "crossed_more": "more together",
    "crossed_less": "less together",
    "crossed_shares": "Where the differences between people and conditions come from, as shares of "
    "the variance (mixed model): {parts}.",
    "share_subject": "people, alike in every condition",
    "share_rest": "the rest",
    "share_higher": "three factors or more",
    "site_title": "For the site you named",
    "site_use": "may be used",
    "site_promising": "may do",
    "site_doubtful": "not shown to do",
    "site_unmeasured": "not measured for all of it",
    "site_undecided": "cannot be judged",
    "site_avoid": "not to be used",
    "site_cells": "figures",
    "site_more": "and {n} more",
    "site_page": "p.",
}

### English: every sentence, label and phrase that probe prints. The other language files are
### copies of this one with the sentences in another language; nothing else needs to change.
###
### A sentence says how each of its numbers is printed: { PERCENT($rate) }, { COUNT($people) }.
### The functions stand in the table at the top of functions.py. A line break is printed as a space.
### Between a number and its unit stands a no-break space (U+00A0).
### How numbers look (numbers.py) can be changed by messages such as number-point and number-group.
###
### Add a message to the section it belongs to; ids start with the section's word. Every message
### must be used and every one that is used must be here: tests/probe/wording checks both.

## ---- Lists, ranges and counts -------------------------------------------------------------------

list-comma = { $first }, { $second }
list-and = { $first } and { $second }
list-or = { $first } or { $second }
range = { $first } to{ "\u00A0" }{ $second }


## ---- Findings: parts of sentences ---------------------------------------------------------------

sentences = { JOIN($parts) }
parts-joined = { JOIN($parts, with: "; ") }
nothing = { "" }
quoted = “{ $name }”
condition = { JOIN($levels, with: ", ") }
factor-title = { LOWERED($title) }
factor-titles = { LIST($titles) }
with-model = with { $model }
rate-with-model = { PERCENT($rate) } with { $model }
score-with-model = { UNIT($score) } with { $model }
score-range = { UNITS($scores) }
score-of-models = { LIST($models) }
interval-signed = 95 % { SIGNED($low) } to { SIGNED($high) }
interval-of-units = 95 % { UNIT($low) } to { UNIT($high) }
interval-of-points = 95 % { POINTS($low) } to { POINTS($high) }
no-interval-because = no interval: { $reason }
amount-of-units = { UNIT($amount) }
amount-of-points = { POINTS($amount) } points
note-no-strangers-compared = no strangers were compared

## ---- Findings: the headline ---------------------------------------------------------------------

headline-already = { PERCENTS($rates) } of pairs are missed before anything changes
headline-already-with =
    { PERCENT($rate) } of pairs are missed before anything changes with { $model }
headline-breaks = A change of { $change } breaks the match
headline-breaks-but =
    A change of { $change } breaks the match; { $calm } { $rate ->
        [0] cost no match
       *[other] cost at most { PERCENT($rate) }
    }
headline-misses =
    { $model ->
        [no-value] A change of { $change } misses up to { PERCENT($rate) }
       *[other] A change of { $change } misses up to { PERCENT($rate) } with { $model }
    }
headline-holds =
    No measured change of { LIST($factors, word: "or") } { $rate ->
        [0] missed a single pair
       *[other] missed more than { PERCENT($rate) }
    }
headline-margin =
    { $model ->
        [no-value] A change of { $change } leaves { UNIT($value) } of the margin over strangers
       *[other]
            A change of { $change } leaves { UNIT($value) } of the margin over strangers
            with { $model }
    }
headline-mean =
    { $model ->
        [no-value] A change of { $change } takes the cosine down to { UNIT($value) }
       *[other]
            A change of { $change } takes the cosine down to { UNIT($value) } with { $model }
    }
headline-nothing = No two conditions could be compared

## ---- Findings: the summary below the headline ---------------------------------------------------

deck-counts =
    { COUNT($people) } { $people ->
        [one] person
       *[other] people
    }, { COUNT($conditions) } { $conditions ->
        [one] condition
       *[other] conditions
    }, { COUNT($models) } { $models ->
        [one] model
       *[other] models
    }.
deck-one-person = What follows speaks of new pictures of this person only.
deck-held =
    Against the standard condition { $rate ->
        [0] no pair was missed
       *[other] at most { PERCENT($rate) } were missed
    } at any measured level of { LIST($factors) }{ $models ->
        [1] .
       *[other] { "" } with any model.
    }
deck-missed-at =
    A change of { $change } misses up to { PERCENT($rate) } at { $level }.
deck-missed-with = A change of { $change } misses up to { LIST($models) }.
deck-missed-many =
    A change of { $change } misses up to { PERCENT($rate) } with { $model }; { COUNT($over) } of
    { COUNT($models) } models miss more than { PERCENT($limit) }.
deck-already =
    In the standard condition of { $factor } { PERCENTS($rates) } of pairs of the same person are
    missed already: what a change costs cannot be read from misses.
deck-already-with =
    In the standard condition of { $factor } { PERCENTS($rates) } of pairs of the same person are
    missed already with { LIST($models) }: what a change costs cannot be read from misses.
deck-already-few =
    In the standard condition of { $factor } { PERCENT($rate) } of pairs of the same person are
    missed already { LIST($models) }: what a change costs cannot be read from misses.
deck-no-threshold =
    Misses are not counted: no threshold could be set ({ JOIN($reasons, with: "; ") }).

## ---- Findings: the standard condition before anything changes -----------------------------------

before-same-and-strangers =
    In the standard condition pictures of one person score { $scores }, strangers at large
    { $strangers }.
before-same = In the standard condition pictures of one person score { $scores }.
before-nobody = The standard condition holds no two pictures of one person to compare.
before-strangers = Strangers at large score { $scores }.
before-alike = Strangers dressed alike score { $scores }.
before-alike-over-all =
    Strangers dressed alike score { $scores }, on average above the threshold{ $models ->
        [1] .
       *[other] { "" } of every model.
    }
before-alike-over-many =
    Strangers dressed alike score { $scores }, on average above the threshold of
    { COUNT($models) } models.
before-alike-over-some =
    Strangers dressed alike score { $scores }, on average above the threshold of
    { LIST($models) }.
before-alike-unknown = How strangers dressed alike score was not measured.
before-no-strangers = No strangers were compared.
alike-unknown = How strangers dressed alike fare was not measured.
alike-pass =
    In the standard condition { PERCENTS($rates) } of strangers dressed alike pass as the same
    person, where { PERCENTS($strangers) } of strangers at large do.

## ---- Findings: precision- or recall-first -------------------------------------------------------

leaning-model =
    { $model } is { $side ->
        [precision-first] precision-first
       *[recall-first] recall-first
    }: { leaning-figures }
leaning-on-these-people =
    On these people { $model } is { $side ->
        [precision-first] precision-first
       *[recall-first] recall-first
    }: { leaning-figures }
leaning-neither = { $model } is not shown to lean to either error: { leaning-figures }
leaning-figures =
    at its threshold for { RATE($asked) } it rejects { PERCENT($fnmr) } of pairs of the same person
    once conditions change, and accepts { PERCENT($fmr) } of strangers at large
    (c = { SIGNED($bias) }, { $interval }).
leaning-undecided =
    Which of { $first } and { $second } is the more precision-first is not decided ({ $reason }).
leaning-alike =
    Between { $first } and { $second } no difference in this leaning is shown ({ $interval }).
leaning-differs =
    { $more } is more precision-first than { $less }: c is { DECIMAL($size, places: 2) } higher
    ({ $interval }).

## ---- Findings: what changing one factor costs ---------------------------------------------------

factor-fall-wanted = Here a fall is what one wants.
factor-nothing = No two pictures of the same person were there to compare.
factor-already = Before anything changes, misses are already { LIST($models) }.
factor-already-many =
    Before anything changes, misses are already { PERCENTS($rates) } with { COUNT($over) } of
    { COUNT($models) } models.
factor-no-miss =
    { $series ->
        [no-value] Against the standard condition no pair
       *[other] { CAPITAL($series) }, no pair
    } of the same person was { $wish ->
        [sensitive] rejected
       *[invariant] missed
    } at any measured level.
factor-misses =
    { $series ->
        [no-value] Against the standard condition { JOIN($models, with: "; ") }.
       *[other] { CAPITAL($series) }, { JOIN($models, with: "; ") }.
    }
factor-misses-of-model =
    { $model } { $wish ->
        [sensitive] rejects
       *[invariant] misses
    } { $rate ->
        [0] none
       *[other] { PERCENT($rate) } ({ $level })
    }
factor-misses-range =
    { $series ->
        [no-value] Against the standard condition the { COUNT($models) } models
       *[other] { CAPITAL($series) }, the { COUNT($models) } models
    } { $wish ->
        [sensitive] rejected
       *[invariant] missed
    } from { PERCENT($lowest) } ({ $lowest_model }) to { PERCENT($highest) } ({ $highest_model },
    { $level }) at their worst level; { COUNT($held) } of { COUNT($models) } stay at or under
    { PERCENT($limit) }.
factor-harder-elsewhere =
    Between two levels that both differ from the standard it is harder: { $first } against
    { $second }, { $model } misses { PERCENT($rate) }.
factor-margin = Margin over strangers kept at the worst level: { LIST($models) }.
factor-margin-of-model =
    { $model } { UNIT($value) } ({ $low ->
        [no-value] { $level }
       *[other] { UNIT($low) } to { UNIT($high) }; { $level }
    })
factor-margin-range =
    Where it falls most, the models keep from { UNIT($lowest) } ({ $lowest_model },
    { $lowest_level }) to { UNIT($highest) } ({ $highest_model }, { $highest_level }) of their
    margin over strangers.
factor-fall = At its lowest the mean cosine falls { LIST($models) }.
factor-fall-of-model =
    { $since ->
        [no-value] to { UNIT($value) } ({ $level })
       *[other] from { UNIT($since) } to { UNIT($value) } ({ $level })
    }{ $model ->
        [no-value] { "" }
       *[other] { "" } with { $model }
    }
factor-fall-range =
    The lowest mean cosine of the { COUNT($models) } { $models ->
        [one] model
       *[other] models
    } against the standard condition lies between { UNIT($lowest) } ({ $lowest_level }) and
    { UNIT($highest) } ({ $highest_level }).
factor-one-person = This speaks of one person only.

## ---- Findings: the usable range -----------------------------------------------------------------

usable-unresolved = not resolved
usable-none = none
usable-all = all measured
usable-round = all round
usable-count = { COUNT($held) } of { COUNT($conditions) } conditions
usable-levels = { LIST($levels) }
usable-only = { $level } only
usable-range = { $first } to { $last }
usable-range-all = { $first } to { $last }, all measured
usable-of-series = { LIST($series) }: { $range }

## ---- Findings: what removing the background changes ---------------------------------------------

masked-lowest =
    With the background removed the lowest cosine against the standard goes
    { JOIN($models, with: "; ") }.
masked-model = from { UNIT($before) } to { UNIT($after) } with { $model }{ $margin }{ $misses }
masked-margin-more =
    , which keeps { $size } more of its margin over strangers ({ $interval })
masked-margin-less =
    , which keeps { $size } less of its margin over strangers ({ $interval })
masked-margin-alike =
    , whose margin over strangers is not shown to change ({ $interval }; a change of { $seen } would
    have been seen four times in five)
masked-misses-more = { "" } and misses { $size } more ({ $interval })
masked-misses-fewer = { "" } and misses { $size } fewer ({ $interval })
masked-many =
    With the background removed { COUNT($more) } of { COUNT($models) } { $models ->
        [one] model
       *[other] models
    } keep more of their margin over strangers, { COUNT($less) } keep less; for the others no change
    is shown.
masked-strangers = Strangers in the standard condition then score { LIST($models) }.
masked-strangers-model = { UNIT($after) } instead of { UNIT($before) } with { $model }
masked-strangers-margin =
    { UNIT($after) } instead of { UNIT($before) } with { $model } (margin { UNIT($margin_after) }
    instead of { UNIT($margin_before) })

## ---- Findings: crossed factors ------------------------------------------------------------------

figure-retention = retention
figure-mated-mean = mated mean
place-at = at { $level }
place-for = for “{ $level }”
place-elsewhere = elsewhere on average
crossed-unknown = Whether { $first } and { $second } go together cannot be said: { $reason }.
crossed-not-shown =
    That { $first } and { $second } cost more together than one by one is not shown ({ $figure }
    { SIGNEDUNIT($estimate) }, 95 % { SIGNEDUNIT($low) } to { SIGNEDUNIT($high) }); an interaction
    of { $seen ->
        [no-value] unknown
       *[other] { UNIT($seen) }
    } would have been seen with 80 % probability.
crossed-decided =
    { $lead }: it changes the { $figure } by { LIST($changes) } (difference
    { SIGNEDUNIT($estimate) }, 95 % { SIGNEDUNIT($low) } to { SIGNEDUNIT($high) }).
crossed-change = { SIGNEDUNIT($change) } { $place }
crossed-change-of = change of { $factor }
crossed-change-along = change of { $factor } from { $first } to { $last }
crossed-depends = What a { $change } does depends on { $other }
crossed-rising =
    { $more ->
        [yes] A { $change } costs more with rising { $other }
       *[no] A { $change } costs less with rising { $other }
    }
crossed-than =
    { $more ->
        [yes] A { $change } costs more { $place } than { $usual }
       *[no] A { $change } costs less { $place } than { $usual }
    }
crossed-not-standard =
    { $more ->
        [yes] A { $change } costs more where { $other } is not { $standard }
       *[no] A { $change } costs less where { $other } is not { $standard }
    }
crossed-departures =
    Together they do not add up at { JOIN($named, with: "; ") }{ $more ->
        [0] .
       *[other] , and { COUNT($more) } more.
    }
crossed-departure =
    { JOIN($levels, with: " and ") } ({ SIGNEDUNIT($estimate) }, 95 % { SIGNEDUNIT($low) }
    to { SIGNEDUNIT($high) })

## ---- Findings: which model is better ------------------------------------------------------------

versus-undecided =
    { $first } and { $second }: margin over strangers not decided ({ $reason }).
versus-margin = { $more } keeps { $size } more of its margin over strangers than { $less }
    ({ $interval }).
versus-misses = { $less } misses { $size } fewer than { $more } ({ $interval }).
versus-margin-alike =
    Between { $first } and { $second } no difference in the margin they keep is shown
    ({ $interval }); one of { $seen } would have been seen four times in five.
versus-misses-alike =
    Between { $first } and { $second } no difference in misses is shown ({ $interval }); one of
    { $seen } would have been seen four times in five.
versus-none-decided = None of { versus-pairs } of models can be decided ({ $reason }).
versus-pairs =
    { COUNT($pairs) } { $pairs ->
        [one] pair
       *[other] pairs
    }
versus-many =
    Of { versus-pairs } of models { COUNT($differ) } differ in the margin over strangers they keep.
versus-widest = The widest: { $sentence }
versus-better-undecided = Which model is better cannot be decided: { $reason }.
versus-keeps-more = { $better } keeps more than { $worse } under { LIST($factors) }
versus-alike-under = no difference is shown under { LIST($factors) }
versus-same-people = On the same people { JOIN($parts, with: "; ") }.
versus-same-people-alike =
    On the same people no difference between { $first } and { $second } is shown.
versus-no-leader = On the same people no model is shown to keep more than another.
versus-leader =
    On the same people { $model } is shown to keep more in { COUNT($wins) } of
    { COUNT($comparisons) } paired comparisons, more than any other model.

## ---- Findings: advice ---------------------------------------------------------------------------

advice-title-models = Which model
advice-title-holds = Where it holds
advice-title-fails = Where it does not
advice-nothing-measured = No factor that should leave the match unchanged was measured.
advice-models = { JOIN($models, with: "; ") }.
advice-many-models =
    Of { COUNT($models) } { $models ->
        [one] model
       *[other] models
    }, { $most }, the most; { $least }, the least.
advice-keeps =
    { $model } keeps at least { UNIT($value) } of its margin over strangers ({ $factor }, { $level })
advice-never-below =
    { $model } never falls below a mean cosine of { UNIT($value) } ({ $factor }, { $level })
advice-raw-cosines = Raw cosines of different models cannot be read against each other.
advice-not-compared =
    Whether one model is better takes a paired comparison, which is not made here.
advice-no-range = Without a threshold no range of use can be stated.
advice-none-held =
    No factor kept the misses of every model at or under { PERCENT($limit) }.
advice-held =
    Enrolled in the standard condition, people were { $rate ->
        [0] not missed once
       *[other] missed at most { PERCENT($rate) } of the time
    } at any measured level of { LIST($factors) }{ $models ->
        [1] .
       *[other] , with any of the models.
    }
advice-not-beyond = Nothing was measured beyond { LIST($levels) }.
advice-already =
    Not for { $factor } as taken here: up to { PERCENT($rate) } are missed in the standard condition
    itself.
advice-fails =
    Not where { $change } { $several ->
        [yes] change
       *[no] changes
    }: up to { PERCENT($rate) } missed{ $model ->
        [no-value] { "" }
       *[other] { "" } with { $model }
    } ({ $level }).
advice-none-failed = No measured change missed more than { PERCENT($limit) }.
advice-dressed-alike =
    Nor, without a second cue, where people dress alike: { LOWERED($sentence) }
advice-nothing-else = Nothing is claimed for conditions that were not measured.

## ---- Advice for a site --------------------------------------------------------------------------

site-one-in-metres = { $part } is read in metres: { PLAIN($low) } { $unit }
site-range-in-metres =
    { $part } is read in metres: { PLAIN($low) } to { PLAIN($high) } { $unit }
site-enrolled =
    People are enrolled in the standard condition ({ JOIN($conditions, with: "; ") }), and
    everything the site does not name stays as it was there.
site-one-at-a-time =
    Changed one at a time: what { LIST($factors) } do together was not measured; together they can
    cost more.
site-below = below { $level }
site-beyond = beyond { $level }
site-between = between { $first } and { $last }
site-ends = nothing was measured below { $first } or beyond { $last }
site-ends-of = { $factor }: { $ends }
site-all-ends = { CAPITAL($ends) }.
site-stricter =
    The thresholds were set for { RATE($set) }: at { RATE($asked) } no more is missed than said
    here, and more strangers pass.
site-run-again =
    The advice rests on thresholds for { RATE($set) }; these strangers resolve { RATE($asked) } too:
    run the study again with --fmr { $option } first.
site-unresolved = The thresholds were set for { RATE($set) }; { $reason }.
site-misses =
    { PERCENT($rate) } missed at { $level } ({ $high ->
        [no-value] no interval: too few people
       *[other] 95 % interval { PERCENT($low) } to { PERCENT($high) }
    })
site-at-most = at most { $misses }
site-undecided = Cannot be judged: { $reason }.
site-nothing-measured = Cannot be recommended: nothing of this site was measured.
site-use = May be used: { $misses }; the limit is { PERCENT($limit) }.
site-promising =
    May do, but is not shown to: { $misses }; the limit is { PERCENT($limit) };
    { JOIN($reasons, with: "; ") }.
site-doubtful = Not shown to do: up to { $misses }; the limit is { PERCENT($limit) }.
site-avoid = Not to be used: up to { $misses }; the limit is { PERCENT($limit) }.
site-partly-measured =
    Cannot be recommended for all of this site, part of which was not measured. Where it was,
    { $misses }.
site-interval-wide = an interval does not stay within it (more people would tell)
site-strangers-loose = strangers pass more often than the { RATE($asked) } asked
site-no-threshold = no threshold was set
site-misses-less =
    with its threshold, set for { RATE($set) }, it misses more than the limit; at the
    { RATE($asked) } asked it misses less, and how much less is not known here
site-misses-more =
    its threshold was set for { RATE($set) }; at the { RATE($asked) } asked it misses more, and how
    much more is not known here
site-factor =
    { CAPITAL($factor) }, { COUNT($levels) } measured { $levels ->
        [one] level
       *[other] levels
    } of the site: { $misses }.
site-between-levels =
    Part of the site lies between measured levels; there { LIST($levels) } { $count ->
        [one] speaks for it: { $misses }.
       *[other] speak for it: { $misses }.
    }
site-how-far = How far from it the misses stay within the limit was not measured.
site-unmeasured =
    { CAPITAL($factor) } was not measured { LIST($places, word: "or") }: nothing is claimed there.
site-no-pictures = No pictures of one person to compare at { LIST($levels) }.
site-strangers-unknown = How often strangers pass is not known.
site-strangers =
    { $rate ->
        [0] No pair of strangers at large passes with the threshold for { RATE($asked) }.
       *[other]
            Strangers at large pass at up to { PERCENT($rate) } ({ $level }) with the threshold for
            { RATE($asked) }.
    }
site-alike =
    { $rate ->
        [0] None of strangers dressed alike pass
       *[other] Of strangers dressed alike up to { PERCENT($rate) } pass ({ $level })
    }{ $second_cue ->
        [yes] : not without a second cue where people dress alike.
       *[no] .
    }

## ---- Notes: why a figure is missing, what to keep in mind ---------------------------------------


## ---- Report: headings, labels, captions ---------------------------------------------------------


## ---- Report: method -----------------------------------------------------------------------------


## ---- Report: models, masks, evidence, remedies --------------------------------------------------


## ---- Command line -------------------------------------------------------------------------------


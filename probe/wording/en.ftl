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
phrases = { JOIN($parts, with: ", ") }
nothing = { "" }
quoted = “{ $name }”
condition = { JOIN($levels, with: ", ") }
factor-title = { LOWERED($title) }
factor-titles = { LIST($titles) }
limits-of-misses = 95 % interval { PERCENT($low) } to { PERCENT($high) }
limits-in-brackets =
    { $limits ->
        [no-value] { "" }
       *[other] { " " }({ $limits })
    }
limits-after =
    { $limits ->
        [no-value] { "" }
       *[other] ; { $limits }
    }
with-model = with { $model }
rate-with-model = { PERCENT($rate) }{ limits-in-brackets } with { $model }
score-with-model = { UNIT($score) } with { $model }
score-range = { UNITS($scores) }
score-of-models = { LIST($models) }
interval-signed = 95 % { SIGNED($low) } to { SIGNED($high) }
interval-of-units = 95 % { PROPORTION($low, places: 2) } to { PROPORTION($high, places: 2) }
interval-of-points = 95 % { POINTS($low) } to { POINTS($high) }
no-interval-because = no interval: { $reason }
# Where the interval leaves 0 out, but all comparisons decided together do not show a difference.
interval-of-units-alone = taken alone { interval-of-units }
interval-of-points-alone = taken alone { interval-of-points }
interval-signed-alone = taken alone { interval-signed }
amount-of-units = { UNIT($amount) }
amount-of-points = { POINTS($amount) } points
note-no-strangers-compared = no strangers were compared

## ---- Refusals: the nearest of the names that there are ------------------------------------------

near-name = did you mean { $name }?
no-language = there are no words in the language { $name }
near-none = there are none to choose from
near-valid =
    valid names: { JOIN($names, with: ", ") }{ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more
    }

## ---- Findings: the verdict that opens a report --------------------------------------------------

verdict-head =
    { $answer ->
        [use] Use
        [avoid] Do not use
       *[other] Not decided
    }
verdict-on-model =
    { $answer ->
        [use] { $reason }
        [avoid] { $reason }
       *[other] { verdict-head }. { $reason }
    }
# Beside the head, which has said whether to use it.
report-verdict-use = { CAPITAL($misses) }; the limit is { PERCENT($limit) }.
report-verdict-avoid = Up to { $misses }; the limit is { PERCENT($limit) }.
verdict-scope =
    At every measured level of { $factors }, held against the standard condition
    ({ JOIN($conditions, with: "; ") }),
verdict-used =
    { verdict-scope } { $models ->
        [1] the model may be used.
       *[other]
            { $count ->
                [1] { LIST($used) } may be used, of { COUNT($models) } models.
               *[other] { LIST($used) } may be used, { COUNT($count) } of { COUNT($models) } models.
            }
    }
verdict-none-used =
    { verdict-scope } { $which ->
        [avoid]
            { $models ->
                [1] the model is not to be used.
                [2] neither model is to be used.
               *[other] none of the { COUNT($models) } models is to be used.
            }
        [undecided]
            { $models ->
                [1] the model cannot be judged.
                [2] neither model can be judged.
               *[other] none of the { COUNT($models) } models can be judged.
            }
       *[open]
            { $models ->
                [1] the model is not shown to be good enough.
                [2] neither model is shown to be good enough.
               *[other] none of the { COUNT($models) } models is shown to be good enough.
            }
    }
verdict-partly-measured =
    Cannot be judged at { LIST($levels) }: no two pictures of one person to compare. Elsewhere { $misses }.
verdict-nothing-measured = Cannot be judged: no two pictures of one person could be compared.

## ---- Findings: the headline ---------------------------------------------------------------------

headline-already = { PERCENTS($rates) } of pairs are missed before anything changes
headline-already-with =
    { PERCENT($rate) } of pairs are missed before anything changes with { $model }
headline-breaks = A change of { $change } breaks the match
headline-breaks-but =
    A change of { $change } breaks the match; { $calm } { $rate ->
        [0] cost no match here
       *[other] cost at most { PERCENT($rate) } here
    }
headline-misses =
    { $model ->
        [no-value] After a change of { $change } the model misses up to { PERCENT($rate) } of pairs{ limits-in-brackets }
       *[other]
            After a change of { $change } { $model } misses up to { PERCENT($rate) } of pairs{ limits-in-brackets }
    }
headline-misses-range =
    After a change of { $change } { $model } misses up to { PERCENT($rate) } of pairs{ limits-in-brackets }{ $models ->
        [2] , { $least_model } up to { PERCENT($least) }
       *[other] ; of { COUNT($models) } models { $least_model } misses fewest, up to { PERCENT($least) }
    }
headline-misses-worst =
    After a change of { $change } the models miss { PERCENTS($rates) } of pairs at worst{ $limits ->
        [no-value] { "" }
       *[other] { " " }(for the highest, { $limits })
    }
# Of older runs.
headline-misses-any =
    After a change of { $change } up to { PERCENT($rate) } of pairs are missed{ limits-in-brackets }
headline-holds =
    { $rate ->
        [0] No pair was missed
       *[other] At most { PERCENT($rate) } of pairs were missed
    } after any measured change of { LIST($factors, word: "or") }{ limits-in-brackets }
headline-margin =
    { $model ->
        [no-value] A change of { $change } leaves { UNIT($value) } of the margin over strangers
       *[other]
            A change of { $change } leaves { UNIT($value) } of the margin over strangers
            with { $model }
    }
headline-margin-wanted =
    { $model ->
        [no-value]
            A change of { $change } lowers the margin over strangers, as it should:
            { UNIT($value) } of it is left
       *[other]
            A change of { $change } lowers the margin over strangers, as it should:
            { UNIT($value) } of it is left with { $model }
    }
headline-margin-kept =
    { $model ->
        [no-value]
            A change of { $change } takes nothing from the margin over strangers:
            { UNIT($value) } of it is left
       *[other]
            A change of { $change } takes nothing from the margin over strangers:
            at least { UNIT($value) } of it is left, with { $model }
    }
headline-margin-unmoved =
    { $model ->
        [no-value]
            A change of { $change } does not lower the margin over strangers, though it should:
            { UNIT($value) } of it is left
       *[other]
            A change of { $change } does not lower the margin over strangers, though it should:
            at least { UNIT($value) } of it is left, with { $model }
    }
headline-mean =
    { $model ->
        [no-value] A change of { $change } takes the { report-score-name } down to { UNIT($value) }
       *[other]
            A change of { $change } takes the { report-score-name } down to { UNIT($value) } with { $model }
    }
headline-setup =
    { $model ->
        [no-value] The model is not set up as it should be: { $fault }
       *[other] { $model } is not set up as it should be: { $fault }
    }
site-not-set-up =
    { $model } is not set up as it should be: { $fault }. What is said of it here says nothing of the model
setup-vectors-equal =
    it gives every picture the same vector; check weights, normalisation and output with `probe doctor`
setup-vectors-alike =
    different people have a mean cosine of { UNIT($cosine) }; check weights and normalisation with
    `probe doctor`
setup-lengths =
    its vectors are { SIGNIFICANT($least) } to { SIGNIFICANT($most) } long: numbers vanish or run away
setup-batch-norm =
    { COUNT($count) } of { COUNT($norms) } batch norms were never trained: their statistics are those of
    a new network
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
deck-standard = Everything is held against the standard condition ({ JOIN($conditions, with: "; ") }).
deck-one-person = What follows speaks of new pictures of this person only.
deck-held =
    Against the standard condition { $rate ->
        [0] no pair was missed
       *[other] at most { PERCENT($rate) } were missed
    } at any measured level of { LIST($factors) }{ $models ->
        [1] { "" }
       *[other] { "" } with any model
    }{ limits-in-brackets }.
held-not-shown =
    That misses stay at or under { PERCENT($limit) } among other people, too, is not shown for
    { LIST($factors) }.
deck-missed-at =
    After a change of { $change } the model misses up to { PERCENT($rate) } of pairs of the same
    person ({ $level }{ limits-after }).
deck-missed-with =
    After a change of { $change } the models miss pairs of the same person: up to { LIST($models) }.
deck-missed-many =
    After a change of { $change } { $model } misses up to { PERCENT($rate) } of pairs of the same
    person{ limits-in-brackets }; { COUNT($over) } of { COUNT($models) } models missed more than
    { PERCENT($limit) }.
deck-already =
    In the standard condition of { $factor } { PERCENTS($rates) } of pairs of the same person are
    missed already: what a change costs cannot be read from misses.
deck-already-with =
    In the standard condition of { $factor } { PERCENTS($rates) } of pairs of the same person are
    missed already with { LIST($models) }: what a change costs cannot be read from misses.
deck-already-many =
    In the standard condition of { $factor } { COUNT($failing) } of { COUNT($measured) } models miss
    { PERCENTS($rates) } of pairs of the same person already: what a change costs cannot be read from misses.
deck-already-few =
    In the standard condition of { $factor } { PERCENT($rate) }{ limits-in-brackets } of pairs of the same person are
    missed already { LIST($models) }: what a change costs cannot be read from misses.
deck-rate-open =
    { $models ->
        [1] The threshold is
       *[other] Thresholds are
    } set so that { RATE($asked) } of these strangers pass; of other strangers it may be
    { LIST($ranges) }.{ $models ->
        [1] { "" }
       *[other] { " " }Misses at such thresholds do not tell which model is better.
    }
deck-rate-range =
    { $model ->
        [no-value] { PERCENT($low) } to { PERCENT($high) }
       *[other] { PERCENT($low) } to { PERCENT($high) } with { $model }
    }
deck-rate-up-to =
    { $model ->
        [no-value] up to { PERCENT($high) }
       *[other] up to { PERCENT($high) } with { $model }
    }
deck-rate-resolves =
    With these people { RATE($rate) } can be held (--fmr { $option }).
deck-rate-enough = For { RATE($asked) } about { COUNT($people) } people would do.
deck-rate-hold =
    So that { RATE($asked) } holds among other people, too, it takes about { COUNT($people) } people.
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
# Of older runs.
leaning-on-these-people =
    On these people { $model } is { $side ->
        [precision-first] precision-first
       *[recall-first] recall-first
    }: { leaning-figures }
leaning-not-told = Which error { $model } leans to is not told: { leaning-figures }
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
    } at any measured level{ limits-in-brackets }.
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
        [0] none{ limits-in-brackets }
       *[other] { PERCENT($rate) } ({ $level }{ limits-after })
    }
factor-misses-range =
    { $series ->
        [no-value] Against the standard condition the { COUNT($models) } models
       *[other] { CAPITAL($series) }, the { COUNT($models) } models
    } { $wish ->
        [sensitive] rejected
       *[invariant] missed
    } from { PERCENT($lowest) } ({ $lowest_model }) to { PERCENT($highest) } ({ $highest_model },
    { $level }){ limits-in-brackets } at their worst level; { COUNT($held) } of { COUNT($models) } stayed at or
    under { PERCENT($limit) }.
factor-harder-elsewhere =
    Between two levels that both differ from the standard it was harder for these people: { $first }
    against { $second }, { $model } missed { PERCENT($rate) }.
factor-margin =
    Margin over strangers kept at the worst level, each interval of that level taken alone:
    { LIST($models) }.
factor-margin-of-model =
    { $model } { UNIT($value) } ({ $low ->
        [no-value] { $level }
       *[other] { UNIT($low) } to { UNIT($high) }; { $level }
    })
factor-margin-range =
    Where it falls most, the models keep from { UNIT($lowest) } ({ $lowest_model },
    { $lowest_level }) to { UNIT($highest) } ({ $highest_model }, { $highest_level }) of their
    margin over strangers.
factor-fall = At its lowest the mean { report-score-name } falls { LIST($models) }.
factor-fall-of-model =
    { $since ->
        [no-value] to { UNIT($value) } ({ $level })
       *[other] from { UNIT($since) } to { UNIT($value) } ({ $level })
    }{ $model ->
        [no-value] { "" }
       *[other] { "" } with { $model }
    }
factor-fall-range =
    The lowest mean { report-score-name } of the { COUNT($models) } { $models ->
        [one] model
       *[other] models
    } against the standard condition lies between { UNIT($lowest) } ({ $lowest_level }) and
    { UNIT($highest) } ({ $highest_level }).
factor-one-person = This speaks of one person only.

## ---- Findings: what a heat map does not say ------------------------------------------------------

rise =
    The highest { report-score-name } between two different conditions is no sign of identity
    { JOIN($models, with: "; ") }.
rise-of-model =
    { $model ->
        [no-value] here
       *[other] with { $model }
    } ({ $first } against { $second }, { UNIT($mean) }; the other pairs { UNIT($mean_others) } on average):
    strangers score { UNIT($strangers) } there and { UNIT($strangers_others) } elsewhere, and AUC is
    { PROPORTION($auc) } there and { PROPORTION($auc_others) } elsewhere
rise-many =
    With { COUNT($count) } of { COUNT($models) } models the pair of different conditions with the highest
    { report-score-name } tells people apart no better than the other pairs do (AUC): there it is no sign of
    identity.
rise-rendered-turns =
    Which turn is the harder one is not told by rendered people: real people order turns otherwise.

## ---- Findings: the usable range -----------------------------------------------------------------

break =
    Misses cross { PERCENT($limit) } { JOIN($places, with: "; ") }. Between measured levels they are taken to change
    evenly.
break-of-model =
    at { $level }{ $model ->
        [no-value] { "" }
       *[other] { " " }with { $model }
    }{ $near ->
        [no-value] { "" }
       *[other] { " " }(95 % interval { $near } to { $far ->
            [no-value] beyond { $last }
           *[other] { $far }
        })
    }
break-place =
    { $level }{ $near ->
        [no-value] { "" }
       *[other] { " " }(95 % interval { $near } to { $far ->
            [no-value] beyond { $last }
           *[other] { $far }
        })
    }
break-sided =
    { $place } { $way ->
        [up] going up
       *[down] going down
    }
break-nowhere = no measured level
break-nowhere-of-model =
    at no measured level{ $model ->
        [no-value] { "" }
       *[other] { " " }with { $model }
    }
breaking = misses cross { PERCENT($limit) } at { JOIN($places, with: "; ") }
break-at = { PLAIN($level) }{ $unit }
break-level = { SIGNIFICANT($level, digits: 2) }{ $unit }
sides =
    One side changed (a good enrolment and a bad camera) against both changed alike, with the same threshold:
    { JOIN($places, with: "; ") }.
sides-of-model =
    { $model ->
        [no-value] { "" }
       *[other] with { $model }{ " " }
    }at { $level } { PERCENT($one) } against { PERCENT($both) } missed{ $passing_both ->
        [no-value] { "" }
       *[other] , { PERCENT($passing_one) } against { PERCENT($passing_both) } of strangers pass
    }
usable-unresolved = not resolved
usable-may-be-used = { site-word-use } ({ $range })
usable-may-do = { site-word-promising } ({ $range })
usable-both = { site-word-use } ({ $used }), { site-word-promising } ({ $range })
usable-nowhere = { site-answer }
# Of older runs.
usable-none = none
usable-all = all measured
usable-round = all round
usable-round-but =
    all round but { $last ->
        [no-value] { $first }
       *[other] { $first } to { $last }
    }
usable-count = { COUNT($held) } of { COUNT($conditions) } conditions
usable-levels = { LIST($levels) }
usable-only = { $level } only
usable-range = { $first } to { $last }
usable-range-all = { $first } to { $last }, all measured
usable-of-series = { LIST($series) }: { $range }
usable-sentence = { $model } in { $protocol }: { $range }.

## ---- Findings: what removing the background changes ---------------------------------------------

masked-raised =
    Removing the background raises the { report-score-name } of the same person but does not tell people apart
    better (means against the standard): { JOIN($models, with: "; ") }.
masked-raised-model =
    { UNIT($mean) } becomes { UNIT($mean_masked) } with { $model }, and AUC { PROPORTION($auc) } becomes
    { PROPORTION($auc_masked) }
masked-raised-many =
    With { COUNT($count) } of { COUNT($models) } models removing the background raises the { report-score-name }
    of the same person but does not tell people apart better (AUC).
masked-lowest =
    With the background removed the lowest { report-score-name } against the standard goes
    { JOIN($models, with: "; ") }.
masked-model = from { UNIT($before) } to { UNIT($after) } with { $model }{ $margin }{ $misses }
masked-margin-more =
    , which keeps { $size } more of its margin over strangers ({ $interval })
masked-margin-less =
    , which keeps { $size } less of its margin over strangers ({ $interval })
masked-margin-alike =
    , whose margin over strangers is not shown to change ({ $interval })
masked-misses-more = { "" } and misses { $size } more ({ $interval })
masked-misses-fewer = { "" } and misses { $size } fewer ({ $interval })
masked-many =
    With the background removed { COUNT($more) } of { COUNT($models) } { $models ->
        [one] model
       *[other] models
    } keep more of their margin over strangers, { COUNT($less) } keep less; for the others no change
    is shown.
masked-left-out =
    { COUNT($left_out) } of { COUNT($all) } pictures have no mask: what changes is told of the others.
masked-strangers = Strangers in the standard condition then score { LIST($models) }.
masked-strangers-model = { UNIT($after) } instead of { UNIT($before) } with { $model }
masked-strangers-margin =
    { UNIT($after) } instead of { UNIT($before) } with { $model } (margin { UNIT($margin_after) }
    instead of { UNIT($margin_before) })

## ---- Findings: which part of a vector decides ---------------------------------------------------

part-decides =
    At { $level } { $part } decides: it takes { PERCENT($share) } of the margin over strangers that
    is lost there.
part-spread =
    At { $level } no part decides: the margin over strangers that is lost there is lost in several,
    most in { $part } ({ PERCENT($share) } of it).
part-nothing-lost = No margin over strangers is lost at any level, the least kept at { $level }.

## ---- Findings: crossed factors ------------------------------------------------------------------

figure-retention = retention
figure-mated-mean = mated mean
place-at = at { $level }
place-for = for “{ $level }”
place-elsewhere = elsewhere on average
crossed-unknown = Whether { $first } and { $second } go together cannot be said: { $reason }.
crossed-not-shown =
    That { $first } and { $second } cost more together than one by one is not shown ({ $figure }
    { SIGNEDUNIT($estimate) }, 95 % { SIGNEDEND($low) } to { SIGNEDEND($high) }).
crossed-decided =
    { $lead }: it changes the { $figure } by { LIST($changes) } (difference
    { SIGNEDUNIT($estimate) }, 95 % { SIGNEDEND($low) } to { SIGNEDEND($high) }).
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
    { JOIN($levels, with: " and ") } ({ SIGNEDUNIT($estimate) }, 95 % { SIGNEDEND($low) }
    to { SIGNEDEND($high) })

## ---- Findings: which model is better ------------------------------------------------------------

versus-better = { $better } tells people apart better than { $worse }.
versus-mixed =
    { $first } and { $second } differ, but not all figures speak for the same one.
versus-alike =
    Taking all comparisons together, { $first } and { $second } are not shown to differ in how well
    they tell people apart: { LIST($figures) }.
versus-range =
    { $figure ->
        [auc] AUC
        [dprime] d′
       *[fnmr] misses in points
    } { $interval }
versus-apart-undecided =
    Which of { $first } and { $second } tells people apart better is not decided
    ({ JOIN($reasons, with: "; ") }).
versus-apart =
    { $figure ->
        [auc] The AUC
       *[dprime] The d′
    } of { $more } is { $size } higher ({ $interval }).
versus-apart-than =
    { $figure ->
        [auc] The AUC
       *[dprime] The d′
    } of { $more } is { $size } higher than that of { $behind } ({ $interval }).
versus-margin = { $more } keeps { $size } more of its margin over strangers than { $less }
    ({ $interval }).
versus-misses =
    { $less } misses { $size } fewer than { $more } at equal false match rates ({ $interval }).
versus-margin-alike =
    Taking all comparisons together, between { $first } and { $second } no difference in the margin they
    keep is shown ({ $interval }).
versus-misses-alike =
    Taking all comparisons together, between { $first } and { $second } no difference in misses at equal
    false match rates is shown ({ $interval }).
versus-none-decided = None of { versus-pairs } of models can be decided ({ $reason }).
versus-pairs =
    { COUNT($pairs) } { $pairs ->
        [one] pair
       *[other] pairs
    }
versus-many-apart =
    Of { versus-pairs } of models { COUNT($differ) } { $differ ->
        [one] is
       *[other] are
    } shown to differ in how well they tell people apart{ $mixed ->
        [0] .
       *[other] ; of { COUNT($mixed) } not all figures speak for the same one.
    }
versus-many =
    Of { versus-pairs } of models { COUNT($differ) } { $differ ->
        [one] is
       *[other] are
    } shown to differ in the margin over strangers they keep.
versus-widest = The widest: { $sentence }
versus-better-undecided = Which model is better cannot be decided: { $reason }.
versus-better-under =
    { $better } tells people apart better than { $worse } under { LIST($factors) }
versus-keeps-more =
    { $better } keeps more of its margin over strangers than { $worse } under { LIST($factors) }, but
    is not shown to tell people apart better
versus-mixed-under = not all figures speak for the same model under { LIST($factors) }
versus-alike-under =
    taking all comparisons together, no difference is shown under { LIST($factors) }
versus-undecided-under = nothing is decided under { LIST($factors) }
versus-same-people = On the same people { JOIN($parts, with: "; ") }.
versus-same-people-alike =
    On the same people no difference between { $first } and { $second } is shown.
versus-same-people-alone =
    On the same people no difference between { $first } and { $second } is shown, taking all comparisons
    together; taken alone { LIST($alone) }.
versus-speaks-for =
    { LIST($figures) } { $count ->
        [1] speaks
       *[other] speak
    } for { $model }
versus-figure =
    { $figure ->
        [auc] AUC
        [dprime] d′
       *[fnmr] misses
    }
versus-no-leader-apart =
    On the same people no model is shown to tell people apart better than another.
versus-leader-apart =
    On the same people { $model } is shown to tell people apart better in { COUNT($wins) } of
    { COUNT($comparisons) } paired comparisons, more than any other model.

## ---- Findings: advice ---------------------------------------------------------------------------

advice-title-models = The models in short
advice-title-holds = Where it holds
advice-title-fails = Where it does not
advice-nothing-measured = No factor that should leave the match unchanged was measured.
advice-models = { JOIN($models, with: "; ") }.
advice-many-models =
    Of { COUNT($models) } { $models ->
        [one] model
       *[other] models
    }, { $most }, the most; { $least }, the least. These are the two ends of one figure, and no ranking.
advice-many-models-miss =
    Of { COUNT($models) } models { $fewest }, the fewest; { $most }, the most. These are the two ends of one
    figure, and no ranking.
advice-misses = { $model } misses up to { PERCENT($value) } ({ $factor }, { $level })
advice-keeps =
    { $model } keeps at least { UNIT($value) } of its margin over strangers ({ $factor }, { $level })
advice-never-below =
    { $model } never falls below a mean { report-score-name } of { UNIT($value) } ({ $factor }, { $level })
advice-raw-cosines = Raw { report-score-plural } of different models cannot be read against each other.
advice-not-compared =
    Whether one model is better takes a paired comparison, which is not made here.
advice-no-range = Without a threshold no range of use can be stated.
advice-none-held =
    No factor kept the misses of every model at or under { PERCENT($limit) }.
advice-none-asked =
    No factor that should leave the match unchanged was measured: where the misses stay at or under
    { PERCENT($limit) } is not known.
advice-held =
    Enrolled in the standard condition, people were { $rate ->
        [0] not missed once
       *[other] missed at most { PERCENT($rate) } of the time
    } at any measured level of { LIST($factors) }{ $models ->
        [1] { "" }
       *[other] , with any of the models
    }{ limits-in-brackets }.
advice-not-beyond = Nothing was measured beyond { LIST($levels) }.
advice-already =
    Not for { $factor } as taken here: up to { PERCENT($rate) } are missed in the standard condition
    itself.
advice-already-with =
    Not for { $factor } as taken here: up to { PERCENT($rate) } are missed in the standard condition
    itself with { $most_model }.
advice-fails =
    Not where { $change } { $several ->
        [yes] change
       *[no] changes
    }: up to { PERCENT($rate) } missed{ $model ->
        [no-value] { "" }
       *[other] { "" } with { $model }
    } ({ $level }{ limits-after }).
advice-none-failed = After no measured change more than { PERCENT($limit) } of pairs were missed.
advice-dressed-alike =
    Not, without a second cue, where people dress alike: { LOWERED($sentence) }
advice-nothing-else = Nothing is claimed for conditions that were not measured.

## ---- Advice for a site --------------------------------------------------------------------------

site-answer =
    { $answer ->
        [use] { site-word-use }
        [promising] { site-word-promising }
        [doubtful] may not do
        [unmeasured] not measured for all of it
        [undecided] cannot be judged
       *[avoid] not to be used
    }
site-word-use = may be used
site-word-promising = may do, but is not shown to
site-on-circle =
    { $part } is more than one turn: it is read as { PLAIN($low) }..{ PLAIN($high) } { $unit }
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
site-doubtful = May not do: up to { $misses }; the limit is { PERCENT($limit) }.
site-avoid = Not to be used: up to { $misses }; the limit is { PERCENT($limit) }.
site-already =
    { $sentence } In the standard condition itself { PERCENT($rate) } are missed, before anything changes.
site-partly-measured =
    Cannot be recommended for all of this site, part of which was not measured. Where it was,
    { $misses }.
site-interval-wide =
    with so few people it cannot be shown that the misses stay within it (more people would tell)
site-rate-open =
    of other strangers many times the { RATE($asked) } asked may pass
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
site-breaks =
    { CAPITAL($factor) }: misses cross { PERCENT($limit) } at { JOIN($places, with: "; ") }. Between measured
    levels they are taken to change evenly.
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

## ---- Remedies -----------------------------------------------------------------------------------

remedy-nothing = nothing
remedy-flip-average = mirror image averaged in
remedy-left-right = people turned to one side
remedy-mask = background removed
remedy-resolution = the lower resolution for both
remedy-denoise = noise averaged away
remedy-grey-world = colours brought to a grey mean
remedy-exposure = brightness brought to one mean
remedy-histogram = brightness spread evenly
remedy-deblur = blur taken back
remedy-sharpen = edges raised
remedy-super-resolution = small pictures enlarged
remedy-super-resolution-of = enlarged by { $file }
remedy-own-unknown = --remedy { $given } names no remedy that takes a file
remedy-own-step = --remedy { $name }=FILE.onnx; all others are tried by --remedies
remedy-own-twice = --remedy names two files that are called { $file }
remedy-own-rename = Results are listed by file name: rename one of them.
remedy-recrop = cut anew around the mask
remedy-shifted-crops = shifted pictures averaged in
remedy-views-3 = three gallery views
remedy-views-5 = five gallery views
remedy-score-norm = scores normalised by strangers
remedy-together = all of these together
remedy-none-helps = No remedy is shown to help on these pictures.
remedy-recommended =
    { CAPITAL($name) }: retention { UNIT($before) } to { UNIT($after) } (gain { UNIT($gain) },
    { interval-of-units }){ $misses }, { $price }.{ $lost ->
        [yes] { "" } More than half of the margin over strangers stays lost.
       *[no] { "" }
    }
remedy-misses = , misses { PERCENT($before) } to { PERCENT($after) }
remedy-misses-unknown = , misses { PERCENT($before) } without it and not known with it
remedy-price =
    { $more ->
        [no-value] for less than 0.1 ms a picture more
       *[other] for { DECIMAL($more) } ms a picture more
    }
remedy-price-with-views = { $price } and { COUNT($views) } enrolled pictures a person
remedy-few-views =
    a person has { COUNT($pictures) } further gallery pictures, { COUNT($needed) } are needed
remedy-without-masks = not every picture has a mask
remedy-without-opencv = OpenCV is not installed: pip install 'probe-reid[video]'
remedy-few-strangers = fewer than { COUNT($fewest) } strangers to normalise by
remedy-small-cohort =
    scores normalised by { COUNT($people) } strangers only: their spread is hardly known
remedy-misses-not-known = misses not known: { $reason }
remedy-needs-vectors = it scores pairs and has no feature to average or normalise
remedy-nothing-compared = no condition could be compared with the standard one

## ---- Notes: why a figure is missing, what to keep in mind ---------------------------------------

note-few-subjects = few subjects ({ COUNT($subjects) }); { note-rare-kinds }
note-subjects = { COUNT($subjects) } subjects; { note-rare-kinds }
note-rare-kinds = kinds of people rarer than { PERCENT($rare) } may be absent
note-no-subject = no subject has the pictures this figure needs
note-one-subject = one subject: nothing can be said about other people
note-too-few-subjects =
    { COUNT($subjects) } subjects: an interval about people needs at least { COUNT($fewest) }
note-misses-open =
    { $rate ->
        [0] no pair of the same person was missed: one end of c lies open
       *[other] every pair of the same person was missed: one end of c lies open
    }
note-matches-open =
    { $rate ->
        [0] no pair of strangers passed: one end of c lies open
       *[other] every pair of strangers passed: one end of c lies open
    }
note-bias-of-one-person =
    c rests on one person: without that person nothing is left to compare
note-this-person-only = about new pictures of this person only; says nothing about other people
note-too-few-pictures =
    { COUNT($pictures) } pictures: an interval about new pictures needs at least { COUNT($fewest) }
note-one-by-definition = 1 by definition: this is the standard condition
note-zero-by-definition = 0 by definition: this is the standard condition
note-rests-on-one-person =
    the figure rests on one person: without that person nothing is left to compare
note-scores-do-not-vary = the scores of a model do not vary, so that d′ has no finite value
note-no-overlap = no person makes a difference: both models tell everybody apart alike
note-no-subject-with-strangers =
    no subject has both mated scores and strangers in every condition this figure needs
note-margin-not-clear =
    mated and non-mated scores of the standard condition are not clearly apart
note-empty-condition = a condition it needs has no figure of anybody
note-thin-condition = a condition it needs has too few people ({ $reason })
note-conditions-apart = the conditions are not linked by people who have several of them
note-no-margin = the margin over strangers in the standard condition is not above zero
note-not-fitted = the mixed model could not be fitted ({ $error })
note-not-converged = the mixed model did not converge
note-shortage-of-people =
    { RATE($fmr) } needs at least { COUNT($needed) } people photographed as these are, there are
    { COUNT($people) }
note-shortage =
    { RATE($fmr) } needs at least { COUNT($needed) } people with { $pictures ->
        [1] one picture
        [2] two pictures
        [3] three pictures
        [4] four pictures
        [5] five pictures
        [6] six pictures
        [7] seven pictures
        [8] eight pictures
        [9] nine pictures
        [10] ten pictures
       *[other] { COUNT($pictures) } pictures
    } each, there are { COUNT($people) }
note-condition-without-figure = a condition has no figure of anybody
note-too-few-figures = too few figures to tell people from conditions
note-all-alike = all figures are the same
note-nobody-in-all = no person has the pictures of every condition
note-no-threshold = there is no threshold
note-no-strangers = no strangers to compare
note-no-retention = no strangers, or no pairs in the standard condition
note-one-picture-each =
    one picture a person in this condition: there is no pair to compare
note-nobody-in-both = no person has pictures in both conditions
note-no-known-interval = no interval: none with known coverage
note-no-strangers-to-set-on = there are no strangers to set it on
note-nothing-moves = neither person nor background moves the similarity
note-one-person-across = one person, and pictures of one camera, day, session or photograph are not compared with each other
note-undefined-without-one = undefined without one
note-no-remedies = no remedies were tried for { $model } in { $protocol }: { $reason }
note-remedies-not-meant =
    no remedies were tried in { $protocol }: its change should lower the score (expectation:
    sensitive), and remedies are for changes that should not
note-no-effect = { $option } has no effect here: { $reason }
note-no-effect-pictures = the run keeps no pictures
note-no-effect-numpy = { JOIN($models, with: ", ") } computes with NumPy, on the processor
note-rate-twice = a false match rate was named more than once; it counts once
note-same-model-twice =
    { $model } was named more than once: the second time it is called { $name }, and its figures are
    those of the first
note-same-weights-twice =
    { $model } and { $name } are the same weights with the same settings: they are no two models, and
    all their figures are equal
note-no-evidence = no evidence maps of { $model }: { $reason }
note-failed = failed: { $error }
note-mask-left-out = the mask { $name } takes no part: { $reason }
note-ignored-pictures =
    { COUNT($count) } { $count ->
        [one] picture file of the folder is
       *[other] picture files of the folder are
    } not part of the protocol: { $first }{ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more
    }
note-closed-folders =
    { COUNT($count) } { $count ->
        [one] folder of the photographs was
       *[other] folders of the photographs were
    } not looked into: { $first } ({ $reason }){ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more
    }
note-rows-unknown =
    { COUNT($unknown) } of { COUNT($rows) } rows of { $table } name no picture of the folder; the first
    is { $first }
note-boxes-unnamed =
    { $table } lies beside the photographs and is not used: `boxes: { $table }` below `photos:` in the
    protocol cuts each picture to its box
note-pictures-without-row =
    { COUNT($count) } of { COUNT($pictures) } pictures have no row in { $table }; the first is { $first }
note-boxes-cut-off =
    { COUNT($count) } of { COUNT($pictures) } boxes reach far out of their picture and were cut off; the
    first is of { $first }{ $mostly ->
        [yes] . Are they x and y of the upper left corner, width and height? Corners belong into the
            columns x1, y1, x2, y2
       *[no] { "" }
    }
note-crops-small =
    { COUNT($count) } of { COUNT($pictures) } pictures are smaller than { PLAIN($height) } x
    { PLAIN($width) } pixels (height x width), which shows no person; the first is { $first }
note-odd-shapes =
    { COUNT($count) } of { COUNT($pictures) } pictures have another shape or size than the others: { $first }
    has { PLAIN($height) } x { PLAIN($width) } pixels (height x width), a usual one { PLAIN($usual_height) } x
    { PLAIN($usual_width) }. Are they full frames? Cut them to the person, or list boxes (photos: boxes)
note-nearly-same =
    { COUNT($count) } pictures are nearly the same as others, such as { $first } and { $second }: pairs of
    them say nothing of a model
note-nearly-same-two-people =
    { COUNT($count) } pictures are nearly the same as pictures of another person, such as { $first } and
    { $second }: as strangers they look like false matches
note-near-strangers =
    { COUNT($count) } { $count ->
        [one] pair of pictures of two people is
       *[other] pairs of pictures of two people are
    } almost one to every model (cosine { UNIT($cosine, places: 3) } or more), such as { $first }
    ({ $first_person }) and { $second } ({ $second_person }): as strangers they look like false matches
data-same-pictures =
    { COUNT($count) } pictures of the query are in the gallery as well, by their pixels, such as { $first }
    and { $second }: what is found there is the picture, not the person
data-same-trained-tested =
    { COUNT($count) } pictures of the test part lie in the training part as well, byte for byte, such as
    { $second } ({ $first }): what is trained there has seen them
data-same-pixels-trained-tested =
    { COUNT($count) } pictures of the test part are in the training part as well, by their pixels, such as
    { $second } ({ $first }): what is trained there has seen them
data-trained-part-sampled =
    { COUNT($looked) } of { COUNT($count) } training pictures, spread evenly, were held against the test part:
    copies among the others are not counted
data-same-two-people =
    { COUNT($count) } { $count ->
        [one] picture stands
       *[other] pictures stand
    } under two people, by their pixels, such as { $first } and { $second }
note-masks-inverted =
    { COUNT($count) } of { COUNT($masks) } masks of { $name } cover the border of the picture and not its
    middle: are they inverted? White is the person
note-transform-leaves =
    { $protocol }: { COUNT($count) } of { COUNT($pictures) } pictures stay as they are at { $more ->
        [0] { LIST($levels) }
        [one] { JOIN($levels, with: ", ") } and one other level
       *[other] { JOIN($levels, with: ", ") } and { COUNT($more) } other levels
    }: they are too small for what is done there, and say nothing of it
note-transformed =
    { $protocol }: pictures of its conditions are made from the same photographs or scenes by { LIST($transforms) };
    two pictures made from one are never compared with each other
note-repeats-vary =
    repeated pictures of a condition differ in { LIST($fields) }: two pictures of a person in one
    condition always differ in it, those in two conditions, and those of strangers, only partly. The
    diagonal can be lower for it, and more is missed there than with a threshold set on strangers who
    always differ in { LIST($fields) } too
note-not-as-trained =
    its card says fit: { $card }; { $used } is used, { $by ->
        [option] as --fit says. Misses can differ much: --fit card tries the other
        [run] as the run that is named has it
        [scene] as is usual with rendered people. Misses can differ much: fit: card in the protocol tries the other
       *[protocol] as the protocol says. Misses can differ much: fit: card in the protocol tries the other
    }
note-card-beside =
    { $card } beside the weights { $file } says otherwise than the card that is used, in { LIST($keys) }:
    --backbone FOLDER/{ $card } runs them as they were trained
note-fit-of-card = { $model } { $fit }
note-fit-of-cards =
    The protocol says no fit: each model gets photographs as its card says ({ JOIN($models, with: ", ") }).
    Misses can differ much by fit: letterbox, or stretch, in the protocol tries the other for all models.
# Of older runs.
note-other-fit = its card says fit: { $card }; { $protocol } is used, as the protocol or --fit says
note-failed-model = { $model } could not finish, and has no figures: { $reason }
note-not-cached = nothing it computes is kept between runs: { $reason }
key-no-source = the module { $module } has no source file
key-source-unreadable = the source { $file } cannot be read ({ $detail })
key-source-changed = the source of { $module } has changed since it was imported
key-state-unknown = the state of { $what } is more than its source and plain values
key-file-unreadable = { $file } cannot be read ({ $detail })
key-needs-onnx = which files { $file } names needs the package onnx
key-no-onnx = { $file } is no readable ONNX file
key-maker-unknown = it is not known what made it
key-weights-shuffled = its weights are shuffled
note-score-scale =
    its score is called { $name } and lies on a scale from { SIGNIFICANT($low, digits: 4) } to { SIGNIFICANT($high, digits: 4) }; it is no
    cosine, and curves and colours are drawn on that scale
note-of-member = { $model }: { $note }
note-smaller-members =
    { JOIN($models, with: ", ") }: pictures are made smaller a second time, from { $size }
note-fallback-engine = runs in PyTorch itself, more slowly: { $reason }
note-bfloat16-engine =
    bfloat16 runs in PyTorch itself; OpenVINO is faster (pip install 'probe-reid[openvino]'), and for
    small networks float32 is too
note-bfloat16-slow =
    this processor has no instructions for bfloat16: float32 is faster
note-bfloat16-changes =
    bfloat16 changes the cosines between { COUNT($pictures) } of the pictures by up to
    { SCIENTIFIC($largest) }, by { SCIENTIFIC($mean) } on average, against float32
note-bfloat16-made-pictures =
    bfloat16 changes the cosines of three made pictures by up to { SCIENTIFIC($largest) }
note-gpu-memory =
    the GPU has too little free memory: it computes fewer pictures at a time ({ PLAIN($pictures) })
note-weights-loaded =
    { $file }{ $family ->
        [no-value] : { COUNT($loaded) } tensors loaded
       *[other] { "" } was recognised as { $family }; { COUNT($loaded) } tensors loaded
    }, { COUNT($dropped) } left out

note-occlusion =
    measured by covering parts of the picture; the sum need not be the similarity
note-not-exact = not exact: the sum is up to { SCIENTIFIC($worst) } from the similarity
note-held-factors = held at their values for the picture: { JOIN($factors, with: ", ") }
note-class-token = what the class token already held before the last block is constant

## ---- Reasons: why a picture or a mask cannot be used --------------------------------------------

reason-same-picture = the same picture as { $picture }
reason-no-ending = it is a picture without an ending: add .jpg or .png, as it is
reason-other-format = { $ending } is a picture format that is not read: save it as .jpg or .png
reason-heic =
    { $ending } is read where its decoder is installed: { $install }, or save it as .jpg or .png
reason-link-leads-out = a link that leads out of the folder
reason-link-broken = a link to a file that is not there
reason-link-to-folder = a link to a folder, which is not followed
reason-changed = the file has changed since the run read it first
reason-one-colour = the picture is of one colour: it shows nobody
reason-same-picture-of = the same picture as { $picture }, which is of { $person }
reason-no-box = no box in { $table }
reason-not-readable = not a readable picture ({ $detail })
reason-no-format = not a picture in one of the formats { $formats }
reason-cannot-be-read = cannot be read ({ $detail })
reason-empty-file = the file is empty
reason-too-many-pixels = more than { COUNT($most) } pixels
reason-size-too-large =
    { PLAIN($height) } x { PLAIN($width) } pixels; at most { COUNT($most) } are read
reason-no-area = { PLAIN($height) } x { PLAIN($width) } pixels: no area
reason-pixels-outside = whole-number pixels outside 0..65535; save it with 8 or 16 bits
reason-floating-point = floating-point pixels have no agreed range; save it with 8 bits
reason-box-outside =
    the box x={ PLAIN($x) } y={ PLAIN($y) } width={ PLAIN($width) } height={ PLAIN($height) }
    has no area inside the { PLAIN($picture_width) } x { PLAIN($picture_height) } picture
reason-mask = mask { $variant }: { $reason }
reason-not-masked = not masked
reason-mask-size = the mask ({ $name }) is { $mask } pixels, the picture { $picture }
reason-mask-empty = the mask is empty: no person was found
reason-mask-tiny = the mask is tiny: { SHARE($share, places: 2) } of the picture
reason-mask-whole = the mask covers the whole picture ({ SHARE($share) })
reason-no-mask-file = no mask file is named { $name }
reason-mask-not-readable = not a readable mask ({ $detail })
reason-mask-not-rendered = exact masks exist only for rendered pictures
reason-mask-one-colour = the picture is of one colour: there is nobody to cut out
reason-mask-nobody = { $masker } found nobody
reason-mask-off-middle = none of { $masker }'s masks holds the middle of the picture

## ---- Refusals: what a path leads to, and next steps of many -------------------------------------

step-force = --force replaces it
step-finish-run = finish it: probe run ... --resume
step-copy-or-anew = take the file from a copy of the run, or run the study anew
path-folder-not-there = the folder { $folder } is not there either
path-bring-here =
    no single file is read from a store, and no folder but those of photographs, data sets, masks and
    crops: bring it here first (`aws s3 cp`, `gcloud storage cp`), and name it where it lies then
path-not-into-store = nothing is written into a store
path-not-into-store-step =
    name a folder of this machine, and copy it when it is written (`aws s3 cp --recursive`,
    `gcloud storage cp -r`)
path-looked-for = it was looked for in { $folder }
path-name-a-file = name a file
path-holds-none = it holds no { $ending } file
path-holds =
    it holds { JOIN($files, with: ", ") }{ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more
    }: name one of them
path-no-folder = there is no such folder
path-no-file = there is no such file
path-is-file = this is a file, and a folder is needed
path-is-folder = this is a folder, and a file is needed
path-name-needed = this is a folder, and the name of a file is needed
path-not-writable = nothing may be written into this folder
path-is-there = this file is there already
path-not-ours = this file is there already, and probe did not write it
path-held = another process works in this folder
path-held-step = wait until it is done, or give another --out
path-leads-out = { $given } leads out of the folder { $folder }
path-leads-out-step =
    a path that stands in a file names something below its folder: move the file there, or copy it
plug-in-no-file = { $name } takes no file
plug-in-needs =
    { $name } needs a { $what ->
        [card] card
        [checkpoint] checkpoint
        [file] file
        [folder] folder
       *[other] { $what }
    }
plug-in-not-there =
    there is no such { $what ->
        [card] card
        [checkpoint] checkpoint
        [file] file
        [folder] folder
       *[other] { $what }
    }
plug-in-noun =
    { $kind ->
        [backbone] backbone
        [data-set] data set
        [detector] detector
        [exporter] exporter
        [masker] masker
        [remedy] remedy
        [transform] transform
       *[other] { $noun }
    }
plug-in-unknown = there is no { $noun } { $name }
plug-in-twice = two { $noun }s are named { $name }: { $first } and { $second }
plug-in-twice-step = Remove one of the two packages, or rename its entry point.
plug-in-not-imported = cannot be imported ({ $fault }: { $said })
plug-in-not-imported-step =
    write package.module:attribute; it is looked for among what is installed and in the current
    folder
plug-in-other-type = { $attribute } is of type { $type }, a { $noun } is a { $kind }
plug-in-other-type-step = write package.module:attribute; the attribute is a { $kind }

## ---- Refusals: YAML -----------------------------------------------------------------------------

yaml-right-file = is it the right file?
yaml-unreadable = not readable as YAML: { $fault }
yaml-too-deep = lists and mappings lie too deep in each other
yaml-no-character =
    it holds a character that no text has{ $at ->
        [no-value] { "" }
       *[other] { "" } (character { PLAIN($at) })
    }
yaml-empty = the file is empty
yaml-too-large = larger than { COUNT($bytes) } bytes, which no protocol, card or recipe is
yaml-is-folder = this is a folder, not a YAML file
yaml-not-utf8 = not UTF-8 text (byte { PLAIN($byte) })
yaml-save-utf8 = save the file as UTF-8
yaml-may-you-read = may you read the file?
yaml-tag = { $tag } is not plain data
yaml-plain-data = use plain text, numbers, lists and mappings
yaml-key-twice = the key { $key } stands twice (first at line { PLAIN($line) })
yaml-keep-one-key = keep one of them; the second would silently replace the first
yaml-half-character = the text holds half a character (a surrogate)
yaml-half-character-step = write the character itself, in UTF-8
yaml-large-number =
    { $number }{ $length ->
        [no-value] { "" }
       *[other] ... ({ PLAIN($length) } characters)
    } is too large a number
yaml-no-number = { $text } is no number
yaml-quote-text = quote it if it is a text
yaml-key-no-word = a key is a plain word, and here a list or a mapping stands for one
yaml-quote-bracket = quote a text that begins with { $square } or { $curly }
yaml-indent = begin lines that belong together in the same column
yaml-quote-special = put a text with : or # or a special beginning into "..."
yaml-no-list-end = a list [...] is not closed, or lacks a comma
yaml-no-mapping-end = a mapping { $example } is not closed, or lacks a comma
yaml-close-with = close it with { $bracket }
yaml-ends-early = the file ends where a value is expected
yaml-close-opened = close what { $square } or { $curly } opened
yaml-list-item = a list item stands where KEY: VALUE is expected
yaml-not-of =
    this line does not belong to the { $kind ->
        [mapping] mapping
       *[list] list
    } above it
yaml-colon = a ':' stands where no key can be
yaml-no-colon = a key without ':' behind it
yaml-write-key = write KEY: VALUE
yaml-tab = a tab
yaml-spaces = indent with spaces: YAML takes no tabs
yaml-beginning = a text cannot begin with { $found }
yaml-no-quote = a quoted text is not closed
yaml-close-quote = close it as it begins, with ' or "
yaml-backslash = a backslash before { $found }
yaml-single-quotes = put it into '...'
yaml-no-value = a value is missing before { $found }
yaml-documents = it holds several documents, divided by ---
yaml-keep-one = keep one
yaml-anchor = an & or * begins an anchor or alias
yaml-alias = aliases are not allowed
yaml-write-out = write the value out wherever it is needed
yaml-tag-sign = a ! or % begins a tag or directive, which are not taken

## ---- Refusals: what does not fit in a file ------------------------------------------------------

misfit-value = { $name } is { $shown }: { $needed } is needed
misfit-file = the file
misfit-number = a number
misfit-whole-number = a whole number
misfit-smaller-number = a smaller number
misfit-text = a text
misfit-truth = true or false
misfit-list = a list
misfit-mapping = a mapping (KEY: VALUE)
misfit-null = null
misfit-above = a number above { $gt }
misfit-at-least = a number of at least { $ge }
misfit-below = a number below { $lt }
misfit-at-most = a number of at most { $le }
misfit-multiple = a multiple of { $multiple_of }
misfit-one-of = { LIST($values, word: "or") }
misfit-pattern = a text like { $pattern }
misfit-longer = a text of at least { $min_length } characters
misfit-shorter = a text of at most { $max_length } characters
misfit-shown-mapping = a mapping
misfit-shown-list = the list { $list }
misfit-entry-missing = { $name }: value { PLAIN($number) } of the list is missing
misfit-key-missing = the key { $key } is missing
misfit-key-unknown = the key { $key } is not known here
misfit-of = { $name }: { $fault }
misfit-too-few =
    at least { PLAIN($least) } values are needed{ $given ->
        [no-value] { "" }
       *[other] , { PLAIN($given) } are given
    }
misfit-too-many =
    at most { PLAIN($most) } values are needed{ $given ->
        [no-value] { "" }
       *[other] , { PLAIN($given) } are given
    }

## ---- Refusals: options --------------------------------------------------------------------------

option-is = { $option } is: { $help }
option-is-share = { $option } is: { $help }; it is a share: 1 % is written 0.01
option-empty-list = { $option } is an empty list
option-too-small = { $given }: at least { $least } is needed
option-not-between = { $given } is not between { $low } and { $high }
option-not-within = { $given } is not from { $low } to { $high }
option-empty-text = { $option } is given an empty text
option-none-of = { $option } { $value } is none of { JOIN($values, with: ", ") }
option-no-device = --device { $name }: there is no such device
option-devices = devices: { JOIN($devices, with: ", ") }
option-no-share = { $text } is no share: 1 % is written 0.01 or 1%
option-no-rate = { $text } is no false match rate: 1 % is written 0.01 or 1%, several 0.01,0.001
option-no-number =
    { $text } is no { $whole ->
        [yes] whole number
       *[no] number
    }
option-given-empty = given an empty text

## ---- Help: commands, their options, and what stands around them --------------------------------

help-no-report = store the run only
help-json = print the result as JSON
help-language =
    of everything that is printed and written for people: { JOIN($languages, with: ", ") } (default:
    { $variable }, then that of the locale, then en); titles and levels follow where the protocol
    has them in it
help-default = { $text } (default { $value })
help-usage = usage:
help-positionals = positional arguments
help-options = options
help-commands = commands
help-help = show this help message and exit
help-version = show program's version number and exit
help-described = { $summary }.
help-program =
    Which re-identification model still recognises the same person when distance, orientation,
    clothing, background or camera height changes?
help-start = start with: probe run protocols/orientation.yaml
help-command-run = compare conditions: protocol and pictures in, report out
help-command-init = look at a folder of photographs and propose a protocol
help-command-validate = check protocols, and that a photo folder serves them
help-command-images = the pictures of a protocol: counts and a contact sheet
help-command-doctor = is a weights file what it seems, and set up as it was trained
help-command-backbones = what can be compared, and where weights come from
help-command-compare = two runs of the same pictures, paired; or the backbones of one
help-command-advise = which models of a run may be used at a site
help-command-verify = compute every figure of a run again from its vectors
help-command-evaluate = retrieval figures of backbones on a re-identification data set
help-command-train = train a backbone by a recipe
help-command-generate = draw people in other poses with a trained FD-GAN
help-command-crop = cut people out of a video or of frames, with tracks and masks
help-command-match = look for the people of one camera in the others: videos in, page out
help-command-scenes = render a data set of people, with masks and keypoints
help-command-plan = how many people and pictures a protocol needs; a capture sheet
help-command-report = make the report of a finished run again
help-command-export = a finished run as native objects of MLflow or Weights & Biases
help-command-cache = look at the cache, or empty it
help-train-recipe = a file with a recipe or a matrix, or a shipped recipe by name; none: list those
help-train-data = pictures to learn from, several together: market1501=DIR, table=FILE.csv, ...
help-train-target = pictures of the domain to adapt to; who is on them is not looked at
help-train-styled =
    styled copies of the target's pictures (`probe generate`); of several targets in their order
help-train-evaluate = of a matrix: retrieval figures of every row on this data set, as `probe evaluate`
help-train-out = folder of the training (default trainings/NAME)
help-train-resume = go on with what is in --out
help-train-set = change a value of the recipe, such as objective.m2=0.25
help-device = { JOIN($devices, with: ", ") }
help-train-workers = processes that decode and augment
help-train-threads = CPU threads of the network; 0 leaves it to torch
help-run-folder = a run directory
help-advise-site =
    what the cameras will see: "distance=3..10 camera_height=2.3m orientation=any fmr=0.01
    fnmr=0.1"; fmr is the share of strangers who may pass, fnmr the share of misses that is
    acceptable (0.1 where it is not given)
help-advise-variant = mask variant of the run
help-advise-require =
    end with 1 unless every model (of --model) may be used there, or with `promising` at least may
    do: a gate for scripts
help-advise-model = a model that the requirement is for (default: all of the run; again for more)
help-backbones-name = one backbone, for its card
help-backbones-fetch = download its weights, checked
help-cache-empty = delete what was kept; fetched weights and files of yours stay
help-compare-run = one run directory, or two
help-compare-out = two runs side by side as a page (.html)
help-compare-force = replace a file that probe did not write
help-crop-frames = a video, or a folder of frames in the order of their names
help-crop-out = folder of crops and tables; one that was begun is gone on with
help-crop-detector =
    who finds people: boxes=FILE.csv, scene (exact, rendered frames), yolact=CHECKPOINT,
    ssd=CHECKPOINT, onnx=CARD.yaml
help-doctor-weights =
    a checkpoint, a card file, onnx:FILE, timm:NAME or module:spec (default: none; the packages
    that are installed are tried)
help-doctor-backbone = how it will be run (default: recognised from its keys)
help-doctor-photos = pictures of different people (default: rendered people)
help-export-to =
    the tool: fiftyone, mlflow or wandb, or one that a package registers; behind `=` where to, if not where
    the tool keeps things by itself
help-generate-drawers =
    folder of a training, FOLDER@STAGE, or official files: ENCODER+GENERATOR of FD-GAN, the
    generator of StarGAN
help-generate-data = pictures; for poses with keypoints; table=FILE.csv
help-generate-run =
    a finished run instead: its people turned through its conditions, or drawn in the styles of
    cameras, kept in the run and shown in its report
help-generate-photos = the photographs of the run, keypoints/NAME.json below
help-generate-people = how many; of styles: shown on the sheet
help-generate-layout = of the keypoints
help-generate-statistics =
    of styles: what normalises, each picture's own statistics (the official code) or those that
    training averaged
help-generate-part = of styles: the part of the data set that is drawn
help-generate-other-cameras = of styles: leave out that of a picture's own camera (official: all)
help-generate-judge = a backbone: cosine of what is drawn with the true picture, or with its source
help-generate-judged = of styles: sources that the judge sees
help-generate-seed = of people and noise
help-generate-out = folder for the sheet, the figures, and the styled set
help-generate-resume = of styles: go on with the styled set in --out
help-images-out = contact sheet (default NAME-images.png)
help-force = replace a file that is there
help-init-photos = a folder of photographs
help-init-out = where to write it (default FOLDER-NAME.yaml here)
help-init-choose = which reading to take, where the names allow several
help-init-words = words of your own for what varies: factor, level, words (YAML)
help-plan-protocol = a protocol file, or a shipped one by name
help-plan-fmr = false match rate to be resolved
help-plan-width = width of the 95 % interval of FNMR
help-plan-takes = pictures a person and condition (default: the protocol's)
help-plan-fnmr = expected false non-match rate
help-plan-correlation = of failures of one person: 0 picture by picture, 1 all or nothing
help-plan-subjects = people on the sheet (default: as planned)
help-plan-sheet = print a capture sheet
help-report-out = a .html, .pdf or .json file, or a folder (default: the run's)
help-site = recommend for a deployment: "distance=3..10 camera_height=2.3m orientation=any"
help-report-tables = also write tables: cells as CSV; misses, similarity and retention as LaTeX
help-report-force = replace files of another kind; a report is replaced anyhow
help-scenes-out = the folder; what is there already is kept
help-scenes-people = identities
help-scenes-cameras = how many
help-scenes-layout = Market-1501's folders and file names, or single-camera tracks, one id a track
help-scenes-domain = light and sensor
help-scenes-video = short walking sequences
help-scenes-same-outfit = everybody dressed alike
help-scenes-seed = another data set
help-scenes-first-identity = number of the first person
help-scenes-any-size = render more pictures than is usual
help-validate-protocol = protocol files, shipped names or folders
help-validate-photos = also read these photographs
help-validate-verbose = name every photograph that is not usable or fits no pattern
help-verify-independent =
    compute by brute force, in code that shares nothing with the pipeline, and say what agrees to
    how many digits (slower: a minute for a study of eight people)
help-frames-every = look at every N-th frame
help-frames-fps = frames a second of folders of frames, for their times; videos have their own
help-frames-least-score = people with a lower score are left out
help-frames-least-height = lower crops are not written
help-frames-least-width = narrower crops are not written
help-frames-least-sharpness =
    blurred crops are not written: variance of the Laplacian of 0..255; 0 for no limit
help-match-cameras = two cameras or more: videos, folders of frames, folders that probe crop wrote
help-match-out = folder of crops, matches.json and matches.html; one that was begun is gone on with
help-match-backbone = what to compare people by, as in `probe run`
help-match-detector = who finds people, as in `probe crop`; not needed where all is cut out already
help-match-mask = fill the background: { $detector } (the detector's own masks), or as in `probe run`
help-match-run = a run of the same models, whose thresholds say what a score means
help-match-fit =
    how crops come to the input size (default: as the run has it, where one is named; else as each
    model was trained)
help-match-pictures = crops of a walk that are compared, evenly spread
help-match-ranks = walks that are kept of each query
help-engine = what runs the networks; auto: the fastest that agrees with torch
help-precision = float32, or bfloat16 with the measured change
help-bf16 = bfloat16, with the measured change
help-threads = CPU threads of a network; 0 leaves it to the machine
help-workers = threads and processes that decode, render or augment
help-cache = cache folder (default: the platform's)
help-evaluate-data = the data set: market1501=DIR, msmt17=DIR, scenes=DIR and so on
help-evaluate-backbone = what to evaluate, as in `probe run`
help-evaluate-rule = named rule
help-evaluate-distance =
    what vectors are compared by: cosine, or the Euclidean distance of vectors as they are
    (torchreid's default); figures of the two are not comparable
help-evaluate-first-stage =
    a backbone; pair scorers only put its 100 nearest gallery pictures in order; the figures of both
    stages are given
help-evaluate-fit = how pictures come to the input size; card: as the model was trained
help-evaluate-flip = add the mirrored picture's vector
help-evaluate-rerank = also with k-reciprocal re-ranking
help-evaluate-seed = of sampled galleries (cuhk03 rules)
help-run-protocol = protocol files, shipped ones by name, or folders of protocols
help-run-backbone =
    what to compare: NAME, NAME=WEIGHTS, timm:NAME, onnx:FILE, CARD.yaml; a+b is two as one; none:
    the demonstration models
help-run-mask =
    run again with the background filled, for each: scene (exact, rendered people), grabcut,
    files=DIR, sam=CHECKPOINT, yolact=CHECKPOINT
help-run-attention = show where the models look (takes longer)
help-run-remedies = try what helps against the costliest change (mirroring, masks, more views, ...)
help-run-remedy =
    --remedies, and among them a network of yours: super-resolution=FILE.onnx enlarges small
    pictures
help-photos = folder of photographs; without it, people are rendered
help-run-subjects =
    people to render (default 8); of { COUNT($most) } any two differ in 7 of 9 traits, so no more
    are taken
help-run-fmr =
    false match rates: the first decides, errors are stated at the others too where the strangers
    resolve them
help-run-split-strangers = set thresholds on one half of the people, measure false matches on the other
help-run-pictures = keep small pictures in the run
help-run-no-pictures = keep no picture in the run
help-run-pixelate-faces = make heads unrecognisable in the report
help-run-out = folder for runs
help-run-resume = continue the newest unfinished run of the same inputs
help-cluster =
    share the work out among the nodes of a Ray cluster: local (this machine alone), auto (the
    cluster it belongs to) or HOST:PORT
help-run-any-size = compute a study of more pictures or cells than is usual

## ---- Refusals: what the command line is made of -------------------------------------------------

parser-help = `{ $program } --help` says what it takes
parser-no-option = there is no option { $option }: { $step }
parser-behind-command = options of a command stand behind it: probe COMMAND ... { $option }
parser-option-of = it is one of { JOIN($commands, with: ", ") }
parser-no-command = there is no command { $command }: { $step }
parser-without-value = { $option } is without its value
parser-without-values = { $option } is without a value
parser-takes-none = { $option } takes no value, and is given { $value }
parser-choose = { $option }: invalid choice: { $value } (choose from { $values })
parser-not-together = { $option } and { $other } do not go together
parser-missing = missing: { $names }
parser-too-many = { $words }: more than the command takes
parser-of-option = { $option }: { $fault }
parser-stopped = stopped before anything was done

## ---- Refusals: protocols ------------------------------------------------------------------------

protocol-unknown = there is no such protocol, here or among the shipped ones
protocol-is-folder = this is a folder, and one protocol is needed
protocol-run-folder = this is the folder of a run, not of protocols
protocol-run-report = `probe report { $folder }` writes its report
protocol-none-inside = the folder holds no protocol, which is a .yaml file
protocol-init = `probe init FOLDER` writes one for a folder of photographs
protocol-examples =
    protocols/distance.yaml is an example; `probe init FOLDER` writes one for photographs
protocol-is-mapping = a protocol is a mapping with name, title, ...
protocol-no-scene = protocol { $protocol } has no scene: source
protocol-give-photos = give a folder of photographs with --photos
protocol-misfit =
    { $misfit }{ $more ->
        [0] { "" }
       *[other] { "" } (and { COUNT($more) } more)
    }
protocol-factor = factor { $factor }
protocol-level = level { PLAIN($number) }
protocol-part-of = { $part } of { $whole }
protocol-no-transform = { $name } is no transform
protocol-two-factors = two factors are named { $factor }
protocol-too-many-conditions =
    { COUNT($count) } conditions: every one is compared with every other, and at most { COUNT($most) }
    are
protocol-group-twice = groups: { $group } stands twice
protocol-no-source = name a picture source: scene: or photos: or both
protocol-again = again: renders every other take anew: it needs scene: and takes: 2
protocol-placeholder = { $place }: { $used } is not known
protocol-no-kind = { $kind } is no kind of factor
protocol-text-languages = give a text, or a mapping of language codes to texts
protocol-two-levels = factor { $factor } needs at least two levels
protocol-level-twice = level { $level } of factor { $factor } stands twice
protocol-standard-no-level = standard { $level } is no level of factor { $factor }
protocol-levels-numbers = the levels of { $kind } factor { $factor } must be numbers
protocol-levels-rise = the levels of factor { $factor } must rise
protocol-no-name = { $name } is no name: use lower-case letters, digits, '_' and '-', a letter first
protocol-transform-at = { $fault } (at { $condition })
protocol-transform-place = protocol { $protocol }, condition { $condition }, { $place }

## ---- Refusals: transforms -----------------------------------------------------------------------

transform-other-picture = the transform { $name } gives { $given }, and uint8 { $needed } is needed
transform-other-picture-step = mend its change(), or its new_size()
transform-nothing-left = cut_head and cut_feet leave nothing: together they must be below 100
transform-needs-pyav = video needs PyAV: { $install }

## ---- Refusals: commands -------------------------------------------------------------------------

command-model-without-require = --model names whom a requirement is for, and none is stated
command-add-require = add --require use, or --require promising
command-fetch-name = --fetch needs the name of a backbone
command-backbones-lists = probe backbones lists them
command-no-backbone = there is no backbone { $name }
command-lists-them = `probe backbones` lists them
command-not-our-cache = nothing in this folder was kept by probe; nothing was deleted
command-not-our-cache-step = give the folder that `probe cache` prints, with --cache
command-runs-given = { COUNT($count) } runs given
command-runs-step = give one run, or two
command-one-run = a page sets two runs side by side, and one is given
command-one-run-step = the report of a run compares its models: probe report RUN
command-comparison-html =
    a comparison is written as .html, not as { $ending ->
        [no-value] a folder
       *[other] { $ending }
    }
command-comparison-html-step = give --out a name such as comparison.html
command-doctor-alone = the file stands alone here, and what runs it behind --backbone
command-scores-pairs = it scores pairs, and there are no vectors to look at
command-not-told = the network that this file is for is not told by its tensors; { $looks }
command-take-out = take the file out of the folder, or save it anew
command-data-or-run = people are drawn from a data set or from a run
command-data-or-run-step = Name one of them: --data FORM=DIR, or --run DIR.
command-poses-and-styles = one of these draws people in other poses, one pictures in styles
command-two-commands = Name them in two commands.
command-no-keypoints = no picture of this run has keypoints, in whose pose people could be drawn
command-no-keypoints-step =
    Rendered people have them. Of photographs they lie in keypoints/NAME.json of the photo folder
    (OpenPose's 18 joints).
command-keeps-no-faces =
    this run was asked to keep no pictures, or no faces; what is drawn would show them
command-keeps-no-faces-step = Run the study without --no-pictures and --pixelate-faces.
command-small-pictures-lost =
    its small pictures are not there, and its report would show what is drawn beside nothing
command-small-pictures-lost-step = bring the whole folder of the run here, or run the study again
command-run-of-photographs = this run is of photographs, and keeps small pictures of them only
command-name-photos = Name their folder: --photos DIR.
command-other-pictures = the pictures are no longer those of the run
command-other-pictures-step = Run the study again with the pictures, or the renderer, of now.
command-everybody-drawn = everybody of a run is drawn: --people does not choose among them
command-everybody-drawn-step = leave --people out, or draw people of a data set: --data FORM=DIR
command-nobody-twice = nobody has two pictures with keypoints
command-nobody-twice-step =
    Keypoints of the test part lie in the data set's folder (of DIR/query/NAME.jpg in
    DIR/keypoints/query/NAME.json), or in a table's column.
command-two-sizes = { $first } draws at { $size }, { $second } at { $other }
command-two-sizes-step = draw with models of different sizes in two commands
command-one-generator = a styled set is drawn by one generator
command-one-generator-step = Name each in a command of its own.
command-out-is-folder = this is a folder
command-out-new-file = give --out the name of a new file
command-several-readings =
    the names { $count ->
        [1] do not say for certain what varies
       *[other] can be read in { COUNT($count) } ways
    }, and nothing is written
command-several-readings-step =
    --choose 1 takes the first reading; words of your own go into --words FILE
command-nobody-named-step =
    --choose 1 takes the names for levels. If they are people, name what varies, too, as in
    anna/back_3.jpg; or run a protocol that makes its levels from such pictures, as low_light does
command-no-reading =
    there is no reading { PLAIN($number) }: there { $count ->
        [one] is
       *[other] are
    } { COUNT($count) }
command-no-reading-step = leave --choose out to see them
command-judge-pairs = { $name } scores pairs and has no vectors
command-judge-step = --judge a backbone
command-subjects-no-sheet =
    --subjects is the number of people on the sheet, and no sheet is asked for
command-subjects-no-sheet-step =
    add --sheet FILE.pdf; how many people are needed follows from --fmr and --width
command-judge-people = a judge needs pictures of two people at least whose numbers are known
command-judge-people-step = Leave --judge out, or name a data set with people.
command-nobody-to-draw = this run has nobody to draw
command-evaluate-matrix = --evaluate is for a matrix
command-evaluate-matrix-step = Of one training: probe evaluate --backbone CARD.
command-a-file = a file

## ---- Refusals: studies --------------------------------------------------------------------------

study-too-large =
    this study renders { COUNT($pictures) } pictures (about { COUNT($megabytes) } MB) and has
    { COUNT($cells) } cells
study-too-large-step = --any-size computes it all the same; fewer people, takes or levels cost less
study-two-runs = { $first } and { $second }
study-other-protocols = the runs are not of the same protocols ({ $names })
study-one-protocol-file = compare runs of one protocol file
study-protocol-differs =
    the runs are not of the same protocols: { $name } differs in { JOIN($keys, with: ", ") }
study-protocol-differs-step =
    compare runs of one protocol file; of two, titles, questions and labels may differ
study-other-pictures = the runs are not of the same pictures
study-other-pictures-step =
    run both models on the same folder: a paired comparison needs the same pictures
study-other-rates = the thresholds are for different FMR: { $first } and { $second }
study-other-rates-step = run the second again with --fmr { $rate }
study-other-halves = one run sets its thresholds on half of the people, the other on everybody
study-other-halves-step = run both with, or both without, --split-strangers
study-vectors-only = a run keeps vectors, not pictures
study-no-picture-of = images.parquet has no picture of { $protocol }
study-name-a-rate = --fmr: name at least one false match rate
study-rate-step = 1 % is written 0.01
study-subjects-rendered = --subjects is for rendered people
study-subjects-rendered-step = with --photos, everybody in the folder takes part
study-mask-scene = --mask scene is for rendered people: a photograph has no exact mask
study-mask-scene-step = --mask grabcut, --mask sam=CHECKPOINT or --mask files=FOLDER
study-no-cluster-address = --cluster { $address }: this is no address of a cluster
study-cluster-address-step = write local, auto, or HOST:PORT as `ray start --head` prints it
study-cluster-float32 = --cluster computes in float32: what bfloat16 changes is measured on one machine
study-cluster-float32-step = leave --bf16 out, or --cluster
study-cluster-one-gpu = --device { $device } names one GPU of this machine, and each node of a cluster has its own
study-cluster-one-gpu-step = write --device { $device }: the cluster gives out the GPUs of its nodes
study-run-held = another process is computing this run
study-run-held-step =
    wait until it is done, or leave --resume out: a new run has a folder of its own
study-remedies-across =
    --remedies compares any two pictures, and a protocol compares across cameras or days
study-remedies-across-step = leave --remedies out, or photos.across (of rendered people: again)
study-two-protocols = two protocols of the study are named { $name }
study-two-protocols-step = change the name: of one of them, or leave one out
study-one-fit = the protocols of a study must fit pictures in the same way
study-one-fit-step = give them the same fit:, or run them one by one
study-one-across = the protocols of a study must compare pictures across the same
study-one-across-step =
    give them the same photos.across: (of rendered people: again:), or run them one by one

## ---- Refusals: masks ----------------------------------------------------------------------------

masking-none =
    { $masker }: not one picture could be masked{ $refused ->
        [0] { "" }
       *[other] { "" } ({ PLAIN($refused) } refused; the first, { $first }: { $reason })
    }
masking-none-step = Look at the pictures and masks, or run without --mask.
masking-stored-damaged = the stored masks are damaged ({ $detail })
masking-stored-damaged-step = Restore the file from a copy, or run again with the same --mask.
masking-is-file = this is a file, and a folder of masks is needed
masking-is-file-step = --mask files=FOLDER; masks are named as the photographs
masking-no-folder = there is no such folder of masks
masking-folder-empty = the folder holds no mask files
masking-folder-empty-step = Masks are pictures named as the photographs, white where the person is.
masking-twice = two masks are named { $name }
masking-twice-step = run the study once for each
masking-nobody = no region of the picture is the person
masking-left-out =
    { $file ->
        [no-value] { "" }
       *[other] { $file }:{ " " }
    }{ $fault }{ $place ->
        [no-value] { "" }
       *[other] { "" } ({ $place })
    }.{ $hint ->
        [no-value] { "" }
       *[other] { "" } { $hint }
    }
masking-photographs-step =
    For photographs: --mask grabcut, --mask sam=CHECKPOINT or --mask files=FOLDER.
masking-size-step = A mask must have exactly the height and width of its picture.

## ---- Refusals: runs -----------------------------------------------------------------------------

run-not-complete =
    the run is { $status ->
        [failed] failed
        [started] started
       *[other] { $status }
    }, not complete{ $so ->
        [advise] : there is nothing to advise from
        [export] : there is nothing to export yet
        [report] : there is nothing to report yet
        [thresholds] : it has no thresholds
       *[no-value] { "" }
    }
run-noun =
    { $noun ->
        [backbone] backbone
        [figure] figure
        [kind] kind
        [protocol] protocol
        [variant] mask variant
       *[other] { $noun }
    }
run-part-of = part of { $backbone }
run-no-name = the run has no { $noun } { $name }
run-no-manifest = this is no run directory: it has no manifest.json
run-holds-runs = it holds { COUNT($count) } of them: name one, the newest is { $newest }
run-looks = a run directory looks like { $example }
run-has = it has { JOIN($names, with: ", ") }
run-is-file = this is a file, not a run directory
run-no-folder = there is no such run directory
run-manifest-damaged = the manifest is damaged: { $fault }
run-no-text = it is no text
run-no-json =
    it is no JSON{ $line ->
        [no-value] { "" }
       *[other] { "" } at line { PLAIN($line) }
    }{ $detail ->
        [no-value] { "" }
       *[other] : { $detail }
    }
run-no-keys = it holds no keys and values
run-half-character = it holds half a character
run-no-array = it has no array { $name }
run-no-index = what stands among its arrays is no JSON
run-no-parquet = it is no Parquet file, or is cut short
run-no-column = it has no column { $name }
run-no-hash = the manifest does not hold its hash
run-other-hash = it is not what was written: its hash is another one than the manifest holds
run-leads-out = { $name } leads out of the run's folder
run-match-again = match again: probe match ...
run-newer-version =
    written by a newer version (schema { $version }, this one reads { PLAIN($read) })
run-update = update probe-reid
run-file-damaged = this file is damaged
run-cannot-be-read = cannot be read: { $fault }
run-file-missing =
    { $file } is missing{ $status ->
        [no-value] { "" }
        [failed] { "" } (the run is failed)
        [started] { "" } (the run is started)
       *[other] { "" } (the run is { $status })
    }
run-not-as-written = what the file holds is not what was written
run-study-again = run the study again: probe run ...
run-findings-damaged = the findings are not what was written
run-no-arrays = it is no .npz file, or is cut short
run-several-protocols = the run has { PLAIN($count) } protocols
run-name-one = name one: { JOIN($names, with: ", ") }
run-picture-compressed = { $name } is compressed, or larger than a small picture
run-picture-other = { $name } is not what was written
run-no-zip = it is no zip file, or is cut short
run-zip-twice = it holds two files of one name

## ---- Refusals: JSON -----------------------------------------------------------------------------

json-too-deep = its lists lie too deep in each other

## ---- Refusals: matching between cameras ---------------------------------------------------------

matching-other-model =
    the run's { $model } is another model: weights, card, precision or code differ
matching-no-model = the run has no { $model }: its thresholds say nothing of this model
matching-model-step =
    It has { JOIN($models, with: ", ") }. Name a run of the same model, or leave --run out.
matching-other-fit =
    the run brings pictures to the input size by { $usual }, and here it is { $fit }
matching-other-fit-step = Scores of both differ: --fit { $usual }, or leave --fit out
matching-no-variant =
    the run has no pictures masked by { $variant }: nothing is known of such scores
matching-no-variant-step =
    It has { JOIN($variants, with: ", ") }. Run it again with this --mask, or leave --run out.
matching-no-detector = --detector is missing: people have to be found in these frames first
matching-no-detector-step =
    --detector yolact=FILE, ssd=FILE or onnx=CARD.yaml; or name folders that `probe crop` wrote.
matching-folder-taken = this folder holds something else
matching-new-folder = Give --out a new folder.
matching-other-cameras = this folder holds a match of other cameras, such as { $camera }
matching-other-cameras-step = Give --out a new folder, or name that camera too.
matching-not-cropped = not all frames of this camera are cut out yet
matching-crop-on = Give its `probe crop` command again: it goes on where it was stopped.
matching-crop-again = Crop the frames again: probe crop ...
matching-camera-shows = { $camera }: { PLAIN($people) } people seen, { PLAIN($crops) } crops
matching-too-few =
    fewer than two cameras show people{ $mask ->
        [no-value] { "" }
       *[other] { "" } whom { $mask } can cut out
    }: there is nothing to match ({ JOIN($shown, with: "; ") })
matching-too-few-step =
    Look at the crops, and at --least-score, --least-height and --least-sharpness.
matching-restore-crop = Restore this crop, or crop the frames again into a new folder.
matching-same-pictures = { $first } and { $second } hold the same pictures: they are one camera
matching-same-pictures-step = Name each video once. Another part of one video is no other camera.
matching-no-masks = the detector of { $camera } gave no masks
matching-no-masks-step = Take a detector that gives masks, or --mask grabcut.
matching-one-camera = one camera: there is nobody to look for in another one
matching-one-camera-step = Name the videos or folders of two cameras or more.
matching-camera-twice = this camera is named twice

## ---- Refusals: sites ----------------------------------------------------------------------------

asked-example = write, for example, { $example }
asked-no-part = --site: { $part } is not NAME=VALUE
asked-twice = --site: { $name } is named twice
asked-no-factor = --site names no factor
asked-no-rate =
    --site: { $value } is no { $rate ->
        [fnmr] false non-match rate
       *[fmr] false match rate
    } between 0 and 1
asked-rate-step = one in a hundred is written { $name }=0.01 or { $name }=1%
asked-measure-first =
    measure it first, with the same models: probe run { $protocol }{ $factor ->
        [none] { "" }
       *[other] ; in --site it is called { $factor }
    }
asked-not-varied = --site: the run did not vary { $name }
asked-no-order = --site: { $factor } has no order, so there is no range
asked-no-order-step = name levels with commas between them, or any
asked-no-level = --site: { $level } is no measured level of { $factor }
asked-unit-last = --site: the unit stands behind the last number
asked-lower-first = --site: the lower end stands first
asked-no-number = --site: { $text } is no number
asked-no-number-step = write any, 4, 3..10 or 2.3m
asked-other-unit =
    --site: { $factor } is measured in { $measured ->
        [no-value] no unit
       *[other] { $measured }
    }, not in { $unit }
asked-units = units that are converted: { JOIN($units, with: ", ") }
asked-unit-of-run = write a number in the unit of the run, such as { $example }

## ---- Refusals: comparisons ----------------------------------------------------------------------

split-too-few =
    --split-strangers: { PLAIN($people) } people cannot be split into two groups of strangers
split-too-few-step = leave it out, or take pictures of more people (at least four)
split-no-strangers = --split-strangers: one half of the people has no strangers
split-unresolved = --split-strangers sets the threshold on half of the people: { $reason }
split-step = leave --split-strangers out, take pictures of more people, or ask for a higher --fmr
score-not-finite = a score is NaN or infinite

## ---- Refusals: detectors ------------------------------------------------------------------------

detector-shapes =
    boxes (n, 4) and scores (n,) do not go together: boxes { $boxes }, scores { $scores }
detector-masks = { PLAIN($count) } boxes but masks of shape { $shape }
detector-no-number = a box or a score is not a number
detector-no-size = a box has a width or height of 0 or less

## ---- Refusals: where models look ----------------------------------------------------------------

evidence-not-finite = the evidence ({ $name }) is not finite
evidence-too-few = { PLAIN($people) } people before { PLAIN($backgrounds) } backgrounds
evidence-two-of-each = Background reliance needs at least two of each.
evidence-other-regions = regions { JOIN($before, with: ", ") } against { JOIN($after, with: ", ") }
evidence-same-regions = Both pictures need the same regions, at most { PLAIN($most) }.
evidence-no-change = there is no change of similarity to share
evidence-nothing-changed = the similarity did not change: there is nothing to share

## ---- Refusals: remedies -------------------------------------------------------------------------

remedies-no-pictures =
    remedies cannot be tried: there are no pictures as { $part ->
        [queries] queries
        [standard] standard
       *[strangers] strangers
    }

## ---- Refusals: reports and figures --------------------------------------------------------------

drawn-no-format = there is no report format { $name }
drawn-no-picture = the picture cannot be read
drawn-too-many-people = a sheet for { PLAIN($people) } people is not printed (1 to { PLAIN($most) })
drawn-too-many-people-step =
    plan with --width larger, or print the sheet for a first group: --subjects
drawn-one-name =
    { COUNT($takes) } pictures of a condition need a name each, and the pattern { $pattern } has
    { $names ->
        [1] one: { $place }
       *[other] { COUNT($names) }, such as { $place }
    }
drawn-one-name-step = write {"{take}"} into photos.pattern, where the number of a picture stands
drawn-of-mated = { $figure } is a figure of mated cells
drawn-use-mean = use figure='mean'
drawn-no-figure = { $protocol } has no { $figure } of { $kind } cells with { $model } ({ $variant })
drawn-no-figure-step = report.html says why a figure is missing
drawn-no-retention =
    retention of { $model } means nothing under { $protocol }: in the standard condition itself
    { PERCENT($rate) } of pairs are missed
drawn-no-retention-step = draw figure='fnmr'; run.matrix(...) holds the numbers all the same
tables-misses =
    pairs of the same person missed, held against { $standard }, at a false match
    rate of { RATE($rate) }; in brackets the 95 % interval over people of
    each level by itself; needs booktabs
drawn-no-name = there is no { $noun } { $name }
drawn-no-axes = ax is { $kind }: axes of matplotlib are needed
drawn-no-axes-step = plt.subplots(1, 2) gives a figure and several axes: name one of them, such as axes[0]

## ---- Refusals: exports --------------------------------------------------------------------------

export-no-package = the package { $name } cannot be imported ({ $detail })
export-is-there = the run { $run } is there already, as { $id }
export-is-there-step = delete it there first, or name another place
export-refused = { $tool } refuses: { $said }
export-place = --to { $name }=PLACE: { $places }
export-places-mlflow = a tracking address such as http://HOST:5000 or sqlite:///mlflow.db
export-places-wandb = a folder; wandb makes its own folder `wandb` inside
export-places-fiftyone = a folder for the run's small pictures
export-no-pictures = the run keeps no pictures to show
export-with-pictures = run it again without --no-pictures
export-delete-data-set = delete it there first: fiftyone datasets delete '{ $name }'
export-own-mongodb = FiftyOne needs MongoDB: FIFTYONE_DATABASE_URI=mongodb://HOST:27017 names one of yours
export-no-folder = there can be no such folder ({ $detail })
export-offline = WANDB_MODE=offline sends nothing and needs no account

## ---- Verification: what differs in a stored run -------------------------------------------------

verify-left-adjusted = p-values after the correction for many comparisons (Holm's rule), and which differences count as shown by them
verify-left-chances = how likely it is that errors gather on few people by chance alone, found by dealing them out at random
verify-left-crossed = whether two factors together cost more than each by itself
verify-left-further = further figures
verify-left-surveys = between which errors nine of ten counts of people lie, found by drawing counts at random
verify-changed = { $file } was changed or is missing
verify-unlisted = { $file }: the manifest does not hold its hash
verify-histograms = histograms.npz: other counts follow from the scores
verify-damaged = { $reason }: { $file }
verify-findings = findings.json: other sentences follow from the figures
verify-examination = examination.json: other figures follow from the scores
verify-site = site.json: other advice follows from the cells
verify-table = { $table }: { $difference }
verify-rows =
    { PLAIN($stored) } rows stored, { PLAIN($computed) } computed, or other columns
verify-column =
    { $column }: { PLAIN($count) } of { PLAIN($rows) } differ, the first in row { PLAIN($row) }:
    stored { $stored }, computed { $computed }
verify-thresholds = { PLAIN($stored) } thresholds stored, { PLAIN($computed) } computed
verify-threshold =
    threshold of { $model } ({ $variant }): stored { $stored }, computed { $computed }

## ---- Retrieval ----------------------------------------------------------------------------------

data-counts-differ =
    this is not { $name } as published: { JOIN($counts, with: "; ") }. { $other ->
        [no-value] { "" }
       *[other] These are the counts of { $other }. { "" }
    }Figures are not comparable with published ones
data-count =
    { COUNT($count) } { $noun ->
        [training-pictures] training pictures
        [query-pictures] query pictures
        [gallery-pictures] gallery pictures
        [training-people] training people
       *[query-people] query people
    } instead of { COUNT($published) }
data-people-in-both = { COUNT($people) } people of the query are among the training pictures
data-people-split =
    { PLAIN($trained) } people are trained on, { PLAIN($tested) } tested ({ $listed ->
        [yes] as { $file } says
       *[no] there is no { $file }
    })
data-msmt17 =
    MSMT17 { $blurred ->
        [yes] V2 (blurred faces)
       *[no] V1
    }: the { COUNT($count) } validation pictures are part of the training ones
data-picture-left-out = left out: { $picture }: { $reason }
data-more-left-out = left out: { COUNT($more) } more pictures that do not open
retrieval-note = note: { $note }
retrieval-left-out =
    { PLAIN($count) } of { PLAIN($queries) } queries have no right answer in the gallery and were
    left out of every figure

## ---- Report: the page and what it opens with ----------------------------------------------------

report-skip = Skip to the summary
report-sections = Sections
report-summary = Summary
report-method = Method
report-close = Close
report-date =
    { PLAIN($day) } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
report-question = Which model still recognises the same person?
report-score-name =
    { $score ->
        [cosine] cosine
       *[other] { $score }
    }
report-score-plural =
    { $score ->
        [cosine] cosines
       *[other] scores
    }
report-score-capital =
    { $score ->
        [cosine] Cosine
       *[other] { CAPITAL($score) }
    }
report-score-title =
    { $score ->
        [cosine] Cosine similarity
       *[other] { CAPITAL($score) }
    }
report-level-of-confidence = 95 %
report-model = Model
report-factor = Factor
report-people =
    { COUNT($count) } { $count ->
        [one] person
       *[other] people
    }
report-enrolled = Enrolled
report-enrolled-text = in the standard condition
report-enrolled-over = in the standard condition; a match scores over { $scores }
report-score = { UNIT($score) }
report-scores = { LIST($scores) }
report-scores-between = { UNITS($scores) }
report-same =
    { $wish ->
        [sensitive] Same person, most changed
       *[invariant] Same person, worst case
    }
report-same-standard = Same person, before anything changes
report-same-scores = { $level }: scores { $scores }
report-same-matched =
    { $level }: { PERCENTS($rates) } of such pairs are missed. This one scores { $scores }, the same person to
    { $who }
report-same-missed =
    { $level }: { PERCENTS($rates) } of such pairs are missed. This one scores { $scores }, a stranger to { $who }
report-every-model =
    { $models ->
        [1] the model
        [2] both models
       *[other] all { COUNT($models) } models
    }
report-some-models = { COUNT($some) } of { COUNT($models) } models
report-names = { LIST($names) }
report-other = Someone else
report-other-alike = dressed alike: { PERCENTS($passing) } of such pairs pass as the same person
report-other-alike-scores = dressed alike: such pairs score { $scores } on average
report-other-at-large = a stranger at large: such pairs score { $scores } on average

# At the top of a PDF, in English whatever its language.
report-no-fonts =
    { $characters ->
        [one] One character of this PDF has no font on the machine that made it and is left out.
       *[other] { COUNT($characters) } characters of this PDF have no font on the machine that made it and are left out.
    } Install probe-reid[japanese] or probe-reid[chinese], then make it again with `probe report`.

## ---- Report: what to check before the results are read ------------------------------------------

report-check-title = Check your input
report-check-of-model = { $model }: { $text }
report-check-failures = They are named with reasons under Failures to acquire.
report-check-ignored =
    `probe validate PROTOCOL --photos DIR --verbose` names all of them; widen the pattern, or leave them out on
    purpose.
report-check-closed = Give yourself the right to read them, or move them out of the folder.
report-check-rows = Mend the paths in the table: without their row these pictures lack a box or a field.
report-check-boxes = Look at them with `probe images PROTOCOL --photos DIR`, and mend the boxes.
report-check-shapes = Look at them with `probe images PROTOCOL --photos DIR`; leave out what shows no whole person.
report-check-same = Keep one of each: two copies are no two takes.
report-check-two-people =
    Look at both pictures. If they show one person, give both one name; if one was filed wrongly, move it.
    Then run again: strangers who are one person raise the threshold and the misses.
report-check-masks = Invert the masks, or look at one beside its picture.
report-check-twice = Name another model, or read one of the two.
report-check-set-up = `probe doctor MODEL` tests its set-up. Until then its figures say nothing of the model.
report-check-norms = Give the weights that were trained, with the statistics of their batch norms.
report-check-tensors =
    Classifiers of a training are left out on purpose; `probe doctor FILE` names the tensors.
report-check-card = Run it with the card that lies beside the weights before you judge the model.
report-check-fit = Run it once more with the other fit before you judge the model.

## ---- Report: the summary ------------------------------------------------------------------------

report-glance-head =
    { $measure ->
        [fnmr] Who is not recognised.
        [retention] What is left of the margin over strangers.
       *[mean] The lowest mean { report-score-name }.
    }
report-glance-caption =
    { $measure ->
        [fnmr] Share of pairs of the same person that a model misses after a change of each factor, at the level
            where it misses most; beside it the 95 % interval.
        [retention] Each model at the level of each factor where it keeps least: 1 is as in the standard condition,
            0 as between strangers.
       *[mean] Each model at the level of each factor where it is lowest, against the standard condition.
    }
report-worst-title = Worst case of each factor.
report-worst-misses =
    The share of pairs of the same person that are missed (FNMR) at the level where most are, against the
    standard condition. Each tick is one level, the dot the worst, the bar the 95 % interval of the worst
    level, whichever it is.
report-worst-grid =
    { $measure ->
        [fnmr] The share of pairs of the same person that are missed (FNMR) at the level where most are, against
            the standard condition; the darker, the more. Below it the 95 % interval of the worst level,
            whichever it is, and the level.
        [retention] Retention at the worst level: the share of the margin over strangers that is left, 1 as in the
            standard condition, 0 as between strangers. Below it the level.
       *[mean] Mean { report-score-name } against the standard condition at the level where it is lowest. Below it
            the level.
    }
report-worst-missed-at = missed at { $level }
report-worst-standard = in the standard condition itself { $rate }
report-worst-kept = { $retention } of its margin over strangers is kept there
report-worst-retention =
    Retention is the share of the margin over strangers that is left: 1 is as good as the standard
    condition, 0 no better than a stranger. Each tick is one level, the dot the worst, the bar its
    95 % interval.
report-worst-mean =
    Mean { report-score-name } against the standard condition; no strangers were compared, so it cannot be
    calibrated and models cannot be read against each other. Each tick is one level, the dot the
    lowest, the bar its 95 % interval.
report-usable-before = usable { $range }
report-summary-decided =
    Misses: pairs of the same person at or below the threshold (FNMR), at the level where most are
    missed; the threshold is set so that { RATE($fmr) } of these strangers at large pass in the
    standard condition (FMR){ $open ->
        [yes] , and how many others would is open
       *[no] { "" }
    }. { $before ->
        [yes]
            Usable: the unbroken range around the standard in which misses stay at or under
            { PERCENT($limit) }
       *[no]
            May be used: the unbroken range around the standard in which the upper limit of the misses
            stays at or under { PERCENT($limit) } and strangers pass as seldom as asked; may do: the
            misses of these people do. Intervals of misses hold for all levels, factors and models
            together
    }; nothing is claimed beyond what was measured.
report-no-strangers = no strangers were compared
report-summary-undecided = Misses are not counted: { JOIN($why, with: "; ") }.
report-range-of-levels =
    { COUNT($levels) } { $levels ->
        [one] level
       *[other] levels
    }
report-range-between = { $first } to { $last }
report-fall-wanted = a fall is wanted here
report-lean-title = Leaning
report-lean-note = misses against false matches once conditions change
report-lean-none = not known
report-lean-open = no interval
report-lean-side =
    { $side ->
        [precision-first] precision-first
        [recall-first] recall-first
       *[neither] neither shown
    }
report-lean-meaning =
    { $side ->
        [precision-first] misses people more often than it lets strangers pass
        [recall-first] lets strangers pass more often than it misses people
       *[neither] neither error is shown to be the more frequent
    }
report-lean-not-told = not told

## ---- Report: advice for a site ------------------------------------------------------------------

report-site-title = For the site you named
report-site-cells = figures
report-site-more = and { COUNT($more) } more
report-site-page = p.

## ---- Report: the standard condition, thresholds, models against each other ----------------------

report-before-title = Before anything changes
report-before-decided = The standard condition, and the threshold everything else is held to.
report-before-undecided = The standard condition.
report-before-caption =
    { report-score-title } of two pictures of the same person (blue){ $strangers ->
        [yes] , of two strangers at large (grey)
       *[no] { "" }
    }{ $alike ->
        [yes] { "" } and of two strangers dressed alike (dashed)
       *[no] { "" }
    }. { $decided ->
        [yes] Left of the line the system says “different”, right of it “same”. Shapes
       *[no] Shapes
    } are smoothed and each is scaled to its own peak.
report-same-person = same person
report-same-person-missed = the same person, missed
report-strangers = strangers
report-dressed-alike = dressed alike
report-threshold = threshold
report-sentence = { CAPITAL($note) }.
report-how-mean =
    { report-score-title } of two pictures, { $score ->
        [cosine] always on this scale from 0 to 1
       *[other] on each model’s own scale
    }. What a number means differs between models: a { report-score-name } can be a stranger for one and the same person for another.
report-how-retention =
    Retention, always on this scale: how much of the margin over strangers is left. It means the
    same for every model: what a change costs it, not how good it was before.
report-how-fnmr =
    Missed: the red part of the same person’s scores lies at or below the threshold (FNMR).
    Strangers to the right of the line are false matches (FMR).
report-decisions-head = At the threshold.
report-decisions-caption =
    A pair matches above the threshold, which is set on strangers at large in the standard condition
    for the false match rate (FMR) named. FMR of others: the 95 % interval of the rate that this very
    threshold has among other people, and how few pairs of people carry it. Below a share of misses its 95 % interval, for new people
    at this very threshold; last, that of the most missed for a threshold set anew, at the same
    rate, on other strangers. Both are of one level taken alone: that it was chosen as the worst of several
    only the intervals of the summary allow for.
report-decisions-caption-split =
    { report-decisions-caption } The people were split: thresholds were set on { COUNT($tuned) } of
    them, and every FMR that is measured is that of the other { COUNT($tested) }.
report-decisions-fmr = FMR
report-decisions-threshold = Threshold
report-decisions-all = every model
report-decisions-above = Strangers above it
report-decisions-true = FMR of others
report-decisions-range = { $low } to { $high }
report-decisions-carried =
    from { COUNT($pairs) } { $pairs ->
        [one] pair
       *[other] pairs
    }, { COUNT($people) } people
report-decisions-tested = Of the other half
report-decisions-standard = Missed, standard
report-decisions-worst = Most missed
report-decisions-anew = Set anew
report-factor-level = { $factor }, { $level }
report-count-of = { COUNT($part) } of { COUNT($whole) }
report-figure = Figure { COUNT($number) }
report-glossary = Terms
report-page-copy = Copy as CSV
report-page-copied = Copied
report-page-copy-png = Copy as PNG
report-page-copy-svg = Copy as SVG
report-page-saved = Saved as a file
report-page-search = Search this page
report-page-nothing-found = Not on this page
report-page-all-models = All models
report-page-all-factors = All factors
report-page-fold = Fold
report-page-unfold = Show all
report-term-fnmr = FNMR
report-term-fnmr-text =
    False non-match rate: the share of pairs of the same person that are missed, at or below the
    threshold. Every person weighs the same.
report-term-fmr = FMR
report-term-fmr-text =
    False match rate: the share of pairs of two people that pass as the same person, above the threshold.
report-term-threshold = threshold
report-term-threshold-text =
    A pair matches if its score is above it. Each model has one, set so that the asked share of strangers
    passes in the standard condition; it then holds for all conditions.
report-term-retention = retention
report-term-retention-text =
    How much of its margin over strangers a model keeps: 1 is as in the standard condition, 0 as between
    strangers.
report-term-auc = AUC
report-term-auc-text =
    The chance that a pair of the same person scores higher than a pair of strangers: 1 always, .5 by chance.
report-term-dprime = d′
report-term-dprime-text =
    How far the scores of the same person and of strangers lie apart, in standard deviations.
report-term-eer = EER
report-term-eer-text =
    Equal error rate: where the threshold lies such that as many pairs are missed as strangers pass.
report-term-bias = c
report-term-bias-text =
    To which error a model leans at its threshold: above 0 it rather misses people, below 0 it rather lets
    strangers pass.
report-term-strangers = strangers at large
report-term-strangers-text = Pairs of two people, each in clothes of their own.
report-term-alike = strangers dressed alike
report-term-alike-text = Pairs of two people in the same clothes.
report-demonstration = * { JOIN($models, with: ", ") }: { $label }.
report-pdf-summarises =
    This PDF summarises: { COUNT($models) } models times { COUNT($factors) } factors are more than
    { COUNT($most) }. Of every factor it has the pictures, the heat maps of the mean, of retention and of
    misses against the standard, and where models look; tables of every level, score distributions,
    strangers, parts, groups and what examiners expect stand in report.html.
report-pdf-rest = All figures of this factor with their intervals: report.html#{ $anchor }
report-comparison-title = Two runs side by side
report-comparison-deck = The same pictures, protocols and false match rate in both. Each model is held to its own threshold in its own run; the names of the models of the first run end with (1), those of the second with (2).
report-comparison-rest = All of them: probe compare RUN RUN --json
report-comparison-demonstration = * for demonstration, not for deployment
report-versus-title = Which model
report-versus-head = Paired on the same people and pictures.
report-versus-caption =
    A mark on the side of a model speaks for that model; numbers are right minus left, over all levels but
    the standard. Misses are at thresholds that truly have the same false match rate in the standard
    condition; fewer speak for a model. AUC, d′ and misses decide, what is kept of the margin only explains.
    What lies beyond an axis is drawn at its end.
    Raw { report-score-plural } of two models are on different scales and are not compared.
report-versus-left = Model on the left
report-versus-right = Model on the right
report-versus-shown = shown to differ, all pairs and factors taken together
report-versus-not-shown = not shown
report-versus-interval = 95 % interval over people of this one difference
report-versus-for = speaks for { $model }
report-versus-at = differs at { $levels }
report-versus-all-levels = every level
report-versus-some-levels = { COUNT($some) } of { COUNT($levels) } levels
report-versus-rest-one =
    On the same people no difference between { $first } and { $second } is shown, all comparisons taken
    together.
report-versus-rest =
    In { COUNT($rest) } of { COUNT($whole) } comparisons of two models under one factor no difference in
    how well they tell people apart is shown, all taken together.
report-versus-undecided =
    { COUNT($undecided) } of { COUNT($whole) } { $whole ->
        [one] comparison
       *[other] comparisons
    } cannot be decided ({ JOIN($reasons, with: "; ") }).
report-versus-folded =
    { COUNT($more) } further { $more ->
        [one] comparison
       *[other] comparisons
    }
report-versus-on-paper =
    { COUNT($more) } further { $more ->
        [one] comparison stands
       *[other] comparisons stand
    } in report.html and differences.parquet.
report-versus-more =
    { COUNT($more) } { $more ->
        [one] comparison
       *[other] comparisons
    } more in differences.parquet.
report-versus-points = Missed, points
report-versus-auc = AUC
report-versus-dprime = d′

## ---- Report: chapters, what was compared --------------------------------------------------------

report-with-model = { $model }: { LOWERED($sentence) }
report-sheet-head = What was compared.
report-sheet-caption =
    { $people ->
        [1] One row a condition: pictures of the one person who was compared.
       *[other]
            One row a condition: pictures of one of the { COUNT($people) } people, then of others.
            The person shown is the one whose mean score{ $model ->
                [no-value] { "" }
               *[other] { "" } with { $model }
            } is nearest the median.
    }
report-sheet-shown = one person
report-sheet-others = other people
report-sheet-strangers = strangers in their own clothes
report-no-pictures = Pictures were not kept with this run.

## ---- Report: chapters, heat maps ----------------------------------------------------------------

report-matrix-head = Every condition against every other.
report-matrix-caption =
    { $people }, { $apart } pairs of pictures a cell ({ $same } on the diagonal){ $calibrated ->
        [yes] ; first as raw { report-score-plural }, then the same cells calibrated.
       *[no] .
    }
report-contours = Light lines are contours, every { UNIT($step) }.
report-matrix-hint = Point at a cell for its figures, choose it to see its pictures.
report-matrix-hint-scores = Point at a cell for its figures, choose it to see the scores of its pairs.
report-phone-hint = On a narrow screen cells are in hundredths: 97 is .97.
report-more-matrices = More matrices: { JOIN($titles, with: ", ") }
report-cell-place =
    { $second ->
        [no-value] { $first }
       *[other] { $first } × { $second }
    }
report-every-cell = { $figure } in every cell
report-lowest =
    lowest { $figure }: { report-cell-place }{ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more
    }
report-highest =
    highest { $figure }: { report-cell-place }{ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more
    }
report-mean = { report-score-title }
report-mean-caption = Mean { report-score-name } of pictures of the same person.
report-unlike = unlike
report-alike = alike
report-retention = Retention
report-retention-caption =
    (same person − strangers) in the cell ÷ (same person − strangers) in the standard condition.
report-no-margin = not meaningful: the standard condition itself fails
report-no-margin-with =
    In the standard condition itself { PERCENTS($rates) } of pairs are missed{ $models ->
        [no-value] { "" }
       *[other] { "" } with { LIST($models) }
    }: retention (how much of its margin a model keeps) means nothing there and is left out.
report-no-margin-remedy =
    No remedy is recommended: in the standard condition itself { PERCENT($rate) } of pairs are missed, so
    there is no margin to win back.
report-retention-low = a stranger
report-retention-high = as standard
report-fnmr = Missed (FNMR)
report-fnmr-caption = Pairs of the same person at or below the threshold, in per cent.
report-fnmr-low = none missed
report-fnmr-high = all missed
report-fnmr-wanted = all missed: wanted here
report-log10-fmr = log₁₀ FMR
report-log10-fmr-caption =
    How rarely strangers in the standard condition score as high as the mean of the cell: −2 is one
    in a hundred. “<” means that no stranger did.
report-log10-fmr-low = every stranger
report-log10-fmr-high = 1 in 10,000
report-at-large-title = Strangers at large
report-at-large-caption =
    Mean { report-score-name } of two different people{ $source ->
        [scene] , in clothes of their own.
       *[photos] .
    }
report-alike-title = Strangers dressed alike
report-alike-caption = Mean { report-score-name } of two different people in the same clothes.
report-fact-cosine = { report-score-capital }
report-fact-strangers = Strangers
report-fact-alike = Dressed alike
report-fact-passing = { $figure }, { $passing } pass
report-fact-retention = Retention
report-fact-missed = Missed
report-fact-log10 = log₁₀ FMR
report-fact-measures = d′, AUC, EER
report-fact-pairs = Pairs, people
report-pairs-shown =
    All pairs of the person shown; the means below are over all people. Underlined in red: not above
    the threshold. Rows: { $rows }. Columns: { $columns }.
report-pairs-not-kept = The scores of single pairs were not kept for this cell.
report-pairs-elsewhere =
    Of so many conditions the page has single pairs with the standard condition only; pairs.parquet has all.

## ---- Report: chapters, crossed factors ----------------------------------------------------------

report-crossed-head = Together and one by one.
report-crossed-caption =
    Left: retention where both factors change, against the standard condition. Right: what they cost
    together beyond the sum of what each costs alone; amber where together they cost more. Bold:
    shown, with all departures decided together (Holm).
report-crossed-retention = Retention
report-crossed-beyond = Beyond the sum of both
report-crossed-factors = Change of retention
report-crossed-ends = at either end
report-crossed-difference = Difference
report-crossed-more = more together
report-crossed-less = less together
report-crossed-shares =
    Where the differences between people and conditions come from, as shares of the variance (mixed
    model): { LIST($shares) }.
report-crossed-share = { $part } { PERCENT($share) }
report-share-subject = people, alike in every condition
report-share-rest = the rest
report-share-higher = three factors or more

## ---- Report: chapters, where the decision falls, all figures ------------------------------------

report-scores-head-decided = Where the decision falls.
report-scores-caption-decided =
    Scores of every level against the standard condition. Blue: the same person, accepted. { $wish ->
        [sensitive] Green: the same person, missed, as is wanted here.
       *[invariant] Red: the same person, missed.
    } { $strangers ->
        [yes] Grey: strangers at large. Shapes
       *[no] Shapes
    } are smoothed and each is scaled to its own peak; what is missed is counted.
report-scores-head-undecided = How the scores spread.
report-scores-caption-undecided =
    Scores of every level against the standard condition. Blue: the same person. { $strangers ->
        [yes] Grey: strangers at large. Shapes
       *[no] Shapes
    } are smoothed and each is scaled to its own peak.
report-missed = missed
report-mean-short = mean
report-table = All figures against the standard condition
report-level = Level
report-column-cosine = { report-score-capital }
report-column-sd-pairs = sd pairs
report-column-sd-subjects = sd people
report-column-pairs = Pairs
report-column-people = People
report-column-strangers = Strangers
report-column-alike = Alike
report-column-retention = Retention
report-column-missed = Missed
report-column-further = Missed at { $rate }
report-column-passing = FMR
report-column-passing-alike = FMR alike
report-column-dprime = d′
report-column-auc = AUC
report-column-eer = EER
report-missed-pairs = { COUNT($misses) } missed
report-table-note =
    Below a figure its 95 % interval, pointwise, over people. { $alike ->
        [yes]
            Strangers, Alike: mean { report-score-name } of strangers at large and dressed alike; FMR, FMR
            alike: share of them above the threshold.
       *[no]
            Strangers: mean { report-score-name } of strangers at large; FMR: share of them above the threshold.
    } sd:
    spread of the scores over pairs, and of the people’s means over people.
report-no-intervals-why = Where none is printed: { JOIN($why, with: "; ") }.

## ---- Report: chapters, vectors part by part -----------------------------------------------------

report-parts-head = Part by part.
report-parts-caption =
    Vectors that consist of parts, each part compared alone and held to a threshold of its own, at
    its place on the picture; above them the whole vectors. Columns are levels against the standard
    condition. Last, what a part takes from the margin over strangers, in units of the
    { report-score-name }: all parts sum to what is lost.
report-parts-together = all together
report-parts-lost = Lost, { $level }

## ---- Report: chapters, where the models look ----------------------------------------------------

report-looks-head = Where the models look.
report-looks-head-masked = Where they look with the background removed ({ $name }).
report-looks-caption =
    The standard view beside the level that cost this model most. The brighter a place, the more it
    added to the similarity of these two pictures. Maps sum to the { report-score-name } where the sum is given as
    exact; a map says what a place contributed, not why, and a place has seen a little beyond
    itself.
report-looks-caption-masked = The same pictures after everything but the person was filled with grey.
report-looks-no-pictures =
    No picture was kept with this run: the maps lie on plain grey, the person lighter where a mask
    is known.
report-looks-further =
    Other levels against the standard view, on the same scale, with the { report-score-name }; beside it the change
    of the mean map
report-looks-further-level = { $level }: { UNIT($cosine) }
report-looks-part-maps =
    Part by part of the vectors, on one scale of their own: what each adds to the { report-score-name }
report-looks-part-map = { $part } { UNIT($cosine) }
report-looks-points =
    Choose a place in one picture to see where the other answers; arrow keys move it, Escape goes
    back.
report-looks-sentence =
    { $kind ->
        [occlusion] Covered bit by bit, { PERCENT($person) } of what { $model } loses lies on the
       *[other]
            { PERCENT($person) } of what makes these pictures alike to { $model } lies on the
    } person{ $parts ->
        [no-value] { "" }
       *[other] { "" } ({ $parts })
    }, { PERCENT($background) } { $masked ->
        [yes] on the grey around them
       *[no] on the background
    }{ $carried ->
        [no-value] { "" }
       *[other] , { PERCENT($carried) } on what is carried
    } (mean of { $people }).
report-looks-parts = { JOIN($parts, with: ", ") }
report-looks-part = { PERCENT($share) } on { $region }
report-looks-mixed =
    For { $model } some regions speak for the match and others against it; no share is stated.
report-looks-no-regions =
    Without masks it cannot be said how much of what { $model } sees is the person.
report-looks-hardly =
    From the standard condition to { $level } the similarity hardly changes ({ UNIT($before) } to
    { UNIT($after) }).
report-looks-change =
    From the standard condition to { $level } their similarity goes from { UNIT($before) } to
    { UNIT($after) }. { $charge ->
        [share] { PERCENT($share) } of the change is charged to { $region }:
        [whole] The whole change is charged to { $region }:
       *[all] Charged:
    } { LIST($parts) } (regions exchanged one at a time, { $people }).
report-looks-charged = { $region } { SIGNEDUNIT($change, places: 3) }
report-looks-charged-alone = { SIGNEDUNIT($change, places: 3) }
report-region =
    { $region ->
        [head] the head
        [torso] the torso and arms
        [legs] the legs
        [carried] what is carried
        [background] the background
       *[person] the person
    }
report-looks-fact-cosine = { report-score-capital }
report-looks-fact-map = from the map
report-looks-fact-constant = belongs to no place
report-looks-fact-top = brightest place adds
report-looks-fact-kind = how
report-looks-fact-error = error of the sum
report-looks-fact-leaky = background’s part of the change, by the maps
report-looks-fact-reliance = background reliance, 0 to 1
report-looks-kind =
    { $kind ->
        [exact] exact
        [gradient] gradient, smooth factors held
       *[occlusion] by covering parts
    }
report-looks-no-sum = need not sum
report-looks-least = adds nothing
report-looks-most = adds most
report-looks-mean = mean map of the level minus that of the standard (±{ $top })
report-looks-mean-low = lost
report-looks-mean-high = gained
report-looks-laid =
    { $by ->
        [keypoints] Mean maps are laid over each other by the body’s joints.
        [mask] Mean maps are laid over each other by the box of the person’s mask.
       *[whole] Mean maps are of whole pictures: nobody’s place in them is known.
    }
report-looks-test =
    Put to the test on { COUNT($pairs) } { $pairs ->
        [one] pair
       *[other] pairs
    }: covering the strongest places first leaves a mean similarity of { UNIT($deletion) } (random
    order { UNIT($deletion_random) }; lower is better), building the picture up from them
    { UNIT($insertion) } ({ UNIT($insertion_random) }; higher is better).
report-looks-scrambled =
    With its weights shuffled the model’s maps correlate { UNIT($likeness) } with these (1: the map
    shows the picture, not what was learned).

## ---- Report: chapters, with the background removed ----------------------------------------------

report-masked-head = With the background removed.
report-as-shot = as shot
report-masked = masked
report-change = change
report-masked-column = { $figure }, { $variant }
report-masked-caption =
    The same pictures with everything that is not the person set to grey ({ PLAIN($fill) }), { $by ->
        [scene] from the renderer’s exact masks
        [files] from mask files
        [sam] by Segment Anything
        [grabcut] by GrabCut, which knows no people: look at the pictures
       *[other] by the masks of { $by }
    }; { $refused ->
        [0] no mask was refused
        [one] 1 picture of this factor had no usable mask and took no part ({ $why })
       *[other]
            { COUNT($refused) } pictures of this factor had no usable mask and took no part
            ({ $why })
    }. The person covers { PERCENTS($cover) } of a picture.
report-masked-reasons = { $reason }, and others
report-masked-quality =
    Held against the exact masks of { COUNT($pictures) } { $pictures ->
        [one] picture
       *[other] pictures
    } they overlap by { UNIT($mean) } (IoU; one in twenty under { UNIT($low) }).
report-masked-threshold = The threshold is set anew for masked pictures.
report-masked-undecided = Masked pictures have no threshold: { JOIN($why, with: "; ") }.
report-masked-table = Against the standard condition, as shot and masked
report-masked-table-note =
    Below a figure its 95 % interval over people; the change is paired, the same people with and
    without background. Changes of misses are in points of a hundred.
report-masked-lower = lower when masked
report-masked-higher = higher
report-masked-thresholds = threshold { UNIT($shot) }, masked { UNIT($masked) }
report-masked-strangers = strangers { UNIT($shot) }, masked { UNIT($masked) }

## ---- Report: chapters, people drawn in other poses -----------------------------------------------

report-generated-head =
    { $kind ->
        [styles] In the styles of cameras.
       *[poses] Turned by a generator.
    }
report-generated-styles =
    Each person's first picture of every condition, and the same picture in the style of each camera
    below it. Shown are { COUNT($shown) } of { COUNT($people) } people; figures are means over all{ $judge ->
        [no-value] { "" }
       *[other] : the cosine of { $judge } with the source, and its mean with pictures of other people
            in the same condition
    }. L1 is the mean difference of pixels: how much a style changes. A style that keeps the person has
    nearly the cosine of the source at the size of the generator, far above that with other people.
report-generated-poses =
    Each person of the standard condition (source), drawn in the pose of their own picture of every
    condition, below the true picture. Shown are { COUNT($shown) } of { COUNT($people) } people;
    figures are means over all. L1 is the mean difference of pixels (lower is better), SSIM the
    structural similarity of Wang et al. 2004 (higher is better){ $judge ->
        [no-value] { "" }
       *[other] , cosine that of { $judge } with the true picture
    }. A generator has to be better than a copy of the source.
report-generated-missing =
    { COUNT($pictures) } pictures have no keypoints, so that nobody is drawn in their pose: of
    photographs they lie in keypoints/NAME.json of the photo folder.
report-generated-true = true picture
report-generated-source = source
report-generated-copy =
    { $kind ->
        [styles] source, at that size
       *[poses] copy of the source
    }
report-generated-all = all
report-generated-figure =
    { $name ->
        [l1] L1
        [ssim] SSIM
        [other] cosine, others
       *[cosine] cosine
    }

## ---- Report: chapters, what helps ---------------------------------------------------------------

report-remedies-head = What helps.
report-remedies-caption =
    Remedies against the level at which each model keeps least, against the standard condition, each
    with its own threshold; the change is paired on the same people, with its 95 % interval. Doing
    nothing may differ a little from the figures above: here strangers are met in the standard
    condition only, and thresholds rest on everybody. FMR is the share of strangers who pass at that
    level: where it rises, strangers profit too. Milliseconds a picture are of this machine, masks
    included where they had to be made.
report-remedy = Remedy
report-remedy-cost = ms
report-remedy-recommended = { CAPITAL($name) }:{ $why }

## ---- Report: failures to acquire ----------------------------------------------------------------

report-failures-title = Failures to acquire
report-failures-none = Every picture could be used.
report-failures-text =
    { COUNT($count) } { $count ->
        [one] picture
       *[other] pictures
    } could not be used and took no part; they are counted, not hidden.
report-failures-masked =
    { COUNT($count) } { $count ->
        [one] picture
       *[other] pictures
    } could be used as shot but not masked.
report-failures-more = and { COUNT($more) } more, listed in manifest.json
report-failures-protocol = Protocol
report-failures-condition = Condition
report-failures-person = Person
report-failures-picture = Picture
report-failures-reason = Reason

## ---- Report: method -----------------------------------------------------------------------------

report-method-title = Method and provenance
report-method-pictures = Pictures
report-method-pictures-text =
    { COUNT($pictures) } { $pictures ->
        [one] picture
       *[other] pictures
    } of { $people } in { COUNT($conditions) } { $conditions ->
        [one] condition
       *[other] conditions
    }; { $source ->
        [scene] rendered scenes, everything but the factor at the standard condition
        [photos] photographs
       *[mixed] photographs and rendered scenes
    }. Pictures are brought to each network’s input size once ({ LIST($fits) }).
report-method-comparisons = Comparisons
report-method-score-of =
    { $score ->
        [cosine] the cosine of unit-length feature vectors
       *[other] the { $score } that the model gives them
    } with { $model }
report-method-comparisons-text =
    { $score ->
        [cosine] Cosine of unit-length feature vectors
        [score] The score of two pictures is { LIST($scores) }
       *[other] { CAPITAL($score) }, as the model gives it for two pictures
    }. A mated cell averages all pairs of pictures across its
    two conditions (on the diagonal the pairs of different pictures; no picture meets itself), first
    within a person, then over people. { $strangers ->
        [yes]
            Strangers at large: pictures of one person in the one condition against pictures of
            another in the other, both directions, each pair of people weighing the same.
       *[no] No strangers were compared.
    } { $alike ->
        [yes] Strangers dressed alike are two people in the same clothes.
       *[no] Strangers dressed alike were not measured.
    }
report-method-across =
    Only pictures of different { $places }s are compared, of the same person as of strangers.
report-method-control =
    { $control ->
        [camera]
            The baseline of what a change costs is therefore the standard condition, taken again by another
            camera.
        [day] The baseline of what a change costs is therefore the standard condition, taken again on another day.
        [scene-day]
            Pictures were rendered in two sessions, and only those of different sessions are compared: the baseline
            of what a change costs is the standard condition, taken again.
        [scene]
            Rendered takes differ by pose and noise, within a condition as between two. Another session, with
            other light or another camera, is in neither, so that its cost is not measured.
       *[photos]
            There is no control, such as the standard condition on another day: its own pictures may be of one
            moment, those of every other condition are of another, and what being photographed again costs is
            charged to the factor.
    }
report-method-threshold = Threshold
report-method-threshold-text =
    A pair matches if and only if its score is above the threshold. It is set once for each model on
    strangers at large in the standard condition, at a false match rate of { RATE($fmr) }, and
    applied to every condition. { JOIN($models) }
report-method-threshold-of =
    { $model }: { UNIT($value, places: 4) }, { COUNT($matches) } of { COUNT($comparisons) }
    comparisons above it.
report-method-threshold-noted = { $threshold } ({ $note })
report-method-threshold-split =
    It was set on { COUNT($tuned) } of the people, chosen by a fixed shuffle; false match rates were
    then measured among the other { COUNT($tested) }, so that no threshold is tested on those it was
    tuned on. Misses are counted over everybody.
report-method-threshold-further = At further rates: { JOIN($rates, with: "; ") }.
report-method-rate-resolved = { RATE($fmr) } is resolved
report-method-no-threshold =
    No threshold was set: { JOIN($why, with: "; ") }. Misses, and ranges of use, are therefore not
    stated.
report-method-retention = Retention and log₁₀ FMR
report-method-retention-text =
    Retention is (mated − non-mated) in a cell divided by (mated − non-mated) in the standard
    condition; it does not change when a model’s { report-score-plural } are shifted or stretched. log₁₀ FMR is the
    share of strangers in the standard condition that score as high as the cell’s mean; it does not
    change under any increasing map of the scores.
report-method-leaning = Precision- or recall-first
report-method-leaning-text =
    c is the response bias of signal detection theory, half the difference between the normal
    quantiles of the misses and of the false matches, both averaged over every changed condition of
    the factors that should leave the match unchanged. Above 0 a model rejects the same person more
    readily than it accepts a stranger (precision-first), below 0 it is the other way round
    (recall-first). It depends on the false match rate the threshold is set for.
report-method-intervals = Intervals
report-method-intervals-text = 95 %, pointwise, with the person as the unit: { LIST($methods) }.
report-method-interval =
    { $method ->
        [subject-t] subject t
        [picture-jackknife] picture jackknife
       *[other] { $name }
    }
report-method-intervals-none = None are given.
report-method-intervals-misses =
    Intervals of misses speak of new people at the threshold printed, not of a threshold set anew:
    that one errs too, and its wider intervals stand in the table of thresholds and in
    rates.parquet.
report-method-intervals-unlike =
    The interval of a mean { report-score-name } cannot know of people who are not among those compared: in
    simulated studies of this size in which people are not alike it held the truth in as few as
    { PERCENT($held) } of the samples, and lay wholly above it, on the optimistic side, in up to
    { PERCENT($above) }. That of retention held it in at least { PERCENT($retention) }, those of misses in
    at least { PERCENT($misses) }, those of differences between models in at least
    { PERCENT($differences) }.
report-method-intervals-sparse =
    Not counted are { COUNT($settings) } simulated settings in which fewer than { COUNT($enough) } samples gave an
    interval. The lowest shares there: { PERCENT($retention) } of { COUNT($retention_samples) } samples for retention,
    { PERCENT($differences) } of { COUNT($differences_samples) } for differences between models.
report-method-intervals-caveat = Keep in mind: { JOIN($what, with: "; ") }.
report-method-limits = Not covered
report-method-limits-text =
    Nothing is claimed outside the measured levels, nor for people unlike those compared. A range of
    intervals is not simultaneous: among many cells some miss their truth. The interval of the misses at the
    worst level, as the summary and its sentences state it, and the ranges of use are: they hold for all
    levels, factors and models of this run.
report-method-limits-one =
    One person was compared: figures speak of new pictures of this person, taken the same way.

## ---- Cards: what is said of weights --------------------------------------------------------------

card-unknown = unknown
card-words = { $text }
card-no-training = none
card-rendered-people = trained on rendered people: for demonstration, not for deployment
card-only-imagenet = an ImageNet start of a training: it has not learnt people
card-data-arcface-demo = { COUNT($pictures) } pictures of { COUNT($people) } rendered people under one camera (recipe { $recipe })
card-data-moco-demo = { COUNT($pictures) } unlabelled pictures of rendered people, { COUNT($cameras) } cameras (recipe { $recipe })
card-licence-of-weights = that of the weights
card-licence-yours = yours, as far as the pictures it was trained on allow
card-licence-code = code { $code }; weights: see where they come from
card-licence-insightface = code MIT; the models insightface releases are for non-commercial research only
card-licence-lup = code Apache-2.0; the LUPerson data are for research only
card-licence-solider = that of the weights; their training data are for research only
card-licence-not-stated = official code and weights: no licence stated; weights of yours: yours
card-licence-none-published = no official weights are published; weights of yours: yours
card-code-here = Apache-2.0 (this project)
card-data-all-parts = { $name }, training and test part, { PLAIN($people) } identities
card-data-adapted = { $learnt }, of { $source }; adapted to { COUNT($pictures) } pictures of { $target } without labels
card-data-imagenet = ImageNet, as far as the file tells
card-data-intel = Intel's training code names Market-1501 and MSMT17
card-data-luperson = LUPerson, 4 million pictures without labels
card-data-luperson-then = LUPerson, then a labelled data set
card-data-people = { $name }, { PLAIN($people) } identities
card-data-tag = see the tag { $tag }
card-data-trained =
    { COUNT($pictures) } pictures{ $rendered ->
        [yes] { "" } of rendered people
       *[no] { "" }
    }, { $people ->
        [no-value] without labels
       *[other] { COUNT($people) } identities
    }
card-feature-all-cells = cells of all branches after their 1x1 reductions (6 x 256 for three branches)
card-feature-average = global average, { PLAIN($dimension) }-d
card-feature-before-bnneck = global average, before the BNNeck
card-feature-bnneck = global average, { PLAIN($dimension) }-d, after the BNNeck
card-feature-camera =
    { $feature }, { $camera ->
        [no-value] with the mean embedding of { PLAIN($cameras) } training cameras or views
       *[other] as seen by training camera or view { $camera } of { PLAIN($cameras) }
    }
card-feature-cells =
    { PLAIN($cells) } cells of { PLAIN($branches) } branches x { PLAIN($length) }, { $reduced ->
        [yes] after
       *[no] without
    } 1x1 reduction
card-feature-class-token =
    class token ({ PLAIN($width) }) and its projection ({ PLAIN($projected) }), { $neck ->
        [before] before
       *[after] after
    } the necks
card-feature-composite = the members' vectors, each scaled to length 1, one after another
card-feature-encoder =
    { $pairs ->
        [yes] head's input, { "" }
       *[no] { "" }
    }global average of the { $model ->
        [no-value] image encoder E_I
       *[other] additional encoder E_A, Model { $model }
    }
card-feature-global-token =
    global token{ $jigsaw ->
        [yes] { "" } and four local ones / 4
       *[no] { "" }
    }, { $neck ->
        [before] before
       *[after] after
    } the neck
card-feature-graph = output { $output } of the graph
card-feature-graph-of = output { $output } of an ONNX graph of { $architecture }
card-feature-ibn = global average, after the BNNeck (2048-d for ResNet-50)
card-feature-idla = what is compared: 25 maps of 37x12 of either picture
card-feature-linear =
    { $dimension ->
        [no-value] { "" }
       *[other] { PLAIN($dimension) }-d, { "" }
    }after the linear layer and its batch norm
card-feature-linear-relu = { PLAIN($dimension) }-d, after the linear layer, its batch norm and ReLU
card-feature-lstm-branch = POOL-5, then the local branch's vectors of three parts; each half of length 1
card-feature-map =
    global average of the last map{ $dimension ->
        [no-value] { "" }
       *[other] , { PLAIN($dimension) }-d
    }{ $before ->
        [no-value] { "" }
        [neck] , before any neck
       *[layer] , before any further layer
    }
card-feature-mgn = 8 x { PLAIN($length) }: whole maps of three branches, halves, thirds, after their necks
card-feature-neck =
    { $pooling ->
        [average] global average
        [gem] generalised mean (p = 3)
       *[gem-learned] generalised mean (p learned)
    }, { PLAIN($dimension) }-d, after the batch-norm neck
card-feature-network = output { $output } of the network
card-feature-of-head = what the verification head is given: features of both pictures
card-feature-output = { PLAIN($dimension) }-d, output { $output }
card-feature-pair-maps = what is compared: { PLAIN($maps) } maps of either picture
card-feature-pool-five =
    POOL-5, { $pooling ->
        [average] average
        [sum] average + maximum
       *[concat] average and maximum
    } of the last map{ $branch ->
        [no-value] { "" }
        [lstm] , then three parts through the LSTM; each half of length 1
       *[independent] , then three parts through the independent layers; each half of length 1
    }
card-feature-pool-five-alone = POOL-5: average and maximum of the last map, added; no part of the LSTM is in it
card-feature-pooled-map = POOL-5, the pooled last map
card-feature-solider =
    average of the last map{ $reduced ->
        [yes] , linear layer
       *[no] { "" }
    }, { $neck ->
        [before] before
       *[after] after
    } the neck
card-feature-stripes = square roots of stripe histograms (colour 21 bins, texture 7)
card-feature-then = { $feature }; then { $layers }
card-feature-timm = pooled features, classifier removed
card-feature-tokens = global token and, with the jigsaw branch, four local ones / 4, before the neck
card-feature-trunk = global average of the trunk, which has no neck
card-feature-without-neck = global average; the weights have no neck
card-feature-wrapped = what the network gives
card-licence-page = see the model's page
card-network-transreid = TransReID ViT-B/16 or DeiT
card-source-here = this project
card-source-idla = Ahmed, Jones and Marks, CVPR 2015, who published no weights; probe train idla.small
card-source-links = { $place }, which links { $file }
card-source-lstm = document 003; its authors published nothing to fetch; probe train lstm.small
card-source-no-code = { $paper }; the authors published no code or weights
card-source-readme = { $place }, whose README links weights
card-source-readmes = { $first } and { $second }, whose READMEs link weights
card-source-two = { $first } and { $second }
card-source-weights-in = { $place }, weights in { $weights }
card-summary-agw = FastReID AGW ResNet-50 with non-local blocks
card-summary-arcface = ArcFace iResNet-50 at 112x112, as insightface trains it
card-summary-arcface-demo = small ArcFace iResNet trained on single-camera tracks of rendered people
card-summary-arcface-study = ArcFace iResNet-50 at 384x128 (as in the study; needs weights trained at that size)
card-summary-arcface-trained = iResNet of any size from `probe train` (name its card.yaml)
card-summary-bot = FastReID BoT ResNet-50 (IBN-a where the weights have it)
card-summary-composite = { COUNT($count) } networks as one: { JOIN($names, with: ", ") }
card-summary-ensemble = EnsembleNet: a ResNet with a last stage for each of 1 to 8 branches, made of parts
card-summary-fdgan = FD-GAN's image encoder, or the additional encoder of a transfer (Model A, Model B)
card-summary-fdgan-pairs = FD-GAN's verification head as a score of pairs
card-summary-ibn = strong baseline: ResNet or ResNet-IBN-a, as the weights have it, with BNNeck
card-summary-idla = IDLA: neighbourhood differences of two pictures, as a score of pairs
card-summary-lstm = ResNet trained with an LSTM over body parts beside it; POOL-5 alone is used
card-summary-lstm-branch = the same weights with what the local branch says of three body parts in the vector
card-summary-mean-camera = { $network } whose weights embed cameras: the mean of these embeddings for any camera
card-summary-mgn = FastReID MGN ResNet-50: three branches, eight heads
card-summary-moco =
    LUPerson MoCo v2 ResNet-50 at { $size }, last stride { PLAIN($stride) } ({ $whose ->
        [study] as in the study
       *[pretrained] as pre-trained
    })
card-summary-moco-demo = small MoCo v2 ResNet trained on unlabelled crops of rendered people
card-summary-moco-finetuned = LUPerson ResNet-50 fine-tuned with fast-reid, its own normalisation
card-summary-moco-trained = bottleneck ResNet of any size from `probe train` (name its card.yaml)
card-summary-older-ibn =
    older name of `ibn` with the { $trunk ->
        [plain] plain ResNet-50
       *[ibn-a] ResNet-50-IBN-a
    } trunk
card-summary-onnx = network in an ONNX file; ImageNet normalisation unless a card says otherwise
card-summary-openvino = network in OpenVINO's form; BGR pixels 0..255 unless a card says otherwise
card-summary-osnet = OSNet, omni-scale features (torchreid weights)
card-summary-osnet-ain = OSNet-AIN, made to carry over to other data; torchreid weights
card-summary-osnet-all = torchreid weights trained on all of { $data }
card-summary-osnet-zoo = OSNet x0.25 of torchreid's model zoo, trained on { $data }
card-summary-patches = { $network }, patches of stride 16 or 12, weights without cameras
card-summary-resnet50 = ResNet-50 trunk of torchreid, open-reid, HHL or FD-GAN weights, averaged
card-summary-retail = Intel's { $name }; on Market-1501 rank 1 { SHARE($rank) }, mAP { SHARE($precision) } (Intel's figures)
card-summary-sbs = FastReID SBS ResNet-50 with non-local blocks and learned pooling
card-summary-solider = SOLIDER Swin-T, -S or -B with semantic weight, fine-tuned or as pre-trained
card-summary-stripes = colour and texture of twelve horizontal stripes; computed, not learned
card-summary-timm = { $model } of timm, pooled features before the classifier
card-summary-wrapped = a network of a Python program

## ---- Report: provenance and models --------------------------------------------------------------

report-provenance-study = Study
report-provenance-run = Run
report-provenance-run-text = { $run }, { $created }, schema { $schema }
report-provenance-protocol = Protocol { $name }
report-provenance-protocol-text =
    { $file }; sha256 { $digest }; { $source ->
        [photos] photographs
       *[scene] rendered people
    }, { COUNT($pictures) } pictures{ $failures ->
        [0] { "" }
       *[other] ; { COUNT($failures) } failures to acquire
    }
report-provenance-model = Model { $name }
report-provenance-images = Pictures, sha256
report-provenance-options = Options
report-option =
    { $name ->
        [fmr] false match rate
        [further_fmr] further false match rates
        [attention] maps of where models look
        [photos] photographs
        [subjects] people
        [split_strangers] strangers split
        [pictures] small pictures kept
        [pixelate_faces] faces pixelated
        [inputs] sha256 of the inputs
       *[other] { $name }
    }
report-provenance-seeds = Seeds
report-provenance-device = Device
report-provenance-packages = Packages
report-provenance-notes = Notes
report-card-weights = weights sha256
report-card-without-weights = weights
report-card-no-weights = none
report-card-digest = digest of what decides its figures
report-card-input = input
report-card-feature = feature
report-card-dimension = dimension
report-card-scorer = pair scorer
report-card-data = training data
report-card-licence = licence
report-card-source = source
report-card-options = options
report-card-demonstration = demonstration
report-card-engine = engine
report-card-embedded = embedded
report-card-embedded-text = { COUNT($embedded) }, from the cache { COUNT($cached) }
report-card-notes = notes
report-yes = yes
report-no = no

## ---- Report: people matched between cameras -----------------------------------------------------

report-match-title = Matches between cameras
report-match-deck =
    { COUNT($walks) } walks in { COUNT($cameras) } cameras. Each is compared with every walk of the other cameras by { LIST($models) }, { COUNT($pictures) } pictures of a walk at most{ $mask ->
        [no-value] { "" }
       *[other] , the background filled by the masks of { $mask }
    }.
report-match-scores = What a score means
report-match-what-a-score-is =
    The score of two walks is the mean { $score } over all pairs of a picture of one and a picture of the other. A ranking says who looks most alike, not that anybody is the same person: somebody stands first also where the person never passed the other camera.
report-match-meaning-unknown =
    No false match rate is known of these scores. Name a run of the same model with --run.
report-match-meaning-no-threshold =
    The run { $study } has no threshold for a false match rate of { RATE($fmr) }{ $note ->
        [no-value] .
       *[other] : { $note }
    }
report-match-meaning =
    Above { UNIT($threshold, places: 3) } two walks count as one person. In the run { $study }, { RATE($fmr) } of strangers pass this threshold{ $low ->
        [no-value] { "" }
       *[other] ; of other people it may be { SHARE($low) } to { SHARE($high) } (95 % interval)
    }. It was set on { COUNT($comparisons) } comparisons of strangers, picture against picture, in the condition { $condition }. Other cameras, light and distances can have another rate: only a run on pictures of these cameras tells theirs. A mean over several pictures varies less than a single score; its own rate has not been measured. One query is compared with up to { COUNT($compared) } walks: at this rate about { DECIMAL($strangers) } strangers pass it.
report-match-cameras = Cameras
report-match-camera = camera
report-match-frames = frames
report-match-people-seen = people seen
report-match-tracks = tracks
report-match-walks = walks with pictures
report-match-without-crop = too small, blurred or of one colour
report-match-unmasked = without a mask
report-match-speed-head = Speed
report-match-speed =
    { COUNT($frames) } frames in { DECIMAL($seconds) } s: { DECIMAL($rate) } frames/s in all stages together, { PERCENT($share) } of the { DECIMAL($document, places: 0) } frames/s that Zhang and Wu state for YOLACT++ and the strong baseline on an RTX 2080 Ti.
report-match-speed-again =
    { COUNT($frames) } frames in { DECIMAL($seconds) } s. { $kept ->
        [0] Some vectors
       *[other] { COUNT($kept) } frames
    } were there from before, so no rate is given for the whole.
report-match-peak =
    Share: the network's operations a second over those of a product of two 1,024 x 1,024 matrices (float32, NumPy) on this machine, measured afterwards: { DECIMAL($gigaflops, places: 0) } thousand million a second.
report-match-step = stage
report-match-went-through = done
report-match-seconds = seconds
report-match-a-second = per second
report-match-share = of the processor
report-match-stage =
    { $stage ->
        [detect] people found
        [crop] frames read, tracks followed, crops written
        [mask] masks
        [embed] features
       *[compare] walks compared
    }{ $model ->
        [no-value] { "" }
       *[other] , { $model }
    }
report-match-done =
    { COUNT($done) } { $stage ->
        [detect] frames
        [crop] frames
        [compare] walks
       *[other] pictures
    }{ $kept ->
        [0] { "" }
       *[other] , { COUNT($kept) } from before
    }
report-match-span = seen from { $first } to { $last }
report-match-crops = { COUNT($crops) } crops, { COUNT($compared) } compared
report-match-above = { COUNT($above) } of { COUNT($compared) } walks above the threshold
report-match-is-above = above the threshold
report-match-when =
    { $time ->
        [no-value] frame { $frame }
       *[other] { $time } (frame { $frame })
    }
report-match-box = { $width } x { $height } px at { $x }, { $y }
report-match-more =
    { COUNT($walks) } further walks stand in { $file }.

## ---- Capture sheet: the pictures a photographer has to take -------------------------------------

sheet-person = person ID
sheet-instruction =
    Keep everything at the standard condition ({ $standard }, in bold) but what the row says. Tick a
    box for every picture; let the person move a little between two pictures. Save them as written
    on the right, ID being { $person }{ $numbered ->
        [no-value] , each under a name of its own.
       *[other] { "" } and N the number of the picture.
    }
sheet-pictures = pictures
sheet-save-as = save as
sheet-date = date
sheet-place = place
sheet-consent = consent signed

## ---- For examiners: figures of biometrics reports -------------------------------------------------

note-one-condition = there is one condition only
note-gallery-too-large = too few strangers were compared for a gallery of this size
note-few-groups =
    { $attribute }: fewer than two groups have { COUNT($fewest) } people
note-examination-few = too few people, or no threshold, for any of their figures
report-examiner-curves-head = Detection error trade-off
report-examiner-curves =
    Misses against the standard condition where the strangers of this very condition have the false
    match rate above. 95 %, rate by rate, over people: they hold for the threshold that truly has the rate,
    since few people say only roughly where it is. Rates that too few strangers support are left out, and conditions in
    which nobody is missed at any of them.
report-examiner-plots =
    Curves on the normal scale, with bands that join the intervals of the rates below; a band holds
    95 % at every rate by itself, not the whole curve. { $every ->
        [yes] Conditions in which nobody is missed at a rate that is drawn are left out.
       *[no]
            The { COUNT($shown) } conditions with the most misses are drawn, of { COUNT($missed) } in which
            anybody is missed at a rate that is drawn.
    }
report-examiner-false-matches = across: false match rate of this condition's strangers
report-examiner-misses = Up: misses
report-examiner-identification-head = Searches in a gallery
report-examiner-identification =
    Rank 1 and 5: how often the person is among the first in a gallery with one picture of each of N
    people. Open set: searches missed (FNIR) where { PERCENT($fpir) } of strangers find somebody. Other
    people of the gallery count as independent draws from all strangers (binomial model): for
    galleries of more people than were measured that is an extrapolation. Conditions in which no search
    fails are left out.
report-examiner-people-head = Who carries the errors
report-examiner-people =
    At most { COUNT($most) } people a model are named, those with the most misses. Missed: share of a person's own comparisons
    over all changed conditions. Passed: share of strangers who
    pass as this person, or this person as them. The chance of such a concentration, were all people with
    these pictures alike (permutation): of misses { $misses }; of false matches { $matches }. A person's
    pictures in the standard condition are part of every comparison.
report-examiner-chance = p = { $p } ({ $model })
report-examiner-no-chance = not tested
report-examiner-calibration-head = Scores as evidence
report-examiner-calibration =
    Cllr in bits: 0 says all, 1 nothing, more misleads. Calibrated by logistic regression on everybody
    but the person asked about; the least that any calibration of these scores reaches (PAV) stands
    beside it, never above Cllr itself, nor its limits above those of Cllr.
report-examiner-held =
    In simulated studies of { COUNT($studied) } people, some of them unlike the others, these intervals held
    the truth in as few as { LIST($figures) } of the samples; where they missed it, they were mostly too
    optimistic.
report-examiner-held-figure =
    { PERCENT($held) } ({ $figure ->
        [rate] misses
        [rank] rank 1
        [open-set] open set
        [least] least Cllr
       *[cllr] Cllr
    })
report-examiner-flow-head = Counts of people between two cameras
report-examiner-flow =
    N people pass either camera, half of them both. Someone is counted who resembles anybody at the first
    camera above the threshold. Error of the count: expected, with 95 % over people (from the most misses with
    the fewest false matches to the reverse), and the range of nine surveys in ten, were the measured rates
    exact.
report-examiner-groups-head = Error rates of groups of people
report-examiner-groups =
    At the threshold of the run, over all changed conditions: misses of the people of each group, and strangers who
    pass, of the same group and of two groups. 95 % over people, each line by itself. The number of pairs of people
    behind a false match rate stands last.
report-examiner-differentials-head = Differentials between groups
report-examiner-differentials =
    How many times the error rate of the worst group is that of the best, and that of the average group (geometric
    mean), in the terms of ISO/IEC 19795-10 and NIST IR 8429. False matches are of strangers of the same group. Even of equal
    groups one is the worst: the 95 % intervals allow for that choice, line by line. Where the interval includes 1 a
    difference is not told, which does not mean that there is none. A ratio to a rate of 0 is not stated.
report-examiner-not-stated =
    { $attribute } is not stated of { $people ->
        [one] { COUNT($people) } person, who is
       *[other] { COUNT($people) } people, who are
    } in no group.
report-examiner-small-group =
    { $attribute }: { $group } has { $people ->
        [one] { COUNT($people) } person
       *[other] { COUNT($people) } people
    }, too few for an interval, and is not compared.
report-examiner-group = group
report-examiner-group-name =
    { $within ->
        [yes] { $attribute }: { $first }
       *[no] { $attribute }: { $first } with { $second }
    }
report-examiner-group-people = people
report-examiner-group-passed = strangers who pass
report-examiner-group-pairs = pairs of people
report-examiner-by = by
report-examiner-error-kind = error
report-examiner-error-of =
    { $error ->
        [misses] misses
       *[matches] false matches
    }
report-examiner-worst = worst and best
report-examiner-worst-and-best = { $worst }, { $best }
report-examiner-to-best = worst to best
report-examiner-to-mean = worst to mean
report-examiner-differ = difference
report-examiner-told =
    { $told ->
        [yes] told
       *[no] not told
    }
report-examiner-or-more = { $least } or more
report-examiner-absent = Not here: { LIST($sections) }: { $reason }.
report-examiner-first =
    These tables are of the first { COUNT($subjects) } people by name; { COUNT($left_out) } more were left out.
report-examiner-section-curves = detection error trade-off
report-examiner-section-identification = searches in a gallery
report-examiner-section-people = who carries the errors
report-examiner-section-calibration = scores as evidence
report-examiner-section-flow = counts between cameras
report-examiner-section-differentials = differentials between groups
report-examiner-model = model
report-examiner-condition = condition
report-examiner-gallery = N
report-examiner-rank-1 = rank 1
report-examiner-rank-5 = rank 5
report-examiner-fnir = open set, FNIR
report-examiner-person = person
report-examiner-missed = missed
report-examiner-carries-misses = of all misses
report-examiner-passed = passed
report-examiner-carries-matches = of all false matches
report-examiner-cllr = Cllr
report-examiner-least = least
report-examiner-survey-people = people
report-examiner-error = error of the count
report-examiner-range = nine surveys in ten

## ---- Retrieval: what pictures were compared by --------------------------------------------------

evaluate-vectors =
    { $distance ->
        [cosine] cosine
       *[euclidean] Euclidean, vectors as they are
    }{ $flip ->
        [yes] , picture + mirrored
       *[no] { "" }
    }{ $stage ->
        [first] , first stage
       *[only] { "" }
    }
evaluate-reranked =
    { $compared }, re-ranked (k1 { PLAIN($k1) }, k2 { PLAIN($k2) }, weight { PLAIN($weight) })
evaluate-every-pair = { $score } of every pair
evaluate-second-stage = { $score }, over the { COUNT($top) } nearest of { $backbone }

## ---- A proposed protocol: its question and what is written beside its fields --------------------

init-proposed =
    { $few ->
        [yes] Fits { PLAIN($matched) } of { PLAIN($files) } picture files only: look at the others.
       *[no] Proposed from { PLAIN($matched) } of { PLAIN($files) } picture files.
    } Check: the levels, the standard one, and the unit.
init-factor =
    { $name ->
       *[other] { $written }
    }
init-question =
    Is a person still recognised when the { LIST($factors) } { $count ->
        [one] changes
       *[other] change
    }?
init-expectation = sensitive, if a good model should react to the change
init-kind = nominal, ordered or circular (degrees)
init-fit = each model gets pictures as it was trained; letterbox: all get the same
init-standard = everything is compared with this level
init-boxes = a picture without a row there is not used

## ---- Families of weights files: what their tensors tell, and what to do ---------------------------

family =
    { $name }{ $architecture ->
        [no-value] { "" }
       *[other] : { $architecture }
    }{ $evidence ->
        [no-value] { "" }
       *[other] { "" } (it holds { JOIN($evidence, with: ", ") })
    }. { $advice }
family-looks =
    { $name }{ $architecture ->
        [no-value] { "" }
       *[other] : { $architecture }
    }
family-network = { $name } { $architecture }
family-unknown = unknown
family-bare-trunk = a bare trunk
family-luperson = LUPerson, or another bare trunk
family-blocks = blocks { $blocks }
family-widths = widths { $widths }
family-stem = a stem of { PLAIN($channels) } channels
family-another-trunk = another trunk
family-another-trunk-of = { $recipe } on another trunk
family-another-width = { $network } of another width
family-semantic = { $network } with semantic embedding
family-semantic-trunk = another trunk with semantic embedding
family-image-encoder = { $network } image encoder
family-jigsaw =
    { $network } { $jigsaw ->
        [yes] with jigsaw branch
       *[no] without jigsaw branch
    }
family-mgn =
    MGN (three branches){ $network ->
        [no-value] { "" }
       *[other] , { $network }
    }
family-linear-feature = { $network } with a linear feature
family-local-branch = a trunk with a local branch over three parts
family-branches =
    { COUNT($count) } { $count ->
        [one] branch
       *[other] branches
    }
family-basic-blocks = { $network } of basic blocks
family-verification-head = { $network } with a verification head
family-additional-encoder = { $network } with an additional encoder
family-identity-discriminator = identity discriminator
family-pose-discriminator = pose discriminator
family-generator = generator
family-discriminator = discriminator
family-trunk-with-head =
    { $pcb ->
        [yes] trunk with PCB
       *[no] trunk with linear feature
    }
family-raw-checkpoint = { $network }, raw training checkpoint
family-classifier = { $network } with a classifier of { PLAIN($classes) }
family-imagenet-classifier =
    { $network } with a classifier of { PLAIN($classes) } (ImageNet has 1000)
family-vit = ViT of width { PLAIN($width) }
family-use-card-file = Use --backbone { $card }.
family-use-card = Use --backbone { $card }=FILE.
family-use-one-of = Use --backbone NAME=FILE with one of these names: { JOIN($cards, with: ", ") }.
family-use-timm = Use --backbone timm:NAME=FILE with the model's name in timm.
family-ways =
    Use --backbone timm:NAME=FILE for a network of timm, or --backbone package.module:spec for code of
    your own; or export it to ONNX: --backbone onnx:FILE.
family-onnx = an ONNX graph
file-looks =
    { $known ->
        [yes] it looks like { $looks }
       *[no] what it looks like: { $looks }
    }
file-lines = type { JOIN($lines, with: " | ") }
family-imagenet-start =
    An ImageNet start, which has not learnt people: --backbone { $card }=FILE runs it.
family-not-of-people = Not trained on people, unless you know better.
family-segmenter =
    It finds people and their masks: use it as --mask yolact=FILE, or with probe crop --detector yolact=FILE.
family-not-supported =
    This family is not supported yet; export it to ONNX and use --backbone onnx:FILE, or name code of
    your own with --backbone package.module:spec.
family-only-iresnet-50 =
    Only iResNet-50 is built here; what probe train has made runs by its card.yaml.
family-input-size =
    Its linear layer reads { PLAIN($positions) } positions: another input size.
family-convolutional-stem = It has a convolutional stem.
family-blocks-instead = It has { COUNT($count) } blocks, not { PLAIN($expected) }.
family-other-mgn = Its trunk or its heads are not those of FastReID 1.0 on ResNet-50.
family-without-features =
    { $network ->
        [no-value] It has no features
       *[other] { $network } has no features
    } to compare people by; net_E has.
family-draws-styles = It draws pictures and has no features: probe generate FILE --data FORM=DIR.
family-tensors-named =
    { $names ->
        [no-value] It holds no tensor.
       *[other] Its tensors are named { JOIN($names, with: ", ") }.
    }

## ---- `probe doctor`: what became of the tensors of a file, and what every test found --------------

load-report-matched = matched
load-report-missing = missing
load-report-mismatched = mismatched
load-report-unexpected = unexpected
load-report-left-out = left out
load-report-shape = { $name } { $actual } instead of { $expected }
load-report-more = { $names }, and { COUNT($more) } more

doctor-verdict =
    { $verdict ->
        [good] good
        [suspicious] suspicious
        [wrong] wrong
       *[not-measured] not measured
    }
doctor-check =
    { $check ->
        [size] size
        [camera-embedding] camera embedding
        [classifier-as-feature] classifier as feature
        [batch-norm] batch norm
        [repeatable] repeatable
        [norm] norm
        [collapse] collapse
        [mirror] mirror
        [channel-order] channel order
        [normalisation] normalisation
       *[pictures] pictures
    }
doctor-few-pictures = needs at least { COUNT($fewest) } pictures of different people
doctor-size = { $size }
doctor-wide = { $size } is wider than high
doctor-cameras =
    the weights hold embeddings of { COUNT($count) } training cameras or views{ $stands_in ->
        [none] { "" }
        [mean] ; the mean of them stands in
       *[other] ; number { $number } stands in
    }
doctor-dimension = the vector has { PLAIN($dimension) } values
doctor-classifier =
    the vector has { PLAIN($dimension) } values, as many as training had identities
doctor-batch-used =
    { PLAIN($count) } of { PLAIN($norms) } batch norms use the statistics of the batch
doctor-batch-fresh =
    { PLAIN($count) } of { PLAIN($norms) } batch norms still have their initial statistics
doctor-batch-trained = { PLAIN($norms) } with statistics of training
doctor-no-length = a vector has the length { SCIENTIFIC($length) }
doctor-lengths = { SIGNIFICANT($least) } to { SIGNIFICANT($most) }
doctor-probabilities = the values are probabilities that sum to 1
doctor-not-repeatable = the same pictures give other vectors the second time
doctor-batch-decides = a picture's vector depends on the others in the batch
doctor-repeatable = same vectors again, in another batch too
doctor-different = mean cosine of different pictures { UNIT($cosine, places: 4) }
doctor-mirror = mean cosine with the mirror image { UNIT($cosine, places: 4) }
doctor-no-batch-norm = the network has no batch norm near its input
doctor-graph-norms = the graph has no batch norm left: most exporters fold them into convolutions
doctor-own-code = what a network computes inside is seen in PyTorch and in ONNX graphs only
doctor-misfit =
    misfit to training { DECIMAL($misfit, places: 3) }; best alternative, { $other }:
    { DECIMAL($other_misfit, places: 3) }
doctor-orders-alike = both orders fit these pictures alike: { $misfits }
doctor-other-order = the other channel order
doctor-normalised-twice = normalised twice
doctor-not-normalised = none ({ $range })
doctor-hint-pictures = Name a folder: --photos DIR
doctor-hint-size = Sizes are (height, width): a person stands.
doctor-hint-cameras =
    Other cameras have none: the vectors are only defined for the cameras trained on.
doctor-hint-stand-in =
    Published figures, made with each picture's own camera, do not hold for it.
doctor-hint-classifier = Take the layer before the classifier.
doctor-hint-batch-used = Call eval() on the network and keep the running statistics.
doctor-hint-batch-fresh = The network was never trained, or its statistics were lost in saving.
doctor-hint-above = See above.
doctor-hint-random = Something is random: dropout in training mode?
doctor-hint-batch-decides = Batch norm in training mode, or a layer over the batch.
doctor-hint-collapse = All pictures look alike to it: wrong input or dead weights.
doctor-hint-mirror = Mirror images should be nearly the same person: a layer may be scrambled.
doctor-hint-misfit = Check the card: { $other } fits the weights better.

## ---- Progress: what is told while a command works -----------------------------------------------

progress-line =
    { $step }: { COUNT($done) } of { COUNT($everything) } { $unit ->
        [pictures] pictures
        [pairs] pairs
        [cells] cells
        [conditions] conditions
        [remedies] remedies
        [steps] steps
        [frames] frames
        [files] files
       *[bytes] bytes
    }{ $rate ->
        [no-value] { "" }
       *[other] { $fast ->
            [yes] , { COUNT($rate) }/s
           *[no] , { DECIMAL($rate) }/s
        }
    }{ $seconds ->
        [no-value] { "" }
       *[other] , { DECIMAL($seconds, places: 0) } s
    }{ $left ->
        [no-value] { "" }
       *[other] , { DECIMAL($left, places: 0) } s left
    }
progress-further-protocols =
    further protocols are run by their folder or their name: probe run { $folder } ({ LIST($names) })
progress-cluster =
    on a cluster of { COUNT($nodes) } { $nodes ->
        [one] node
       *[other] nodes
    }: { COUNT($networks) } { $networks ->
        [one] batch
       *[other] batches
    } at once, { COUNT($threads) } { $threads ->
        [one] thread
       *[other] threads
    } each
progress-protocol =
    protocol { $name }: { COUNT($conditions) } { $conditions ->
        [one] condition
       *[other] conditions
    }, from { $file }
progress-compares =
    comparing { COUNT($people) } { $people ->
        [one] person
       *[other] people
    } in { COUNT($conditions) } { $conditions ->
        [one] condition
       *[other] conditions
    }: { COUNT($pictures) } { $pictures ->
        [one] picture
       *[other] pictures
    }, { COUNT($models) } { $models ->
        [one] model
       *[other] models
    }; strangers are any two different people{ $more ->
        [0] { "" }
       *[other] , { COUNT($more) } more of them for that alone
    }{ $across ->
        [no-value] { "" }
       *[other] ; only pictures of different { $across }s are compared
    }
progress-photographs = reading photographs of { $protocol }
progress-people = rendering people for { $protocol }
progress-rendering = rendering
progress-data-set = { COUNT($count) } pictures, about { DECIMAL($megabytes, places: 0) } MB, less those that are there
progress-styling = drawing styles
frames-progress = people in { $camera }
frames-unreadable = frame left out: { $frame }: { $reason }
frames-left-out =
    { COUNT($count) } { $count ->
        [one] file is
       *[other] files are
    } left out: { $first } ({ $reason }){ $count ->
        [1] { "" }
       *[other] { "" } and others
    }
frames-rows-unknown =
    { COUNT($unknown) } of { COUNT($rows) } rows of { $table } name no frame; the first is { $first }
frames-unsure = { COUNT($count) } boxes with a score below --least-score are left out
frames-outside = { COUNT($count) } boxes lie outside of their frame and are left out
frames-cut-off =
    { COUNT($count) } of { COUNT($boxes) } boxes reach far out of their frame and were cut off{ $mostly ->
        [yes] . Are they x and y of the upper left corner, width and height? Corners belong into the
            columns x1, y1, x2, y2
       *[no] { "" }
    }
frames-video-cut =
    { $video } ends after { COUNT($read) } of { COUNT($count) } frames: its end is missing or damaged; what was read is kept
match-empty-camera = { $camera } shows nobody whose crop is kept: it takes no part
frames-title = Walks of { $camera }
frames-question = Is a person still recognised in a later part of their walk?
progress-fetching = fetching { $name }
progress-backbone = backbone { $name }: { $engine }
progress-without-cache =
    the cache in { $folder } cannot be used ({ $reason }); nothing is kept there and all is computed
progress-cost =
    { $pictures ->
        [0] { COUNT($cells) } cells
       *[other] { COUNT($pictures) } pictures to render, less those that are kept (about
            { COUNT($megabytes) } MB); { COUNT($cells) } cells
    }
progress-estimate =
    { $model }: { COUNT($pictures) } pictures, about { $duration } and
    { COUNT($megabytes) } MB of vectors
progress-workload =
    about { COUNT($comparisons) } comparisons and { $duration } of one core for each model, { COUNT($memory) } MB
    of memory besides its network, { COUNT($disk) } MB on disk
progress-resuming = resuming { $folder }
progress-nothing-to-resume = nothing to resume with these inputs: a new run begins
progress-masking = masking with { $masker }
progress-refused =
    mask { $mask }: { COUNT($count) } { $count ->
        [one] picture
       *[other] pictures
    } refused, the first: { $picture }: { $reason }
progress-of-mask =
    { $mask ->
        [no-value] { "" }
       *[other] , mask { $mask }
    }
progress-embedding = embedding with { $model }{ progress-of-mask }
progress-mirrored = mirrored, with { $model }{ progress-of-mask }
progress-scoring = scoring with { $model }{ progress-of-mask }
progress-comparing = comparing { $protocol } with { $model }{ progress-of-mask }
progress-looks = where { $model } looks in { $protocol }{ progress-of-mask }
progress-remedies = remedies for { $model } in { $protocol }
progress-remedies-there =
    remedies for { COUNT($models) } { $models ->
        [one] model
       *[other] models
    }, on nodes
progress-renditions = keeping small pictures for the report
pairs-scored = { $model } scores { COUNT($pairs) } pairs of { COUNT($pictures) } pictures
pairs-expected = { $model }: about { $duration }, as the first { COUNT($pairs) } pairs took
duration-seconds = { COUNT($seconds) } s
duration-minutes = { COUNT($minutes) } min
duration-hours = { DECIMAL($hours) } h

## ---- Folders in object stores: what is fetched, and why one cannot be read ----------------------

progress-store = fetching { $address }
progress-store-listed =
    { $address }: { COUNT($files) } { $files ->
        [one] file
       *[other] files
    }, { DECIMAL($megabytes) } MB; { $missing ->
        [0] all are here already
       *[other] { COUNT($missing) } of them are fetched, { DECIMAL($missing_megabytes) } MB
    }
stores-schemes = write s3://BUCKET/FOLDER or gs://BUCKET/FOLDER, or name a folder of this machine
stores-unknown-scheme = nothing is read from { $scheme }
stores-no-bucket = this is no address of a folder in a store
stores-name-folder =
    name the folder that it lies in; a video, weights or a table is brought here first (`aws s3 cp`,
    `gcloud storage cp`), and named where it lies then
stores-secret = an address that may hold a password or a signature is not read
stores-secret-step =
    write bucket and folder alone: credentials are taken from the environment and its standard files
stores-not-installed = { $scheme } needs a package that cannot be imported ({ $detail })
stores-nothing-there = no file lies below this address
stores-nothing-there-step =
    check its spelling: in a store a folder without files is not there, and small and capital letters differ
stores-no-bucket-there = there is no such bucket
stores-no-bucket-step =
    check its spelling; s3:// asks the server that AWS_ENDPOINT_URL names, or Amazon's
stores-gone = this file is no longer in the store
stores-changed = { $name } is another file now than when the folder was listed
stores-changed-step =
    wait until nobody writes into the folder, then run the command again: what was fetched is kept
stores-no-credentials = no credentials were found for this store
stores-credentials-step =
    s3:// takes them from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, from AWS_PROFILE, or from ~/.aws;
    gs:// from GOOGLE_APPLICATION_CREDENTIALS, or as `gcloud auth application-default login` leaves them
stores-not-allowed = the store does not let these credentials read this ({ $detail })
stores-not-reached = the store cannot be read ({ $detail })
stores-not-reached-step =
    check the network, and AWS_ENDPOINT_URL where s3:// is not Amazon's; run the command again then: what
    was fetched is kept
stores-name-unfit = { $name } cannot be the name of a file below a folder
stores-names-collide = { $first } and { $second } would be one name on some machines
stores-rename = rename it in the store, or name a folder that does not hold it
stores-no-room = { DECIMAL($megabytes) } MB are to be fetched, and { DECIMAL($free) } MB are free
stores-no-room-step = name a cache folder on a larger disk with PROBE_CACHE

## ---- A cluster: why it cannot be used -----------------------------------------------------------

cluster-no-ray = --cluster needs the package ray, which cannot be imported ({ $detail })
cluster-not-there = the cluster cannot be joined ({ $detail })
cluster-not-there-hint =
    start one with `ray start --head` and name the address that it prints; --cluster local needs none.
    Where it asks for a token, set RAY_AUTH_MODE=token and have its ~/.ray/auth_token here, too
cluster-no-node =
    no node of the cluster has { COUNT($cores) } { $cores ->
        [one] core
       *[other] cores
    } for a network: state fewer with --threads, or start larger nodes
cluster-no-gpu =
    this model runs on a GPU here, and no node of the cluster has one: start nodes with GPUs, or name
    --device cpu
cluster-cannot-send = a part of the study cannot be sent to other machines ({ $detail })
cluster-work-lost =
    the process that worked on { $item } ended before it was done, { COUNT($times) } times
    ({ $detail })
cluster-work-lost-hint =
    it may have run out of memory: try the same without --cluster, or with fewer processes a node
    (--threads)
cluster-node-differs =
    the node { $node } differs from this machine in { $name }: { $there ->
        [no-value] none
       *[other] { $there }
    } there, { $here ->
        [no-value] none
       *[other] { $here }
    } here
cluster-node-differs-hint =
    figures could differ in their last digits: install the same versions on machines of the same
    kind, or leave the node out of the cluster
cluster-model-differs =
    the node { $node } does not compute what this machine computes: { $name ->
       *[vectors] its vectors or scores of made pictures differ
        [key] its weights, card or code differ
        [engine] it runs the model by { $there }, this machine by { $here }
        [mask] its mask of the first picture differs
    }
cluster-node-cannot-read = the node { $node } cannot read this file: { $reason }
cluster-node-cannot-use = the node { $node } cannot use a file: { $detail }
cluster-node-cannot-load = the node { $node } cannot load this model: { $reason }
cluster-node-cannot-mask = the node { $node } cannot load this masker: { $reason }
cluster-shared-hint =
    every node needs pictures, weights and the cache (--cache) under the same path: put them into
    a folder that all nodes share

## ---- Training: what is told while it goes on ----------------------------------------------------

training-counts =
    { COUNT($pictures) } pictures { $people ->
        [no-value] { "" }
       *[other] of { COUNT($people) } identities { "" }
    }under { COUNT($cameras) } { $cameras ->
        [one] camera
       *[other] cameras
    }
training-frames =
    { COUNT($frames) } frames in which { COUNT($instances) } are marked, { COUNT($masks) } with a mask
training-frames-empty =
    { $set }: { COUNT($left_out) } of { COUNT($frames) } frames are left out: nobody is marked in them
training-annotations-alone =
    { COUNT($count) } { $count ->
        [one] annotation has
       *[other] annotations have
    } no picture and { $count ->
        [one] is
       *[other] are
    } left out; the first is { $first }
training-annotations-unlisted =
    { COUNT($count) } of { COUNT($annotations) } annotations name a picture that the file does not list,
    and are left out
training-boxes-empty =
    { COUNT($count) } of { COUNT($annotations) } boxes have no width or height, or lie outside of their
    frame, and are left out
training-boxes-cut-off =
    { COUNT($count) } of { COUNT($boxes) } boxes reach far out of their frame and were cut off{ $mostly ->
        [yes] . Are they left, top, width and height? COCO has no corners
       *[no] { "" }
    }
training-set-counts =
    { $name }: { COUNT($pictures) } pictures, { $first ->
        [no-value] identities not used
       *[other] identities { PLAIN($first) } to { PLAIN($last) }
    }, cameras { PLAIN($first_camera) } to { PLAIN($last_camera) }
training-single-pictures =
    { COUNT($people) } identities have one picture only{ $effect ->
        [no-value] { "" }
       *[other] ; { $effect }
    }
training-single-repeated = the sampler repeats it { COUNT($times) } times
training-single-in-pairs = they take part in pairs of different people only
training-single-in-poses =
    they take part in pairs of different people only, and are drawn in their own pose
training-keypoints =
    keypoints of { COUNT($pictures) } pictures for { LIST($stages) }: of { COUNT($joints) } joints
    { COUNT($missing) } are missing and { COUNT($outside) } lie outside of their picture{ $poseless ->
        [0] { "" }
       *[other] ; { COUNT($poseless) } pictures show no joint at all
    }
keypoints-small =
    note: the lowest joints lie at { PERCENT($share) } of the height of their pictures (median), where
    people fill crops to about 90 %: are the keypoints those of smaller pictures? They are columns and
    rows in pixels of the picture file itself
training-reading-keypoints = reading keypoints
training-unmoved = note: moved by no optimiser: { JOIN($networks, with: ", ") }
training-float32 =
    note: { $stage } is computed in float32: the recipe says bfloat16, for which this processor has no
    instructions
training-no-tensorboard =
    note: no TensorBoard file is written: the package tensorboard is missing
    (pip install 'probe-reid[training]')
training-log-lacks-epochs = the log lacks epochs; the weights do not depend on it
training-stages-done = { COUNT($done) } of { COUNT($stages) } stages are done
training-going-on = going on after epoch { COUNT($epoch) }, step { COUNT($step) }
training-started-from = from { $folder }, stage { $stage }: { JOIN($networks, with: ", ") }
training-size-patch = pictures of { COUNT($height) }x{ COUNT($width) } are smaller than a patch of this network, { COUNT($patch) }x{ COUNT($patch) } pixels
training-size-step = state a larger `size` in the recipe's augmentation: height, then width
training-size-unfit = this network takes no pictures of { COUNT($height) }x{ COUNT($width) }: { $said }
training-stride-step = write `stride: { COUNT($stride) }`, or another size of pictures
training-stride-untold = weights of stride { COUNT($stride) } and of stride { COUNT($read) } look alike at { COUNT($height) }x{ COUNT($width) }: whoever opens them would take { COUNT($read) }
training-progress =
    training { $recipe }{ $stage ->
        [no-value] { "" }
       *[other] , { $stage }
    }
training-loss =
    { $name ->
        [no-value] loss
       *[other] { $name }
    } { DECIMAL($value, places: 4) }
training-watched = { $name } { DECIMAL($value, places: 3) }
training-stage = training
training-epoch =
    { $stage }: { $epochs ->
        [no-value] step { COUNT($step) }
       *[other] epoch { PLAIN($epoch) } of { PLAIN($epochs) }
    }: { JOIN($figures, with: ", ") }, { DECIMAL($rate, places: 0) } pictures/s, waited
    { PERCENT($waited) }

## ---- A matrix of trainings: its tables ----------------------------------------------------------

matrix-row = row
matrix-seeds = seeds
matrix-training = training
matrix-distance = Vectors are compared by cosine where the data set is not followed by another distance.
matrix-training-begins =
    { PLAIN($number) } of { PLAIN($count) }: row { $row }, seed { PLAIN($seed) }
matrix-figure =
    { DECIMAL($mean, places: 3) }{ $sd ->
        [no-value] { "" }
       *[other] { "" } +- { DECIMAL($sd, places: 3) }
    }{ $least ->
        [no-value] { "" }
       *[other] { "" } ({ DECIMAL($least, places: 3) }-{ DECIMAL($most, places: 3) })
    }
matrix-row-failed = row { $row }, seed { PLAIN($seed) } failed: { $error }
matrix-published-in = published in { $source }
matrix-published-beside = { $data }: published, and here
matrix-spread = mean +- sd (least-most)
matrix-failed = failed
matrix-seeds-failed = { COUNT($count) } failed

## ---- Refusals: next steps of several rooms -------------------------------------------------------

step-forms = Forms: { JOIN($forms, with: ", ") }
step-restore-copy = Restore the file from a copy.
step-pictures-are = pictures are files that end in { JOIN($endings, with: ", ") }
place-protocol = protocol { $name }
place-protocol-part = protocol { $name }, { $part }
place-protocol-condition = protocol { $name }, condition { $condition }
step-restore-or-take-out = Restore the file from a copy, or take the frame out.
step-new-out = Give --out a new folder.
step-may-you-read = May you read the file?
step-download-again = Download it again, and compare its size and checksum with those of its source.
step-engine-auto = Use --engine auto.
step-install = pip install 'probe-reid[{ $extra }]'
step-card-yaml = Use the card.yaml that `probe train` wrote beside the weights.
step-doctor-says = probe doctor { $file } says what they are.
step-unpack-and-name = If there is a weights file in it, unpack it and name that file.
place-step = step { $step }
step-name-out = Name the --out of a `probe train` that has ended.
step-train-again = Train that stage again, or restore the file from a copy.
step-keypoints-forms = Keypoints are OpenPose JSON, a .npy array, or a file of landmarks.

## ---- Refusals: pictures --------------------------------------------------------------------------

pictures-folder-step = name the folder of the photographs; { $near }
pictures-name-folder = name the folder of the photographs
pictures-folder-is-file = this is a file, not a folder
pictures-folder-not-there = there is no such folder
pictures-fetch-cuhk03 =
    fetch it again from github.com/zhunzhong07/person-re-ranking, folder CUHK03-NP
pictures-looks-like = It looks like { $layout }: { LIST($names, word: "or") }
pictures-condition-empty = the condition { $condition } ({ $label }) has no usable picture
pictures-condition-lost =
    the condition { $condition } ({ $label }) has no usable picture; { COUNT($lost) } could not be
    used, the first: { $first }: { $reason }
pictures-condition-add = add pictures for it, or take the level out of the protocol
pictures-mend-these = mend or replace these pictures
pictures-box-each =
    give each picture a row there (one that is cropped already has a box as large as it is), or crop
    the others and leave `boxes` out
pictures-none-here =
    the folder holds no picture{ $held ->
        [no-value] { "" }
       *[other] { "" } that is read: { $held }
    }{ $closed ->
        [0] { "" }
       *[other] ; { COUNT($closed) } folders in it were not looked into ({ $first })
    }
pictures-files-of-ending =
    { PLAIN($count) } { $ending ->
        [no-value] nameless
       *[other] { $ending }
    } { $count ->
        [one] file
       *[other] files
    }
pictures-differ-in-case = small and capital letters differ: the picture is { $picture }
pictures-write = write { $name }
pictures-first-is = the first picture is { $name }
pictures-is-spreadsheet = it is a spreadsheet or an archive: export it as CSV in UTF-8
pictures-save-utf8 = save it as UTF-8: byte { PLAIN($byte) } is none
pictures-save-utf8-from =
    save it as UTF-8: byte { PLAIN($byte) } is none; it looks like { $encoding }
pictures-no-such-table = there is no such file: { $near }
pictures-columns-small = column names are in small letters: write { $name } for { $other }
pictures-columns-are =
    { $needed }; this one has { $columns ->
        [no-value] no column
       *[other] { JOIN($columns, with: ", ") }
    }
pictures-same-asked =
    the conditions { $first } and { $second } ask for the same pictures: { $factor } changes nothing in { $where ->
        [scene] scene:
        [both] scene: and in transform:
       *[transform] transform:
    }
pictures-same-step =
    use ${ $name } in a value of { $source ->
        [scene] scene: (such as orientation: ${ $name }) or of transform:
       *[transform] transform:
    }, or give its levels { $source ->
        [scene] a scene: or a transform:
       *[transform] a transform:
    } of their own
pictures-takes-photographs = protocol { $protocol } takes photographs
pictures-photos-option = name their folder: --photos FOLDER
pictures-not-name-dir = { $given } is not NAME=DIR
pictures-names = Names: { JOIN($names, with: ", ") }.
pictures-data-set-is-file = this is a file, and the folder of a data set is needed
pictures-unpacked-folder = name the folder that the archive was unpacked into
pictures-no-folder-of = this is no folder of { $layout }
pictures-leads-out = { $out } leads out of the folder { $folder }
pictures-list-below = A list names pictures below its folder: move them there, or copy them.
pictures-number-out-of-range = a person or a camera has a number that no data set has
step-restore-damaged = Restore the file from a copy: it may be damaged.
pictures-lists-misfit = the lists of the protocol do not fit each other
pictures-picture-not-in =
    the picture { $picture } of the protocol is not in images_{ $boxes }, { $boxes } or here
pictures-extract-first = Extract the pictures of cuhk-03.mat into images_{ $boxes } first.
pictures-protocol-lacks = the protocol lacks { JOIN($names, with: ", ") }
pictures-no-matlab = this is no MATLAB file, or it is damaged
pictures-no-cuhk03 = this is no folder of CUHK03-NP: it has no { $file }
pictures-put-file = Put the file there.
pictures-one-person-only = there is one person only: nothing can be told apart
pictures-folder-a-person = Give the folder that holds one folder a person.
pictures-no-folder-with-pictures = no folder in it holds pictures
pictures-folder-a-person-form = One folder a person is expected: PERSON/picture.jpg
pictures-three-folders-empty = the three folders hold no pictures
pictures-unpack-again = Unpack the archive again; pictures are .jpg files in these folders.
pictures-none-named-as =
    no picture is named as in { $layout } (PERSON_cCAMERA...), the first is { $first }
pictures-identity-folders = For one folder a person use identity_folders=DIR.
pictures-not-named-market =
    { COUNT($unnamed) } of { COUNT($all) } pictures are not named PERSON_cCAMERA..., the first is
    { $first }
pictures-rename-or-move = Rename or move them; their person cannot be told.
pictures-no-folder-of-lacks =
    this is no folder of { $layout }: it has no { JOIN($parts, with: ", ") }
pictures-name-holder = Name the folder that holds them.
pictures-not-named-as =
    { COUNT($unnamed) } of { COUNT($all) } pictures are not named as in { $layout }, the first is
    { $first }
pictures-names-nobody = { $line } names nobody who is here
pictures-line-is-range = A line is a person's number or a range such as 601-971.
pictures-nothing-named-as = no picture here is named as in { $layout }
pictures-not-path-person = not 'path person' with the camera third in the file's name: { $line }
pictures-msmt-line =
    Restore the file from a copy; a line is like 0000/0000_000_01_0303morning.jpg 0.
pictures-no-msmt17 =
    this is no folder of msmt17: it needs { JOIN($lists, with: ", ") } and a folder train or
    mask_train_v2
pictures-name-lists = Name the folder with the lists.
pictures-words-by-factor = words are listed by factor and level
pictures-words-example = for example orientation: { "{" }front: [front, "前"], back: [back]{ "}" }
pictures-no-factor-name = { $factor } is no name of a factor
pictures-factor-letters = write small letters, digits, '_' and '-', such as headwear
pictures-words-no-list = the words of { $level } are no list of texts
pictures-words-quoted = write front: [front, "前"]; numbers and yes/no in quotation marks
pictures-group-of-nobody = groups: { $name }, which is stated of nobody
pictures-group-column =
    put a column { $name } into the table of photos.metadata, or { "{" }{ $name }{ "}" } into
    photos.pattern; { $near }
pictures-two-groups = { $person } is of two groups by { $name }: { $groups }
pictures-one-group = a person is of one group: correct the metadata, or leave the value empty
pictures-pattern-below = a pattern stays below the photo folder
pictures-pattern-relative =
    write it relative to the folder given with --photos, with '/' between folders
pictures-pattern-braces = unbalanced braces
pictures-pattern-fields = write fields as { "{" }subject{ "}" }
pictures-pattern-parts = a pattern of { COUNT($parts) } fields and *
pictures-pattern-most = write at most { COUNT($most) }
pictures-pattern-side-by-side = two fields stand side by side: nothing says where one ends
pictures-pattern-between = put a letter, '_' or '/' between them
pictures-pattern-no-field = { "{" }{ $name }{ "}" } is no field name
pictures-no-level = { $written } is no level of { $factor }
pictures-say-what-it-means =
    { $near }; or say what it means under photos.values.{ $field } (null leaves these pictures
    out)
pictures-none-fits =
    none of { COUNT($pictures) } picture files fits the pattern { $pattern }; the first is
    { $first }
pictures-deeper-pattern =
    the pictures lie deeper: write photos.pattern: { $pattern } in a copy of the protocol (* is any
    folder), or let `probe init FOLDER` propose one
pictures-mend-pattern = mend photos.pattern in the protocol, or let `probe init FOLDER` propose one
pictures-subject-and-stranger =
    { $person } is a subject and a stranger ({ COUNT($people) } such people)
pictures-stranger-else =
    a stranger must be somebody else: give different people different names, or take the subjects'
    pictures out of the strangers' folder
pictures-none-usable =
    none of the { COUNT($placed) } pictures that fit the pattern { $pattern } can be used; the
    first is { $first }: { $trouble }
pictures-path-and-table =
    the { $field } is { $by_path } by its path, and { $by_table } by { $table }
pictures-correct-one = correct one of the two, or rename the column { $field }
pictures-pattern-has-made =
    the pattern has { "{" }{ $field }{ "}" }, and a transform makes the levels of { $factor }
pictures-pattern-other-name =
    put another name or * in the place of { "{" }{ $field }{ "}" }, or take transform: out
pictures-table-has-made =
    the metadata have a column { $field }, and a transform makes the levels of { $factor }
pictures-table-other-name = give the column { $field } another name, or take transform: out
pictures-pattern-lacks = the pattern has no { "{" }{ $field }{ "}" }: nothing says the level
pictures-pattern-write = write { "{" }{ $field }{ "}" } where the path says the { $factor }
pictures-differ-in =
    pictures of one condition differ in { "{" }{ $field }{ "}" }: { $first } and { $second }
pictures-declare-repeat = declare it a repeat (photos: repeat: [{ $name }]) or make it a factor
pictures-table-no-row = the table has no row
pictures-table-row-each = give every picture a row, or take the table out of the protocol
pictures-rows-name-none = 0 of { COUNT($rows) } rows name a picture; the first is { $first }
pictures-row-no-path = the row has no path
pictures-paths-below = paths are written as below the photo folder
pictures-path-twice = { $path } stands twice
pictures-one-row = keep one row a picture
pictures-no-pattern = protocol { $protocol } has no photos: pattern
pictures-add-pattern =
    add photos: { "{" }pattern: ...{ "}" }, or let `probe init FOLDER` propose a protocol
pictures-across-unknown =
    photos.across: { $across }, which is not known of { COUNT($unknown) } pictures
pictures-across-step =
    put { "{" }{ $across }{ "}" } into photos.pattern, or a column into the metadata
pictures-names-do-not-say =
    the names of { COUNT($pictures) } pictures do not say who is shown and under which condition;
    the first is { $first }
pictures-name-apart =
    name folders or files so that person and condition stand apart, as in anna/45deg/3.jpg or
    anna_back_3.jpg; words of your own go into --words FILE
pictures-no-trait = rendered people have no { $name } to be grouped by
pictures-in-recipe = { $where }: { $reason }
pictures-boxes-fractions = every box is at most 1 wide and high: these are fractions of the picture
pictures-boxes-pixels =
    boxes are in pixels: multiply x and width by the picture's width, y and height by its height
pictures-no-number = { $column } is { $text }, not a number
pictures-boxes-written = boxes are in pixels, written like 12 or 12.5
pictures-too-far = { $column } is { $text }: no picture is so large
pictures-boxes-most = boxes are in pixels, at most { COUNT($most) }
pictures-table-zero-bytes = this is no readable table: it holds zero bytes
pictures-table-save-csv =
    save it as CSV in UTF-8 (it may be UTF-16 without its mark, or a spreadsheet)
pictures-column-twice = the column { $column } stands twice
pictures-column-keep-one = keep one of them; the second would silently replace the first
pictures-table-unreadable = this is no readable table ({ $error })
pictures-quote-not-closed = is a quote (") opened there and not closed?
pictures-table-too-large = larger than { COUNT($bytes) } bytes, which no table of pictures is
pictures-right-file = is it the right file?
pictures-no-table = this is no readable table
pictures-more-values = more values than columns
pictures-quote-comma = put a value with a comma into "..."
pictures-value-over-line = a value goes on over the end of its line
pictures-quote-before = is a quote (") opened before this line and not closed?
pictures-no-column = the column { $column } is missing
pictures-box-columns = boxes have the columns { $first }, { $sides }, or { $first }, { $corners }

## ---- Refusals: frames ----------------------------------------------------------------------------

frames-number-twice =
    the { $what ->
        [category] category
        [image] image
       *[annotation] annotation
    } { $number } stands twice
frames-annotation-file = this annotation file { $reason }
frames-file-unreadable = cannot be read ({ $detail })
frames-file-misfit = does not fit: { $detail }
frames-file-no-json = is no JSON ({ $detail })
frames-category-unlisted =
    an annotation of { $picture } has the category { $category }, which the file does not list
frames-category-add = Add it to the file's categories, or take the annotation out.
frames-polygon-odd = a polygon of { $picture } has an odd number of values
frames-polygon-form = Polygons are x, y, x, y, ... in pixels.
frames-polygon-outside = a polygon of { $picture } lies outside of its box
frames-polygon-units =
    Both are in pixels: bbox is left, top, width and height; polygons are x, y, x, y, ...
frames-frame-unreadable = this frame cannot be read ({ $reason })
frames-mask-unreadable = this is no readable mask ({ $reason })
frames-mask-size =
    the mask has { PLAIN($height) }x{ PLAIN($width) } pixels (height x width), { $of ->
        [crop] its crop
       *[frame] the frame
    } { PLAIN($needed_height) }x{ PLAIN($needed_width) }
frames-file-needed = this is a folder, and a file is needed
frames-folder-needed = this is a file, and a folder is needed
frames-no-such-file = there is no such file
frames-no-such-folder = there is no such folder
frames-none-here =
    there is no frame in this folder{ $held ->
        [no-value] { "" }
       *[other] { "" } that is read: { $held }
    }
frames-restore-or-cut = Restore the file from a copy, or cut the frames again.
frames-pictures-not-there = the pictures of this annotation file are not there
frames-coco-layout = Expected DIR/annotations/{ $before }NAME.json with the pictures in DIR/NAME.
frames-coco-json = Expected COCO's { $before }NAME.json with images, categories and annotations.
frames-picture-twice = the picture { $picture } stands twice
frames-one-entry = Keep one entry a picture.
frames-boxes-fractions = every box is at most 1 wide and high: these are fractions of the picture
frames-coco-bbox = COCO's bbox is left, top, width and height in pixels.
frames-no-person-category = none of its { COUNT($ids) } categories is called person: { $names }
frames-call-person = Call the category of people person; a file of people alone needs no name.
frames-own-number = Give every one a number of its own: annotations name it by that.
frames-no-crop-run = this is not the folder of a crop run: it has no { $table }
frames-name-crop-out = Name the --out of a `probe crop` that has ended.
frames-not-here = the frames that these crops were cut out of are not here: no folder { $frames }
frames-put-there = Put the folder of frames there, or a link to it: { $path }.
frames-other-count =
    { $frames } has { COUNT($pictures) } pictures, and { COUNT($looked) } frames were looked at
frames-give-all-only =
    Give it all frames of the run and no others: they are numbered in the order of their names.
frames-not-among = frame { PLAIN($number) } is not among the { COUNT($files) } frames of { $frames }
frames-give-all = Give it all frames of the run, in the order of their names.
frames-order-stays = Restore the file from a copy; the order of the frames has to stay.
frames-mask-of-frame = Give it the mask that belongs to the frame, or take the frame out.
frames-no-pixel-value = no pixel has the value { PLAIN($value) }, which the annotation names
frames-restore-both = Restore mask and annotation from one copy of the set.
frames-mask-runs-empty = a mask is empty: all of its runs are of 0
frames-give-mask = Take the annotation out, or give it its mask.
frames-no-penn-fudan = this is not Penn-Fudan: it has no folder { $name }
frames-penn-fudan-holds = Name the folder that holds { $frames }, { $masks } and { $annotations }.
frames-no-image-size = this is no annotation of Penn-Fudan: it states no image size
frames-boxes-readable = { COUNT($boxes) } of { COUNT($named) } boxes can be read
frames-penn-fudan-box =
    A box is written like: Bounding box for object 1 "PASpersonWalking" (Xmin, Ymin) - (Xmax,
    Ymax) : (160, 182) - (302, 431)
frames-box-outside =
    the box of object { PLAIN($number) } does not lie in a frame of
    { PLAIN($width) }x{ PLAIN($height) }
frames-picture-lacks = { $picture } has no { $folder }/{ $file }
frames-take-out-or-restore = Take the frame out, or restore the file from a copy.
frames-annotation-unreadable = this annotation cannot be read ({ $detail })
frames-ask-or-take-out = Ask for the right to read it, or take the frame out.
frames-not-form-path = { $given } is not FORM=PATH
frames-forms = Forms: { JOIN($forms, with: ", ") }.
frames-form-unknown = the form { $form } is not known
frames-no-frame-in-it = there is no frame in it
frames-name-set = Name the set that holds the frames.
frames-no-crop-table = this is not the table of a crop run, or it is damaged
frames-new-out-or-restore = Give --out a new folder, or restore the file from a copy.
frames-rows-missing = rows of this table are missing
frames-crops-not-written = the crops cannot be written ({ $detail })
frames-make-room = Make room, and give the same command again: what is done is kept.
frames-no-frame-number = frame is { $text }, and frames are counted 0, 1, 2, ...
frames-name-by-number = Name them by number, or by the name of their file.
frames-no-score = score is { $text }, and scores go from 0 to 1
frames-divide-percentages = Divide percentages by 100.
frames-rows-name-none = 0 of { COUNT($rows) } rows name a frame; the first is { $first }
frames-named-by = Frames are named by number, from 0, or by the name of their file.
frames-box-no-size = a box has a width or height of 0 or less
frames-box-corners = x and y are its upper left corner, x2 and y2 its lower right one.
frames-no-mask-folder = there is no such folder of masks
frames-no-exact-mask = this frame has no exact mask
frames-scene-reads = scene reads what `probe scenes` draws; for other frames take a detector.
frames-mask-other-size = the mask has another size than { $frame }
frames-restore-or-render = Restore the file from a copy, or render the frames again.
frames-folder-closed = this folder cannot be looked into ({ $detail })
frames-ask-or-copy = Ask for the right to read it, or copy the frames.
frames-too-many-pixels = it has more than { COUNT($most) } pixels
frames-no-video = there is no such video or folder of frames
frames-name-video = Name a video, or a folder with pictures in the order of their names.
frames-other-crops =
    this folder holds crops of other frames, of another detector or with other settings
frames-new-out-or-settings = Give --out a new folder, or the settings that it was begun with.
frames-something-else = this folder holds something else
frames-file-damaged = this file is damaged
frames-fps-of-folders = --fps is for folders of frames: a video has its own times
frames-fps-leave-out = Leave --fps out; --every N looks at every N-th frame.
frames-video-unreadable =
    this video cannot be read: it is damaged or cut off, or OpenCV has no decoder for it
frames-convert-video = Convert it, for example: ffmpeg -i VIDEO -c:v libx264 copy.mp4
frames-needs-opencv = videos need OpenCV, which cannot be imported ({ $error })
frames-install-video = pip install 'probe-reid[video]', or give a folder of frames

## ---- Refusals: scenes ----------------------------------------------------------------------------

scenes-workers = { $workers } workers cannot render
scenes-one-or-more = Give 1 or more.
scenes-not-known = { $value } is not known here
scenes-valid = Valid: { $valid }.
scenes-folder-not-ours = this folder is not empty and holds no data set of ours
scenes-new-folder = Give a new folder.
scenes-out-of-range = { $value } is out of range
scenes-give-range = Give { PLAIN($low) } to { PLAIN($high) }.
scenes-large-set = this data set has { COUNT($count) } pictures (about { COUNT($megabytes) } MB)
scenes-any-size = --any-size renders it all the same; fewer people or cameras cost less
scenes-other-settings = this folder holds a data set made with other settings
scenes-same-settings = Give another folder, or the same settings to go on with it.
scenes-value-out-of-range = { $value } is out of range
scenes-give-range-unit =
    Give { $low } to { $high } { $unit ->
        [step] of a step
       *[other] { $unit }
    }.
scenes-no-count = { $value } is not a count
scenes-give-count = Give 0 to 2147483647.
scenes-no-truth = { $value } is not true or false
scenes-give-truth = Give true or false.
scenes-camera-too-high =
    a camera at { PLAIN($height) } cm cannot be { PLAIN($distance) } m from the body's centre and
    still see it from the side
scenes-raise-distance = raise distance or lower camera_height.
scenes-needs-identity = a scene needs an identity
scenes-add-identity = add identity: 0.
scenes-not-rendered = a picture could not be rendered ({ $said })
scenes-render-alone = render it alone with probe.scenes.render to see where.
scenes-worker-ended = a rendering process ended before its picture was done
scenes-identity = identity { PLAIN($identity) }
scenes-fewer-workers = it may have run out of memory: use fewer workers (about 300 MB each).
scenes-did-you-mean = did you mean { $name }? { $then }

## ---- Refusals: embedding -------------------------------------------------------------------------

embedding-card-prints = `probe backbones { $name }` prints the shipped card, value by value
embedding-card-states = a card file states backbone: NAME and what differs from its shipped card
embedding-card-names-it =
    the card names it: write where the weights file lies, from the folder of the card
embedding-vector-unusable =
    the vector of { $picture } { $fault ->
        [zero] is zero in every place
       *[not-finite] holds NaN or infinity
    } ({ COUNT($count) } such { $count ->
        [one] picture
       *[other] pictures
    })
embedding-picture = picture { $id } ({ $source })
embedding-not-fetched =
    the weights of { $name } could not be fetched ({ $reason }){ $kept ->
        [0] { "" }
       *[other] ; { COUNT($kept) } bytes are kept and the next try goes on from there
    }
embedding-by-hand =
    get it by hand from { $source ->
        [no-value] its authors
       *[other] { $source }
    }, then: --backbone { $name }=FILE
embedding-came-empty = it is empty
embedding-came-page = it is a web page
embedding-came-json = it is JSON
embedding-backbones-lists = `probe backbones` lists them
embedding-family-step =
    type `probe backbones { $line }` for its card, --backbone { $line } to use it{ $example ->
        [no-value] { "" }
       *[other] , such as { $prefix }:{ $example }
    }
embedding-weights-step =
    --backbone { $name }=FILE; `probe backbones { $name }{ $fetched ->
        [yes] { "" } --fetch` brings them
       *[no] ` says where they come from
    }
embedding-not-repeatable =
    the same { $of ->
        [pair] pair gives another score
       *[picture] picture gives another vector
    } the second time: something in the network is drawn at random
embedding-batch-decides =
    the { $of ->
        [pair] score of a pair depends on the other pairs
       *[picture] vector of a picture depends on the other pictures
    } of its batch
embedding-std-above-zero = std: three numbers above 0 are needed
embedding-input-size-most = input_size: at most { PLAIN($most) } pixels a side
embedding-input-size-example = for example input_size: [256, 128]
embedding-input-size-least = input_size: height and width of at least 1 pixel are needed
embedding-card-two-files = the card names two files
embedding-card-one-file = write either backbone: onnx:FILE or weights: FILE
embedding-no-such-file = there is no such file
embedding-card-value = { $name } is { $value }
embedding-fitted-differently =
    the members were trained on pictures fitted in different ways: { $fittings }
embedding-set-same-fit = Set the same fit in card files of the members.
embedding-shapes-differ =
    { $name } takes pictures of { PLAIN($height) }x{ PLAIN($width) }, another member of
    { PLAIN($other_height) }x{ PLAIN($other_width) }: one picture does not fit both
embedding-one-shape =
    Put networks together whose inputs have one shape, or set input_size in a card file.
embedding-needs-length =
    a cosine needs finite vectors with a length: check the weights with `probe doctor`
embedding-array-shape = { COUNT($pictures) } pictures gave an array of shape { $shape }
embedding-embed-returns = embed() returns float32 (n, d)
embedding-two-lengths = vectors of { PLAIN($first) } and of { COUNT($second) } values
embedding-one-length =
    a backbone gives vectors of one length; if it was changed under the same name and weights,
    empty the cache: probe cache --empty
embedding-fetch-elsewhere =
    without a connection: fetch the file elsewhere and name it with --backbone { $name }=FILE
embedding-no-address = { $name } cannot be fetched by address
embedding-other-file = what came is not the file of { $name }: sha256 { $digest }, not { $wanted }
embedding-thrown-away = the download was thrown away; try again, or get the file by hand
embedding-no-weights-came = what came is no weights file of { $name }: { $wrong }
embedding-open-in-browser =
    the download was thrown away; open the address in a browser (file hosts ask a question first,
    or limit downloads), and name the file: --backbone { $name }=FILE
embedding-only-http = only http and https addresses are fetched
embedding-code-failed = the code of this backbone failed: { $said }
embedding-raised-in = it was raised in { $file }:{ PLAIN($line) } ({ $function })
embedding-no-backbone = there is no backbone { $name }
embedding-network-not-named = this is a file, and the network that it is for is not named
embedding-card-file-writes =
    a card file writes backbone: NAME and weights: FILE; `probe doctor FILE` says which network a
    file looks like
embedding-family = { $prefix } is a family of networks: say which one
embedding-needs-weights = { $name } needs a weights file
embedding-card-no-code = a card file does not import code, and { $name } is a module
embedding-name-or-register =
    name it on the command line (--backbone { $name }), or register it under the entry-point group
    { $group }
embedding-plus-nothing = nothing stands before or behind a +
embedding-plus-step = a+b puts the vectors of two backbones together
embedding-weights-folder = this is a folder, not a weights file
embedding-no-weights-file = there is no such weights file
embedding-pair-scores = { $name } gives scores of pairs: it has no vector to put beside others
embedding-by-itself = name it by itself: --backbone { $name }
embedding-two-named = two backbones are named { $name }: { $first } and { $second }
embedding-remove-one = remove one of the two packages, or rename its card
embedding-export-eval = export it in evaluation mode (model.eval()), without dropout and noise
embedding-export-after-eval =
    batch norm runs in training mode: export the network after model.eval()
embedding-file-not-named = the network that this file is for is not named; { $looks }
embedding-cache-unusable = the cache cannot be used ({ $error })
embedding-cache-elsewhere = name another folder: --cache DIR, or PROBE_CACHE
embedding-cache-damaged = the cache is damaged ({ $error })
embedding-cache-empty = probe cache --empty
embedding-picture-id = picture { $id }
embedding-came-no-safetensors = it is no safetensors file, or is cut short
embedding-came-cut-short = it is cut short
embedding-card-misfit = { $misfit }
embedding-came-none = it is no file of PyTorch
embedding-made-picture = a made picture of noise, before any of yours
embedding-weights-changed = its weights were written anew while the study ran: new vectors and kept ones would be of two models
embedding-weights-changed-step = run the study again once nothing writes to the weights file

## ---- Refusals: retrieval -------------------------------------------------------------------------

retrieval-vectors-unusable =
    { COUNT($bad) } of { COUNT($given) } vectors are zero or not finite, the first is number
    { PLAIN($first) }
retrieval-one-camera =
    all pictures are from one camera ({ $camera }), and the rule { $rule } leaves out matches on
    the query's own camera, so that no query has a right answer
retrieval-no-part =
    there is no { $part ->
        [query] query
       *[gallery] gallery
    } picture in it
retrieval-first-scores-pairs = { $name } scores pairs and cannot be the first stage
retrieval-first-stage = --first-stage names a backbone that gives vectors
retrieval-no-right-answer = no query has a right answer on another camera under the rule { $rule }
retrieval-each-query = Each query needs a gallery picture of the same person from another camera.
retrieval-look-at-picture =
    Look at the picture with that number; a network that returns NaN is not usable.
retrieval-nobody-in-gallery = no person of the queries is in the gallery
retrieval-check-numbers = Check that person numbers mean the same in both folders.
retrieval-name-cameras =
    Name the cameras in the labels, or ask for the rule 'any-camera', which also counts matches on
    the same camera (near-duplicates make it look too good).
retrieval-no-deletion = figures without each person are not formed under the rule { $rule }
retrieval-ask-for-rules = Ask for market1501 or any-camera.
retrieval-few-people =
    { COUNT($people) } people have queries and { COUNT($answered) } of them a right answer: a
    person can be deleted only where another one is left
retrieval-more-people = Compare models on a data set of more people.
retrieval-trainings-unpaired = { COUNT($first) } trainings cannot be paired with { COUNT($second) }
retrieval-as-many = Give as many of both, or one.
retrieval-needs-parts = To evaluate, a data set needs a query and a gallery part.
retrieval-rerank-cosines = --rerank works on cosines, not with --distance { $distance }
retrieval-leave-one-out = Leave one of them out.
retrieval-works-on-vectors = { $option } works on vectors, and { $name } scores pairs of pictures
retrieval-leave-option-out = leave { $option } out, or evaluate the pair scorer by itself
retrieval-no-rule = there is no retrieval rule { $name }

## ---- Refusals: statistics ------------------------------------------------------------------------

statistics-one-factor = the protocol { $protocol } varies one factor only: nothing can interact
statistics-second-factor = name a second factor, or a series; every combination becomes a condition
statistics-plan-misfit =
    an FNMR of { $fnmr }, a correlation of { $correlation } and { $takes } takes do not go
    together: both lie in 0..1, and there is at least one take
statistics-width-not-reached =
    a width of { PLAIN($width) } is not reached with { COUNT($subjects) } subjects
statistics-wider-interval = Ask for a wider interval.
statistics-one-subject = a study needs at least one subject
statistics-no-split = { COUNT($people) } people cannot be split into two groups of strangers
statistics-leave-split-out =
    Leave the split out, or add further strangers (at least four people in all).
statistics-person-with-self = scores between strangers hold a comparison of a person with himself
statistics-strangers-folder = A folder of further strangers must not contain a subject.
statistics-rate-outside = a false match rate of { $fmr } is not between 0 and 1
statistics-rate-example = 1{ "\u00A0" }% is written 0.01.
statistics-no-strangers = there are no strangers to set a threshold on
statistics-use-strangers = Use at least two subjects, or name a folder of further strangers.

## ---- Refusals: backbones -------------------------------------------------------------------------

backbones-onnx-size =
    this network takes { $size ->
        [no-value] pictures of any size
       *[other] { $size }
    }, the card says { $card }
backbones-no-clip-reid =
    these are no weights of CLIP-ReID's vision transformer{ $resnet ->
        [yes] : its ResNet-50 is not built here
       *[no] { "" }
    }
backbones-reductions =
    branch { PLAIN($branch) } has reductions of { COUNT($cells) } cells ({ $numbers ->
        [no-value] none
       *[other] { JOIN($numbers, with: ", ") }
    }), not of { PLAIN($branch) }
backbones-untaught-step =
    name a stage behind { $sign } after which one has: { $stages ->
        [no-value] none of this training
       *[other] { JOIN($stages, with: ", ") }
    }
backbones-training-lacks =
    this training has no { $part ->
        [encoder] encoder
       *[generator] generator
    }
backbones-name-training = name the training: { $folder }, or { $with_stage }
backbones-no-encoder = this is { $kind }, not an encoder of FD-GAN
backbones-no-generator = this is { $kind }, not a generator of FD-GAN
backbones-fdgan-file =
    { $file ->
        [generator] the generator (net_G)
        [pose] the pose discriminator (net_Dp)
        [identity] the identity discriminator (net_Di)
       *[other] something else
    }
backbones-set-layout = Set the layout of the keypoints: { JOIN($layouts, with: ", ") }.
backbones-layout-has = { $layout } has { PLAIN($joints) }
backbones-draws-nothing =
    networks of { $architecture ->
        [no-value] this training
       *[other] { $architecture }
    } draw no pictures
backbones-training-of = Name a training of { LIST($names, word: "or") }.
backbones-write-pooling =
    Write pooling: { LIST($poolings, word: "or") } into the options of the card file.
backbones-two-networks = The branch and the trunk are of two networks.
backbones-export-again =
    Export it again, or fetch it again and compare its size with that of its source.
backbones-constants-computed =
    Export it again with its constants computed (onnxsim does so). If a network needs more, it
    cannot be used here.
backbones-onnx-loops = the network loops ({ $operator } { $name }), and may never end
backbones-onnx-array = the network makes an array of { COUNT($values) } values ({ $name })
backbones-onnx-endless = the network has functions that call each other without end
backbones-onnx-operators =
    the network has { COUNT($operators) } operators, more than { COUNT($most) }
backbones-onnx-slow =
    to open the network and run it on one picture takes longer than { PLAIN($seconds) } s
backbones-onnx-ends =
    the network ends the process that opens it, out of memory or by an error inside ONNX Runtime
    (code { $code })
backbones-onnx-memory = the network asks for more than { PLAIN($gigabytes) } GiB for one picture
backbones-onnx-takes =
    the network takes { $dimensions ->
        [no-value] no array
       *[other] { $dimensions }
    }, not RGB pictures as n x 3 x height x width
backbones-channels-first =
    Export it with the channels first, or turn them in the file: docs/onnx.md of the project shows
    how
backbones-onnx-outputs =
    the network has { $asked ->
        [no-value] { COUNT($outputs) } outputs
       *[other] no output named { $asked }
    }; there are: { $names }
backbones-onnx-choose =
    Write a card file: backbone: onnx:{ $file }, and options: { "{" }output: { $output }{ "}" };
    docs/onnx.md of the project shows how
backbones-onnx-fix-inputs =
    Give the others a value once and for all, and save it again: docs/onnx.md of the project shows
    how
backbones-enlarger-contract =
    One input n x 3 x height x width of any height and width, RGB from 0 to 1; one output, the same s times as
    high and wide, s a whole number from 2 to 8. See docs/outdoors.md.
backbones-enlarger-two-sizes = the network enlarges pictures of two sizes differently
backbones-enlarger-gives = the network gives { $given } for a picture of { $size }
backbones-enlarger-cannot-run = the network cannot be run on a picture of { $size } ({ $detail })
backbones-enlarger-not-pictures = the network gives { $given }, not RGB pictures
backbones-enlarger-not-finite = the network gives numbers that are not finite
backbones-enlarger-chance = the network makes another picture each time
backbones-enlarger-scale =
    the network gives { $given } for a picture of { $size }, not { COUNT($least) } to { COUNT($most) } times its
    height and width
backbones-enlarger-other-picture =
    the network gives another picture than the one it enlarges: values from { DECIMAL($low, places: 2) } to
    { DECIMAL($high, places: 2) } where they go from 0 to 1
backbones-enlarger-fixed = the network takes pictures of { $size } only, and people are of many sizes
backbones-enlarger-open-sizes = Export it with its height and width open. { backbones-enlarger-contract }
backbones-onnx-is-folder = this is a folder, and an ONNX file is needed
backbones-onnx-not-there = there is no such ONNX file
backbones-onnx-float32 = Export it with pictures as float32; docs/onnx.md of the project shows how
backbones-use-onnxruntime = use --engine onnxruntime
backbones-not-one-vector =
    { $name } gives { $form } for { COUNT($pictures) } pictures, not one vector a picture
backbones-openvino-is-folder = this is a folder, and a network's .xml is needed
backbones-openvino-not-there = there is no such file
backbones-stargan-discriminator = not a generator of StarGAN, but StarGAN's discriminator
backbones-stargan-other-file = not a generator of StarGAN, but another file: { $family }
backbones-timm-fetch =
    Fetch them once with: hf download { $repository } model.safetensors; or name a file:
    --backbone timm:{ $name }=FILE
backbones-timm-file = Name a file: --backbone timm:{ $name }=FILE
backbones-timm-nearest = Nearest: { JOIN($names, with: ", ") }.
backbones-timm-lists = timm.list_models() lists them.
backbones-transreid-blocks =
    this TransReID has { PLAIN($depth) } blocks{ $biases ->
        [yes] { "" }
       *[no] { "" } without biases in attention
    }; ViT-B and DeiT, which are built here, have { PLAIN($wanted) } with biases
detectors-no-yolact = this is no file of YOLACT: it holds no { $wanted } (but { $first }, ...)
detectors-known-yolact =
    Official ones on ResNet-50 and -101 are known, with 3 or 9 anchors and one class or more, and
    what `probe train` leaves.
backbones-other-iresnet =
    these are weights of another iResNet: { PLAIN($blocks) } blocks in its third stage, not the
    { PLAIN($wanted) } of iResNet-50
backbones-other-depths =
    Weights that `probe train` made run by their card: --backbone FOLDER/card.yaml. Other depths can
    be used as ONNX files: --backbone arcface=FILE.onnx
backbones-trained-size =
    these weights were trained at { PLAIN($height) }x{ PLAIN($width) }, not at
    { PLAIN($card_height) }x{ PLAIN($card_width) }: the linear layer reads the whole map
backbones-insightface-engine =
    insightface runs its ONNX files with ONNX Runtime, not with { $engine }
backbones-insightface-step = use --engine auto, or --backbone onnx:{ $file }
backbones-onnx-size-step =
    Use the card of that size (arcface: 112x112, arcface_384x128), or --backbone onnx:{ $file }
backbones-no-insightface = the insightface package cannot be imported ({ $error })
backbones-insightface-install =
    pip install 'probe-reid[insightface]'. It needs OpenCV; where libGL is missing, install the
    system package libgl1 (Debian, Ubuntu: apt-get install libgl1), or use --backbone onnx:FILE.
backbones-neck-option = { $card }: the option neck is before or after, not { $given }
backbones-shared-stages = the shared stages of the ensemble (base.*) are incomplete
backbones-no-branches = these weights have no branches: they are no EnsembleNet
backbones-branch-missing = branch { PLAIN($branch) } of { PLAIN($branches) } is missing
backbones-take-whole = The file has been cut or put together by hand; take the whole checkpoint.
backbones-too-many-branches =
    these weights have { COUNT($branches) } branches, an ensemble has 1 to { PLAIN($most) }
backbones-classifiers-differ = the classifiers tell different numbers of people apart: { $listed }
backbones-classifier-count =
    the file has { COUNT($classifiers) } classifiers for the { PLAIN($parts) } cells of
    { PLAIN($branches) } branches
backbones-branch-cells = Branch b of an ensemble has b cells; this file has another division.
backbones-option-one-of =
    { $card }: the option { $option } is one of { JOIN($values, with: ", ") }, not { $given }
backbones-no-stage = there is no stage { $stage }
backbones-no-fdgan-training = this is no training of FD-GAN
backbones-name-fdgan-out = Name the --out of one.
backbones-untaught = no generator has learnt anything by the end of the stage { $stage }
backbones-generator-units =
    this generator is of a training, whose recipe says in which units it draws
backbones-name-with-stage = Name a training of FD-GAN, and behind @ a stage that has one.
backbones-poses-need-keypoints = poses need keypoints
backbones-load-keypoints = Write load: [keypoints] in the stage.
backbones-encoder-is = The encoder is net_E (or model_best.pth.tar of stage I) beside it.
backbones-generator-is =
    The generator is net_G officially; of `probe train` name the training's folder.
backbones-no-layout = there is no layout of joints { $layout }
backbones-joints = there are { PLAIN($joints) } joints, not the { PLAIN($wanted) } of { $layout }
backbones-no-ended-stage = there is no training in this folder that has ended a stage
backbones-name-generator =
    Name the --out of `probe train`, ENCODER+GENERATOR of FD-GAN, or a file of StarGAN's
    generator.
backbones-plain-resnet = this is a plain ResNet trunk without the neck of the strong baseline
backbones-plain-resnet-step =
    Trained on people: --backbone resnet50=FILE. ImageNet weights: --backbone timm:resnet50=FILE;
    or start a training from them (network.start).
backbones-no-port = { $card } has no port { $port }
backbones-cannot-compare = { $card } cannot compare pictures of { PLAIN($height) }x{ PLAIN($width) }
backbones-larger-card = Give its card a larger input_size; the paper's is 160x60.
backbones-too-small =
    pictures of { PLAIN($height) }x{ PLAIN($width) } are too small for the pair network
backbones-larger-step = Give the step that sets the size a larger one; the paper's is 160x60.
backbones-no-resnet-base = these weights have no ResNet under base.
backbones-no-local-branch = these weights have no local branch to put into the vector
backbones-take-lstm = Take the card `lstm`, which gives POOL-5; or train with branches.local: lstm.
backbones-local-layers =
    the local branch has layers of { PLAIN($layers) } of { PLAIN($parts) } parts
backbones-local-inputs =
    the local branch reads { PLAIN($inputs) } numbers of a part, pooling { $pooling } gives
    { PLAIN($given) }
backbones-no-parts = a map of { PLAIN($rows) } rows has no { PLAIN($parts) } parts of kind { $kind }
backbones-parts-step =
    Set network.last_stride to 1, take larger pictures, or branches.rows: adaptive.
backbones-role-nameless =
    pictures of role { $role } have nobody's name; classes are learnt from the source
backbones-set-source = Set domain: source for this part of the sampler.
backbones-role-not-given =
    the objective looks at pictures of role { $role }, which the sampler does not give
backbones-its-roles = { $near }; its roles: { JOIN($roles, with: ", ") }
backbones-last-stride = the last stride of { $card } is 1 or 2, not { $stride }
backbones-onnx-needs-file = onnx needs a file
backbones-onnx-name = Name it: --backbone onnx:FILE.onnx
backbones-onnx-device = this build of ONNX Runtime cannot use the device { $device }
backbones-onnx-device-step = Use --device cpu, or install onnxruntime-gpu instead of onnxruntime.
backbones-inputs = the network has { COUNT($inputs) } inputs ({ $names }), not one
backbones-onnx-no-network = this is not an ONNX file: it holds no network
backbones-onnx-name-no-text = a name in the network is no text: the file is damaged
backbones-onnx-numbers = the network takes { $kind } numbers, not floating point
backbones-onnx-no-arrays = the network gives lists or maps, not arrays
backbones-onnx-vectors-alone = Export the part that gives the vectors alone.
backbones-onnxruntime-cannot = ONNX Runtime cannot run the network ({ $detail })
backbones-onnx-damaged = this is not an ONNX file, or it is cut short or damaged
backbones-openvino-cpu = OpenVINO runs networks on the CPU here, not on { $device }
backbones-openvino-cpu-step = use --device cpu, or --engine onnxruntime
backbones-openvino-cannot = OpenVINO cannot run the network ({ $detail })
backbones-onnx-not-torch = an ONNX file cannot be run by PyTorch
backbones-network-size = the network takes { $size } pictures, the card says { $card_size }
backbones-write-card-size = Write a card file with input_size: { $size }.
backbones-layer-after-pooling = Take the layer after pooling, such as the embedding, as the output.
backbones-picture-fails = { $engine } cannot run the network on a picture ({ $detail })
backbones-input-size-right = Is the input size right? A card file states it: input_size: [256, 128].
backbones-openvino-needs-file = openvino needs a file
backbones-openvino-name = Name it: --backbone openvino:FILE.xml
backbones-openvino-no-bin = the numbers of the network are missing: { $file }
backbones-openvino-put-bin = put the .bin that it came with beside the .xml, under the same name
backbones-openvino-shape = the input has the shape { $shape }, not pictures x 3 x height x width
backbones-openvino-channels = Convert the network again with its channels first.
backbones-openvino-type = the input is { $type }, not f32 or f16
backbones-openvino-keep-type = Convert the network again without a change of the input's type.
backbones-openvino-outputs = the network has { COUNT($outputs) } outputs ({ $names })
backbones-openvino-choose = A card file names the one to take: options: { "{" }output: NAME{ "}" }.
backbones-openvino-unreadable = OpenVINO cannot read the network ({ $detail })
backbones-openvino-right-bin = is the .bin beside it the one that it came with?
backbones-no-output = the network has no output { $output }
backbones-openvino-engine = a network in OpenVINO's form is run by OpenVINO, not by { $engine }
backbones-takes-uint8 =
    { $name } takes uint8 pictures of shape (n, { PLAIN($height) }, { PLAIN($width) }, 3), not
    { $type } { $shape }
backbones-fit-pictures = Fit the pictures to the input size of the card first.
backbones-array-shape =
    { $name } gives an array of shape { $shape } for { COUNT($pictures) } pictures, not one vector
    a picture
backbones-strong-baseline =
    these are weights of reid-strong-baseline, whose trunk has no ReLU after its stem
backbones-use-ibn = Use --backbone ibn={ $file }
backbones-retail-files = { $card } is an ONNX file, or an .xml with its .bin
backbones-retail-addresses = backbones/retail_reid/README.md has their addresses
backbones-semantic-weight = { $card }: semantic_weight is a number in 0..1, not { $given }
backbones-no-solider = these are no weights of SOLIDER's Swin
backbones-stargan-draws = StarGAN draws pictures and has no vectors
backbones-stargan-draw-with = Draw with it: probe generate FILE --data FORM=DIR.
backbones-stargan-generator-is =
    The generator is *_G.pth officially, weights.safetensors of `probe train`.
backbones-no-stargan-training = this is no training of StarGAN
backbones-name-stargan-out = Name the --out of `probe train stargan...`.
backbones-stargan-shape =
    this generator has width { PLAIN($width) } and { COUNT($cameras) } cameras; its training says
    width { PLAIN($stated_width) } and { COUNT($stated_cameras) } cameras
backbones-restore-training = Restore recipe.yaml, training.json and the weights of one training.
backbones-two-cameras =
    camera styles need pictures of two cameras at least; these are all of camera
    { PLAIN($camera) }
backbones-cameras-needed =
    A form that does not know cameras numbers them all 0. Name a data set with cameras: --target
    market1501=DIR, or table=FILE.csv with a column camera.
backbones-unknown-cameras =
    the generator knows the cameras { $known }, not { $unknown } of this data set
backbones-generator-of-data = Name the generator that was trained on this data set.
backbones-camera-count =
    the generator knows { PLAIN($known) } cameras; this data set has { COUNT($cameras) }
    ({ $numbers })
backbones-trained-on-forms = this generator was trained on { $forms }, not on { $form }
backbones-this-direction =
    Name the training of this direction: the target's pictures are drawn in the target's styles.
backbones-several-sets =
    this generator was trained on several data sets of the form { $form }: whose cameras are meant
    cannot be told
backbones-generator-each = Train a generator for each target.
backbones-other-styled-set =
    another styled set was begun in this folder ({ JOIN($names, with: ", ") } differ)
step-another-out = Give another --out.
backbones-styled-set-there = there is a styled set in this folder already
step-resume-or-out = Go on with it with --resume, or give another --out.
backbones-one-copy-name = { $first } and { $second } would have copies of one name
backbones-rename-one = Rename one of them.
backbones-outside-set = { $name } lies outside of its data set
backbones-no-styled-list = not the list of a styled set ({ $error })
backbones-styled-columns = It has the columns { JOIN($columns, with: ", ") }.
backbones-stripes-no-weights = stripes takes no weights file
backbones-use-stripes = Use --backbone stripes
backbones-stripes-fixed =
    { $name } of stripes cannot be changed: it is computed from pictures of 128 x 64 as they are
backbones-leave-out = leave { $name } out of the card file
backbones-timm-classifier = timm cannot build { $name } without its classifier
backbones-timm-not-cached = no weights of timm:{ $name } are in your cache
backbones-timm-no-model = timm has no model { $name }
backbones-no-transreid =
    these are no weights of TransReID: base.pos_embed or base.blocks are missing
backbones-transreid-onnx = Export it to ONNX and use onnx:FILE.
backbones-picture-of-batch = picture { $number } of the batch
backbones-vector-not-finite =
    { $backbone } gives a vector that is not finite for { $picture }{ $cause ->
        [no-value] { "" }
       *[other] { $cause }
    }
backbones-other-precision = Check the weights with another precision or engine.
backbones-from-node = : the first such numbers come from its node { $node }

## ---- Refusals: training --------------------------------------------------------------------------

train-begin-anew = Delete it to begin anew, or restore an earlier copy.
train-own-values = leave the --set out for the value that the recipe states
train-remake-styled = Make the styled set of the data set that --target names.
train-whole = a recipe states every setting that decides the training
train-all-broken =
    none of its { COUNT($broken) } pictures can be used; the first: { $first }: { $reason }
train-class-unknown =
    { $frame } shows something of class { PLAIN($shown) }; the network has { $last ->
        [0] people alone (class 0)
       *[other] the classes 0 to { PLAIN($last) }
    }
train-joints = there are { COUNT($joints) } joints, not the { $wanted } of { $layout }
train-matrix-misfit = { $misfit }
train-matrix-row = row { $row }: { $reason }
train-matrix-keys = the keys here are { JOIN($keys, with: ", ") }
train-no-data-set =
    the stage learns from data set { PLAIN($number) }, counted from 0; there { $count ->
        [one] is
       *[other] are
    } { PLAIN($count) }
train-no-domain-picture =
    sampler.parts.{ $role }: there is no picture of the { $domain ->
        [source] source
       *[target] target
    }
train-other-recipe =
    this training was begun with another recipe ({ $name }, digest { $digest }, not { $other ->
        [no-value] none
       *[other] { $other }
    })
train-no-mask = this picture has no mask, which the recipe loads
train-mask-size = the mask has another size than { $picture }
train-no-keypoints = this picture has no keypoints, which the recipe loads
train-resume-with =
    Resume with the recipe it was begun with (recipe.yaml beside the checkpoint), or give another
    --out.
train-other-pictures = this training was begun with other pictures: names or labels differ
train-data-begun-with = Give the data it was begun with, or another --out.
train-no-checkpoint = this is no checkpoint of a training with this version
train-checkpoint-unwritten =
    the checkpoint after step { COUNT($step) } could not be written ({ $detail })
train-checkpoint-before =
    The checkpoint before it is whole. Make room on the disk, then go on with --resume.
train-checkpoint-unreadable = not a readable checkpoint ({ $detail })
train-mend-pictures = Mend or replace these pictures.
train-renders-own = this recipe renders its own pictures
train-leave-data-out = Leave --data out, or use a recipe with data.kind folder.
train-from-frames = this recipe learns from frames; it adapts to no target
train-leave-target-out = Leave --target and --styled out.
train-no-picture = there is no training picture in it
train-name-training-part = Name the folder that holds the training part.
train-styled-count = { COUNT($styled) } styled sets for { COUNT($targets) } targets
train-styled-of-target = A styled set is made of a target's pictures: --target FORM=DIR --styled DIR
train-needs-data = this recipe learns from a data set of yours
train-name-data = Name it: --data FORM=DIR with a form of { $forms }
train-needs-target = this recipe learns from pictures whose people it does not look at
train-name-target = Name them, and no --data: --target FORM=DIR with a form of { $forms }
train-another-part = Name another part of it.
train-not-form-dir = { $given } is not FORM=DIR
train-form-not-taken = this recipe does not take { $form }
train-same-source-target =
    source and target are the same pictures: --data names everybody on the target
train-adapt-to-another = Adapt to another data set: --data FORM=DIR --target FORM=ANOTHER
train-diverged = the loss of epoch { PLAIN($epoch) } is not a number: the training has diverged
train-lower-rate = Lower optimiser.rate, or set clip_norm; the checkpoint before it is whole.
train-weights-unwritten = the weights could not be written ({ $detail })
train-room-and-resume = Make room on the disk and run again with --resume: no epoch is repeated.
train-needs-frames = this recipe learns from frames in which people are marked
train-name-frames = Name them: --data FORM=PATH with a form of { $forms }
train-frame-size =
    the picture has { PLAIN($height) }x{ PLAIN($width) } pixels (height x width), its annotation
    in { $file } is for { PLAIN($stated_height) }x{ PLAIN($stated_width) }
train-restore-from-one = Restore picture and annotation from one copy of the set.
train-nobody-marked = nobody is marked in any of its { COUNT($frames) } frames
train-frames-with-people = Name frames with people; a detector cannot be trained without one.
train-not-form-path = { $given } is not FORM=PATH
train-nothing-marked = nothing is marked in this picture, which the recipe loads
train-kind-frames = This recipe learns from frames: data.kind frames.
train-box-no-mask = a person in this frame has a box and no mask (in { $file })
train-boxes-alone =
    Train boxes alone, for example probe train ssd.small; or cut the frames with a detector that
    gives masks.
train-people-only = Set data.people_only=true, or give network.classes the classes of the set.
train-set-layout = Set the layout of the keypoints (objective.poses.layout) to theirs.
train-without-keypoints =
    { COUNT($without) } of { COUNT($all) } pictures have no keypoints, which poses are drawn from
train-put-keypoints =
    Put them into the data set's folder (here { $place }), name them in a table (column
    keypoints), or leave these pictures out.
train-keypoints-unreadable = no keypoints can be read ({ $reason })
train-joints-outside =
    { PLAIN($outside) } of { PLAIN($all) } joints lie outside of their picture of
    { PLAIN($width) }x{ PLAIN($height) } (width x height): they are of another size
train-keypoints-pixels = Keypoints are columns and rows in pixels of the picture file itself.
train-no-log-line = not a line of a training log
train-restore-log = Restore the file from a copy, or delete it to log anew.
train-margin-m1 = insightface has no margin with m1 = { PLAIN($m1) }
train-margin-combined = Choose the combined margin of the study's equation 1.
train-margin-values =
    a margin needs scale > 0, m1 > 0, m2 >= 0 and m3 >= 0, not { $scale }, { $m1 }, { $m2 },
    { $m3 }
train-one-identity = a batch for the triplet loss holds one identity only
train-two-people = Draw at least two people a batch, or give the data set more people.
train-float16 = the recipe asks for float16, which { $device } does not train with
train-float16-step = Use a CUDA GPU, or precision: bfloat16 or float32.
train-no-matrix-recipe = there is no recipe { $recipe } beside the matrix or among the shipped ones
train-nothing-to-evaluate = there is nothing to evaluate on: it has no query or no gallery
train-needs-test-list = Some forms need a test.txt that names the people to test.
train-matrix-there = there is a matrix of trainings in this folder already
train-matrix-other-data =
    this matrix has been trained on other data, or on these in the other direction
train-matrix-begun-with =
    Name the data sets that it was begun with (--data, --target, --styled), or give another --out.
train-no-result = this is not the result of a training, or it is damaged
train-restore-or-delete =
    Restore the file from a copy, or delete it: that training is evaluated again.
train-no-network =
    the objective { $objective } trains a network { $network }; this architecture has none
train-its-networks = Its networks: { JOIN($networks, with: ", ") }.
train-nothing-named = { $setting }: nothing is named { $pattern }
train-no-table = cannot be read (there is no such file)
train-no-camera =
    no camera is named for { COUNT($unknown) } of { COUNT($rows) } pictures, the first being
    { $first }
train-write-camera = Write the number of the camera that took each picture.
train-no-picture-table = not a table of training pictures ({ $error })
train-table-columns = It needs the columns path, person and camera, numbers in the last two.
train-batch-shared =
    a batch of { COUNT($batch) } cannot be shared by { PLAIN($processes) } processes
train-change-batch = Change the batch in the recipe, or the number of processes.
train-no-value = this recipe has no value { $name }
train-no-recipe = there is no such recipe, here or among the shipped ones
train-folder-no-recipe = this is a folder, not a recipe
train-recipe-mapping = a recipe is a mapping with name, data, network, ...
train-lists-recipes = `probe train` lists the shipped ones, to start from
train-optimiser-moves-nothing =
    optimiser { $name } moves nothing: all that it names is frozen or has no parameters
train-no-turn = stage { $stage }: the objective has no turn { $turn }
train-two-optimisers = stage { $stage }, turn { $turn }: two optimisers move { $moved }
train-other-networks = Name other networks, or parameters by pattern, in one of them.
train-needs-turns = stage { $stage } needs turns: which optimisers step in which
train-turns-are = Turns of this objective: { JOIN($turns, with: ", ") }.
train-order-of-sets = Name the data sets in the order of the recipe: --data FORM=DIR --data ...
train-pairs-few =
    { COUNT($pictures) } pictures of { COUNT($people) } people do not fill a batch of
    { COUNT($anchors) } anchors
train-pairs-step =
    Pairs need two people or more, with two pictures each. Lower sampler.anchors, or give it more
    pictures.
train-people-few = the data set has { COUNT($people) } people, a batch needs { COUNT($wanted) }
train-people-step = Lower it, such as --set sampler.people={ PLAIN($people) }, or give it more people.
train-people-alike =
    { COUNT($people) } people a batch cannot be drawn alike from { COUNT($sets) } data sets
train-people-multiple =
    Make sampler.people a multiple of the number of sets, each of which has that share of people.
train-batch-not-filled = { COUNT($pictures) } pictures do not fill a batch of { COUNT($batch) }
train-lower-batch = Lower the batch in the recipe, or give it more pictures.
train-no-styled-copies = the pictures of the target have no styled copies, which this sampler draws
train-name-styled = Name the folder that `probe generate` made of them: --styled DIR.
train-styled-uneven =
    pictures have { PLAIN($least) } to { PLAIN($most) } styled copies, not all the same number
train-finish-styled = Finish the styled set: every picture needs a copy in every camera's style.
train-no-part = sampler.paced_by: there is no part { $part }
train-name-target-set = Name the target's data set with --target FORM=DIR.
train-there-already = there is a training in this folder already
train-start-no-training = start_from: there is no training in this folder that has ended a stage
train-start-no-stage = start_from: there is no stage { $stage }
train-start-digest = start_from: stage { $stage } has the digest { $digest }, not { $wanted }
train-start-name = Name the training that the recipe means, or its new digest.
train-start-no-network = start_from: there is no network { $network } here
train-start-no-network-there = start_from: there is no network { $network } in stage { $stage }
train-no-safetensors = this is no safetensors file, or it is damaged
train-network-misfit = these weights do not fit the network { $network } ({ $detail })
train-same-network = The network of this recipe has to be that of the training it starts from.
train-styled-not-whole =
    this styled set is not whole: { COUNT($listed) } of { COUNT($expected) } pictures are drawn
train-styled-go-on = Go on with it: the same `probe generate` with --resume.
train-no-styled-manifest = not the manifest of a styled set ({ $detail })
train-draw-styled-again =
    Draw the styled set again: probe generate TRAINING --data FORM=DIR --out DIR.
train-no-styled-set = no styled set is here (there is no such file)
train-styled-is = { $near }; a styled set is what `probe generate` leaves
train-one-camera =
    all pictures of the target have one camera number: it has one camera, or names none; there is
    no other camera's style
train-two-cameras =
    Camera styles need a target of two cameras or more; without one, train with source pictures
    alone.
train-styled-other-pictures =
    this styled set is of other pictures: { COUNT($other) } of its { COUNT($sources) } sources are
    not in { $data_set }, such as { $first }
train-styled-changed =
    { COUNT($changed) } of { COUNT($stated) } pictures are others than those it was made of, such
    as { $first }
train-styled-copies =
    the styled set is not whole: { COUNT($there) } of { COUNT($wanted) } copies are there,
    { $first } has { PLAIN($copies) } of { PLAIN($copies_wanted) }
train-no-styled-list = not the list of a styled set ({ $error })
train-styled-list-columns = It needs the columns path, camera and source, a number in camera.
train-not-name-value = { $given } is not NAME=VALUE
train-name-value-example = For example objective.m2=0.25
train-no-ended-stage = there is no training in this folder that has ended a stage
train-name-out-or-resume =
    Name the --out of `probe train`; go on with one that was killed by --resume.
train-weights-changed = the weights are missing or have been changed
train-no-stage-list = this is not the list of a training's stages, or it is damaged
train-restore-list = Restore the file from a copy; `probe train` writes it.
train-start-not-here = the weights to start from are not here, nor in torch's cache
train-start-put =
    Put the file here or into { $folder }; or set network.start to null to begin with random
    weights, and say so beside the result.
train-start-not-in-timm = the weights to start from are not in timm's cache
train-start-timm =
    timm.create_model({ $name }, pretrained=True) brings them; or set network.start to null to
    begin with random weights, and say so beside the result.
train-start-other =
    these are not the weights of the recipe: the sha256 begins with { $digest }, not { $wanted }
train-start-fetch = Fetch the file again, or write its sha256 into the recipe.
train-start-timm-unknown = timm has no weights of this name
train-start-timm-lists = timm.list_pretrained() lists them.
train-key-missing = the key { $key } is missing
train-key-missing-in = { $name }: the key { $key } is missing
train-key-unknown = the key { $key } is not known here
train-no-kind = { $name }: there is no kind { $kind }
train-and-more = { $message } (and { COUNT($more) } more)
train-keypoints-nobody = there is nobody in it
train-keypoints-array = they are an array (joints, 3), not { $shape }
train-keypoints-not-finite = a number in it is not finite
train-keypoints-annotations =
    it has { COUNT($annotations) } annotations, and a picture shows one person
train-normalise-once = needs the step 'normalise' once, not { PLAIN($times) } times
train-after-normalise = { $step } comes after 'normalise': its fill is in normalised units
train-only-normalised = only steps on normalised numbers can come after 'normalise'
train-one-sizing = needs one step that sets the size: 'resize' or 'resized_crop'
train-two-stages = two stages are named { $stage }
train-no-earlier-stage =
    stage { $stage } starts from { $start }, which is no earlier stage; { $near }
train-enlarged-crop = enlarged { $enlarged } does not hold a part of { $size }
train-low-to-high = { $name } goes from low to high, not from { $low } to { $high }
train-at-least-one = { $name } must name at least one
train-form-unknown = the form { $form } is not known; { $near }
train-seed-twice = a seed stands twice
train-many-trainings = { COUNT($count) } trainings; a matrix has at most { COUNT($most) }
train-published-where = row { $row } has published figures; say where: published_in
train-row-after = row { $row } comes after { $after }; { $near }
train-row-after-itself = row { $row } comes after itself
train-epochs-or-steps = needs either epochs or steps
train-training-or-stage = needs a training, or a stage of this one
train-start-needs-digest = a start from another training needs its digest (see training.json)
train-no-optimiser = turn { $turn }: there is no optimiser { $optimiser }; { $near }
train-two-turns = two turns have one name
train-one-optimiser = optimisers: needs one at least
train-step-leaves-marks =
    augmentation: { $step } does not move what is marked in frames; use resize, flip, expand or
    overlap_crop
train-step-needs-marks = augmentation: { $step } needs load: [instances]
train-role-unsaid = augmentation: nothing is said for pictures of role { $role }

## ---- Refusals: detectors -------------------------------------------------------------------------

detectors-cards-to-copy = backbones/_detectors/README.md has cards to copy.
detectors-name-card = --detector onnx=CARD.yaml; backbones/_detectors/README.md has cards to copy
detectors-name-ssd = --detector ssd=ssd300_vgg16_coco-b556d3b4.pth, torchvision's weights of COCO
detectors-name-yolact = --detector yolact=yolact_plus_resnet50_54_800000.pth; see github.com/dbolya/yolact
frames-name-boxes = --detector boxes=FILE.csv with the columns frame (or path), x, y, width, height, score
detectors-network-without-card = this is the network itself; --detector onnx takes the card that names it
detectors-write-card =
    Write a card with weights: { $network }; backbones/_detectors/README.md has cards to copy.
detectors-compare-head = Compare head and names of outputs in the card with the exported network.
detectors-expected-ssd =
    Expected torchvision's ssd300_vgg16, such as ssd300_vgg16_coco-b556d3b4.pth, or what `probe
    train ssd.small` leaves.
detectors-card-misfit = { $misfit }
detectors-outputs-apart = the outputs do not belong together: { JOIN($counts, with: ", ") }
detectors-output-count =
    { PLAIN($count) } { $of ->
        [boxes] boxes
        [scores] scores
       *[classes] classes
    }
detectors-person-number =
    the network has { $of ->
        [columns] { $have ->
            [one] 1 column
           *[other] { PLAIN($have) } columns
        }
       *[classes] { $have ->
            [one] 1 class
           *[other] { PLAIN($have) } classes
        }
    } of scores, and person is in number { PLAIN($person) }
detectors-expected-yolact =
    Expected a file of dbolya/yolact such as yolact_plus_resnet50_54_800000.pth, or what `probe
    train yolact.small` leaves.
detectors-other-yolact =
    this YOLACT has { LIST($blocks) } { $basic ->
        [yes] basic blocks
       *[no] bottlenecks
    }, { PLAIN($anchors) } anchors a place and { PLAIN($classes) } classes
detectors-not-finite = the network gives scores or boxes that are no finite numbers
detectors-input-as-trained =
    Is the input as it was trained (channels, mean, std, float16)? Compare the card.
detectors-output-texts = an output holds texts, not numbers
detectors-name-outputs = Name the outputs of boxes and scores in the card.
detectors-output-shape = an output has the shape { $shape }, which this head cannot have
detectors-four-numbers = the output of boxes has { PLAIN($numbers) } numbers a box, not 4
detectors-person-counts =
    person counts classes from 0; objectness says whether one stands before them.
detectors-other-size = the network takes pictures of { $size }, the card says { $card_size }
detectors-write-size = Write input_size: { $size }.
detectors-no-output = the network has no output { $output }
detectors-needs-torchvision =
    ssd needs the package torchvision, which cannot be imported ({ $error })
detectors-no-ssd = this is no file of SSD300-VGG16: it holds no { $wanted } (but { $first }, ...)
detectors-no-small-ssd = this is no small SSD: it holds no { $wanted }
detectors-one-normalisation = this network's pictures are normalised in one way only
detectors-write-mean = Write mean: { $mean }, std: { $std }.
detectors-no-vgg16 = this is not VGG16: it does not have its 13 convolutions
detectors-name-vgg16 = Name torchvision's vgg16_features-amdegroot-88682ab5.pth.
detectors-ssd300-size = SSD300 sees 300x300, not { PLAIN($height) }x{ PLAIN($width) }
detectors-ssd300-step = Write size: [300, 300], or take network.kind ssd_resnet.
detectors-expected-iou = objective.expected_iou is the weight of network.scorer: both or neither
detectors-expected-iou-step = Set objective.expected_iou=25 with a scorer, or null without.
detectors-trunk-misfit = these weights do not fit the trunk of { $network }: { $tensor }
detectors-trunk-depth = Name the torchvision weights of the trunk's own depth.
detectors-deformable = network.deformable_every: only bottlenecks have deformable convolutions
detectors-deformable-step = Set it to null, or network.block to bottleneck.
detectors-yolact-normalisation = YOLACT's pictures are normalised in one way only
detectors-masks-too-small =
    masks of pictures of { PLAIN($height) }x{ PLAIN($width) } are too small for { COUNT($layers) }
    layers that score them
detectors-scorer-step = Give network.scorer { PLAIN($layers) } numbers at most, or larger pictures.
detectors-head-needs = head { $head } needs the name of the output of { $output }
detectors-only-yolo = only head yolo has an objectness
detectors-only-detr = only head detr has scores by softmax

## ---- Refusals: maskers ---------------------------------------------------------------------------

maskers-expected-sam = Expected sam_vit_b_01ec64.pth, sam_vit_l_0b3195.pth or sam_vit_h_4b8939.pth.
maskers-name-sam = --mask sam=sam_vit_b_01ec64.pth; download it from github.com/facebookresearch/segment-anything
maskers-name-yolact = --mask yolact=yolact_plus_resnet50_54_800000.pth; see github.com/dbolya/yolact
maskers-sam-not-whole =
    not a whole { $kind } checkpoint: { COUNT($count) } tensors are { $fault ->
        [missing] missing
        [shape] of another shape
       *[unknown] unknown
    }, such as { $first }
maskers-grabcut-opencv = grabcut needs OpenCV, which cannot be imported ({ $error })
maskers-grabcut-step =
    pip install 'probe-reid[grabcut]' (or opencv-python-headless, which needs no system
    libraries), or use --mask sam=CHECKPOINT
maskers-no-sam = this is no SAM checkpoint: it holds no { $wanted } (but { $first }, ...)
maskers-sam-positions =
    the image encoder has positions of shape { $shape }, which is neither vit_b nor vit_l nor
    vit_h at 1024 pixels
maskers-sam-again = Download it again; a checkpoint of another tool must first be renamed.
maskers-needs-sam = sam needs the package segment-anything, which cannot be imported ({ $error })

## ---- Refusals: weights files ---------------------------------------------------------------------

weights-name-one = Name a .pth, .pt, .tar or .safetensors file with the weights of the network.
weights-damaged = the weights file is cut short or damaged ({ $detail })
weights-networks =
    the file holds { COUNT($networks) } network(s){ $part ->
        [no-value] { "" }
       *[other] { "" } and none named { $part }
    }: { JOIN($listed, with: ", ") }
weights-network-entries =
    { $name ->
        [no-value] bare
       *[other] { $name }
    } ({ COUNT($entries) } entries)
weights-say-which = Say which in a card file, such as: options: { "{" }part: { $part }{ "}" }
weights-asks-for = it asks for { JOIN($names, with: ", ") }
weights-more-than-tensors = it holds more than tensors
weights-no-tensors =
    the file holds no tensors of a network; it holds { $seen ->
        [no-value] nothing
       *[other] { $seen }
    }{ $more ->
        [yes] , ...
       *[no] { "" }
    }
weights-odd-tensor = the tensor { $name } { $odd }
weights-tensor-nested = is nested
weights-tensor-meta = holds no numbers (it lies on the device meta)
weights-tensor-quantised = is quantised
weights-tensor-sparse = is sparse
weights-tensor-type = holds { $type } numbers
weights-tensor-claims = claims { COUNT($count) } numbers, more than the file holds
weights-state-dict-step =
    Where you trust the file, load it and save the tensors alone: torch.save(model.state_dict(),
    'weights.pth')
weights-export-or-module =
    Export the whole network to ONNX (--backbone onnx:FILE), or write --backbone module:spec.
weights-kind =
    { $kind ->
        [jpeg] a JPEG picture
        [png] a PNG picture
        [gif] a GIF picture
        [riff] a WebP picture or another RIFF file
        [pdf] a PDF document
        [gzip] a gzip archive; unpack it first
        [seven-zip] a 7-Zip archive; unpack it first
        [rar] a RAR archive; unpack it first
        [hdf] an HDF5 file (Keras); convert it to safetensors first
        [numpy] an array of NumPy; save the tensors of the network by their names
        [gguf] a GGUF file (llama.cpp)
        [lfs] a Git LFS pointer: the weights themselves were not downloaded
        [tensorflow-list] the list of a TensorFlow checkpoint; convert that to safetensors
        [tensorflow-part] one part of a TensorFlow checkpoint
        [tensorflow] a graph of TensorFlow
        [tensorflow-lite] a graph of TensorFlow Lite
        [caffe] a network of Caffe
        [core-ml] a network of Core ML
       *[tensorrt] an engine of TensorRT, for one kind of GPU
    }
weights-archive-sample =
    { $names ->
        [no-value]
            { $others ->
                [0] nothing
                [one] { COUNT($others) } file
               *[other] { COUNT($others) } files
            }
       *[other]
            { JOIN($names, with: ", ") }{ $others ->
                [0] { "" }
                [one] { "" } and { COUNT($others) } other file
               *[other] { "" } and { COUNT($others) } other files
            }
    }
weights-misfit =
    the weights do not fit { $expected }: the file gives { COUNT($matched) } of the
    { COUNT($total) } tensors it needs{ "\u000A" }{ $table }
weights-another-family = The file is of another family: { $family }
weights-another-architecture = The file is of another architecture. { $advice }
weights-no-place =
    What has no place may change the vectors. If it belongs to training only, say so in a card
    file: options: { "{" }ignore: { $first }{ "}" }; options:
    { "{" }head: { $root }{ $first }{ "}" } takes a linear layer or a batch norm as the end of the
    network.
weights-other-sizes =
    The names are those of { $expected ->
        [no-value] this network
       *[other] { $expected }
    }, the sizes are not: another width, depth or input size of the same architecture.
weights-nothing-loaded =
    A half-loaded network gives meaningless vectors, so nothing was loaded. Take a file that
    holds the whole network.
weights-head-order =
    Name its layers in their order: options: { "{" }head: linear bn{ "}" }. { $export }
weights-head-between =
    the head { $head } has { COUNT($layers) } layers: what lies between cannot be seen
weights-head-numbered =
    the head { $head } has the layers { JOIN($layers, with: ", ") }: what lies between them, such
    as an activation, cannot be seen
weights-head-neither = the head { $head } is no linear layer and no batch norm
weights-graph-differs = the exported graph differs by { $difference }
weights-cuda-graph-differs = the CUDA graph differs by { $difference }
weights-not-weights =
    this is not a PyTorch or safetensors file{ $text ->
        [yes] ; it is text
       *[no] { "" }
    }
weights-is-archive = this is { $what }
weights-archive-npz = a file of NumPy arrays (.npz)
weights-archive-keras = a network of Keras
weights-archive-zip = a ZIP archive without PyTorch weights (it holds { $names })
weights-other-normalisation =
    these weights were trained with another normalisation than { $card }: mean { $mean }, std
    { $std } says the file; mean { $card_mean }, std { $card_std } says the card
weights-state-normalisation = State the file's mean and std in a card file.
weights-option-takes = { $card } takes { $option } { JOIN($values, with: " or ") }, not { $given }
weights-use-onnx =
    Use --backbone onnx:{ $file }{ $named ->
        [yes] { "" }
       *[no] ; call it .onnx where a card names it
    }
weights-state-size = State it in a card file: input_size: { JOIN($sizes, with: " or ") }
weights-camera-option =
    { $card }: the option camera is mean or a number from 0 to { PLAIN($last) }, not { $given }
weights-goes-on =
    the file goes on behind the network: { $shown }{ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more
    }; { $expected } has no such head, and without it the network would be used in part
weights-head-card =
    Write a card file: backbone: { $expected }, weights: { $file }, and options:
    { "{" }head: { $heads }{ "}" } to take it (a linear layer, a batch norm, or both), or options:
    { "{" }head: { $ignore }{ "}" } to leave it out on purpose. A head of other layers runs as
    ONNX: --backbone onnx:FILE.
weights-module-gives = the network gives { $form } for 2 pictures, not a tensor (2, d)
weights-no-names = the file holds no tensors by name: what lies in it is of the type { $type }
weights-would-run-code = opening this file would run code from it ({ $why })
weights-expected-state-dict =
    Expected a state dict, bare or under a name such as state_dict or model.
weights-of-training =
    It holds where a training stands, for --resume. Its networks have files of their own: --backbone
    FOLDER/card.yaml, once the training is done.
weights-save-float32 =
    Save the weights as plain float32: torch.save(model.float().state_dict(), ...).
weights-safetensors-damaged = the safetensors file is cut short or damaged ({ $detail })
weights-not-finite = the weights are not all finite: { $name } holds NaN or infinity
weights-take-earlier = The training has diverged or the file is damaged; take an earlier one.
weights-no-such-device-here = this machine or this build of PyTorch has no device { $device }
weights-use-device = Use auto or { $device }.
weights-no-device = there is no device { $device }
weights-use-devices = Use auto, cpu, cuda, cuda:1 or mps.
weights-no-head = the file has no head { $name }
weights-head-width =
    the head { $head } takes { PLAIN($taken) } values, and there are { PLAIN($width) } before it
weights-engine-on-cpu = the engine { $engine } runs on the CPU here, not on { $device }
weights-engine-torch = Use --engine torch.
weights-onnxruntime-float32 = ONNX Runtime computes in float32 on the CPU
weights-bfloat16-engine = For bfloat16 use --engine torch or --engine openvino.
weights-graph-shape = the exported graph gives { $shape }, not { $wanted }
weights-cannot-be-run = { $name } cannot be run by { $engine }: { $detail }
weights-no-openvino = OpenVINO is not installed
weights-unpacked = this is a weights file that was unpacked: PyTorch's files are archives
weights-take-packed = take the .pth file as it was downloaded, without unpacking it
weights-is-folder = this is a folder, not a weights file
weights-not-there = there is no such weights file
weights-empty = the weights file is empty
weights-safetensors-header = this is called a safetensors file, and its header is damaged or none
weights-checksum = the weights file is damaged: the checksum of { $member } does not fit
weights-torchscript = this is a TorchScript program: opening it would run code from the file
weights-load-where-trusted =
    Load it where you trust it, then torch.save(model.state_dict(), 'weights.pth').
weights-cannot-be-read = cannot be read: { $detail }
weights-cut-short = the weights file is cut short or damaged
weights-needed = { $name } needs a weights file
weights-name-it =
    Name it: --backbone { $name }=FILE. Where to get one: probe backbones { $architecture }
weights-not-the-file = this is not the file of { $name }: its sha256 is { $digest }, not { $wanted }
weights-use-own = Use --backbone { $architecture }={ $file } for weights of your own.
weights-of-another-library = this is { $what }, not a weights file of PyTorch
weights-export-onnx = Export the network as ONNX there, and use --backbone onnx:FILE.
weights-tar-archive = this is a tar archive (it holds { $names })
weights-one-part = this is one part of weights that are stored in several files
weights-save-into-one =
    load them where they come from, and save all tensors into one .safetensors file
weights-pickle = this is a pickle of Python, not a file of PyTorch; opening it could run code
weights-save-tensors =
    Where you trust it, load it there, and save the tensors alone:
    torch.save({ "{" }name: torch.as_tensor(array), ...{ "}" }, 'weights.pth').
weights-openvino-graph = this is a graph of OpenVINO, which is not run here
weights-take-onnx = take the ONNX file that it was made from: --backbone onnx:FILE
weights-web-page = this is a web page, not a weights file: the download went wrong
weights-open-link = Open the link in a browser; file hosts often ask a question first.
weights-onnx-graph = this is an ONNX graph, which carries its own network
weights-oldest =
    this file was written by PyTorch before 0.1.10, and reading it could run code from it
weights-oldest-step =
    Where you trust it: torch.save(torch.load(FILE, weights_only=False), 'weights.pth').
weights-is-other = this is { $what }, not a weights file
weights-patches =
    these weights have { PLAIN($positions) } places for patches, which no usual stride gives at
    { PLAIN($height) }x{ PLAIN($width) }: they were trained at another size
weights-camera-embedding =
    these weights add an embedding of the camera (or view), one of the { COUNT($cameras) } they
    were trained with; pictures from other cameras have none
weights-camera-mean =
    The mean of them stands in with --backbone { $name }_mean_camera={ $file }; published figures
    do not hold for it. For one training camera write a card file: options:
    { "{" }camera: 0{ "}" }
weights-no-camera-embedding = { $card } is for weights with embeddings of cameras; these have none
weights-use-backbone = Use --backbone { $name }={ $file }
weights-four-numbers = the option { $option } is { $value }, not four numbers as in 1-2-2-2
weights-no-positive = the option { $option } is { $value }, not a positive number
weights-no-timm = the package timm cannot be imported ({ $error })
weights-folder-has-no = this folder has no { $file }
weights-name-training =
    Name a weights file, or the --out of a `probe train` that has ended; one that was cut short
    goes on with --resume.
weights-wrap-module = wrap a module whose forward gives one vector a picture and nothing else

## ---- Command line -------------------------------------------------------------------------------

cli-written = written { $file }
cli-advise-site = site: { $site }
cli-advise-model = { $model }: { $answer }
cli-advise-required =
    required: { $answer ->
        [use] { site-word-use }
       *[promising] { site-word-promising }
    }; { $count ->
        [0] met
       *[other] not met by { LIST($models) }
    }
cli-advise-rests-on = what this rests on
cli-backbones-digest =
    sha256 { $digest }{ $checked ->
        [yes] { "" }
       *[no] { "" } (no checksum was known; checked only: this is a whole weights file)
    }
cli-backbones-unchecked =
    no checksum of the weights is known: a download is kept only where it is a whole weights file
cli-backbones-licence = licence { $licence }
cli-backbones-use = use it: --backbone { $name }
cli-backbones-weights =
    { $needed ->
        [yes] needs weights
       *[no] ready
    }
cli-backbones-next =
    probe backbones NAME prints one card; --backbone NAME=FILE uses weights of your own
cli-backbones-fetch = probe backbones { $name } --fetch, then --backbone { $name }
cli-backbones-file = --backbone { $name }=FILE
cli-backbones-card = --backbone { $file }
cli-cache-folder = cache
cli-cache-empty = nothing in this folder was kept by probe
cli-cache-missing = there is no such folder yet: nothing is kept. The first run with it makes it
cli-cache-emptied =
    { $files ->
        [one] one file
       *[other] { COUNT($files) } files
    } deleted in { $folder }
cli-cache-left = stays
cli-cache-vectors = { COUNT($count) } vectors
cli-cache-size = { DECIMAL($megabytes) } MB
cli-compare-same = both are the same run: nothing can differ
cli-compare-one = one backbone only: nothing to compare it with
cli-compare-pair =
    { $protocol }{ $mask ->
        [no-value] { "" }
       *[other] , mask { $mask }
    }: { $second } minus { $first }, same people, same pictures
cli-compare-figure =
    { $name ->
        [auc] AUC
        [dprime] d′
        [retention] retention
       *[fnmr] misses (FNMR) at equal false match rates
    }
cli-compare-better = { $model } tells people apart better
cli-compare-answer =
    { $answer ->
        [mixed] they differ, but not all figures speak for the same model
        [undecided] which model tells people apart better is not decided
       *[alike] no difference in how well they tell people apart is shown
    }
cli-compare-line = { $name }: { $text }
cli-compare-none-differs = { $figure }: no single condition differs after Holm's adjustment
cli-compare-undecided = not decided: { $reason }
cli-compare-alike = no difference shown over all conditions ({ $numbers })
cli-compare-higher = { $model } is higher over all conditions ({ $numbers })
cli-compare-numbers =
    { SIGNED($difference, places: 3) }, 95 % { SIGNED($low, places: 3) } to
    { SIGNED($high, places: 3) }
cli-doctor-card = run as { $file } says, which names this file
cli-doctor-family = family
cli-doctor-fault = { $package }: { $fault }
cli-doctor-import = `import { $module }` fails: { $said }
cli-doctor-installed =
    { $extra ->
        [none] plain installation
       *[other] extra { $extra }
    }{ $there ->
        [no-value] { "" }
       *[other] : { JOIN($there, with: ", ") }
    }{ $absent ->
        [no-value] { "" }
       *[other] ; not installed: { JOIN($absent, with: ", ") }
    }
cli-doctor-usable =
    { $usable ->
        [yes] everything that is installed can be used
       *[no] install the packages above again; `pip install` names what does not fit
    }
cli-doctor-verdict =
    { $healthy ->
        [yes]
            nothing suspicious (small differences, such as mean and std 0.5 for ImageNet's, may
            pass)
       *[no] look at the lines above before you run it
    }
cli-doctor-version = probe needs { $wanted }
cli-evaluate-backbone = backbone
cli-evaluate-distance = distance
cli-evaluate-compare =
    { $distance ->
        [cosine]
            Vectors are compared by cosine. torchreid's default is the Euclidean distance of vectors as
            they are: compare its figures with those of --distance euclidean.
       *[euclidean]
            Vectors are compared by Euclidean distance as they are, which is torchreid's default.
            Figures by cosine (--distance cosine) are others.
    }
cli-evaluate-rank = R{ PLAIN($rank) }
cli-evaluate-data =
    { $name }: { COUNT($queries) } queries, { COUNT($gallery) } gallery pictures, rule { $rule }, fit
    { $fit }
cli-generate-joints =
    note: of { COUNT($joints) } joints of the poses { COUNT($missing) } are missing{ $poseless ->
        [0] { "" }
       *[other] ; { COUNT($poseless) } of the poses show no joint at all
    }
cli-generate-people = against the true pictures of { COUNT($people) } people
cli-styles-counts =
    { COUNT($pictures) } styled pictures of { COUNT($sources) } in the styles of { COUNT($cameras) } cameras
cli-styles-run = { COUNT($people) } people in { COUNT($styles) } styles
cli-styles-next = probe train RECIPE --data FORM=DIR --target { $data } --styled { $folder }
cli-styles-figure =
    { $name ->
        [source] source
        [other] other person
        [nearer] nearer
       *[small] size alone
    }
cli-images-condition =
    { COUNT($pictures) } { $pictures ->
        [one] picture
       *[other] pictures
    } of { COUNT($people) } { $people ->
        [one] person
       *[other] people
    }{ $strangers ->
        [0] { "" }
       *[other] , { COUNT($strangers) } of strangers
    }{ $standard ->
        [yes] , standard
       *[no] { "" }
    }
cli-images-glyphs =
    note: no font of this machine can write { $characters }: these are boxes on the sheet; install one that can,
    such as Noto Sans CJK
cli-images-failure = not usable: { $picture }: { $reason }
cli-images-more-failures = ... and { COUNT($more) } more pictures that cannot be used
cli-init-field =
    { $field } { COUNT($count) } { $count ->
        [one] value
       *[other] values
    }
cli-init-fit =
    { COUNT($matched) } of { COUNT($files) } pictures fit: { JOIN($fields, with: ", ") }
cli-init-reading = { COUNT($number) }: { $pattern }
cli-init-reading-example = { $example }: { JOIN($shown, with: ", ") }
cli-init-reading-field = { $field } = { $value }
cli-init-which = Which of them? 1 to { COUNT($most) }: 
cli-init-unread = { COUNT($count) } more files are pictures that cannot be read, the first is { $first }
cli-init-written =
    written { $file }; check it, then: probe validate { $file } --photos { $photos }
cli-next = next
cli-plan-protocol =
    { $title }: { COUNT($conditions) } { $conditions ->
        [one] condition
       *[other] conditions
    }, { COUNT($takes) } { $takes ->
        [one] take
       *[other] takes
    }
cli-plan-subjects = subjects
cli-plan-everywhere = in every condition
cli-plan-strangers = further strangers
cli-plan-standard = in the standard condition only
cli-plan-pictures = pictures
cli-plan-made =
    { COUNT($taken) } of { COUNT($conditions) } conditions { $taken ->
        [one] is
       *[other] are
    } photographed; transforms make the others from the same pictures
cli-plan-then =
    then FNMR around { PLAIN($fnmr) } has a 95 % interval { DECIMAL($width, places: 3) } wide (asked:
    { PLAIN($asked) }), and FMR { PLAIN($fmr) } is resolved ({ COUNT($people) } people are enough for
    that)
cli-plan-comparisons = comparisons
cli-plan-each = by each model
cli-plan-workload =
    comparing takes about { $duration } of one core for each model, { COUNT($memory) } MB of memory
    besides its network and { COUNT($disk) } MB on disk, by what was measured elsewhere
cli-plan-rendering =
    rendered instead of photographed: { COUNT($pictures) } pictures, about { $duration } on this
    machine's { COUNT($cores) } { $cores ->
        [one] core
       *[other] cores
    }, { COUNT($megabytes) } MB on disk
cli-plan-across =
    counted as if any two pictures were compared; across { $place }s there are fewer comparisons of
    strangers, and it takes more people
cli-report-table = table
cli-run-no-threshold =
    { $model }{ $mask ->
        [no-value] { "" }
       *[other] { "" } (mask { $mask })
    }: { $reason }
cli-run-next-rate = the lowest rate these strangers resolve: --fmr { $option }
cli-run-next-report = probe report { $folder }
cli-run-verdict = { $model }: { $sentence }
cli-run-site = { $model }, at the site: { $sentence }
cli-run-folder = run
cli-scenes-pictures = { COUNT($count) } pictures
cli-crop-summary =
    { COUNT($frames) } { $frames ->
        [one] frame
       *[other] frames
    }, { COUNT($boxes) } people seen in { COUNT($tracks) } { $tracks ->
        [one] track
       *[other] tracks
    }, { COUNT($crops) } { $crops ->
        [one] crop
       *[other] crops
    }
cli-crop-left-out =
    { COUNT($count) } without a crop: { $reason ->
        [blurred] too blurred
        [one-colour] of one colour
       *[small] too small
    }
cli-crop-no-protocol =
    no protocol is proposed: fewer than two tracks have six crops or more
cli-crop-next =
    next: probe run { $protocol } --photos { $photos }{ $masks ->
        [no-value] { "" }
       *[other] { "" } --mask files={ $masks }
    }
cli-match-summary =
    { COUNT($walks) } walks in { COUNT($cameras) } cameras
cli-match-model =
    { $model }: { $matched ->
        [no-value] ranked, no threshold is known (see --run)
       *[other] { COUNT($matched) } of { COUNT($queries) } walks have one above the threshold of { RATE($fmr) } false matches{ $low ->
            [no-value] { "" }
           *[other] { " " }({ SHARE($low) } to { SHARE($high) } of other people)
        }
    }
cli-scenes-summary =
    { COUNT($people) } people, { COUNT($cameras) } cameras; { COUNT($kept) } were there already
cli-stopped =
    stopped; the same command{ $resumable ->
        [yes] { "" } with --resume goes on
       *[no] { "" } goes on
    }
cli-disk-full =
    make room on the disk, then give the same command again{ $resumable ->
        [yes] { "" } with --resume: what is done is kept
       *[no] { "" }
    }
cli-train-next = probe train NAME trains one; a recipe of your own is a copy of its file (--json names it)
cli-train-weights = weights
cli-train-log = log
cli-train-log-file = { $file } (TensorBoard: --logdir { $folder })
cli-train-run = probe run orientation --backbone { $card }
cli-train-generate = probe generate { $folder } --data FORM=DIR --out DIR
cli-train-crop = probe crop FRAMES --out DIR --detector { $detector }={ $folder }
cli-train-tables = tables { JOIN($files, with: ", ") }
cli-validate-sound =
    sound: { COUNT($conditions) } { $conditions ->
        [one] condition
       *[other] conditions
    }, standard '{ $standard }'
cli-validate-scenes = { COUNT($scenes) } scenes for { COUNT($people) } people
cli-validate-photos =
    { COUNT($pictures) } photographs of { COUNT($people) } people{ $failures ->
        [0] { "" }
       *[other] , { COUNT($failures) } not usable
    }{ $unmatched ->
        [0] { "" }
       *[other] , { COUNT($unmatched) } that fit no pattern
    }
cli-validate-reason =
    { COUNT($count) } not usable: { $reason }: { $first }{ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more
    }
cli-validate-unmatched =
    { COUNT($count) } fit no pattern: { $first }{ $more ->
        [0] { "" }
       *[other] { "" } and { COUNT($more) } more (--verbose lists them)
    }
cli-validate-note = note: { $note }
cli-verify-differs = differs: { $problem }
cli-verify-foreign =
    { COUNT($count) } { $count ->
        [one] file in the folder is no part of the run and was
       *[other] files in the folder are no part of the run and were
    } not looked at; the first is { $first }
cli-verify-different =
    { $folder }: { COUNT($count) } { $count ->
        [one] difference
       *[other] differences
    }
cli-verify-agrees =
    { $table }: { COUNT($figures) } figures in { COUNT($columns) } { $columns ->
        [one] column
       *[other] columns
    } agree to { COUNT($digits) } digits or more (the least exact: { $fewest })
cli-verify-column =
    { $table }: { $column }: { PLAIN($count) } of { PLAIN($figures) } differ, most in row
    { PLAIN($row) }: stored { $stored }, computed { $computed }
cli-verify-left-out = not computed by this other code: { $what } ({ LIST($columns) })
cli-verify-left-step = what the other code leaves out, `probe verify` without --independent computes again, with the code of the run itself
cli-verify-independent =
    { $folder }: { COUNT($figures) } figures computed again by other code: all agree, to
    { COUNT($digits) } digits or more
cli-verify-same =
    { $folder }: { COUNT($files) } files unchanged, { COUNT($figures) } figures computed again from the
    stored vectors: all the same

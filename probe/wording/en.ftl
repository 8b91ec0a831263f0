### English: every sentence, label and phrase that probe prints. The other language files are
### copies of this one with the sentences in another language; nothing else needs to change.
###
### A sentence says how each of its numbers is printed: { PERCENT($rate) }, { COUNT($people) }.
### The functions stand in the table at the top of functions.py. A line break is printed as a space.
### How numbers look (numbers.py) can be changed by messages such as number-point and number-group.
###
### Add a message to the section it belongs to; ids start with the section's word. Every message
### must be used and every one that is used must be here: tests/probe/wording checks both.

## ---- Lists, ranges and counts -------------------------------------------------------------------

list-comma = { $first }, { $second }
list-and = { $first } and { $second }
list-or = { $first } or { $second }
range = { $first } to{ "\u00A0" }{ $second }

people = { COUNT($count) } { $count ->
    [one] person
   *[other] people
}

## ---- Findings -----------------------------------------------------------------------------------


## ---- Advice for a site --------------------------------------------------------------------------


## ---- Notes: why a figure is missing, what to keep in mind ---------------------------------------


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
report-level-of-confidence = 95 %
report-model = Model
report-factor = Factor
report-enrolled = Enrolled
report-enrolled-text = in the standard condition
report-enrolled-over = in the standard condition; a match scores over { $scores }
report-score = { UNIT($score) }
report-scores = { LIST($scores) }
report-scores-between = { UNITS($scores) }
report-same = Same person
report-same-scores = { $level }: scores { $scores }
report-same-matched = { $level }: scores { $scores }, the same person to { $who }
report-same-missed = { $level }: scores { $scores }, a stranger to { $who }
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

## ---- Report: the summary ------------------------------------------------------------------------

report-worst-title = Worst case of each factor.
report-worst-retention =
    Retention is the share of the margin over strangers that is left: 1 is as good as the standard
    condition, 0 no better than a stranger. Each tick is one level, the dot the worst, the bar its
    95 % interval.
report-worst-mean =
    Mean { report-score-name } against the standard condition; no strangers were compared, so it cannot be
    calibrated and models cannot be read against each other. Each tick is one level, the dot the
    lowest, the bar its 95 % interval.
report-misses = misses
report-misses-up-to = misses up to
report-misses-none = none
report-usable = usable
report-summary-decided =
    Misses: pairs of the same person at or below the threshold (FNMR), at the level where most are
    missed; the threshold lets { RATE($fmr) } of strangers at large pass in the standard condition
    (FMR). Usable: the unbroken range around the standard in which misses stay at or under
    { PERCENT($limit) }; nothing is claimed beyond what was measured.
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
report-lean-here = { $side } on these people

## ---- Report: advice for a site ------------------------------------------------------------------

report-site-title = For the site you named
report-site-answer =
    { $answer ->
        [use] may be used
        [promising] may do
        [doubtful] not shown to do
        [unmeasured] not measured for all of it
        [undecided] cannot be judged
       *[avoid] not to be used
    }
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
report-strangers = strangers
report-dressed-alike = dressed alike
report-threshold = threshold
report-how-mean =
    { report-score-title } of two pictures, always on this scale from 0 to 1. What a number means differs
    between models: a { report-score-name } can be a stranger for one and the same person for another.
report-how-retention =
    Retention, always on this scale: how much of the margin over strangers is left. It means the
    same for every model and is the figure to compare by.
report-how-fnmr =
    Missed: the red part of the same person’s scores lies at or below the threshold (FNMR).
    Strangers to the right of the line are false matches (FMR).
report-decisions-head = At the threshold.
report-decisions-caption =
    A pair matches above the threshold, which is set on strangers at large in the standard condition
    for the false match rate (FMR) named. Below a share of misses its 95 % interval, for new people
    at this very threshold; last, that of the most missed for a threshold set anew, at the same
    rate, on other strangers.
report-decisions-caption-split =
    { report-decisions-caption } The people were split: thresholds were set on { COUNT($tuned) } of
    them, and every FMR that is measured is that of the other { COUNT($tested) }.
report-decisions-fmr = FMR
report-decisions-threshold = Threshold
report-decisions-all = every model
report-decisions-above = Strangers above it
report-decisions-tested = Of the other half
report-decisions-standard = Missed, standard
report-decisions-worst = Most missed
report-decisions-anew = Set anew
report-factor-level = { $factor }, { $level }
report-count-of = { COUNT($part) } of { COUNT($whole) }
report-versus-title = Which model
report-versus-head = Paired on the same people and pictures.
report-versus-caption =
    Second model minus first, over all levels but the standard, with 95 % intervals over people.
    Bold: shown to differ. Raw { report-score-name }s of two models are on different scales and are not compared.
report-versus-pair = Second − first
report-versus-levels = Single levels that differ
report-versus-all-levels = all
report-versus-more =
    { COUNT($more) } { $more ->
        [one] pair
       *[other] pairs
    } more in differences.parquet.
report-versus-points = Missed, points

## ---- Report: chapters, what was compared --------------------------------------------------------

report-with-model = { $model }: { LOWERED($sentence) }
report-sheet-head = What was compared.
report-sheet-caption =
    { $people ->
        [1] One row a condition: pictures of the one person who was compared.
       *[other]
            One row a condition: pictures of one of the { COUNT($people) } people, then of others.
            The person shown is the one whose mean score is nearest the median.
    }
report-sheet-shown = one person
report-sheet-others = other people
report-sheet-strangers = strangers in their own clothes
report-no-pictures = Pictures were not kept with this run.

## ---- Report: chapters, heat maps ----------------------------------------------------------------

report-matrix-head = Every condition against every other.
report-matrix-caption =
    { $people }, { $apart } pairs of pictures a cell ({ $same } on the diagonal){ $calibrated ->
        [yes] ; first as raw { report-score-name }s, then the same cells calibrated.
       *[no] .
    }
report-count = { COUNT($count) }
report-contours = Light lines are contours, every { UNIT($step) }.
report-matrix-hint = Point at a cell for its figures, choose it to see its pictures.
report-phone-hint = On a narrow screen cells are in hundredths: 97 is .97.
report-more-matrices = More matrices: { JOIN($titles, with: ", ") }
report-lowest = lowest { $figure }: { $first } × { $second }
report-highest = highest { $figure }: { $first } × { $second }
report-mean = { report-score-title }
report-mean-caption = Mean { report-score-name } of pictures of the same person.
report-unlike = unlike
report-alike = alike
report-retention = Retention
report-retention-caption =
    (same person − strangers) in the cell ÷ (same person − strangers) in the standard condition.
report-retention-low = a stranger
report-retention-high = as standard
report-fnmr = Missed (FNMR)
report-fnmr-caption = Pairs of the same person at or below the threshold, in per cent.
report-fnmr-low = none missed
report-fnmr-high = all missed
report-log10-fmr = log₁₀ FMR
report-log10-fmr-caption =
    How rarely strangers in the standard condition score as high as the mean of the cell: −2 is one
    in a hundred. “<” means that no stranger did.
report-log10-fmr-low = every stranger
report-log10-fmr-high = 1 in 10,000
report-at-large-title = Strangers at large
report-at-large-caption = Mean { report-score-name } of two different people, in clothes of their own.
report-alike-title = Strangers dressed alike
report-alike-caption = Mean { report-score-name } of two different people in the same clothes.
report-fact-cosine = { report-score-capital }
report-fact-strangers = Strangers
report-fact-alike = Dressed alike
report-fact-alike-passing = { $figure }, { $passing } pass
report-fact-retention = Retention
report-fact-missed = Missed
report-fact-log10 = log₁₀ FMR
report-fact-measures = d′, AUC, EER
report-fact-pairs = Pairs, people
report-pairs-shown =
    All pairs of the person shown; the means below are over all people. Underlined in red: not above
    the threshold. Rows: { $rows }. Columns: { $columns }.
report-pairs-not-kept = The scores of single pairs were not kept for this cell.

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
report-crossed-detectable = Would have been seen
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
    Scores of every level against the standard condition. Blue: the same person, accepted. Red: the
    same person, missed. { $strangers ->
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
    Below a figure its 95 % interval, pointwise, over people. Strangers, Alike: mean { report-score-name } of
    strangers at large and dressed alike; FMR, FMR alike: share of them above the threshold. sd:
    spread of the scores over pairs, and of the people’s means over people.
report-no-intervals-why = Where none is printed: { JOIN($why, with: "; ") }.

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
report-looks-points =
    Choose a place in one picture to see where the other answers; arrow keys move it, Escape goes
    back.
report-looks-sentence =
    { $kind ->
        [occlusion] Covered bit by bit, { PERCENT($person) } of what { $model } loses lies on the
       *[other]
            { PERCENT($person) } of what makes these pictures alike to { $model } lies on the
    } person{ $parts ->
        [none] { "" }
       *[other] { "" } ({ $parts })
    }, { PERCENT($background) } { $masked ->
        [yes] on the grey around them
       *[no] on the background
    }{ $carried ->
        [none] { "" }
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
    Below a figure its 95 % interval over people; the change is paired, the same people with and
    without background. Changes of misses are in points of a hundred.
report-masked-lower = lower when masked
report-masked-higher = higher
report-masked-thresholds = threshold { UNIT($shot) }, masked { UNIT($masked) }
report-masked-strangers = strangers { UNIT($shot) }, masked { UNIT($masked) }

## ---- Report: chapters, what helps ---------------------------------------------------------------

report-remedies-head = What helps.
report-remedies-caption =
    Remedies against the level at which each model keeps least, against the standard condition, each
    with its own threshold; the change is paired on the same people, with its 95 % interval. Doing
    nothing may differ a little from the figures above: here strangers are met in the standard
    condition only, and thresholds rest on everybody. Milliseconds a picture are of this machine,
    masks included where they had to be made.
report-remedy = Remedy
report-remedy-cost = ms
report-remedy-name =
    { $name ->
        [nothing] nothing
        [flip-average] mirror image averaged in
        [left-right] people turned to one side
        [mask] background removed
        [resolution] the lower resolution for both
        [views-3] three gallery views
        [views-5] five gallery views
        [score-norm] scores normalised by strangers
        [together] all of these together
       *[other] { $name }
    }
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
report-method-comparisons-text =
    { report-score-capital } of unit-length feature vectors. A mated cell averages all pairs of pictures across its
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
    condition; it does not change when a model’s { report-score-name }s are shifted or stretched. log₁₀ FMR is the
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
report-method-intervals-text = 95 %, pointwise, with the person as the unit: { LIST($methods) }.
report-method-intervals-none = None are given.
report-method-intervals-misses =
    Intervals of misses speak of new people at the threshold printed, not of a threshold set anew:
    that one errs too, and its wider intervals stand in the table of thresholds and in
    rates.parquet.
report-method-intervals-bad =
    The interval of a mean { report-score-name } cannot know of people who are not among those compared: in
    simulated studies in which one person in ten is very hard to recognise it held the truth in as
    few as { PERCENT($held) } of the samples of this size, having been too high when none of them
    took part. Misses, retention and paired differences held theirs.
report-method-intervals-caveat = Keep in mind: { JOIN($what, with: "; ") }.
report-method-limits = Not covered
report-method-limits-text =
    Nothing is claimed outside the measured levels, nor for people unlike those compared. A range of
    intervals is not simultaneous: among many cells some miss their truth.
report-method-limits-one =
    One person was compared: figures speak of new pictures of this person, taken the same way.

## ---- Report: provenance and models --------------------------------------------------------------

report-provenance-study = Study
report-provenance-run = Run
report-provenance-run-text = { $run }, { $created }, schema { $schema }
report-provenance-protocol = Protocol { $name }
report-provenance-protocol-text =
    { $file }; sha256 { $digest }; { $source }, { COUNT($pictures) } pictures{ $failures ->
        [0] { "" }
       *[other] ; { COUNT($failures) } failures to acquire
    }
report-provenance-model = Model { $name }
report-provenance-images = Pictures, sha256
report-provenance-options = Options
report-provenance-seeds = Seeds
report-provenance-device = Device
report-provenance-packages = Packages
report-provenance-notes = Notes
report-card-weights = weights sha256
report-card-no-weights = no weights
report-card-digest = card digest
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

## ---- Capture sheet: the pictures a photographer has to take -------------------------------------

sheet-person = person ID
sheet-instruction =
    Keep everything at the standard condition ({ $standard }, in bold) but what the row says. Tick a
    box for every picture; let the person move a little between two pictures. Save them as written
    on the right, ID being { $person } and N the number of the picture.
sheet-pictures = pictures
sheet-save-as = save as
sheet-date = date
sheet-place = place
sheet-consent = consent signed

## ---- Command line -------------------------------------------------------------------------------


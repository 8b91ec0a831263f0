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


## ---- Report: headings, labels, captions ---------------------------------------------------------


## ---- Report: method -----------------------------------------------------------------------------


## ---- Report: models, masks, evidence, remedies --------------------------------------------------


## ---- Command line -------------------------------------------------------------------------------


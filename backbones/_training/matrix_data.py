"""The data sets of a matrix, looked at before its first training.

A row that fails leaves the others running. A data set that is not there fails every row, and one to
evaluate on would do so after the row has been trained: both are said at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from probe.backbones._training.data import TABLE, DataFolder, DataRequest, check_forms
from probe.backbones._training.matrix import PlannedTraining
from probe.backbones._training.styled_manifest import PICTURES
from probe.backbones.naming import sha256_of
from probe.errors import ComparisonError, PictureSourceError
from probe.files.places import is_file
from probe.pictures.data_sets import read_data
from probe.retrieval.figures import check_right_answers
from probe.retrieval.rules import labels, rule_named
from probe.wording import Message, refusal


def data_digest(learnt: DataRequest) -> str:
    """Hex sha256 over the names of all pictures that are learnt from, whose they are, and roles.

    A matrix of one direction between two data sets and one of the other differ in it.
    """
    content = hashlib.sha256()
    for role, given in [
        *(("source", given) for given in learnt.source),
        *(("target", given) for given in learnt.target),
    ]:
        form, _, folder = given.partition("=")
        if form == TABLE:
            digest = sha256_of(Path(folder)) if is_file(folder) else ""
        else:
            digest = read_data(given).train.digest()
        content.update(f"{role} {form} {digest}\n".encode())
    for folder in learnt.styled:
        path = Path(folder) / PICTURES
        content.update(f"styled {sha256_of(path) if is_file(path) else ''}\n".encode())
    return content.hexdigest()


def check_data_sets(
    trainings: Sequence[PlannedTraining],
    learnt: DataRequest,
    evaluated: Sequence[str],
    rule: str = "market1501",
) -> None:
    """Refuse data sets that no row could use; pictures are listed, not opened.

    Args:
        trainings: all of a matrix.
        learnt: the data sets that are learnt from and adapted to.
        evaluated: `FORM=DIR` of those that rows are evaluated on.
        rule: that they are evaluated under.

    Raises:
        UsageError: not FORM=DIR, no such form, or one that a row's recipe does not take.
        PictureSourceError: no such folder, another layout, nothing to evaluate on, or no query
            that has a right answer (all pictures are from one camera).
    """
    for training in trainings:
        if isinstance(training.recipe.data, DataFolder):
            check_forms(training.recipe.data, learnt)
    for given in (*learnt.source, *learnt.target):
        if given.partition("=")[0] != TABLE:
            read_data(given)
    for given in evaluated:
        _check_evaluated(given, rule)


def _check_evaluated(given: str, rule: str) -> None:
    data = read_data(given)
    if not len(data.query) or not len(data.gallery):
        raise refusal(
            PictureSourceError,
            Message("train-nothing-to-evaluate"),
            place=given,
            hint=Message("train-needs-test-list"),
        )
    query, gallery = (labels(side.people, side.cameras) for side in (data.query, data.gallery))
    try:
        check_right_answers(query, gallery, rule_named(rule))
    except ComparisonError as error:
        raise PictureSourceError(error.message, place=given, hint=error.hint) from error

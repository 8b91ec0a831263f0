"""Single-shot retrieval as IDLA is evaluated on CUHK03: one gallery picture a person, drawn anew.

    probe train idla.small --data cuhk03_pictures=DIR --out IDLA
    python examples/studies/idla_single_shot.py --data cuhk03_pictures=DIR \
        --backbone IDLA/stages/pairs/pairs.yaml --backbone IDLA/card.yaml \
        --backbone osnet_x0_25=FILE --backbone stripes --out single_shot.csv

Every draw takes some people of the test part and one picture of each on either side: of the first
camera as the query, of another as the gallery. All backbones see the same draws. The figures are
means over the draws, with their standard deviation: draws share people, so it is no interval.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts import PairScorer, Runtime
from probe.contracts.reporter import Console
from probe.embedding.choice import Choice
from probe.embedding.embed import EmbeddingTask, embed
from probe.embedding.pairwise import PairTask, score_pairs
from probe.embedding.registry import find_all
from probe.embedding.vector_cache import VectorCache
from probe.errors import ProbeError, UsageError
from probe.files.atomic import write_text
from probe.files.cache_folder import default_cache_folder
from probe.pictures.fitting import Fitting
from probe.retrieval.parts import RetrievalParts, read_parts

RANKS = (1, 5, 10, 20)

Rows = NDArray[np.int64]


def drawn_rows(parts: RetrievalParts, people: int, draws: int, seed: int) -> list[Rows]:
    """`(people, 2)` for every draw: rows of the query and of the gallery picture of each person.

    Args:
        parts: query and gallery; rows count through both.
        people: of a draw.
        draws: how many.
        seed: of the draws.

    Raises:
        UsageError: fewer people than a draw takes have pictures on both sides.
    """
    query, gallery = parts.query.labels.people, parts.gallery.labels.people
    both = np.intersect1d(query, gallery)
    if len(both) < people:
        raise UsageError(
            f"{len(both)} people have pictures of both cameras, a draw takes {people}",
            hint="Lower --people, or name more people in test.txt.",
        )
    drawn = np.random.default_rng(seed)
    return [
        np.array(
            [
                (
                    drawn.choice(np.flatnonzero(query == person)),
                    len(query) + drawn.choice(np.flatnonzero(gallery == person)),
                )
                for person in drawn.choice(both, people, replace=False)
            ]
        )
        for _ in range(draws)
    ]


def pairs_of(draw: Rows) -> Rows:
    """`(people^2, 2)`: every query picture of a draw with every gallery picture."""
    people = len(draw)
    return np.stack([np.repeat(draw[:, 0], people), np.tile(draw[:, 1], people)], axis=1)


def shares_at_ranks(scores: NDArray[np.floating]) -> list[float]:
    """Share 0..1 of the queries whose person is among the first 1, 5, 10, 20.

    Args:
        scores: `(people, people)`, the right answers on the diagonal; of equal scores the right
            one comes last.
    """
    right = scores.diagonal()[:, None]
    ranks = (scores >= right).sum(axis=1)
    return [float((ranks <= rank).mean()) for rank in RANKS]


def draw_scores(
    choice: Choice, parts: RetrievalParts, draws: Sequence[Rows], cache: VectorCache, threads: int
) -> list[NDArray[np.floating]]:
    """`(people, people)` scores of every draw: cosines, or those of a pair scorer."""
    runtime, people = Runtime(threads=threads), len(draws[0])
    model = choice.load(runtime)
    key = choice.key_of(model, runtime)
    fitting = Fitting.for_card("card", model.card)
    if not isinstance(model, PairScorer):
        embeddings = embed(EmbeddingTask(model, fitting, key=key), parts.records, cache)[0]
        rows = [embeddings.row[record.image_id] for record in parts.records]
        vectors = embeddings.vectors[rows]
        unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return [unit[draw[:, 0]] @ unit[draw[:, 1]].T for draw in draws]
    pairs, places = np.unique(np.concatenate([*map(pairs_of, draws)]), axis=0, return_inverse=True)
    scorer = PairTask(model, fitting, key)
    scores, _ = score_pairs(scorer, parts.records, pairs, cache=cache, say=Console().step)
    return list(scores[places.ravel()].reshape(len(draws), people, people))


def main() -> None:
    """Draw, compare, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, metavar="FORM=DIR")
    parser.add_argument("--backbone", action="append", required=True, metavar="NAME|CARD")
    parser.add_argument("--people", type=int, default=100, help="of a draw (100 as published)")
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cache", type=Path, help="folder of known vectors and scores")
    parser.add_argument("--out", type=Path, required=True, help="the table, a CSV file")
    given = parser.parse_args()
    try:
        text = table(given)
    except ProbeError as error:
        sys.exit(f"{error}\n  {error.hint}")
    write_text(given.out, text)
    print(text)


def table(given: argparse.Namespace) -> str:
    """The table as CSV: a line a backbone."""
    parts = read_parts(given.data)
    draws = drawn_rows(parts, given.people, given.draws, given.seed)
    cache = VectorCache(given.cache or default_cache_folder())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    heads = [f"{name}{rank}" for rank in RANKS for name in ("rank-", "sd ")]
    writer.writerow(["backbone", *heads, "people", "draws"])
    for choice in find_all(given.backbone):
        scores = draw_scores(choice, parts, draws, cache, given.threads)
        shares = np.array([*map(shares_at_ranks, scores)])
        figures = np.stack([shares.mean(0), shares.std(0, ddof=1)], axis=1).ravel()
        numbers = [f"{figure:.4f}" for figure in figures]
        writer.writerow([choice.name, *numbers, given.people, given.draws])
    return text.getvalue()


if __name__ == "__main__":
    main()

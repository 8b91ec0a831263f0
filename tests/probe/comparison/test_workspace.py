"""Standings are put away one by one, as they are measured."""

from dataclasses import replace

from probe.comparison import VectorScores, compare, standard_strangers
from probe.comparison.workspace import HERE, Workspace
from tests.probe.comparison.test_cells import photographs, study


def test_each_standing_is_put_away_once_and_what_comes_back_is_kept():
    images, embeddings = study(photographs(6))
    scores = VectorScores(embeddings)
    asked = images, scores, standard_strangers([images], scores), 0.3, 0.01
    plain, seen = compare(*asked, workspace=HERE), []

    def keep(standing):
        seen.append(standing)
        return replace(standing, mated_pairs=-1)

    made = compare(*asked, workspace=Workspace(keep=keep))
    assert len(seen) == len(plain.standings) == len(images.protocol.conditions)
    assert {standing.mated_pairs for standing in made.standings.values()} == {-1}
    assert all(HERE.keep(standing) is standing for standing in seen)

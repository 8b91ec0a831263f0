"""A stored run computed again in another way, by code that shares nothing with the pipeline.

Written from `docs/glossary.md` alone: lists of comparisons, and every person left out by computing
the figure again without them. Slow and plain on purpose; `tests/test_architecture.py` holds that
nothing here imports a room that computes.
"""

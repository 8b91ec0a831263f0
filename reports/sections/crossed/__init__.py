"""Crossed factors: what is left where two of them change at once, and what that adds to each."""

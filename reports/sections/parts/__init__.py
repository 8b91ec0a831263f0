"""Vectors part by part: each at its place on the picture, and the one that decides."""

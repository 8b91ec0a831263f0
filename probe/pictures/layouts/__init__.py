"""Data sets of person re-identification: who is on which picture, and which camera took it."""

"""Frames of a camera to pictures of people: detection, tracks, crops and their table."""

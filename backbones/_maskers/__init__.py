"""Maskers: find the person in a crop. Each folder offers `masker(weights, runtime)`."""

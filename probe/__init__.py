"""Robustness evaluation of person re-identification models under controlled conditions."""

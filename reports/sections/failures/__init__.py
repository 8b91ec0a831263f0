"""Failures to acquire: pictures that could not be used."""

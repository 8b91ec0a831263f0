"""Objectives that any architecture with a network named `backbone` can be trained with."""

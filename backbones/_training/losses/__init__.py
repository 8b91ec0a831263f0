"""The losses, each equal to its official definition (see `tests/backbones/_training`)."""

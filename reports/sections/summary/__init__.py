"""The model-by-factor summary: the worst level of every factor, for every model."""

"""People as generators draw them in other poses, beside the true pictures."""

"""With the background removed: the same figures again, and what changed."""

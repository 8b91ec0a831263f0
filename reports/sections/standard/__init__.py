"""Before anything changes: the standard condition, and how to read the figures."""

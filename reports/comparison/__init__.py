"""Two runs of the same pictures on one page."""

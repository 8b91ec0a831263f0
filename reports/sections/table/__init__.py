"""All figures against the standard condition, as a table."""

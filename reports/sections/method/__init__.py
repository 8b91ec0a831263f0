"""How the figures of a report were made."""

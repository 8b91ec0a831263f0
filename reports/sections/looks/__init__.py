"""Where the models look: evidence maps of a pair, what they add up to, and what made it change."""

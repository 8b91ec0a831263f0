"""Where the decision falls: the scores of every level against the standard condition."""

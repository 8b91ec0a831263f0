"""Where a report comes from: what is needed to make the run again."""

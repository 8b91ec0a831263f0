"""What to check of the pictures and models before the results are read."""

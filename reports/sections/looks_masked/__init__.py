"""Where the models look with the background removed."""

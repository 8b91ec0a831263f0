"""A finished run as the native objects of other tools: nothing is computed or drawn by hand."""

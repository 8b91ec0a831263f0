"""A finished run becomes pages: HTML, PDF and JSON that carry the same numbers."""

"""What to do, in a few sentences under headings."""

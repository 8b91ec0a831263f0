"""The run directory as a file format: manifest, tables, arrays; nothing here computes a figure."""

"""The run directory as a file format: manifest, tables, and how they are written and read.

It stores and reads; it computes nothing. `rows` declares the columns of every table, `paths` the
names of the files, `manifest` what a run says about itself; `Run` (in `reading`) reads a directory
and `RunWriter` (in `writer`) makes one.
"""

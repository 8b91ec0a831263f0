"""One remedy a file, found by being there: `spec` is a `probe.remedies.remedy.Remedy`.

The file's name, with dashes, is the remedy's. Files that begin with `_` are shared by several.
"""

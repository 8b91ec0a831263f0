"""Layouts of data sets: how the folders of a data set say who is on which picture.

One module a layout, found by being there: it offers `spec`, a `probe.pictures.layout.Layout`, and
its name is the layout's (`--data NAME=DIR`). Modules that begin with `_` are shared by several.
"""

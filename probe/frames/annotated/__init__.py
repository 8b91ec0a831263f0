"""Frames in which people (and other things) were marked: boxes, masks, crowds."""

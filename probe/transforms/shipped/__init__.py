"""The transforms that come with the package: one module each, found by being there.

A module offers `spec`, a `probe.transforms.TransformSpec`, and its name is the transform's
(`transform: NAME` in a protocol).
"""

"""Maskers that need no network: one module each, found by being there.

A module offers `spec`, a `probe.contracts.MaskerSpec`, and its name is the masker's
(`--mask NAME`). Those with a network are folders of `probe.backbones._maskers`.
"""

"""Detectors without a network: each module offers `spec`, a `DetectorSpec`."""

"""Detectors of people that are networks, one folder each; see `probe.contracts.DetectorSpec`."""

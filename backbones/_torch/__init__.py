"""Shared PyTorch code of the backbones: reading weights, preprocessing, running networks."""

"""Every neural network: embedders, pair scorers, segmenters; one folder per architecture."""

"""Shared training code: recipes, data sets, augmentation, samplers, losses, the loop."""

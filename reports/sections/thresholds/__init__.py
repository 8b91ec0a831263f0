"""At the threshold: both errors of every model at every false match rate asked for."""

"""People of one camera looked for among those of the others."""

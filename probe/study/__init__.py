"""The steps of a study in order; a stored run verified, computed again, set beside another."""

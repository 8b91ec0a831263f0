"""Which model: the paired differences of models on the same people, and what they carry."""

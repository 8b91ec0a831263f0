"""Maskers with a network, or code of their own: each folder offers `spec`, a `MaskerSpec`."""

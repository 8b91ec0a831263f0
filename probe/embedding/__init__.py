"""Backbones by name, and the vectors they give: made once, kept under one key."""

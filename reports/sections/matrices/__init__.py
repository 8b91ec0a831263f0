"""Every condition against every other: heat maps, the figures of every cell, and its pairs."""

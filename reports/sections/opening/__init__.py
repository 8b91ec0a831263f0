"""The headline, what stands below it, and three pictures beside it."""

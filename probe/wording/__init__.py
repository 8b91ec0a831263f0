"""Everything that is printed: numbers, units and sentences, by language."""

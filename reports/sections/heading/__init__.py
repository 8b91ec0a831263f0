"""What a chapter asks and what it found."""

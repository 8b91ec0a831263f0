"""The page of matched cameras: `matches.html`."""

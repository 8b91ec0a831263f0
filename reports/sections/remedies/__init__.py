"""What helps: remedies against the change that cost each model most."""

"""The recommendation for the deployment the user named, every sentence with its cells."""

"""What was compared: the contact sheet."""

"""The shipped protocols, as package data: one YAML file each, the file stem being the name."""

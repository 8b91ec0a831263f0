"""Files written whole or not at all, strict YAML, and the folder of what can be made again."""

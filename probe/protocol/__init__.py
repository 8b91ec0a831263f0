"""What an experiment is: factors, levels, conditions, and where their pictures come from."""

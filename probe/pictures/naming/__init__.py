"""What the names of photographs say: who is shown, under which condition, which take it is."""

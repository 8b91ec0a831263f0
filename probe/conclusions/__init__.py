"""What follows from the cells: findings and site advice, each with the cells it rests on."""

"""What is done in networks, split by noun."""

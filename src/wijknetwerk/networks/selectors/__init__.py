"""What is read about networks, split by noun."""

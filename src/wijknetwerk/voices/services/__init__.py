"""What is done in voices."""

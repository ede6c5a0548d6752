"""What is read in voices."""

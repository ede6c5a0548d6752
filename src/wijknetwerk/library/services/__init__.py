"""What is done in library."""

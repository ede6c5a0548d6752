"""What is read in library."""
